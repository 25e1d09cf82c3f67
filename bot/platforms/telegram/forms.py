"""Forms as a conversation: one question after another in the private chat."""

import asyncio
from collections import deque
from datetime import datetime, timedelta

from msgspec import Struct
from telegram import CallbackQuery, Message, Update, User
from telegram.constants import ChatType

from bot.clock import Clock
from bot.model.identity import SpaceRef
from bot.model.incoming import FormSubmitted, ReplyTo
from bot.model.messages import FieldKind, Form
from bot.model.messages import Message as Shown
from bot.model.results import SendResult, SendStatus
from bot.model.uploads import Upload
from bot.platforms.telegram.dialog import LIFETIME, SILENCE, Dialog, Move, Next
from bot.platforms.telegram.origin import PLATFORM, Origin, actor_of, origin_of, pressed_origin
from bot.platforms.telegram.outgoing import Outgoing
from bot.platforms.telegram.presses import Presses
from bot.platforms.telegram.questions import CANCEL, PRESS, UNKEPT_PRESS
from bot.platforms.telegram.talks import Talks
from bot.text.markup import plain
from bot.text.saying import Say

REMEMBERED = timedelta(minutes=5)
"""For so long what was filled in is kept, in case the process dies before the core has it."""
_KEYS = {Next.CANCELLED: "telegram-form-cancelled", Next.OVER: "telegram-form-over"}
_ENDS = (Next.SUBMITTED, Next.CANCELLED)


class Answered(Struct, frozen=True):
    """An update was meant for a form; `submitted` is what comes in when it was the last answer."""

    submitted: FormSubmitted | None = None


class _Heard(Struct, frozen=True):
    """What somebody did in the private chat: wrote `text`, sent a file, or pressed a button of a form, `data`.

    `unkept`: nobody stored it, so that it may be meant for a form of which nothing is.
    """

    event_id: str
    at: datetime
    user: User
    origin: Origin
    text: str = ""
    data: str = ""
    upload: str = ""  # the value of an `Upload`
    unkept: bool = False


class Forms:
    """The forms that people are filling in, one each. One person's updates come one after another."""

    def __init__(self, outgoing: Outgoing, presses: Presses, clock: Clock, say: Say, talks: Talks) -> None:
        self._outgoing = outgoing
        self._presses = presses
        self._clock = clock
        self._say = say
        self._talks = talks
        self._speaking: set[asyncio.Task[None]] = set()
        self._ended = deque[tuple[datetime, int]]()

    async def open(self, to: ReplyTo, form: Form) -> SendResult:
        """Ask the first question in the private chat. A form that stood open there is dropped."""
        origin = Origin.of(to)
        space = None if to.private else SpaceRef(PLATFORM, to.channel)
        dialog = Dialog.begun(form, space, origin.language, self._clock.now())
        if origin.user_id is not None:
            await self._talks.begin(origin.user_id, dialog)
        result = await self._outgoing.ask(to, dialog.question(self._say))
        if origin.user_id is not None:
            if result.status not in (SendStatus.SENT, SendStatus.UNKNOWN):
                await self._talks.drop(origin.user_id, dialog)
            elif result.message_id is not None:
                dialog.message_id = int(result.message_id)
                await self._talks.keep(origin.user_id, dialog)
        return result

    async def take(self, event_id: str, update: Update, at: datetime, *, unkept: bool = False) -> Answered | None:
        """See to an `update` that is meant for a form; None when it is not. One that comes again moves nothing twice.

        It came in `at`. An `unkept` one is meant for a form of which nothing is stored, any other for one that is.
        """
        await self._forget()
        heard = _heard(event_id, update, at, unkept=unkept)
        if heard is None:
            return None
        dialog = await self._open_one(heard)
        if dialog is None:
            if not heard.data:
                return None
            await self._say_next(Move(Next.OVER), heard, None)
            return Answered()
        again = dialog.moved_by == event_id
        move = self._again(dialog) if again else self._move(dialog, heard)
        if move is None:
            return None
        dialog.moved_by, dialog.touched = event_id, self._clock.now()
        await self._moved(heard.user.id, dialog, move)
        if move.next is Next.SUBMITTED:
            return Answered(_submitted(dialog, heard))
        await self._say_next(move, heard, dialog)
        return Answered()

    async def resume(self, user_id: int) -> None:
        """Somebody came back with a form open: show where they were."""
        dialog = await self._talks.recall(user_id, unkept=self._talks.is_unkept(user_id))
        if dialog is not None and dialog.ended is None:
            await self._ask(user_id, dialog, resumed=True)

    async def close(self) -> None:
        """Let what is being said be said."""
        await asyncio.gather(*self._speaking)

    async def _moved(self, user_id: int, dialog: Dialog, move: Move) -> None:
        if move.next in _ENDS and dialog.is_unkept:
            await self._talks.drop(user_id, dialog)
            return
        if move.next in _ENDS:
            dialog.ended = move.next
            self._ended.append((self._clock.now(), user_id))
        await self._talks.keep(user_id, dialog)

    async def _forget(self) -> None:
        """What people filled in is not kept here once the core has it."""
        while self._ended and self._clock.now() - self._ended[0][0] > REMEMBERED:
            _, user_id = self._ended.popleft()
            dialog = await self._talks.recall(user_id, unkept=False)
            if dialog is not None and dialog.ended is not None:
                await self._talks.drop(user_id, dialog)

    def _move(self, dialog: Dialog, heard: _Heard) -> Move | None:
        if heard.data:
            assert heard.origin.message_id is not None
            return dialog.press(heard.data, heard.origin.message_id)
        if heard.upload:
            return dialog.hand_in(heard.upload) if dialog.field.kind is FieldKind.FILE else None
        if heard.text.lower() == CANCEL:
            return Move(Next.CANCELLED)
        if heard.text.startswith("/"):
            return None  # another command, which may well be used in between
        if self._clock.now() - dialog.touched > SILENCE:
            return Move(Next.RESUMED)
        return dialog.write(heard.text)

    def _again(self, dialog: Dialog) -> Move:
        """What an update did that comes once more: the process died before it was done with."""
        return Move(dialog.ended or (Next.QUESTION if dialog.message_id is None else Next.TICK))

    async def _open_one(self, heard: _Heard) -> Dialog | None:
        if heard.text.startswith("/") and heard.text.lower() != CANCEL:
            return None
        dialog = await self._talks.recall(heard.user.id, unkept=heard.unkept)
        if dialog is None:
            return None
        stale = self._clock.now() - dialog.touched > LIFETIME
        if stale or (dialog.ended is not None and dialog.moved_by != heard.event_id):
            await self._talks.drop(heard.user.id, dialog)
            return None
        return dialog

    async def _say_next(self, move: Move, heard: _Heard, dialog: Dialog | None) -> None:
        """Say what follows, to its end even when nobody waits for it any more."""
        task = asyncio.create_task(self._speak(move, heard, dialog))
        self._speaking.add(task)
        task.add_done_callback(self._speaking.discard)
        await asyncio.shield(task)

    async def _speak(self, move: Move, heard: _Heard, dialog: Dialog | None) -> None:
        """The next question, what is wrong, or that it is over."""
        match move.next:
            case Next.QUESTION | Next.RESUMED if dialog is not None:
                await self._ask(heard.user.id, dialog, resumed=move.next is Next.RESUMED)
            case Next.TICK if dialog is not None and dialog.message_id is not None:
                await self._outgoing.rearrange(heard.user.id, dialog.message_id, dialog.question(self._say))
            case Next.WRONG | Next.CANCELLED | Next.OVER:
                await self._tell(move, heard)
        if heard.origin.callback_id is not None:
            await self._presses.answer(heard.origin.callback_id)

    async def _ask(self, user_id: int, dialog: Dialog, *, resumed: bool) -> None:
        result = await self._outgoing.post(user_id, dialog.question(self._say, resumed=resumed), person=True)
        dialog.message_id = int(result.message_id) if result.message_id is not None else None
        await self._talks.keep(user_id, dialog)

    async def _tell(self, move: Move, heard: _Heard) -> None:
        text = self._say(_KEYS.get(move.next, move.problem), heard.origin.language)
        if heard.origin.callback_id is not None:
            await self._presses.answer(heard.origin.callback_id, plain(text))
        else:
            await self._outgoing.post(heard.user.id, Shown(text), person=True)


def _heard(event_id: str, update: Update, at: datetime, *, unkept: bool) -> _Heard | None:
    """What may be meant for a form."""
    query, message = update.callback_query, update.message
    if query is not None:
        return _pressed(event_id, query, at, unkept=unkept)
    return None if message is None else _written(event_id, message, unkept=unkept)


def _pressed(event_id: str, query: CallbackQuery, at: datetime, *, unkept: bool) -> _Heard | None:
    data, begins = query.data or "", UNKEPT_PRESS if unkept else PRESS
    if query.message is None or not data.startswith(begins):
        return None
    origin, data = pressed_origin(query, query.message.message_id), PRESS + data.removeprefix(begins)
    return _Heard(event_id, at, query.from_user, origin, data=data, unkept=unkept)


def _written(event_id: str, message: Message, *, unkept: bool) -> _Heard | None:
    text, upload = (message.text or "").strip(), _uploaded(message)
    if not (text or upload) or message.from_user is None or message.chat.type != ChatType.PRIVATE:
        return None
    origin = origin_of(message)
    return _Heard(event_id, message.date, message.from_user, origin, text=text, upload=upload, unkept=unkept)


def _uploaded(message: Message) -> str:
    """The file of a message, a picture in its largest size; "" for none."""
    if message.document is not None:
        file, name = message.document, message.document.file_name or "file"
        return Upload(PLATFORM, file.file_id, file.file_size or 0, name).value
    if message.photo:
        largest = message.photo[-1]
        return Upload(PLATFORM, largest.file_id, largest.file_size or 0, "picture.jpg").value
    return ""


def _submitted(dialog: Dialog, heard: _Heard) -> FormSubmitted:
    return FormSubmitted(
        event_id=heard.event_id,
        at=heard.at,
        actor=actor_of(heard.user),
        space=dialog.space,
        token=dialog.form.token,
        values=dialog.values,
        reply_to=heard.origin.reply_to(heard.user.id, private=True),
    )
