"""The AI server's library takes a second to load, so nothing but the first question does it."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = ("openai", "httpx2", "bot.ai.client")


def test_no_module_imports_it_when_it_is_read_itself() -> None:
    found = []
    for file in (*(ROOT / "bot").rglob("*.py"), *(ROOT / "plugins").rglob("*.py")):
        for node in ast.parse(file.read_text("utf-8")).body:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found += [str(file.relative_to(ROOT)) for name in names if name in HEAVY]
    assert set(found) == {"bot/ai/client.py"}
