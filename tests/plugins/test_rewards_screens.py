"""What rewards look like in both languages, and what others show of them."""

import re

import pytest

from bot.model.uploads import Upload
from bot.platforms.local.records import Person
from tests.plugins.rewarding import Shop, shop
from tests.snapshots.compare import matches

LANGUAGES = ("en", "cs")
SECRETS = re.compile(r"\b[0-9a-f]{64}\b")
TICKETS = re.compile(r"\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b")
VOTE = {"en": "vote", "cs": "hlas"}


async def tap(here: Shop, person: Person, place: int = 0) -> str:
    """Press one of the buttons under the newest message; what is seen because of it."""
    seen = len(here.bot.seen(person))
    await here.bot.presses(person, here.bot.seen(person)[-1].buttons[place].label)
    return here.since(person, seen)


async def furnish(here: Shop, language: str) -> None:
    """A code, a slot, and something to be handed over, made by way of the screens of a moderator."""
    matches(f"rewards/create.{language}", await here.screen(here.mona, "/reward create slot Čaj s Hanou"))
    await here.bot.presses(here.mona, here.bot.seen(here.mona)[-1].buttons[0].label)
    await here.fill(here.mona, about="Half an hour about your own pots.", content="Studio, door 3")
    await tap(here, here.mona, 1)
    await here.fill(here.mona, price="120", cost="15")
    matches(
        f"rewards/times.{language}", await here.screen(here.mona, '/reward times "Čaj s Hanou" 24.12. 18:00 30 1 2')
    )
    await here.says(here.mona, "/reward show Čaj")
    matches(f"rewards/host-card.{language}", here.since(here.mona, len(here.bot.seen(here.mona)) - 1))
    await tap(here, here.mona, 6)
    await here.says(here.mona, "/reward create code Voucher")
    await tap(here, here.mona, 1)
    await here.fill(here.mona, price="30")
    await here.says(here.mona, "/reward codes Voucher")
    await here.fill(here.mona, codes="TEA-4711\nTEA-4712")
    matches(f"rewards/codes.{language}", here.since(here.mona, len(here.bot.seen(here.mona)) - 1))
    await tap(here, here.mona, 6)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_rewards_read_well(language: str) -> None:
    async with shop(language=language) as here:
        matches(f"rewards/none.{language}", await here.screen(here.ann, "/rewards"))
        await furnish(here, language)
        await here.points(here.ann, 100)
        matches(f"rewards/list.{language}", await here.screen(here.ann, "/rewards"))
        await here.says(here.ann, "/rewards Voucher")
        matches(f"rewards/claimed-code.{language}", await tap(here, here.ann))
        await here.points(here.ann, 80)
        matches(f"rewards/slot.{language}", await here.screen(here.ann, "/rewards Čaj"))
        matches(f"rewards/kept.{language}", await tap(here, here.ann))
        matches(f"rewards/booked.{language}", await tap(here, here.ann))
        matches(f"rewards/mine.{language}", await here.screen(here.ann, "/mine"))
        await here.says(here.ben, "/rewards Čaj")
        matches(f"rewards/short.{language}", here.since(here.ben, len(here.bot.seen(here.ben)) - 1))
        matches(f"rewards/waits.{language}", await tap(here, here.ben))
        matches(f"rewards/host-list.{language}", await here.screen(here.mona, "/reward list"))
        matches(f"rewards/hosts-told.{language}", "\n\n".join(here.hosts()))


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_draw_reads_well(language: str) -> None:
    async with shop(language=language) as here:
        await here.says(here.mona, f"/reward create {VOTE[language]} Glazura")
        await tap(here, here.mona)
        await here.fill(here.mona, content="modrá\nzelená")
        await tap(here, here.mona, 5)
        screens = [await here.screen(here.mona, "/draw start Glazura 2 sobota 18:00 streams")]
        screens += [await tap(here, here.ann), await tap(here, here.ann)]
        screens.append(await here.screen(here.mona, "/draw close"))
        screens.append(await here.screen(here.mona, "/draw cancel"))
        seen = len(here.bot.seen(here.ann))
        await here.bot.passes(days=1, minutes=15)
        screens += [here.since(here.ann, seen), await here.screen(here.ann, "/draw check")]
        matches(f"rewards/draw.{language}", SECRETS.sub("…", TICKETS.sub("ABCD-2345", "\n\n".join(screens))))


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_others_show_what_is_next_and_what_is_in_play(language: str) -> None:
    async with shop(language=language) as here:
        await furnish(here, language)
        await here.points(here.ann, 20)
        own = await here.says(here.ann, "/me")
        of_ann = await here.says(here.ben, "/me Ann")
        assert "Voucher" in own and "Voucher" not in of_ann
        await here.says(here.mona, "/draw start Voucher 1 24.12. 18:00")
        await here.says(here.hana, "/stream start Tea")
        await here.bot.says(here.ann, "hello")
        await here.points(here.ann, 80)
        await here.says(here.ann, "/rewards Voucher")
        await tap(here, here.ann)
        cues = await here.says(here.hana, "/cues")
        lines = [line for line in cues.splitlines() if "Voucher" in line]
        await here.bot.passes(minutes=30)
        await here.says(here.hana, "/stream end")
        await here.bot.passes(minutes=20)
        recap = [line for line in (await here.says(here.hana, "/stream recap")).splitlines() if "Voucher" in line]
        shown = [line for line in own.splitlines() if "Voucher" in line]
        matches(f"rewards/elsewhere.{language}", "\n".join([*shown, *lines, *recap]))


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_streams_files_and_early_access_read_well(language: str) -> None:
    async with shop(language=language) as here:
        screens = []
        for kind, title, content in (
            ("stream", "Vypalování", "https://discord.com/events/1/2"),
            ("early", "První výpal", "https://example.org/vypal"),
            ("file", "Střih", ""),
        ):
            await here.says(here.mona, f"/reward create {kind} {title}")
            await tap(here, here.mona, 0)
            await here.fill(here.mona, title=title, about="", content=content)
            await give_what_it_needs(here, kind, title)
            screens.append(await here.screen(here.mona, f"/reward show {title}"))
            await tap(here, here.mona, -2)
            screens.append(await here.screen(here.ann, f"/rewards {title}"))
            screens.append(await tap(here, here.ann))
            if kind == "stream":
                screens += [await tap(here, here.ann), here.told(here.ann)[-1], await tap(here, here.ann)]
        matches(f"rewards/kinds.{language}", "\n\n".join(screens))


async def give_what_it_needs(here: Shop, kind: str, title: str) -> None:
    """A place and a time, a day, or a file."""
    match kind:
        case "stream":
            await tap(here, here.mona, 6)
            await tap(here, here.mona, 1)
            await here.says(here.mona, f"/reward times {title} 24.12. 18:00 60 3")
        case "early":
            await tap(here, here.mona, 2)
            await here.fill(here.mona, closes_at="24.12. 18:00", can_gift="no")
        case _:
            await tap(here, here.mona, 5)
            await here.fill(here.mona, file=Upload("local", "střih", 6, "střih.pdf").value)
