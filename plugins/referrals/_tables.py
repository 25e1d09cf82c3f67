"""What the plugin keeps: codes, who was seen to arrive, who brought whom, campaigns, rules, and who may not invite."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

codes = sa.Table(
    "referrals_codes",
    tables,
    columns.member(key=True),
    columns.id_of("community_id"),
    columns.text("code"),
    columns.at("made_at"),
    sa.Index("ix_referrals_codes_code", "code", unique=True),
    sa.Index("ix_referrals_codes_community_id", "community_id"),
    info=columns.FOLLOWS,
)

arrivals = sa.Table(
    "referrals_arrivals",  # of whom the network told that they joined, the first time of each
    tables,
    columns.member(key=True),
    columns.id_of("community_id"),
    columns.at("at"),
    columns.text("came"),  # a Came's value
    sa.Index("ix_referrals_arrivals_community_id_at", "community_id", "at"),
    info=columns.FOLLOWS,
)

campaigns = sa.Table(
    "referrals_campaigns",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.text("name"),
    columns.at("begins_at"),
    columns.at("ends_at"),
    columns.number("bonus"),  # points beside the usual ones, for either side
    columns.text("words", default=""),
    columns.text("rule", null=True),
    sa.Index("ix_referrals_campaigns_community_id", "community_id"),
)

rules = sa.Table(
    "referrals_rules",  # what else holds for whoever counts, outside of campaigns
    tables,
    columns.id_of("community_id", key=True),
    columns.text("rule", null=True),
)

referrals = sa.Table(
    "referrals_referrals",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member("inviter_id", null=True, shown=True),
    columns.member("invited_id", null=True, shown=True),
    columns.member(
        "rival_id", null=True
    ),  # whose it was by the invite, or by the code, where the other was somebody's else
    columns.ref("campaign_id", "referrals_campaigns", null=True),
    columns.text("how"),
    columns.text("grade"),
    columns.text("state"),
    columns.text("reason", null=True),
    columns.flag("approved"),  # a person looked at it
    columns.at("began_at"),
    columns.at("joined_at", null=True),  # None: they have yet to come in
    columns.at("qualified_at", null=True),
    columns.at("pays_at", null=True),
    columns.at("settled_at", null=True),
    columns.number("for_bringing", null=True),  # what was promised when they qualified
    columns.number("for_coming", null=True),
    columns.text("order_ref", null=True),  # without which they would not have
    columns.member("decided_by", null=True),
    sa.Index("ix_referrals_referrals_invited_id", "invited_id", unique=True),
    sa.Index("ix_referrals_referrals_inviter_id", "inviter_id"),
    sa.Index("ix_referrals_referrals_community_id_state", "community_id", "state"),
)

bans = sa.Table(
    "referrals_bans",
    tables,
    columns.member(key=True),
    columns.id_of("community_id"),
    columns.at("at"),
    columns.words("why", default=""),
    sa.Index("ix_referrals_bans_community_id", "community_id"),
    info=columns.FOLLOWS,
)
