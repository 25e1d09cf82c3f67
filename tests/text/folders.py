"""Locale folders for tests."""

from pathlib import Path


def write_locales(root: Path, **texts: str) -> Path:
    """A root folder with one core.ftl per language; "cs__polls" gives the file cs/polls.ftl."""
    for place, source in texts.items():
        language, _, name = place.partition("__")
        (root / language).mkdir(parents=True, exist_ok=True)
        (root / language / f"{name or 'core'}.ftl").write_text(source, encoding="utf-8")
    return root
