"""Bringing a document along from the command line: the plugin that takes documents reads and keeps it."""

from pathlib import Path
from typing import Final

from bot.config import Config
from bot.core.context import Background
from bot.errors import SaidError, UserError, system_says
from bot.importing.bringing import open_desk
from bot.model.knowledge import Brought
from bot.model.messages import File
from bot.text.refusals import FileRefusedError

KIND: Final = "knowledge"
"""A contribution of this kind is called with a Background, a File and a language or "", and keeps what that says."""

LARGEST: Final = 16_000_000


async def bring_document(
    config: Config, path: Path, language: str, community: str | None
) -> tuple[Brought | None, str]:
    """What is kept of the file now, or, with None, the refusal in the community's language."""
    content = _content(path)
    async with open_desk(config, community) as desk:
        for contribution in desk.parts.registry.contributions(KIND):
            try:
                async with desk.parts.work() as work:
                    ctx = Background(desk.parts, work, desk.community, contribution.plugin)
                    return await contribution.handler(ctx, File(path.name, content), language), ""
            except UserError as refusal:
                return None, desk.parts.translator.text(refusal.key, desk.community.language, **refusal.values)
    raise SaidError("importing-nobody-takes-it")


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise FileRefusedError("importing-folder", file=path.name)
        if path.stat().st_size > LARGEST:
            raise FileRefusedError("importing-large", file=path.name, most=LARGEST // 1_000_000)
        return path.read_bytes()
    except FileNotFoundError:
        raise FileRefusedError("importing-missing", file=path.name) from None
    except OSError as error:
        raise FileRefusedError("importing-closed", file=path.name, reason=system_says(error)) from error
