"""What milestones say: of themselves to hosts, and unasked to people and everybody, in both languages."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import pytest

from bot.model.messages import Markup
from bot.testing import whole_bot
from bot.text.files import bundled_locales
from bot.text.markup import plain
from bot.text.translator import load_translator
from tests.plugins.test_milestones import whole
from tests.snapshots.compare import matches


@pytest.mark.long
@pytest.mark.parametrize(("language", "badge"), [("en", "Veteran"), ("cs", "Pamětník")])
async def test_who_is_a_veteran_is_left_to_the_badge_which_says_it_itself(language: str, badge: str) -> None:
    async with whole_bot(language=language) as bot:
        place = await whole(bot, language)
        await bot.says(place.hana, "/journey list")
        listed = await place.presses(place.hana, bot.seen(place.hana)[-1].message.actions[-1][-1].label)
        [line] = [line for line in listed.split("\n") if "milestones.veterans" in line]
        assert line.endswith(badge) and not re.search(r"\d", line)
        assert badge in await place.says(place.hana, f"/badge show {badge}")


NAMES = Markup("Ann, Ben")
SAID: Final[Sequence[tuple[str, Mapping[str, object]]]] = (
    ("birthday-a", {"name": "Ann"}),
    ("birthday-b", {"name": "Ann"}),
    *(("joined", {"milestone": years}) for years in (1, 2, 5)),
    *(("ordered", {"milestone": years}) for years in (1, 2, 5)),
    ("streams", {"milestone": 25}),
    ("points", {"milestone": 5_000}),
    ("tier", {"tier": "Regular"}),
    ("veteran", {}),
    *((f"{place}-birthday", {"names": NAMES, "count": people}) for place in ("post", "cue") for people in (1, 2)),
    *((f"post-{kind}", {"names": NAMES, "number": years}) for kind in ("joined", "ordered") for years in (1, 2, 5)),
    *((f"{place}-streams", {"names": NAMES, "number": 25}) for place in ("post", "cue")),
    *((f"{place}-points", {"names": NAMES, "number": 5_000}) for place in ("post", "cue")),
    ("post-tier", {"names": NAMES}),
    ("post-veterans", {"names": NAMES}),
    *(("own-line", {"day": "7. 3.", "shown": shown}) for shown in (True, False)),
)
"""What leaves unasked, with the numbers on which their words turn."""


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
def test_what_people_get_and_everybody_reads_is_said_well(language: str) -> None:
    texts = load_translator([bundled_locales()], strict=True, names={"core", "milestones"})
    said = [f"{key}: {plain(texts.text(f'milestones-{key}', language, **values))}" for key, values in SAID]
    matches(f"milestones/said.{language}", "\n".join(said))
