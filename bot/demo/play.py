"""afterglow demo: plays the bundled evening through the whole bot, and shows it or prints it as JSON."""

import asyncio
import json
import os
import sys
import tempfile
from pathlib import Path

from bot import log as logs
from bot.demo.evening import evening
from bot.demo.opening import open_for
from bot.demo.playing import Moment, Player
from bot.demo.result import result_of
from bot.demo.screen import Pace, Screen
from bot.demo.summing_up import figures, where_next
from bot.platforms.local.cast import chosen_language
from bot.platforms.local.console import Output
from bot.text.files import bundled_locales
from bot.text.markup import plain
from bot.text.saying import Say
from bot.text.translator import load_translator

SECONDS = 9.0
"""How long the moments take together where nobody asks to be quick; the start and the end come on top."""

LONGEST_PAUSE = 0.6


async def play_demo(*, language: str | None, as_json: bool, fast: bool) -> int:
    """Play it in `language` (that of the environment when None); `fast` without pauses. Returns the exit status."""
    logs.set_up("ERROR")
    tongue = chosen_language(language, os.environ)
    if as_json:
        sys.stdout.write(json.dumps(await demo_as_json(tongue), ensure_ascii=False) + "\n")
        return 0
    console = Output()
    await show_demo(console, tongue, seconds=0 if fast or not console.is_terminal else SECONDS)
    return 0


async def show_demo(console: Output, language: str, *, seconds: float) -> None:
    """Draw it on `console`, its pauses spread over so many seconds."""
    say = narrator()
    scenario = evening(say, language)
    screen = Screen(console, say, language, scenario)
    pace = Pace(seconds, len(scenario.told), longest=LONGEST_PAUSE)
    screen.title()
    try:
        with tempfile.TemporaryDirectory() as folder:
            async with open_for(scenario, Path(folder), language) as setting:
                async for moment in Player(setting, scenario).play():
                    await screen.moment(moment, pace.next())
                result = await result_of(setting.app, setting.community)
    except asyncio.CancelledError:  # Ctrl-C
        screen.broken_off()
        raise
    screen.summary(figures(result, say, language), where_next(say, language))


async def demo_as_json(language: str) -> dict[str, object]:
    """The same as one object: the keys of a replay's, with answers, scores, who stopped, and the moments."""
    scenario = evening(narrator(), language)
    with tempfile.TemporaryDirectory() as folder:
        async with open_for(scenario, Path(folder), language) as setting:
            moments = [_as_json(moment) async for moment in Player(setting, scenario).play()]
            result = await result_of(setting.app, setting.community)
    return {**result.as_json(), "moments": moments}


def narrator() -> Say:
    """What tells the story."""
    return load_translator([bundled_locales()], names={"demo"}).text


def _as_json(moment: Moment) -> dict[str, object]:
    return {
        "at": moment.at.isoformat(),
        "who": moment.part.name,
        "what": moment.act.tell.removeprefix("demo-"),
        "text": plain(moment.seen.text) if moment.seen else None,
    }
