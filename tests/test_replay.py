"""Recorded chats replayed: who was there is counted once, the follow-ups are planned once, and old streams rest."""

import contextlib
import csv
import io
import json
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.app import App, open_app
from bot.community.communities import Communities
from bot.community.facts import Facts
from bot.community.people import People
from bot.config import load_config
from bot.errors import InputFileError
from bot.replay import Progress, Replayed, replay
from bot.storage.database import Database
from bot.storage.holding import held_file
from bot.storage.tables import deliveries, enrolments, streams
from bot.testing import TEST_KEY
from tests.at_hand import REAL_CHAT, RECORDED
from tests.sources.recordings import SAMPLE, twitch_chat, twitch_comment, write, youtube_line, youtube_said

LONG_AGO = datetime(2020, 3, 1, 20, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a recording comes to."""

    people: int
    messages: int
    questions: int
    askers: int
    person_slots: int


KNOWN = {SAMPLE: Counted(34, 267, 36, 19, 128), REAL_CHAT: Counted(836, 3090, 192, 141, 1440)}


def still(_: str, __: float) -> None:
    """Progress that nobody looks at."""


async def replayed(
    folder: Path,
    file: Path,
    *,
    simulate: bool = False,
    ended_at: datetime | None = None,
    progress: Progress = still,
    token: str = "",
    url: str = "",
) -> Replayed:
    """Replay a file on the database in `folder`, or at `url`."""
    environment = {
        "AFTERGLOW_DATA_FOLDER": str(folder),
        "AFTERGLOW_SECRET_KEY": TEST_KEY,
        "AFTERGLOW_TELEGRAM__TOKEN": token,
        "AFTERGLOW_DATABASE__URL": url,
    }
    config = load_config(environment=environment)
    return await replay(config, file, simulate=simulate, ended_at=ended_at, progress=progress)


@contextlib.asynccontextmanager
async def looked_into(folder: Path) -> AsyncIterator[App]:
    """The bot on the database in `folder`."""
    config = load_config(environment={"AFTERGLOW_DATA_FOLDER": str(folder), "AFTERGLOW_SECRET_KEY": TEST_KEY})
    async with open_app(config) as app:
        yield app


def chat(
    folder: Path,
    name: str = "chat.json",
    *,
    people: int = 3,
    each: int = 2,
    began: datetime = LONG_AGO,
    video: str = "1",
) -> Path:
    """A Twitch chat in which so many people say so many things each, one thing a second."""
    comments = [
        twitch_comment(number, "hello", at=float(number), author=str(100 + number % people))
        for number in range(people * each)
    ]
    recorded = json.loads(twitch_chat(*comments))
    recorded["video"] |= {"id": video, "created_at": began.isoformat().replace("+00:00", "Z")}
    return write(folder, json.dumps(recorded), name)


def counted(done: Replayed) -> Counted:
    report = done.report
    return Counted(report.people, report.messages, report.questions, report.askers, report.person_slots)


def the_sum(done: Replayed) -> int:
    account = done.report.deliveries
    return account.sent + account.available + account.unknown + account.failed + sum(account.skipped.values())


@pytest.mark.long
@pytest.mark.parametrize("file", RECORDED, ids=lambda file: file.stem)
async def test_a_simulation_counts_everybody_and_gives_each_something_and_again_changes_nothing(
    file: Path, tmp_path: Path
) -> None:
    expected = KNOWN[file]
    done = await replayed(tmp_path, file, simulate=True)
    assert counted(done) == expected
    assert (done.report.enrolled, done.report.broken_lines, done.too_old) == (expected.people, 0, False)
    assert the_sum(done) == done.report.deliveries.planned > 0
    assert done.report.deliveries.sent == 0  # nobody agreed to be written to
    assert done.simulated_in is not None
    assert await given_to_each(done.simulated_in) == expected.people

    again = await replayed(tmp_path, file, simulate=True)
    assert (again.report, again.new_messages) == (done.report, 0)


async def given_to_each(folder: Path) -> int:
    """How many people have something in their inboxes, or had."""
    async with looked_into(folder) as app, app.parts.work() as work:
        given = deliveries.c.state.in_(("available", "opened", "lapsed"))
        return int(await work.value(sa.select(sa.func.count(deliveries.c.member_id.distinct())).where(given)))


@pytest.mark.long
async def test_simulations_of_several_recordings_do_not_meet(tmp_path: Path) -> None:
    monday, friday = (
        chat(tmp_path, f"{video}.json", people=people, began=LONG_AGO + timedelta(days=days), video=video)
        for video, people, days in (("1", 3, 0), ("2", 5, 1))
    )
    alone = await replayed(tmp_path / "alone", friday, simulate=True)
    first = await replayed(tmp_path, monday, simulate=True)
    second = await replayed(tmp_path, friday, simulate=True)
    assert second.report == alone.report
    moved = await replayed(tmp_path, monday, simulate=True, ended_at=LONG_AGO + timedelta(days=2))
    again = await replayed(tmp_path, monday, simulate=True)
    assert (again.report, again.new_messages, again.simulated_in) == (first.report, 0, first.simulated_in)
    assert moved.ended_at == LONG_AGO + timedelta(days=2)
    assert moved.report.deliveries.skipped == first.report.deliveries.skipped
    assert len({first.simulated_in, second.simulated_in, moved.simulated_in}) == 3


@pytest.mark.long
async def test_the_newest_ten_simulations_are_kept_and_one_that_runs_is_left_alone(tmp_path: Path) -> None:
    parent = tmp_path / "simulation"
    folders = [parent / f"csv-{number:012}" for number in range(14)]
    for folder in folders:
        folder.mkdir(parents=True)
        (folder / "afterglow.db").write_text("")
    (parent / "afterglow.db").write_text("")  # of a version that had one for all
    with held_file(folders[13] / "afterglow.db.lock"):
        for age, folder in enumerate(folders):
            os.utime(folder, (10_000 - age, 10_000 - age))
        done = await replayed(tmp_path, chat(tmp_path, people=1, each=1), simulate=True)
    assert sorted(parent.iterdir()) == sorted([done.simulated_in or parent, *folders[:9], folders[13]])


async def test_an_old_stream_enrols_nobody_and_says_so(tmp_path: Path) -> None:
    done = await replayed(tmp_path, chat(tmp_path))
    assert (done.too_old, done.report.people, done.report.enrolled, done.report.deliveries.planned) == (True, 3, 0, 0)
    assert done.ended_at == LONG_AGO + timedelta(seconds=5)


@pytest.mark.long
async def test_a_stream_that_is_moved_is_followed_up_in_shadow_also_when_it_was_imported_before(tmp_path: Path) -> None:
    file, ended_at = chat(tmp_path), datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
    for old in (False, True):
        folder = tmp_path / str(old)
        if old:
            await replayed(folder, file)
        done = await replayed(folder, file, ended_at=ended_at)
        assert (done.ended_at, done.too_old, done.report.enrolled) == (ended_at, False, 3)
        assert done.report.deliveries.planned > 0
        assert the_sum(done) == 0  # what is due waits for a moderator, the rest for its time
        again = await replayed(folder, file)
        assert (again.report, again.ended_at, again.too_old) == (done.report, ended_at, False)


@pytest.mark.long
async def test_a_stream_that_would_end_in_the_future_is_refused_unless_it_is_simulated(tmp_path: Path) -> None:
    file = chat(tmp_path, began=datetime.now(UTC) + timedelta(days=2))
    with pytest.raises(InputFileError, match="would end in the future"):
        await replayed(tmp_path, file)
    assert not (tmp_path / "afterglow.db").exists()
    assert (await replayed(tmp_path, file, simulate=True)).report.enrolled == 3


@pytest.mark.long
async def test_a_recording_is_imported_moved_and_followed_up_on_each_database(
    each_address: str, each_database: Database, tmp_path: Path
) -> None:
    file, ended_at = chat(tmp_path), datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
    old = await replayed(tmp_path, file, url=each_address)
    await replayed(tmp_path, chat(tmp_path, "2.json", began=LONG_AGO + timedelta(days=1), video="2"), url=each_address)
    moved = await replayed(tmp_path, file, ended_at=ended_at, url=each_address)
    assert (counted(moved), moved.new_messages, old.report.enrolled, moved.report.enrolled) == (counted(old), 0, 0, 3)
    async with each_database.read() as reader:
        rows = await reader.rows(sa.select(streams.c.number, streams.c.ended_at).order_by(streams.c.id))
    assert [row.number for row in rows] == [2, 1]
    assert rows[0].ended_at == ended_at


class Broken(Exception):  # noqa: N818 - it stands for a process that is killed
    """The import ends here."""


@pytest.mark.long
@pytest.mark.parametrize("share", [0.9, 1.0], ids=["in the middle", "before the end is told"])
async def test_an_import_that_was_broken_off_goes_on_and_comes_to_the_same(share: float, tmp_path: Path) -> None:
    file, ended_at = chat(tmp_path, people=20, each=100), datetime.now(UTC) - timedelta(hours=1)
    whole = await replayed(tmp_path / "whole", file, ended_at=ended_at)

    def progress(stage: str, done: float) -> None:
        if stage == "counting" and done >= share:
            raise Broken

    with pytest.raises(Broken):
        await replayed(tmp_path / "broken", file, ended_at=ended_at, progress=progress)
    done = await replayed(tmp_path / "broken", file, ended_at=ended_at)
    assert done.new_messages < whole.new_messages
    assert (done.report, done.ended_at) == (whole.report, whole.ended_at)
    assert done.report.enrolled == 20


async def test_what_a_recorder_missed_is_added_when_the_longer_file_is_imported(tmp_path: Path) -> None:
    ended_at = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
    await replayed(tmp_path, chat(tmp_path, people=2, each=2), ended_at=ended_at)
    done = await replayed(tmp_path, chat(tmp_path, people=5, each=2), ended_at=ended_at)
    assert (done.report.people, done.report.messages, done.report.enrolled) == (5, 10, 5)


async def test_a_simulation_shows_the_figures_of_the_very_file_and_again_changes_nothing(tmp_path: Path) -> None:
    whole, cut = chat(tmp_path, people=5, each=2), chat(tmp_path, "cut.json", people=2, each=2)
    for _ in range(2):
        for file, people in ((whole, 5), (cut, 2)):
            done = await replayed(tmp_path, file, simulate=True)
            assert (done.report.people, done.report.messages, done.report.enrolled) == (people, 2 * people, people)
    copied = write(tmp_path, whole.read_text(), "copied.json")
    assert (await replayed(tmp_path, copied, simulate=True)).new_messages == 0


@pytest.mark.long
@pytest.mark.parametrize("later", [timedelta(minutes=30), timedelta(hours=-5)], ids=["later", "earlier"])
async def test_what_is_planned_moves_with_the_stream_and_what_was_sent_stays(later: timedelta, tmp_path: Path) -> None:
    file, ended_at = chat(tmp_path), datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
    assert (await replayed(tmp_path, file, ended_at=ended_at)).moved == 0
    async with looked_into(tmp_path) as app, app.parts.database.write() as transaction:
        sent = (deliveries.c.member_id == 1) & (deliveries.c.step == "thanks")
        left = {"state": "sent", "route": "direct", "reason": "due", "settled_at": ended_at}
        await transaction.execute(sa.update(deliveries).where(sent).values(**left))
    before = await planned(tmp_path)
    done = await replayed(tmp_path, file, ended_at=ended_at + later)
    assert (done.moved, done.report.enrolled, done.ended_at) == (3, 3, ended_at + later)
    after = await planned(tmp_path)
    assert before.keys() == after.keys()
    for who, due in before.items():
        assert after[who] == (due if who == (1, "thanks") else after[who])
        if who[1] in ("care", "highlights", "last-call"):
            assert after[who] == due + later
    assert (await replayed(tmp_path, file, ended_at=ended_at + later)).moved == 0


async def planned(folder: Path) -> dict[tuple[int, str], datetime]:
    """When each step of each member is due, or was."""
    async with looked_into(folder) as app, app.parts.work() as work:
        rows = await work.rows(sa.select(deliveries.c.member_id, deliveries.c.step, deliveries.c.due_at))
    return {(member, step): due for member, step, due in rows}


@pytest.mark.long
async def test_a_youtube_chat_is_replayed(tmp_path: Path) -> None:
    lines = [youtube_line(str(number * 1000), youtube_said(number, "what is it?")) for number in range(3)]
    done = await replayed(tmp_path, write(tmp_path, "".join(lines), "evening.live_chat.json"), simulate=True)
    assert counted(done) == Counted(1, 3, 3, 1, 1)
    assert done.report.enrolled == 1


def table(folder: Path, *rows: tuple[str, str, str]) -> Path:
    """A table of what was said."""
    text = io.StringIO()
    csv.writer(text).writerows([("time", "author", "text"), *rows])
    return write(folder, text.getvalue(), "chat.csv")


@pytest.mark.long
async def test_a_table_without_a_day_needs_to_be_told_when_it_ended(tmp_path: Path) -> None:
    file = table(tmp_path, ("0:05", "ann", "hi"), ("12:00", "ben", "why?"))
    with pytest.raises(InputFileError, match="does not say on which day"):
        await replayed(tmp_path, file)
    done = await replayed(tmp_path, file, ended_at=LONG_AGO, simulate=True)
    assert (counted(done), done.ended_at) == (Counted(2, 2, 1, 1, 2), LONG_AGO)


@pytest.mark.long
async def test_a_table_whose_times_name_no_zone_is_read_in_that_of_the_community(tmp_path: Path) -> None:
    file = table(tmp_path, ("2026-11-28 18:00:00", "ann", "hi"), ("28.11.2026 18:10", "ben", "why?"))
    config = load_config(
        environment={
            "AFTERGLOW_DATA_FOLDER": str(tmp_path),
            "AFTERGLOW_SECRET_KEY": TEST_KEY,
            "AFTERGLOW_COMMUNITY__ZONE": "Europe/Prague",
        }
    )
    done = await replay(config, file, simulate=True, ended_at=None, progress=still)
    assert (done.ended_at, done.found.zone_taken) == (datetime(2026, 11, 28, 17, 10, tzinfo=UTC), "Europe/Prague")
    assert done.report.people == 2


@pytest.mark.long
async def test_broken_lines_are_counted_and_named_and_the_rest_is_replayed(tmp_path: Path) -> None:
    recorded = json.loads(chat(tmp_path).read_text())
    recorded["comments"][1] = {"_id": "m1", "content_offset_seconds": "soon"}
    recorded["comments"].append("rubbish")
    done = await replayed(tmp_path, write(tmp_path, json.dumps(recorded)), simulate=True)
    assert (done.report.messages, done.report.broken_lines) == (5, 2)
    assert len(done.found.broken) == 2
    assert all(line.why for line in done.found.broken)


@pytest.mark.parametrize(
    "content", ["", "hello", '{"comments": []}', '{"a": 1}', "\x00\x01\x02", "time,author,text\n", "[1, 2"]
)
async def test_a_wrong_file_is_refused_in_words_and_nothing_is_changed(content: str, tmp_path: Path) -> None:
    file = write(tmp_path, content, "wrong.json")
    with pytest.raises(InputFileError) as refused:
        await replayed(tmp_path / "data", file, ended_at=LONG_AGO)
    assert "wrong.json" in str(refused.value)
    assert "Nothing was changed" in str(refused.value)
    assert not (tmp_path / "data").exists()


@pytest.mark.long
@pytest.mark.parametrize("simulate", [True, False])
async def test_with_a_real_network_people_are_counted_and_nobody_is_reached_by_the_recording(
    simulate: bool, tmp_path: Path
) -> None:
    ended_at = datetime.now(UTC) - timedelta(hours=1)
    token = "1234567:not-a-real-one"
    done = await replayed(tmp_path, chat(tmp_path), simulate=simulate, ended_at=ended_at, token=token)
    assert (done.report.people, done.report.enrolled, done.report.deliveries.available) == (3, 3, 0)
    assert ("no-route" in done.report.deliveries.skipped) == simulate
    assert (the_sum(done) == done.report.deliveries.planned) == simulate


@pytest.mark.long
async def test_streams_imported_in_the_wrong_order_are_numbered_by_their_time(tmp_path: Path) -> None:
    began = {"3": 14, "1": 0, "2": 7}
    for video, days in began.items():
        file = chat(tmp_path, f"{video}.json", people=4 if video == "2" else 3, began=LONG_AGO + timedelta(days=days),
                    video=video)  # fmt: skip
        await replayed(tmp_path, file)

    async with looked_into(tmp_path) as app, app.parts.work() as work:
        rows = await work.rows(sa.select(streams.c.number).order_by(streams.c.started_at))
        assert [row.number for row in rows] == [1, 2, 3]
        assert await work.value(sa.select(sa.func.count()).select_from(enrolments)) == 0
        [community] = await Communities(work).all()
        for name, attended, streak in (("Viewer100", 3, 3), ("Viewer103", 1, 0)):
            member = await People(work).find(community, name)
            known = await Facts(work, app.parts.registry.facts).of(member.id)
            assert (known.get("streams_attended"), known.get("streak", 0)) == (attended, streak), name
