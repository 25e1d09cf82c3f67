"""The commands of the bundled plugins as Discord would check them, in every language."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from bot.core.loader import load_plugins
from bot.core.specs import command_specs
from bot.model.messages import CommandSpec
from bot.platforms.discord.commands import NAME_PATTERN
from bot.text.files import bundled_locales
from bot.text.translator import load_translator
from tests.platforms.discord.bench import platform, running

LONGEST_COMMAND = 8000  # characters of all names, descriptions and choices together


@pytest.fixture(scope="module")
def specs() -> Sequence[CommandSpec]:
    """Every command that comes with the bot."""
    registry = load_plugins().registry
    folders = [plugin.locales for plugin in registry.plugins.values() if plugin.locales]
    return command_specs(registry, load_translator([bundled_locales(), *folders]))


def each(parts: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """All lists of commands or options that lie beside one another."""
    yield parts
    for part in parts:
        if part.get("options"):
            yield from each(part["options"])


def names(part: Any) -> dict[str, str]:
    """A command's or option's names by language; "" is the name itself."""
    return {"": part["name"], **(part.get("name_localizations") or {})}


def length(part: Any) -> int:
    """How long Discord reckons a command to be: the longest of each text's translations."""
    named = max(map(len, names(part).values()))
    said = max(map(len, (part["description"], *(part.get("description_localizations") or {}).values())))
    chosen = sum(
        max(map(len, names(choice).values())) + len(str(choice["value"])) for choice in part.get("choices") or ()
    )
    return named + said + chosen + sum(map(length, part.get("options") or ()))


@pytest.mark.long
async def test_every_name_is_valid_and_none_is_given_twice_in_any_language(specs: Sequence[CommandSpec]) -> None:
    async with running(platform(), specs) as bench:
        assert not [p for p in await bench.platform.check(bench.space) if p.key == "discord-problem-commands"]
        [published] = bench.bodies("PUT", "/commands")
    languages = {language for together in each(published) for part in together for language in names(part)}
    assert languages == {"", "cs"}
    for together in each(published):
        assert len(together) <= (100 if together is published else 25)
        for language in languages:
            shown = [names(part).get(language, part["name"]) for part in together]
            assert len(set(shown)) == len(shown), shown
            assert all(NAME_PATTERN.fullmatch(name) and name == name.lower() for name in shown), shown
        for part in together:
            for language in languages:
                offered = [names(choice).get(language, choice["name"]) for choice in part.get("choices") or ()]
                assert len(set(offered)) == len(offered), offered
                assert all(0 < len(name) <= 100 for name in offered), offered
            said = [part["description"], *(part.get("description_localizations") or {}).values()]
            assert all(0 < len(text) <= 100 for text in said), part["name"]
    assert max(map(length, published)) <= LONGEST_COMMAND


@pytest.mark.long
async def test_what_can_be_chosen_is_called_as_people_call_it(specs: Sequence[CommandSpec]) -> None:
    async with running(platform(), specs) as bench:
        [published] = bench.bodies("PUT", "/commands")
    permission = next(command for command in published if command["name"] == "permission")
    [role] = [option for option in permission["options"] if option.get("choices")]
    shown = [(choice["value"], choice["name_localizations"]["cs"]) for choice in role["choices"]]
    assert shown[0] == ("member", "člen")
    assert len(shown) == 4
