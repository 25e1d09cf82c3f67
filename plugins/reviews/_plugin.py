"""The plugin itself, and what happens in it without anybody's doing."""

from datetime import timedelta

from bot.api import Plugin
from plugins.reviews import _hosting, _noting, _things
from plugins.reviews._settings import ReviewSettings
from plugins.reviews._tables import tables

plugin = Plugin("reviews", settings=ReviewSettings, facts=_noting.FACTS, activities=(_hosting.REVIEWED,), tables=tables)

plugin.job(every=timedelta(days=1))(_things.tidy)
plugin.contributes("status")(_noting.status)
plugin.contributes("promoter")(_noting.promoter)
