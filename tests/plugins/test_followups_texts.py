"""The personal thank-you in every turn that it can take, and the words around it."""

import pytest

from bot.text import times
from bot.text.files import bundled_locales
from bot.text.markup import plain
from bot.text.translator import load_translator
from tests.snapshots.compare import matches

NOBODY = {
    "streams_attended": 0,
    "stream_minutes": 0,
    "time_there": "",
    "stream_questions": 0,
    "since_ordered": False,
    "badge_won": False,
    "badges_won": "",
}
CASES: dict[str, dict[str, object]] = {
    "seen for a moment": {},
    "first time, two minutes": {"streams_attended": 1, "stream_minutes": 2},
    "first time, only a question": {"streams_attended": 1, "stream_questions": 1},
    "second time, two questions": {"streams_attended": 2, "stream_minutes": 42, "stream_questions": 2},
    "regular, five questions": {"streams_attended": 25, "stream_minutes": 80, "stream_questions": 5},
    "regular, only questions": {"streams_attended": 5, "stream_questions": 3},
    "regular, a badge won": {
        "streams_attended": 25,
        "stream_minutes": 80,
        "badge_won": True,
        "badges_won": "⭐ Regular II",
    },
    "buyer": {"streams_attended": 3, "stream_minutes": 61, "since_ordered": True},
}


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
@pytest.mark.parametrize("variant", ["a", "b"])
def test_thanks_fit_whoever_reads_them(variant: str, language: str) -> None:
    texts = load_translator([bundled_locales()], strict=True, names={"core", "followups"})
    lines = []
    for case, known in CASES.items():
        for title in ("Autumn glazes", ""):
            values = {**NOBODY, **known, "stream": title, "titled": bool(title)}
            if minutes := known.get("stream_minutes"):
                values["time_there"] = times.duration(60 * float(str(minutes)), language)
            lines.append(f"{case}: {plain(texts.text(f'followups-thanks-{variant}', language, **values))}")
    matches(f"followups/thanks-{variant}.{language}", "\n".join(lines))
