"""The plugin itself, and what happens in it without anybody's doing."""

from datetime import timedelta

from bot.api import Plugin
from plugins.feedback import _gathering, _handing_in, _noting
from plugins.feedback._settings import FeedbackSettings
from plugins.feedback._tables import tables

plugin = Plugin("feedback", settings=FeedbackSettings, tables=tables)

plugin.job(every=timedelta(hours=1))(_gathering.gather)
plugin.job(every=timedelta(days=1))(_gathering.let_go)
plugin.contributes("cue")(_noting.cue)
plugin.contributes("status")(_noting.status)
plugin.contributes("triage")(_handing_in.heard)
