"""Cards of polls, scores and invitations in both languages, with labels of many scripts, and hostile ones."""

from collections.abc import Iterator

from bot.model.cards import (
    Card,
    ChartCard,
    ChartRow,
    InviteCard,
    Look,
    Mood,
    ScoreCard,
    ScoreColumn,
    ScoreGroup,
    ScorePoint,
    kind_of,
)
from tests.pictures.examples import HOSTILE, NAMES

PLACE = {"cs": ("Keramika u Jany", "29. listopadu 2026"), "en": ("Pottery with Jana", "29 November 2026")}
QUESTION = {"cs": "Co upéct na příští stream?", "en": "What shall we bake for the next stream?"}
ANSWERS = {
    "cs": (
        ("Bábovku", 12, True),
        ("Vánočku s mandlemi", 8, False),
        ("Perník", 4, False),
        ("Nic, radši čaj ☕", 1, False),
    ),
    "en": (
        ("Coffee cake", 12, True),
        ("Almond stollen", 8, False),
        ("Gingerbread", 4, False),
        ("Tea only ☕", 1, False),
    ),
}
VOTED = {"cs": "Hlasovalo 25 ze 40 lidí, kteří tu byli", "en": "25 of 40 people who were there voted"}


def votes(language: str, count: int, of: int) -> str:
    """So many votes, with their share."""
    if language == "en":
        return f"{count} {'vote' if count == 1 else 'votes'} · {round(100 * count / of)} %"
    word = "hlas" if count == 1 else "hlasy" if 2 <= count <= 4 else "hlasů"
    return f"{count} {word} · {round(100 * count / of)} %"


def chart(language: str) -> ChartCard:
    """A poll that is over, with its winner."""
    rows = tuple(ChartRow(label, count, votes(language, count, 25), won) for label, count, won in ANSWERS[language])
    return ChartCard(QUESTION[language], *PLACE[language], rows, VOTED[language])


def long_chart(language: str) -> ChartCard:
    """As many answers as there may be, in many scripts."""
    rows = tuple(
        ChartRow(NAMES[number % len(NAMES)], 25 - number, votes(language, 25 - number, 325), number == 0)
        for number in range(25)
    )
    title = {"cs": "Kdo má příště vybírat, co se bude točit, a proč?", "en": "Who chooses next time, and why?"}[
        language
    ]
    return ChartCard(title, *PLACE[language], rows)


def estimated_chart(language: str) -> ChartCard:
    """Shares with what they may be."""
    labels = {
        "cs": ("Přijdu určitě", "Spíš přijdu", "Nevím", "Spíš ne", "Určitě ne", "Jen ze záznamu", "Záleží na čase"),
        "en": ("Certainly", "Rather yes", "Not sure", "Rather not", "Certainly not", "As a recording", "It depends"),
    }[language]
    shares = ((48, 35, 61), (20, 11, 33), (12, 5, 24), (8, 3, 19), (8, 3, 19), (4, 1, 13), (0, 0, 7))
    rows = tuple(
        ChartRow(label, share, f"{share} %", number == 0, (low, high))
        for number, (label, (share, low, high)) in enumerate(zip(labels, shares, strict=True))
    )
    title = {"cs": "Přijdeš v pátek?", "en": "Will you come on Friday?"}[language]
    return ChartCard(title, *PLACE[language], rows, VOTED[language], full=100)


def recommend(language: str, *, over_time: bool = False) -> ScoreCard:
    """Whether people recommend us, from 0 to 10; with how it went before."""
    counts = (0, 0, 1, 0, 1, 1, 2, 3, 4, 9, 8)
    moods = [Mood.AGAINST] * 7 + [Mood.NEITHER] * 2 + [Mood.FOR] * 2
    columns = tuple(
        ScoreColumn(str(number), count, mood) for number, (count, mood) in enumerate(zip(counts, moods, strict=True))
    )
    names = {"cs": ("Kritici", "Neutrální", "Příznivci"), "en": ("Detractors", "Passives", "Promoters")}[language]
    shares = ("5 · 17 %", "7 · 24 %", "17 · 59 %")
    groups = tuple(ScoreGroup(*group) for group in zip(names, shares, Mood, strict=True))
    title = {"cs": "Doporučíš nás známým?", "en": "Would you recommend us to a friend?"}[language]
    about = {"cs": "Skóre doporučení od −100 do +100", "en": "Net promoter score, from −100 to +100"}[language]
    note = {"cs": "29 odpovědí ze 40", "en": "29 of 40 answered"}[language]
    days = {"cs": "{}. listopadu", "en": "{} November"}[language]
    scores = ((1, 12, 22), (8, -5, 25), (15, 28, 18), (22, 30, 15), (29, 41, 14))
    points = tuple(
        ScorePoint(days.format(day), value, f"{value:+}".replace("-", "−"), (value - margin, value + margin))
        for day, value, margin in scores
    )
    return ScoreCard(title, *PLACE[language], "+41", "± 14", about, columns, groups, note, points if over_time else ())


def stars(language: str) -> ScoreCard:
    """How people liked it, from one star to five."""
    columns = tuple(ScoreColumn(f"{number} ★", count, mood) for number, count, mood in STARS)
    title = {"cs": "Jaký byl stream?", "en": "How was the stream?"}[language]
    about = {"cs": "z 5 hvězdiček", "en": "of 5 stars"}[language]
    note = {"cs": "21 hodnocení", "en": "21 ratings"}[language]
    score, margin = {"cs": ("4,2", "± 0,4"), "en": ("4.2", "± 0.4")}[language]
    return ScoreCard(title, *PLACE[language], score, margin, about, columns, note=note, least=1, most=5)


STARS = ((1, 1, Mood.AGAINST), (2, 0, Mood.AGAINST), (3, 3, Mood.NEITHER), (4, 6, Mood.FOR), (5, 11, Mood.FOR))
INVITE = {
    "cs": InviteCard(
        "Příliš Žluťoučká",
        "zve tě na točení v pátek večer. Přijď se podívat, hlína bude pro všechny.",
        "https://t.me/afterglow_bot?start=r-K7QMZ4",
        "K7QM-Z4",
        *PLACE["cs"],
    ),
    "en": InviteCard(
        "Ann 🇬🇧",
        "would like you to come along on Friday evening. There is clay for everybody.",
        "https://discord.gg/abcDEF12",
        "K7QM-Z4",
        *PLACE["en"],
    ),
}


def hostile_cards() -> tuple[Card, ...]:
    """Every text of them means harm."""
    rows = tuple(
        ChartRow(label, value, words, won, (value / 2, value * 2))
        for label, value, words, won in (
            (HOSTILE, 1e300, HOSTILE, True),
            (NAMES[3], -5.0, "0", False),
            ("", 1.0, "", False),
        )
    )
    columns = tuple(ScoreColumn(HOSTILE, 10**number, Mood.FOR) for number in range(20))
    points = tuple(ScorePoint(HOSTILE, 10.0**number, HOSTILE, (-1e300, 1e300)) for number in range(30))
    groups = tuple(ScoreGroup(HOSTILE, HOSTILE, mood) for mood in Mood)
    return (
        ChartCard(HOSTILE, HOSTILE, HOSTILE, rows, HOSTILE),
        ScoreCard(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, columns, groups, HOSTILE, points),
        InviteCard(HOSTILE, HOSTILE, "https://example.org/" + "x" * 600, HOSTILE, HOSTILE, HOSTILE),
    )


def asking_examples() -> Iterator[tuple[str, Card, Look]]:
    """Each by its name, with the ground it is drawn on."""
    for look in (Look.DARK, Look.LIGHT):
        for language in ("cs", "en"):
            yield f"chart.{language}.{look}", chart(language), look
            yield f"score.{language}.{look}", recommend(language), look
            yield f"invite.{language}.{look}", INVITE[language], look
    for language, look in (("cs", Look.DARK), ("en", Look.LIGHT)):
        yield f"chart-long.{language}.{look}", long_chart(language), look
        yield f"chart-estimated.{language}.{look}", estimated_chart(language), look
        yield f"score-over-time.{language}.{look}", recommend(language, over_time=True), look
        yield f"score-stars.{language}.{look}", stars(language), look
    for card, look in zip(hostile_cards(), (Look.DARK, Look.LIGHT, Look.DARK), strict=True):
        yield f"{kind_of(card)}-hostile.{look}", card, look
