"""The plugin itself, and what happens in it without anybody's doing."""

from datetime import timedelta

from bot.api import MemberDeparted, Plugin, StreamEnded
from plugins.assistant import _bringing, _pointing, _reminding, _saying, _suggesting, _tending
from plugins.assistant._settings import AssistantSettings
from plugins.assistant._tables import tables

plugin = Plugin("assistant", settings=AssistantSettings, tables=tables)

plugin.job()(_reminding.look)
plugin.job(every=timedelta(days=1))(_tending.tend)
plugin.on(MemberDeparted)(_tending.departed)
plugin.on(StreamEnded)(_pointing.point)
plugin.contributes("placeholder", *_pointing.NAMES, switches=_pointing.SWITCHES)(_pointing.in_journeys)
plugin.contributes("status")(_tending.status)
plugin.contributes("status")(_saying.status)
plugin.contributes("privacy")(_saying.privacy)
plugin.contributes("suggestion")(_suggesting.suggest)
plugin.contributes("knowledge")(_bringing.from_outside)
