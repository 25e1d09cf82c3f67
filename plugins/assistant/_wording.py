"""Wording: what was found is put into words by the AI server, where the community wants it; and what is shown of that.

The search says what the sources are and whether there is an answer at all. What comes back is a stranger's text: what
would not stand is not mended but dropped, since the plain answer is there anyway.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final, Literal, cast

import msgspec
from msgspec import Struct

from bot.api import IS_DATA, Context, Phrasing, Task, borne_out, english_name, in_lines
from plugins.assistant._knowledge import Entry
from plugins.assistant._settings import AssistantSettings

MOST_SOURCES: Final = 3
LONGEST_TEXT: Final = 900
MOST_SENT: Final = 6000
"""So many bytes of sources are sent at most, so that a question always fits into a budget that is untouched."""

_TOLD: Final = f"""\
You put answers of a community's help desk into words. The next message is one JSON object with the fields "language", \
"question" and "sources". {IS_DATA}

Answer the question in the language that "language" names, from what the sources say and from nothing else. Translate \
where they are in another language. Write one to four plain sentences, at most {LONGEST_TEXT} characters: no greeting, \
no markup, no list, no mention of anybody with @. Keep figures, names, times and web addresses exactly as the sources \
have them; calculate nothing and add no address that no source has.

Reply with one JSON object and nothing else: "answers" (true where the sources answer the question, else false), \
"text" (the answer, or "" where there is none), "sources" (the numbers of the sources that the answer rests on, or []).\
"""


class Phrased(Struct, frozen=True, forbid_unknown_fields=True):
    """What the server answers."""

    answers: bool
    text: str
    sources: tuple[int, ...]


class Wording(Struct, frozen=True):
    """An answer in a machine's words, with what it rests on."""

    text: str
    sources: Sequence[Entry]


async def put_into_words(ctx: Context, question: str, found: Sequence[Entry]) -> Wording | None:
    """The first of `found` answers the question, others come near; None where it is to be shown as it was found."""
    if not found or not found[0].body or not (await ctx.settings(AssistantSettings)).phrasing:
        return None
    sources = _fitting(found)
    answer = await ctx.use(Phrasing).ask(_task(ctx.language, question, sources), ctx.member.id)
    return _standing(answer, sources) if answer is not None else None


def _fitting(found: Sequence[Entry]) -> Sequence[Entry]:
    """Those that there is room for, the likeliest in any case."""
    many, kept = 0, list[Entry]()
    for entry in found[:MOST_SOURCES]:
        many += len(msgspec.json.encode([entry.title, entry.body]))
        if entry.body and (not kept or many <= MOST_SENT):
            kept.append(entry)
    return kept


def _task(language: str, question: str, sources: Sequence[Entry]) -> Task[Phrased]:
    told = [{"number": n, "title": one.title, "text": one.body} for n, one in enumerate(sources, 1)]
    data = {"language": english_name(language), "question": question, "sources": told}
    return Task("answer", _TOLD, data, _shape(len(sources)))


@lru_cache(MOST_SOURCES)
def _shape(many: int) -> type[Phrased]:
    """The answer's shape where there are so many sources: it can name no other."""
    numbers: Any = Literal[tuple(range(1, many + 1))]
    fields = [("sources", tuple[numbers, ...])]
    made = msgspec.defstruct("Phrased", fields, bases=(Phrased,), frozen=True, forbid_unknown_fields=True)
    return cast(type[Phrased], made)


def _standing(answer: Phrased, sources: Sequence[Entry]) -> Wording | None:
    """What may be shown of it: nothing that its sources do not bear out, as far as a machine can see that."""
    text = in_lines(answer.text)
    used = [sources[number - 1] for number in dict.fromkeys(answer.sources)]
    if not answer.answers or not text or not used or len(text) > LONGEST_TEXT:
        return None
    known = "\n".join(f"{one.title}\n{one.body}\n{one.url}" for one in used)
    return Wording(text, used) if borne_out(text, known) else None
