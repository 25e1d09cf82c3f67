"""The command line: afterglow run | demo | replay | import | knowledge import | check | doctor | plugin new."""

import asyncio
import os
import re
import sys
from collections.abc import Awaitable, Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated, NoReturn

from cyclopts import App as Commands
from cyclopts import CycloptsError, Parameter, UnusedCliTokensError

from bot.config import Config, read_config
from bot.config_types import languages
from bot.config_words import one_of
from bot.errors import BotError, SaidError, Together

commands = Commands(
    name="afterglow",
    version=lambda: _version(),
    help="Keeps a community warm after a live stream: follow-ups, recognition and feedback on Discord and Telegram.",
    version_flags=["--version"],
    default_parameter=Parameter(show_default=False),  # flags are off, the rest is told in words
)
plugins = Commands(name="plugin", help="For those who write plugins.")
commands.command(plugins)
imports = Commands(name="import", help="Bring along what another bot has kept; look at it first, and undo it.")
commands.command(imports)
knowledge = Commands(name="knowledge", help="What the bot answers questions from.")
commands.command(knowledge)

ConfigOption = Annotated[
    Path | None, Parameter(name="--config", help="The configuration file; config.toml here when there is one.")
]
Simulate = Annotated[
    bool, Parameter(negative="", help="Live through its 48 hours on a clock and data of its own; nothing is sent.")
]
Apply = Annotated[bool, Parameter(negative="", help="Do it; without this it is only shown what would come of it.")]
CommunityOption = Annotated[
    str | None, Parameter(name="--community", help="Its name or number, where the bot serves several.")
]
EndedAt = Annotated[
    str | None, Parameter(help='When the stream ended, such as "2026-11-20 20:00" or "yesterday 20:00".')
]


def _known_language(_: object, language: str | None) -> None:
    if language is not None and language not in languages():
        raise ValueError(f"Write {one_of(languages())}.")


LanguageOption = Annotated[
    str | None,
    Parameter(validator=_known_language, help=f"{' or '.join(languages())}; the terminal's own when it is not given."),
]

ChatLanguageOption = Annotated[
    LanguageOption,
    Parameter(help=f"{' or '.join(languages())}; without it the configured one where it is set, then the terminal's."),
]


def call(arguments: Sequence[str] | None = None) -> None:
    """Run one command. What went wrong on purpose is told in a sentence; status 1, or 2 for a wrong call."""
    try:
        try:
            commands(arguments, exit_on_error=False, print_error=False)
        finally:
            sys.stdout.flush()
    except UnusedCliTokensError as error:
        _end(f"There is more than it takes: {' '.join(error.unused_tokens or ())}. See --help.", 2)
    except CycloptsError as error:
        _end(str(error).strip() + " See --help.", 2)
    except BotError as error:
        _end(_in_their_language(error, arguments), 1)
    except BrokenPipeError:
        # Whoever read our output has enough of it; what is left in the buffer must not be tried again at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _in_their_language(error: BotError, arguments: Sequence[str] | None) -> str:
    """In the language that was asked for, or the terminal's own, where the error is one that speaks several.

    What `run` shows otherwise is in the configured language, so its errors are as well.
    """
    from bot.platforms.local.cast import chosen_language
    from bot.text.refusals import in_words

    words = list(sys.argv[1:] if arguments is None else arguments)
    configured = _configured_language(_option("--config", words)) if words[:1] == ["run"] else None
    return in_words(error, chosen_language(_option("--language", words), os.environ, configured))


def _option(name: str, words: Sequence[str]) -> str | None:
    """What was given with an option, in either of its spellings."""
    apart = (after for option, after in pairwise(words) if option == name)
    together = (word.partition("=")[2] for word in words if word.startswith(f"{name}="))
    return next(apart, next(together, None))


def _configured_language(path: str | None) -> str | None:
    config = read_config(Path(path) if path else None, os.environ, {})
    if not isinstance(config, Config) or "language" not in config.community.model_fields_set:
        return None
    return config.community.language


def _end(why: str, status: int) -> NoReturn:
    sys.stderr.write(f"afterglow: {why}\n")
    sys.exit(status)


@commands.command
def run(*, config: ConfigOption = None, language: ChatLanguageOption = None) -> None:
    """Run the bot; without any token, a chat in this terminal."""
    from bot.cli.running import run_bot

    _wait(lambda: run_bot(_config(config), language))


@commands.command
def demo(
    *,
    language: LanguageOption = None,
    json: Annotated[bool, Parameter(negative="", help="Print one JSON object instead.")] = False,
    fast: Annotated[bool, Parameter(negative="", help="Show it without pauses.")] = False,
) -> None:
    """See a stream and its 48 hours in seconds: no token, no network, nothing to set up."""
    from bot.demo.play import play_demo

    _wait(lambda: play_demo(language=language, as_json=json, fast=fast))


@commands.command
def replay(
    file: Path,
    /,
    *,
    simulate: Simulate = False,
    ended_at: EndedAt = None,
    language: LanguageOption = None,
    json: Annotated[bool, Parameter(negative="", help="Print one JSON object instead.")] = False,
    config: ConfigOption = None,
) -> None:
    """Import attendance from a recorded stream chat and plan the follow-ups. Safe to repeat.

    Parameters
    ----------
    file
        A Twitch chat as TwitchDownloader writes it, a YouTube chat as yt-dlp writes it, or CSV.
    """
    from bot.cli.replaying import show_replay

    how = {"simulate": simulate, "as_json": json}
    _wait(lambda: show_replay(_config(config), file, ended_at=ended_at, language=language, **how))


@commands.command
def check(*, config: ConfigOption = None, language: LanguageOption = None) -> None:
    """Validate the configuration, plugins and texts; name each problem and its cure."""
    from bot.cli.checking import run_checks

    sys.exit(run_checks(config, os.environ, language))


@commands.command
def doctor(*, config: ConfigOption = None, language: LanguageOption = None) -> None:
    """Tell what is wrong with the bot's communities, and the cure; status 1 when something is broken."""
    from bot.cli.examining import run_doctor

    _wait(lambda: run_doctor(_config(config), language))


@imports.command(name="points")
def import_points(
    file: Path,
    /,
    *,
    apply: Apply = False,
    one_for: Annotated[int, Parameter(help="One point for so many of the file's.")] = 1,
    platform: Annotated[
        str | None, Parameter(help="Whose ids or names it has, where it does not say: twitch, kick, discord, telegram.")
    ] = None,
    community: CommunityOption = None,
    language: LanguageOption = None,
    config: ConfigOption = None,
) -> None:
    """Bring points along from MEE6, StreamElements or a table. Safe to repeat.

    Parameters
    ----------
    file
        MEE6's public leaderboard (JSON), StreamElements' points (JSON of its API), or CSV; pages may stand together.
    """
    from bot.cli.importing import show_points

    how = {"platform": platform, "community": community, "language": language}
    _wait(lambda: show_points(_config(config), file, apply=apply, one_for=one_for, **how))


@imports.command(name="list")
def import_list(
    *, community: CommunityOption = None, language: LanguageOption = None, config: ConfigOption = None
) -> None:
    """Show what was brought along, and what became of it."""
    from bot.cli.importing import show_imports

    _wait(lambda: show_imports(_config(config), community=community, language=language))


@imports.command(name="undo")
def import_undo(
    number: int,
    /,
    *,
    apply: Apply = False,
    community: CommunityOption = None,
    language: LanguageOption = None,
    config: ConfigOption = None,
) -> None:
    """Take back what is still there of an import.

    Parameters
    ----------
    number
        Its number, as `afterglow import list` shows it.
    """
    from bot.cli.importing import show_undoing

    _wait(lambda: show_undoing(_config(config), number, apply=apply, community=community, language=language))


@knowledge.command(name="import")
def knowledge_import(
    file: Path,
    /,
    *,
    spoken: Annotated[
        str,
        Parameter(name="--language", help="In which language the document is, where its name does not say: cs, en."),
    ] = "",
    community: CommunityOption = None,
    config: ConfigOption = None,
) -> None:
    """Bring a document along that the bot is to answer from; brought again it replaces itself.

    Parameters
    ----------
    file
        Markdown with headings, CSV (question;answer, or a table), or text.
    """
    from bot.cli.importing import show_knowledge

    _wait(lambda: show_knowledge(_config(config), file, spoken=spoken, community=community, language=None))


@plugins.command(name="new")
def plugin_new(name: str, /, *, folder: Path | None = None) -> None:
    """Make a working plugin with a test, in a folder of its own.

    Parameters
    ----------
    name
        Lower-case letters, digits and hyphens, such as "tea-time".
    folder
        Where to make it; here when it is not given.
    """
    from bot import log as logs
    from bot.cli.scaffold import make_plugin

    logs.set_up("CRITICAL")  # of plugins that are broken only the names matter here
    sys.stdout.write(make_plugin(name, folder or Path.cwd()))


def _config(path: Path | None) -> Config:
    """The configuration; an error with all that is wrong with it."""
    found = read_config(path, os.environ, {})
    if isinstance(found, Config):
        return found
    if len(found) == 1:
        raise SaidError("check-before-one", problem=found[0])
    problems = Together(("", *found), between="\n  - ")
    raise SaidError("check-before-several", count=len(found), problems=problems)


def _wait(make: Callable[[], Awaitable[int | None]]) -> None:
    async def whole() -> int | None:
        return await make()

    if status := asyncio.run(whole()):
        sys.exit(status)


def _version() -> str:
    """That of the checkout we run from, which may be newer than what was once installed; else the installed one."""
    project = Path(__file__).parents[2] / "pyproject.toml"
    if project.exists() and (found := re.search(r'^version = "(.+)"$', project.read_text("utf-8"), re.MULTILINE)):
        return found[1]
    from importlib.metadata import version

    return version("afterglow-bot")
