"""afterglow plugin new: a working plugin with its texts and a test, ready to be changed."""

import re
import shutil
from pathlib import Path

from bot.core.declarations import NAME
from bot.core.loader import load_plugins
from bot.errors import InputFileError
from bot.text.files import bundled_locales, read_locales

_FILES = {
    "pyproject.toml": """[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "afterglow-NAME"
version = "0.1.0"
description = "TITLE, a plugin for Afterglow."
requires-python = ">=3.11"
dependencies = ["afterglow-bot"]

[project.optional-dependencies]
test = ["pytest>=9", "pytest-asyncio>=1.3"]

[project.entry-points."afterglow.plugins"]
NAME = "MODULE"

[tool.hatch.build.targets.wheel]
packages = ["MODULE"]

[tool.pytest.ini_options]
asyncio_mode = "auto"
""",
    "MODULE/__init__.py": '''"""TITLE: says hello, and counts how often."""

from pathlib import Path

from pydantic import BaseModel, Field

from bot.api import Activities, Context, Plugin


class Settings(BaseModel):
    """What moderators can change with /plugin configure NAME."""

    greeting: str = Field("", max_length=100, description="The word to greet with; empty for the language's own.")


plugin = Plugin("NAME", settings=Settings, activities=("NAME-greeted",), locales=Path(__file__).parent / "locales")


@plugin.command("COMMAND", examples=["/COMMAND"])
async def greet(ctx: Context) -> None:
    """Be greeted."""
    settings = await ctx.settings(Settings)
    activities = ctx.use(Activities)
    times = await activities.count(ctx.member.id, "NAME-greeted") + 1
    await activities.record(ctx.community.id, ctx.member.id, "NAME-greeted", f"greeting:{times}")
    greeting = settings.greeting or ctx.t("NAME-greeting")
    text = ctx.t("NAME-hello", greeting=greeting, name=ctx.member.name, times=times)
    await ctx.reply(text, [ctx.button(again)])


@plugin.action("NAME-again")
async def again(ctx: Context) -> None:
    """Greet once more."""
    await greet(ctx)
''',
    "MODULE/locales/en/NAME.ftl": """NAME-title = TITLE
NAME-about = Greets people, and counts how often.
NAME-setting-greeting = The word to greet with
cmd-COMMAND = Be greeted
    .name = COMMAND
NAME-greeting = Hello
NAME-hello = { $greeting }, { $name }. { $times ->
    [one] This is the first time.
   *[other] You have been here { $times } times.
}
NAME-again = Once more
""",
    "MODULE/locales/cs/NAME.ftl": """NAME-title = TITLE
NAME-about = Zdraví lidi a\u00a0počítá, pokolikáté.
NAME-setting-greeting = Slovo, kterým zdraví
cmd-COMMAND = Nech se pozdravit
    .name = COMMAND
NAME-greeting = Ahoj
NAME-hello = { $greeting }! { $times ->
    [one] Vidíme se poprvé.
    [few] Vidíme se už { $times }krát.
    [many] Vidíme se už { $times }krát.
   *[other] Vidíme se už { $times }krát.
}
NAME-again = Ještě jednou
""",
    "tests/test_MODULE.py": '''"""The plugin as its users see it: a whole bot, a real database, nothing faked."""

from bot.testing import whole_bot


async def test_everybody_is_greeted_by_name() -> None:
    async with whole_bot() as bot:
        ann = bot.person("Ann")

        assert await bot.says(ann, "/COMMAND") == ["Hello, Ann. This is the first time."]


async def test_greetings_are_counted_over_a_button_too() -> None:
    async with whole_bot() as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/COMMAND")

        assert await bot.presses(ann, "Once more") == ["Hello, Ann. You have been here 2 times."]


async def test_it_speaks_czech() -> None:
    async with whole_bot(language="cs") as bot:
        eva = bot.person("Eva", language="cs")
        await bot.says(eva, "/COMMAND")

        assert await bot.presses(eva, "Ještě jednou") == ["Ahoj! Vidíme se už 2krát."]
''',
    "README.md": """# TITLE

A plugin for Afterglow. Try it beside an installed Afterglow:

    pip install -e '.[test]'
    python -m pytest
    afterglow run        # then type /COMMAND
""",
}


def make_plugin(name: str, folder: Path) -> str:
    """Write the files into `folder`/afterglow-`name`; returns what to do next. Raises InputFileError, changing nothing,
    when the name cannot be one or is taken, the folder is there already, or cannot be made."""
    if not NAME.fullmatch(name):
        raise InputFileError(
            f"{name!r} is no name for a plugin: use 2 to 24 of a-z, 0-9 and -, beginning with a letter."
        )
    if taken := _taken(name):
        raise InputFileError(f"{taken} Choose another name. Nothing was changed.")
    home = folder / f"afterglow-{name}"
    if home.exists():
        raise InputFileError(f"{home} is there already. Choose another name, or move it away. Nothing was changed.")
    try:
        _write(home, name)
    except OSError as error:
        shutil.rmtree(home, ignore_errors=True)
        raise InputFileError(
            f"{home} cannot be made ({error.strerror}). Choose another place with --folder. Nothing was changed."
        ) from error
    return f"Made {home}\n\nNext:\n  cd {home}\n  pip install -e '.[test]'\n  python -m pytest\n"


def _taken(name: str) -> str:
    """Who has the name already, as a sentence: a plugin would be refused for it, or its texts would meet others."""
    loaded = load_plugins()
    if name in (*loaded.registry.plugins, *(failure.plugin for failure in loaded.failures)):
        return f'There is a plugin called "{name}" already.'
    command = next((one for path, one in loaded.registry.commands.items() if path[0] == name), None)
    if command is not None:
        return f'"/{name}" is a command of the plugin "{command.plugin}" already.'
    if name in {file.name for file in read_locales([bundled_locales()])}:
        return f'Afterglow\'s own texts are called "{name}".'
    return ""


def _write(home: Path, name: str) -> None:
    words = {
        "NAME": name,
        "MODULE": "afterglow_" + name.replace("-", "_"),
        "COMMAND": name,
        "TITLE": name.replace("-", " ").capitalize(),
    }
    for path, text in _FILES.items():
        target = home / _filled(path, words)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_filled(text, words), encoding="utf-8")


def _filled(text: str, words: dict[str, str]) -> str:
    return re.sub("|".join(words), lambda match: words[match[0]], text)
