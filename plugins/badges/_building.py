"""The rule builder: a badge is made or changed in chat, condition by condition, and read back as sentences."""

from collections.abc import Callable

from bot.api import (
    MOST_LEVELS,
    Action,
    Answers,
    AnyOf,
    Awards,
    Badge,
    Badges,
    Conditions,
    Context,
    UserError,
    headed,
    join,
    turning,
)
from plugins.badges import _asking, _composing, _drafts, _giving_out, _words
from plugins.badges._drafts import Draft

NAMES = 10


async def ask_for_name(ctx: Context) -> None:
    """Open the form that a new badge begins with."""
    await ctx.ask("badges.begin_draft", title=ctx.t("badges-create-title"), fields=_asking.name_fields(ctx, None))


async def begin(ctx: Context, answers: Answers) -> None:
    """A new badge, which has no rule yet."""
    titles, sign = _asking.named(ctx, answers)
    taken = {kept.name for kept in await ctx.use(Badges).all(ctx.community.id)}
    title = titles.get("en") or next(iter(titles.values()))
    badge = Badge(name=_composing.named_after(title, taken), titles=titles, emoji=sign)
    await _show(ctx, await _drafts.begin(ctx, badge, None))


async def edit(ctx: Context, badge_id: int) -> None:
    """A badge that is there already, to be changed; nothing of it changes before it is kept."""
    kept = await ctx.use(Badges).by_id(ctx.community.id, badge_id)
    badge = kept.badge
    if not badge.titles:  # a plugin's is called by its texts, which a draft of one's own has not got
        badge = badge.model_copy(update={"titles": _words.titles(ctx, kept)})
    await _show(ctx, await _drafts.begin(ctx, badge, kept.id))


async def ask_to_rename(ctx: Context, draft_id: int) -> None:
    """Open the form with what it is called."""
    draft = await _drafts.own(ctx, draft_id)
    fields = _asking.name_fields(ctx, draft.badge)
    await ctx.ask("badges.rename_draft", draft.id, title=ctx.t("badges-rename-title"), fields=fields)


async def rename(ctx: Context, draft_id: int, answers: Answers) -> None:
    """Call the draft something else."""
    draft = await _drafts.own(ctx, draft_id)
    titles, sign = _asking.named(ctx, answers)
    await _change(ctx, draft, draft.badge.model_copy(update={"titles": titles, "emoji": sign}))


async def pick(ctx: Context, draft_id: int, level: int, number: int) -> None:
    """A page of facts to choose from, for a level counted from 1."""
    draft = await _drafts.own(ctx, draft_id)
    if level > MOST_LEVELS:
        raise UserError("badges-enough-levels", limit=MOST_LEVELS)
    page, rows = await _conditions(ctx, draft, level).page(number)
    text = headed(ctx, ctx.t("badges-pick-title", badge=_words.called(ctx, draft.kept(ctx))), page)
    turn = turning(ctx, "badges.pick", page, draft.id, level)
    await ctx.reply(join([text, ctx.t("badges-pick")]), *rows, turn, [ctx.button("badges.show_draft", draft.id)])


async def ask_to_compare(ctx: Context, draft_id: int, level: int, fact: str, typed: str) -> None:
    """Open the form for what a fact is compared with."""
    await _conditions(ctx, await _drafts.own(ctx, draft_id), level).ask(fact, typed)


async def join_condition(ctx: Context, draft_id: int, level: int, fact: str, answers: Answers) -> None:
    """The condition becomes part of the draft."""
    draft = await _drafts.own(ctx, draft_id)
    condition = await _conditions(ctx, draft, level).read(fact, answers)
    if condition is not None:
        await _change(ctx, draft, _composing.with_condition(draft.badge, level, condition))


def _conditions(ctx: Context, draft: Draft, level: int) -> Conditions:
    return Conditions(ctx, "badges.compare", "badges.join", (draft.id, level))


async def change(ctx: Context, draft_id: int, changed: Callable[[Badge], Badge]) -> None:
    """Change a draft by a press."""
    draft = await _drafts.own(ctx, draft_id)
    await _change(ctx, draft, changed(draft.badge))


async def _change(ctx: Context, draft: Draft, badge: Badge) -> None:
    await _show(ctx, await _drafts.change(ctx, draft, badge))


async def show(ctx: Context, draft_id: int) -> None:
    """The draft as it stands."""
    await _show(ctx, await _drafts.own(ctx, draft_id))


async def _show(ctx: Context, draft: Draft) -> None:
    kept = draft.kept(ctx)
    title = ctx.t("badges-draft-title", badge=_words.called(ctx, kept), new=draft.badge_id is None)
    lines = [title, *await _words.how(ctx, kept)]
    if draft.badge.levels:
        people, names = await ctx.use(Awards).would_get(kept, NAMES)
        lines.append(_giving_out.would_get_words(ctx, people, names))
    else:
        lines.append(ctx.t("badges-draft-ruleless"))
    if draft.badge.thanked:
        lines.append(ctx.t("badges-one-thanked"))
    await ctx.reply(join(lines), *_ways(ctx, draft))


def _ways(ctx: Context, draft: Draft) -> list[list[Action]]:
    """What can be done with it next; the buttons say what they will set."""
    badge, last = draft.badge, len(draft.badge.levels)
    first = [ctx.button("badges.pick", draft.id, max(last, 1), 1)]
    second = []
    if last:
        first.append(ctx.button("badges.pick", draft.id, last + 1, 1, label=ctx.t("badges-pick-level")))
        second.append(ctx.button("badges.drop_condition", draft.id, _composing.conditions(badge)))
    if _composing.can_be_turned(badge):
        other = not isinstance(badge.levels[-1], AnyOf)
        second.append(ctx.button("badges.turn_rule", draft.id, int(other), label=ctx.t("badges-turn-rule", any=other)))
    third = [_switch(ctx, draft, "thanked", on=not badge.thanked)]
    if last:
        third.append(_switch(ctx, draft, "by-hand", on=not badge.by_hand))
    fourth = [ctx.button("badges.ask_to_rename", draft.id)]
    return [first, second, third, fourth, [ctx.button("badges.keep", draft.id), ctx.button("badges.drop", draft.id)]]


def _switch(ctx: Context, draft: Draft, what: str, *, on: bool) -> Action:
    label = ctx.t("badges-switch", what=what, on=on)
    return ctx.button("badges.switch", draft.id, what, int(on), label=label)


def without_last(count: int) -> Callable[[Badge], Badge]:
    """Takes the last condition away, if there are still `count`: a second press takes no second one."""

    def changed(badge: Badge) -> Badge:
        return _composing.without_last(badge) if badge.levels and _composing.conditions(badge) == count else badge

    return changed


def turned(*, any_of: bool) -> Callable[[Badge], Badge]:
    """Sets whether any condition of the last level is enough."""

    def changed(badge: Badge) -> Badge:
        return _composing.turned(badge, any_of=any_of) if badge.levels else badge

    return changed


def switched(what: str, *, on: bool) -> Callable[[Badge], Badge]:
    """Sets whether it can be given by hand, or whether whoever wins it is thanked."""

    def changed(badge: Badge) -> Badge:
        field = "by_hand" if what == "by-hand" else "thanked"
        return badge.model_copy(update={field: on or (field == "by_hand" and not badge.levels)})

    return changed


async def keep(ctx: Context, draft_id: int) -> None:
    """The draft becomes a badge, or the badge as it is from now on."""
    draft = await _drafts.own(ctx, draft_id)
    badges = ctx.use(Badges)
    if draft.badge_id is None:
        kept = await badges.create(ctx.community.id, "badges", draft.badge, ctx.member.id)
    else:
        before = await badges.by_id(ctx.community.id, draft.badge_id)
        badge = draft.badge
        if not before.badge.titles and badge.titles == _words.titles(ctx, before):
            badge = badge.model_copy(update={"titles": {}})  # as its plugin calls it, as before
        kept = await badges.edit(before, badge, ctx.member.id)
    await _drafts.end(ctx, draft)
    if kept.waits:
        await _giving_out.preview(ctx, kept, head=ctx.t("badges-kept", badge=_words.called(ctx, kept)))
    else:
        given = ctx.button("badges.open_badge", kept.id)
        await ctx.reply(ctx.t("badges-kept-as-is", badge=_words.called(ctx, kept), name=kept.name), [given])


async def drop(ctx: Context, draft_id: int) -> None:
    """Throw the draft away."""
    await _drafts.end(ctx, await _drafts.own(ctx, draft_id))
    await ctx.reply(ctx.t("badges-dropped"))
