"""How texts sound: a guess that is right for what people plainly say, in both languages, and knows "not" and "but"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.tone import Feeling, feeling_of, is_shouted, urgency_of
from bot.search.tone_words import Urgency

PLEASED = """
    Love the new blue glaze!
    Thanks for the lovely stream
    You already advertise us for free? Yeah, keep doing that :)
    It was slow at first, but the second half was wonderful
    Moc děkuju za včerejšek, bylo to krásné
    to je hrozně super
    Ten stream mě fakt bavil
    ❤❤❤
"""
NEUTRAL = """
    How much is delivery?
    Could you stream on Sundays as well?
    not bad at all
    no problem
    Kdy je další stream?
    to není špatné
    Which clay do you use?
"""
UPSET = """
    The sound was really bad tonight
    it was good but the sound was terrible
    I am not happy
    You charged my card twice!!
    nobody answers my mails
    Nikdy mi nepřišel balík
    Zvuk byl dneska fakt špatný
    nebylo to dobré
    nikdo mi neodpovídá
    Začátek byl fajn, ale pak to bylo otravné
    that was bad 😡
"""
URGENT = {
    Urgency.UNSAFE: ["I want to kill myself", "He threatened me", "Vyhrožoval mi, že mě najde", "the lamp caught fire"],
    Urgency.HARASSED: [
        "MugLord is harassing me",
        "Posílá mi nechutné soukromé zprávy",
        "he bullies people in the chat",
    ],
    Urgency.MONEY: [
        "You charged my card twice!!",
        "strhlo mi to z karty dvakrát",
        "this is a scam",
        "Vraťte mi peníze",
    ],
    Urgency.LEGAL: ["I will call my lawyer", "Obrátím se na obchodní inspekci", "podám trestní oznámení"],
    Urgency.BROKEN: ["there is no sound", "the checkout does not work", "nejde mi zaplatit", "Zvuk vůbec nejde"],
    Urgency.HURRY: ["I need an answer today", "URGENT", "Potřebuju to ještě dnes", "prosím co nejdřív"],
}
CAN_WAIT = """
    This is not urgent.
    Není to vůbec naléhavé
    I have never been charged twice
    My bowl came broken, can I get a new one?
    Miska dorazila rozbitá
    how much money have you spent on this game?
    did not hurt at all
"""


def lines(typed: str) -> list[str]:
    return [line.strip() for line in typed.strip().splitlines()]


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        *((text, Feeling.PLEASED) for text in lines(PLEASED)),
        *((text, Feeling.NEUTRAL) for text in lines(NEUTRAL)),
        *((text, Feeling.UPSET) for text in lines(UPSET)),
    ],
)
def test_a_plain_text_sounds_as_it_is_meant(text: str, feeling: Feeling) -> None:
    assert feeling_of(text) is feeling


@pytest.mark.parametrize(("urgency", "text"), [(urgency, text) for urgency in URGENT for text in URGENT[urgency]])
def test_what_cannot_wait_is_noticed_with_its_reason(urgency: Urgency, text: str) -> None:
    assert urgency_of(text) is urgency and urgency_of(text.upper()) is urgency


@pytest.mark.parametrize("text", [*lines(CAN_WAIT), *lines(PLEASED), *lines(NEUTRAL)])
def test_what_can_wait_waits(text: str) -> None:
    assert urgency_of(text) is None


def test_capitals_are_shouting_but_a_name_in_capitals_is_none() -> None:
    assert is_shouted("WHY IS THERE NO SOUND") and not is_shouted("ISIS") and not is_shouted("I use a SM7B mic")


@given(st.text(max_size=400))
def test_any_text_has_a_tone(text: str) -> None:
    assert feeling_of(text) is feeling_of(text) and urgency_of(text) is urgency_of(text)


def test_a_wall_of_words_takes_no_time() -> None:
    assert feeling_of("charged me " * 100_000) is Feeling.UPSET
    assert urgency_of("strhli jste mi to z " * 100_000) is None
