"""What hosts and moderators can do: make rewards, change them, hand them out and take them back."""

from bot.api import ActionStyle, Answers, Context, Field, FieldKind, Member, Rest, Role, UserError
from plugins.rewards import _codes, _editing, _ending, _filing, _hosts, _stock, _targets
from plugins.rewards._claiming import give
from plugins.rewards._grants import Source, State, grant_of, held_by
from plugins.rewards._news import name_of, tell_everybody
from plugins.rewards._plugin import RewardName, RewardTitle, plugin
from plugins.rewards._reward import Kind, locked, named, reward_of


@plugin.command("reward create", least=Role.MODERATOR, examples=["/reward create custom Tea with Hana"])
async def reward_create(ctx: Context, kind: Kind, title: Rest) -> None:
    """Make a reward; nobody sees it before you open it."""
    reward = await _editing.create(ctx, kind, title)
    text, rows = await _hosts.card(ctx, reward, ctx.t("rewards-created", title=reward.title))
    await ctx.reply(text, *rows)


@plugin.command("reward list", least=Role.HOST)
async def reward_list(ctx: Context) -> None:
    """See all rewards, with what is given and left."""
    await host_page(ctx, 1)


@plugin.action("rewards-all", least=Role.HOST)
async def host_page(ctx: Context, page: int) -> None:
    """A page of them."""
    text, rows = await _hosts.listing(ctx, page)
    await ctx.reply(text, *rows)


@plugin.command("reward show", least=Role.HOST, examples=["/reward show Tea with Hana"])
async def reward_show(ctx: Context, reward: RewardTitle) -> None:
    """See one reward with everything about it, and who has it."""
    await host_card(ctx, (await named(ctx, reward)).id)


@plugin.action("rewards-look", least=Role.HOST)
async def host_card(ctx: Context, reward_id: int) -> None:
    """One of them."""
    text, rows = await _hosts.card(ctx, await reward_of(ctx, reward_id))
    await ctx.reply(text, *rows)


@plugin.command("reward edit", least=Role.MODERATOR, examples=["/reward edit Tea with Hana"])
async def reward_edit(ctx: Context, reward: RewardTitle) -> None:
    """Change a reward: its words, numbers, times and who may have it."""
    await host_card(ctx, (await named(ctx, reward)).id)


@plugin.action("rewards-form-words", least=Role.MODERATOR, opens_form=True)
async def edit(ctx: Context, reward_id: int, form: str) -> None:
    """Open one of the forms."""
    await _editing.ask(ctx, await reward_of(ctx, reward_id), form)


@plugin.action("rewards-form-words", least=Role.MODERATOR)
async def save(ctx: Context, reward_id: int, form: str, answers: Answers) -> None:
    """Keep what was answered."""
    reward = await _editing.save(ctx, reward_id, form, answers)
    text, rows = await _hosts.card(ctx, reward, ctx.t("rewards-saved"))
    await ctx.reply(text, *rows)


@plugin.action("rewards-put-on-offer", style=ActionStyle.MAIN, least=Role.MODERATOR)
async def put_on_offer(ctx: Context, reward_id: int) -> None:
    """Put it on offer."""
    reward = await _editing.put_on_offer(ctx, reward_id, on=True)
    await ctx.reply(ctx.t("rewards-is-open", title=reward.title))


@plugin.action("rewards-take-off-offer", least=Role.MODERATOR)
async def take_off_offer(ctx: Context, reward_id: int) -> None:
    """Take it off; what somebody has they keep."""
    reward = await _editing.put_on_offer(ctx, reward_id, on=False)
    await ctx.reply(ctx.t("rewards-is-shut", title=reward.title))


@plugin.action("rewards-remove", least=Role.MODERATOR)
async def ask_remove(ctx: Context, reward_id: int) -> None:
    """Ask once more: its texts and codes go."""
    reward = await reward_of(ctx, reward_id)
    await ctx.reply(ctx.t("rewards-remove-sure", title=reward.title), [ctx.button(remove, reward_id)])


@plugin.action("rewards-remove", style=ActionStyle.DANGER, least=Role.MODERATOR)
async def remove(ctx: Context, reward_id: int) -> None:
    """Delete what nobody ever had."""
    reward = await _stock.remove(ctx, reward_id)
    await _editing.note(ctx, "rewards-remove", reward.id, reward.title)
    await ctx.reply(ctx.t("rewards-removed", title=reward.title), [ctx.button(host_page, 1)])


@plugin.action("rewards-announce", least=Role.MODERATOR)
async def announce(ctx: Context, reward_id: int) -> None:
    """Post it for everybody, once a day at most."""
    reward = await reward_of(ctx, reward_id)
    posted = await tell_everybody(ctx, reward)
    await ctx.reply(ctx.t("rewards-announced", title=reward.title, posted=posted))


@plugin.command("reward stock", least=Role.MODERATOR, examples=["/reward stock Mug 20"])
async def reward_stock(ctx: Context, reward: RewardName, stock: int) -> None:
    """Say how many there are, with those that are given; whoever waits is next."""
    found = await _editing.set_stock(ctx, await named(ctx, reward), stock)
    text, rows = await _hosts.card(ctx, found, ctx.t("rewards-saved"))
    await ctx.reply(text, *rows)


@plugin.action("rewards-people", least=Role.HOST)
async def people_page(ctx: Context, reward_id: int, page: int) -> None:
    """A page of who has it."""
    text, rows = await _hosts.people(ctx, await reward_of(ctx, reward_id), page)
    await ctx.reply(text, *rows)


@plugin.action("rewards-look", least=Role.HOST)
async def host_grant(ctx: Context, grant_id: int) -> None:
    """One person's."""
    text, rows = await _hosts.grant_card(ctx, grant_id)
    await ctx.reply(text, *rows)


@plugin.action("rewards-delivered", style=ActionStyle.MAIN, least=Role.HOST)
async def delivered(ctx: Context, grant_id: int) -> None:
    """It was handed over."""
    name = await _hosts.delivered(ctx, grant_id)
    await ctx.reply(ctx.t("rewards-delivered-noted", name=name))


@plugin.action("rewards-cannot", least=Role.HOST)
async def cannot(ctx: Context, grant_id: int) -> None:
    """It cannot be: the points go back."""
    name = await _hosts.could_not(ctx, grant_id)
    await ctx.reply(ctx.t("rewards-cannot-noted", name=name))


@plugin.action("rewards-codes", least=Role.MODERATOR, opens_form=True)
async def codes_form(ctx: Context, reward_id: int) -> None:
    """Ask for more codes."""
    reward = await reward_of(ctx, reward_id)
    field = Field("codes", ctx.t("rewards-codes-field"), FieldKind.LONG_TEXT)
    await ctx.ask(add_codes, reward.id, title=ctx.t("rewards-codes"), fields=[field])


@plugin.action("rewards-codes", least=Role.MODERATOR)
async def add_codes(ctx: Context, reward_id: int, answers: Answers) -> None:
    """Keep those that are new."""
    reward = await locked(ctx, reward_id)
    added, known = await _codes.add(ctx, reward, answers.get("codes", ""))
    text, rows = await _hosts.card(ctx, reward, ctx.t("rewards-codes-added", count=added, known=known))
    await ctx.reply(text, *rows)


@plugin.action("rewards-hand-in", least=Role.MODERATOR, opens_form=True)
async def file_form(ctx: Context, reward_id: int) -> None:
    """Ask for the file."""
    reward = await reward_of(ctx, reward_id)
    limit = ctx.t("rewards-file-limit", megabytes=_filing.MOST // 1_000_000)
    field = Field("file", ctx.t("rewards-file-field"), FieldKind.FILE, help=limit, required=False)
    await ctx.ask(keep_file, reward.id, title=ctx.t("rewards-hand-in"), fields=[field])


@plugin.action("rewards-hand-in", least=Role.MODERATOR)
async def keep_file(ctx: Context, reward_id: int, answers: Answers) -> None:
    """Keep it."""
    reward = await _filing.keep(ctx, reward_id, answers.get("file", ""))
    text, rows = await _hosts.card(ctx, reward, ctx.t("rewards-saved"))
    await ctx.reply(text, *rows)


@plugin.command("reward codes", least=Role.MODERATOR, opens_form=True, examples=["/reward codes Voucher"])
async def reward_codes(ctx: Context, reward: RewardTitle) -> None:
    """Add one-time codes to a reward; each is given once."""
    await codes_form(ctx, (await named(ctx, reward)).id)


@plugin.command("reward grant", least=Role.MODERATOR, examples=["/reward grant Ann Mug"])
async def reward_grant(ctx: Context, member: Member, reward: RewardTitle) -> None:
    """Give somebody a reward for nothing."""
    found = await locked(ctx, (await named(ctx, reward)).id)
    if found.kind.has_times:
        raise UserError("rewards-grant-timed", title=found.title)
    if await give(ctx, found, member.id, Source.HAND) is None:
        raise UserError("rewards-grant-none", title=found.title)
    await _editing.note(ctx, "rewards-grant", found.id, f"{found.title}: {member.name}")
    await ctx.reply(ctx.t("rewards-granted", title=found.title, name=member.name))


@plugin.command("reward revoke", least=Role.MODERATOR, examples=["/reward revoke Ann Mug"])
async def reward_revoke(ctx: Context, member: Member, reward: RewardTitle) -> None:
    """Take a reward back from somebody, with or without their points."""
    found = await named(ctx, reward)
    held = [one for one in await held_by(ctx, member.id) if one.reward_id == found.id]
    if not held:
        raise UserError("rewards-revoke-none", title=found.title, name=member.name)
    await host_grant(ctx, held[-1].id)


@plugin.action("rewards-revoke", style=ActionStyle.DANGER, least=Role.MODERATOR)
async def revoke(ctx: Context, grant_id: int, back: int) -> None:
    """Take it back; 1 gives the points back."""
    grant = await grant_of(ctx, grant_id)
    if not await _ending.revoke(ctx, grant_id, refund=bool(back)):
        raise UserError("rewards-ended-before", title=(await reward_of(ctx, grant.reward_id)).title)
    await _editing.note(ctx, "rewards-revoke", grant.reward_id, await name_of(ctx, grant.member_id))
    points = grant.price if back and grant.state is not State.HELD else 0
    await ctx.reply(ctx.t("rewards-revoke-noted", name=await name_of(ctx, grant.member_id), points=points))


@plugin.action("rewards-targets", least=Role.MODERATOR)
async def targets(ctx: Context, reward_id: int) -> None:
    """Choose what it opens."""
    await targets_page(ctx, reward_id, 1)


@plugin.action("rewards-targets", least=Role.MODERATOR)
async def targets_page(ctx: Context, reward_id: int, page: int) -> None:
    """A page of what there is."""
    text, rows = await _targets.targets(ctx, await reward_of(ctx, reward_id), page)
    await ctx.reply(text, *rows)


@plugin.action("rewards-targets", least=Role.MODERATOR)
async def choose(ctx: Context, reward_id: int, space_id: int, short: str) -> None:
    """This one."""
    reward = await _targets.choose_listed(ctx, reward_id, space_id, short)
    text, rows = await _hosts.card(ctx, reward, ctx.t("rewards-saved"))
    await ctx.reply(text, *rows)


@plugin.action("rewards-targets", least=Role.MODERATOR)
async def new_room(ctx: Context, reward_id: int, space_id: int) -> None:
    """A private thread of its own."""
    reward = await _targets.make_room(ctx, reward_id, space_id)
    text, rows = await _hosts.card(ctx, reward, ctx.t("rewards-saved"))
    await ctx.reply(text, *rows)


@plugin.action("rewards-targets", least=Role.MODERATOR, opens_form=True)
async def target_form(ctx: Context, reward_id: int, space_id: int) -> None:
    """Ask for another by its name or number."""
    reward = await reward_of(ctx, reward_id)
    kind = reward.kind.value
    field = Field("ref", ctx.t("rewards-target-field", kind=kind), help=ctx.t("rewards-target-help", kind=kind))
    await ctx.ask(take_target, reward_id, space_id, title=ctx.t("rewards-targets"), fields=[field])


@plugin.action("rewards-targets", least=Role.MODERATOR)
async def take_target(ctx: Context, reward_id: int, space_id: int, answers: Answers) -> None:
    """The one that was named."""
    reward = await _targets.choose(ctx, reward_id, space_id, answers.get("ref", "").strip())
    text, rows = await _hosts.card(ctx, reward, ctx.t("rewards-saved"))
    await ctx.reply(text, *rows)
