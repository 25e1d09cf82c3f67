"""Plugins put where an installer would put them."""

from pathlib import Path


def install(site: Path, name: str, text: str, *, target: str = "") -> None:
    """Put a module there with an entry point of that name, as an installer does it."""
    module = f"afterglow_{name}".replace("-", "_")
    (site / f"{module}.py").write_text(text, encoding="utf-8")
    info = site / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: afterglow-{name}\nVersion: 1.0\n", encoding="utf-8")
    entry = f"[afterglow.plugins]\n{name} = {module}{target}\n"
    (info / "entry_points.txt").write_text(entry, encoding="utf-8")
