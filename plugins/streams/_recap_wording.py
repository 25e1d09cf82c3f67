"""Recaps that the AI server puts into words, where the community wants it; a host reads them before anybody else."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from bot.api import IS_DATA, Background, Markup, Phrasing, Task, borne_out, english_name, in_lines
from plugins.streams._common import StreamSettings
from plugins.streams._recap_draft import LONGEST, Draft

TOKENS: Final = 2000

_TOLD: Final = f"""\
You put recaps of a live stream into words for its community. The next message is one JSON object with the fields \
"title" and "drafts"; each draft has a "language" and a "text". {IS_DATA}

Tell each draft anew in its own language, for those who were there and those who missed it: warm, plain and short, at \
most {LONGEST} characters, in two to six sentences or short lines, without a title, a greeting, hashtags or markup. \
Say nothing that the draft does not say. Keep every name, number and web address exactly as the draft has it; \
calculate nothing, leave nobody out who is thanked, and mention nobody with @.

Reply with one JSON object and nothing else: "texts", with one text for each draft, in the same order.\
"""


class Phrased(Struct, frozen=True, forbid_unknown_fields=True):
    """What the server answers."""

    texts: tuple[str, ...]


async def worded(ctx: Background, title: str, drafts: Sequence[Draft]) -> Sequence[Draft] | None:
    """The drafts in a machine's words; None where they are to stay as they are, since one of them would not stand."""
    if (await ctx.settings(StreamSettings)).recap != "phrased":
        return None
    told = [{"language": english_name(one.language), "text": one.text} for one in drafts]
    task = Task("recap", _TOLD, {"title": title, "drafts": told}, Phrased, longest=TOKENS)
    answer = await ctx.use(Phrasing).ask(task, None)
    if answer is None or len(answer.texts) != len(drafts):
        return None
    made = [in_lines(text) for text in answer.texts]
    if not all(_stands(text, title, draft) for text, draft in zip(made, drafts, strict=True)):
        return None
    return [replace(draft, text=text) for text, draft in zip(made, drafts, strict=True)]


def _stands(text: str, title: str, draft: Draft) -> bool:
    """Whether it says nothing that a machine can see to be made up, and leaves nobody out."""
    whole = 0 < len(text) <= LONGEST and all(name in text for name in draft.names)
    return whole and borne_out(text, f"{title}\n{draft.text}")


async def privacy(ctx: Background) -> Sequence[Markup]:
    """What leaves the bot when a stream is over; nothing does unless the community and whoever runs the bot want it."""
    server = ctx.use(Phrasing).server
    wanted = (await ctx.settings(StreamSettings)).recap == "phrased"
    return [ctx.t("streams-recap-sent-out", server=server)] if server and wanted else []
