"""Words as they are compared: without accents, by their stems, and without those that say nothing."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Final

from msgspec import Struct

from bot.text.folding import folded

SHORTEST_STEM: Final = 3
LONGEST_WORD: Final = 40
"""Nobody's word is longer; a wall of letters costs no more than one."""

_WORD: Final = re.compile(r"[^\W_]+")
_NAMES: Final = {"cs": "czech", "en": "english"}

_ENDINGS: Final = "áme áte ách ími íme íte ého ému ých ými ích ěte ěme ám áš át ím íš ít ým ům ět í é ý á ů ě"
"""Czech endings with their accents: where people leave accents out, a stemmer that needs them finds no ending."""

_WITHOUT: Final = {ending: folded(ending) for ending in _ENDINGS.split()}

_SAYS_NOTHING: Final = {
    "en": """
        a an the and or but if so as of at by for with about to from in on up out into over then than too very just only
        own also again once here there all any both each few more most other some such no nor not now
        i me my myself we our ours us you your yours he him his she her it its they them their this that these those
        am is are was were be been being have has had having do does did doing done can could will would shall should
        may might must ought let lets get gets got getting go going goes gonna wanna want wants wanted need needs like
        would please thanks thank hi hello hey ok okay well yes yeah pls plz u ur im ive id ill dont doesnt didnt cant
        wont isnt arent wasnt what which who whom whose when where why how much many long often soon whats hows wheres
        whens ain t s d m re ve ll one thing things something anything someone anybody somebody anyone everything know
        tell say said wonder wondering think guess really actually maybe perhaps even still yet ever never already
        guys folks everyone people happen happens possible able use way ways sure sorry bit lot kind sort question
        questions help because while though since until before after during without within between per via
    """,
    "cs": """
        a i o u v k s z ve ke se ze si na do od po za pro pri pred nad pod mezi bez u o ob az uz jiz jen jenom taky take
        tez treba asi snad prave ted hned jeste porad vubec proste teda tedy tak takze takhle takto toto tohle ten ta to
        ti te ty tu toho tomu tom tim tech tem temi ta tato tento tyto teto tohoto ja me mne mi mnou my nas nam nami ty
        tebe tobe te ti tebou vy vas vam vami on ona ono oni ony jeho jej jemu mu jim jich je ji nim nimi ho nej muj
        moje moji moje mou meho mych svuj svoje svou sveho svych svym tvuj tvoje vas vase vasi vaseho vasich vasim nas
        nase nasi naseho byt jsem jsi jste jsme jsou je neni nejsou byl byla bylo byli byly bude budu budes budete
        budeme budou by bych bys byste bychom bysme mit mam mas mame mate maji mel mela meli mit nemam nema nemate ma
        muze muzu mohu muzes muzete muzeme mohou muzou mohl mohla mohli nemuzu chci chce chces chcete chtel chtela
        chteli chteli musi musim musis musite musime nemusim smi smim lze jde da daji dat dam das dava kdyz kdyby aby
        protoze jestli jestlize zda nebo ani ale avsak vsak ze no ne ano jo joo nejak nejaky nejaka nejake nejakou
        neco neceho nekdo nekde nekdy kdy kde kam odkud kudy kdo koho komu kym co ceho cemu cem cim jak jaky jaka jake
        jakou jakych jakym jakeho ktery ktera ktere kterou ktereho kterych kterym kolik kolika proc nac dlouho casto
        prosim prosimvas diky dik dekuju dekuji dobry den ahoj cau cus zdravim hele ok okej fakt opravdu vlastne
        moc hodne trochu vic vice min mene vsechno vse vsichni vsech vsem vsemi cely cela cele sam sama samo jiny jina
        jine stejne ted potom pak dal dale vedet vim vite vis rad rada rekni reknete poradte povezte zajima zajimalo
        otazka dotaz lidi lide clovek kluci holky dneska dnes jedna jeden jedno nej
    """,
}


class Word(Struct, frozen=True):
    """A word of a text: as it is without accents, and what its forms have in common."""

    folded: str
    stems: frozenset[str]


_ENGLISH_TOO: Final = frozenset({"on", "bez", "rad", "den", "mas", "das", "min"}) - frozenset(
    _SAYS_NOTHING["en"].split()
)
"""What says nothing in Czech and something in English."""


@cache
def says_nothing(language: str) -> frozenset[str]:
    """Words, without accents, that tell no text from another. Of both languages: people mix them."""
    every = frozenset(word for words in _SAYS_NOTHING.values() for word in words.split())
    return every if language == "cs" else every - _ENGLISH_TOO


def words_of(text: str, language: str) -> Sequence[Word]:
    """Every word of a text, in its order."""
    return [_word(found[:LONGEST_WORD], language) for found in _WORD.findall(text.casefold().replace("'", ""))]


@lru_cache(maxsize=50_000)
def _word(typed: str, language: str) -> Word:
    return Word(folded(typed) or typed, stems_of(typed, language))


@lru_cache(maxsize=50_000)
def stems_of(typed: str, language: str) -> frozenset[str]:
    """What a word's forms have in common, without accents: one or several guesses at it."""
    bare = folded(typed) or typed
    if bare.isdecimal():
        return frozenset({bare})
    stem = _stemmer(language)
    found = {stem(bare), folded(stem(typed))}
    if language == "cs" and typed == bare:
        for ending, without in _WITHOUT.items():
            if bare.endswith(without):
                found.add(folded(stem(bare[: len(bare) - len(without)] + ending)))
    return frozenset(one for one in found if len(one) >= SHORTEST_STEM) or frozenset({bare})


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    import snowballstemmer  # here: only who asks something needs it

    stemmer = snowballstemmer.stemmer(_NAMES.get(language, "english"))
    found: Callable[[str], str] = stemmer.stemWord
    return found
