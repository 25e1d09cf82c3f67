"""Talking to a person: nothing is lost, the bot is silent while a person speaks, and stars are asked for once."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from plugins.assistant._case_tables import cases, duty, lines
from tests.plugins.talking import PARCEL, desk
from tests.plugins.test_assistant import teaches
from tests.snapshots.compare import matches

PARCELS = {"en": "Where is my parcel?", "cs": "Kde je zásilka?"}


@pytest.mark.long
async def test_a_talk_from_the_first_word_to_the_stars() -> None:
    async with desk() as here:
        await teaches(here, "How much is delivery?", "Twelve euros.")
        told = await here.talks(here.ann)
        assert "The team has your words." in told and "Nobody from the team is on duty" in told
        await here.bot.passes(minutes=1)
        [post] = here.hosts()
        assert post.startswith("Ann wants to talk to a person (#1). Nobody has it yet") and f"Ann: {PARCEL}" in post
        assert "Twelve euros." in await here.says(here.ann, "/ask How much is delivery?")  # nobody speaks yet
        assert "It is yours" in await here.presses(here.hana, "Take it")
        assert "Hana has what you wrote" in await here.news(here.ann)
        told = await here.says(here.ann, "/ask How much is delivery?")
        assert "Hana is talking with you, so I keep silent" in told and "Twelve euros." not in told
        assert "How much is delivery?" in (await here.does(here.hana, "case_look", 1))
        assert "on their way to Ann" in await here.answers(here.hana, "It is <b>under way</b>.")
        assert await here.news(here.ann) == "Hana writes to you:\nIt is <b>under way</b>."
        await here.presses(here.ann, "Reply")
        assert "Hana has this as well now." in await here.fills(here.ann, {"text": "Since when?"})
        assert "Ann has written more (#1)." in await here.news(here.hana)
        assert here.hosts()[0].endswith("Ann: Since when?") and len(here.hosts()) == 1
        await here.answers(here.hana, "Since Monday.")
        await here.does(here.hana, "case_back", 1)
        assert "Hana hands you back to me" in await here.news(here.ann)
        assert "Twelve euros." in await here.says(here.ann, "/ask How much is delivery?")
        assert "Thank you for ★★★★☆." in await here.presses(here.ann, "4 ★")
        assert "You gave ★★★★☆ before" in await here.presses(here.ann, "1 ★")
        await here.presses(here.ann, "Add a few words")
        assert "the team reads it" in await here.fills(here.ann, {"text": "Kind."})
        await here.bot.passes(minutes=1)
        assert here.hosts()[0].endswith("It is over, closed by Hana. ★★★★☆ “Kind.”")
        [case] = await here.rows(cases)
        assert (case.state, case.stars, case.remark) == ("closed", 4, "Kind.")


async def test_who_takes_it_second_hears_who_was_first_and_can_take_it_over_on_purpose() -> None:
    async with desk() as here:
        await here.talks(here.ann)
        await here.does(here.hana, "case_take", 1)
        assert "Hana has #1." in await here.does(here.hugo, "case_take", 1)
        assert "Hana has #1, so nothing was done." in await here.answers(here.hugo, "Hello.")
        for action in ("case_back", "case_release"):
            assert "Hana has #1" in await here.does(here.hugo, action, 1)
        assert "It is yours" in await here.does(here.hugo, "case_take_over", 1)
        assert "Hugo has what" in await here.news(here.ann)
        lost = await here.answers(here.hana, "I am first.")
        assert "Hugo has #1" in lost
        await here.answers(here.hugo, "Hello.")
        assert await here.news(here.ann) == "Hugo writes to you:\nHello."


async def test_what_a_host_wrote_while_the_member_ended_it_is_given_back_and_a_late_reply_begins_another_one() -> None:
    async with desk() as here:
        await here.talks(here.ann)
        await here.does(here.hana, "case_take", 1)
        await here.does(here.hana, "case_answer_form", 1)
        assert "How many stars" not in await here.does(here.ann, "case_done", 1)  # no person has said anything
        given = await here.fills(here.hana, {"text": "Wait!"})
        assert "#1 is over: they said that it was all" in given and "What you wrote: Wait!" in given
        assert "That talk is over already." in await here.does(here.ann, "case_done", 1)
        assert "The team has your words." in await here.replies(here.ann, "One more thing.")
        first, second = await here.rows(cases)
        assert first.closed_at is not None and (second.after_id, second.state) == (first.id, "new")
        assert "It goes on from #1." in await here.does(here.hana, "case_look", 2)
        await here.answers(here.hana, "Yes?", 2)
        assert "How many stars" in await here.does(here.ann, "case_done", 2)


async def test_whatever_is_said_is_read_whole_in_the_transcript_and_nothing_in_it_is_markup() -> None:
    async with desk() as here:
        long = "*_`<&" * 200
        for _ in range(4):
            await here.talks(here.ann, long)
        await here.answers(here.hana, long)
        assert long in await here.does(here.hana, "case_look", 1)
        shown = await here.does(here.hana, "case_transcript", 1)
        assert f"Hana: {long}" in shown and "page 5 of 5" in shown
        assert f"Ann: {long}" in await here.does(here.hana, "case_transcript_page", 1, 1)
        assert "1 to 1,000 characters" in await here.talks(here.ann, f"{long}!")
        await here.does(here.hana, "case_file", 1)
        [file] = here.bot.seen(here.hana)[-1].message.files
        assert file.name == "case-1.txt" and file.content.decode().count(long) == 5


async def test_two_questions_are_one_talk_and_the_same_one_is_passed_on_once() -> None:
    async with desk() as here:
        await here.says(here.ann, "/ask Where is my parcel?")
        await here.presses(here.ann, "Ask a person")
        assert "The team has that already." in await here.presses(here.ann, "Ask a person")
        await here.says(here.ann, "/ask Do you sell clay?")
        assert "The team has this as well." in await here.presses(here.ann, "Ask a person")
        [_] = await here.rows(cases)
        assert [row.words for row in await here.rows(lines)] == ["Where is my parcel?", "Do you sell clay?"]


@pytest.mark.long
async def test_nobody_answers_so_hosts_are_reminded_twice_and_then_the_member_is_told_honestly() -> None:
    async with desk() as here:
        await here.talks(here.ann)
        await here.bot.passes(minutes=29)
        assert len(here.hosts()) == 1
        await here.bot.passes(minutes=2)
        assert here.hosts()[1] == "#1 has waited for an answer for 30 minutes, and nobody has it."
        await here.bot.passes(minutes=60)
        assert "1 hour 30 minutes" in here.hosts()[2] and here.told(here.ann) == []
        await here.bot.passes(minutes=30)
        assert "Nobody from the team could answer you yet" in here.told(here.ann)[-1] and len(here.hosts()) == 3
        await here.bot.passes(days=1)
        assert len(here.hosts()) == 4 and "1 day 2 hours" in here.hosts()[3]
        await here.answers(here.hana, "Sorry!")
        await here.bot.passes(days=2)
        assert len(here.hosts()) == 4 and all("that is seen to" in text for text in here.hosts()[1:3])
        assert len(here.told(here.ann)) == 2  # that, and the answer


@pytest.mark.long
async def test_of_a_host_who_took_it_and_went_away_the_bot_is_silent_no_longer_than_until_the_member_is_told() -> None:
    async with desk() as here:
        await here.talks(here.ann)
        await here.does(here.hana, "case_take", 1)
        await here.bot.passes(minutes=91)
        assert "Whoever has it may be away" in here.hosts()[-1] and "still waits" in here.told(here.hana)[-1]
        assert "I keep silent" in await here.says(here.ann, "/ask Who won the hockey?")
        await here.bot.passes(minutes=30)
        assert "Nobody from the team could answer you yet" in here.told(here.ann)[-1]
        assert "I keep silent" not in await here.says(here.ann, "/ask Who won the chess?")
        assert "It is yours" in await here.does(here.hugo, "case_take", 1)


@pytest.mark.long
async def test_whoever_comes_on_duty_sees_what_waits_and_is_told_of_what_comes() -> None:
    async with desk() as here:
        await here.talks(here.ann)
        await here.bot.passes(minutes=1)
        shown = await here.says(here.hana, "/duty")
        assert "Nobody is on duty." in shown and "One talk waits for an answer:" in shown and "#1 Ann" in shown
        assert "You are on duty" in await here.presses(here.hana, "I am on duty")
        assert "On duty now: Hana." in await here.talks(here.ben, "Hello?")
        assert await here.news(here.hana) == "Ben wants to talk to a person (#2), and you are on duty."
        assert all("On duty: Hana." in text for text in here.hosts()) and len(here.hosts()) == 2
        await here.bot.passes(hours=12)
        assert "Nobody is on duty." in await here.says(here.hugo, "/duty")
        await here.presses(here.hugo, "I am on duty")
        await here.leaves(here.hugo)
        assert await here.rows(duty) != [] and "Nobody is on duty." in await here.says(here.hana, "/duty")


async def test_what_a_host_took_who_left_waits_for_others_and_who_asked_and_left_keeps_nobody_busy() -> None:
    async with desk() as here:
        await here.talks(here.ann)
        await here.does(here.hana, "case_take", 1)
        await here.leaves(here.hana)
        assert "Nobody has it. It has waited since" in await here.does(here.hugo, "case_look", 1)
        await here.bot.passes(minutes=31)
        assert "nobody has it" in here.hosts()[-1]
        await here.leaves(here.ann)
        [case] = await here.rows(cases)
        assert (case.state, case.closed_as) == ("closed", "left")


@pytest.mark.long
async def test_what_a_host_took_who_was_forgotten_waits_for_others_and_their_words_stay() -> None:
    async with desk() as here:
        await here.talks(here.ann)
        await here.answers(here.hana, "It is on its way.")
        await here.forgets(here.hana)
        assert "Nobody has it." in await here.does(here.hugo, "case_look", 1)
        assert "Somebody from the team: It is on its way." in await here.does(here.hugo, "case_transcript", 1)
        await here.bot.passes(days=1)
        seen = [one.message.text for one in here.bot.seen(here.hugo)]
        assert any("nobody has it" in text for text in seen)
        await here.answers(here.hugo, "Still.")
        assert await here.news(here.ann) == "Hugo writes to you:\nStill."


@pytest.mark.long
async def test_how_long_an_answer_takes_is_told_once_it_is_known_and_stars_once_there_are_some() -> None:
    async with desk() as here:
        for number, person in enumerate((here.ann, here.ben, here.cid, here.ann, here.ben), 1):
            assert ("lately" in await here.talks(person)) is (number > 3)
            await here.bot.passes(minutes=number)
            await here.answers(here.hana, "Here.", number)
            await here.does(here.hana, "case_back", number)
            await here.does(person, "case_stars", number, number)
        assert "A first answer lately took about 3 minutes." in await here.talks(here.ann, "And now?")
        assert "Help by a person: 3 of 5 stars." in await here.says(here.hana, "/cases")
        assert "One talk waits for a person. Nobody is on duty (/duty)." in await here.says(here.hana, "/status")


async def test_hosts_without_a_place_of_their_own_are_told_each_by_themself() -> None:
    async with desk() as here:
        await here.without_host_place()
        for host in (here.hana, here.hugo):
            await here.agrees(host)
        await here.talks(here.ann)
        for host in (here.hana, here.hugo):
            assert "Ann wants to talk to a person (#1)." in await here.news(host)
        await here.presses(here.hana, "Take it")
        await here.replies(here.ann, "Are you there?")
        assert "Ann has written more (#1)." in await here.news(here.hana)
        assert "written more" not in await here.news(here.hugo)


@pytest.mark.long
async def test_an_answered_talk_that_is_quiet_ends_by_itself_and_an_old_one_is_forgotten() -> None:
    async with desk() as here:
        await here.talks(here.ann)
        await here.answers(here.hana, "Here it is.")
        await here.bot.passes(days=4)
        assert "There was nothing new for three days" in here.told(here.ann)[-1]
        assert "Thank you for ★★★★★." in await here.presses(here.ann, "5 ★")
        async with here.bot.app.parts.work() as work:  # half a year is long to live through
            long_ago = here.bot.clock.now() - timedelta(days=181)
            await work.execute(sa.update(cases).values(closed_at=long_ago))
        await here.bot.passes(days=1)
        assert await here.rows(cases) == [] and await here.rows(lines) == []


async def test_who_is_forgotten_leaves_no_talk_and_the_hosts_post_is_emptied() -> None:
    async with desk() as here:
        await here.talks(here.ann)
        await here.answers(here.hana, "Here it is.")
        await here.talks(here.ben, "Hello?")
        await here.bot.passes(minutes=1)
        assert PARCEL in here.hosts()[0]
        await here.forgets(here.ann)
        assert PARCEL not in "\n".join(here.hosts()) and "Hello?" in here.hosts()[1]
        assert [row.words for row in await here.rows(lines)] == ["Hello?"] and len(await here.rows(cases)) == 1
        assert "That talk is not here any more." in await here.answers(here.hana, "Still there?")


@pytest.mark.long
async def test_linked_accounts_are_one_in_a_talk() -> None:
    async with desk() as here:
        await here.talks(here.ben)
        await here.link(here.ben, into=here.ann)
        assert "The team has this as well." in await here.talks(here.ann, "It is me.")
        [case] = await here.rows(cases)
        assert {row.member_id for row in await here.rows(lines)} == {case.member_id}  # all of it goes with that one
        await here.answers(here.hana, "Hello.")
        assert "How many stars" in await here.does(here.ann, "case_done", 1)
        await here.forgets(here.ann)
        assert await here.rows(cases) == [] and await here.rows(lines) == []


@pytest.mark.long
async def test_a_day_has_its_share_of_talks_and_what_is_beyond_is_given_back() -> None:
    async with desk() as here:
        for number in range(5):
            await here.talks(here.ann, f"Riddle {number}?")
            await here.does(here.ann, "case_done", number + 1)
        told = await here.talks(here.ann, "Riddle 5?")
        assert "5 times a day" in told and "Riddle 5?" in told
        await here.bot.passes(days=1)
        assert "The team has your words." in await here.talks(here.ann, "Riddle 5?")
        for number in range(19):
            await here.talks(here.ann, f"More {number}")
        told = await here.talks(here.ann, "And more")
        assert "not sent" in told and "And more" in told


async def test_nobody_reads_or_ends_what_is_not_theirs() -> None:
    async with desk() as here:
        await here.talks(here.ann)
        for action in ("case_reply_form", "case_done"):
            assert "That talk is not here any more." in await here.does(here.ben, action, 1)
        for action in ("case_look", "case_take", "case_transcript", "case_file", "case_close"):
            assert "hosts" in (await here.does(here.ann, action, 1)).lower()
        for command in ("/cases", "/duty"):
            assert "host" in (await here.says(here.ann, command)).lower()
        assert PARCEL not in await here.says(here.ben, "/talk")


@pytest.mark.long
async def test_a_moderator_teaches_the_bot_what_a_person_answered_and_it_learns_nothing_by_itself() -> None:
    async with desk() as here:
        await here.talks(here.ann, "Can I pay by cheque?")
        assert "nothing to learn" in await here.does(here.mona, "learn_form", 1)
        await here.answers(here.hana, "Dear Ann, no.")
        await here.replies(here.ann, "Or in cash?")
        await here.answers(here.hana, "In cash you can,")
        await here.answers(here.hana, "at the gate.")
        await here.replies(here.ann, "Thanks!")
        await here.does(here.hana, "case_back", 1)
        assert "gate" not in await here.says(here.ben, "/ask Can I pay in cash?")
        assert "Teach the bot" not in await here.taps(here.hana, await here.token("case_look", 1))
        assert "Teach the bot" in await here.taps(here.mona, await here.token("case_look", 1))
        assert "moderator" in (await here.does(here.hana, "learn_form", 1)).lower()
        await here.does(here.mona, "learn_form", 1)
        form = here.bot.chat.forms(here.mona)[-1].form
        assert [field.value for field in form.fields[:2]] == ["Or in cash?", "In cash you can,\nat the gate."]
        assert "leave out names" in form.fields[1].help
        await here.fills(here.mona, {"title": "Can I pay in cash?", "body": "At the gate you can."})
        assert "At the gate you can." in await here.says(here.ben, "/ask Can I pay in cash?")


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_its_screens_read_well(language: str) -> None:
    async with desk(language=language) as here:
        seen = [await here.screen(here.ann, f"/ask {PARCELS[language]}")]
        seen.append(await here.taps(here.ann, {"en": "Ask a person", "cs": "Zeptat se člověka"}[language]))
        seen += [await here.screen(here.hana, "/status"), await here.screen(here.hana, "/duty")]
        seen.append(await here.taps(here.hana, {"en": "I am on duty", "cs": "Mám službu"}[language]))
        await here.screen(here.ben, "/talk 42")
        await here.bot.passes(minutes=31)
        seen += here.hosts() + here.told(here.hana)
        await here.bot.passes(hours=2)
        seen += here.told(here.ann)
        for action in ("case_take", "case_look", "case_release"):
            seen.append(await here.taps(here.hana, await here.token(action, 1)))
        seen.append(await here.taps(here.hugo, await here.token("case_take", 1)))
        seen.append(await here.taps(here.hana, await here.token("case_take", 1)))
        seen.append(await here.screen(here.ann, "/ask 6 x 7"))
        await here.does(here.hana, "case_take_over", 1)
        await here.answers(here.hana, "42 : 7")
        await here.bot.passes(minutes=1)
        seen += [*here.told(here.ann)[-2:], *here.hosts()[-1:]]
        seen.append(await here.taps(here.hana, await here.token("case_transcript", 1)))
        seen.append(await here.taps(here.ann, await here.token("case_done", 1)))
        seen.append(await here.taps(here.ann, "4 ★"))
        seen.append(await here.taps(here.hana, await here.token("case_look", 1)))
        seen.append(await here.taps(here.hana, await here.token("case_back", 2)))
        seen.append(await here.screen(here.hana, "/cases"))
        seen.append(await here.taps(here.mona, await here.token("case_look", 1)))
        await here.bot.passes(minutes=1)
        seen += [*here.told(here.ben), *here.hosts()]
        matches(f"assistant/cases.{language}", "\n\n".join(seen))
