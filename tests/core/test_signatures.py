"""Signatures as options: what is understood, and what a mistaken declaration is told."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import Annotated, Any, Literal

import pytest

from bot.api import Answers, Context, Member, Rest, Within
from bot.core.signatures import answers_parameter, read_parameters
from bot.errors import PluginError
from bot.model.messages import OptionKind

Handler = Callable[..., Any]


class Tone(Enum):
    WARM = "warm"
    BRIEF = "brief"


async def everything(
    ctx: Context,
    word: str,
    count: int,
    share: float,
    loud: bool,
    who: Member,
    when: datetime,
    tone: Tone,
    kind: Literal["a", "b"],
    class_: str | None = None,
    all_the_rest: Rest | None = None,
) -> None: ...


async def bare(ctx: Context) -> None: ...


async def formed(ctx: Context, number: int, answers: Answers) -> None: ...


async def keyword(ctx: Context, *, word: str = "tea") -> None: ...


def test_each_annotation_is_an_options_kind() -> None:
    found = read_parameters(everything, "lab")
    assert [option.kind.value for option in found] == [
        "text", "whole", "number", "yes_no", "member", "moment", "choice", "choice", "text", "rest"
    ]  # fmt: skip
    assert [option.required for option in found] == [True] * 8 + [False] * 2
    assert [option.choices for option in found[6:8]] == [("warm", "brief"), ("a", "b")]


def test_a_number_may_have_bounds_and_a_text_may_not() -> None:
    async def few(
        ctx: Context, one: Annotated[int, Within(1, 5)], two: Annotated[float, Within(0, 1)] | None = None
    ) -> None: ...

    async def wrong(ctx: Context, word: Annotated[str, Within(1, 5)]) -> None: ...

    assert [option.within for option in read_parameters(few, "lab")] == [Within(1, 5), Within(0, 1)]
    with pytest.raises(PluginError, match="cannot have bounds"):
        read_parameters(wrong, "lab")


def test_names_are_shown_as_people_type_them() -> None:
    assert [option.shown for option in read_parameters(everything, "lab")[-2:]] == ["class", "all-the-rest"]


def test_the_context_and_a_forms_answers_are_no_options() -> None:
    assert read_parameters(bare, "lab") == ()
    assert [option.name for option in read_parameters(formed, "lab")] == ["number"]
    assert (answers_parameter(formed), answers_parameter(bare)) == ("answers", None)


def test_a_keyword_with_a_default_is_an_option_that_may_be_left_out() -> None:
    [option] = read_parameters(keyword, "lab")
    assert (option.kind, option.required, option.default) == (OptionKind.TEXT, False, "tea")


def not_waiting(ctx: Context) -> None: ...


async def without_context() -> None: ...


async def listed(ctx: Context, words: list[str]) -> None: ...


async def either(ctx: Context, word: int | str) -> None: ...


async def untyped(ctx, word) -> None: ...  # type: ignore[no-untyped-def]


async def starred(ctx: Context, *words: str) -> None: ...


async def by_place(ctx: Context, word: str, /) -> None: ...


async def unknown(ctx: Context, word: "Nothing") -> None: ...  # type: ignore[name-defined]  # noqa: F821


async def numbered(ctx: Context, level: Literal[1, 2]) -> None: ...


async def required_last(ctx: Context, word: str = "", *, count: int) -> None: ...


@pytest.mark.parametrize(
    ("handler", "cure"),
    [
        (not_waiting, "write it as async def"),
        (without_context, "its first parameter is the context, such as ctx: Context"),
        (listed, "the type of words is none that options can have"),
        (either, "the type of word is none that options can have"),
        (untyped, "word needs a type, such as word: str"),
        (starred, "*words: str cannot be an option; each one needs a name of its own"),
        (by_place, "word: str cannot be an option; each one needs a name of its own"),
        (unknown, "annotations need names that the module knows"),
        (numbered, "the choices of level must be texts, in quotes"),
        (required_last, "count is required but stands behind an optional one"),
    ],
)
def test_a_mistaken_signature_names_the_plugin_the_handler_and_the_cure(handler: Handler, cure: str) -> None:
    with pytest.raises(PluginError) as raised:
        read_parameters(handler, "lab")
    told = str(raised.value)
    assert told.startswith(f"plugin lab: {handler.__name__}")
    assert cure in told
