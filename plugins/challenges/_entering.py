"""Handing something in: a picture, words, or both; once for each person, to be changed and taken back."""

from collections.abc import Mapping
from typing import Any, Final

import sqlalchemy as sa

from bot.api import Activities, Background, Context, People, Photos, Telling, UserError, in_lines, shortened
from plugins.challenges import _posting
from plugins.challenges._challenge import Challenge, challenge_of, locked, open_one
from plugins.challenges._entry import Entry, Shown, entry_of, own_in
from plugins.challenges._settings import ChallengeSettings
from plugins.challenges._tables import entries, votes, words

ENTERED: Final = "challenge_entered"
"""The activity, once everybody sees it; `reference` is "challenge:<id>"."""

LONGEST: Final = 800
GIVEN_BACK: Final = 1500


async def enter(ctx: Context, challenge_id: int, answers: Mapping[str, str]) -> tuple[Entry, UserError | None]:
    """Keep what was handed in, in the place of what was before; and what was wrong with the picture, if words are left.

    Raises UserError, with the words, where nothing is left, it is too long, or the challenge is over.
    """
    text, handed_in = in_lines(answers.get("text", "")), answers.get("picture", "")
    if len(text) > LONGEST:
        raise UserError("challenges-long", most=LONGEST, text=shortened(text, GIVEN_BACK))
    content, trouble = await _picture(ctx, handed_in)
    challenge = await locked(ctx, challenge_id)
    if not challenge.is_open(ctx.now):
        raise UserError("challenges-over-with-words", theme=challenge.theme, text=text, written=bool(text))
    before = await own_in(ctx, challenge.id, ctx.member.id)
    if not text and content is None and (before is None or before.photo_id is None or trouble is not None):
        raise trouble or UserError("challenges-empty")
    photo_id = before.photo_id if before is not None else None
    if content is not None:
        await ctx.use(Photos).drop(photo_id)
        photo_id = await ctx.use(Photos).keep(ctx.member.id, content)
    entry = await _kept(ctx, challenge, before, text, photo_id)
    if not (await ctx.settings(ChallengeSettings)).moderated:
        entry = await show(ctx, entry.id, entry.turn)
    await _tell_hosts(ctx, challenge, entry)
    await _posting.expect_look(ctx, await challenge_of(ctx, challenge.id))
    return entry, trouble


async def _picture(ctx: Context, handed_in: str) -> tuple[bytes | None, UserError | None]:
    if not handed_in:
        return None, None
    try:
        return await ctx.use(Photos).take(handed_in), None
    except UserError as trouble:
        return None, trouble


async def _kept(ctx: Context, challenge: Challenge, before: Entry | None, text: str, photo_id: int | None) -> Entry:
    """What is changed has no votes any more: they were for something else."""
    now: dict[str, Any] = {"state": Shown.WAITING.value, "photo_id": photo_id}
    if before is None:
        row = {"challenge_id": challenge.id, "member_id": ctx.member.id, "at": ctx.now}
        entry_id = await ctx.db.insert(sa.insert(entries).values(**row, **now))
        await ctx.db.execute(sa.insert(words).values(entry_id=entry_id, member_id=ctx.member.id, text=text))
        return await entry_of(ctx, entry_id)
    await ctx.db.execute(sa.delete(votes).where(votes.c.entry_id == before.id))
    await ctx.db.execute(sa.update(entries).where(entries.c.id == before.id).values(turn=before.turn + 1, **now))
    await ctx.db.execute(sa.update(words).where(words.c.entry_id == before.id).values(text=text))
    return await entry_of(ctx, before.id)


async def show(ctx: Background, entry_id: int, turn: int) -> Entry:
    """Everybody sees it from now on. Raises UserError where it was changed since a host looked, or it is over."""
    entry = await _as_seen(ctx, entry_id, turn)
    if entry.state is Shown.SHOWN:
        return entry
    number = entry.number
    if number is None:
        last = sa.select(sa.func.max(entries.c.number)).where(entries.c.challenge_id == entry.challenge_id)
        number = int(await ctx.db.value(last) or 0) + 1
    now = {"state": Shown.SHOWN.value, "number": number}
    await ctx.db.execute(sa.update(entries).where(entries.c.id == entry.id).values(**now))
    if entry.member_id is not None:
        reference = f"challenge:{entry.challenge_id}"
        await ctx.use(Activities).record(ctx.community.id, entry.member_id, ENTERED, reference)
    return await _said(ctx, entry)


async def refuse(ctx: Background, entry_id: int, turn: int) -> Entry:
    """Nobody but hosts and its author sees it, who is told so. Raises UserError as `show` does."""
    entry = await _as_seen(ctx, entry_id, turn)
    if entry.state is Shown.REFUSED:
        return entry
    await ctx.db.execute(sa.update(entries).where(entries.c.id == entry.id).values(state=Shown.REFUSED.value))
    await ctx.db.execute(sa.delete(votes).where(votes.c.entry_id == entry.id))
    if entry.member_id is not None:
        await ctx.use(Telling).member(
            entry.member_id,
            f"challenge-refused:{entry.name}:{entry.turn}",
            "challenges-refused-message",
            buttons=[[("challenges.join_form", entry.challenge_id)]],
            lasts=_posting.LASTS,
            theme=(await challenge_of(ctx, entry.challenge_id)).theme,
        )
    return await _said(ctx, entry)


async def _as_seen(ctx: Background, entry_id: int, turn: int) -> Entry:
    await open_one(ctx, (await entry_of(ctx, entry_id)).challenge_id)
    entry = await entry_of(ctx, entry_id)
    if entry.turn != turn:
        raise UserError("challenges-entry-changed")
    return entry


async def _said(ctx: Background, entry: Entry) -> Entry:
    challenge, entry = await challenge_of(ctx, entry.challenge_id), await entry_of(ctx, entry.id)
    await _posting.expect_look(ctx, challenge)
    await _tell_hosts(ctx, challenge, entry)
    return entry


async def withdraw(ctx: Context, entry_id: int) -> Entry:
    """It is gone, wherever it stood. Once votes were counted its number and place stay. Raises UserError."""
    entry = await entry_of(ctx, entry_id)
    challenge = await locked(ctx, entry.challenge_id)
    if entry.member_id != ctx.member.id:
        raise UserError("challenges-entry-not-yours")
    await ctx.use(Telling).take_back(_hosts_post(entry))
    await ctx.use(Telling).take_back(_posting.winners_post(entry))
    await ctx.use(Photos).drop(entry.photo_id)
    await ctx.db.execute(sa.delete(words).where(words.c.entry_id == entry.id))
    if entry.votes is None:
        await ctx.db.execute(sa.delete(votes).where(votes.c.entry_id == entry.id))
        await ctx.db.execute(sa.delete(entries).where(entries.c.id == entry.id))
        await _posting.expect_look(ctx, challenge)
    else:
        await ctx.db.execute(sa.update(entries).where(entries.c.id == entry.id).values(photo_id=None))
    return entry


async def _tell_hosts(ctx: Background, challenge: Challenge, entry: Entry) -> None:
    """Hosts see what came in and can decide by one press; those without a place of their own are told of what waits."""
    name, rows = _hosts_post(entry), [host_buttons(entry)]
    values: dict[str, Any] = {
        "theme": challenge.theme,
        "who": await ctx.use(People).name_of(entry.member_id),
        "known": "yes",
        "text": entry.text,
        "written": "yes" if entry.text else "no",
        "state": entry.state.value,
        "changed": "yes" if entry.turn else "no",
    }
    values |= {"of": entry.member_id, "photo": entry.photo_id, "says": "challenges-photo-of"}
    once, lasts = f"{name}:{entry.turn}" if entry.state is Shown.WAITING else None, _posting.LASTS
    await ctx.use(Telling).for_hosts(name, "challenges-hosts-post", once=once, buttons=rows, lasts=lasts, **values)


def host_buttons(entry: Entry) -> list[tuple[str, int, int]]:
    """What hosts can do about it."""
    found = [] if entry.state is Shown.SHOWN else ["challenges.show_it"]
    found += [] if entry.state is Shown.REFUSED else ["challenges.refuse"]
    return [(name, entry.id, entry.turn) for name in found]


def _hosts_post(entry: Entry) -> str:
    return f"challenge-entry:{entry.name}"
