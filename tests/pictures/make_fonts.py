"""Makes the fonts in bot/pictures/fonts from their sources: `python -m tests.pictures.make_fonts FOLDER`.

FOLDER holds the fonts that bot/pictures/fonts/README.md names, anywhere below it. Needs fonttools, brotli and
regex, which the project itself does not: it is run by hand, when a font changes.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import regex
from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "bot" / "pictures" / "fonts"
SHAPING = ["ccmp", "locl", "kern", "mark", "mkmk", "liga", "rlig", "calt", "init", "medi", "fina", "isol", "tnum"]
INDIC = ["nukt", "akhn", "rphf", "rkrf", "pref", "blwf", "half", "pstf", "vatu", "cjct", "pres", "abvs", "blws", "psts"]
INDIC += ["haln", "abvm", "blwm", "dist"]

SCRIPTS = ("Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Thai", "Georgian", "Armenian")
SYMBOLS: tuple[range, ...] = (
    range(0x2000, 0x2070),
    range(0x20A0, 0x20C1),
    range(0x2100, 0x2400),
    range(0x2460, 0x27C0),
)
SYMBOLS += (range(0x2900, 0x2980), range(0x2B00, 0x2C00))

Rows = tuple[str, range, Iterable[int]]
EUC = range(0xA1, 0xFF)
EAST_ASIAN: tuple[Rows, ...] = (
    ("gb2312", range(0xB0, 0xF8), EUC),
    ("euc_jp", range(0xB0, 0xF5), EUC),
    ("euc_kr", range(0xB0, 0xC9), EUC),
    ("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *EUC)),
)
"""What the scripts' own standards call common, and for Chinese and Japanese what they call less so."""
KANA = (*range(0x3000, 0x3100), *range(0x31F0, 0x3200), *range(0xFF00, 0xFFF0))


def main(sources: Path) -> None:
    """Make them all; a character goes into the first font that has it."""
    found = {path.name: path for path in sources.rglob("*.*") if path.suffix in (".ttf", ".ttc", ".otf", ".woff2")}
    emoji = TTFont(found["twemoji.woff2"])
    always = {code for code in emoji.getBestCmap() if regex.match(r"\p{Emoji_Presentation}", chr(code))}
    always |= set(range(0x1F1E6, 0x1F200))
    done = _made(TTFont(found["Manrope-ExtraBold.ttf"]), "heading", everything())
    _made(TTFont(found["Manrope-Medium.ttf"]), "text", everything())
    # All its letters, also those that are there already: with a mark above it a letter needs both in one font.
    done |= _made(TTFont(found["NotoSans-SemiBold.ttf"]), "more-letters", everything())
    for script in SCRIPTS:
        mine = everything() - done - always
        done |= _made(TTFont(found[f"NotoSans{script}-SemiBold.ttf"]), script.lower(), mine, [*SHAPING, *INDIC])
    symbols = {code for block in SYMBOLS for code in block}
    for number, name in enumerate(("NotoSansSymbols-SemiBold.ttf", "NotoSansSymbols2-Regular.ttf"), 1):
        done |= _made(TTFont(found[name]), f"symbols-{number}", symbols - done - always)
    _made(TTFont(found["NotoSansCJK-Medium.ttc"], fontNumber=0), "east-asian", set(_common()) | set(KANA), [])
    _made(emoji, "emoji", everything(), [*SHAPING, "rlig"], glyphs=["*"])


def everything() -> set[int]:
    """Every code point but the control characters."""
    return set(range(0x20, 0x110000)) - set(range(0x7F, 0xA0))


def _common() -> Iterable[int]:
    for encoding, rows, columns in EAST_ASIAN:
        for row in rows:
            for column in columns:
                yield from map(ord, bytes([row, column]).decode(encoding, "ignore")[:1])


def _made(
    font: Any, name: str, codes: set[int], features: list[str] | None = None, *, glyphs: Iterable[str] = ()
) -> set[int]:
    """Write the part of a font that holds `codes`, under a name of its own as its licence asks; returns what it has."""
    mine = codes & set(font.getBestCmap())
    options = subset.Options()
    options.layout_features = SHAPING if features is None else features
    options.hinting = False
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "STAT", "FFTM", "MATH", "DSIG", "meta"]
    options.name_IDs = [0, 13, 14]
    options.notdef_outline = False
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=mine, glyphs=font.getGlyphOrder() if "*" in glyphs else [])
    chosen.subset(font)
    for identity, words in (
        (1, f"Afterglow {name}"),
        (2, "Regular"),
        (4, f"Afterglow {name}"),
        (6, f"Afterglow-{name}"),
    ):
        font["name"].setName(words, identity, 3, 1, 0x409)
    font.flavor = None
    path = FONTS / f"{name}.{'otf' if 'CFF ' in font else 'ttf'}"
    font.save(path)
    print(f"{path.name}: {len(mine)} characters, {path.stat().st_size:,} bytes")
    return mine


if __name__ == "__main__":
    main(Path(sys.argv[1]))
