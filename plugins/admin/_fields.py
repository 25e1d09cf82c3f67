"""A plugin's settings model as inputs of a form: the closed set of kinds, and the way from a text to a value."""

import types
import typing
from collections.abc import Sequence
from datetime import time, timedelta
from enum import Enum
from typing import Any, Literal

from msgspec import Struct
from pydantic import BaseModel, TypeAdapter

from bot.api import (
    Choice,
    Context,
    Field,
    FieldKind,
    Markup,
    Plugin,
    Translator,
    escape,
    join,
    parse_yes_no,
    plain,
    times,
)
from plugins.admin._spans import parse_span
from plugins.admin._words import known

_LISTS = (list, tuple, set, frozenset)
_LONG = 200


class Setting(Struct, frozen=True):
    """One field of a settings model, as it can be asked for. `base` is the type of a single value."""

    plugin: str
    name: str
    kind: FieldKind
    base: Any
    optional: bool
    choices: tuple[str, ...]
    low: float | None
    high: float | None
    longest: int | None
    described: str

    @property
    def is_list(self) -> bool:
        """Whether several values are given, separated by commas."""
        return self.base in _LISTS or self.kind is FieldKind.CHOICES


def settings_of(plugin: Plugin) -> Sequence[Setting]:
    """Every setting of the plugin that has one of the kinds; a test refuses bundled plugins with any other."""
    found = (read_setting(plugin.name, plugin.settings, name) for name in plugin.settings.model_fields)
    return [setting for setting in found if setting is not None]


def read_setting(plugin: str, model: type[BaseModel], name: str) -> Setting | None:
    """The setting behind a field of the model; None for a type that no form can ask for."""
    info = model.model_fields[name]
    hint, optional = _without_none(info.annotation)
    longest = _limit(info.metadata, "max_length")
    kind, base, choices = _kind(hint, longest)
    if kind is None:
        return None
    return Setting(
        plugin=plugin,
        name=name,
        kind=kind,
        base=base,
        optional=optional,
        choices=choices,
        low=_limit(info.metadata, "ge", "gt"),
        high=_limit(info.metadata, "le", "lt"),
        longest=None if longest is None else int(longest),
        described=info.description or "",
    )


def _kind(hint: Any, longest: float | None) -> tuple[FieldKind | None, Any, tuple[str, ...]]:
    if choices := _choices(hint):
        return FieldKind.CHOICE, hint, choices
    if hint is bool:
        return FieldKind.YES_NO, hint, ()
    if hint in (int, float):
        return FieldKind.NUMBER, hint, ()
    if hint in (time, timedelta):
        return FieldKind.TEXT, hint, ()
    if hint is str:
        return FieldKind.LONG_TEXT if longest and longest > _LONG else FieldKind.TEXT, hint, ()
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in _LISTS and inner:
        if choices := _choices(inner[0]):
            return FieldKind.CHOICES, inner[0], choices
        if inner[0] is str:
            return FieldKind.TEXT, origin, ()
    return None, hint, ()


def _choices(hint: Any) -> tuple[str, ...]:
    if typing.get_origin(hint) is Literal:
        return tuple(str(choice) for choice in typing.get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return tuple(str(member.value) for member in hint)
    return ()


def _without_none(hint: Any) -> tuple[Any, bool]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        kinds = [kind for kind in typing.get_args(hint) if kind is not type(None)]
        return (kinds[0], True) if len(kinds) == 1 else (hint, True)
    return hint, False


def _limit(metadata: Sequence[Any], *names: str) -> float | None:
    found = (getattr(part, name, None) for part in metadata for name in names)
    return next((value for value in found if value is not None), None)


def value_of(ctx: Context, setting: Setting, text: str) -> Any:
    """What `text` means for the setting. What means nothing stays the text, which the model then refuses."""
    typed = text.strip()
    if not typed and setting.optional:
        return None
    if setting.is_list:
        parts = [part.strip() for part in typed.split(",") if part.strip()]
        return [_chosen(ctx, setting, part) for part in parts] if setting.choices else parts
    if setting.kind is FieldKind.YES_NO:
        said = parse_yes_no(typed)
        return typed if said is None else said
    if setting.kind is FieldKind.NUMBER:
        return typed.replace(",", ".").replace("\u00a0", "")
    if setting.kind is FieldKind.CHOICE:
        return _chosen(ctx, setting, typed)
    if setting.base is timedelta:
        return parse_span(typed) or typed
    if setting.base is time:
        return typed.replace(".", ":") if ":" in typed or "." in typed else f"{typed}:00"
    return text


def _chosen(ctx: Context, setting: Setting, typed: str) -> str:
    """The choice that is meant by its value or by what it is called."""
    for choice in setting.choices:
        if typed.lower() in (choice.lower(), plain(choice_label(ctx, setting, choice)).lower()):
            return choice
    return typed


def label(ctx: Context, setting: Setting) -> Markup:
    """What the setting is called: the text "<plugin>-setting-<field>", else its description, else its name."""
    key = f"{setting.plugin}-setting-{setting.name.replace('_', '-')}"
    return known(ctx, key, setting.described or setting.name.replace("_", " "))


def choice_label(ctx: Context, setting: Setting, choice: str) -> Markup:
    """What a choice is called: the text "<plugin>-setting-<field>-<choice>", else the choice itself."""
    key = f"{setting.plugin}-setting-{setting.name}-{choice}".replace("_", "-")
    return known(ctx, key, choice.replace("_", " "))


def shown(ctx: Context, setting: Setting, value: Any) -> Markup:
    """A value in words, from the model or from its JSON."""
    value = value.value if isinstance(value, Enum) else value
    if isinstance(value, bool):
        return ctx.t("admin-yes") if value else ctx.t("admin-no")
    if value is None or value == "" or (isinstance(value, _LISTS) and not value):
        return ctx.t("admin-nothing")
    if setting.choices:
        several = value if isinstance(value, _LISTS) else [value]
        return join([choice_label(ctx, setting, _raw(each)) for each in several], ", ")
    if isinstance(value, _LISTS):
        return escape(", ".join(str(each) for each in value))
    if setting.kind is FieldKind.NUMBER:
        return escape(times.number(value, ctx.language))
    if setting.base is time:
        return escape(times.clock(TypeAdapter(time).validate_python(value), ctx.language))
    return escape(_typed(ctx, setting, value))


def field(ctx: Context, setting: Setting, value: Any) -> Field:
    """The input for the setting, with what stands there now."""
    return Field(
        name=setting.name,
        label=plain(label(ctx, setting)),
        kind=setting.kind,
        help=plain(expected(ctx, setting)),
        value=_standing(ctx, setting, value),
        required=not setting.optional and setting.kind not in (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.CHOICES),
        choices=tuple(Choice(choice, plain(choice_label(ctx, setting, choice))) for choice in setting.choices),
    )


def expected(ctx: Context, setting: Setting) -> Markup:
    """What the setting takes: "a whole number from 1 to 60"; a text "<plugin>-setting-<field>-takes" says it better."""
    key = f"{setting.plugin}-setting-{setting.name.replace('_', '-')}-takes"
    if ctx.use(Translator).has(key):
        return ctx.t(key)
    if setting.kind is FieldKind.YES_NO:
        return ctx.t("admin-expects-yes-no")
    if setting.choices:
        choices = join([choice_label(ctx, setting, choice) for choice in setting.choices], ", ")
        return ctx.t("admin-expects-choice", choices=choices, several=setting.kind is FieldKind.CHOICES)
    if setting.kind is FieldKind.NUMBER:
        return ctx.t(
            "admin-expects-number",
            whole=setting.base is int,
            low=setting.low or 0,
            high=setting.high or 0,
            bounds={(True, True): "both", (True, False): "low", (False, True): "high", (False, False): "none"}[
                setting.low is not None, setting.high is not None
            ],
        )
    if setting.base is timedelta:
        return ctx.t("admin-expects-span")
    if setting.base is time:
        return ctx.t("admin-expects-clock")
    if setting.is_list:
        return ctx.t("admin-expects-list")
    return ctx.t("admin-expects-text", longest=setting.longest or 0, limited=bool(setting.longest))


def _standing(ctx: Context, setting: Setting, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, _LISTS):
        return ",".join(_raw(each) for each in value)
    return _raw(value) if setting.choices or setting.kind is FieldKind.NUMBER else _typed(ctx, setting, value)


def _typed(ctx: Context, setting: Setting, value: Any) -> str:
    """The value as it would be typed."""
    if setting.base is timedelta:
        span: timedelta = TypeAdapter(timedelta).validate_python(value)
        return times.duration(span.total_seconds(), ctx.language)
    if setting.base is time:
        return TypeAdapter(time).validate_python(value).strftime("%H:%M")
    return str(value)


def _raw(value: Any) -> str:
    return str(value.value if isinstance(value, Enum) else value)
