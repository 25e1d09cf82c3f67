"""What must hold: after each act and at every moment of rest. Each rule says what is wrong, or nothing.

`door` holds the rules for what leaves, `closing` those for the end. Whoever adds a rule puts it into one of the lists
at the bottom.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from bot.core.declarations import Command
from bot.model.decisions import Reason, State
from bot.model.identity import Purpose, Role, Route
from bot.model.journeys import Journey
from bot.model.titles import plugin_named
from bot.platforms.local.records import Shown
from bot.storage.types import from_micros
from bot.text.markup import plain
from tests.simulate.acts import Act
from tests.simulate.addressing import few_are_answered_before_all, words_are_answered_where_they_were_said
from tests.simulate.brought import referrals_are_noted, referrals_hold
from tests.simulate.families import are_one, forgotten_are_new
from tests.simulate.machines import nothing_made_up_is_shown, tokens_are_accounted_for
from tests.simulate.points import points_add_up
from tests.simulate.remarks import feedback_is_noted, feedback_stands
from tests.simulate.rewards import codes_are_read_by_one, rewards_are_sound
from tests.simulate.supporters import (
    decisions_that_count,
    ideas_are_noted,
    supporters_are_shown,
    supporters_stand,
)
from tests.simulate.talks import talks_hold, words_are_noted
from tests.simulate.town import LANGUAGES, AfterAct, Check, OfShown, Town
from tests.simulate.trials import (
    reviews_are_shown_by_leave,
    seats_are_kept,
    trials_are_noted,
    votes_in_challenges_are_one_each,
)
from tests.simulate.votes import figures_are_shown, votes_are_noted, votes_stand

IN_FLIGHT = 20
UNDER_WAY = (State.CLAIMED.value, State.SENDING.value)
DELIVERED = (State.SENT.value, State.UNKNOWN.value, State.ANSWERED.value)
OPENED_MENTION = (State.OPENED.value, Route.MENTION.value)
ENDED = ("ended", "closed")
MESSAGES = "id NOT IN (SELECT delivery_id FROM native_polls) AND (step <> 'effect' OR member_id IS NOT NULL)"
"""Polls of the network's own are opened and closed at no door; `votes` looks at them."""

# ---- after each act -----------------------------------------------------------------------------------------------


def roles_are_kept(town: Town, act: Act) -> Iterable[str]:
    """Who may not is refused and changes nothing; who may is never told that they may not."""
    if act.what is None or act.person is None:
        return []
    if not act.allowed and act.audit:
        return [f"{act.words} changed {act.audit}"]
    if act.died or act.was_blocking or act.again or act.answer_lost or not act.seen:
        return []
    texts = {plain(shown.message.text) for shown in act.seen}
    if texts <= {town.text(key, language) for key in town.chat.instead for language in LANGUAGES}:
        return []
    refused = not texts.isdisjoint(_refusals(town, act))
    if refused == act.allowed:
        return [f"{act.words}: refused is {refused}, allowed is {act.allowed}; it said {sorted(texts)}"]
    return ["a form was opened for somebody who may not"] if act.asked and not act.allowed else []


def _refusals(town: Town, act: Act) -> set[str]:
    assert act.what is not None
    least = town.model.least_of(act.what).name.lower()
    roles = {town.text("not-allowed", language, role=least) for language in LANGUAGES}
    return roles | {town.text("plugin-off", language, name=plugin_named(act.what.plugin)) for language in LANGUAGES}


def changes_are_by_whoever_acts(town: Town, act: Act) -> Iterator[str]:
    """Each line of the audit is of the one who acts, and gives nothing above their own role; the model follows."""
    for _, member, action, subject, before, after, _ in act.audit:
        author = town.members().get(int(str(member))) if member is not None else None
        if act.person is None or author != act.person.user_id:
            yield f"{action} of {subject} by {author}, not by whoever acted"
            continue
        role = town.standing(act.person).role
        if action in ("role", "permission"):
            highest = Role(max(int(str(before)), int(str(after))))
            needed = highest if action == "permission" else Role(min(highest + 1, Role.OWNER))
            if role < needed:
                yield f"{action} of {subject} from {before} to {after} by a {role.name.lower()}"
        value = {"true": True, "false": False}.get(str(after), after)
        town.model.audited(str(action), str(subject), value, town.members())


def everybody_is_answered(town: Town, act: Act) -> Sequence[str]:
    """Whoever uses a command, a button or a form gets an answer; who has left does not see one for everybody."""
    if act.person is None or act.died or act.was_blocking or act.answer_lost:
        return []
    if isinstance(act.what, Command) and act.what.public and town.standing(act.person).left:
        return [] if act.seen or act.posted or act.again else [f"nobody got an answer to {act.words}"]
    return [] if act.seen or act.asked or act.what is None or act.again else [f"{act.words} got no answer"]


# ---- at every moment of rest --------------------------------------------------------------------------------------


def no_complaint_at_the_door(town: Town) -> Sequence[str]:
    """Nothing left that must not, and never too many at once."""
    many = town.chat.watch.most_in_flight
    return [*town.ledger.complaints, *([f"{many} sends at once"] if many > IN_FLIGHT else [])]


def updates_are_handled(town: Town) -> Sequence[str]:
    """What was stored is handled."""
    left = town.books.column("SELECT kind FROM intake WHERE handled_at IS NULL")
    return [f"not handled: {left}"] if left else []


def nothing_counts_twice(town: Town) -> Iterator[str]:
    """There are no more questions and messages than people wrote, and no check-in stands twice."""
    people = town.model.people.values()
    asked = town.books.value("SELECT count(*) FROM activities WHERE kind = 'question_asked'")
    if asked > (wrote := sum(person.questions for person in people)):
        yield f"{asked} questions of {wrote}"
    counted = town.books.value("SELECT coalesce(sum(messages), 0) FROM attendance")
    if counted > (spoken := sum(person.spoken + person.questions for person in people)):
        yield f"{counted} messages of {spoken}"


def deliveries_are_accounted_for(town: Town) -> Iterator[str]:
    """Each row says where it stands and why, and what it says is what the platform saw."""
    sql = f"""SELECT id, state, reason, route, settled_at, member_id, purpose, expires_at, message_ref FROM deliveries
              WHERE {MESSAGES}"""
    for row in town.books.rows(sql):
        if town.ledger.deliveries.get(row[0]) != row:
            yield from (f"delivery {row[0]}: {what}" for what in _wrong_row(town, row[:-1]))
            yield from (f"delivery {row[0]}: {what}" for what in _not_on_the_network(town, row))
            town.ledger.deliveries[row[0]] = row


def _wrong_row(town: Town, row: tuple[object, ...]) -> Iterator[str]:
    id, state, reason, route, settled, member, _, expires = row
    known = town.ledger
    key = f"delivery-{id}"
    if state in UNDER_WAY:
        yield f"still {state} although nobody is at work"
    if reason is None and state != State.PENDING:
        yield f"{state} without a reason"
    if (settled is not None) != State(str(state)).is_final:
        yield f"{state}, settled at {settled}"
    new = 0 if reason == Reason.EDITED else 1  # a post that stands says something else: that is no message more
    if state == State.SENT and (route == "direct" or member is None) and known.delivered.get(key, 0) != new:
        yield f"sent, but the platform saw it {known.delivered.get(key, 0)} times"
    if known.delivered.get(key) and state not in DELIVERED and (state, route) != OPENED_MENTION:
        yield f"delivered, but {state}"
    if state == State.AVAILABLE and settled is not None and int(str(settled)) >= int(str(expires)):
        yield "offered after it had expired"
    if state == State.AVAILABLE and route == "inbox" and _could_be_pushed(town, row):
        yield "only in the inbox, although it could have been pushed"
    before = known.deliveries.get(int(str(id)))
    if before is None or before[1] != state:
        yield from _untrue(town, row)


def _not_on_the_network(town: Town, row: tuple[object, ...]) -> Iterator[str]:
    """What the books say, held against what really stands there, whatever the network answered to the bot."""
    id, state, reason, route, _, member, _, _, ref = row
    copies = town.chat.copies(f"delivery-{id}")
    if copies > 1:
        yield f"{state}, and there {copies} times"
    if copies and state not in DELIVERED and (state, route) != OPENED_MENTION:
        yield f"{state}, but it stands there"
    if state == State.SENT and not copies and reason != Reason.EDITED and (route == "direct" or member is None):
        yield "sent, but it is not there"
    if state == State.SENT and route == "direct":
        user_id, message_id = town.members()[int(str(member))], str(ref).rpartition(":")[2]
        own = [one for one in town.model.people if town.main_of(one) == town.main_of(user_id)]
        if not any(town.chat.stands(one, message_id) for one in own):
            yield f"sent as {ref}, but {own} have no such message"


def _could_be_pushed(town: Town, row: tuple[object, ...]) -> bool:
    """Whether nothing at all stood in the way of a direct message: an easy case, without quiet hours and caps."""
    id, _, _, _, settled, member, purpose, _ = row
    user_id = town.members().get(int(str(member or 0)), "")
    person = town.model.people[user_id]
    closed = person.blocking or user_id in town.ledger.closed_doors or f"delivery-{id}" in town.ledger.refused
    closed |= person.left  # and is a member still by another account, which may not have allowed it
    week_before = from_micros(int(str(settled))) - timedelta(days=7)
    written_to = any(at > week_before for at in person.pushes)
    start, end = town.model.quiet_hours(user_id)
    if not _goes_directly(town, id):
        return False  # its step takes other ways
    if town.books.value("SELECT count(*) FROM communities WHERE pull_only"):
        return False  # a moderator wants nothing but the inbox
    if town.books.value("SELECT count(*) FROM deliveries WHERE member_id = :id AND state = 'unknown'", id=member):
        return False  # what may have arrived counts as a message, so a cap may stand in the way
    return Purpose(str(purpose)) in person.allowed and start == end and not (closed or written_to)


def _goes_directly(town: Town, delivery: object) -> bool:
    """Whether a direct message is among the ways of a delivery's step; one of its own says so itself."""
    sql = """SELECT v.definition, d.step FROM deliveries d JOIN enrolments e ON e.id = d.enrolment_id
             JOIN journey_versions v ON v.journey_id = e.journey_id AND v.version = e.version WHERE d.id = :id"""
    steps = [
        Journey.model_validate_json(definition).step(step) for definition, step in town.books.rows(sql, id=delivery)
    ]
    return all(step is not None and Route.DIRECT in step.routes for step in steps)


def _untrue(town: Town, row: tuple[object, ...]) -> Iterator[str]:
    """A reason that is not so."""
    id, state, reason, _, _, member, purpose, expires = row
    user_id = town.members().get(int(str(member or 0)), "")
    person = town.model.people.get(user_id)
    facts = {
        Reason.EXPIRED: town.bot.latest >= from_micros(int(str(expires))),
        Reason.ALL_STOPPED: town.model.stopped,
    }
    if reason == Reason.ON_AIR:
        sql = "SELECT count(*) FROM streams WHERE state IN ('live', 'ending')"
        facts[Reason.ON_AIR] = bool(town.books.value(sql))
    if reason == Reason.PLUGIN_OFF:
        sql = """SELECT plugin FROM deliveries d JOIN enrolments e ON e.id = d.enrolment_id
                 JOIN journeys j ON j.id = e.journey_id WHERE d.id = :id"""
        facts[Reason.PLUGIN_OFF] = town.books.value(sql, id=id) in town.model.off
    if person is not None:
        facts[Reason.LEFT] = person.left
        # What the first account stopped while they were linked goes on holding for the second one.
        facts[Reason.STOPPED] = person.stopped or user_id in town.seconds
        facts[Reason.NO_CONSENT] = Purpose(str(purpose)) not in person.allowed
    if state in (State.SKIPPED, State.HELD) and not facts.get(Reason(str(reason)), True):
        yield f"{state} as {reason}, which is not so"


def few_are_unknown(town: Town) -> Iterator[str]:
    """What nobody can tell is what the platform itself could not, and at each death no more than was in flight."""
    unknown = town.books.column(f"SELECT id FROM deliveries WHERE state = 'unknown' AND {MESSAGES}")
    lost = sum(f"delivery-{id}" not in town.ledger.unsure for id in unknown)
    if lost > IN_FLIGHT * town.bot.deaths:
        yield f"{lost} deliveries are unknown after {town.bot.deaths} deaths"


def streams_only_go_on(town: Town) -> Iterator[str]:
    """A stream ends at a sign of its life, and stays ended, unless a host's end of it is taken back."""
    sql = "SELECT subject, count(*) FROM audit WHERE action = 'stream.go-on' GROUP BY subject"
    taken_back = {int(subject.removeprefix("stream:")): count for subject, count in town.books.rows(sql)}
    for row in town.books.rows("SELECT id, state, started_at, ended_at, number FROM streams"):
        id, state, started, ended, _ = row
        before = town.ledger.streams.get(id)
        if before == row:
            continue
        again = taken_back.get(id, 0) > town.ledger.taken_back.get(id, 0)
        if before is not None and before[1] in ENDED and (state not in ENDED or ended != before[3]) and not again:
            yield f"stream {id} was {before}, now it is {row}"
        if ended is not None and (ended < started or from_micros(ended) not in town.ledger.signs):
            yield f"stream {id} ended at {from_micros(ended)}, when there was no sign of it"
        town.ledger.streams[id] = row
    town.ledger.taken_back = taken_back
    told = """SELECT name, json_extract(arguments, '$.event.stream_id') AS stream, count(*) FROM jobs
              WHERE name LIKE 'on:StreamEnded:%' GROUP BY plugin, name, stream HAVING count(*) > 1"""
    for name, id, count in town.books.rows(told):
        if count > 1 + taken_back.get(id, 0):
            yield f"{name} was told {count} times of the end of stream {id}"


def journeys_count_from_the_end(town: Town) -> Sequence[str]:
    """The 48 hours count from the stream's last sign of life, once that is known and what follows from it is done."""
    sql = """SELECT e.id FROM enrolments e JOIN streams s ON e.trigger = 'stream:' || s.id
             WHERE e.anchor_at IS NOT s.ended_at AND s.state NOT IN ('live', 'ending')
             AND NOT EXISTS (SELECT 1 FROM jobs WHERE name = 'stream_ended' AND jobs.state = 'pending'
                             AND json_extract(arguments, '$.stream_id') = s.id)"""
    return [f"enrolments {wrong} count from another time"] if (wrong := town.books.column(sql)) else []


def there_is_one_community(town: Town) -> Iterator[str]:
    """Wherever people meet meanwhile; one whose places joined another is there no more."""
    if (count := town.books.value("SELECT count(*) FROM communities WHERE joined_id IS NULL")) > 1:
        yield f"{count} communities"


def nothing_breaks(town: Town) -> Iterator[str]:
    """There is no incident that was not provoked, no failed job, and nothing in the log that tells of a fault."""
    poison = town.books.value("SELECT count(*) FROM incidents WHERE place LIKE 'reading an update of %'")
    if poison > town.ledger.poisoned:
        yield f"{poison} updates could not be read, {town.ledger.poisoned} were broken"
    provoked = """error NOT LIKE 'ProvokedError%' AND error <> 'WordlessError: ProvokedError'
                  AND place NOT LIKE 'reading an update of %'"""
    yield from (
        str(row) for row in town.books.rows(f"SELECT plugin, place, error, trace FROM incidents WHERE {provoked}")
    )
    yield from (str(row) for row in town.books.rows("SELECT plugin, name, arguments FROM jobs WHERE state = 'failed'"))
    yield from town.ledger.logged
    yield from town.chat.objections()


# ---- what is shown ------------------------------------------------------------------------------------------------


def shown_wrongly(town: Town, shown: Shown) -> Iterator[str]:
    """Somebody's secret where others read it."""
    text, only_for, channel = plain(shown.message.text), shown.only_for, shown.channel
    for word, author in town.secrets.items():
        reader = town.model.people[only_for.user_id] if only_for else None
        mine = only_for is not None and are_one(town, only_for.user_id, author)
        hosts = channel == town.chat.hosts or (reader is not None and reader.role >= Role.HOST)
        if word in text and not mine and not hosts:
            yield f"a secret of {author} stands where {only_for or channel} reads it: {text[:200]}"


AFTER_ACT: Sequence[AfterAct] = (
    forgotten_are_new,
    votes_are_noted,
    figures_are_shown,
    ideas_are_noted,
    supporters_are_shown,
    feedback_is_noted,
    referrals_are_noted,
    trials_are_noted,
    words_are_noted,
    words_are_answered_where_they_were_said,
    roles_are_kept,
    changes_are_by_whoever_acts,
    everybody_is_answered,
)
OF_SHOWN: Sequence[OfShown] = (
    shown_wrongly,
    codes_are_read_by_one,
    reviews_are_shown_by_leave,
    nothing_made_up_is_shown,
)
ALWAYS: Sequence[Check] = (
    no_complaint_at_the_door,
    updates_are_handled,
    nothing_counts_twice,
    deliveries_are_accounted_for,
    few_are_unknown,
    streams_only_go_on,
    journeys_count_from_the_end,
    there_is_one_community,
    points_add_up,
    rewards_are_sound,
    votes_stand,
    decisions_that_count,
    supporters_stand,
    feedback_stands,
    referrals_hold,
    seats_are_kept,
    votes_in_challenges_are_one_each,
    talks_hold,
    few_are_answered_before_all,
    tokens_are_accounted_for,
    nothing_breaks,
)
