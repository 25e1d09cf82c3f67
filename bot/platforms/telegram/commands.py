"""The menu of commands that Telegram shows while somebody types "/"; who may use them is decided in the core."""

import logging
from collections import defaultdict
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
        entries = _fitting(_together(specs))
        for language in (None, *_languages(commands)):
            menu = [BotCommand(published_name(spec.path), _description(spec, language)) for spec in entries]
            changed += await _publish_one(bot, menu, scope, language)
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


def _together(specs: Sequence[CommandSpec]) -> Sequence[CommandSpec]:
    """The commands, or where a menu does not hold them some of those that few may use as one entry: "/badge".

    Alone it is answered with all that may follow. The largest groups give way first, of equal ones the last.
    """
    entries = list(specs)
    groups: defaultdict[str, list[CommandSpec]] = defaultdict(list)
    for spec in specs:
        if spec.least_role is not Role.MEMBER:
            groups[spec.path[0]].append(spec)
    largest_last = sorted((one for one in groups.values() if len(one) >= _WORTH_IT), key=len)
    while len(entries) > MENU_LENGTH and largest_last:
        group = largest_last.pop()
        entries[entries.index(group[0])] = _group(group)
        entries = [one for one in entries if one not in group]
    return entries


def _group(group: Sequence[CommandSpec]) -> CommandSpec:
    head, names = group[0].path[0], ", ".join(" ".join(one.path[1:]) for one in group if one.path[1:])
    return CommandSpec((head,), min(one.least_role for one in group), {BASE: f"/{head} … {names}"})


def _fitting(specs: Sequence[CommandSpec]) -> Sequence[CommandSpec]:
    """As many as a menu holds, in their order. What only moderators may do gives way: /help and /status lead there."""
    if len(specs) > MENU_LENGTH:
        log.warning("Telegram shows %s commands; %s stay without an entry", MENU_LENGTH, len(specs) - MENU_LENGTH)
    by_role = sorted(range(len(specs)), key=lambda number: (specs[number].least_role, number))
    return [specs[number] for number in sorted(by_role[:MENU_LENGTH])]


def _description(spec: CommandSpec, language: str | None) -> str:
    by_language = {tag.partition("-")[0].lower(): text for tag, text in sorted(spec.texts.items(), reverse=True)}
    text = by_language.get(language or BASE) or by_language.get(BASE)
    return (text or " ".join(spec.path))[:DESCRIPTION_LENGTH]
