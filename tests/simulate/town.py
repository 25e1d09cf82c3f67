"""A simulated community at work: people do things, the bot sees to them, and everything is checked after each."""

import random
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from types import MappingProxyType

from bot.config import DeliveryConfig
from bot.core.declarations import ActionSpec, Command
from bot.model.identity import Role
from bot.model.messages import Action, Form, is_unkept
from bot.platforms.local.records import Shown
from bot.text.markup import plain
from tests.simulate.acts import Act, Lost
from tests.simulate.books import Books
from tests.simulate.effects import OF_ACTIONS, OF_COMMANDS, Effect
from tests.simulate.living import Bot
from tests.simulate.machine import Machine
from tests.simulate.model import Model, Standing
from tests.simulate.network import Network, NotPossibleError
from tests.simulate.noted import Brought, Heard, Talks, Trials, Urns, Wishes
from tests.simulate.people import Newcomer, Resident
from tests.simulate.watch import To

Deed = Callable[[], Awaitable[object]]

DRAWN_BY_THE_BOT = ("here", "invited", "referrals.claim_by", "referrals.claim")
"""Commands, buttons and forms with codes that the bot draws, so that no two runs have the same."""

NOTHING: Mapping[str, str] = MappingProxyType({})


class BrokenError(AssertionError):
    """Something that must always hold did not."""


@dataclass(slots=True)
class Ledger:
    """What the checks remember from one time to the next."""

    audited: int = 0
    leaving: dict[str, To] = field(default_factory=dict)
    delivered: dict[str, int] = field(default_factory=dict)
    refused: dict[str, list[str]] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    closed_doors: set[str] = field(default_factory=set)
    deliveries: dict[int, tuple[object, ...]] = field(default_factory=dict)
    streams: dict[int, tuple[object, ...]] = field(default_factory=dict)
    taken_back: dict[int, int] = field(default_factory=dict)  # ends of each stream
    signs: set[datetime] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    poisoned: int = 0  # updates that nobody could read
    logged: list[str] = field(default_factory=list)
    grants: dict[int, str] = field(default_factory=dict)  # how rewards that somebody got stand
    kept: set[int] = field(default_factory=set)  # those that ended and did not bring the points back
    codes: dict[str, str] = field(default_factory=dict)  # who reads which
    rewards_off: datetime | None = None  # when the plugin was last seen to be off
    urns: Urns = field(default_factory=Urns)  # who voted what in polls
    wishes: Wishes = field(default_factory=Wishes)  # who is for which idea
    heard: Heard = field(default_factory=Heard)  # what hosts were told as feedback
    brought: Brought = field(default_factory=Brought)  # who brought whom along
    trials: Trials = field(default_factory=Trials)  # testers, reviews, challenges
    talks: Talks = field(default_factory=Talks)  # what was said to the team


LANGUAGES = ("en", "cs")
Check = Callable[["Town"], Iterable[str]]
AfterAct = Callable[["Town", Act], Iterable[str]]
OfShown = Callable[["Town", Shown], Iterable[str]]


class Town:
    """Everything about one run. Actors and faults get it; `does` is the only way to do something."""

    def __init__(
        self,
        bot: Bot,
        rng: random.Random,
        *,
        after_act: Sequence[AfterAct],
        always: Sequence[Check],
        of_shown: Sequence[OfShown],
    ) -> None:
        self.bot = bot
        self.machine: Machine | None = None  # the AI server, where the community has one
        self.rng = rng
        self.model = Model(bot.config.community.zone, _minutes(bot.config.delivery))
        self.books = Books(bot.config.data_folder / "afterglow.db")
        self.ledger = Ledger()
        self.trail: list[str] = []
        self.dies_after: int | None = None
        self.seconds: dict[str, str] = {}  # second accounts, linked or not yet, and whose they are
        self.secrets: dict[str, str] = {}  # words that only their author and the hosts may read
        self._secrets = count()
        self._lost: dict[str, Lost] = {}
        self._after_act = after_act
        self._always = always
        self._of_shown = of_shown
        self._members: dict[int, str] = {}
        self.echo = False

    # People

    def comes(self, who: Newcomer, *, outside: bool = False) -> Resident:
        """Somebody is in the chat from now on, or near it and still `outside`."""
        person = self.chat.comes(who, outside=outside)
        self.model.people[person.user_id] = Standing(person.floor)
        if not outside:
            self.ledger.brought.inside[person.user_id] = self.now
        return person

    @property
    def chat(self) -> Network:
        """The network where everything happens."""
        return self.bot.network

    @property
    def people(self) -> Sequence[Resident]:
        """Everybody who is somebody: whoever has a second account is there once."""
        return [person for person in self.chat.people if person.user_id not in self.seconds]

    def main_of(self, user_id: str) -> str:
        """The first account of whoever that is."""
        return self.seconds.get(user_id, user_id)

    @property
    def now(self) -> datetime:
        """What the clock shows."""
        return self.bot.clock.now()

    def anybody(self, least: Role = Role.MEMBER) -> Resident:
        """Somebody at random who has at least that role."""
        known = [person for person in self.people if self.standing(person).role >= least]
        return self.rng.choice(known or self.people)

    def standing(self, person: Resident) -> Standing:
        """What the model knows of them."""
        return self.model.people[person.user_id]

    def members(self) -> Mapping[int, str]:
        """The people by member's id."""
        sql = "SELECT m.id, a.external_id FROM members m JOIN accounts a ON a.person_id = m.person_id WHERE m.id > :id"
        self._members |= dict(self.books.rows(sql, id=max(self._members, default=0)))
        return self._members

    def has_met(self, person: Resident) -> bool:
        """Whether the bot knows them by now."""
        sql = "SELECT count(*) FROM members m JOIN accounts a ON a.person_id = m.person_id WHERE a.external_id = :id"
        return bool(self.books.value(sql, id=person.user_id))

    def is_live(self) -> bool:
        """Whether a stream is on, as the books say."""
        return bool(self.books.value("SELECT count(*) FROM streams WHERE state IN ('live', 'ending')"))

    def secret(self, person: Resident) -> str:
        """A word nobody else says."""
        word = f"secret{next(self._secrets)}x"
        self.secrets[word] = person.user_id
        return word

    # Deeds

    async def says(self, person: Resident, text: str, what: Command | None, *, privately: bool = False) -> None:
        """A command or a line of chat."""
        # A command with words too many is refused whole.
        effect = OF_COMMANDS.get(what.name) if what and text == f"/{what.name}" else None
        shown = f"/{what.name} ..." if what and what.name in DRAWN_BY_THE_BOT else text[:80]
        act = Act(person, f"says {shown!r}{' privately' if privately else ''}", what)
        await self.does(act, lambda: self.chat.says(person, text, privately=privately), effect)

    async def tells(self, person: Resident, text: str, *, privately: bool) -> None:
        """Plain words to the bot: by its name where everybody reads it, or in its private chat."""
        act = Act(person, f"tells the bot {text[:80]!r}{' privately' if privately else ''}")
        act.is_plain, act.is_private, act.is_unkept = True, privately, privately and self.chat.forgets_words
        await self.does(act, lambda: self.chat.tells(person, text, privately=privately))

    async def presses(self, person: Resident, action: Action) -> None:
        """A button that the person sees, or one of which they only know the token."""
        spec, words = self.behind(action.token)
        shown = ["..."] if spec is not None and spec.full_name in DRAWN_BY_THE_BOT else list(words)
        act = Act(person, f"presses {spec.full_name if spec else action.token!r} {shown}", spec)
        act.is_unkept = is_unkept(action.token)
        effect = OF_ACTIONS.get(spec.full_name) if spec else None
        await self.does(act, lambda: self.chat.presses(person, action.token), effect, words)

    async def submits(self, person: Resident, form: Form, values: Mapping[str, str]) -> None:
        """A form that is open for the person."""
        spec, words = self.behind(form.token)
        is_drawn = spec is not None and spec.full_name in DRAWN_BY_THE_BOT
        short = {name: "..." if is_drawn else value[:30] for name, value in values.items()}
        try:
            filled = await self.chat.fills_in(person, form, values)
        except NotPossibleError:
            self.note(f"cannot fill in {short}", person)
            return
        act = Act(person, f"submits {spec.full_name if spec else form.token!r} {short}", spec)
        act.is_unkept = is_unkept(form.token)
        effect = OF_ACTIONS.get(spec.full_name) if spec else None
        await self.does(act, lambda: self.chat.submits(person, form), effect, words, filled)

    async def does(
        self,
        act: Act,
        deed: Deed,
        effect: Effect | None = None,
        words: Sequence[str] = (),
        answers: Mapping[str, str] = NOTHING,
    ) -> None:
        """Let a deed happen, see to it, note what it changed, and check everything."""
        act.arguments, act.answers = words, answers
        await self._before(act)
        seen, asked, lost = self._seen(act.person), len(self.chat.watch.asked), self.chat.watch.answers_lost
        sent = len(self.chat.sent)
        dies_after, self.dies_after = self.dies_after, None
        try:
            act.died = await self.bot.does(deed, dies_after=dies_after)
        except NotPossibleError as reason:
            self.note(f"... which cannot be done here: {reason}")
            return
        if act.died:
            self.note(f"... and the bot died of it, after at most {dies_after} steps")
        act.answer_lost = self.chat.watch.answers_lost > lost or self.chat.is_disturbed()
        act.told = told = self._told()
        missed = [id for id in told if not self.is_stored(id)]
        if missed and self.chat.hands_over_again and not act.is_unkept:
            raise BrokenError(
                f"updates {missed} are lost, although {self.chat.name} had them until they were confirmed"
            )
        act.stored = bool(told) and not missed
        self._lost |= {id: Lost(act.person, act.what, effect, words, answers, act.cast) for id in missed}
        if effect is not None and act.person is not None and act.allowed and act.stored:
            effect(self.standing(act.person), words, answers)
        if act.person is not None:
            act.seen = self.chat.shown(act.person)[seen:]
            act.posted = [shown for shown in self.chat.sent[sent:] if shown.only_for is None]
            act.asked = [
                form for to, form in self.chat.watch.asked[asked:] if self.chat.whose(to) == act.person.user_id
            ]
        act.audit = self._audited()
        self._check([line for check in self._after_act for line in check(self, act)])
        self.check()

    async def follows_up(self, words: str, deed: Deed) -> None:
        """Something happens that is nobody's act."""
        await self.does(Act(None, words), deed)

    async def _before(self, act: Act) -> None:
        if self.chat.pace:
            self.bot.clock.advance(self.chat.pace)
        await self.chat.follows_the_clock()
        self.note(act.words, act.person)
        if act.person is not None and act.what is not None:
            act.allowed = self.model.may(act.person.user_id, act.what)
            act.was_blocking = self.standing(act.person).blocking
        self.ledger.signs |= {self.now, self.chat.moment()}
        self.bot.ear.heard.clear()
        self.chat.told()

    def _told(self) -> Sequence[str]:
        """The ids of what the bot was told since the last act began, by the network or by whoever else tells it."""
        return list(dict.fromkeys((*self.chat.told(), *(update.event_id for update in self.bot.ear.heard))))

    async def repeats(self) -> None:
        """The platform hands the last update over once more: it changes nothing, unless the bot never took it in."""
        act = Act(None, "the last update comes again", again=True)
        await self._before(act)
        shown = len(self.chat.sent)
        try:
            await self.bot.does(self.chat.repeats)
        except NotPossibleError:
            return
        act.audit = self._audited()
        for id in self._told():
            await self._came_again(act, id, is_new=len(self.chat.sent) > shown)
        self.check()

    async def _came_again(self, act: Act, id: str, *, is_new: bool) -> None:
        lost = self._lost.pop(id, None)
        if lost is None and (act.audit or is_new):
            raise BrokenError(f"what came again was done again: {id}")
        if lost is not None and lost.person is not None:
            act.person, act.what = lost.person, lost.what
            act.arguments, act.answers, act.cast = lost.words, lost.answers, lost.cast
            act.allowed = lost.what is None or self.model.may(lost.person.user_id, lost.what)
            act.stored = self.is_stored(id)
            if lost.effect is not None and act.allowed:
                lost.effect(self.standing(lost.person), lost.words, lost.answers)
            self._check([line for check in self._after_act for line in check(self, act)])

    def _seen(self, person: Resident | None) -> int:
        return len(self.chat.shown(person)) if person else 0

    def is_stored(self, event_id: str) -> bool:
        """Whether the bot took the update in."""
        return bool(self.books.value("SELECT count(*) FROM intake WHERE event_id = :id", id=event_id))

    def has_heard(self) -> bool:
        """Whether the bot took in what was done last."""
        told = self._told()
        return bool(told) and self.is_stored(told[-1])

    def _audited(self) -> list[tuple[object, ...]]:
        sql = "SELECT id, member_id, action, subject, before, after, undoes FROM audit WHERE id > :id ORDER BY id"
        new = self.books.rows(sql, id=self.ledger.audited)
        self.ledger.audited = max([self.ledger.audited, *(row[0] for row in new)])
        return new

    def passes_over_changes(self) -> None:
        """What was changed just now was nobody's act."""
        self._audited()

    def behind(self, token: str) -> tuple[ActionSpec | None, Sequence[str]]:
        """The action of a button, and its arguments."""
        tokens = self.bot.app.parts.tokens
        read = tokens.read(token, 1) or tokens.read(token, 2)  # where the place joined a community, that is the second
        return (None, ()) if read is None else (self.bot.app.parts.registry.action_of(read[0]), read[1])

    # Time

    async def passes(self, span: timedelta) -> None:
        """Let time pass; whatever is due meanwhile happens, or the bot dies over it."""
        self.note(f"{span} pass")
        dies_after, self.dies_after = self.dies_after, None
        if await self.bot.does(lambda: self.bot.live(span), dies_after=dies_after):
            self.note(f"... and the bot died on the way, after at most {dies_after} steps")
            await self.bot.does(self.bot.turn)
        self.check()

    async def turns(self) -> None:
        """The bot does what is due now, or dies over it."""
        dies_after, self.dies_after = self.dies_after, None
        if await self.bot.does(self.bot.turn, dies_after=dies_after):
            self.note(f"... the bot died, after at most {dies_after} steps")
            await self.bot.does(self.bot.turn)
        self.check()

    # What is checked

    def check(self) -> None:
        """Raise for anything that does not hold now."""
        for shown in self.chat.news():
            self.ledger.complaints += [line for check in self._of_shown for line in check(self, shown)]
        self._check([line for check in self._always for line in check(self)])

    def _check(self, complaints: Sequence[str]) -> None:
        if complaints:
            raise BrokenError("\n".join(complaints[:5]))

    def note(self, words: str, person: Resident | None = None) -> None:
        """Write into the trail."""
        name = f"{person.user_id} ({self.standing(person).role.name.lower()}) " if person else ""
        self.trail.append(f"{self.now:%m-%d %H:%M:%S} {name}{words}")
        if self.echo:
            print(self.trail[-1], flush=True)

    def text(self, key: str, language: str, **values: object) -> str:
        """A text of the bot as people read it."""
        return plain(self.bot.app.parts.translator.text(key, language, **values))


def _minutes(delivery: DeliveryConfig) -> tuple[int, int]:
    start, until = delivery.quiet_from, delivery.quiet_until
    return start.hour * 60 + start.minute, until.hour * 60 + until.minute
