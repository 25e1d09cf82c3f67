"""What people say to the bot in plain words, by its name before everybody or in private, and what must hold of it."""

from collections.abc import Iterator
from datetime import timedelta

from bot.text.markup import plain
from plugins.assistant._asking import BEFORE_ALL_WITHIN, MOST_BEFORE_ALL, MOST_IN_COMMUNITY
from tests.simulate.acts import Act
from tests.simulate.machines import ASKED
from tests.simulate.town import LANGUAGES, Town

SAID = (*ASKED, "thanks!", "ahoj", "you are useless", "I want a person")


async def call(town: Town) -> None:
    """Somebody calls the bot by its name where everybody reads it, perhaps again and again."""
    person, often = town.anybody(), town.rng.choice((1, 1, 2, 9))
    for _ in range(often):
        if not town.standing(person).left:
            town.standing(person).spoken += 1
            await town.tells(person, town.rng.choice(SAID if often == 1 else ASKED), privately=False)


async def write(town: Town) -> None:
    """Somebody writes to the bot in private, what nobody else may read."""
    person = town.anybody()
    for _ in range(town.rng.choice((1, 2))):
        await town.tells(person, f"{town.rng.choice(SAID)} {town.secret(person)}", privately=True)
        if town.rng.random() < 0.3:
            await town.passes(timedelta(minutes=town.rng.choice((1, 12))))


# ---- what must hold -----------------------------------------------------------------------------------------------


def words_are_answered_where_they_were_said(town: Town, act: Act) -> Iterator[str]:
    """In private each is answered, and only there; before all no machine words it; what may not be stored is not."""
    if not act.is_plain or act.person is None:
        return
    if act.is_unkept and act.stored:
        yield f"{act.words} was stored"
    answers = [shown for shown in act.seen if not shown.key]
    posted = [plain(shown.message.text) for shown in act.posted if not shown.key]
    if act.is_private:
        yield from (f"{act.words}, and all read {text[:200]}" for text in posted)
        if not (answers or act.died or act.was_blocking or act.answer_lost or act.again):
            yield f"{act.words} got no answer"
        return
    yield from (f"{act.words} was answered in private" for shown in answers if shown.private)
    worded = [town.text("assistant-worded", language) for language in LANGUAGES]
    yield from (f"a machine worded before all: {text[:200]}" for text in posted if any(one in text for one in worded))


def few_are_answered_before_all(town: Town) -> Iterator[str]:
    """Within ten minutes no more questions are answered before everybody than fill no channel."""
    sql = """SELECT (SELECT count(*) FROM assistant_questions AS a
                     WHERE a.before_all AND a.id <= b.id AND a.at > b.at - :within
                     AND (a.member_id = b.member_id OR NOT :own))
             FROM assistant_questions AS b WHERE b.before_all"""
    within = BEFORE_ALL_WITHIN // timedelta(microseconds=1)
    for own, most in ((True, MOST_BEFORE_ALL), (False, MOST_IN_COMMUNITY)):
        many = max(town.books.column(sql, within=within, own=own), default=0)
        if many > most:
            yield f"{many} answers before all within {BEFORE_ALL_WITHIN}{' to one person' if own else ''}"
