"""The rule builder: a plugin's rule over facts is put together by buttons, and read back as a sentence."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

import sqlalchemy as sa

from bot.community.badges import KeptBadge
from bot.community.rules import facts_of
from bot.community.segments import Segments
from bot.core.conditions import Conditions, badges_here, counted_here
from bot.core.context import Context
from bot.core.declarations import ActionSpec, Handler, Plugin
from bot.core.paging import Page, turning
from bot.core.rule_words import RuleWords
from bot.core.signatures import Answers, read_parameters
from bot.errors import UserError
from bot.model.identity import Role
from bot.model.messages import Action, ActionStyle, Markup
from bot.model.rules import EVERYBODY, Comparison, Condition, Rule, Together
from bot.storage.tables import communities
from bot.text.markup import join, plain, shortened
from bot.text.translator import Translator

MOST: Final = 8
BADGES_ON_A_PAGE: Final = 10
_LABEL: Final = 75

Load = Callable[[Context, int], Awaitable[tuple[str, Rule | None]]]
Keep = Callable[[Context, int, Rule | None], Awaitable[None]]
Change = Callable[[Together], Together]


class RuleBuilder:
    """Lets those of a role make a rule for something that a plugin keeps under a number.

    `load` finds what that is called and its rule, and raises UserError for what is gone; `keep` writes a new rule down,
    None where everybody will do. The plugin has a button more, "plugin.name", that opens the builder with the number;
    from there `back` leads away, an action that takes it as well. Changes of rules in one community wait for each
    other, so that of two people neither undoes what the other did.

    `label` is what the opening button is called; `none` ($title) says that there is no rule, and `now` ($title, $rule)
    which there is: texts' keys.
    """

    def __init__(
        self,
        plugin: Plugin,
        name: str,
        *,
        load: Load,
        keep: Keep,
        back: str,
        least: Role,
        label: str = "rule-builder",
        none: str = "rule-builder-none",
        now: str = "rule-builder-now",
    ) -> None:
        self._load, self._keep, self._back = load, keep, back
        self._none, self._now = none, now
        self._base = f"{plugin.name}.{name}"
        for ending, key, handler in (
            ("", label, self._open),
            ("_facts", "rule-builder-add", self._facts),
            ("_ask", "rule-builder-add", self._ask),
            ("_add", "rule-builder-add", self._add),
            ("_badges", "rule-builder-badge", self._badges),
            ("_badge", "rule-builder-badge", self._badge),
            ("_join", "rule-builder-all", self._join),
            ("_last", "rule-builder-last", self._last),
            ("_clear", "rule-builder-clear", self._clear),
        ):
            plugin.actions.append(_action(plugin, name + ending, key, least, handler))

    async def _open(self, ctx: Context, id: int) -> None:
        """See the rule."""
        await self._show(ctx, id, *await self._load(ctx, id))

    async def _facts(self, ctx: Context, id: int, number: int) -> None:
        """A page of facts to choose from."""
        await self._with_room(ctx, id)
        page, rows = await self._conditions(ctx, id).page(number)
        turn = turning(ctx, f"{self._base}_facts", page, id)
        await ctx.reply(ctx.t("rule-builder-which-fact"), *rows, turn, [ctx.button(self._base, id, label=_back(ctx))])

    async def _ask(self, ctx: Context, id: int, fact: str, typed: str = "") -> None:
        """Ask how the fact is compared; nobody need fill in what could not be added."""
        await self._with_room(ctx, id)
        await self._conditions(ctx, id).ask(fact, typed)

    async def _add(self, ctx: Context, id: int, fact: str, answers: Answers) -> None:
        """Add the condition."""
        condition = await self._conditions(ctx, id).read(fact, answers)
        if condition is not None:
            await self._change(ctx, id, _with(condition))

    async def _badges(self, ctx: Context, id: int, number: int) -> None:
        """A page of badges to choose from; of one with several levels it is asked which."""
        await self._with_room(ctx, id)
        page = Page.of(await _to_be_had(ctx), number, BADGES_ON_A_PAGE)
        rows = []
        for kept in page.items:
            label = shortened(f"{kept.badge.emoji} {plain(_called(ctx, kept))}", _LABEL)
            level = 0 if len(kept.badge.levels) > 1 else 1
            rows.append([ctx.button(f"{self._base}_badge", id, kept.id, level, label=label)])
        turn = turning(ctx, f"{self._base}_badges", page, id)
        await ctx.reply(ctx.t("rule-builder-which-badge"), *rows, turn, [ctx.button(self._base, id, label=_back(ctx))])

    async def _badge(self, ctx: Context, id: int, badge_id: int, level: int) -> None:
        """Whoever has the badge from that level on; 0 asks from which."""
        kept = next((one for one in await _to_be_had(ctx) if one.id == badge_id), None)
        if kept is None or level > max(1, len(kept.badge.levels)):
            raise UserError("rule-builder-badge-gone")
        if level > 0:
            needed = Condition(fact=kept.fact, comparison=Comparison.AT_LEAST, value=level)
            await self._change(ctx, id, _with(needed))
            return
        await self._load(ctx, id)
        rows = [
            [ctx.button(f"{self._base}_badge", id, kept.id, one, label=ctx.t("rule-builder-level", level=one))]
            for one in range(1, len(kept.badge.levels) + 1)
        ]
        await ctx.reply(ctx.t("rule-builder-which-level", badge=_called(ctx, kept)), *rows)

    async def _join(self, ctx: Context, id: int, any_of: int) -> None:
        """All of the conditions, or any."""
        await self._change(ctx, id, lambda parts: parts.turned(any_of=bool(any_of)))

    async def _last(self, ctx: Context, id: int, count: int) -> None:
        """Without the last condition, if there are still so many: a second press takes no second one."""
        await self._change(ctx, id, lambda parts: parts.without_last() if len(parts.parts) == count else parts)

    async def _clear(self, ctx: Context, id: int) -> None:
        """Everybody will do."""
        await self._change(ctx, id, lambda parts: Together())

    def _conditions(self, ctx: Context, id: int) -> Conditions:
        return Conditions(ctx, f"{self._base}_ask", f"{self._base}_add", (id,))

    async def _with_room(self, ctx: Context, id: int) -> None:
        """Raises UserError for a rule that has enough conditions."""
        _, rule = await self._load(ctx, id)
        if len(Together.of(rule).parts) >= MOST:
            raise UserError("rule-builder-long", most=MOST)

    async def _change(self, ctx: Context, id: int, changed: Change) -> None:
        """Change the rule as it is now. Raises UserError for one condition too many."""
        await _hold(ctx)
        title, rule = await self._load(ctx, id)
        before = Together.of(rule)
        after = changed(before)
        if len(after.parts) > max(MOST, len(before.parts)):
            raise UserError("rule-builder-long", most=MOST)
        if after != before:
            await self._keep(ctx, id, after.rule)
            title, rule = await self._load(ctx, id)
        await self._show(ctx, id, title, rule)

    async def _show(self, ctx: Context, id: int, title: str, rule: Rule | None) -> None:
        """The rule in words, for how many it holds now, and what can be done with it."""
        if rule is None or rule == EVERYBODY:
            lines = [ctx.t(self._none, title=title)]
        else:
            words = await RuleWords.of(ctx, rule)
            count = await ctx.use(Segments).how_many(ctx.community.id, rule)
            lines = [ctx.t(self._now, title=title, rule=words.says(rule)), ctx.t("rule-builder-count", count=count)]
            lines += [ctx.t("rule-builder-stale", what=words.says(each)) for each in await _stale(ctx, rule)]
        done = ctx.button(self._back, id, label=ctx.t("rule-builder-done"))
        await ctx.reply(join(lines), *await self._ways(ctx, id, Together.of(rule)), [done])

    async def _ways(self, ctx: Context, id: int, rule: Together) -> Sequence[Sequence[Action]]:
        """What can be done with the rule; the buttons say what they will set."""
        base, count, other = self._base, len(rule.parts), int(not rule.any_of)
        key = "rule-builder-any" if other else "rule-builder-all"
        join_by = [ctx.button(f"{base}_join", id, other, label=ctx.t(key))] if count > 1 else []
        more = [ctx.button(f"{base}_facts", id, 1)] if count < MOST else []
        if more and await _to_be_had(ctx):
            more.append(ctx.button(f"{base}_badges", id, 1))
        less = [ctx.button(f"{base}_last", id, count)] if count > 1 else []
        less += [ctx.button(f"{base}_clear", id)] if rule != Together() else []
        return [join_by, more, less]


def _action(plugin: Plugin, name: str, label: str, least: Role, handler: Handler) -> ActionSpec:
    """As `plugin.action` declares one, by a name of the builder's choice."""
    parameters, opens_form = read_parameters(handler, plugin.name), name.endswith("_ask")
    return ActionSpec(plugin.name, name, label, ActionStyle.PLAIN, least, parameters, handler, opens_form=opens_form)


def _with(condition: Condition) -> Change:
    """Once, however often it is pressed."""
    return lambda parts: parts if condition in parts.parts else parts.plus(condition)


async def _hold(ctx: Context) -> None:
    """Whoever changes another rule of this community waits until this is done."""
    transaction = await ctx.db.transaction()
    held = sa.select(communities.c.id).where(communities.c.id == ctx.community.id)
    await transaction.rows(held.with_for_update(key_share=True))


async def _to_be_had(ctx: Context) -> Sequence[KeptBadge]:
    return [kept for kept in await badges_here(ctx) if kept.is_on]


def _called(ctx: Context, kept: KeptBadge) -> Markup:
    return kept.called(ctx.use(Translator), ctx.language, ctx.community.language)


def _back(ctx: Context) -> Markup:
    return ctx.t("rule-builder-back")


async def _stale(ctx: Context, rule: Rule) -> Sequence[Rule]:
    """The conditions about what is not counted here any more; they say what they said when it stopped."""
    there = {fact.name for fact in await counted_here(ctx)} | {kept.fact for kept in await badges_here(ctx)}
    return [part for part in Together.of(rule).parts if not facts_of(part) <= there]
