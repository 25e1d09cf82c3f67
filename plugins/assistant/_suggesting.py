"""What the community's own texts say to what hosts were told, for a person to put better and to send."""

from collections.abc import Sequence
from typing import Final

from bot.api import Background, Suggestion, base_language, shortened
from plugins.assistant._asking import looked_up
from plugins.assistant._knowledge import Entry, knowledge_of
from plugins.assistant._settings import AssistantSettings

LONGEST: Final = 1200
"""No plugin takes a longer answer."""


async def suggest(ctx: Background, texts: Sequence[str]) -> Sequence[Suggestion]:
    """Answers, as sure as the community wants them to be, in its language first; none where nothing is."""
    knowledge, least = await knowledge_of(ctx), (await ctx.settings(AssistantSettings)).least_confidence / 100
    found = {text: looked_up(knowledge, text, base_language(ctx.community.language), least).sources for text in texts}
    return [Suggestion(text, entries[0].title, _worded(entries[0])) for text, entries in found.items() if entries]


def _worded(entry: Entry) -> str:
    return shortened("\n".join(part for part in (entry.body or entry.title, entry.url) if part), LONGEST)
