"""Two accounts, one member: what each did before and both do after counts once, is shown as one and goes as one."""

import json

import pytest
import sqlalchemy as sa

from bot.community.attendance import Attendance
from bot.community.consent import Consents
from bot.delivery.case import JourneyStatus
from bot.delivery.journeys import Journeys
from bot.model.identity import Purpose, Role, Route
from bot.storage.tables import accounts, deliveries, members, persons
from tests.plugins.linking import Evening, evening

pytestmark = pytest.mark.long


async def run_followups(it: Evening) -> None:
    community = await it.community()
    async with it.bot.app.parts.work() as work:
        for kept in await Journeys(work).all(community.id):
            await Journeys(work).set_status(kept, JourneyStatus.RUNNING, None)


async def test_facts_and_card_are_one_and_each_has_its_own_again_after_parting() -> None:
    async with evening() as it:
        await it.stream(it.ann, it.nina)
        await it.stream(it.nina)
        before = await it.facts(it.ann), await it.facts(it.nina)
        assert before[0]["streams_attended"] == 1
        await it.link(it.ann, it.nina)
        assert (await it.facts(it.ann))["streams_attended"] == 2
        assert (await it.facts(it.ann))["streak"] == 2
        card = await it.says(it.nina, "/me")
        assert "Ann" in card.splitlines()[0]
        assert "2 streams" in card
        assert "2 streams" in await it.says(it.ben, "/me Nina")
        await it.unlink(it.ann)
        assert (await it.facts(it.ann), await it.facts(it.nina)) == before


async def test_whoever_checked_in_by_one_account_has_by_the_other() -> None:
    async with evening() as it:
        await it.link(it.ann, it.nina)
        await it.bot.says(it.olga, "/stream start Tea")
        await it.bot.app.turn()
        assert "counted" in await it.presses(it.ann, "I’m here")
        assert "already" in await it.presses(it.nina, "I’m here")


async def test_what_both_did_before_the_link_counts_once_the_older_of_it() -> None:
    async with evening() as it:
        await it.bot.says(it.olga, "/stream start Tea")
        await it.bot.app.turn()
        await it.bot.says(it.olga, "/drop 10")
        await it.bot.app.turn()
        for who in (it.nina, it.ann, it.ben):
            await it.bot.presses(who, "Count me in")
        await it.link(it.ann, it.nina)
        assert "2 people have come" in await it.says(it.olga, "/stream status")
        async with it.bot.app.parts.work() as work:
            summary = await Attendance(work).summary(1)
            seen = await Attendance(work).people(1)
        assert summary.people == 2
        assert summary.person_slots == 2
        assert [one.name for one in seen] == ["Ann", "Ben"]
        await it.bot.passes(minutes=20)
        await it.bot.says(it.olga, "/stream end")
        await it.bot.app.turn()
        assert "2 people" in await it.says(it.olga, "/stream recap")


async def test_a_score_is_given_once_and_counts_once() -> None:
    async with evening() as it:
        await run_followups(it)
        await it.stream(it.ann, it.nina, it.ben)
        await it.bot.passes(hours=23)
        await it.bot.says(it.nina, "/inbox")
        await it.bot.presses(it.nina, "3")
        await it.bot.says(it.ann, "/inbox")
        await it.bot.presses(it.ann, "9")
        await it.link(it.ann, it.nina)
        assert "Scores: one answer" in await it.says(it.olga, "/followups")
        assert (await it.facts(it.ann))["followups_sentiment"] == "detractor"
        assert (await it.facts(it.ann))["feedback_given"] == 1
        assert "3" in await it.presses(it.ann, "7")
        await it.unlink(it.ann)
        assert (await it.facts(it.ann))["followups_sentiment"] == "promoter"


async def test_a_reminder_that_both_asked_for_comes_once_and_is_taken_back_by_either() -> None:
    async with evening() as it:
        await it.bot.says(it.olga, "/stream plan tomorrow 18:30 Tea")
        await it.bot.app.turn()
        for who in (it.ann, it.nina):
            await it.bot.presses(who, "Remind me")
        await it.link(it.ann, it.nina)
        sent = len(it.bot.chat.sent)
        await it.bot.passes(hours=30)
        texts = [str(one.message.text) for one in it.bot.chat.sent[sent:] if one.direct]
        assert len([text for text in texts if "Tea" in text]) == 1
        await it.bot.says(it.olga, "/stream plan tomorrow 18:30 Coffee")
        await it.bot.app.turn()
        await it.bot.presses(it.ann, "Remind me")
        await it.bot.presses(it.nina, "Remind me")
        await it.bot.presses(it.nina, "Don’t remind me")
        sent = len(it.bot.chat.sent)
        await it.bot.passes(hours=30)
        assert not [one for one in it.bot.chat.sent[sent:] if one.direct and "Coffee" in str(one.message.text)]


async def test_the_higher_role_holds_for_both_and_is_taken_from_both() -> None:
    async with evening() as it:
        await it.bot.says(it.olga, "/host add Nina")
        await it.link(it.ann, it.nina)
        assert (await it.member(it.ann)).role is Role.HOST
        assert "started" in (await it.says(it.ann, "/stream start")).lower() or await it.says(it.ann, "/stream status")
        await it.bot.says(it.olga, "/host remove Ann")
        assert (await it.member(it.nina)).role is Role.MEMBER
        await it.unlink(it.ann)
        assert (await it.member(it.nina)).role is Role.MEMBER


async def test_hidden_and_stopped_hold_for_both() -> None:
    async with evening() as it:
        await it.bot.says(it.nina, "/preferences")
        await it.bot.presses(it.nina, "Hide me")
        await it.link(it.ann, it.nina)
        assert "prefers not to be shown" in await it.says(it.ben, "/me Ann")
        await it.bot.says(it.ann, "/stop")
        assert "stopped everything" in await it.says(it.nina, "/preferences")
        await it.bot.says(it.nina, "/resume")
        assert "stopped everything" not in await it.says(it.ann, "/preferences")


async def test_inbox_and_why_show_what_either_account_was_given() -> None:
    async with evening() as it:
        await run_followups(it)
        await it.stream(it.nina)
        await it.bot.passes(hours=1)
        await it.link(it.ann, it.nina)
        assert "Thank you" in await it.says(it.ann, "/inbox")
        assert "Thanks" in await it.says(it.ann, "/why")


async def test_the_host_is_nobody_s_guest_by_another_account() -> None:
    async with evening() as it:
        await it.bot.says(it.olga, "/stream start Tea")
        await it.bot.says(it.ben, "hello")
        await it.bot.passes(minutes=20)
        await it.link(it.olga, it.ben)
        assert "0 people" in await it.says(it.olga, "/stream status") or "nobody" in (
            await it.says(it.olga, "/stream status")
        )
        await it.bot.says(it.olga, "/stream end")
        await it.bot.app.turn()
        async with it.bot.app.parts.work() as work:
            assert await work.value(sa.text("SELECT number FROM streams")) is None  # nobody but its host was there


async def test_shown_is_what_the_account_is_called_that_acts_and_both_are_found() -> None:
    async with evening() as it:
        await it.link(it.ann, it.nina)
        for name in ("Ann", "Nina", "@nina", "local:nina"):
            assert "Ann" in (await it.says(it.ben, f"/me {name}")).splitlines()[0]
        await it.bot.says(it.nina, "/me")
        async with it.bot.app.parts.database.read() as reader:
            rows = await reader.rows(sa.select(members.c.name).order_by(members.c.id))
        assert [name for (name,) in rows] == ["Ann", "Nina", "Ben", "Olga"]


async def test_data_is_shown_of_all_accounts_and_erased_of_all() -> None:
    async with evening() as it:
        await it.bot.says(it.nina, "/q Which clay do you use?")
        await it.stream(it.ann, it.nina)
        await it.link(it.ann, it.nina)
        await it.bot.says(it.ann, "/mydata")
        [file] = it.bot.seen(it.ann)[-1].message.files
        held = json.loads(file.content)["tables"]
        assert {row["external_id"] for row in held["accounts"]} == {"ann", "nina"}
        assert len(held["members"]) == 2
        assert "Which clay" in held["streams_questions"][0]["text"]
        assert "every account that is joined" in await it.says(it.nina, "/forget")
        await it.bot.presses(it.nina, "Forget me")
        await it.bot.passes(minutes=5)
        async with it.bot.app.parts.database.read() as reader:
            for table, left in ((members, 2), (persons, 2), (accounts, 2), (deliveries, 0)):
                rows = await reader.rows(sa.select(table))
                people = [row for row in rows if table is not deliveries or row.member_id is not None]
                assert len(people) == left, table.name


async def test_consent_stays_with_the_account_that_gave_it() -> None:
    async with evening() as it:
        await it.bot.says(it.nina, "/preferences")
        await it.bot.presses(it.nina, "Allow thanks and news")
        await it.link(it.ann, it.nina)
        ann, nina = await it.own_id(it.ann), await it.own_id(it.nina)
        service = (Purpose.SERVICE, Route.DIRECT)
        assert (await it.member(it.nina)).side == nina
        async with it.bot.app.parts.work() as work:
            assert (await Consents(work).of(ann))[service]
            assert not (await Consents(work).of_side(await it.member(it.ann))).get(service)
        await it.bot.says(it.ann, "/preferences")
        await it.bot.presses(it.ann, "No thanks, no news")
        async with it.bot.app.parts.work() as work:
            assert not (await Consents(work).of(nina))[service]


async def test_who_acts_came_to_the_place_only_once_they_are_seen_there_themself() -> None:
    async with evening() as it:
        zoe = it.bot.person("Zoe")
        await it.bot.says(zoe, "/me")
        async with it.bot.app.parts.work() as work:
            gone = sa.update(members).where(members.c.name == "Ann").values(left_at=members.c.joined_at, by_link=True)
            await work.execute(gone)
        await it.link(zoe, it.nina)
        member = await it.member(zoe)
        assert member.name == "Nina"
        await it.bot.says(it.ann, "/me")
        async with it.bot.app.parts.database.read() as reader:
            assert await reader.value(sa.select(members.c.left_at).where(members.c.name == "Ann")) is None


async def test_linking_in_the_middle_of_a_stream_loses_nobody_and_counts_nobody_twice() -> None:
    async with evening() as it:
        await it.bot.says(it.olga, "/stream start Tea")
        for who in (it.ann, it.nina):
            await it.bot.says(who, "hello")
        await it.bot.passes(minutes=1)
        await it.link(it.ann, it.nina)
        await it.bot.passes(minutes=25)
        for who in (it.nina, it.ann):
            await it.bot.says(who, "still here")
        await it.bot.passes(minutes=1)
        await it.bot.says(it.olga, "/stream end")
        await it.bot.passes(minutes=1)
        async with it.bot.app.parts.work() as work:
            assert (await Attendance(work).summary(1)).people == 1
            enrolled = await work.value(sa.text("SELECT count(*) FROM enrolments"))
            attended = await work.rows(sa.text("SELECT value FROM activities WHERE kind = 'attended'"))
        assert enrolled == 1
        assert [value for (value,) in attended] == [2]
