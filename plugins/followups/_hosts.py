"""What hosts are told in their channel about answers, and how one of them replies in person, once."""

from datetime import timedelta
from zlib import crc32

from bot.api import Answers, Background, Consents, Context, Field, FieldKind, People, Streams, Telling, UserError
from plugins.followups._records import Answer, Records

ALERT_LASTS = timedelta(hours=48)
REPLY_LASTS = timedelta(days=7)
LONGEST_REPLY = 1500


async def tell_of_answer(ctx: Background, answer: Answer, why: str, *, again: bool = False) -> int:
    """Tell the hosts why a person is needed: "unhappy", "words" or "question". Returns in how many places.

    `again`: these words take the place of others that the hosts were told.
    """
    member = await ctx.use(People).get(answer.member_id)
    stream = await ctx.use(Streams).get(answer.stream_id)
    title = stream.title if stream else ""
    return await ctx.use(Telling).everybody(
        f"followups:{why}:{answer.id}:{int(ctx.now.timestamp())}:{crc32(answer.words.encode())}",
        f"followups-hosts-{why}",
        buttons=[("followups.reply", answer.id)],
        hosts=True,
        lasts=ALERT_LASTS,
        name=member.name,
        kind=answer.kind,
        value=answer.value or 0,
        words=answer.words,
        again=yes_no(again),
        stream=title,
        titled=yes_no(bool(title)),
    )


def yes_no(value: bool) -> str:
    """A yes or no that a text can select by, for messages that wait in the outbox: JSON's own would be a number."""
    return "yes" if value else "no"


async def ask_for_reply(ctx: Context, answer_id: int) -> None:
    """Open the form in which a host writes back. Raises UserError when somebody did already, or nobody may."""
    answer = await _open(ctx, answer_id)
    await _refuse_if_stopped(ctx, answer, "")
    name = (await ctx.use(People).get(answer.member_id)).name
    field = Field("text", str(ctx.t("followups-reply-field")), FieldKind.LONG_TEXT, str(ctx.t("followups-reply-help")))
    await ctx.ask("followups.send_reply", answer_id, title=ctx.t("followups-reply-title", name=name), fields=[field])


async def send_reply(ctx: Context, answer_id: int, answers: Answers) -> None:
    """Send what the host wrote to the person who answered; only one reply ever leaves.

    Whoever wrote asked for an answer. A score alone asks for nothing, so its reply leaves by the person's own consents.
    """
    text = answers.get("text", "").strip()
    if not text:
        raise UserError("followups-reply-empty")
    answer = await Records(ctx).get(answer_id)
    if answer is None:
        raise UserError("followups-answer-gone")
    await _refuse_if_stopped(ctx, answer, text)
    if not await Records(ctx).note_reply(answer_id, ctx.member.id):
        raise UserError("followups-reply-too-late", text=text)
    told = await ctx.use(Telling).member(
        answer.member_id,
        f"followups:reply:{answer_id}",
        "followups-reply-message",
        asked=bool(answer.words),
        lasts=REPLY_LASTS,
        host=ctx.member.name,
        text=text[:LONGEST_REPLY],
        about=answer.kind,
    )
    assert told, "a reply is noted once, so it is told once"
    name = (await ctx.use(People).get(answer.member_id)).name
    await ctx.reply(ctx.t("followups-reply-sent", name=name, cut=len(text) > LONGEST_REPLY, limit=LONGEST_REPLY))


async def _open(ctx: Context, answer_id: int) -> Answer:
    answer = await Records(ctx).get(answer_id)
    if answer is None:
        raise UserError("followups-answer-gone")
    if answer.replied_at is not None:
        raise UserError("followups-replied-already")
    return answer


async def _refuse_if_stopped(ctx: Context, answer: Answer, text: str) -> None:
    """Raises UserError when the person wants no messages and wrote nothing that would ask for one."""
    if not answer.words and await ctx.use(Consents).is_stopped(answer.member_id):
        name = (await ctx.use(People).get(answer.member_id)).name
        raise UserError("followups-reply-stopped", name=name, text=text, written=bool(text))
