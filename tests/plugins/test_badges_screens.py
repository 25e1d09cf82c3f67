"""What people read about badges, in both languages."""

import pytest

from bot.platforms.local.records import Person
from bot.testing import whole_bot
from tests.plugins.badging import Evening, evening_of
from tests.snapshots.compare import matches, screen

LANGUAGES = ("en", "cs")


class Reading:
    """What somebody sees from now on."""

    def __init__(self, it: Evening, who: Person) -> None:
        self._it = it
        self._who = who
        self._seen = len(it.bot.seen(who))

    def of(self, name: str) -> None:
        """Compare it with what is committed."""
        matches(f"badges/{name}", screen(self._it.bot.seen(self._who)[self._seen :]))


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_members_see_reads_well(language: str) -> None:
    async with whole_bot(language=language) as bot:
        it = await evening_of(bot, language)
        reading = Reading(it, it.ann)
        await it.says(it.ann, "/badges")
        reading.of(f"first.{language}")
        for _ in range(5):
            await it.stream(it.ann, it.ben, words="Is it hot?")
        await it.says(it.ivo, "/badge give Ann helper for the glaze recipe")
        reading = Reading(it, it.ann)
        for text in ("/badges", "/badges Ben", "/badge list", "/badge show regular", "/hall", "/hall regular"):
            await it.says(it.ann, text)
        reading.of(f"members.{language}")


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_rule_builder_reads_well(language: str) -> None:
    async with whole_bot(language=language) as bot:
        it = await evening_of(bot, language)
        for _ in range(2):
            await it.stream(it.ann, it.ben)
        reading = Reading(it, it.hana)
        await it.says(it.hana, "/badge edit regular")
        await it.press_at(it.hana, 0)  # add a condition
        await it.press_at(it.hana, 1)  # money spent in all
        form = it.form(it.hana)
        shown = [f"{field.label}: {', '.join(choice.label for choice in field.choices)}" for field in form.fields]
        matches(f"badges/form.{language}", "\n".join([form.title, *shown]))
        await it.fills(it.hana, {"how": "at_least", "value": "50"})
        await it.press_at(it.hana, 3)  # any of them is enough
        await it.press_at(it.hana, -2)  # keep it
        await it.says(it.hana, "/badge backfill")
        await it.press_at(it.hana, 0)
        await it.press_at(it.hana, 0)  # let it begin
        await it.bot.passes(minutes=1)
        reading.of(f"builder.{language}")


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_hosts_and_moderators_see_reads_well(language: str) -> None:
    async with whole_bot(language=language) as bot:
        it = await evening_of(bot, language)
        reading = Reading(it, it.hana)
        await it.says(it.hana, "/badge list")
        await it.says(it.hana, "/badge show helper")
        await it.press_at(it.hana, 2)  # a role or a tag
        await it.press_at(it.hana, 0)
        await it.says(it.hana, "/badge give Ann helper for the glaze recipe")
        await it.says(it.hana, "/badge take Ann helper")
        await it.says(it.hana, "/badge give Ann regular please")
        await it.says(it.hana, "/badge give Ann sunshine please")
        reading.of(f"hosts.{language}")
