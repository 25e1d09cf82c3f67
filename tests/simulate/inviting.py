"""What people do about referrals: they ask for their code, bring others along, and try what should bring nothing."""

import re
from collections.abc import Sequence

from bot.community.activities import ORDER_REFUNDED, ORDERED, Activities
from bot.community.communities import Communities
from bot.community.people import People
from bot.core.settings import PluginSettings
from bot.model.identity import Role
from tests.simulate.acts import Act
from tests.simulate.coming import comes_in, goes, newcomer
from tests.simulate.doing import presses, says, submits
from tests.simulate.people import Resident
from tests.simulate.town import Town

MOST = 60
WAYS = ("invite", "invite", "invite", "invite", "code", "code", "both", "apart", "before", "self", "self", "none")
CROWD = 3


async def open_the_doors(town: Town) -> None:
    """So that something comes of it within a few days; of the rest each seed has its own."""
    rng = town.rng
    chosen: dict[str, object] = {"days_stayed": rng.choice((0, 1, 1, 2)), "days_pending": rng.choice((0, 1, 2))}
    chosen |= {"order": rng.random() < 0.3, "least_account_days": rng.choice((0, 0, 30)), "codes_in_a_day": 3}
    async with town.bot.app.parts.work() as work:
        community = (await Communities(work).all())[0]
        settings = PluginSettings(work, town.bot.app.parts.registry, community.id)
        await settings.configure(settings.plugin("referrals"), chosen, None)
    town.passes_over_changes()
    town.ledger.brought.always_orders = bool(chosen["order"])


async def bring(town: Town) -> None:
    """Somebody new comes: by an invite, by a code, by both, by contradicting ones, or by themself."""
    if len(town.chat.people) >= MOST:
        return
    way = town.rng.choice(WAYS)
    inviter = await _inviter(town)
    other = await _inviter(town) if way == "apart" else inviter
    if inviter is None or other is None:
        return
    person = newcomer(town, second_of=inviter if way == "self" else None)
    if way == "before":
        await _claims(town, person, _code(town, inviter))
    by = "" if way in ("code", "none") else _way(town, inviter)
    await comes_in(town, person, by)
    if way in ("code", "both", "apart"):
        await _claims(town, person, _code(town, other))


async def _inviter(town: Town) -> Resident | None:
    """Somebody who has a code and an invite to pass on, most of the time one of those who had them before."""
    notes = town.ledger.brought
    known = [person for person in town.chat.people if person.user_id in set(notes.codes.values())]
    if known and town.rng.random() < 0.7:
        return town.rng.choice(known)
    person = town.anybody()
    await says(town, person, "refer")
    return person if _code(town, person) else None


def _code(town: Town, person: Resident) -> str:
    codes = town.ledger.brought.codes
    return next((code for code in reversed(codes) if codes[code] == person.user_id), "")


def _way(town: Town, person: Resident) -> str:
    ways = town.ledger.brought.ways
    return next((way for way in reversed(ways) if ways[way] == person.user_id), "")


async def _claims(town: Town, person: Resident, code: str) -> None:
    """They say who brought them, and mean it, most of the time."""
    if not code:
        return
    seen, spec = len(town.chat.shown(person)), town.bot.app.parts.registry.commands["invited",]
    await town.says(person, f"/invited {code}", spec, privately=True)
    if town.rng.random() < 0.9:
        await presses(town, person, seen, ["referrals.claim_by"])


async def claim(town: Town) -> None:
    """Somebody claims a code, who may have been here for long, and may have been brought by somebody else."""
    if (inviter := await _inviter(town)) is not None:
        await _claims(town, town.anybody(), _code(town, inviter))


async def share(town: Town) -> None:
    """A code stands where everybody reads it, and many type it at once."""
    if (inviter := await _inviter(town)) is None:
        return
    for _ in range(CROWD):
        if len(town.chat.people) < MOST and town.rng.random() < 0.7:
            person = newcomer(town)
            await comes_in(town, person)
        else:
            person = town.anybody()
        await _claims(town, person, _code(town, inviter))


async def part(town: Town) -> None:
    """Somebody who was brought leaves, or comes back, perhaps by another invite."""
    if not (people := _brought(town)):
        return
    person, notes = town.rng.choice(people), town.ledger.brought
    if town.standing(person).left:
        await comes_in(town, person, town.rng.choice(("", *notes.ways)))
    elif person.user_id in notes.inside:
        await goes(town, person)


def _brought(town: Town) -> list[Resident]:
    """Whoever came by an invite or named a code."""
    users = {user for user, _ in town.ledger.brought.causes}
    return [person for person in town.chat.people if person.user_id in users]


async def come_along(town: Town) -> None:
    """Some of those who were brought say hello while the stream is on."""
    here = [person for person in _brought(town) if not town.standing(person).left]
    for person in town.rng.sample(here, min(4, len(here))):
        town.standing(person).spoken += 1
        await town.says(person, "hello", None)


async def buy(town: Town) -> None:
    """Somebody who was brought orders something."""
    people = _brought(town)
    await order(town, town.rng.choice(people) if people and town.rng.random() < 0.7 else town.anybody())


async def order(town: Town, person: Resident) -> None:
    """An order is nobody else's business."""
    reference = f"order {town.secret(person)}"
    await town.does(Act(person, f"buys: {reference}"), lambda: _record(town, person, ORDERED, reference))
    town.ledger.brought.orders[reference] = person.user_id, town.now


async def refund(town: Town) -> None:
    """One of the orders goes back."""
    notes = town.ledger.brought
    if not (left := [one for one in notes.orders if one not in notes.refunded]):
        return
    reference = town.rng.choice(left)
    person = next(one for one in town.chat.people if one.user_id == notes.orders[reference][0])
    notes.refunded.add(reference)
    act = Act(None, f"{person.user_id} sends back: {reference}")
    await town.does(act, lambda: _record(town, person, ORDER_REFUNDED, reference))


async def _record(town: Town, person: Resident, kind: str, reference: str) -> None:
    async with town.bot.app.parts.work() as work:
        community = (await Communities(work).all())[0]
        member = await People(work).recognise(person.actor, community)
        await Activities(work).record(community.id, member.id, kind, reference, value=42.0)


async def judge(town: Town) -> None:
    """A moderator looks at what is doubtful, and says yes or no; sometimes something is taken back that stands."""
    rng, person = town.rng, town.anybody(Role.MODERATOR)
    seen = len(town.chat.shown(person))
    if rng.random() < 0.2:
        await says(town, person, "referral list")
        await presses(town, person, seen, ["referrals.look_at"])
        await presses(town, person, seen, ["referrals.take_back", "referrals.approve"])
        return
    await says(town, person, "referral queue")
    if await presses(town, person, seen, ["referrals.look_at"]):
        decides = ["referrals.refuse"] if rng.random() < 0.3 else ["referrals.approve"]
        await presses(town, person, seen, decides)


async def campaign(town: Town) -> None:
    """A moderator begins a campaign, or ends the one that is on."""
    rng, person = town.rng, town.anybody(Role.MODERATOR)
    seen = len(town.chat.shown(person))
    await says(town, person, "referral campaign")
    if rng.random() < 0.4 and await presses(town, person, seen, ["referrals.campaign_page"]):
        await presses(town, person, seen, ["referrals.end_campaign"])
    elif await presses(town, person, seen, ["referrals.campaign_form"], "0"):
        values = {"name": f"Days {len(town.trail)}", "begins": "", "ends": rng.choice(("in 3 d", "in 30 h"))}
        await submits(town, person, values | {"bonus": rng.choice(("0", "5", "30")), "words": "Come along!"})


async def forget(town: Town) -> None:
    """Somebody who brought others, or was brought, has it all deleted. Nobody with a role: these are reckoned."""
    users = {user for pair in town.ledger.brought.causes for user in pair}
    roles = {user: town.model.people[user].role for user in users if user in town.model.people}
    if people := [person for person in town.people if roles.get(person.user_id) is Role.MEMBER]:
        person = town.rng.choice(people)
        seen = len(town.chat.shown(person))
        await says(town, person, "forget")
        await presses(town, person, seen, ["passport.forget_now"])


def addresses(texts: Sequence[str]) -> list[str]:
    """The invites that somebody reads."""
    return [one for text in texts for one in _ADDRESS.findall(text)]


_ADDRESS = re.compile(r"local:invite-\d+|https://discord\.gg/\S+|https://t\.me/\+\S+")
