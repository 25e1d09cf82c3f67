"""Words of chats that only fill: laughter, wonder, greetings, the names of little pictures."""

import re
from functools import cache
from typing import Final

_FILLERS: Final = """
    lol lul lulw lmao lmfao rofl xd xdd haha hehe hihi omg omfg wtf wth bruh bro dude man mate yo eh ah oh ooh uh uhh um
    umm ummm hm hmm hmmm huh what whaat wat wut wait damn dang shit fuck fucking frick wow woah whoa yay nah nope yep
    yup ayy ay pog pogu pogs poggers pogchamp monkas monkaw kek kekw kappa pepega pepelaugh pepehands sadge copium bop
    omegalul kreygasm jebaited heyguys notlikethis biblethump residentsleeper gg wp ez rip hype rn tbh imo idk lel
    nice cool great good super jeje jezis jezisi ty vole kurva kua sakra hele teda uf ach aha mm no nn jj tyjo tyjoo
    tyvole cau cus nazdar cauky dobre fajn bomba parada pecka
    youre youll youd youve theyre theyve weve wed hed shed thats theres heres whos gotta lemme tellin talkin telling
    talking says said saying told come came off old new nove novy nova stary stara rikal rikala rikas povida
"""
_LAUGHTER: Final = re.compile(r"(?:a*(?:ha|he|hi|ja|xa)+h?|x+d+|l+o+l+|z+)$")


def says_little(word: str) -> bool:
    """Whether a word without accents only fills."""
    return word in _fillers() or _LAUGHTER.match(word) is not None or len(word) < 2


@cache
def _fillers() -> frozenset[str]:
    return frozenset(_FILLERS.split())
