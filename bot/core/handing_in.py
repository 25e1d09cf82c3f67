"""What programs of one's own hand in: given to the plugins that take such texts, in the work that marks it handled."""

from typing import Final

from bot.core.context import Background
from bot.core.parts import Parts
from bot.core.settings import PluginSettings
from bot.model.identity import Community
from bot.model.incoming import TextHandedIn
from bot.storage.work import Work

KIND: Final = "outside"
"""A contribution of this kind is called with a Background and a sequence of `Outside`, and keeps them."""


async def handed_in(parts: Parts, work: Work, update: TextHandedIn, community: Community) -> None:
    """Let every plugin that is enabled here and takes such texts keep it; where none does, it is let go."""
    enabled = await PluginSettings(work, parts.registry, community.id).enabled()
    for taker in parts.registry.contributions(KIND):
        if taker.plugin in enabled:
            await taker.handler(Background(parts, work, community, taker.plugin), [update.text])
