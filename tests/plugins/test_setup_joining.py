"""The screens by which places become one community, and part again."""

import contextlib
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import sqlalchemy as sa

from bot.community.people import People
from bot.core.joining import Joining
from bot.core.settling import settle
from bot.model.identity import Actor, Community, Role, SpaceRef
from bot.platforms.local.records import SPACE, Person
from bot.storage.tables import spaces
from tests.plugins.setting_up import Place, place
from tests.snapshots.compare import matches

LANGUAGES = ("en", pytest.param("cs", marks=pytest.mark.long))
OTHER = SpaceRef("local", "club")


@dataclass
class Places:
    """The chat, which is young, and Club, a community that the bot knows from elsewhere. Hana owns the chat."""

    here: Place
    hana: Person
    club: Community

    async def code(self) -> str:
        """A code that Club's owner was shown."""
        parts = self.here.bot.app.parts
        async with parts.work() as work:
            member = await People(work).recognise(Actor(self.hana.account, "Hana"), self.club)
            return await Joining(parts, work, self.club).new_code(member)


@contextlib.asynccontextmanager
async def places(language: str = "en", *, about: str = "Club & <Sons>") -> AsyncIterator[Places]:
    async with place(language=language) as here:
        hana = here.bot.person("Hana", Role.OWNER, language=language)
        await here.says("/ping", hana)
        await here.says("/ping", here.ema)
        async with here.bot.app.parts.work() as work:
            club = await settle(here.bot.app.parts, work, OTHER, title=about)
        yield Places(here, hana, club)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_screens_of_a_place_that_joins_read_well(language: str) -> None:
    async with places(language) as it:
        here, hana = it.here, it.hana
        first = await here.says("/setup", hana)
        wrong = await here.says("/setup join AAAA-BBBB", hana)
        offer = await here.says(f"/setup join {await it.code()}", hana)
        done = await here.presses({"en": "Join", "cs": "Připojit"}[language], hana)
        matches(f"setup/joins.{language}", "\n\n----\n\n".join([first, wrong, offer, done]))


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_screens_of_the_one_that_stays_read_well(language: str) -> None:
    async with places(language) as it:
        here, hana = it.here, it.hana
        await here.says(f"/setup join {await it.code()}", hana)
        await here.presses({"en": "Join", "cs": "Připojit"}[language], hana)
        async with here.bot.app.parts.work() as work:
            # As if the community had begun here, and the other place had joined.
            is_here = spaces.c.external_id == SPACE.space_id
            await work.execute(sa.update(spaces).where(is_here).values(joined_at=None))
            await work.execute(sa.update(spaces).where(~is_here).values(joined_at=work.now))
        told = [re.sub(r"[0-9A-Z]{4}-[0-9A-Z]{4}", "CODE", await here.says("/setup join", hana))]
        told.append(await here.presses({"en": "Places and codes", "cs": "Místa a\u00a0kódy"}[language], hana))
        told.append(await here.presses({"en": "Club & <Sons>: let", "cs": "Club & <Sons>: správci"}[language], hana))
        told.append(await here.presses({"en": "Let Club", "cs": "Osamostatnit Club"}[language], hana))
        told.append(await here.presses({"en": "Yes", "cs": "Ano"}[language], hana))
        told.append(await here.says("/audit", hana))
        matches(f"setup/joined.{language}", "\n\n----\n\n".join(told))


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_said_why_a_history_keeps_two_apart_and_what_to_do(language: str) -> None:
    async with places(language) as it:
        await it.here.says("/stream start", it.hana)
        told = [await it.here.says(f"/setup join {await it.code()}", it.hana)]
        told.append(await it.here.says("/setup part", it.hana))
        matches(f"setup/apart.{language}", "\n\n----\n\n".join(told))


@pytest.mark.long
async def test_the_code_can_be_typed_into_the_form_that_the_first_step_offers() -> None:
    async with places() as it:
        await it.here.says("/setup", it.hana)
        await it.here.presses("Join that community", it.hana)
        assert "would be a part of Club & <Sons>" in await it.here.fills_in({"code": await it.code()}, it.hana)
        assert "everything stays as it is" in await it.here.presses("Leave it as it is", it.hana)


@pytest.mark.long
async def test_nobody_is_asked_about_another_community_where_there_is_none_or_once_there_is_a_history() -> None:
    async with place() as here:
        assert "First: does this place belong" not in await here.says("/setup")
    async with places() as it:
        assert "First: does this place belong" in await it.here.says("/setup")
        await it.here.says("/stream start")
        assert "First: does this place belong" not in await it.here.says("/setup")


@pytest.mark.long
async def test_the_doctor_says_that_nobody_who_runs_a_joined_place_counts_and_shows_the_way() -> None:
    async with places() as it:
        await it.here.says(f"/setup join {await it.code()}", it.hana)
        await it.here.presses("Join", it.hana)
        async with it.here.bot.app.parts.work() as work:
            is_here = spaces.c.external_id == SPACE.space_id
            await work.execute(sa.update(spaces).where(is_here).values(joined_at=None))
            await work.execute(sa.update(spaces).where(~is_here).values(joined_at=work.now))
        told = await it.here.says("/doctor", it.hana)
        found = re.search(r"(\d+)\. Club & <Sons> joined this community", told)
        assert found is not None, told
        label = next(one.label for one in it.here.bot.seen(it.hana)[-1].buttons if found[1] in one.label)
        assert "Several places, one community" in await it.here.presses(label, it.hana)
