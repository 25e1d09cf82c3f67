"""Texts grouped by what they are about: each once, in whatever order they come, and so that a host reads less."""

import json
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.search.grouping import Grouping, grouped
from bot.search.joining import Said
from tests.at_hand import REAL_CHAT, needs
from tests.snapshots.compare import matches
from tests.sources.recordings import SAMPLE

CHATS = ((SAMPLE, 37, "the-sample"), pytest.param(REAL_CHAT, 192, "a-real-chat", marks=needs(REAL_CHAT)))
FEEDBACK = {
    "en": """
        Love the new blue glaze! | The blue glaze is gorgeous, where can I buy it?
        My parcel never arrived and it has been three weeks. | Order 1042 still has not arrived, nobody answers my mails
        I was charged twice for one mug. Please refund me. | You charged my card twice!!
        Starting late every week is annoying | The stream started twenty minutes late again.
        The vase I bought was broken when I opened the box | My bowl came broken, can I get a new one?
        how do I use my points? | What can I spend the points on?
        Someone called MugLord keeps sending me disgusting private messages
    """,
    "cs": """
        Ta nová modrá glazura je nádherná! | Modrá glazura je boží, kde ji koupím?
        Zvuk byl dneska fakt špatný, Hanu nebylo skoro slyšet. | Ve druhé půlce vypadával zvuk.
        Strhli jste mi peníze dvakrát za jeden hrnek. Chci vrátit peníze. | Strhlo mi to z karty dvakrát!!
        Mohli byste začínat včas? Musím uspat děti. | Každý týden začínáte pozdě, to je otravné
        Nemohli byste vysílat i v neděli? | Nedělní stream by byl super pro ty, kdo pracují
        jak použiju body? | Na co můžu utratit body?
        Někdo jménem MugLord mi pořád posílá nechutné soukromé zprávy
    """,
}


def of(*texts: str, language: str = "en") -> Grouping[int]:
    return grouped([Said(number, text) for number, text in enumerate(texts)], language)


def together(grouping: Grouping[int], texts: Sequence[str]) -> set[frozenset[str]]:
    """Who is with whom."""
    return {frozenset(texts[key] for key in group.keys) for group in grouping.groups}


@pytest.mark.parametrize("language", ["en", "cs"])
def test_what_members_write_about_one_thing_is_together_and_nothing_else(language: str) -> None:
    meant = [[text.strip() for text in line.split("|")] for line in FEEDBACK[language].strip().splitlines()]
    texts = [text for group in meant for text in group]

    found = together(of(*texts, language=language), texts)

    apart = {frozenset(group) for group in meant} - found
    assert len(apart) <= 1, apart
    assert not [group for group in found if not any(group <= set(one) for one in meant)]


def test_the_same_thing_said_twice_is_one_however_it_is_typed_and_other_figures_are_another() -> None:
    grouping = of(
        "How old is Chibby?", "how old is chibby", "HOW OLD IS CHIBBY????", "how old is  chiby", "12 lbs?", "15 lbs?"
    )

    said = [one for group in grouping.groups for one in group.said]

    assert [(len(one.keys), one.text) for one in said] == [(4, "how old is chibby"), (1, "12 lbs?"), (1, "15 lbs?")]


def test_what_tells_nothing_is_set_aside_and_what_tells_little_in_a_sentence_is_not() -> None:
    nothing = ["???", "?", "LUL ??", "WHAT", "👍", "", "@ann why?", "https://example.com/x?y", "hahahaha"]

    grouping = of(*nothing, "How can I do it?", "is it crispy?")

    assert sorted(key for one in grouping.aside for key in one.keys) == list(range(len(nothing)))
    assert sorted(key for group in grouping.groups for key in group.keys) == [len(nothing), len(nothing) + 1]


def test_the_quote_is_what_resembles_most_and_the_topic_its_telling_words() -> None:
    grouping = of("where is isis?", "ISIS?", "WHY DID YOU SAY ISIS????", "ISIS the band?", "what kind of mic is that?")

    assert [list(group.topic) for group in grouping.groups] == [["ISIS"], ["mic"]]
    assert grouping.groups[0].said[0].text == "ISIS?"


@pytest.mark.long
def test_a_flood_of_words_that_nobody_else_uses_takes_a_few_seconds_at_most() -> None:
    letters, chance = "abcdefghijklmnopqrstuvwxyz", Random(1)
    words = ["".join(chance.choices(letters, k=chance.randint(5, 9))) for _ in range(16_000)]
    texts = [" ".join(words[at : at + 40]) for at in range(0, len(words), 40)]
    before = process_time()

    assert len(of(*texts).groups) == len(texts)
    assert process_time() - before < 6


FEW = "sound mic broken parcel where my is the late again? glaze blue points LUL ??? zvuk nejde kde body 42 😀"
WORDS = st.sampled_from(FEW.split(" "))
TEXTS = st.lists(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=9).map(" ".join)), max_size=25)


@given(TEXTS, st.sampled_from(["cs", "en", "de"]), st.randoms(use_true_random=False))
@example(["ß", "ss", "SS", "İ", "i"], "cs", Random(1))
def test_each_text_is_in_one_group_or_aside_in_whatever_order_they_come(
    texts: list[str], language: str, chance: Random
) -> None:
    said = [Said(number, text) for number, text in enumerate(texts)]
    grouping = grouped(said, language)
    mixed = chance.sample(said, len(said))

    every = [key for group in grouping.groups for key in group.keys]
    every += [key for one in grouping.aside for key in one.keys]

    assert sorted(every) == list(range(len(texts)))
    assert grouped(mixed, language) == grouping
    assert all(group.topic for group in grouping.groups)
    alike = [one for group in grouping.groups for one in group.said] + list(grouping.aside)
    for one, other in pairwise(texts):
        if one.casefold() == other.casefold():
            first, second = texts.index(one), len(texts) - 1 - texts[::-1].index(other)
            assert any({first, second} <= set(same.keys) for same in alike)


@pytest.mark.parametrize(("file", "many", "name"), CHATS)
def test_the_questions_of_a_stream_come_to_groups_that_a_host_can_use(file: Path, many: int, name: str) -> None:
    comments = json.loads(file.read_text("utf-8"))["comments"]
    texts = [one["message"]["body"] for one in comments]
    texts = [text for text in texts if "?" in re.sub(r"https?://\S+", "", text)]
    assert len(texts) == many

    grouping = of(*texts)

    lines = [f"{len(group.keys)} {', '.join(group.topic)}" for group in grouping.groups if len(group.keys) > 1]
    alone = sum(len(group.keys) == 1 for group in grouping.groups)
    aside = sum(len(one.keys) for one in grouping.aside)
    matches(f"triage/topics-of-{name}", "\n".join([*lines, f"{alone} alone", f"{aside} that tell nothing"]))
