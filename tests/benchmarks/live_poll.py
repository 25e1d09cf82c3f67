"""Ten thousand votes in a minute, by name and without: the cost of one beside a bare command, and edits of the post.

The whole bot, on a clock that is moved second by second; what stands in the poll's post at the end is counted anew.
"""

import gc
import time
from collections.abc import Sequence
from statistics import median
from typing import Final

from bot.model.identity import Role
from bot.model.incoming import ActionPressed, CommandInvoked, Incoming, ReplyTo
from bot.platforms.local.records import GENERAL, HOSTS, SPACE, Asked, Person, Shown
from bot.testing import WholeBot, whole_bot
from bot.text.markup import plain
from tests.benchmarks.measuring import Figure, Size

VOTES: Final = 10_000
SECONDS: Final = 60
TIMES_A_COMMAND: Final = 1.5
EDITS_A_MINUTE: Final = 20
"""What Telegram lets a bot say in a group within a minute (https://core.telegram.org/bots/faq); edits count."""


async def run(size: Size) -> list[Figure]:
    """CPU of a vote in microseconds, beside that of a /ping by the same people; and how often the post was edited."""
    votes = size.of(VOTES)
    found: list[Figure] = []
    async with whole_bot() as bot:
        hana = bot.person("Hana", Role.HOST)
        people = [bot.person(f"Guest {number}") for number in range(votes)]
        await bot.says(hana, "/ping")
        await _minute(bot, [_ping(bot, who, "meet") for who in people])
        for name, secret in (("live-poll", False), ("live-poll-secret", True)):
            found += await _compared(bot, hana, people, name, secret=secret, rounds=size.rounds)
    return found


async def _compared(
    bot: WholeBot, hana: Person, people: Sequence[Person], name: str, *, secret: bool, rounds: int
) -> list[Figure]:
    mine, bare, edits = [], [], []
    for turn in range(rounds):
        bare.append(await _minute(bot, [_ping(bot, who, f"{name}{turn}") for who in people]))
        post = await _opened(bot, hana, secret=secret)
        changes = Changes(post)
        quiet = bot.chat.listen(changes.note)
        presses = [_press(bot, who, post, place % 2, f"{name}{turn}") for place, who in enumerate(people)]
        mine.append(await _minute(bot, presses))
        quiet()
        edits.append(changes.count)
        await bot.passes(seconds=30)
        _refuse_wrong_count(bot, post, len(people))
        await bot.presses(hana, "Close the poll")
    each = 1_000_000 / len(people)
    ratio = median(one / floor for one, floor in zip(mine, bare, strict=True))
    value, floor = median(mine) * each, median(bare) * each
    aim = f"<= {TIMES_A_COMMAND}x"
    changed = median(edits)
    return [
        Figure(name, value, "us CPU", floor, ratio, aim, ratio <= TIMES_A_COMMAND, rounds),
        Figure(
            f"{name}-edits",
            changed,
            "a minute",
            EDITS_A_MINUTE,
            changed / EDITS_A_MINUTE,
            f"<= {EDITS_A_MINUTE}",
            changed <= EDITS_A_MINUTE,
            rounds,
        ),
    ]


class Changes:
    """How often a post was shown anew."""

    def __init__(self, post: str) -> None:
        self._post = post
        self.count = 0

    def note(self, shown: Shown | Asked) -> None:
        """Something was shown, edited or asked."""
        self.count += isinstance(shown, Shown) and shown.message_id == self._post


async def _opened(bot: WholeBot, hana: Person, *, secret: bool) -> str:
    """A poll that stands in the channel; the name of its post."""
    await bot.says(hana, "/poll", HOSTS)
    await bot.submits(hana, bot.chat.forms(hana)[-1].form, {"question": "Tea?", "answers": "Yes\nNo", "kind": "single"})
    if secret:
        await bot.presses(hana, "Anonymous")
    await bot.presses(hana, "Ask now")
    return next(shown.message_id for shown in reversed(bot.chat.sent) if shown.key)


async def _minute(bot: WholeBot, updates: Sequence[Incoming]) -> float:
    """Seconds of CPU for these in a minute, the same number each second."""
    gc.collect()
    share = -(-len(updates) // SECONDS)
    began = time.process_time()
    for second in range(SECONDS):
        for update in updates[second * share : (second + 1) * share]:
            await bot.app.dispatcher.receive(update)
        await bot.app.dispatcher.idle()
        await bot.passes(seconds=1)
    return time.process_time() - began


def _ping(bot: WholeBot, who: Person, event: str) -> CommandInvoked:
    return CommandInvoked(
        event_id=f"{event}-{who.user_id}",
        at=bot.clock.now(),
        actor=who.actor,
        space=SPACE,
        name="ping",
        reply_to=_to(who),
    )


def _press(bot: WholeBot, who: Person, post: str, place: int, event: str) -> ActionPressed:
    shown = next(one for one in reversed(bot.chat.sent) if one.message_id == post)
    token = shown.message.actions[place][0].token
    return ActionPressed(
        event_id=f"{event}-vote-{who.user_id}",
        at=bot.clock.now(),
        actor=who.actor,
        space=SPACE,
        token=token,
        reply_to=_to(who),
    )


def _to(who: Person) -> ReplyTo:
    return ReplyTo("local", GENERAL.channel_id, token=who.user_id)


def _refuse_wrong_count(bot: WholeBot, post: str, people: int) -> None:
    said = next(plain(one.message.text) for one in reversed(bot.chat.sent) if one.message_id == post)
    assert f"Yes · {-(-people // 2):,} · 50 %" in said and f"No · {people // 2:,} · 50 %" in said, said
