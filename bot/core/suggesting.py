"""Suggestions while an option is typed: whoever may use the command gets them, and an error is nothing suggested."""

from collections.abc import Sequence

from bot.community.communities import Communities
from bot.community.people import People
from bot.core.context import Context
from bot.core.parts import Parts
from bot.core.permissions import Permissions
from bot.core.settings import PluginSettings
from bot.guard import Failure, attempt
from bot.model.incoming import Asked
from bot.model.messages import Choice
from bot.text.folding import folded

MOST = 25
SECONDS = 2.0  # Discord waits for three


async def suggestions(parts: Parts, asked: Asked) -> Sequence[Choice]:
    """What fits what was `asked` for, at most as much as every platform can show."""
    done = await attempt(_suggestions(parts, asked), place=f"suggesting for /{asked.command}", seconds=SECONDS)
    return () if isinstance(done, Failure) else done[:MOST]


async def _suggestions(parts: Parts, asked: Asked) -> Sequence[Choice]:
    command = parts.registry.commands.get(tuple(asked.command.split()))
    if command is None:
        return ()
    suggested = next((option.suggested for option in command.parameters if option.shown == asked.option), None)
    async with parts.work() as work:
        if asked.space is None:
            community = await People(work).home(asked.actor.account)
        else:
            community = await Communities(work).of_space(asked.space)
        if suggested is None or community is None:
            return ()
        member = await People(work).recognise(asked.actor, community)
        settings = PluginSettings(work, parts.registry, community.id)
        if not await settings.is_enabled(settings.plugin(command.plugin)):
            return ()
        if not await Permissions(work, parts.registry, community.id).allows(member, command):
            return ()
        return await suggested.by(Context(parts, work, community, command.plugin, member, public=False), asked.typed)


def matching(typed: str, choices: Sequence[Choice]) -> Sequence[Choice]:
    """Those in which `typed` stands, whatever its case and accents; those that begin with it first."""
    wanted = folded(typed.strip())
    fitting = [choice for choice in choices if wanted in folded(choice.label) or wanted in folded(choice.value)]
    return sorted(fitting, key=lambda choice: not folded(choice.label).startswith(wanted))
