"""Forms as Discord shows them, a modal, and the answers as they come back."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import discord
from discord import ui

from bot.model.messages import NO, YES, Field, FieldKind, Form
from bot.text.markup import shortened

FIELDS = 5  # Discord: a modal holds at most five components
TITLE_LENGTH = LABEL_LENGTH = 45
HELP_LENGTH = OPTION_LENGTH = 100
BOXES = 10  # radio and checkbox groups end at ten; longer lists become a menu
MENU_OPTIONS = 25
TEXT_LENGTH = 4000

Box = ui.Item[ui.Modal]


def modal(form: Form, *, note: str) -> ui.Modal:
    """The modal for `form`; needs a running loop. Raises ValueError when a field offers nothing to choose from.

    Only the first five fields fit; `note` then stands below the fifth and says so.
    """
    shown = ui.Modal(title=shortened(form.title, TITLE_LENGTH), custom_id=form.token, timeout=None)
    for position, field in enumerate(form.fields[:FIELDS], 1):
        left_out = len(form.fields) > FIELDS and position == FIELDS
        shown.add_item(_labelled(field, note if left_out else field.help))
    # The library would keep the modal and answer it; the client's one door does that, also after a restart.
    shown.stop()
    return shown


def _labelled(field: Field, below: str) -> ui.Label[ui.Modal]:
    # A question that is longer than a label goes below it in full.
    if len(field.label) > LABEL_LENGTH and not below:
        below = field.label
    return ui.Label(
        text=shortened(field.label, LABEL_LENGTH),
        description=shortened(below, HELP_LENGTH) or None,
        component=_component(field),
    )


def _component(field: Field) -> Box:
    if field.kind is FieldKind.YES_NO:
        return ui.Checkbox(custom_id=field.name, default=field.value == YES)
    if field.kind is FieldKind.CHOICE:
        return _one_of(field)
    if field.kind is FieldKind.CHOICES:
        return _some_of(field)
    if field.kind is FieldKind.FILE:
        return ui.FileUpload(
            custom_id=field.name, required=field.required, min_values=int(field.required), max_values=1
        )
    return ui.TextInput(
        custom_id=field.name,
        style=discord.TextStyle.paragraph if field.kind is FieldKind.LONG_TEXT else discord.TextStyle.short,
        default=field.value[:TEXT_LENGTH] or None,
        required=field.required,
    )


def _one_of(field: Field) -> Box:
    # A group of one radio button is refused.
    if not 2 <= len(field.choices) <= BOXES:
        return _menu(field, at_most=1)
    options = [
        discord.RadioGroupOption(
            label=shortened(choice.label, OPTION_LENGTH), value=choice.value, default=choice.value == field.value
        )
        for choice in field.choices
    ]
    return ui.RadioGroup(custom_id=field.name, required=field.required, options=options)


def _some_of(field: Field) -> Box:
    count = len(field.choices)
    if not 1 <= count <= BOXES:
        return _menu(field, at_most=min(count, MENU_OPTIONS))
    chosen = field.value.split(",")
    options = [
        discord.CheckboxGroupOption(
            label=shortened(choice.label, OPTION_LENGTH), value=choice.value, default=choice.value in chosen
        )
        for choice in field.choices
    ]
    return ui.CheckboxGroup(
        custom_id=field.name,
        required=field.required,
        min_values=int(field.required),
        max_values=count,
        options=options,
    )


def _menu(field: Field, *, at_most: int) -> Box:
    if not 1 <= len(field.choices) <= MENU_OPTIONS:
        raise ValueError(f"field {field.name}: {len(field.choices)} choices; Discord takes 1 to {MENU_OPTIONS}")
    chosen = field.value.split(",")
    options = [
        discord.SelectOption(
            label=shortened(choice.label, OPTION_LENGTH), value=choice.value, default=choice.value in chosen
        )
        for choice in field.choices
    ]
    return ui.Select(
        custom_id=field.name,
        required=field.required,
        min_values=int(field.required),
        max_values=at_most,
        options=options,
    )


def answers(
    components: Sequence[Mapping[str, Any]], files: Mapping[str, str] = MappingProxyType({})
) -> tuple[tuple[str, str], ...]:
    """The answers in a submitted modal's `components` (Discord's own JSON) by field name.

    Several choices are joined by commas, a checkbox says "yes" or "no", what was left open is "". `files` are the
    values of what was handed in, by its ids.
    """
    return tuple((str(item["custom_id"]), _answer(item, files)) for item in _inputs(components))


def _inputs(components: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for item in components:
        if "custom_id" in item:
            yield item
        elif "component" in item:  # a label
            yield from _inputs([item["component"]])
        else:  # an action row, the older form
            yield from _inputs(item.get("components", ()))


def _answer(item: Mapping[str, Any], files: Mapping[str, str]) -> str:
    if item.get("type") == discord.ComponentType.file_upload.value:
        return next((files[id] for id in item.get("values", ()) if id in files), "")
    if "values" in item:
        return ",".join(item["values"])
    value = item.get("value")
    if isinstance(value, bool):
        return YES if value else NO
    return str(value or "")
