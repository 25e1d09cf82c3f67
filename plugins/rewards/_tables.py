"""What the plugin keeps: rewards, their times and codes, who got one, who waits, draws and who is in them."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

rewards = sa.Table(
    "rewards_rewards",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.text("kind"),
    columns.words("title"),
    columns.words("about", default=""),
    columns.words("content", default=""),
    columns.text("rule", null=True),
    columns.count("price"),
    columns.number("stock", null=True),
    columns.number("per_member", null=True),
    columns.at("opens_at", null=True),
    columns.at("closes_at", null=True),
    columns.count("hold_minutes"),
    columns.number("lasts_days", null=True),
    columns.flag("can_gift"),
    columns.number("cost", null=True),
    columns.id_of("space_id", null=True),
    columns.text("ref", null=True),
    columns.words("ref_name", default=""),
    columns.flag("is_open"),
    columns.at("made_at"),
    sa.Index("ix_rewards_rewards_community_id", "community_id"),
)

times = sa.Table(
    "rewards_times",
    tables,
    columns.own_id(),
    columns.ref("reward_id", "rewards_rewards"),
    columns.text("local"),  # what the clock on the wall in `zone` shows then
    columns.text("zone"),
    columns.at("starts_at"),
    columns.number("minutes"),
    columns.number("seats", null=True),
    columns.count("sequence"),
    columns.at("called_off_at", null=True),
    sa.Index("ix_rewards_times_reward_id_starts_at", "reward_id", "starts_at"),
)

grants = sa.Table(
    "rewards_grants",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.ref("reward_id", "rewards_rewards"),
    columns.ref("time_id", "rewards_times", null=True),
    columns.member(null=True, shown=True),  # a seat stays given when whoever had it is forgotten
    columns.member("payer_id", null=True, shown=True),
    columns.text("state"),
    columns.text("source"),
    columns.count("price"),
    columns.at("at"),
    columns.at("until", null=True),  # when this state ends by itself
    columns.text("problem", null=True),
    columns.words("way", default=""),  # an address that whoever has it follows themselves
    columns.flag("came", null=True),
    columns.text("vote", null=True),  # short for the words of what was chosen
    sa.Index("ix_rewards_grants_reward_id_state", "reward_id", "state"),
    sa.Index("ix_rewards_grants_member_id", "member_id"),
    sa.Index("ix_rewards_grants_payer_id", "payer_id"),
    sa.Index("ix_rewards_grants_community_id_until", "community_id", "until"),
)

codes = sa.Table(
    "rewards_codes",
    tables,
    columns.own_id(),
    columns.ref("reward_id", "rewards_rewards"),
    columns.words("code"),
    columns.ref("grant_id", "rewards_grants", null=True),
    sa.Index("ix_rewards_codes_reward_id_grant_id", "reward_id", "grant_id"),
    sa.Index("ix_rewards_codes_grant_id", "grant_id"),
)

files = sa.Table(
    "rewards_files",
    tables,
    columns.own_id(),
    columns.ref("reward_id", "rewards_rewards"),
    columns.words("content"),  # in base 64
    sa.Index("ix_rewards_files_reward_id", "reward_id", unique=True),
)

waiting = sa.Table(
    "rewards_waiting",
    tables,
    columns.own_id(),
    columns.ref("reward_id", "rewards_rewards"),
    columns.ref("time_id", "rewards_times", null=True),
    columns.member(),
    columns.at("since"),
    sa.Index("ix_rewards_waiting_reward_id_time_id", "reward_id", "time_id"),
    sa.Index("ix_rewards_waiting_member_id", "member_id"),
)

draws = sa.Table(
    "rewards_draws",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.ref("reward_id", "rewards_rewards"),
    columns.number("winners"),
    columns.text("weights"),
    columns.words("secret"),
    columns.text("commitment"),
    columns.at("closes_at"),
    columns.at("closed_at", null=True),
    columns.at("drawn_at", null=True),
    columns.at("handed_at", null=True),  # when everybody who won has it
    columns.text("list_hash", null=True),
    columns.at("called_off_at", null=True),
    sa.Index("ix_rewards_draws_reward_id", "reward_id"),
    sa.Index("ix_rewards_draws_community_id_drawn_at", "community_id", "drawn_at"),
)

entries = sa.Table(
    "rewards_entries",
    tables,
    columns.own_id(),
    columns.ref("draw_id", "rewards_draws"),
    columns.member(null=True, shown=True),  # the published list stays whole
    columns.text("ticket"),
    columns.number("weight"),
    columns.number("place", null=True),
    columns.ref("grant_id", "rewards_grants", null=True),
    sa.Index("ix_rewards_entries_draw_id_ticket", "draw_id", "ticket", unique=True),
    sa.Index("ix_rewards_entries_member_id", "member_id"),
)
