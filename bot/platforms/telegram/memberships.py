"""Who comes, goes and asks to come, and whether the bot itself is in a group or reached in a private chat."""

from datetime import timedelta

from telegram import ChatJoinRequest, ChatMember, ChatMemberRestricted, ChatMemberUpdated, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.model.incoming import BotPresent, Incoming, JoinRequested, MemberJoined, MemberLeft, ReachabilityChanged
from bot.platforms.telegram.administrators import Administrators
from bot.platforms.telegram.origin import GROUPS, actor_of, space_of

REPLY_FOR = timedelta(minutes=5)
"""For so long the bot may write to whoever asked to come in (https://core.telegram.org/bots/api#chatjoinrequest)."""

_INSIDE = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.MEMBER)
_MASKED = "..."


def membership_event(event_id: str, update: Update, administrators: Administrators) -> Incoming | None:
    """What `update` tells of it, or None. `administrators` forget what may have changed."""
    if update.my_chat_member is not None:
        administrators.forget(update.my_chat_member.chat.id)
        return _own(event_id, update.my_chat_member)
    if update.chat_member is not None:
        administrators.forget(update.chat_member.chat.id)
        return _others(event_id, update.chat_member)
    if update.chat_join_request is not None:
        return _asked(event_id, update.chat_join_request)
    return None


def is_inside(member: ChatMember) -> bool:
    """Whether that is somebody in the group."""
    return member.status in _INSIDE or (isinstance(member, ChatMemberRestricted) and member.is_member)


def _own(event_id: str, change: ChatMemberUpdated) -> ReachabilityChanged | BotPresent | None:
    before, after = is_inside(change.old_chat_member), is_inside(change.new_chat_member)
    actor = actor_of(change.from_user)
    if change.chat.type == ChatType.PRIVATE:
        chat = str(change.chat.id)
        return ReachabilityChanged(event_id=event_id, at=change.date, actor=actor, reachable=after, chat=chat)
    if before == after:
        return None
    space, title = space_of(change.chat), change.chat.title or ""
    return BotPresent(event_id=event_id, at=change.date, actor=actor, space=space, here=after, title=title)


def _others(event_id: str, change: ChatMemberUpdated) -> MemberJoined | MemberLeft | None:
    if change.chat.type not in GROUPS:
        return None
    before, after = is_inside(change.old_chat_member), is_inside(change.new_chat_member)
    actor, space = actor_of(change.new_chat_member.user), space_of(change.chat)
    if before == after:
        return None
    if not after:
        return MemberLeft(event_id=event_id, at=change.date, actor=actor, space=space)
    # Of a link that somebody else made, only the beginning is told.
    link = change.invite_link.invite_link if change.invite_link is not None else ""
    invite = "" if link.endswith(_MASKED) else link
    sure = 1.0 if invite else 0.0
    return MemberJoined(event_id=event_id, at=change.date, actor=actor, space=space, invite=invite, confidence=sure)


def _asked(event_id: str, request: ChatJoinRequest) -> JoinRequested:
    return JoinRequested(
        event_id=event_id,
        at=request.date,
        actor=actor_of(request.from_user),
        space=space_of(request.chat),
        invite=request.invite_link.invite_link if request.invite_link is not None else "",
        reply_until=request.date + REPLY_FOR,
    )
