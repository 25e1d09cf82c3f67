"""How a step reaches people, as a form offers it: by which routes, or not at all."""

from typing import Any

from bot.api import Choice, Context, Field, FieldKind, Markup, Route, Step, join, plain

WAYS: tuple[tuple[str, tuple[Route, ...]], ...] = (
    ("direct-inbox", (Route.DIRECT, Route.INBOX)),
    ("inbox", (Route.INBOX,)),
    ("direct", (Route.DIRECT,)),
    ("direct-thread-inbox", (Route.DIRECT, Route.THREAD, Route.INBOX)),
    ("direct-mention-inbox", (Route.DIRECT, Route.MENTION, Route.INBOX)),
    ("thread-inbox", (Route.THREAD, Route.INBOX)),
    ("mention-inbox", (Route.MENTION, Route.INBOX)),
)
OTHER = "other"  # routes that a plugin chose and no form offers: kept as they are
OFF = "off"


def way_field(ctx: Context, step: Step) -> Field:
    """The choice of one way, what stands there now among them."""
    names = [name for name, _ in WAYS]
    names += [OTHER] if _way(step.routes) == OTHER else []
    choices = [Choice(name, plain(_words(ctx, step.routes, name))) for name in (*names, OFF)]
    label, how = plain(ctx.t("admin-field-how")), plain(ctx.t("admin-help-how"))
    return Field("how", label, FieldKind.CHOICE, how, _standing(step), choices=tuple(choices))


def way_values(step: Step, given: str) -> dict[str, Any] | None:
    """What a choice changes in the step; None when it is none of those."""
    if given == OFF:
        return {"on": False}
    if given == OTHER == _way(step.routes):
        return {"on": True}
    return next(({"on": True, "routes": routes} for name, routes in WAYS if name == given), None)


def way_words(ctx: Context, routes: tuple[Route, ...]) -> Markup:
    """The routes in words: "direct message, else their inbox"."""
    return _words(ctx, routes, _way(routes))


def standing_words(ctx: Context, step: Step) -> Markup:
    """What the form shows as chosen now."""
    return _words(ctx, step.routes, _standing(step))


def _standing(step: Step) -> str:
    return _way(step.routes) if step.on else OFF


def _way(routes: tuple[Route, ...]) -> str:
    return next((name for name, known in WAYS if known == routes), OTHER)


def _words(ctx: Context, routes: tuple[Route, ...], name: str) -> Markup:
    if name == OTHER:
        return join([ctx.t("admin-route", route=route.value) for route in routes], ", ")
    return ctx.t("admin-way", way=name)
