"""What unlocks a reward: conditions over facts, put together by buttons and read back as a sentence."""

from collections.abc import Mapping, Sequence

from bot.api import (
    Action,
    AllOf,
    AnyOf,
    Choice,
    Comparison,
    Condition,
    Context,
    Facts,
    FactSpec,
    Field,
    FieldKind,
    KeptBadge,
    Markup,
    Page,
    PluginSettings,
    Registry,
    Rule,
    Segments,
    Translator,
    UserError,
    echoed,
    join,
    parse_yes_no,
    plain,
    sentence,
    shortened,
    turning,
)
from plugins.rewards._editing import note
from plugins.rewards._reward import Reward, change, locked, reward_of, rule_text
from plugins.rewards._short_names import short_for
from plugins.rewards._wording import badges_here, ruled

ON_A_PAGE = 10
MOST = 8
OFFERED = (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.IS)
Screen = tuple[Markup, Sequence[Sequence[Action]]]


async def screen(ctx: Context, reward: Reward) -> Screen:
    """The rule in words, for how many it holds now, and what can be done with it."""
    parts = _parts(reward.rule)
    rows = [[ctx.button("rewards.facts_page", reward.id, 1)]] if len(parts) < MOST else []
    if rows and await badges_here(ctx):
        rows[0].append(ctx.button("rewards.badges_page", reward.id, 1))
    if len(parts) > 1:
        other = "any" if isinstance(reward.rule, AllOf) else "all"
        rows[0:0] = [[ctx.button("rewards.join_by", reward.id, other, label=ctx.t(f"rewards-rule-{other}"))]]
    if reward.rule is None:
        return ctx.t("rewards-rule-none", title=reward.title), rows
    words = await ruled(ctx, reward.rule, ctx.language)
    count = await ctx.use(Segments).how_many(ctx.community.id, reward.rule)
    lines = [ctx.t("rewards-rule-now", title=reward.title, rule=words), ctx.t("rewards-rule-count", count=count)]
    return join(lines), [*rows, [ctx.button("rewards.rule_clear", reward.id)]]


async def facts(ctx: Context, reward: Reward, number: int) -> Screen:
    """A page of the facts there are, each called as it is in a rule; steps are asked for by what they are called."""
    there = await _facts(ctx)
    steps = {one.ladder.step for one in there if one.ladder is not None}
    named = [one for one in there if one.name not in steps]
    page = Page.of(sorted(named, key=lambda one: plain(_called(ctx, one))), number, ON_A_PAGE)
    rows = [
        [
            ctx.button(
                "rewards.condition_form", reward.id, short_for(one.name), label=shortened(plain(_called(ctx, one)), 75)
            )
        ]
        for one in page.items
    ]
    return ctx.t("rewards-facts-which"), [*rows, turning(ctx, "rewards.facts_page", page, reward.id)]


async def badges(ctx: Context, reward: Reward, number: int) -> Screen:
    """A page of the badges there are; of one with several levels it is asked which."""
    page = Page.of(await badges_here(ctx), number, ON_A_PAGE)
    texts, home = ctx.use(Translator), ctx.community.language
    rows = []
    for kept in page.items:
        label = shortened(f"{kept.badge.emoji} {plain(kept.called(texts, ctx.language, home))}", 75)
        level = 0 if len(kept.badge.levels) > 1 else 1
        rows.append([ctx.button("rewards.need_badge", reward.id, kept.id, level, label=label)])
    return ctx.t("rewards-badges-which"), [*rows, turning(ctx, "rewards.badges_page", page, reward.id)]


async def levels(ctx: Context, reward: Reward, badge_id: int) -> Screen:
    """Which level of the badge is needed; its number stands for those above as well."""
    kept = await _badge(ctx, badge_id)
    called = kept.called(ctx.use(Translator), ctx.language, ctx.community.language)
    rows = [
        [ctx.button("rewards.need_badge", reward.id, kept.id, level, label=ctx.t("rewards-badge-level", level=level))]
        for level in range(1, len(kept.badge.levels) + 1)
    ]
    return ctx.t("rewards-badge-which-level", badge=called), rows


async def add_badge(ctx: Context, reward_id: int, badge_id: int, level: int) -> Reward:
    """Whoever has at least that level of the badge may have it."""
    kept = await _badge(ctx, badge_id)
    if not 1 <= level <= max(1, len(kept.badge.levels)):
        raise UserError("rewards-not-here")
    return await _join(ctx, reward_id, Condition(fact=kept.fact, comparison=Comparison.AT_LEAST, value=level))


async def _badge(ctx: Context, badge_id: int) -> KeptBadge:
    """Raises UserError for one that cannot be had any more."""
    found = next((kept for kept in await badges_here(ctx) if kept.id == badge_id), None)
    if found is None:
        raise UserError("rewards-badge-gone")
    return found


async def ask(ctx: Context, reward: Reward, fact: str) -> None:
    """Ask for the comparison and the value."""
    spec = await _spec(ctx, fact)
    label = ctx.t("rewards-condition-value")
    match spec.kind:
        case "number":
            fields = [_how(ctx, OFFERED), Field("value", label, FieldKind.NUMBER, value="1")]
        case "yes_no":
            fields = [Field("value", label, FieldKind.YES_NO, value="yes")]
        case _:
            fields = await _text_fields(ctx, spec, label)
    title = shortened(plain(_called(ctx, spec)), 45)
    await ctx.ask("rewards.condition", reward.id, fact, title=title, fields=fields)


def _how(ctx: Context, offered: Sequence[Comparison]) -> Field:
    choices = tuple(Choice(one.value, plain(ctx.t(f"rewards-how-{one.value.replace('_', '-')}"))) for one in offered)
    return Field("how", ctx.t("rewards-condition-how"), FieldKind.CHOICE, value=choices[0].value, choices=choices)


async def _text_fields(ctx: Context, spec: FactSpec, label: Markup) -> list[Field]:
    """One of the texts there are, and on a ladder those above it as well; where none are known, whichever is typed."""
    if spec.ladder is not None:
        rungs = (await ctx.use(Facts).ladders(ctx.community.id))[spec.ladder.step]
        if not rungs:
            raise UserError("rewards-steps-none")
        choices = tuple(Choice(name, name) for name in rungs)
        return [_how(ctx, OFFERED), Field("value", label, FieldKind.CHOICE, value=rungs[0], choices=choices)]
    known = await ctx.use(Facts).texts(ctx.community.id, spec.name)
    if len(known) < 2:
        return [Field("value", label)]
    choices = tuple(Choice(one, plain(_said(ctx, spec, one))) for one in known)
    return [Field("value", label, FieldKind.CHOICE, value=known[0], choices=choices)]


def _said(ctx: Context, spec: FactSpec, value: str) -> Markup:
    """What a text is called in a rule."""
    return sentence(Condition(fact=spec.name, comparison=Comparison.IS, value=value), ctx.use(Translator), ctx.language)


async def add(ctx: Context, reward_id: int, fact: str, answers: Mapping[str, str]) -> Reward:
    """Add the condition. Raises UserError for a value that does not fit; then nothing is changed."""
    spec = await _spec(ctx, fact)
    if spec.ladder is None:
        return await _join(ctx, reward_id, _condition(spec, answers))
    names = (await ctx.use(Facts).ladders(ctx.community.id))[spec.ladder.step]
    return await _join(ctx, reward_id, _on_ladder(spec.ladder.step, names, answers))


def _on_ladder(step: str, names: Sequence[str], answers: Mapping[str, str]) -> Condition:
    """The step that was named, compared by its number: whoever is above it is there as well."""
    given = answers.get("value", "").strip()
    if given not in names:
        raise UserError("rewards-step-gone", given=echoed(given))
    how = next((one for one in OFFERED if one.value == answers.get("how")), Comparison.AT_LEAST)
    return Condition(fact=step, comparison=how, value=names.index(given) + 1)


async def _join(ctx: Context, reward_id: int, condition: Condition) -> Reward:
    """The condition joined to the others, once however often it is pressed. Raises UserError for one too many."""
    reward = await locked(ctx, reward_id)
    if condition in _parts(reward.rule):
        return reward
    parts = (*_parts(reward.rule), condition)
    if len(parts) > MOST:
        raise UserError("rewards-rule-long", most=MOST)
    rule = AnyOf(parts=parts) if isinstance(reward.rule, AnyOf) else AllOf(parts=parts)
    return await _keep(ctx, reward, rule)


async def join_by(ctx: Context, reward_id: int, how: str) -> Reward:
    """All of the conditions, or any of them."""
    reward = await locked(ctx, reward_id)
    parts = _parts(reward.rule)
    if not parts:  # an old button: nobody could ever fulfil any of nothing
        return reward
    return await _keep(ctx, reward, AnyOf(parts=parts) if how == "any" else AllOf(parts=parts))


async def clear(ctx: Context, reward_id: int) -> Reward:
    """No rule: everybody may have it."""
    return await _keep(ctx, await locked(ctx, reward_id), None)


async def _keep(ctx: Context, reward: Reward, rule: Rule | None) -> Reward:
    await change(ctx, reward.id, rule=rule_text(rule))
    await note(ctx, "rewards-edit", reward.id, reward.title)
    return await reward_of(ctx, reward.id)


def _parts(rule: Rule | None) -> tuple[Rule, ...]:
    if rule is None:
        return ()
    return rule.parts if isinstance(rule, AllOf | AnyOf) else (rule,)


def _condition(spec: FactSpec, answers: Mapping[str, str]) -> Condition:
    given = answers.get("value", "").strip()
    if spec.kind == "text":
        return Condition(fact=spec.name, comparison=Comparison.IS, value=given)
    if spec.kind == "yes_no":
        return Condition(fact=spec.name, comparison=Comparison.IS, value=parse_yes_no(given) is not False)
    try:
        number = float(given.replace("\u00a0", "").replace(" ", "").replace(",", "."))
        how = Comparison(answers.get("how", Comparison.AT_LEAST.value))
    except ValueError:
        raise UserError("rewards-condition-wrong", given=echoed(given)) from None
    if not abs(number) < 1e9:
        raise UserError("rewards-condition-wrong", given=echoed(given))
    return Condition(fact=spec.name, comparison=how, value=int(number) if number.is_integer() else number)


async def _facts(ctx: Context) -> Sequence[FactSpec]:
    """Of the core and of plugins that are on: what another counted is worked out no more."""
    registry, on = ctx.use(Registry), await ctx.use(PluginSettings).enabled()
    off = {fact.name for plugin in registry.plugins.values() if plugin.name not in on for fact in plugin.facts}
    return [fact for fact in registry.facts if fact.name not in off]


async def _spec(ctx: Context, short: str) -> FactSpec:
    found = next((one for one in await _facts(ctx) if short_for(one.name) == short), None)
    if found is None:
        raise UserError("rewards-fact-gone")
    return found


def _called(ctx: Context, spec: FactSpec) -> Markup:
    """The fact as a rule says it."""
    match spec.kind:
        case "number":
            example = Condition(fact=spec.name, comparison=Comparison.AT_LEAST, value=1)
        case "yes_no":
            example = Condition(fact=spec.name, comparison=Comparison.IS, value=True)
        case _:
            example = Condition(fact=spec.name, comparison=Comparison.IS, value="…")
    return sentence(example, ctx.use(Translator), ctx.language)
