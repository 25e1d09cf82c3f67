"""Check that a wheel holds every file of bot, plugins and locales, and nothing else: `wheel_contents.py WHEEL`."""

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "plugins", "locales")


def main(wheel: str) -> int:
    """Print what is missing and what should not be there; returns the number of such files."""
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    wrong = [f"missing: {name}" for name in sorted(wanted - inside)]
    wrong += [f"should not be there: {name}" for name in sorted(inside - wanted)]
    sys.stdout.write("\n".join([*wrong, f"{Path(wheel).name}: {len(inside)} files", ""]))
    return len(wrong)


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1]), 1))
