"""Allowing: whether somebody may use a command, press a button or send a form; asked for each, whatever was shown."""

from bot.core.declarations import ActionSpec, Command
from bot.core.parts import Parts
from bot.core.permissions import Permissions
from bot.core.settings import PluginSettings
from bot.core.whereabouts import as_in_space
from bot.errors import UserError
from bot.model.identity import Community, Member, Role
from bot.model.incoming import Incoming
from bot.model.titles import plugin_named
from bot.storage.work import Work


async def allowed(
    parts: Parts, work: Work, update: Incoming, what: Command | ActionSpec, community: Community, member: Member
) -> Member:
    """The member with the role by which they may, which in private takes a question. Raises UserError who may not."""
    settings = PluginSettings(work, parts.registry, community.id)
    if not await settings.is_enabled(settings.plugin(what.plugin)):
        raise UserError("plugin-off", name=plugin_named(what.plugin))
    permissions = Permissions(work, parts.registry, community.id)
    if not await permissions.allows(member, what):
        if update.space is None:
            member = await as_in_space(parts, work, update.actor.account, community, member)
        elif isinstance(what, Command) and what.by_owner and update.actor.floor is Role.OWNER:
            return member
        await permissions.check(member, what)
    return member
