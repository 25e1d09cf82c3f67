"""The plugin itself, what it declares, and what happens in it without anybody's doing."""

from typing import Annotated

from bot.api import IDEA_ADOPTED, IDEA_GIVEN, Badge, Condition, Plugin, Suggested
from plugins.ideas import _deciding, _noting
from plugins.ideas._idea import suggest
from plugins.ideas._settings import IdeaSettings
from plugins.ideas._tables import tables

IdeaName = Annotated[str, Suggested(suggest)]

ADOPTED = Badge(
    name="idea-adopted",
    emoji="💡",
    levels=tuple(Condition(fact=_noting.FACT, value=many) for many in (1, 3, 10)),
    thanked=True,
)

plugin = Plugin(
    "ideas",
    settings=IdeaSettings,
    facts=_noting.FACTS,
    badges=(ADOPTED,),
    activities=(IDEA_GIVEN, IDEA_ADOPTED),
    tables=tables,
)

plugin.job()(_deciding.tell)
plugin.contributes("cue")(_noting.cue)
plugin.contributes("status")(_noting.status)
plugin.contributes("profile")(_noting.on_card)
