"""What the plugin keeps beside the ledger: tiers and who stands where, stamp cards, causes and gifts to them."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

tiers = sa.Table(
    "loyalty_tiers",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.text("name"),
    columns.number("threshold"),
    columns.words("perks", null=True),
    columns.at("removed_at", null=True),  # those who held it fall to the next one some people at a time
    sa.Index("ix_loyalty_tiers_community_id", "community_id"),
)

standings = sa.Table(
    "loyalty_standings",  # a row for each membership that holds a tier
    tables,
    columns.member(key=True),
    columns.id_of("community_id"),
    columns.id_of("tier_id"),
    columns.at("since"),
    columns.at("falls_at", null=True),  # since points no longer reach it: when it is lost
    sa.Index("ix_loyalty_standings_community_id_member_id", "community_id", "member_id"),
    sa.Index("ix_loyalty_standings_tier_id", "tier_id"),
)

cards = sa.Table(
    "loyalty_cards",  # "buy ten, get one"
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.text("name"),
    columns.text("kind"),  # of the activity that is stamped
    columns.number("needed"),
    columns.count("points"),  # what a full card brings; 0: a host hands over what it is called
    columns.at("began_at"),
    columns.at("closed_at", null=True),
    sa.Index("ix_loyalty_cards_community_id", "community_id"),
)

fulls = sa.Table(
    "loyalty_fulls",  # cards that were filled
    tables,
    columns.own_id(),
    columns.id_of("card_id"),
    columns.member(),
    columns.number("number"),  # the member's how manieth
    columns.at("full_at"),
    columns.at("redeemed_at", null=True),
    columns.member("redeemed_by", null=True),
    sa.UniqueConstraint("card_id", "member_id", "number"),
    sa.Index("ix_loyalty_fulls_member_id", "member_id"),
)

used_stamps = sa.Table(
    "loyalty_used_stamps",  # what cards were filled with: used up for good, also after a link is undone
    tables,
    columns.id_of("card_id", key=True),
    columns.member(key=True),  # whose the activity is by itself
    columns.text("reference", key=True),  # of the activity
    columns.at("taken_at", null=True),  # it filled nothing: a moderator took it off
    sa.Index("ix_loyalty_used_stamps_member_id", "member_id"),
)

causes = sa.Table(
    "loyalty_causes",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.text("name"),
    columns.number("goal", null=True),
    columns.count("given"),  # stays when a giver is forgotten
    columns.at("opened_at"),
    columns.at("closed_at", null=True),
    sa.Index("ix_loyalty_causes_community_id", "community_id"),
)

gifts = sa.Table(
    "loyalty_gifts",
    tables,
    columns.own_id(),
    columns.id_of("cause_id"),
    columns.member(),
    columns.number("amount"),
    columns.at("at"),
    sa.Index("ix_loyalty_gifts_cause_id_at", "cause_id", "at"),
    sa.Index("ix_loyalty_gifts_member_id", "member_id"),
)
