"""Forms as a conversation: one question after another in the private chat. They live in memory: a restart ends them."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

from telegram import CallbackQuery, Message, Update, User
from telegram.constants import ChatType

from bot.clock import Clock
from bot.model.identity import SpaceRef
from bot.model.incoming import FormSubmitted, ReplyTo
from bot.model.messages import Form
from bot.model.messages import Message as Shown
from bot.model.results import SendResult, SendStatus
from bot.platforms.telegram.dialog import LIFETIME, Dialog, Move, Next
from bot.platforms.telegram.incoming import actor_of, origin_of, pressed_origin
from bot.platforms.telegram.origin import PLATFORM, Origin
from bot.platforms.telegram.outgoing import Outgoing
from bot.platforms.telegram.presses import Presses
from bot.platforms.telegram.questions import CANCEL, PRESS
from bot.text.markup import plain
from bot.text.saying import Say

_MOST = 10_000
_KEYS = {Next.CANCELLED: "telegram-form-cancelled", Next.OVER: "telegram-form-over"}


@dataclass(frozen=True, slots=True)
class Step:
    """What an update did to a form; `submitted` is what comes in when it was the last answer."""

    move: Move
    user_id: int
    origin: Origin
    submitted: FormSubmitted | None = None


class Forms:
    """The forms that people are filling in, one each."""

    def __init__(self, outgoing: Outgoing, presses: Presses, clock: Clock, say: Say) -> None:
        self._outgoing = outgoing
        self._presses = presses
        self._clock = clock
        self._say = say
        self._dialogs: OrderedDict[int, Dialog] = OrderedDict()
        self._speaking: set[asyncio.Task[None]] = set()

    async def open(self, to: ReplyTo, form: Form) -> SendResult:
        """Ask the first question in the private chat. A form that stood open there is dropped."""
        origin = Origin.of(to)
        space = None if to.private else SpaceRef(PLATFORM, to.channel)
        dialog = Dialog(form, space, origin.language, self._clock.now())
        if origin.user_id is not None:
            self._keep(origin.user_id, dialog)
        result = await self._outgoing.ask(to, dialog.question(self._say))
        if result.message_id is not None:
            dialog.message_id = int(result.message_id)
        if result.status not in (SendStatus.SENT, SendStatus.UNKNOWN) and origin.user_id is not None:
            self._dialogs.pop(origin.user_id, None)
        return result

    def take(self, update: Update) -> Step | None:
        """What `update` does to a form; None when it is not meant for one."""
        event_id = str(update.update_id)
        if update.callback_query is not None:
            return self._pressed(event_id, update.callback_query)
        message = update.message
        if message is None or message.from_user is None or message.chat.type != ChatType.PRIVATE:
            return None
        dialog = self._open_one(message.from_user.id)
        if dialog is None or not message.text:
            return None
        return self._written(event_id, message, message.from_user, dialog)

    def go_on(self, step: Step) -> None:
        """See to what follows a step, without keeping the next update waiting."""
        dialog = self._dialogs.get(step.user_id)
        if step.move.next in (Next.SUBMITTED, Next.CANCELLED):
            self._dialogs.pop(step.user_id, None)
        task = asyncio.create_task(self._speak(step, dialog))
        self._speaking.add(task)
        task.add_done_callback(self._speaking.discard)

    async def close(self) -> None:
        """Let what is being said be said."""
        await asyncio.gather(*self._speaking)

    def _pressed(self, event_id: str, query: CallbackQuery) -> Step | None:
        data = query.data or ""
        if query.message is None or not data.startswith(PRESS):
            return None
        dialog = self._open_one(query.from_user.id)
        origin = pressed_origin(query, query.message.message_id)
        if dialog is None:
            return Step(Move(Next.OVER), query.from_user.id, origin)
        move = dialog.press(data, query.message.message_id)
        return self._step(event_id, self._clock.now(), query.from_user, origin, dialog, move)

    def _written(self, event_id: str, message: Message, user: User, dialog: Dialog) -> Step | None:
        text = (message.text or "").strip()
        if text.lower() == CANCEL:
            move = Move(Next.CANCELLED)
        elif text.startswith("/"):
            return None  # another command, which may well be used in between
        else:
            move = dialog.write(text)
        return self._step(event_id, message.date, user, origin_of(message), dialog, move)

    def _step(self, event_id: str, at: datetime, user: User, origin: Origin, dialog: Dialog, move: Move) -> Step:
        if move.next is not Next.SUBMITTED:
            return Step(move, user.id, origin)
        submitted = FormSubmitted(
            event_id=event_id,
            at=at,
            actor=actor_of(user),
            space=dialog.space,
            token=dialog.form.token,
            values=dialog.values,
            reply_to=origin.reply_to(user.id, private=True),
        )
        return Step(move, user.id, origin, submitted)

    def _open_one(self, user_id: int) -> Dialog | None:
        dialog = self._dialogs.get(user_id)
        if dialog is None or self._clock.now() - dialog.touched > LIFETIME:
            return None
        dialog.touched = self._clock.now()
        return dialog

    def _keep(self, user_id: int, dialog: Dialog) -> None:
        self._dialogs[user_id] = dialog
        self._dialogs.move_to_end(user_id)
        while len(self._dialogs) > _MOST:
            self._dialogs.popitem(last=False)

    async def _speak(self, step: Step, dialog: Dialog | None) -> None:
        """Say what follows: the next question, what is wrong, or that it is over."""
        match step.move.next:
            case Next.QUESTION if dialog is not None:
                result = await self._outgoing.post(step.user_id, dialog.question(self._say), person=True)
                dialog.message_id = int(result.message_id) if result.message_id is not None else None
            case Next.TICK if dialog is not None and step.origin.message_id is not None:
                shown = dialog.question(self._say)
                await self._outgoing.rearrange(step.user_id, step.origin.message_id, shown)
            case Next.WRONG | Next.CANCELLED | Next.OVER:
                await self._tell(step)
        if step.origin.callback_id is not None and step.submitted is None:
            await self._presses.answer(step.origin.callback_id)

    async def _tell(self, step: Step) -> None:
        key = _KEYS.get(step.move.next, step.move.problem)
        text = self._say(key, step.origin.language)
        if step.origin.callback_id is not None:
            await self._presses.answer(step.origin.callback_id, plain(text))
        else:
            await self._outgoing.post(step.user_id, Shown(text), person=True)
