"""What people see of the bot on Telegram, in the order they came to see it."""

from collections.abc import Iterator

from bot.clock import Clock
from bot.model.identity import AccountRef, ChannelRef
from bot.model.messages import Action, Markup, Message
from bot.platforms.local.records import Shown
from bot.text.markup import escape
from tests.platforms.telegram.records import Notice, Posted
from tests.platforms.telegram.world import Group, Person, World

PLATFORM = "telegram"


class Sights:
    """The messages of the bot and its notices, each once, as they stand now."""

    def __init__(self, world: World, clock: Clock) -> None:
        self._world = world
        self._clock = clock
        self._log: list[Posted | tuple[Person, Notice]] = []
        self._newest = 0
        self._noticed: dict[int, int] = {}
        self._edits: dict[int, int] = {}
        self._made: dict[int, Shown] = {}
        self.keys: dict[int, str] = {}  # of which delivery a message is

    def of(self, person: Person, group: Group) -> list[Shown]:
        """What somebody sees, oldest first."""
        self._look()
        inside = person is group.owner or person in group.members
        return [
            self._shown(each)
            for each in self._log
            if (isinstance(each, tuple) and each[0] is person)
            or (isinstance(each, Posted) and (each.chat_id == person.id or (inside and each.chat_id == group.id)))
        ]

    def all(self) -> list[Shown]:
        """What anybody sees."""
        self._look()
        return [self._shown(each) for each in self._log]

    def news(self) -> Iterator[Shown]:
        """What is new or was edited since this was last asked."""
        self._look()
        for number, each in enumerate(self._log):
            edits = each.edits if isinstance(each, Posted) else 0
            if self._edits.get(number) != edits:
                self._edits[number] = edits
                yield self._shown(each)

    def _look(self) -> None:
        newest = self._newest
        for (_, number), posted in self._world.messages.items():
            if number > newest and posted.by_bot:
                self._log.append(posted)
            self._newest = max(self._newest, number)
        for person in self._world.people.values():
            for notice in person.notices[self._noticed.get(person.id, 0) :]:
                if notice.text:
                    self._log.append((person, notice))
            self._noticed[person.id] = len(person.notices)

    def _shown(self, each: Posted | tuple[Person, Notice]) -> Shown:
        at = self._clock.now()
        if isinstance(each, tuple):
            person, notice = each
            account = AccountRef(PLATFORM, str(person.id))
            return Shown("", ChannelRef(PLATFORM, str(person.id)), Message(Markup(escape(notice.text))), at, account)
        made = self._made.get(each.message_id)
        if made is None or made.edited != bool(each.edits) or each.edits:
            made = self._made[each.message_id] = self._made_of(each)
        return made

    def _made_of(self, posted: Posted) -> Shown:
        private = posted.chat_id > 0
        place = str(posted.chat_id)
        rows = tuple(
            tuple(Action(button["text"], button.get("callback_data", ""), url=button.get("url")) for button in row)
            for row in posted.keyboard
        )
        return Shown(
            str(posted.message_id),
            ChannelRef(PLATFORM, place, None if private else place),
            Message(Markup(escape(posted.text)), rows),
            self._clock.now(),
            AccountRef(PLATFORM, place) if private else None,
            edited=bool(posted.edits),
            key=self.keys.get(posted.message_id, ""),
        )
