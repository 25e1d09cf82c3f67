"""How long a command waits for its answer while a chat floods the bot, beside the library that answers at once."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import httpx
from telegram import Update
from telegram.ext import ApplicationBuilder, CommandHandler, TypeHandler

from bot.app import open_app
from bot.config import load_config
from tests.benchmarks.flood_server import TOKEN, flooding, packed
from tests.benchmarks.measuring import Figure, Size

SECONDS = 20
PER_SECOND = 2_000
COMMAND_EACH = 100
"""One update of so many is a command, and asks for an answer in private: 20 a second, as many as Telegram lets out."""

COMMAND = "/points"
"""One that is answered in words: what a picture costs is measured by itself."""

ASKING = 40
"""So many people ask, in turn: most are known to the bot by then, as in a community."""

FIRST = PER_SECOND // COMMAND_EACH
"""Commands of the first second, which are left out: what a process does for the first time is no matter of a flood."""

AIM_MS = 50.0
CHAT = -1001234567890


async def run(size: Size) -> list[Figure]:
    """The 99th percentile in milliseconds, of the whole bot with every plugin: from told to answered."""
    messages = max(size.of(SECONDS * PER_SECOND), COMMAND_EACH * 2 * FIRST)
    flood = packed(_flood(messages))
    ours, floor = [], []
    for _ in range(size.rounds):
        with flooding(flood, PER_SECOND) as url:
            async with _whole_bot(url):
                ours.append(await _waited(url, messages // COMMAND_EACH))
        with flooding(flood, PER_SECOND) as url:
            async with _library(url):
                floor.append(await _waited(url, messages // COMMAND_EACH))
    p99, bare = median(ours), median(floor)
    aim = f"<= {AIM_MS:.0f} ms"
    return [Figure("flood-answers", p99, "ms", bare, p99 / bare, aim, p99 <= AIM_MS, len(ours))]


@asynccontextmanager
async def _whole_bot(url: str) -> AsyncIterator[None]:
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        environment = {
            "AFTERGLOW_DATA_FOLDER": str(Path(folder)),
            "AFTERGLOW_TELEGRAM__TOKEN": TOKEN,
            "AFTERGLOW_TELEGRAM__BASE_URL": url,
        }
        async with open_app(load_config(environment=environment)) as app:
            running = asyncio.create_task(app.run())
            yield
            app.stop()
            await running


@asynccontextmanager
async def _library(url: str) -> AsyncIterator[None]:
    async def reply(update: Update, context: Any) -> None:
        assert update.effective_user is not None
        await context.bot.send_message(update.effective_user.id, "Hello")

    async def nothing(update: Update, context: Any) -> None:
        """What is no command."""

    application = ApplicationBuilder().token(TOKEN).base_url(url).job_queue(None).concurrent_updates(64).build()
    application.add_handlers([CommandHandler(COMMAND[1:], reply), TypeHandler(Update, nothing)])
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        yield
        await application.updater.stop()
        await application.stop()


async def _waited(url: str, answers: int) -> float:
    """Once all have theirs: how long 99 of 100 waited at most behind the first second, in milliseconds."""
    async with asyncio.timeout(SECONDS * 5), httpx.AsyncClient() as client:
        waits: list[float] = []
        while len(waits) < answers:
            await asyncio.sleep(0.5)
            waits = (await client.get(f"{url}waits")).json()
    return quantiles(waits[FIRST:], n=100)[98] * 1000


def _flood(messages: int) -> Iterator[dict[str, Any]]:
    """Talk in the group, with commands spread through it."""
    date = int(datetime.now(UTC).timestamp())
    for number in range(1, messages + 1):
        command = number % COMMAND_EACH == 0
        person = 6_000_000_000 + number // COMMAND_EACH % ASKING if command else 5_000_000_000 + number * 1_237 % 1_000
        message = {
            "message_id": number,
            "from": {"id": person, "is_bot": False, "first_name": f"Guest {person}", "language_code": "en"},
            "chat": {"id": CHAT, "title": "Kiln and Glaze", "type": "supergroup"},
            "date": date,
            "text": COMMAND if command else f"I fire mine at {number} degrees",
        }
        entities = {"entities": [{"type": "bot_command", "offset": 0, "length": len(COMMAND)}]} if command else {}
        yield {"update_id": number, "message": message | entities}
