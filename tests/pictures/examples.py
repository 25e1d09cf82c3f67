"""Cards as they are in both languages, with names of many scripts, and hostile ones: drawn and kept as examples."""

from collections.abc import Iterator

from bot.model.cards import (
    Card,
    CardBadge,
    CardFigure,
    CardGoal,
    CardTier,
    HallCard,
    HallEntry,
    Look,
    ProfileCard,
    RankingCard,
    RankingRow,
)

NAMES = (
    "Žofie Štěpánková",
    "Δημήτρης Παπαδόπουλος",
    "Владимир Щёкин",
    "محمد علي السلام",
    "שָׁלוֹם עולם (בר)",
    "東京タワー",
    "김민수 ✨",
    "👩‍👩‍👧‍👦 Rodina 🇨🇿",
    "𝕬𝖓𝖓 Ⓑ ★彡 नमस्ते",
    "สวัสดี გია Արամ",
)
HOSTILE = (
    "\u202eevil\u202c\n\x00\u2066hidden\u2069 "
    + "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307" * 20
    + "W" * 10_000
    + "\u0489" * 50
)
"""Overrides of direction, control characters, towers of marks, and no end."""

PROFILE = {
    "cs": ProfileCard(
        name="Příliš Žluťoučká",
        since="S námi od 20. listopadu",
        community="Keramika u Jany",
        day="29. listopadu 2026",
        tier=CardTier("Štamgast"),
        figures=(
            CardFigure("1 240", "bodů", main=True),
            CardFigure("23", "streamů"),
            CardFigure("7", "streamů v řadě"),
        ),
        badges=(
            CardBadge("🌱", "První stream"),
            CardBadge("🔥", "Pět v řadě"),
            CardBadge("❓", "Zvídavá hlava"),
            CardBadge("🏆", "Hvězda měsíce"),
            CardBadge("🎂", "Rok s námi"),
        ),
        goal=CardGoal("25 streamů", "ještě 2 streamy", 23, 25),
    ),
    "en": ProfileCard(
        name="Ann 🇬🇧",
        since="With us since 20 November",
        community="Pottery with Jana",
        day="29 November 2026",
        tier=CardTier("Regular"),
        figures=(CardFigure("1,240", "points", main=True), CardFigure("23", "streams")),
        badges=(CardBadge("🌱", "First stream"), CardBadge("", "Helper")),
        goal=CardGoal("Tea with Jana", "260 more points", 1240, 1500),
    ),
}
BOARD = {
    "cs": RankingCard("Nejvíc bodů tento měsíc", "Keramika u Jany", "29. listopadu 2026", ()),
    "en": RankingCard("Most points this month", "Pottery with Jana", "29 November 2026", ()),
}
HONOURS = {
    "cs": (
        "Hvězda měsíce",
        "Pět streamů v řadě",
        "První stream",
        "Zvídavá hlava",
        "Rok s námi",
        "100 streamů",
        "Nápad",
        "Pomoc",
    ),
    "en": (
        "Champion of the month",
        "Five in a row",
        "First stream",
        "Question asker",
        "A year",
        "100 streams",
        "Idea",
        "Helper",
    ),
}
SIGNS = ("🏆", "🔥", "🌱", "❓", "🎂", "⭐", "💡", "🤝🏽")


def ranking(language: str, names: tuple[str, ...], own: int) -> RankingCard:
    """The names with fewer and fewer points; the reader is the one at `own`, as the places go."""
    card = BOARD[language]
    rows = tuple(
        RankingRow(
            place, name, 1000 - 93 * (place - 1), f"{1000 - 93 * (place - 1):,}".replace(",", "\u00a0"), place == own
        )
        for place, name in enumerate(names, 1)
    )
    return RankingCard(card.title, card.community, card.day, rows)


def hall(language: str) -> HallCard:
    """Somebody for each honour."""
    card, day = BOARD[language], {"cs": "12. října", "en": "12 October"}[language]
    honoured = zip(NAMES, SIGNS, HONOURS[language], strict=False)
    entries = tuple(HallEntry(name, sign, title, day) for name, sign, title in honoured)
    return HallCard({"cs": "Síň slávy", "en": "Hall of fame"}[language], card.community, card.day, entries)


def hostile_profile() -> ProfileCard:
    """Every text of it means harm."""
    figures = tuple(CardFigure("1" * 50, HOSTILE, main=number == 0) for number in range(6))
    badges = (CardBadge(HOSTILE, HOSTILE),) * 4
    goal = CardGoal(HOSTILE, HOSTILE, float("1e300"), 25)
    return ProfileCard(HOSTILE, HOSTILE, HOSTILE, HOSTILE, CardTier(HOSTILE), figures, badges, goal)


def hostile_ranking() -> RankingCard:
    """One who is far behind, under a name that means harm."""
    rows = ranking("en", NAMES[:4], 0).rows
    return RankingCard(HOSTILE, HOSTILE, "29 November", (*rows, RankingRow(1_274_000, HOSTILE, 1, HOSTILE, own=True)))


def hostile_hall() -> HallCard:
    """Two entries, one of which means harm."""
    return HallCard(HOSTILE, HOSTILE, HOSTILE, (hall("en").entries[3], HallEntry(HOSTILE, "", HOSTILE, HOSTILE)))


def examples() -> Iterator[tuple[str, Card, Look]]:
    """Each by its name, with the ground it is drawn on."""
    for look in (Look.DARK, Look.LIGHT):
        for language in ("cs", "en"):
            yield f"profile.{language}.{look}", PROFILE[language], look
            yield f"leaderboard.{language}.{look}", ranking(language, NAMES, 5), look
            yield f"hall.{language}.{look}", hall(language), look
    for name in (NAMES[3], NAMES[5], NAMES[7]):
        card = ProfileCard(
            name, "With us since 20 November", NAMES[4], "29 November 2026", figures=PROFILE["en"].figures
        )
        yield f"profile-{('arabic', 'japanese', 'emoji')[(3, 5, 7).index(NAMES.index(name))]}.dark", card, Look.DARK
    yield "profile-new.dark", ProfileCard("Ben", "With us since today", "Pottery", "29 November 2026"), Look.DARK
    yield "profile-hostile.light", hostile_profile(), Look.LIGHT
    yield "leaderboard-hostile.dark", hostile_ranking(), Look.DARK
    yield "hall-hostile.dark", hostile_hall(), Look.DARK
