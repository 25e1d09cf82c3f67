"""`python -m tests.storage.revise "what changed"` writes a migration; with --start it writes the first one anew."""

import subprocess
import sys

from bot.storage.migrations.new import write_revision
from tests.databases import whole_schema


def main() -> None:
    """Write the revision and put it in our style."""
    owner = whole_schema()
    if sys.argv[1:] == ["--start"]:
        for file in owner.versions.glob("*.py"):
            file.unlink()
        what = "start"
    else:
        (what,) = sys.argv[1:]
    path = write_revision(owner, what)
    for work in (["format"], ["check", "--fix"]):
        subprocess.run([sys.executable, "-m", "ruff", *work, "-q", path], check=True)


if __name__ == "__main__":
    main()
