"""The plugin itself, and what happens in it without anybody's doing."""

from datetime import timedelta

from bot.api import Plugin
from plugins.assistant import _bringing, _handing, _saying
from plugins.assistant._settings import AssistantSettings
from plugins.assistant._tables import tables

plugin = Plugin("assistant", settings=AssistantSettings, tables=tables)

plugin.job(every=timedelta(days=1))(_handing.forget_old)
plugin.contributes("status")(_handing.status)
plugin.contributes("status")(_saying.status)
plugin.contributes("privacy")(_saying.privacy)
plugin.contributes("knowledge")(_bringing.from_outside)
