"""The people of the demo's evening: everybody from the recorded chat, and what is known of some of them."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from bot.demo.scenario import Part
from bot.model.identity import Role
from bot.sources.recorded import RecordedMessage

HOST: Final = "KlaraNaKruhu"
THANKED: Final = "mirek_u_pece"
FIRST_TIMER: Final = "marketka_s"
BUYER: Final = "annika_k"
STOPPED: Final = "honza_trnka"
FAR_AWAY: Final = "PixelPorridge"


class Roles(Struct, frozen=True):
    """Who plays what where the story is best followed in the viewer's own language, or for once in another one.

    `asks` is a line of the chat by its author and second.
    """

    regular: str
    quiet: str
    unhappy: str
    happy: str
    asks: tuple[str, int]


ROLES: Final = {
    "en": Roles("tamsin_brews", "quietkettle", "marlowe77", happy="pan_konvicka", asks=("annika_k", 792)),
    "cs": Roles("babca_z_podoli", "verunka_hlina", "dan_z_brna", happy="oldmanofclay", asks=("svatava_m", 1572)),
}

_KNOWN: Final = (
    Part(HOST, role=Role.OWNER, visits=4),  # her language is the community's
    Part(THANKED, "cs", visits=4),
    Part("tamsin_brews", "en", visits=4),
    Part("babca_z_podoli", "cs", visits=4),
    Part("pan_konvicka", "cs", visits=4),
    Part("oldmanofclay", "en", visits=4),
    Part("zrzavej_ota", "cs", visits=3),
    Part("kocour_matej", "cs", visits=3),
    Part(FAR_AWAY, "en", zone="Australia/Melbourne", visits=3),
    Part("HarrietOnHold", "en", visits=3),
    Part("profesor_dzban", "cs", visits=2),
    Part("verunka_hlina", "cs", visits=1),
    Part("glazed_and_confused", "en", visits=1),
    Part("quietkettle", "en", visits=1),
    Part(STOPPED, "cs", visits=1),
    Part("dan_z_brna", "cs"),
    Part("wheelieGood", "en"),
    Part(FIRST_TIMER, "cs"),
    Part(BUYER, "en"),
    Part("marlowe77", "en"),
)

ASK_TO_BE_WRITTEN_TO: Final = {
    145: ("oldmanofclay", "pan_konvicka", STOPPED),
    420: ("wheelieGood", FIRST_TIMER, BUYER),
    735: ("marlowe77", FAR_AWAY, "glazed_and_confused"),
    1000: ("dan_z_brna",),
}
"""Who presses the button under the go-live post, by second; the regular of the language does so besides."""

AT_THE_DROP: Final = ("zrzavej_ota", "oldmanofclay", "pan_konvicka", "wheelieGood", "kocour_matej", FIRST_TIMER)
SCORES: Final = {"oldmanofclay": 10, "wheelieGood": 8, "pan_konvicka": 9, "glazed_and_confused": 9}
"""What those give who are written to."""

SCORES_FROM_THE_INBOX: Final = {"kocour_matej": 9, "HarrietOnHold": 10, "profesor_dzban": 9}


def everybody(chat: Sequence[RecordedMessage]) -> tuple[Part, ...]:
    """The host, those of whom more is known, and whoever else speaks."""
    known = {part.name: part for part in _KNOWN}
    names = dict.fromkeys([*known, *(message.author_name for message in chat)])
    return tuple(known.get(name, Part(name)) for name in names)
