"""Setup: a wizard in chat, from the invite to the first stream, in small steps that can be left and done again."""

from typing import Literal, get_args

from bot.api import (
    ActionStyle,
    Answers,
    Background,
    Context,
    Here,
    Plugin,
    Role,
    SpaceEntered,
    UserError,
    echoed,
    folded,
    plain,
)
from plugins.setup import (
    _doors,
    _hello,
    _hosts,
    _joining,
    _language,
    _places,
    _plugins,
    _rooms,
    _routes,
    _screen,
    _zone,
)

plugin = Plugin("setup", locked=True)

What = Literal["hosts", "posts", "door", "join", "part"]
WHAT = get_args(What)


@plugin.on(SpaceEntered)
async def entered(ctx: Background, event: SpaceEntered) -> None:
    """Say hello once, where the bot may write, with the button to begin."""
    await _hello.say_hello(ctx, event.space_id)


@plugin.command(least=Role.MODERATOR, by_owner=True, examples=["/setup", "/setup hosts here", "/setup join"])
async def setup(
    ctx: Context,
    here: Here,
    what: What | None = None,
    where: str | None = None,
) -> None:
    """Set me up step by step, say what this place is for, or let it join a community."""
    if what == "part":
        await _joining.part(ctx, here)
        return
    if ctx.member.role < Role.MODERATOR:  # whoever owns a space that joined may let it go, and no more than that
        raise UserError("not-allowed", role=Role.MODERATOR.name.lower())
    if what is None:
        if where:
            raise UserError("option-choice", option="what", given=echoed(where), choices=", ".join(WHAT))
        await _screen.begin(ctx)
    elif what == "join":
        await _joining.typed(ctx, where or "")
    elif where and folded(where) not in map(folded, plain(ctx.t("setup-here")).split(", ")):
        raise UserError("option-choice", option="where", given=echoed(where), choices="here")
    elif what == "door":
        await _doors.screen(ctx, here)
    elif what != "hosts" or not await _rooms.offer(ctx, here):
        seen = await _places.look(ctx)
        await _screen.show(ctx, _screen.PLACES, await _places.take_this(ctx, what, here, seen), seen)


@plugin.action("setup-set-me-up", style=ActionStyle.MAIN, least=Role.MODERATOR)
async def begin(ctx: Context) -> None:
    """Begin with the first step."""
    await _screen.begin(ctx)


@plugin.action("setup-step", least=Role.MODERATOR)
async def step(ctx: Context, number: int) -> None:
    """The step of that number, as it stands now."""
    await _screen.show(ctx, number)


# ---- language and zone --------------------------------------------------------------------------------------------


@plugin.action("setup-language", least=Role.MODERATOR)
async def language(ctx: Context, name: str) -> None:
    """Speak this language here."""
    await _screen.show(ctx, _screen.LANGUAGE, await _language.choose(ctx, name))


@plugin.action("setup-zone", least=Role.MODERATOR)
async def zone(ctx: Context, code: str) -> None:
    """Keep this zone's clock."""
    await _screen.show(ctx, _screen.ZONE, await _zone.choose(ctx, code))


@plugin.action("setup-zone-form", least=Role.MODERATOR, opens_form=True)
async def zone_form(ctx: Context) -> None:
    """Ask for a city."""
    await _zone.ask(ctx)


@plugin.action("setup-zone-form", least=Role.MODERATOR)
async def zone_given(ctx: Context, answers: Answers) -> None:
    """Take the city that was typed."""
    said = await _zone.read(ctx, answers.get("city", ""))
    if said is not None:
        await _screen.show(ctx, _screen.ZONE, said)


# ---- hosts --------------------------------------------------------------------------------------------------------


@plugin.command("host list", least=Role.MODERATOR)
async def host_list(ctx: Context) -> None:
    """See who hosts here, and by what."""
    await _hosts.listing(ctx)


@plugin.action("setup-group", least=Role.MODERATOR)
async def group(ctx: Context, space: int, role: str) -> None:
    """Whoever has this role of the network's own hosts here."""
    seen = await _hosts.look(ctx)
    await _screen.show(ctx, _screen.HOSTS, await _hosts.choose_group(ctx, space, role, seen), seen)


@plugin.action("setup-host-form", least=Role.MODERATOR, opens_form=True)
async def host_form(ctx: Context) -> None:
    """Ask for a name."""
    await _hosts.ask(ctx)


@plugin.action("setup-host-form", least=Role.MODERATOR)
async def host_given(ctx: Context, answers: Answers) -> None:
    """Make somebody a host by their name."""
    seen = await _hosts.look(ctx)
    await _screen.show(ctx, _screen.HOSTS, await _hosts.add(ctx, answers.get("name", "")), seen)


@plugin.action("setup-host-off", style=ActionStyle.QUIET, least=Role.MODERATOR)
async def host_off(ctx: Context, member: int) -> None:
    """Make a host a plain member again."""
    seen = await _hosts.look(ctx)
    await _screen.show(ctx, _screen.HOSTS, await _hosts.remove(ctx, member), seen)


# ---- places -------------------------------------------------------------------------------------------------------


@plugin.action("setup-place", least=Role.MODERATOR)
async def place(ctx: Context, part: str, space: int, channel: str) -> None:
    """Post in this channel; for everybody or for hosts."""
    seen = await _places.look(ctx)
    await _screen.show(ctx, _screen.PLACES, await _places.choose(ctx, part, space, channel, seen), seen)


@plugin.action("setup-room", least=Role.MODERATOR)
async def room(ctx: Context, community: int, space: int) -> None:
    """The hosts of that community meet in that group, which is no community of its own any more."""
    await _rooms.take(ctx, community, space)


@plugin.action("setup-door", least=Role.MODERATOR)
async def door_of(ctx: Context, space: int) -> None:
    """That group is a door of the community."""
    await _doors.make(ctx, space)


@plugin.action("setup-door", least=Role.MODERATOR)
async def door_here(ctx: Context, community: int, space: int) -> None:
    """The group where it is pressed is a door of that community."""
    await _doors.make_here(ctx, community, space)


@plugin.action("setup-door-close", style=ActionStyle.QUIET, least=Role.MODERATOR)
async def door_off(ctx: Context, door: str) -> None:
    """A door is one no more."""
    await _doors.close(ctx, door)


# ---- several places, one community --------------------------------------------------------------------------------


@plugin.action("setup-join-screen", style=ActionStyle.QUIET, least=Role.MODERATOR)
async def join_screen(ctx: Context) -> None:
    """What joined, and what could."""
    await _joining.screen(ctx)


@plugin.action("setup-join-code", least=Role.OWNER)
async def join_code(ctx: Context) -> None:
    """A code for another place."""
    await _joining.show_code(ctx)


@plugin.action("setup-join-form", least=Role.MODERATOR, opens_form=True)
async def join_form(ctx: Context) -> None:
    """Ask for the code that the other place shows."""
    await _joining.ask(ctx)


@plugin.action("setup-join-form", least=Role.MODERATOR)
async def join_given(ctx: Context, answers: Answers) -> None:
    """Take the code that was typed."""
    await _joining.take(ctx, answers.get("code", ""))


@plugin.action("setup-join-agree", style=ActionStyle.MAIN, least=Role.OWNER)
async def join_agree(ctx: Context, request: int) -> None:
    """Let this place join."""
    await _joining.agree(ctx, request)


@plugin.action("setup-join-refuse", style=ActionStyle.QUIET, least=Role.MODERATOR)
async def join_refuse(ctx: Context, request: int) -> None:
    """Leave it as it is."""
    await _joining.refuse(ctx, request)


@plugin.action("setup-join-own", least=Role.OWNER)
async def join_own(ctx: Context, space: int) -> None:
    """Ask whether a place that the presser owns is to join."""
    await _joining.offer_own(ctx, space)


@plugin.action("setup-join-agree", style=ActionStyle.MAIN, least=Role.OWNER)
async def join_own_now(ctx: Context, space: int) -> None:
    """Let it join."""
    await _joining.take_own(ctx, space)


@plugin.action("setup-join-trust", least=Role.OWNER)
async def trust(ctx: Context, space: int, counts: str) -> None:
    """Whether whoever runs a place that joined runs the community too."""
    await _joining.trust(ctx, space, counts=counts == "yes")


@plugin.action("setup-part", style=ActionStyle.QUIET)
async def part_ask(ctx: Context, space: int) -> None:
    """Ask whether a place is to go its own way; its owner may, whatever they are in the community."""
    await _joining.ask_to_part(ctx, space)


@plugin.action("setup-part-now", style=ActionStyle.DANGER)
async def part_now(ctx: Context, space: int) -> None:
    """Let it go."""
    await _joining.part_now(ctx, space)


# ---- plugins and routes -------------------------------------------------------------------------------------------


@plugin.action("setup-switch", least=Role.MODERATOR)
async def switch(ctx: Context, name: str, state: str) -> None:
    """Turn a plugin on or off; the button says which."""
    seen = await _plugins.look(ctx)
    await _screen.show(ctx, _screen.PLUGINS, await _plugins.switch(ctx, name, on=state == "on"), seen)


@plugin.action("setup-route", least=Role.MODERATOR)
async def route(ctx: Context, way: str) -> None:
    """Let follow-ups go into inboxes only, or also to those who agreed to direct messages."""
    await _screen.show(ctx, _screen.ROUTES, await _routes.choose(ctx, way))


@plugin.action("setup-test", style=ActionStyle.MAIN, least=Role.MODERATOR)
async def test(ctx: Context) -> None:
    """Send the presser a real follow-up by the real way."""
    await _routes.test(ctx)


@plugin.action("setup-arrived", least=Role.MODERATOR)
async def arrived(ctx: Context) -> None:
    """What came of the test."""
    await _routes.arrived(ctx)
