"""The Bot API's methods for polls, tags, invite links and membership, with the refusals that the real ones give."""

import json
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from tests.platforms.telegram.natives import Link, Poll
from tests.platforms.telegram.records import Posted
from tests.platforms.telegram.refusals import Refusal
from tests.platforms.telegram.world import Group, Person, World, shown

Parameters = Mapping[str, str]


class NativeMethods:
    """Those that `Methods` does not have itself; `writable` and `group` are its ways to find a chat."""

    def __init__(
        self, world: World, writable: Callable[[int], Person | Group], group: Callable[[Parameters], Group]
    ) -> None:
        self._world = world
        self._writable = writable
        self._group = group
        self.by_name: dict[str, Callable[[Parameters], Any]] = {
            "sendPoll": self._send_poll,
            "stopPoll": self._stop_poll,
            "setChatMemberTag": self._set_tag,
            "createChatInviteLink": self._create_link,
            "revokeChatInviteLink": self._revoke_link,
            "approveChatJoinRequest": lambda parameters: self._answer_request(parameters, welcome=True),
            "declineChatJoinRequest": lambda parameters: self._answer_request(parameters, welcome=False),
            "unbanChatMember": self._unban,
        }

    def _send_poll(self, parameters: Parameters) -> Any:
        chat = self._writable(int(parameters["chat_id"]))
        options = [option["text"] for option in json.loads(parameters["options"])]
        period = int(parameters.get("open_period", 0))
        if not 1 <= len(options) <= 12:
            raise Refusal(400, "Bad Request: poll must have from 1 to 12 options")
        if period and not 5 <= period <= 2_628_000:
            raise Refusal(400, "Bad Request: invalid poll open period specified")
        if isinstance(chat, Group) and chat.type == "channel" and parameters.get("is_anonymous") != "true":
            raise Refusal(400, "Bad Request: non-anonymous polls can't be sent to channel chats")
        posted = Posted(self._world.next_id("message"), chat.id, parameters["question"], by_bot=True)
        poll = Poll(
            str(9000 + posted.message_id),
            parameters["question"],
            options,
            several=parameters.get("allows_multiple_answers") == "true",
            anonymous=parameters.get("is_anonymous", "true") == "true",
            period=period,
        )
        self._world.messages[chat.id, posted.message_id] = posted
        self._world.polls[chat.id, posted.message_id] = poll
        message = shown(self._world, posted)
        del message["text"]
        return message | {"poll": poll.shown()}

    def _stop_poll(self, parameters: Parameters) -> Any:
        poll = self._world.polls.get((int(parameters["chat_id"]), int(parameters["message_id"])))
        if poll is None:
            raise Refusal(400, "Bad Request: message with poll to stop not found")
        if poll.closed:
            raise Refusal(400, "Bad Request: poll has already been closed")
        poll.closed = True
        return poll.shown()

    def _set_tag(self, parameters: Parameters) -> bool:
        group, person = self._group(parameters), self._person(parameters)
        tag = parameters.get("tag", "")
        if not group.bot_manages_tags:
            raise Refusal(400, "Bad Request: not enough rights to manage member tags")
        if person is group.owner or person in group.administrators:
            raise Refusal(400, "Bad Request: can't change the tag of a chat administrator")
        if person not in group.members:
            raise Refusal(400, "Bad Request: USER_NOT_PARTICIPANT")
        if any(unicodedata.category(sign) == "So" for sign in tag):
            raise Refusal(400, "Bad Request: emoji can't be used in tags")
        group.tags[person.id] = tag
        return True

    def _create_link(self, parameters: Parameters) -> Any:
        group = self._group(parameters)
        self._may_invite(group)
        asks = parameters.get("creates_join_request") == "true"
        if asks and "member_limit" in parameters:
            raise Refusal(
                400, "Bad Request: member limit can't be specified for links requiring administrator approval"
            )
        link = Link(
            f"https://t.me/+link{len(self._world.links) + 1}",
            group.id,
            name=parameters.get("name", ""),
            asks=asks,
            limit=int(parameters.get("member_limit", 0)),
            until=int(parameters.get("expire_date", 0)),
        )
        self._world.links[link.address] = link
        return link.shown()

    def _revoke_link(self, parameters: Parameters) -> Any:
        group = self._group(parameters)
        self._may_invite(group)
        link = self._world.links.get(parameters["invite_link"])
        if link is None or link.group_id != group.id:
            raise Refusal(400, "Bad Request: INVITE_HASH_EXPIRED")
        link.revoked = True
        return link.shown()

    def _answer_request(self, parameters: Parameters, *, welcome: bool) -> bool:
        group, person = self._group(parameters), self._person(parameters)
        self._may_invite(group)
        if person in group.members:
            raise Refusal(400, "Bad Request: USER_ALREADY_PARTICIPANT")
        link = group.requests.pop(person.id, None)
        if link is None:
            raise Refusal(400, "Bad Request: HIDE_REQUESTER_MISSING")
        if welcome:
            group.members.append(person)
            self._world.tell("chat_member", person.comes_by(group, link))
        return True

    def _unban(self, parameters: Parameters) -> bool:
        group, person = self._group(parameters), self._person(parameters)
        if not (group.bot_is_administrator and group.bot_removes_people):
            raise Refusal(400, "Bad Request: not enough rights to restrict/unrestrict chat member")
        if person is group.owner:
            raise Refusal(400, "Bad Request: can't remove chat owner")
        if person in group.members and parameters.get("only_if_banned") != "true":
            group.members.remove(person)
        return True

    def _may_invite(self, group: Group) -> None:
        if not group.bot_is_administrator:
            raise Refusal(400, "Bad Request: not enough rights to manage chat invite link")

    def _person(self, parameters: Parameters) -> Person:
        person = self._world.people.get(int(parameters["user_id"]))
        if person is None:
            raise Refusal(400, "Bad Request: user not found")
        return person
