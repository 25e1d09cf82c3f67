"""Arriving: who joins a space, and by whose invite; and who asks to be let in."""

from bot.community.people import People
from bot.delivery.personal_invites import invited_by, welcome
from bot.delivery.upkeep import asked_in, came_back
from bot.model.identity import Actor, Community, Member
from bot.model.incoming import JoinRequested, MemberJoined
from bot.storage.work import Work


async def joined(work: Work, update: MemberJoined, actor: Actor, community: Community) -> Member:
    """Somebody joined: they are a member, and told of with whose invite it was, as far as the network says."""
    by = await invited_by(work, update, community)
    member = await People(work).join(actor, community, by, again=update.again)
    if update.space is not None:
        await came_back(work, update.space, update.actor.account, community.id)
    return member


async def asked(work: Work, update: JoinRequested, community: Community) -> None:
    """Somebody asks to come in.

    Whoever a door is open to is let in, and so is who asks by a personal invite that was made for it; all others are
    left to those who run the place.
    """
    if update.space is not None:
        await asked_in(work, update.space, update.actor.account, community.id)
        await welcome(work, update, community)
