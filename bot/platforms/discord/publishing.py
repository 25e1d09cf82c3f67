"""Publishing the commands: only when something changed, since Discord counts."""

import hashlib
import json
from collections.abc import Mapping
from typing import cast

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.model.ports import Memory

PUBLISHED = "commands"  # under this name the memory knows the fingerprint of what was published last


class Tree(app_commands.CommandTree[discord.Client]):
    """Publishes commands and runs none: interactions reach the core through the client's one door.

    So a command that an older version published is answered as well, instead of ending as a signature mismatch.
    """

    def __init__(self, client: discord.Client) -> None:
        super().__init__(client, allowed_installs=app_commands.AppInstallationType(guild=True, user=False))

    async def interaction_check(self, interaction: discord.Interaction[discord.Client], /) -> bool:
        return False


class Texts(app_commands.Translator):
    """Looks the wording for a locale up in what the specs brought along."""

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        by_language = cast("Mapping[str, str]", string.extras.get("by_language", {}))
        exact, short = locale.value, locale.value.partition("-")[0]
        found = by_language.get(exact) or by_language.get(short)
        return None if found == string.message else found


async def publish(tree: Tree, memory: Memory) -> bool:
    """Send the tree's commands to Discord when they differ from what was published last; True when it was done.

    Raises what discord.py raises. Asking Discord what it knows would not do: its list comes without localisations,
    so that a changed translation would never be noticed.
    """
    await tree.set_translator(Texts())
    fingerprint = await _fingerprint(tree)
    if await memory.recall(PUBLISHED) == fingerprint:
        return False
    await tree.sync()
    await memory.keep(PUBLISHED, fingerprint)
    return True


async def _fingerprint(tree: Tree) -> str:
    translator = tree.translator or Texts()
    payload = [await command.get_translated_payload(tree, translator) for command in tree.get_commands()]
    # With the application's id, so that another bot's token publishes anew.
    whole = json.dumps([tree.client.application_id, payload], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()
