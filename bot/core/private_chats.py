"""What a private chat is about: of somebody in several communities, the one that was chosen or linked to."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.community.communities import Communities
from bot.community.people import People
from bot.core.context import Answer
from bot.core.former import made_in
from bot.core.host_rooms import from_door, from_room
from bot.core.parts import Parts
from bot.core.settling import settle
from bot.model.identity import Community
from bot.model.incoming import ActionPressed, FormSubmitted, Incoming, LinkOpened, ReplyTo
from bot.model.messages import Form, Markup
from bot.model.ports import Feature
from bot.storage.work import Work
from bot.text.markup import escape, plain


async def community_of(parts: Parts, work: Work, update: Incoming) -> tuple[Community | None, Incoming | None]:
    """The community that an update is about, None where nobody can tell; and the update as it counts there."""
    if update.space is None:
        return await _in_private(parts, work, update), update
    known = await Communities(work).of_space(update.space)
    if known is None and (met_in := await Communities(work).of_room(update.space)) is not None:
        return met_in, from_room(update)
    if known is None and (opened := await Communities(work).of_door(update.space)) is not None:
        return opened, from_door(update)
    return known or await settle(parts, work, update.space), update


async def _in_private(parts: Parts, work: Work, update: Incoming) -> Community | None:
    if isinstance(update, LinkOpened) and (link := parts.tokens.read_link(update.payload)) is not None:
        linked = await Communities(work).now(link[0])
        if linked is not None:
            return linked
    there = await People(work).communities(update.actor.account)
    token = _token_in(update)
    if not there:
        return await Communities(work).only_one()
    return (await made_in(parts, work, token, list(there)) if token else None) or there[0]


def _token_in(update: Incoming) -> str:
    """What was pressed or filled in, which may be about another community than the private chat is by now."""
    if isinstance(update, ActionPressed | FormSubmitted):
        return update.token
    return update.payload if isinstance(update, LinkOpened) else ""


def is_chosen(parts: Parts, update: Incoming) -> bool:
    """Whether an update says itself what the private chat is about from now on."""
    return isinstance(update, LinkOpened) and (
        update.space is not None or parts.tokens.read_link(update.payload) is not None
    )


def token_of(parts: Parts, update: LinkOpened) -> str:
    """The token that a deep link brings, whether it names a community or not."""
    link = parts.tokens.read_link(update.payload)
    return update.payload if link is None else link[1]


async def named(
    parts: Parts, work: Work, update: Incoming, community: Community, answers: Sequence[Answer]
) -> tuple[Answer, ...]:
    """The answers as they are given: in the private chat of somebody in several communities, under this one's name."""
    reply_to: ReplyTo | None = getattr(update, "reply_to", None)
    if reply_to is None or not any(_wants_name(parts, reply_to, answer) for answer in answers):
        return tuple(answers)
    if len(await People(work).communities(update.actor.account)) < 2:
        return tuple(answers)
    return tuple(
        _under(community.name, answer) if _wants_name(parts, reply_to, answer) else answer for answer in answers
    )


def _wants_name(parts: Parts, reply_to: ReplyTo, answer: Answer) -> bool:
    """Whether it comes into the private chat without a name.

    Where a network can show nothing to one person alone, so does a private answer to a group. One that waited for the
    chat to be opened has its name already.
    """
    platform = parts.platforms.get(reply_to.platform)
    shows_apart = platform is not None and Feature.EPHEMERAL in platform.capabilities.features
    return not answer.named and (reply_to.private or (answer.private and not shows_apart))


def _under(name: str, answer: Answer) -> Answer:
    if isinstance(answer.what, Form):
        title = f"{plain(escape(name))}: {answer.what.title}"
        return replace(answer, what=replace(answer.what, title=title), named=True)
    text = Markup(f"<b>{escape(name)}</b>\n{answer.what.text}")
    return replace(answer, what=replace(answer.what, text=text), named=True)
