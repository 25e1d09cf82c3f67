"""`afterglow knowledge import` as people use it: bring a document along, bring it again, be refused."""

import asyncio
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.config import load_config
from bot.local_bot import open_local_bot
from bot.model.identity import Role
from tests.cli.calling import call

pytestmark = [pytest.mark.usefixtures("alone"), pytest.mark.long]


async def _asks(question: str) -> str:
    async with open_local_bot(load_config(None, environment={}), SystemClock()) as (app, chat):
        ann = chat.person("ann", name="Ann", floor=Role.OWNER, language="en")
        await chat.says(ann, question)
        await app.turn()
        return "\n".join(shown.message.text for shown in chat.shown(ann))


def test_a_document_is_brought_along_answers_and_replaces_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(_asks("/me"))
    (tmp_path / "faq.cs.csv").write_text("otázka;odpověď\nKolik stojí doprava?;79 Kč\n", "utf-8")
    (tmp_path / "faq.png").write_bytes(b"\x89PNG\0")

    assert call("knowledge", "import", "faq.cs.csv") == 0
    assert "faq.cs.csv (cs) is kept: one section." in capsys.readouterr().out
    assert "79 Kč" in asyncio.run(_asks("/ask Kolik stojí doprava?"))
    assert call("knowledge", "import", "faq.cs.csv", "--language", "en") == 0
    assert "faq.cs.csv (en) replaces what was there" in capsys.readouterr().out
    assert call("knowledge", "import", "faq.png") == 1
    assert "faq.png is no text" in capsys.readouterr().out
    assert call("knowledge", "import", "faq.cs.csv", "--language", "xx") == 1
    assert "I speak no xx" in capsys.readouterr().out
    assert call("knowledge", "import", "none.md") == 1
    assert "There is no file none.md" in capsys.readouterr().err


def test_a_table_of_addresses_fills_the_shelf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(_asks("/me"))
    (tmp_path / "shelf.csv").write_text("title,url\nGlazes,https://example.com/g\n", "utf-8")

    assert call("knowledge", "import", "shelf.csv") == 0
    assert "One line of shelf.csv (en) stands on the shelf." in capsys.readouterr().out
    assert "Glazes" in asyncio.run(_asks("/content list"))
    assert call("knowledge", "import", "shelf.csv") == 0
    assert "put anew" in capsys.readouterr().out
