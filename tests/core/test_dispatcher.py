"""The life of an update: stored before it is handled, handled once and whole, answered or refused."""

import asyncio
import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from bot.community.attendance_counter import AttendanceCounter
from bot.core.dispatcher import Dispatcher
from bot.model.identity import Role
from bot.model.incoming import LinkOpened, ReplyTo
from bot.storage import intake
from bot.storage.tables import members
from bot.testing import START, whole_bot
from tests.core.lab import Lab, answerable, kept, lab_bot, loaded, noted, typed, unhandled, words


async def test_an_update_is_stored_before_it_is_handled_and_marked_in_the_same_breath_as_its_effects() -> None:
    lab = Lab()
    async with lab_bot(lab) as bot:
        lab.gate.clear()
        await bot.chat.says(bot.person("Ann"), "/keep tea")
        assert await unhandled(bot) == 1
        lab.gate.set()
        await bot.app.dispatcher.idle()
        assert (await unhandled(bot), await kept(bot)) == (0, ["tea"])


async def test_an_update_that_repeats_is_handled_once() -> None:
    lab = Lab()
    async with lab_bot(lab) as bot:
        ann = bot.person("Ann")
        assert await bot.says(ann, "/keep tea") == ["kept tea"]
        await bot.chat.repeats()
        await bot.app.turn()
        assert lab.begun == ["tea"]
        assert bot.texts(ann) == ["kept tea"]


async def test_a_command_wakes_those_who_wait_for_work_only_where_it_keeps_something() -> None:
    async with lab_bot() as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/keep tea")
        woken: list[str] = []
        bot.app.parts.wake = lambda: woken.append("woken")
        assert await bot.says(ann, "/greet Ann") == ["hello Ann"]
        assert (woken, await unhandled(bot)) == ([], 0)
        await bot.says(ann, "/keep milk")
        assert woken != []


async def test_the_same_event_id_from_another_platform_is_another_update() -> None:
    async with lab_bot() as bot:
        ann = bot.person("Ann")
        first = typed(ann, "keep", "tea")
        other = replace(
            first, actor=replace(ann.actor, account=replace(ann.account, platform="elsewhere")), words="rum"
        )
        for update in (first, other):
            await bot.app.dispatcher.receive(update)
        await bot.app.dispatcher.idle()
        assert sorted(await kept(bot)) == ["rum", "tea"]


async def test_what_was_stored_when_the_process_died_is_handled_at_the_next_start(tmp_path: Path) -> None:
    async with lab_bot(folder=tmp_path) as bot:
        for number, word in enumerate(("tea", "milk")):
            update = typed(bot.person("Ann"), "keep", word, event_id=f"e{number}")
            async with bot.app.parts.database.write() as transaction:
                await intake.store(transaction, [update], START)
    async with lab_bot(folder=tmp_path) as bot:
        await bot.app.dispatcher.idle()
        assert (await kept(bot), await unhandled(bot)) == (["tea", "milk"], 0)
        assert await bot.app.dispatcher.recover() == 0


async def test_an_update_that_is_recovered_while_it_is_being_handled_has_its_effects_once_and_one_answer() -> None:
    lab = Lab()
    async with lab_bot(lab) as bot:
        ann = bot.person("Ann")
        lab.gate.clear()
        await bot.chat.says(ann, "/keep tea")
        assert await bot.app.dispatcher.recover() == 1
        lab.gate.set()
        await bot.app.dispatcher.idle()
        assert await kept(bot) == ["tea"]
        assert bot.texts(ann) == ["kept tea"]
        assert not await noted(bot)


@pytest.mark.parametrize("word", ["break", "refuse"])
async def test_an_update_that_is_recovered_while_it_fails_is_one_incident_and_has_one_answer(word: str) -> None:
    lab = Lab()
    async with lab_bot(lab) as bot:
        ann = bot.person("Ann")
        lab.gate.clear()
        await bot.chat.says(ann, f"/keep {word}")
        assert await bot.app.dispatcher.recover() == 1
        lab.gate.set()
        await bot.app.dispatcher.idle()
        assert len(bot.texts(ann)) == 1
        assert len(await noted(bot)) == (word == "break")


async def test_two_processes_that_handle_the_same_update_write_it_once() -> None:
    lab = Lab()
    async with lab_bot(lab) as bot:
        ann = bot.person("Ann")
        other = Dispatcher(bot.app.parts, AttendanceCounter())
        lab.gate.clear()
        await bot.chat.says(ann, "/keep tea")
        await other.recover()
        lab.gate.set()
        await asyncio.gather(bot.app.dispatcher.idle(), other.idle())
        assert lab.begun == ["tea", "tea"]
        assert await kept(bot) == ["tea"]
        assert bot.texts(ann) == ["kept tea"]


@pytest.mark.parametrize("language", ["en", "cs"])
async def test_a_handler_that_breaks_keeps_nothing_and_gives_the_person_a_code(language: str) -> None:
    async with lab_bot(language=language) as bot:
        ann = bot.person("Ann", language=language)
        [told] = await bot.says(ann, "/keep break")
        [(code, place, error)] = await noted(bot)
        assert told == words(bot, "error-incident", language, code=code)
        assert code in told
        assert (place, error) == ("/keep", "RuntimeError: the <shelf> broke")
        assert (await kept(bot), await unhandled(bot)) == ([], 0)


@pytest.mark.parametrize("language", ["en", "cs"])
async def test_a_refusal_is_told_in_the_persons_language_and_keeps_nothing(language: str) -> None:
    async with lab_bot() as bot:
        ann = bot.person("Ann", language=language)
        [told] = await bot.says(ann, "/keep refuse")
        assert told == words(bot, "member-unknown", language, asked="<b>nobody</b>")
        assert "<b>nobody</b>" in told
        assert (await kept(bot), await unhandled(bot)) == ([], 0)
        assert not await noted(bot)


async def test_what_breaks_is_filed_under_the_plugin_whose_handler_ran_and_else_under_the_core() -> None:
    lab = Lab()
    async with lab_bot(lab) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/keep break")
        brisk = Dispatcher(bot.app.parts, AttendanceCounter(), seconds=0.05)
        lab.gate.clear()
        await brisk.receive(typed(ann, "keep", "slow", event_id="a"))
        await brisk.idle()
        assert await answerable(bot) == ["lab", "lab"]
        async with bot.app.parts.database.write() as transaction:
            await transaction.run("ALTER TABLE plugin_settings RENAME TO away")
        await brisk.receive(typed(ann, "keep", "tea", event_id="b"))
        await brisk.idle()
        assert sorted(await answerable(bot)) == ["core", "lab", "lab"]


async def test_a_handler_that_breaks_harms_nobody_else() -> None:
    lab = Lab()
    async with lab_bot(lab) as bot:
        ann, ben = bot.person("Ann"), bot.person("Ben")
        await bot.chat.says(ann, "/keep break")
        await bot.chat.says(ben, "/keep milk")
        await bot.app.turn()
        assert await kept(bot) == ["milk"]
        assert bot.texts(ben) == ["kept milk"]
        assert await bot.says(ann, "/keep tea") == ["kept tea"]


async def test_a_handler_beyond_its_time_is_ended_and_the_next_update_goes_on() -> None:
    lab = Lab()
    async with lab_bot(lab) as bot:
        ann = bot.person("Ann")
        brisk = Dispatcher(bot.app.parts, AttendanceCounter(), seconds=0.05)
        lab.gate.clear()
        await brisk.receive(typed(ann, "keep", "slow"))
        await brisk.idle()
        [(code, _, error)] = await noted(bot)
        assert error.startswith("TimeoutError")
        assert code in bot.texts(ann)[0]
        lab.gate.set()
        assert await bot.says(ann, "/keep tea") == ["kept tea"]
        assert await kept(bot) == ["tea"]


@pytest.mark.parametrize("language", ["en", "cs"])
async def test_a_handler_that_writes_and_then_waits_for_something_else_is_ended_for_the_others_sake(
    language: str,
) -> None:
    lab = Lab()
    async with lab_bot(lab) as bot:
        ann, ben = bot.person("Ann", language=language), bot.person("Ben")
        await bot.chat.says(ann, "/hold tea")
        async with asyncio.timeout(5):
            while not lab.begun:  # noqa: ASYNC110 - nobody tells when a handler begins
                await asyncio.sleep(0.01)
        await bot.chat.says(ben, "/keep milk")
        await bot.app.dispatcher.idle()
        [(code, place, error)] = await noted(bot)
        assert bot.texts(ann) == [words(bot, "error-incident", language, code=code)]
        assert (place, error.partition(".")[0]) == (
            "/hold",
            "StorageError: A write transaction was open for 1 s while it waited for something other than the database; "
            "nothing of it was kept",
        )
        assert (await kept(bot), bot.texts(ben)) == (["milk"], ["kept milk"])


async def test_somebody_new_is_kept_before_their_handler_begins_which_may_wait_then() -> None:
    lab = Lab()
    async with lab_bot(lab) as bot:
        ann = bot.person("Ann")
        lab.gate.clear()
        await bot.chat.says(ann, "/keep tea")
        async with asyncio.timeout(5):
            while not lab.begun:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        async with bot.app.parts.database.write() as transaction:
            assert await transaction.value(sa.select(members.c.name)) == "Ann"
        lab.gate.set()
        await bot.app.dispatcher.idle()
        assert await kept(bot) == ["tea"]


async def test_one_persons_updates_are_handled_in_their_order_and_wait_for_nobody_elses() -> None:
    lab = Lab()
    async with lab_bot(lab) as bot:
        ann, ben = bot.person("Ann"), bot.person("Ben")
        lab.gate.clear()
        for word in ("one", "two", "three"):
            await bot.chat.says(ann, f"/keep {word}")
        await bot.chat.says(ben, "/keep other")
        async with asyncio.timeout(5):
            while len(lab.begun) < 2:  # noqa: ASYNC110 - nobody tells when a handler begins
                await asyncio.sleep(0)
        assert sorted(lab.begun) == ["one", "other"]
        lab.gate.set()
        await bot.app.dispatcher.idle()
        assert [word for word in lab.begun if word != "other"] == ["one", "two", "three"]


@pytest.mark.long
async def test_of_a_flood_only_some_is_in_memory_and_all_is_handled_in_its_order() -> None:
    lab = Lab()
    async with lab_bot(lab) as bot:
        busy = Dispatcher(bot.app.parts, AttendanceCounter(), in_hand=4)
        people = [bot.person(name) for name in ("Ann", "Ben", "Cid")]
        before = asyncio.all_tasks()
        lab.gate.clear()
        for number in range(30):
            await busy.receive(typed(people[number % 3], "keep", f"{number:02}", event_id=f"e{number}"))
        assert len(asyncio.all_tasks() - before) == 4
        lab.gate.set()
        for number in range(30, 60):
            await busy.receive(typed(people[number % 3], "keep", f"{number:02}", event_id=f"e{number}"))
        await busy.idle()
        assert (len(lab.begun), await unhandled(bot)) == (60, 0)
        for first in range(3):
            words = [word for word in lab.begun if int(word) % 3 == first]
            assert words == sorted(words)
        await busy.receive(typed(people[0], "keep", "60", event_id="e60"))
        await busy.idle()
        assert (len(await kept(bot)), await noted(bot)) == (61, [])


async def test_more_than_fits_into_memory_is_taken_up_after_a_start_while_more_comes_in() -> None:
    lab = Lab()
    async with lab_bot(lab) as bot:
        ann = bot.person("Ann")
        busy = Dispatcher(bot.app.parts, AttendanceCounter(), in_hand=4)
        async with bot.app.parts.database.write() as transaction:
            for number in range(10):
                await intake.store(transaction, [typed(ann, "keep", f"{number:02}", event_id=f"e{number}")], START)
        taking = asyncio.create_task(busy.recover())
        await asyncio.sleep(0)
        await busy.receive(typed(ann, "keep", "10", event_id="e10"))
        assert await taking == 4
        await busy.idle()
        assert lab.begun == [f"{number:02}" for number in range(11)]


async def test_answers_are_private_unless_the_command_is_public_and_the_handler_has_the_last_word() -> None:
    async with lab_bot() as bot:
        ann, ben = bot.person("Ann"), bot.person("Ben")
        assert await bot.says(ann, "/shout") == ["for everybody", "for you"]
        await bot.says(ann, "/keep tea")
        assert bot.texts(ben) == ["for everybody"]


async def test_an_answer_that_does_not_fit_is_an_incident_and_the_work_is_kept() -> None:
    async with lab_bot() as bot:
        assert await bot.says(bot.person("Ann"), "/huge") == []
        [(_, place, error)] = await noted(bot)
        assert place == "answering /huge"
        assert "4000 fit" in error
        assert await unhandled(bot) == 0


async def test_a_form_that_is_asked_for_after_an_answer_is_the_plugins_mistake() -> None:
    async with lab_bot() as bot:
        [told] = await bot.says(bot.person("Ann"), "/late")
        [(code, _, error)] = await noted(bot)
        assert code in told
        assert "ask() must be the handler's first answer" in error


async def test_an_answer_to_a_platform_that_is_set_up_no_more_is_let_go() -> None:
    async with lab_bot() as bot:
        nowhere = replace(typed(bot.person("Ann"), "keep", "tea"), reply_to=ReplyTo("gone", "1"))
        await bot.app.dispatcher.receive(nowhere)
        await bot.app.dispatcher.idle()
        assert await kept(bot) == ["tea"]
        assert not await noted(bot)


async def test_an_answer_that_comes_too_late_for_its_platform_is_not_tried() -> None:
    async with lab_bot() as bot:
        ann = bot.person("Ann")
        late = replace(typed(ann, "keep", "tea"), reply_to=replace(typed(ann, "keep").reply_to, expires_at=START))
        await bot.app.dispatcher.receive(late)
        await bot.app.dispatcher.idle()
        assert (await kept(bot), bot.texts(ann)) == (["tea"], [])


@pytest.mark.parametrize("name", ["nothing", "lab", "lab tidy up", ""])
async def test_a_command_that_does_not_exist_is_refused_by_name(name: str) -> None:
    async with lab_bot() as bot:
        ann = bot.person("Ann", Role.OWNER)
        await bot.app.dispatcher.receive(typed(ann, name))
        await bot.app.dispatcher.idle()
        assert bot.texts(ann) == [words(bot, "command-unknown", asked=name)]


async def test_a_stored_update_of_a_kind_that_only_another_version_knows_is_left_alone(tmp_path: Path) -> None:
    async with lab_bot(folder=tmp_path) as bot:
        ann = bot.person("Ann")
        update = LinkOpened(event_id="e9", at=START, actor=ann.actor, payload="", reply_to=typed(ann, "keep").reply_to)
        async with bot.app.parts.database.write() as transaction:
            await intake.store(transaction, [update], START)
            await transaction.run(
                "UPDATE intake SET kind = 'SomethingNew', body = :body", {"body": json.dumps({"a": 1})}
            )
        assert await bot.app.dispatcher.recover() == 0
        assert await unhandled(bot) == 1


@pytest.mark.long
async def test_what_waits_behind_very_many_updates_that_only_another_version_knows_is_handled() -> None:
    async with lab_bot() as bot:
        ann = bot.person("Ann")
        async with bot.app.parts.database.write() as transaction:
            for number in range(1001):
                await intake.store(transaction, [typed(ann, "keep", event_id=f"n{number}")], START)
            await transaction.run("UPDATE intake SET kind = 'SomethingNew'")
            await intake.store(transaction, [typed(ann, "keep", "tea")], START)
        assert await bot.app.dispatcher.recover() == 1
        await bot.app.dispatcher.idle()
        assert (await kept(bot), await unhandled(bot)) == (["tea"], 1001)


async def test_a_plugin_that_is_off_refuses_and_says_who_can_turn_it_on() -> None:
    lab = Lab()
    lab.plugin.on_by_default = False
    async with whole_bot(loaded=loaded(lab.plugin)) as bot:
        assert await bot.says(bot.person("Ann"), "/keep tea") == [words(bot, "plugin-off", name="lab")]
        assert (lab.begun, await kept(bot)) == ([], [])
