"""The plugin itself, and what happens in it without anybody's doing."""

from datetime import timedelta

from bot.api import HostsHeard, Plugin
from plugins.triage import _outside, _telling
from plugins.triage._settings import TriageSettings
from plugins.triage._tables import tables

plugin = Plugin("triage", settings=TriageSettings, tables=tables)

plugin.job(every=_telling.LOOK_AHEAD)(_telling.look_ahead)
plugin.job()(_telling.daily)
plugin.job()(_telling.gather)
plugin.job(every=timedelta(days=1))(_telling.forget_told)
plugin.job(every=timedelta(days=1))(_outside.forget_outside)
plugin.on(HostsHeard)(_telling.look)
plugin.contributes("triage")(_outside.heard)
plugin.contributes("outside")(_outside.take)
