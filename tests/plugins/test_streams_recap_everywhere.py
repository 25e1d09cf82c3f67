"""The recap on Discord, Telegram and in the local chat: read by a host, put better in a form, posted for everybody."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.community.chat_import import ImportedMessage, import_messages
from bot.model.identity import AccountRef, Role
from bot.storage.tables import members
from bot.storage.tables import streams as stream_table
from tests.slice import everywhere


@pytest.mark.long
async def test_a_host_reads_the_draft_puts_it_better_and_posts_it_on_every_network(tmp_path: Path) -> None:
    async with everywhere(tmp_path) as it:
        for side in it.sides:
            await side.commands("ping")
        async with it.app.parts.work() as work:
            await work.execute(sa.update(members).where(members.c.name == "Ann").values(role=Role.HOST.value))
        for side in it.sides:
            await side.commands("stream start")
        await it.passes(minutes=10)
        async with it.app.parts.work() as work:
            streams = [row.id for row in await work.rows(sa.select(stream_table.c.id))]
        for number in streams:
            guest = ImportedMessage("1", AccountRef("twitch", "7"), "Cid", timedelta(minutes=1), is_question=False)
            await import_messages(it.app.parts.database, number, [guest])
        for side in it.sides:
            await side.commands("stream end")
        for side in it.sides:
            draft = await side.commands("stream recap")
            assert "A draft of the recap" in draft and "minutes together" in draft, (side.name, draft)
            changed = await side.answers("Edit", {"text": "An evening of *tea* for @everyone."})
            assert "An evening of" in changed, (side.name, changed)
            assert "Posted" in await side.presses("Post it"), side.name
        await it.passes(minutes=1)
        for side in it.sides:
            assert any("An evening of" in text for text in await side.everybody()), side.name
