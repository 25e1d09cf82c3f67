"""At once: two hosts take or answer a case, the member ends it, two accounts begin one; on both databases."""

import asyncio
from collections import Counter

import pytest

from bot.text.markup import plain
from plugins.assistant._case_tables import cases, lines
from tests.plugins.linking import link
from tests.plugins.talking import Desk, desk_on


async def words_of(here: Desk, kind: str) -> list[str]:
    """What stands in the transcripts, of one kind."""
    return [row.words for row in await here.rows(lines) if row.kind == kind]


async def ready(here: Desk) -> None:
    """Ann waits for an answer, and both hosts have the form for it open."""
    await here.talks(here.ann)
    for host in (here.hana, here.hugo):
        await here.does(host, "case_answer_form", 1)


@pytest.mark.long
async def test_of_two_hosts_who_take_it_at_once_one_has_it(each_address: str) -> None:
    async with desk_on(each_address) as here:
        await here.talks(here.ann)
        token = await here.token("case_take", 1)
        await asyncio.gather(*(here.bot.chat.presses(host, token) for host in (here.hana, here.hugo)))
        await here.bot.app.turn()
        assert await words_of(here, "taken") == [""]
        told = [plain(here.bot.seen(host)[-1].message.text) for host in (here.hana, here.hugo)]
        assert sum("It is yours" in text for text in told) == 1 and sum(" has #1" in text for text in told) == 1


@pytest.mark.long
async def test_of_two_hosts_who_answer_at_once_one_is_read_and_the_other_has_their_words_back(
    each_address: str,
) -> None:
    async with desk_on(each_address) as here:
        await ready(here)
        forms = [here.bot.chat.forms(host)[-1].form for host in (here.hana, here.hugo)]
        await asyncio.gather(
            here.bot.chat.submits(here.hana, forms[0], {"text": "From Hana"}),
            here.bot.chat.submits(here.hugo, forms[1], {"text": "From Hugo"}),
        )
        await here.bot.app.turn()
        [said] = await words_of(here, "host")
        loser = here.hugo if said == "From Hana" else here.hana
        assert f"What you wrote: From {loser.name}" in plain(here.bot.seen(loser)[-1].message.text)
        await here.bot.passes(minutes=1)
        assert [text for text in here.told(here.ann) if "writes to you" in text] == [
            f"{said[5:]} writes to you:\n{said}"
        ]


@pytest.mark.long
async def test_while_the_member_ends_it_a_host_is_either_read_or_has_their_words_back(each_address: str) -> None:
    async with desk_on(each_address) as here:
        await ready(here)
        form, done = here.bot.chat.forms(here.hana)[-1].form, await here.token("case_done", 1)
        await asyncio.gather(
            here.bot.chat.presses(here.ann, done), here.bot.chat.submits(here.hana, form, {"text": "Wait!"})
        )
        await here.bot.app.turn()
        [case] = await here.rows(cases)
        assert case.state == "closed"
        said, told = await words_of(here, "host"), plain(here.bot.seen(here.hana)[-1].message.text)
        assert said == ["Wait!"] or ("is over" in told and "What you wrote: Wait!" in told)
        assert Counter(row.kind for row in await here.rows(lines))["closed"] == 1


@pytest.mark.long
async def test_two_accounts_of_one_person_that_turn_to_the_team_at_once_have_one_talk(each_address: str) -> None:
    async with desk_on(each_address) as here:
        await link(here.bot, here.ann, here.ben)
        await asyncio.gather(*(here.bot.chat.says(who, f"/talk {who.name}") for who in (here.ann, here.ben)))
        await here.bot.app.turn()
        assert len(await here.rows(cases)) == 1
        assert sorted(await words_of(here, "member")) == ["Ann", "Ben"]
