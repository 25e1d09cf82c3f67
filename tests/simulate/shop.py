"""What people do about rewards: hosts make, stock, deliver and take back; members claim, wait, decide and give up."""

from collections.abc import Mapping, Sequence

from bot.model.identity import Role
from tests.simulate.doing import presses, says, submits
from tests.simulate.people import Resident
from tests.simulate.town import Town

RICH = 8
TIMED = ("slot", "stream")
KINDS = ("custom", "custom", "code", "content", "slot", "stream", "role")
WARES = ("Mug", "Tea with Hana", "Kelímek", "Backstage", "A wish")
SOON = ("in 20 min", "in 2 h", "in 3 d", "tomorrow 18:30", "in 30 h")
DECIDES = ("say_yes", "say_yes", "say_no", "gift_kept", "ask_give_up", "give_up", "wait_not", "open_grant")
TAKES = ("claim", "claim", "claim_time", "claim_time", "wait", "wait", "gift_form")


async def open_shop(town: Town) -> None:
    """Before anything else: some rewards, and points for some."""
    for kind in town.rng.sample(sorted(set(KINDS)), 3):
        await make(town, kind)
    people = list(town.people)
    for person in town.rng.sample(people, min(RICH, len(people))):
        name = f'"{person.name}"' if " " in person.name else person.name
        await says(town, town.anybody(Role.MODERATOR), "give points", f"{name} {town.rng.randint(3, 20)} hello")


async def stock_shop(town: Town) -> None:
    """A moderator makes one reward more."""
    await make(town, town.rng.choice(KINDS))


async def make(town: Town, kind: str) -> None:
    """A moderator makes a reward and puts it on offer, a form after another; any of it may fail."""
    rng, person = town.rng, town.anybody(Role.MODERATOR)
    title = f"{rng.choice(WARES)} {len(town.trail)}"
    seen = len(town.chat.shown(person))
    await says(town, person, "reward create", f"{kind} {title}")
    await _fills(town, person, seen, ["numbers"], _numbers(town, kind))
    if kind == "content" or rng.random() < 0.2:
        await _fills(town, person, seen, ["words"], {"content": "Here it is."})
    if rng.random() < 0.3:
        await _fills(town, person, seen, ["window"], {"hold_minutes": "10", "can_gift": rng.choice(("yes", "no"))})
    if kind == "stream":
        await _presses(town, person, seen, ("targets",))
        await _presses(town, person, seen, ("new_room",))
    if kind in TIMED:
        seats = rng.choice((1, 1, 2))
        await says(town, person, "reward times", f"{_newest(town)} {rng.choice(SOON)} 30 {seats}")
    if kind == "code":
        codes = "\n".join(f"voucher{len(town.trail)}{number}x" for number in range(rng.randint(1, 3)))
        await _presses(town, person, seen, ("codes_form",))
        await submits(town, person, {"codes": codes})
    if kind == "role":
        await _presses(town, person, seen, ("targets",))
        await _presses(town, person, seen, ("target_form",))
        await submits(town, person, {"ref": town.chat.badge})
    await _presses(town, person, seen, ("put_on_offer",))


def _numbers(town: Town, kind: str) -> Mapping[str, str]:
    rng = town.rng
    stock = "" if kind == "code" or kind in TIMED else str(rng.randint(1, 3))
    lasts = rng.choice(("", "1", "2")) if kind in ("role", "content") else ""
    price, per_member = rng.choice(("0", "1", "2", "3", "8")), rng.choice(("", "1", "1"))
    numbers = {"price": price, "stock": stock, "per_member": per_member, "cost": ""}
    return numbers if kind in TIMED else {**numbers, "lasts_days": lasts}


async def claim(town: Town) -> None:
    """Somebody looks at what is on offer and takes it, stands in line, or gives it to a friend."""
    person = _somebody_rich(town)
    if not (ids := _on_offer(town)) or town.rng.random() < 0.2:
        await says(town, person, "rewards")
        await _presses(town, person, len(town.chat.shown(person)) - 1, ("show",))
    else:
        await _takes(town, person, town.rng.choice(ids))


async def rush(town: Town) -> None:
    """Some want the same, one after another."""
    if ids := _on_offer(town):
        reward_id = town.rng.choice(ids)
        for _ in range(town.rng.randint(2, 6)):
            await _takes(town, _somebody_rich(town), reward_id)


async def _takes(town: Town, person: Resident, reward_id: int) -> None:
    seen = len(town.chat.shown(person))
    await says(town, person, "rewards", f"#{reward_id}")
    await _presses(town, person, seen, TAKES)
    await _names_a_friend(town, person)
    if town.rng.random() < 0.4:
        await _presses(town, person, seen, ("say_yes", "say_yes", "ask_give_up"))


async def make_up_mind(town: Town) -> None:
    """Somebody who has something, or for whom something is kept, takes it, gives it away, or lets it go."""
    sql = """SELECT member_id FROM rewards_grants WHERE state IN ('held', 'delivering', 'granted')
             AND member_id IS NOT NULL ORDER BY id"""
    people = [town.members().get(id) for id in town.books.column(sql)]
    known = [person for person in town.people if person.user_id in people]
    person = town.rng.choice(known) if known else town.anybody()
    if town.rng.random() < 0.4:
        await says(town, person, "mine")
    await _presses(town, person, 0, DECIDES)
    await _names_a_friend(town, person)


async def serve(town: Town) -> None:
    """A host delivers, cannot, or takes something back; with or without the points."""
    rng = town.rng
    sql = (
        """SELECT g.id, g.reward_id FROM rewards_grants g WHERE state IN ('held', 'delivering', 'granted') ORDER BY 1"""
    )
    if not (alive := town.books.rows(sql)):
        return
    grant_id, reward_id = rng.choice(alive)
    person = town.anybody(Role.MODERATOR if rng.random() < 0.5 else Role.HOST)
    pressed = await _presses(town, person, 0, ("delivered", "cannot"), first=str(grant_id))
    if pressed or rng.random() < 0.4:
        return
    seen = len(town.chat.shown(person))
    await says(town, person, "reward show", f"#{reward_id}")
    await _presses(town, person, seen, ("people_page",))
    await _presses(town, person, seen, ("host_grant",), first=str(grant_id))
    await _presses(town, person, seen, ("delivered", "cannot", "revoke"), first=str(grant_id))


async def restock(town: Town) -> None:
    """A moderator says how many there are, hands one out, or makes another time."""
    ids, rng = town.books.column("SELECT id FROM rewards_rewards ORDER BY id"), town.rng
    if not ids:
        return
    person, reward = town.anybody(Role.MODERATOR), f"#{rng.choice(ids)}"
    what = rng.random()
    if what < 0.6:
        await says(town, person, "reward stock", f"{reward} {rng.randint(0, 4)}")
    elif what < 0.8:
        name = rng.choice(town.people).name
        named = f'"{name}"' if " " in name else name
        await says(town, person, "reward grant", f"{named} {reward}")
    else:
        await says(town, person, "reward times", f"{reward} {rng.choice(SOON)} 30 1")


def _on_offer(town: Town) -> Sequence[int]:
    return town.books.column("SELECT id FROM rewards_rewards WHERE is_open ORDER BY id")


def _somebody_rich(town: Town) -> Resident:
    """Mostly somebody who has points."""
    sql = "SELECT member_id FROM balances WHERE posted > 0 ORDER BY member_id"
    rich = {town.members().get(id) for id in town.books.column(sql)}
    known = [person for person in town.people if person.user_id in rich]
    return town.rng.choice(known) if known and town.rng.random() < 0.8 else town.anybody()


# ---- parts --------------------------------------------------------------------------------------------------------


async def _presses(town: Town, person: Resident, seen: int, names: Sequence[str], *, first: str = "") -> bool:
    return await presses(town, person, seen, [f"rewards.{name}" for name in names], *([first] if first else []))


async def _fills(town: Town, person: Resident, seen: int, which: Sequence[str], values: Mapping[str, str]) -> None:
    """One of the forms below a reward."""
    if await presses(town, person, seen, ["rewards.edit"], *which):
        await submits(town, person, values)


async def _names_a_friend(town: Town, person: Resident) -> None:
    if (forms := town.chat.forms(person)) and any(field.name == "friend" for field in forms[-1].fields):
        await town.submits(person, forms[-1], {"friend": town.rng.choice(town.people).name})


def _newest(town: Town) -> str:
    return f"#{town.books.value('SELECT max(id) FROM rewards_rewards') or 0}"
