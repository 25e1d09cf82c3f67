"""What counts as a question."""

import pytest

from bot.text.questions import is_question


@pytest.mark.parametrize(
    "text",
    [
        "when is it back?",
        "kolik stojí?? díky",
        "いつ？",
        "متى؟",
        "πότε\u037e",
        "¿cuándo",
        "what ⁉",
        "look at https://shop.example/a?b=1 is it this one?",
        "have you seen https://shop.example/teapots?",
        "(www.shop.example/teapots?page=2)?",
        "jsi tu.Kdy/kde?",
    ],
)
def test_a_question_mark_makes_a_question(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nice teapot",
        "https://shop.example/teapots?sort=price",
        "HTTP://SHOP.EXAMPLE/?a=?&b",
        "see www.shop.example?x=1, it is there",
        "shop.example/teapots?page=2 is the page",
        "shop.example?ref=klara",
        "(https://shop.example/teapots?page=2)",
        "half; quarter",
    ],
)
def test_a_mark_inside_a_link_makes_none(text: str) -> None:
    assert not is_question(text)
