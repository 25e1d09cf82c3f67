"""Every request body of a tour through the edge, checked against what Discord publishes and what it enforces."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from bot.model.identity import ChannelRef
from bot.model.incoming import ActionPressed, CommandInvoked, FormSubmitted
from bot.model.messages import Choice, Field, FieldKind, File, Form, Markup, Message
from bot.model.native import InviteSpec, Poll
from tests.at_hand import DISCORDS_HTTP, needs
from tests.platforms.contract import COMMANDS, OTHER_PICTURE, PICTURE
from tests.platforms.discord.bench import START as BEGUN
from tests.platforms.discord.bench import Bench, account, message, platform, running
from tests.platforms.discord.published import published
from tests.platforms.discord.test_commands import BADGES, EVERY_OPTION, START

Body = tuple[str, str, Any]  # method, path, JSON
Rule = Callable[[Body], list[str]]

EVERYTHING = ("messages", "commands", "callback", "channels", "invites", "threads")
TWO = (Choice("a", "A"), Choice("b", "B"))
FORM = Form(
    "form-1",
    "Questions",
    (
        Field("text", "Text", FieldKind.LONG_TEXT, value="x", help="Some."),
        Field("one", "One", FieldKind.CHOICE, choices=TWO),
        Field("some", "Some", FieldKind.CHOICES, choices=TWO),
        Field("yes", "Yes?", FieldKind.YES_NO),
        Field("menu", "Menu", FieldKind.CHOICE, choices=tuple(Choice(str(n), str(n)) for n in range(12))),
    ),
)


def limits(body: Body) -> list[str]:
    """Limits that Discord enforces and does not publish in its schema; the path to each that is broken."""
    texts = {"label": 80, "custom_id": 100, "content": 4000, "nonce": 25, "description": 100, "name": 32, "title": 45}
    return [
        f"{body[1]} {name}: {value!r}"
        for name, value in _named(body[2])
        if isinstance(value, str) and not 0 < len(value) <= texts.get(name, 4000)
    ]


def _named(part: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(part, dict):
        yield from part.items()
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _named(inner)


def described() -> Rule:
    """Discord's own description of its requests."""
    description = published()
    assert description is not None, "it is at hand"
    return lambda body: description.request_faults(*body)


def rules() -> list[Rule]:
    """All that can be held against on this machine."""
    return [limits, *([described()] if DISCORDS_HTTP.exists() else [])]


@pytest.mark.long
@pytest.mark.parametrize("rule", [lambda: limits, pytest.param(described, marks=needs(DISCORDS_HTTP))])
async def test_every_body_of_a_tour_keeps_the_rules(rule: Callable[[], Rule]) -> None:
    async with running(platform(acknowledge_after=0.01), [*COMMANDS, START, BADGES, EVERY_OPTION]) as bench:
        await tour(bench)
        bodies = [(entry.method, entry.path, entry.json) for entry in bench.env.http_requests if entry.json]
        assert set(EVERYTHING) <= {path.rpartition("/")[2] for _, path, _ in bodies}
    assert {method for method, *_ in bodies} == {"POST", "PUT", "PATCH"}
    check = rule()
    assert [broken for body in bodies for broken in check(body)] == []


async def natives(bench: Bench) -> None:
    """One of everything that Discord has of its own."""
    has = bench.platform.natives
    assert has.polls and has.badges and has.invites and has.doors
    in_a_day = BEGUN + timedelta(days=1)
    poll = await has.polls.open_poll(bench.place, Poll("What next?", ("Tea", "Soap"), in_a_day, several=True), key="p")
    await has.polls.close_poll(bench.place, poll.message_id or "")
    role = bench.guild.create_role("Regular")
    await has.badges.give_badge(bench.space, account(bench.ann), str(role.id), reason="because of the test")
    await has.badges.take_badge(bench.space, account(bench.ann), str(role.id), reason="because of the test")
    made = await has.invites.make_invite(bench.space, InviteSpec("from ann", uses=5, until=in_a_day))
    await has.invites.revoke_invite(bench.space, made.reference)
    thread = await has.doors.open_thread(bench.place, "Backstage", [account(bench.ann)])
    await has.doors.see_out(ChannelRef("discord", thread.reference, bench.space.space_id), account(bench.ann))


def card(words: str, picture: bytes) -> Message:
    return Message(Markup(words), files=(File("chart.png", picture, "A chart"),))


async def tour(bench: Bench) -> None:
    """One of everything that the edge sends."""
    await natives(bench)
    post = await bench.platform.send(
        bench.place, message("How likely?", *[(str(n), f"n{n}") for n in range(11)]), key="1"
    )
    await bench.platform.send(account(bench.ann), message("Thanks for coming"), key="2")
    poll = await bench.platform.send(bench.place, card("One", OTHER_PICTURE), key="3")
    await bench.platform.edit(bench.place, post.message_id or "", message("Closed", ("Again", "again")))
    for words in (card("One", PICTURE), card("Two", OTHER_PICTURE), message("Three"), card("Four", PICTURE)):
        await bench.platform.edit(bench.place, poll.message_id or "", words)
    await bench.ann.slash(bench.channel, "ping")
    slow = bench.sink.of(CommandInvoked)[-1]
    await bench.platform.respond(slow.reply_to, message("pong"), private=False)
    shown = next(one for one in bench.channel.history() if str(one.id) == post.message_id)
    await bench.ann.click(shown, label="Again")
    await bench.platform.respond(bench.sink.of(ActionPressed)[-1].reply_to, message("yours"), private=True)
    asked = await bench.ann.slash(bench.channel, "ask")
    await bench.platform.open_form(bench.sink.of(CommandInvoked)[-1].reply_to, FORM)
    await bench.ann.submit_modal(asked, {"text": "t", "one": "a", "some": ["a"], "yes": True, "menu": ["3"]})
    await bench.platform.respond(bench.sink.of(FormSubmitted)[-1].reply_to, message("kept"), private=True)
