"""Passport: one person on their own terms: the card, the preferences, the way out, and why."""

from collections.abc import Sequence
from datetime import timedelta

from bot.api import ActionStyle, Answers, Background, By, Context, Look, Member, Plugin, Purpose, Rest, Route
from plugins.passport import (
    _card,
    _changes,
    _choosing,
    _communities,
    _data,
    _interests,
    _less,
    _linking,
    _preferences,
    _privacy,
    _ways,
    _why,
)
from plugins.passport._settings import Settings
from plugins.passport._tables import tables

plugin = Plugin("passport", settings=Settings, locked=True, facts=(_interests.FACT,), tables=tables)


@plugin.command(own=True)
async def start(ctx: Context) -> None:
    """See what this bot does and where everything is."""
    await _card.greet(ctx)


@plugin.command(own=True, examples=["/me", "/me Ann"])
@plugin.action("passport-button-me")
async def me(ctx: Context, member: Member | None = None) -> None:
    """Open your card, or somebody else's."""
    await _card.show(ctx, member or ctx.member)


@plugin.command(own=True)
@plugin.action("passport-button-privacy")
async def privacy(ctx: Context) -> None:
    """Read what is kept about you and why, and whom to ask."""
    await _privacy.show(ctx)


@plugin.command(own=True)
@plugin.action("passport-button-mydata")
async def mydata(ctx: Context) -> None:
    """Get a file with everything that is kept about you here."""
    await _data.hand_over(ctx)


@plugin.command(own=True)
async def forget(ctx: Context) -> None:
    """Be forgotten: have everything erased that is kept about you here."""
    await _data.ask_to_forget(ctx)


@plugin.action("passport-button-forget", style=ActionStyle.DANGER)
async def forget_now(ctx: Context, asked: int) -> None:
    """Erase the person; `asked` is the minute since 1970 in which they asked."""
    await _data.forget(ctx, asked)


@plugin.command(own=True, by=[By.LINK, By.CODE], examples=["/link", "/link 7KQM-2XWD"])
async def link(ctx: Context, code: Rest | None = None) -> None:
    """Join this account with another of yours, on any platform, so that you are one member."""
    await (_linking.take(ctx, code) if code else _linking.begin(ctx))


@plugin.action("passport-button-link")
async def link_code(ctx: Context) -> None:
    """Show a code, or what waits for a yes."""
    await _linking.begin(ctx)


@plugin.action("passport-button-link-yes", style=ActionStyle.MAIN)
async def agree_link(ctx: Context, request: int) -> None:
    """Join the two accounts, once the other side says so too."""
    await _linking.agree(ctx, request)


@plugin.action("passport-button-link-no")
async def refuse_link(ctx: Context, request: int) -> None:
    """Join nothing."""
    await _linking.refuse(ctx, request)


@plugin.command(own=True)
async def unlink(ctx: Context) -> None:
    """Take linked accounts apart again."""
    await _linking.offer_parting(ctx)


@plugin.action("passport-button-unlink", style=ActionStyle.DANGER)
async def unlink_now(ctx: Context, person: int) -> None:
    """Undo the link of this one."""
    await _linking.part(ctx, person)


@plugin.command(own=True)
@plugin.action("passport-button-community")
async def community(ctx: Context) -> None:
    """Choose which of your communities our private chat is about."""
    await _communities.offer(ctx)


@plugin.action("passport-button-community")
async def switch(ctx: Context, community_id: int) -> None:
    """Make it this one."""
    await _communities.switch(ctx, community_id)


@plugin.command(own=True)
@plugin.action("passport-button-preferences")
async def preferences(ctx: Context) -> None:
    """See and change what I write to you, when and how often."""
    await _preferences.show(ctx)


@plugin.command(own=True)
async def settings(ctx: Context) -> None:
    """See and change what I write to you: the same as /preferences."""
    await _preferences.show(ctx)


@plugin.command(own=True)
@plugin.action("passport-button-stop", style=ActionStyle.DANGER)
async def stop(ctx: Context) -> None:
    """Stop everything I write to you unasked, at once."""
    await _changes.stop(ctx)


@plugin.command(own=True)
@plugin.action("passport-button-resume", style=ActionStyle.MAIN)
async def resume(ctx: Context) -> None:
    """Undo the stop: what you allowed before holds again."""
    await _changes.resume(ctx)


@plugin.command(own=True, examples=["/why", "/why 2", "/why Ann", "/why 2 Ann"])
async def why(ctx: Context, page: int = 1, member: Member | None = None) -> None:
    """See what was sent to you, what was not, what comes next, and why."""
    await _why.show(ctx, page, member or ctx.member)


@plugin.action("passport-button-why")
async def why_page(ctx: Context, page: int = 1, member_id: int = 0) -> None:
    """Another page of the same."""
    await _why.show_page(ctx, page, member_id)


@plugin.action("passport-button-why-this")
async def why_this(ctx: Context, delivery_id: int) -> None:
    """Why the person got this one message."""
    await _why.show_one(ctx, delivery_id)


@plugin.action("passport-button-less", style=ActionStyle.QUIET)
async def less(ctx: Context, delivery_id: int) -> None:
    """The quiet way out under every unasked message."""
    await _less.offer(ctx, delivery_id)


# ---- choosing: the buttons of the preferences ----------------------------------------------------------------------


@plugin.action("passport-button-language")
async def languages(ctx: Context) -> None:
    """Offer the languages there are."""
    await _choosing.offer_languages(ctx)


@plugin.action("passport-button-language")
async def language(ctx: Context, wanted: str) -> None:
    """Speak this language; "none" follows the community again."""
    await _changes.speak(ctx, wanted)


@plugin.action("passport-button-zone", opens_form=True)
async def zone_form(ctx: Context) -> None:
    """Ask where the person's clock is."""
    await _choosing.ask_zone(ctx)


@plugin.action("passport-button-zone")
async def zone_given(ctx: Context, answers: Answers) -> None:
    """Read what was typed; on a typo, offer what comes near."""
    await _choosing.read_zone(ctx, answers.get("zone", ""))


@plugin.action("passport-button-zone")
async def zone(ctx: Context, code: str) -> None:
    """Take the zone of this code."""
    await _choosing.take_zone(ctx, code)


@plugin.action("passport-button-quiet", opens_form=True)
async def quiet_form(ctx: Context) -> None:
    """Ask from when until when to stay silent."""
    await _choosing.ask_quiet(ctx)


@plugin.action("passport-button-quiet")
async def quiet_given(ctx: Context, answers: Answers) -> None:
    """Read the hours that were typed."""
    await _choosing.read_quiet(ctx, answers.get("from", ""), answers.get("until", ""))


@plugin.action("passport-button-quiet")
async def quiet(ctx: Context, start: int, until: int) -> None:
    """Quiet hours in minutes after midnight; none where both are the same."""
    await _changes.be_quiet(ctx, start, until)


@plugin.action("passport-button-allow")
async def consent(ctx: Context, purpose: Purpose, on: bool, stopped: bool = False) -> None:
    """Allow or refuse messages of a purpose; `stopped` puts an earlier stop back as well."""
    await _changes.consent(ctx, purpose, on=on, stopped=stopped)


@plugin.action("passport-button-ways")
async def ways(ctx: Context) -> None:
    """See and change by which other ways the person may be reached."""
    await _ways.show(ctx)


@plugin.action("passport-button-ways")
async def way(ctx: Context, purpose: Purpose, route: Route, on: bool, stopped: bool = False) -> None:
    """Allow or refuse messages of a purpose by one of these ways; `stopped` puts an earlier stop back as well."""
    await _ways.allow(ctx, purpose, route, on=on, stopped=stopped)


@plugin.action("passport-button-often")
async def often(ctx: Context, fewer: bool) -> None:
    """At most one unasked message a day, or as they come."""
    await _changes.write_often(ctx, fewer=fewer)


@plugin.action("passport-button-look")
async def looks(ctx: Context) -> None:
    """Offer the ways to show a card."""
    await _choosing.offer_looks(ctx)


@plugin.action("passport-button-look")
async def look(ctx: Context, wanted: Look) -> None:
    """Show cards as pictures on dark or light ground, or as text alone."""
    await _changes.look(ctx, wanted)


@plugin.action("passport-button-interests")
async def interests(ctx: Context) -> None:
    """Offer the topics there are."""
    await _interests.show(ctx)


@plugin.action("passport-button-interests")
async def interest(ctx: Context, topic: str, on: bool) -> None:
    """Be interested in the topic of this code, or no longer."""
    await _interests.choose(ctx, topic, on=on)


@plugin.contributes("choices", _interests.FACT.name)
async def topics(ctx: Background) -> Sequence[str]:
    """What a rule over interests can ask for."""
    return await _interests.names(ctx)


@plugin.job(every=timedelta(days=1))
async def tidy_interests(ctx: Background) -> None:
    """Topics that are offered no longer are taken from whoever chose them."""
    if await _interests.tidy(ctx):
        await ctx.later(tidy_interests)


@plugin.action("passport-button-hide")
async def hide(ctx: Context, on: bool) -> None:
    """Show the person to others, or do not."""
    await _changes.hide(ctx, hidden=on)
