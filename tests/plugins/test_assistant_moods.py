"""The bot offers a person by itself to who is fed up, asks for one, or asks the same again; it does nothing more."""

import pytest

from plugins.assistant._case_tables import cases
from plugins.assistant._mood import Mood, is_again, mood_of
from tests.plugins.talking import desk
from tests.plugins.test_assistant import teaches

UPSET = [
    "This is useless",
    "You don't understand, I want my parcel!",
    "that didn’t help",
    "I am SO frustrated with this",
    "Stupid bot.",
    "For the third time: where is it?",
    "where is my parcel???",
    "WHERE IS MY PARCEL NOW",
    "Jsi úplně na nic",
    "Tohle je k ničemu.",
    "To mi nepomohlo",
    "Už mě to štve",
    "Blbej bote, odpověz",
    "Kolikrát se mám ptát?",
    "KDE JE MOJE ZÁSILKA",
    "Mám toho dost!",
]
PERSON = [
    "Can I talk to a real person?",
    "is there a human here",
    "I want to speak with someone",
    "Chci mluvit s člověkem",
    "Je tu někdo živý?",
    "Můžu si promluvit s nějakým živým člověkem?",
    "Přepojte mě prosím",
]
CALM = [
    "How much is delivery?",
    "When is the next stream?!",
    "Do you ship to the USA, UK and EU?",
    "NASA ESA",
    "Can the mug help against the cold?",
    "Is it a joke mug?",
    "How many times can I use the code?",
    "What do you do with broken clay?",
    "Jak dlouho trvá doprava?",
    "Kolik stojí DPD a PPL?",
    "Na co je ta nižší cena?",
    "Proč mi nefunguje kód?",
    "Kolikrát týdně vysíláte?",
    "Kdo tu dneska mluvil o glazurách?",
    "Nemám čas, pošlete mi to poštou?",
    "Jaký je tu dress code?",
]


@pytest.mark.parametrize("text", UPSET)
def test_who_is_fed_up_is_heard(text: str) -> None:
    assert mood_of(text) is Mood.UPSET


@pytest.mark.parametrize("text", PERSON)
def test_who_asks_for_a_person_is_heard(text: str) -> None:
    assert mood_of(text) is Mood.PERSON


@pytest.mark.parametrize("text", CALM)
def test_a_plain_question_is_nothing_but_a_question(text: str) -> None:
    assert mood_of(text) is None


@pytest.mark.parametrize(
    ("text", "before", "again"),
    [
        ("How much is delivery?", "how much is the delivery", True),
        ("Kolik stojí doprava?", "kolik stoji ta doprava", True),
        ("Kolik stojí doprava na Slovensko?", "Kolik stojí doprava na Slovensko", True),
        ("How much is delivery?", "How much is a mug?", False),
        ("Kolik stojí doprava?", "Kdy je další stream?", False),
        ("Kolik stojí hrnek?", "Kolik stojí miska?", False),
    ],
)
def test_the_same_in_nearly_the_same_words_is_asked_again(text: str, before: str, *, again: bool) -> None:
    assert is_again(text, [before]) is again


async def test_a_person_is_offered_first_and_nothing_is_handed_on_by_itself() -> None:
    async with desk() as here:
        await teaches(here, "How much is delivery?", "Twelve euros.")
        assert "take it from here" not in await here.screen(here.ann, "/ask How much is delivery?")
        assert "You have just asked that" not in await here.screen(here.ben, "/ask How much is delivery?")
        again = await here.screen(here.ann, "/ask how much is the delivery")
        assert "Twelve euros." in again and "You have just asked that" in again
        upset = await here.screen(here.ann, "/ask Who won the hockey, you useless thing???")
        assert "I am afraid I am not much help here." in upset
        assert await here.rows(cases) == []
        assert "The team has your words." in await here.presses(here.ann, "Ask a person")
        await here.bot.passes(minutes=16)
        assert "You have just asked that" not in await here.screen(here.ann, "/ask How much is delivery?")


async def test_accounts_that_are_linked_ask_the_same_again_together() -> None:
    async with desk() as here:
        await here.link(here.ben, into=here.ann)
        await here.says(here.ann, "/ask Who won the hockey?")
        assert "You have just asked that" in await here.says(here.ben, "/ask Who won the hockey?")
