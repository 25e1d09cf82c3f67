"""The list of changes: who changed what and when, each with its way back."""

from datetime import datetime
from typing import Any

from bot.api import (
    RESTORE,
    Action,
    Audit,
    AuditEntry,
    Context,
    Journey,
    Links,
    Markup,
    Page,
    People,
    Registry,
    Role,
    Streams,
    Translator,
    UserError,
    headed,
    join,
    journey_named,
    plain,
    plugin_named,
    times,
    turning,
)
from plugins.admin._fields import label, settings_of, shown
from plugins.admin._journey_diff import journey_diff, language_name
from plugins.admin._words import moment

ENTRIES_ON_A_PAGE = 5


async def listing(ctx: Context, number: int) -> tuple[Markup, list[list[Action]]]:
    """A page of the newest changes with a button to undo each that can be undone."""
    number = max(1, number)
    newest = await ctx.use(Audit).newest(ctx.community.id, number * ENTRIES_ON_A_PAGE + 1)
    page = Page.of(newest, number, ENTRIES_ON_A_PAGE)
    if not page.items:
        return ctx.t("admin-audit-empty"), []
    lines = [headed(ctx, ctx.t("admin-audit-title"))]
    lines += [await _line(ctx, entry) for entry in page.items]
    buttons = [
        ctx.button("admin.undo", entry.id, label=ctx.t("admin-undo-numbered", entry=str(entry.id)))
        for entry in page.items
        if await _may_undo(ctx, entry)
    ]
    return join(lines), [buttons, turning(ctx, "admin.audit_page", page)]


async def _line(ctx: Context, entry: AuditEntry) -> Markup:
    return ctx.t(
        "admin-audit-line",
        entry=str(entry.id),
        at=moment(ctx, entry.at),
        name=entry.name or "",
        named=bool(entry.name),
        what=await what_changed(ctx, entry),
        undoes=str(entry.undoes or ""),
        undo=entry.undoes is not None,
    )


async def what_changed(ctx: Context, entry: AuditEntry) -> Markup:
    """One change in words; the words of another plugin's changes are its text "<action>-changed"."""
    _, _, subject = entry.subject.partition(":")
    match entry.action:
        case "plugin.enable":
            return ctx.t("admin-audit-plugin", name=plugin_named(subject), on=bool(entry.after))
        case "plugin.configure":
            return ctx.t("admin-audit-settings", name=plugin_named(subject), diff=_settings_diff(ctx, subject, entry))
        case "permission":
            before, after = _role(entry.before), _role(entry.after)
            return ctx.t("admin-audit-permission", command=f"/{subject}", before=before, after=after)
        case "role":
            member = await ctx.use(People).get(int(subject))
            return ctx.t("admin-audit-role", member=member.name, before=_role(entry.before), after=_role(entry.after))
        case "journey.edit" | "journey.status" | "journey.start":
            return _of_journey(ctx, entry)
        case "account.link" | "account.unlink":
            into = entry.after if entry.after is not None else entry.before
            both = {"account": await _account(ctx, int(subject)), "other": await _account(ctx, int(into or 0))}
            return ctx.t("admin-audit-linked", on=entry.after is not None, **both)
        case "everything.stop" | "everything.resume":
            return ctx.t("admin-audit-everything", stopped=bool(entry.after))
        case "stream.end" | "stream.go-on" | "stream.other-end":
            return await _of_stream(ctx, entry)
        case _:
            return _of_another(ctx, entry)


def _of_journey(ctx: Context, entry: AuditEntry) -> Markup:
    name = journey_named(entry.subject)
    match entry.action:
        case "journey.edit":
            old, new = Journey.model_validate(entry.before), Journey.model_validate(entry.after)
            return ctx.t("admin-audit-journey", name=name, diff=join(journey_diff(ctx, name, old, new), "; "))
        case "journey.start":
            return ctx.t("admin-audit-started", name=name)
        case _:
            return ctx.t("admin-audit-status", name=name, before=str(entry.before), after=str(entry.after))


async def _of_stream(ctx: Context, entry: AuditEntry) -> Markup:
    stream = await ctx.use(Streams).get(int(entry.subject.partition(":")[2]))
    title = stream.title if stream is not None else ""
    if entry.action != "stream.other-end":
        return ctx.t("admin-audit-stream", title=title, titled=bool(title), on=entry.after == "live")
    before, after = (moment(ctx, datetime.fromisoformat(value)) for value in (entry.before, entry.after))
    return ctx.t("admin-audit-other-end", title=title, titled=bool(title), before=before, after=after)


async def _account(ctx: Context, person_id: int) -> Markup:
    found = await ctx.use(Links).account(person_id)
    if found is None:
        return ctx.t("admin-audit-account-gone")
    return ctx.t("account-named", platform=found.ref.platform, name=found.name)


def _of_another(ctx: Context, entry: AuditEntry) -> Markup:
    key = f"{entry.action.replace('.', '-')}-changed"
    if ctx.use(Translator).has(key):
        subject = entry.subject.rpartition(":")[2]
        before, after = (_word(ctx, value, subject) for value in (entry.before, entry.after))
        return ctx.t(key, subject=subject, before=before, after=after)
    return ctx.t("admin-audit-other", action=entry.action, subject=entry.subject)


def _word(ctx: Context, value: Any, subject: str) -> str:
    """A value in a word: yes or no as selectors know them, of an id with its name the name, a language by its own."""
    if subject == "language" and value:
        return plain(language_name(ctx, str(value)))
    if subject == "zone" and value:
        return times.zone_name(str(value), ctx.language)
    if isinstance(value, bool) or value in (0, 1):
        return "yes" if value else "no"
    if isinstance(value, list):
        value = value[-1] if value else ""
    return str(value) if value not in (None, "") else plain(ctx.t("admin-nothing"))


def _settings_diff(ctx: Context, name: str, entry: AuditEntry) -> Markup:
    plugin = ctx.use(Registry).plugins.get(name)
    if plugin is None:
        return ctx.t("admin-nothing")
    usual = plugin.settings().model_dump(mode="json")
    before, after = {**usual, **(entry.before or {})}, {**usual, **(entry.after or {})}
    parts = [
        ctx.t(
            "admin-diff",
            what=label(ctx, setting),
            before=shown(ctx, setting, before[setting.name]),
            after=shown(ctx, setting, after[setting.name]),
        )
        for setting in settings_of(plugin)
        if before[setting.name] != after[setting.name]
    ]
    return join(parts, "; ") if parts else ctx.t("admin-nothing")


def _role(value: Any) -> str:
    return Role(value).name.lower()


async def undo(ctx: Context, entry_id: int) -> tuple[Markup, list[Action]]:
    """Undo a change. Raises UserError when it cannot be undone, or takes a higher role than the person has."""
    audit = ctx.use(Audit)
    entry = await audit.entry(ctx.community.id, entry_id)
    if entry is not None:
        _check(ctx, entry)
    new = await audit.undo(ctx.community.id, entry_id, ctx.member.id, RESTORE)
    done = await audit.entry(ctx.community.id, new)
    assert done is not None
    text = ctx.t("admin-undone", what=await what_changed(ctx, done))
    again = await _may_undo(ctx, done)  # what was linked is linked again by its two sides only
    return text, [ctx.button("admin.undo", new, label=ctx.t("admin-redo"))] if again else []


async def _may_undo(ctx: Context, entry: AuditEntry) -> bool:
    """Whether the person's press would be refused is found out before the button is offered."""
    return ctx.member.role >= _needed(entry) and await ctx.use(Audit).can_undo(ctx.community.id, entry, RESTORE)


def _check(ctx: Context, entry: AuditEntry) -> None:
    if ctx.member.role < (needed := _needed(entry)):
        raise UserError("permission-above-own", role=needed.name.lower())


def _needed(entry: AuditEntry) -> Role:
    """Undoing must not be a way round: who may not give a role may not bring it back either."""
    if entry.action not in ("role", "permission"):
        return Role.MODERATOR
    highest = max(entry.before, entry.after)
    return Role(highest if entry.action == "permission" else min(highest + 1, Role.OWNER))
