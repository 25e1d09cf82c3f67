"""The plugin itself, which the modules with its commands declare theirs to."""

from bot.api import Plugin
from plugins.loyalty._facts import CARD_FULL, FACTS, GAVE
from plugins.loyalty._rules import LoyaltySettings
from plugins.loyalty._tables import tables
from plugins.loyalty._tiers import TIER_LEFT, TIER_REACHED

plugin = Plugin(
    "loyalty",
    settings=LoyaltySettings,
    facts=FACTS,
    tables=tables,
    activities=(TIER_REACHED, TIER_LEFT, CARD_FULL, GAVE),
)
