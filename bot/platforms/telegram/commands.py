"""The menu of commands that Telegram shows while somebody types "/"; who may use them is decided in the core."""

import logging
from collections import Counter
from collections.abc import Sequence

from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeAllChatAdministrators, BotCommandScopeDefault

from bot.model.identity import Role
from bot.model.messages import CommandSpec
from bot.platforms.telegram.typed import published_name
from bot.text.languages import BASE

MENU_LENGTH = 100
DESCRIPTION_LENGTH = 256
"""Both from https://core.telegram.org/bots/api#setmycommands and #botcommand."""

_WORTH_IT = 3
"""A group of so many commands is shown as one entry where room is short."""

log = logging.getLogger(__name__)


async def publish(bot: Bot, commands: Sequence[CommandSpec]) -> int:
    """Set the menus that differ from what Telegram shows already, and return how many those were.

    Everybody is shown what members may do; the administrators of groups are shown everything. Raises TelegramError.
    """
    members = [spec for spec in commands if spec.least_role is Role.MEMBER]
    changed = 0
    for scope, specs in ((BotCommandScopeDefault(), members), (BotCommandScopeAllChatAdministrators(), commands)):
        for language in (None, *_languages(commands)):
            changed += await _publish_one(bot, _menu(specs, language), scope, language)
    return changed


async def _publish_one(bot: Bot, menu: list[BotCommand], scope: BotCommandScope, language: str | None) -> bool:
    if list(await bot.get_my_commands(scope=scope, language_code=language)) == menu:
        return False
    if menu:
        await bot.set_my_commands(menu, scope=scope, language_code=language)
    else:
        await bot.delete_my_commands(scope=scope, language_code=language)
    return True


def _languages(commands: Sequence[CommandSpec]) -> list[str]:
    """The languages with a menu of their own; English is what all others see."""
    tags = {tag.partition("-")[0].lower() for spec in commands for tag in spec.texts}
    return sorted(tags - {BASE})


def _menu(specs: Sequence[CommandSpec], language: str | None) -> list[BotCommand]:
    entries = _together(specs)
    if len(entries) > MENU_LENGTH:
        log.warning("Telegram shows %s commands; %s stay without an entry", MENU_LENGTH, len(entries) - MENU_LENGTH)
    return [BotCommand(published_name(spec.path), _description(spec, language)) for spec in _fitting(entries)]


def _together(specs: Sequence[CommandSpec]) -> Sequence[CommandSpec]:
    """The commands, or where a menu does not hold them some of those that few may use as one entry: "/badge".

    Alone it is answered with all that may follow. The largest groups give way first, of equal ones the last.
    """
    entries = list(specs)
    while len(entries) > MENU_LENGTH:
        heads = Counter(one.path[0] for one in entries if one.least_role is not Role.MEMBER and len(one.path) > 1)
        head, size = max(enumerate(heads.items()), key=lambda one: (one[1][1], one[0]), default=(0, ("", 0)))[1]
        if size < _WORTH_IT:
            break
        group = [one for one in entries if one.path[0] == head and one.least_role is not Role.MEMBER]
        place = entries.index(group[0])
        entries = [one for one in entries if one not in group]
        entries.insert(place, _group(head, group))
    return entries


def _group(head: str, group: Sequence[CommandSpec]) -> CommandSpec:
    names = ", ".join(" ".join(one.path[1:]) for one in group)
    return CommandSpec((head,), min(one.least_role for one in group), {BASE: f"/{head} … {names}"})


def _fitting(specs: Sequence[CommandSpec]) -> Sequence[CommandSpec]:
    """As many as a menu holds, in their order. What only moderators may do gives way: /help and /status lead there."""
    by_role = sorted(range(len(specs)), key=lambda number: (specs[number].least_role, number))
    return [specs[number] for number in sorted(by_role[:MENU_LENGTH])]


def _description(spec: CommandSpec, language: str | None) -> str:
    by_language = {tag.partition("-")[0].lower(): text for tag, text in sorted(spec.texts.items(), reverse=True)}
    text = by_language.get(language or BASE) or by_language.get(BASE)
    return (text or " ".join(spec.path))[:DESCRIPTION_LENGTH]
