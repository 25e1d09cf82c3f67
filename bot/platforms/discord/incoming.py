"""From Discord's own objects to the events that the core understands."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, cast

import discord

from bot.model.identity import AccountRef, Actor, Role, SpaceRef
from bot.model.incoming import (
    ActionPressed,
    Addressed,
    Asked,
    CommandInvoked,
    FormSubmitted,
    InviteGone,
    MemberJoined,
    MemberLeft,
    Presence,
    PresenceKind,
    ReplyTo,
)
from bot.model.messages import NO, TOKEN_PATTERN, YES
from bot.model.uploads import Upload
from bot.platforms.discord.forms import answers
from bot.text.addressing import in_words, said_to

PLATFORM = "discord"
OF_MESSAGE = "message:"  # begins the token of an answer to a message, which goes on with the message's id
ANSWERABLE_FOR = timedelta(minutes=15)  # the life of an interaction's token
WRITTEN_BY_PEOPLE = (discord.MessageType.default, discord.MessageType.reply)

SUBCOMMANDS = (discord.AppCommandOptionType.subcommand.value, discord.AppCommandOptionType.subcommand_group.value)
PEOPLE = discord.AppCommandOptionType.user.value

Person = discord.User | discord.Member
Interaction = discord.Interaction[Any]
Acted = CommandInvoked | ActionPressed | FormSubmitted


def acted(interaction: Interaction) -> Acted | None:
    """What somebody did in `interaction`, or None when it is nothing of ours."""
    data = cast("Mapping[str, Any]", interaction.data or {})
    kind = interaction.type
    if kind is discord.InteractionType.application_command and data.get("type", 1) == 1:
        return _command(interaction, data)
    # Tokens carry all meaning, so that a button or an open form of an earlier run works as well as a new one.
    token = str(data.get("custom_id", ""))
    if not TOKEN_PATTERN.fullmatch(token):
        return None
    if kind is discord.InteractionType.component:
        return _action(interaction, token)
    if kind is discord.InteractionType.modal_submit:
        return _form(interaction, token, data)
    return None


def _command(interaction: Interaction, data: Mapping[str, Any]) -> CommandInvoked:
    path, options = _path(data)
    return CommandInvoked(
        event_id=str(interaction.id),
        at=interaction.created_at,
        actor=_actor_of(interaction),
        space=_space_of(interaction.guild_id),
        name=path,
        options=tuple((str(option["name"]), _value(option)) for option in options),
        reply_to=_reply_to(interaction),
    )


def typing(interaction: Interaction) -> Asked | None:
    """What somebody is typing into an option, or None when nothing of it is in focus."""
    path, options = _path(cast("Mapping[str, Any]", interaction.data or {}))
    focused = next((option for option in options if option.get("focused")), None)
    if focused is None:
        return None
    space = _space_of(interaction.guild_id)
    return Asked(_actor_of(interaction), space, path, str(focused["name"]), str(focused.get("value", "")))


def _path(data: Mapping[str, Any]) -> tuple[str, Sequence[Mapping[str, Any]]]:
    """The whole path of a command, and the options of its last part."""
    path, options = [str(data.get("name", ""))], data.get("options") or []
    while options and options[0]["type"] in SUBCOMMANDS:
        path.append(str(options[0]["name"]))
        options = options[0].get("options") or []
    return " ".join(path), options


def _value(option: Mapping[str, Any]) -> str:
    value = option["value"]
    if isinstance(value, bool):
        return YES if value else NO
    return f"{PLATFORM}:{value}" if option["type"] == PEOPLE else str(value)


def _action(interaction: Interaction, token: str) -> ActionPressed:
    return ActionPressed(
        event_id=str(interaction.id),
        at=interaction.created_at,
        actor=_actor_of(interaction),
        space=_space_of(interaction.guild_id),
        token=token,
        reply_to=_reply_to(interaction),
    )


def _form(interaction: Interaction, token: str, data: Mapping[str, Any]) -> FormSubmitted:
    return FormSubmitted(
        event_id=str(interaction.id),
        at=interaction.created_at,
        actor=_actor_of(interaction),
        space=_space_of(interaction.guild_id),
        token=token,
        values=answers(data["components"], _handed_in(data)),
        reply_to=_reply_to(interaction),
    )


def _handed_in(data: Mapping[str, Any]) -> Mapping[str, str]:
    """By Discord's id each file that came with a form."""
    attachments = (data.get("resolved") or {}).get("attachments") or {}
    return {id: Upload(PLATFORM, file["url"], file["size"], file["filename"]).value for id, file in attachments.items()}


def _reply_to(interaction: Interaction) -> ReplyTo:
    return ReplyTo(
        platform=PLATFORM,
        channel=str(interaction.channel_id or ""),
        token=f"{interaction.id}:{interaction.token}",
        private=interaction.guild_id is None,
        expires_at=interaction.created_at + ANSWERABLE_FOR,
    )


def _actor_of(interaction: Interaction) -> Actor:
    return _actor(interaction.user, language=interaction.locale.value, floor=_floor(interaction))


def _floor(interaction: Interaction) -> Role:
    if interaction.guild_id is None:
        return Role.MEMBER
    if interaction.guild is not None and interaction.guild.owner_id == interaction.user.id:
        return Role.OWNER
    rights = interaction.permissions
    return Role.MODERATOR if rights.manage_guild or rights.administrator else Role.MEMBER


def _actor(person: Person, *, language: str | None = None, floor: Role = Role.MEMBER) -> Actor:
    return Actor(
        account=_account(person.id),
        name=person.display_name,
        language=language,
        floor=floor,
        is_bot=person.bot,
        groups=groups_of(person),
    )


def floor_of(member: discord.Member) -> Role:
    """What the server's own rights make of somebody."""
    if member.guild.owner_id == member.id:
        return Role.OWNER
    rights = member.guild_permissions
    return Role.MODERATOR if rights.manage_guild or rights.administrator else Role.MEMBER


def groups_of(person: Person) -> frozenset[str]:
    """The ids of somebody's roles, without that of everybody."""
    roles = person.roles if isinstance(person, discord.Member) else ()
    return frozenset(str(role.id) for role in roles if not role.is_default())


def _account(user_id: int) -> AccountRef:
    return AccountRef(PLATFORM, str(user_id))


def _space_of(guild_id: int | None) -> SpaceRef | None:
    return None if guild_id is None else SpaceRef(PLATFORM, str(guild_id))


def chatted(message: discord.Message) -> Presence | None:
    """That somebody wrote in a server, or None for bots, webhooks, system messages and private chats.

    What was written stays unknown here: the bot does not ask for that right.
    """
    space = _space_of(message.guild.id if message.guild else None)
    if space is None or message.author.bot or message.webhook_id or message.type not in WRITTEN_BY_PEOPLE:
        return None
    author = message.author
    return Presence(space, _account(author.id), author.display_name, PresenceKind.CHAT, message.created_at)


def addressed(message: discord.Message, me: int) -> Addressed | None:
    """What somebody says to the bot, whose id is `me`, in private or by its name; None where it is nothing to it.

    Only of those Discord tells the words to a bot without the privileged right.
    """
    if message.author.bot or message.webhook_id or message.type not in WRITTEN_BY_PEOPLE:
        return None
    private, text = message.guild is None, message.content.replace("<@!", "<@")
    words = said_to(text, f"<@{me}>")
    if words is None and private:
        words = in_words(text)
    if not words:
        return None
    floor = floor_of(message.author) if isinstance(message.author, discord.Member) else Role.MEMBER
    return Addressed(
        event_id=str(message.id),
        at=message.created_at,
        actor=_actor(message.author, floor=floor),
        space=_space_of(message.guild.id if message.guild else None),
        words=words,
        reply_to=ReplyTo(
            platform=PLATFORM,
            channel=str(message.channel.id),
            token=f"{OF_MESSAGE}{message.id}",
            private=private,
            expires_at=message.created_at + ANSWERABLE_FOR,
        ),
    )


def reacted(payload: discord.RawReactionActionEvent, at: datetime) -> Presence | None:
    """That somebody reacted to a message in a server at `at`, or None for bots and private chats."""
    space, member = _space_of(payload.guild_id), payload.member
    if space is None or member is None or member.bot:
        return None
    return Presence(space, _account(member.id), member.display_name, PresenceKind.REACTION, at)


def joined(member: discord.Member, now: datetime, invite: str, confidence: float) -> MemberJoined:
    """That `member` joined by `invite`, as sure as `confidence`; the moment is Discord's where it tells it."""
    at = member.joined_at or now
    return MemberJoined(
        event_id=f"joined:{member.guild.id}:{member.id}:{int(at.timestamp())}",
        at=at,
        actor=_actor(member),
        space=_space_of(member.guild.id),
        invite=invite,
        confidence=confidence,
        again=member.flags.did_rejoin,
    )


def invite_gone(guild_id: int, address: str, now: datetime, me: Actor) -> InviteGone:
    """That an invite leads in no more; `me` is the bot, since Discord does not tell who took it back."""
    event_id = f"invite-gone:{guild_id}:{address.rpartition('/')[2]}"
    return InviteGone(event_id=event_id, at=now, actor=me, space=_space_of(guild_id), address=address)


def left(payload: discord.RawMemberRemoveEvent, now: datetime) -> MemberLeft:
    """That somebody left at `now`; Discord tells no moment."""
    return MemberLeft(
        event_id=f"left:{payload.guild_id}:{payload.user.id}:{int(now.timestamp())}",
        at=now,
        actor=_actor(payload.user),
        space=_space_of(payload.guild_id),
    )
