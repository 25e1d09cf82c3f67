"""The screens of referrals as people read them, in both languages."""

import re

import pytest

from tests.plugins.bringing import OWN, Town, town
from tests.snapshots.compare import matches


def steady(text: str) -> str:
    """Codes are drawn at random."""
    for code in set(OWN.findall(text)):
        text = text.replace(code, "K7QMZ4")
    return re.sub(r"c1_invited_K7QMZ4_[\w-]+", "c1_invited_K7QMZ4_sign", text)


LABELS = {
    "en": ("Who brings the most", "Open: Advent", "#1", "Referral"),
    "cs": ("Kdo přivádí nejvíc", "Otevřít: Advent", "#1", "Doporučení"),
}


async def _screens(here: Town) -> list[str]:
    language = here.language
    board, campaign, first, _ = LABELS[language]
    shown = [await here.screen(here.ann, "/refer")]
    await here.says(here.mona, "/referral campaign")
    await here.presses(here.mona, "New campaign" if language == "en" else "Nová kampaň")
    ends = "24 December 18:00" if language == "en" else "24. prosince 18:00"
    words = "invites you to bake." if language == "en" else "tě zve péct."
    await here.fills(here.mona, {"name": "Advent", "ends": ends, "bonus": "30", "words": words})
    cid, dan = await here.newcomer("Cid", here.ann), await here.newcomer("Dan", here.ben)
    await here.agrees(dan)
    code = await here.code(here.ben)
    shown.append(await here.screen(cid, f"/invited {code}"))
    shown.append(await here.taps(cid, "Yes, so it was" if language == "en" else "Ano, je to tak"))
    shown.append(await here.screen(here.mona, "/referral queue"))
    label = next(action.label for action in here.bot.seen(here.mona)[-1].buttons if action.label.startswith(first))
    shown.append(await here.taps(here.mona, label))
    await here.settles_in(cid, dan)
    await here.later(days=8)
    shown += ["\n".join(here.told(here.ben)), "\n".join(here.told(dan))]
    shown.append(await here.screen(here.ann, "/refer"))
    shown.append(await here.taps(here.ann, board))
    shown.append(await here.screen(here.mona, "/referral list"))
    shown.append(await here.screen(here.mona, "/referral stats"))
    shown.append(await here.screen(here.mona, "/referral campaign"))
    shown.append(await here.taps(here.mona, campaign))
    shown.append(await here.screen(here.ben, "/points how"))
    await here.leaves(dan)
    await here.bot.passes(minutes=1)
    shown.append(here.told(here.ben)[-1])
    shown.append(await here.screen(here.mona, "/referral ban Ann"))
    return shown


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_what_is_shown_reads_well(language: str) -> None:
    async with town(language=language) as here:
        for person in (here.ann, here.ben):
            await here.agrees(person)
        matches(f"referrals/screens.{language}", steady("\n\n---\n\n".join(await _screens(here))))
