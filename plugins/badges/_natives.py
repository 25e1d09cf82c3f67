"""A badge as a role or a tag of the network's own: chosen by a moderator, and kept in line with who has the badge."""

import hashlib
from collections.abc import Sequence

from bot.api import (
    Action,
    Answers,
    Awards,
    Background,
    Badges,
    Context,
    Field,
    Gift,
    KeptBadge,
    Markup,
    Native,
    NativeBadge,
    NativeGrants,
    NativeKind,
    Networks,
    Page,
    Problem,
    Space,
    UserError,
    headed,
    join,
    plain,
    turning,
)
from plugins.badges import _words

ROLES_ON_A_PAGE = 10
PEOPLE_AT_ONCE = 100
NONE = "none"


async def show(ctx: Context, kept: KeptBadge) -> None:
    """What shows the badge in each space, what is in the way of that, and the ways to change it."""
    networks = ctx.use(Networks)
    spaces = [space for space in await networks.spaces() if networks.has_badges(space)]
    if not spaces:
        raise UserError("badges-native-nowhere")
    failing = await ctx.use(NativeGrants).failing()
    lines, buttons = [ctx.t("badges-native-title", badge=_words.called(ctx, kept))], []
    for space in spaces:
        roles = await networks.groups(space)
        lines.append(_standing(ctx, kept, space, roles))
        ref = kept.natives.get(str(space.id))
        found = [one for one in failing if ref is not None and one.what == _native(space.id, ref)]
        lines += [ctx.t("badges-native-failing", people=one.people, why=_said(ctx, one.problem)) for one in found]
        label = ctx.t("badges-native-choose", space=_place(space))
        buttons.append(ctx.button("badges.native_choose", kept.id, space.id, 1, label=label))
    lines.append(ctx.t("badges-native-hidden"))
    rows = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
    await ctx.reply(join(lines), *rows, [_words.back(ctx, kept)])


def _standing(ctx: Context, kept: KeptBadge, space: Space, roles: Sequence[NativeBadge]) -> Markup:
    ref = kept.natives.get(str(space.id))
    named = next((role.name for role in roles if role.id == ref), ref or "")
    return ctx.t("badges-native-line", space=_place(space), shown=ref is not None, name=named)


def _place(space: Space) -> str:
    return space.title or space.ref.platform.capitalize()


def _said(ctx: Context, problem: Problem) -> Markup:
    return ctx.t(problem.key, **dict(problem.values))


async def choose(ctx: Context, kept: KeptBadge, space_id: int, number: int) -> None:
    """A page of the roles that a network has; where tags are free text, the way to the form."""
    space = await _space(ctx, space_id)
    none = [ctx.button("badges.native_set", kept.id, space.id, NONE, label=ctx.t("badges-native-none"))]
    roles = await ctx.use(Networks).groups(space)
    if not roles:
        own = [ctx.button("badges.native_form", kept.id, space.id)]
        await ctx.reply(ctx.t("badges-native-tag", space=_place(space)), own, none)
        return
    page = Page.of(roles, number, ROLES_ON_A_PAGE)
    lines = [headed(ctx, ctx.t("badges-native-roles", space=_place(space)), page)]
    lines += [
        ctx.t("badges-native-not", name=role.name, why=_said(ctx, role.problem)) for role in page.items if role.problem
    ]
    buttons: list[Action] = [
        ctx.button("badges.native_set", kept.id, space.id, _code(role.id), label=role.name)
        for role in page.items
        if role.problem is None
    ]
    rows = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
    turn = turning(ctx, "badges.native_choose", page, kept.id, space.id)
    await ctx.reply(join(lines), *rows, turn, none)


async def ask(ctx: Context, kept: KeptBadge, space_id: int) -> None:
    """Open the form for a tag."""
    field = Field("tag", plain(ctx.t("badges-native-field")), value=kept.natives.get(str(space_id), ""))
    await ctx.ask("badges.native_text", kept.id, space_id, title=_words.title(ctx, kept), fields=[field])


async def put_tag(ctx: Context, kept: KeptBadge, space_id: int, answers: Answers) -> None:
    """What the form brought."""
    await _put(ctx, kept, await _space(ctx, space_id), answers.get("tag", "").strip() or None)


async def put_role(ctx: Context, kept: KeptBadge, space_id: int, code: str) -> None:
    """The role behind a button, or none."""
    space = await _space(ctx, space_id)
    roles = await ctx.use(Networks).groups(space) if code != NONE else ()
    ref = next((role.id for role in roles if _code(role.id) == code), None)
    if ref is None and code != NONE:
        raise UserError("badges-native-gone")
    await _put(ctx, kept, space, ref)


async def _space(ctx: Context, space_id: int) -> Space:
    space = await ctx.use(Networks).space(space_id)
    if space is None:
        raise UserError("badges-not-here")
    return space


async def _put(ctx: Context, kept: KeptBadge, space: Space, ref: str | None) -> None:
    """Keep which one shows the badge, once the network has nothing against it. Raises UserError with what it has."""
    problems = await ctx.use(NativeGrants).check(_native(space.id, ref)) if ref is not None else ()
    if problems:
        why = join([_said(ctx, problem) for problem in problems], " ")
        raise UserError("badges-native-refused", why=why)
    before = kept.natives.get(str(space.id))
    await ctx.use(Badges).show_as(kept, space.id, ref)
    if before is not None and before != ref:
        await ctx.later(undress, badge_id=kept.id, space_id=space.id, ref=before)
    if ref is not None:
        await ctx.later(dress, badge_id=kept.id)
    await ctx.reply(ctx.t("badges-native-kept", badge=_words.called(ctx, kept), shown=ref is not None))


def _code(role_id: str) -> str:
    """A role in a button, whose token has no room for its number."""
    return hashlib.blake2b(role_id.encode(), digest_size=4).hexdigest()


def _native(space_id: int, ref: str) -> Native:
    return Native(space_id, NativeKind.BADGE, ref)


def _source(badge_id: int, space_id: int, ref: str) -> str:
    return f"badges:{badge_id}:{space_id}:{_code(ref)}"


# ---- in line with who has it --------------------------------------------------------------------------------------


async def dress(ctx: Background, badge_id: int, behind: int = 0, only: list[int] | None = None) -> None:
    """Let those who have the badge wear it, some at a time; not who asked not to be shown."""
    kept = await _kept(ctx, badge_id)
    if kept is None or not kept.natives:
        return
    people = await ctx.use(Awards).wearers(kept, behind, PEOPLE_AT_ONCE, only=only)
    grants = ctx.use(NativeGrants)
    reason = plain(_words.called(ctx, kept, 0, ctx.community.language))
    for space_id, ref in kept.natives.items():
        source, what = _source(kept.id, int(space_id), ref), _native(int(space_id), ref)
        rank = 100 * kept.badge.thanked
        await grants.give_all(
            [Gift(one.member_id, what, source, rank=rank + one.level, reason=reason) for one in people if one.shown]
        )
        if hidden := [one.member_id for one in people if not one.shown]:
            await grants.take_from(source, hidden)
    if len(people) == PEOPLE_AT_ONCE:
        await ctx.later(dress, badge_id=badge_id, behind=people[-1].member_id, only=only)


async def undress(ctx: Background, badge_id: int, space_id: int, ref: str, behind: int = 0) -> None:
    """Take it off those who should not wear it, some at a time: all of them where something else shows the badge now.

    Whoever was given it is looked at, whether they have the badge any more, and are here, or not.
    """
    kept, grants, source = await _kept(ctx, badge_id), ctx.use(NativeGrants), _source(badge_id, space_id, ref)
    people = await grants.had_by(source, behind, PEOPLE_AT_ONCE)
    may: set[int] = set()
    if kept is not None and kept.natives.get(str(space_id)) == ref:
        wearers = await ctx.use(Awards).wearers(kept, behind, PEOPLE_AT_ONCE, only=people)
        may = {one.member_id for one in wearers if one.shown}
    if rest := [member_id for member_id in people if member_id not in may]:
        await grants.take_from(source, rest)
    if len(people) == PEOPLE_AT_ONCE:
        await ctx.later(undress, badge_id=badge_id, space_id=space_id, ref=ref, behind=people[-1])


async def take_off(ctx: Background, kept: KeptBadge, member_id: int) -> None:
    """Somebody has the badge no more."""
    for space_id, ref in kept.natives.items():
        await ctx.use(NativeGrants).take(_source(kept.id, int(space_id), ref), member_id)


async def look_after(ctx: Background) -> None:
    """Once a day: who hid themself, shows themself again, or has the badge no more by themself, since a link's end."""
    for kept in await ctx.use(Badges).all(ctx.community.id):
        for space_id, ref in kept.natives.items():
            await ctx.later(undress, badge_id=kept.id, space_id=int(space_id), ref=ref)
        if kept.natives:
            await ctx.later(dress, badge_id=kept.id)


async def _kept(ctx: Background, badge_id: int) -> KeptBadge | None:
    return next((kept for kept in await ctx.use(Badges).all(ctx.community.id) if kept.id == badge_id), None)
