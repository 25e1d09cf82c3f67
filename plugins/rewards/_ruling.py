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
    FactSpec,
    Field,
    FieldKind,
    Markup,
    Page,
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

ON_A_PAGE = 10
MOST = 8
OFFERED = (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.IS)
Screen = tuple[Markup, Sequence[Sequence[Action]]]


async def screen(ctx: Context, reward: Reward) -> Screen:
    """The rule in words, for how many it holds now, and what can be done with it."""
    parts = _parts(reward.rule)
    rows = [[ctx.button("rewards.facts_page", reward.id, 1)]] if len(parts) < MOST else []
    if len(parts) > 1:
        other = "any" if isinstance(reward.rule, AllOf) else "all"
        rows[0:0] = [[ctx.button("rewards.join_by", reward.id, other, label=ctx.t(f"rewards-rule-{other}"))]]
    if reward.rule is None:
        return ctx.t("rewards-rule-none", title=reward.title), rows
    words = sentence(reward.rule, ctx.use(Translator), ctx.language)
    count = await ctx.use(Segments).how_many(ctx.community.id, reward.rule)
    lines = [ctx.t("rewards-rule-now", title=reward.title, rule=words), ctx.t("rewards-rule-count", count=count)]
    return join(lines), [*rows, [ctx.button("rewards.rule_clear", reward.id)]]


async def facts(ctx: Context, reward: Reward, number: int) -> Screen:
    """A page of the facts there are, each called as it is in a rule."""
    page = Page.of(sorted(_facts(ctx), key=lambda one: plain(_called(ctx, one))), number, ON_A_PAGE)
    rows = [
        [
            ctx.button(
                "rewards.condition_form", reward.id, short_for(one.name), label=shortened(plain(_called(ctx, one)), 75)
            )
        ]
        for one in page.items
    ]
    return ctx.t("rewards-facts-which"), [*rows, turning(ctx, "rewards.facts_page", page, reward.id)]


async def ask(ctx: Context, reward: Reward, fact: str) -> None:
    """Ask for the comparison and the value."""
    spec = _spec(ctx, fact)
    fields = [Field("value", ctx.t("rewards-condition-value"), FieldKind.NUMBER, value="1")]
    if spec.kind == "number":
        choices = tuple(
            Choice(one.value, plain(ctx.t(f"rewards-how-{one.value.replace('_', '-')}"))) for one in OFFERED
        )
        how = Field("how", ctx.t("rewards-condition-how"), FieldKind.CHOICE, value=choices[0].value, choices=choices)
        fields = [how, *fields]
    elif spec.kind == "yes_no":
        fields = [Field("value", ctx.t("rewards-condition-value"), FieldKind.YES_NO, value="yes")]
    else:
        fields = [Field("value", ctx.t("rewards-condition-value"))]
    title = shortened(plain(_called(ctx, spec)), 45)
    await ctx.ask("rewards.condition", reward.id, fact, title=title, fields=fields)


async def add(ctx: Context, reward_id: int, fact: str, answers: Mapping[str, str]) -> Reward:
    """Add the condition. Raises UserError for a value that does not fit; then nothing is changed."""
    condition = _condition(ctx, _spec(ctx, fact), answers)
    reward = await locked(ctx, reward_id)
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


def _condition(ctx: Context, spec: FactSpec, answers: Mapping[str, str]) -> Condition:
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


def _facts(ctx: Context) -> Sequence[FactSpec]:
    return ctx.use(Registry).facts


def _spec(ctx: Context, short: str) -> FactSpec:
    found = next((one for one in _facts(ctx) if short_for(one.name) == short), None)
    if found is None:
        raise UserError("rewards-not-here")
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
