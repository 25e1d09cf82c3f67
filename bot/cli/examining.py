"""afterglow doctor: what is wrong with the bot's communities, told without a chat, also while the bot runs."""

import os
import sys
from functools import partial

from bot import log as logs
from bot.app import look_in
from bot.community.communities import Communities
from bot.config import Config
from bot.core.doctor import Doctor, Finding, Weight
from bot.core.parts import Parts
from bot.model.identity import Community
from bot.platforms.local.cast import chosen_language
from bot.text.saying import plainly


async def run_doctor(config: Config, language: str | None) -> int:
    """Print what was found; returns 1 when something is broken, 0 otherwise."""
    logs.set_up("CRITICAL")  # what others would log is told here, in a line
    tongue = chosen_language(language, os.environ)
    worst = Weight.NOTE
    async with look_in(config) as parts:
        say = partial(plainly, parts.translator.text, tongue)
        async with parts.work() as work:
            communities = await Communities(work).all()
        if not communities:
            _print(say("check-doctor-empty"))
        for community in communities:
            found = await _examine(parts, community, tongue)
            _tell(say, community, found)
            worst = min([worst, *(finding.weight for finding in found)])
        _print(say("check-doctor-networks"))
    return 1 if worst is Weight.BROKEN else 0


async def _examine(parts: Parts, community: Community, language: str) -> list[Finding]:
    async with parts.work() as work:
        return list(await Doctor(parts, work, community).examine(language, networks=False))


def _tell(say: partial[str], community: Community, found: list[Finding]) -> None:
    _print(say("check-doctor-community", name=community.name))
    if not found:
        _print(f"  {say('check-doctor-well')}")
    for finding in found:
        what = say(finding.problem.key, **finding.values)
        _print(f"  - {say('check-doctor-line', weight=finding.weight.name.lower(), what=what)}")


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
