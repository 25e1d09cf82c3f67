"""When the bot offers a person by itself: somebody is fed up, asks for one, or asks the same again within minutes."""

import re
from collections.abc import Iterable
from datetime import timedelta
from difflib import SequenceMatcher
from enum import Enum
from functools import cache
from typing import Final

import sqlalchemy as sa

from bot.api import Context, folded, parts_of
from plugins.assistant._tables import questions

AGAIN_WITHIN: Final = timedelta(minutes=15)
LOOKED_AT: Final = 5
ALIKE: Final = 0.82
"""By letters, of words in any order: other endings and a word more are the same question."""

MOST_LETTERS: Final = 200
"""What is longer is compared by its beginning: comparing takes the square of it."""

_LOUD: Final = re.compile(r"[!?]{3,}")
_WORD: Final = re.compile(r"\w+")
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_LEAST_LETTERS: Final = 12
_LEAST_WORDS: Final = 3
_CAPITALS: Final = 0.8

_FED_UP: Final = r"""
    useless
    pointless
    ridiculous
    waste of time
    wasting my time
    fed up
    sick of (this|you|it)
    annoying
    annoyed
    frustrat\w*
    wtf
    ffs
    for the (third|fourth|fifth|tenth|hundredth) time
    how many times (do|must|should) i
    (stupid|dumb|useless|idiotic|bad) bot
    (not|isn t|isnt) (helpful|helping)
    (doesn t|doesnt|didn t|didnt) help
    no help at all
    you (don t|dont|do not) (understand|get it|listen)
    (this|that) is (a joke|nonsense|terrible|awful)
    k nicemu
    (je|jsi|jste) (to )?(uplne |fakt )?na (nic|houby)
    zoufal\w*
    (ztrata|ztracim|marnim|plytvani) (cas\w*)
    otrav(n|uj)\w*
    (stve|vytaci) me
    me (to )?(uz )?(stve|vytaci)
    nastvan\w*
    mam (toho|te|vas) (uz )?dost
    mam toho (uz )?plne zuby
    (hloup|blb|pitom|debiln|nemozn)\w* bot\w*
    (nepomohl|nepomaha)\w*
    (nerozumis|nechapes|neposlouchas) (mi|me)?
    (delas|delate) si (ze me )?srandu
    (to|tohle) je (snad )?vtip
    kolikrat (mam|to mam|se mam|to jeste)
    po (treti|ctvrte|pate|desate|ste)
"""
_PERSON: Final = r"""
    (real|actual|living) (person|human|people)
    (speak|talk|chat) (to|with) (a |an |any |some )?(real |living )?(person|human|somebody|someone|host|moderator|admin)
    human please
    (is there|are you) (a |an )?(human|anybody|anyone|somebody)( there| here)?
    ziv\w+ clovek\w*
    (skutecn|opravdov)\w+ clovek\w*
    (pro)?mluvit (si )?s (nejakym |zivym )*(clovekem|nekym|moderatorem|adminem|hostitelem)
    (psat|napsat) si s (nejakym |zivym )*(clovekem|nekym)
    (spoj|spojte|prepoj|prepojte) me
    je (tu|tam) nekdo (zivy|skutecny)
"""


class Mood(Enum):
    """Why a person is offered."""

    UPSET = "upset"
    PERSON = "person"
    AGAIN = "again"


@cache
def _phrases(typed: str) -> re.Pattern[str]:
    """One of these, a line each, as whole words, of a text without accents, capitals and signs."""
    return re.compile(rf"\b(?:{'|'.join(line.strip() for line in typed.splitlines() if line.strip())})\b")


def mood_of(text: str) -> Mood | None:
    """What the words themselves say."""
    plainly = " ".join(_WORD.findall(folded(text)))
    if _phrases(_PERSON).search(plainly):
        return Mood.PERSON
    return Mood.UPSET if _phrases(_FED_UP).search(plainly) or _is_loud(text) else None


def _is_loud(text: str) -> bool:
    """Three signs in a row, or several words nearly all in capitals; one word in capitals may be a name."""
    words = _LETTERS.findall(text)
    letters = "".join(words)
    shouted = sum(letter.isupper() for letter in letters) >= _CAPITALS * len(letters)
    return bool(_LOUD.search(text)) or (len(letters) >= _LEAST_LETTERS and len(words) >= _LEAST_WORDS and shouted)


def is_again(text: str, before: Iterable[str]) -> bool:
    """Whether one of those asked much the same."""
    wanted = _sorted(text)
    return any(_alike(wanted, _sorted(one)) for one in before)


def _sorted(text: str) -> str:
    return " ".join(sorted(_WORD.findall(folded(text)[:MOST_LETTERS])))


def _alike(one: str, other: str) -> bool:
    match = SequenceMatcher(None, one, other, autojunk=False)
    return match.quick_ratio() >= ALIKE and match.ratio() >= ALIKE


async def noticed(ctx: Context, text: str) -> Mood | None:
    """Why whoever asks this now may want a person; None mostly. To be asked before the question is kept."""
    if (found := mood_of(text)) is not None:
        return found
    mine = questions.c.member_id.in_(parts_of(ctx.member.id)) & (questions.c.community_id == ctx.community.id)
    lately = sa.select(questions.c.text).where(mine, questions.c.at > ctx.now - AGAIN_WITHIN)
    rows = await ctx.db.rows(lately.order_by(questions.c.id.desc()).limit(LOOKED_AT))
    return Mood.AGAIN if is_again(text, [row.text for row in rows]) else None
