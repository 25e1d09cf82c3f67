"""What people do, each kind of thing a small function that is drawn by its weight."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from bot.community.stream import DEBOUNCE
from bot.core.declarations import Command
from bot.model.identity import AccountRef, Actor, Role
from bot.model.incoming import SignalKind, StreamSignal
from bot.model.messages import Action
from bot.platforms.local.polls import VOTE
from bot.platforms.local.records import Shown
from tests.simulate import coming
from tests.simulate.acts import Act
from tests.simulate.people import NAMES, Newcomer, Resident
from tests.simulate.town import Town
from tests.simulate.wording import values_for, words_for

Actor_ = Callable[[Town], Awaitable[None]]

RECENT = 8
"""So many of the newest messages somebody looks at."""


# ---- everybody ----------------------------------------------------------------------------------------------------


async def talk(town: Town) -> None:
    """Some people chat, one after another."""
    for _ in range(town.rng.randint(1, 6)):
        person = town.anybody()
        if town.standing(person).left:
            continue
        town.standing(person).spoken += 1
        await town.says(person, town.rng.choice(("hello", "so nice", "how much is it?", "http://x.y/?q=1")), None)


async def press_what_is_seen(town: Town) -> None:
    """Somebody presses a button under one of the newest messages that they see."""
    person = town.anybody()
    if actions := _offered(town, person):
        await town.presses(person, town.rng.choice(actions))


async def press_what_calls(town: Town) -> None:
    """Somebody does what the newest message with buttons asks them to: check in, agree, open, answer."""
    person = town.anybody()
    shown = next((shown for shown in reversed(town.chat.shown(person)) if _buttons(shown.buttons)), None)
    if shown is not None:
        await town.presses(person, town.rng.choice(_buttons(shown.buttons)))


async def agree(town: Town) -> None:
    """Some people allow to be written to after streams."""
    for _ in range(town.rng.randint(1, 5)):
        person = town.anybody()
        for action in _below(town.chat.shown(person), town, "streams.write_after"):
            await town.presses(person, action)


async def come_in(town: Town) -> None:
    """Many are there from the first minute: they check in, some want to be written to, a few of them only seldom."""
    commands = town.bot.app.parts.registry.commands
    await town.says(town.anybody(Role.HOST), "/stream note so blue!", commands["stream", "note"])
    for person in town.people:
        if town.rng.random() < 0.1:
            await town.says(person, "/preferences", commands["preferences",])
            for action in _below(town.chat.shown(person)[-1:], town, "passport.often"):
                await town.presses(person, action)
        for name, often in (("streams.check_in", 0.5), ("streams.write_after", 0.4)):
            if town.rng.random() < often:
                for action in _below(town.chat.shown(person), town, name):
                    await town.presses(person, action)


def _below(shown: Sequence[Shown], town: Town, name: str) -> list[Action]:
    """The newest button of that action, if there is one."""
    found = [action for each in shown for action in _buttons(each.buttons) if _is(town, action, name)]
    return found[-1:]


def _is(town: Town, action: Action, name: str) -> bool:
    spec, _ = town.behind(action.token)
    return spec is not None and spec.full_name == name


async def prefer(town: Town) -> None:
    """Somebody looks at their preferences and changes one."""
    person, count = town.anybody(), len(town.chat.sent)
    await town.says(person, "/preferences", town.bot.app.parts.registry.commands["preferences",])
    mine = [each for each in town.chat.sent[count:] if each.only_for == person.account]
    if buttons := [action for shown in mine for action in _buttons(shown.buttons)]:
        await town.presses(person, town.rng.choice(buttons))
        await fill_in(town)


async def command(town: Town) -> None:
    """A member uses one of the commands that are for everybody."""
    await _use(town, town.anybody(), Role.MEMBER)


async def ask(town: Town) -> None:
    """Somebody asks the hosts something that nobody else is to read."""
    person = town.anybody()
    town.standing(person).questions += 1
    spec = town.bot.app.parts.registry.commands["q",]
    await town.says(person, f"/q Which clay? {town.secret(person)}", spec)


async def fill_in(town: Town) -> None:
    """Whoever has a form open sends it, or closes it."""
    for person in town.people:
        for form in town.chat.forms(person):
            if town.rng.random() < 0.15:
                town.chat.dismisses(person, form)
            else:
                await town.submits(person, form, values_for(town, person, form))


async def come_and_go(town: Town) -> None:
    """Somebody leaves, or comes back."""
    person = town.anybody()
    await (coming.comes_in if town.standing(person).left else coming.goes)(town, person)


async def block(town: Town) -> None:
    """Somebody shuts the bot out of their private chat, or lets it in again; the bot may hear of it or not."""
    person = town.anybody()
    standing = town.standing(person)
    quietly = town.rng.random() < 0.5
    quietly, shut = quietly or not town.chat.tells_of_doors, not standing.blocking
    words = f"{'lets the bot in' if standing.blocking else 'shuts the bot out'}{' quietly' if quietly else ''}"
    await town.does(Act(person, words), lambda: town.chat.shuts_out(person, shut=shut, quietly=quietly))
    standing.blocking = not standing.blocking
    if not quietly:
        (town.ledger.closed_doors.add if standing.blocking else town.ledger.closed_doors.discard)(person.user_id)


async def follow_a_link(town: Town) -> None:
    """Somebody follows a deep link, with nothing in it or with a button's token."""
    person = town.anybody()
    if town.standing(person).blocking:
        return
    await town.does(Act(person, "opens a link"), lambda: town.chat.opens(person))
    if town.has_heard():
        town.ledger.closed_doors.discard(person.user_id)


async def arrive(town: Town) -> None:
    """Somebody new comes."""
    if len(town.people) >= 45:
        return
    number = len(town.chat.people)
    language = town.rng.choice(("en", "cs", None))
    person = town.comes(Newcomer(f"u{number}", NAMES[number % len(NAMES)], Role.MEMBER, language))
    await town.does(Act(person, "arrives"), lambda: town.chat.joins(person))


# ---- those who run it ---------------------------------------------------------------------------------------------


async def host(town: Town) -> None:
    """A host uses one of theirs."""
    await _use(town, town.anybody(Role.HOST), Role.HOST)


async def moderate(town: Town) -> None:
    """A moderator uses one of theirs."""
    await _use(town, town.anybody(Role.MODERATOR), Role.MODERATOR)


async def own(town: Town) -> None:
    """The owner uses one of theirs."""
    await _use(town, town.anybody(Role.OWNER), Role.OWNER)


async def undo(town: Town) -> None:
    """A moderator looks at the changes and takes one back."""
    person = town.anybody(Role.MODERATOR)
    await town.says(person, "/audit", town.bot.app.parts.registry.commands["audit",])
    shown = town.chat.shown(person)[-1:]
    if found := [each for one in shown for each in _buttons(one.buttons) if _is(town, each, "admin.undo")]:
        await town.presses(person, town.rng.choice(found))


async def set_right(town: Town) -> None:
    """The moderators let everything run again: what was stopped, paused, edited or turned off."""
    if town.model.stopped:
        await _says(town, "everything resume", "")
    for name in sorted(town.model.off):
        await _says(town, "plugin enable", name)
    sql = "SELECT plugin || '.' || name, status FROM journeys WHERE status <> 'running' ORDER BY id"
    for name, status in town.books.rows(sql):
        if status in ("paused", "stopped"):
            await _says(town, "journey resume", name)
        if status != "paused":
            await _says(town, "journey approve", name)


async def _says(town: Town, name: str, words: str) -> None:
    spec = town.bot.app.parts.registry.commands[tuple(name.split())]
    await town.says(town.anybody(Role.MODERATOR), f"/{name} {words}".strip(), spec)


async def signal(town: Town) -> None:
    """A source tells of a stream: it starts, flaps, ends, late or twice or out of order."""
    rng, now = town.rng, town.now
    kind = rng.choice((*[SignalKind.STARTED, SignalKind.ENDED] * 3, SignalKind.PLANNED, SignalKind.CANCELLED))
    at = now - timedelta(minutes=rng.choice((0, 0, 0, 1, 4, 30, -5)))
    update = StreamSignal(
        event_id=f"signal-{len(town.trail)}",
        at=at,
        actor=Actor(AccountRef(town.chat.name, "twitch"), "twitch"),
        space=town.chat.space,
        kind=kind,
        source=rng.choice(("twitch", "youtube")),
        reference=f"{now:%j}",
        title=rng.choice(("", "Tea night")),
        planned_for=now + timedelta(hours=3) if kind is SignalKind.PLANNED else None,
    )
    # A source that tells late lets the stream end at most a debounce behind what it says, whoever still chats.
    town.ledger.signs |= {at, at + DEBOUNCE}
    act = Act(None, f"{update.source} says {kind} at {at:%H:%M}")
    await town.does(act, lambda: town.bot.ear.receive(update))


# ---- those who should not -----------------------------------------------------------------------------------------


async def overstep(town: Town) -> None:
    """Anybody at all tries any command at all."""
    await _use(town, town.anybody(), None)


async def press_what_is_not_theirs(town: Town) -> None:
    """Somebody presses a button under a message that another one saw."""
    tokens = [action for shown in town.chat.sent[-200:] for action in _buttons(shown.buttons)]
    if tokens:
        await town.presses(town.anybody(), town.rng.choice(tokens))


async def mistype(town: Town) -> None:
    """Somebody types what is no command, or a button's token that nobody made."""
    person = town.anybody()
    await town.says(person, town.rng.choice(("/strat", "/", "/stream", "//", "/help me", "/plugin")), None)
    await town.presses(person, Action("forged", "abcd_1_AAAAAAAA"))


async def slip(town: Town) -> None:
    """A host ends the stream by a slip and takes that back, at once or after a while; two may try, and late."""
    commands = town.bot.app.parts.registry.commands
    person = town.anybody(Role.HOST)
    await town.says(person, "/stream end", commands["stream", "end"])
    await town.passes(timedelta(minutes=town.rng.choice((0, 1, 5, 11, 14, 16))))
    for other in {person.user_id: person, (another := town.anybody(Role.HOST)).user_id: another}.values():
        if found := _below(town.chat.shown(person), town, "streams.take_back"):
            await town.presses(other, found[0])
        else:
            await town.says(other, "/stream start", commands["stream", "start"])


# ---- parts --------------------------------------------------------------------------------------------------------


async def _use(town: Town, person: Resident, least: Role | None) -> None:
    known = town.bot.app.parts.registry.commands.values()
    found = [each for each in known if least in (None, each.least_role) and each.path != ("q",)]
    chosen = town.rng.choice(found)
    await town.says(person, _line(town, chosen), chosen, privately=town.rng.random() < 0.2)


def _line(town: Town, chosen: Command) -> str:
    return f"/{chosen.name} {words_for(town, chosen)}".strip()


def _offered(town: Town, person: Resident) -> list[Action]:
    newest = town.chat.shown(person)[-RECENT:]
    return [action for shown in newest for action in _buttons(shown.buttons)]


def _buttons(actions: Sequence[Action]) -> list[Action]:
    """What a press of tells the bot; votes in polls of the network's own are told in another way."""
    return [action for action in actions if action.token and not action.token.startswith(VOTE)]
