"""Secret ballots on each network: what is pressed and filled in is counted once, and nothing tells whose it was."""

import contextlib
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.core.loader import Loaded, load_plugins
from bot.core.specs import command_specs
from bot.log import set_up
from bot.platforms.discord.connection import DiscordPlatform
from bot.platforms.telegram.connection import TelegramPlatform
from bot.surroundings import Surroundings
from bot.testing import whole_bot
from tests.ballot import SECRETS, Ballot
from tests.core.lab import loaded
from tests.platforms.contract import ANN, BEN, Recorder, World
from tests.platforms.discord.bench import QUIET, START
from tests.platforms.discord.world import DiscordWorld
from tests.platforms.local.test_contract import LocalWorld
from tests.platforms.telegram.conftest import Scene, Sink
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.test_contract import TelegramWorld
from tests.platforms.telegram.whole import telegram_bot
from tests.slice import Attached, configured
from tests.spying import Spy

TYPED = "Dormouse for president"


@dataclass(frozen=True, slots=True)
class Booth:
    """A whole bot on one network, whose people do what the contract's people can."""

    app: App
    ballot: Ballot
    world: World
    idle: Callable[[], Awaitable[None]]
    notices: Callable[[], Sequence[str]] = lambda: ()
    talks: Callable[[str], Awaitable[None]] | None = None

    async def says_unnamed(self, text: str) -> None:
        """Ann fills in the form for feedback, where her network has one, and answers one by one where it has none."""
        filled = {"text": text, "about": "other", "stars": "4"}
        await (self.world.submit(ANN, filled) if self.talks is None else self.talks(text))
        await self.idle()

    async def opened(self) -> None:
        """Both are known, and the question stands in the public channel."""
        for person, path in ((BEN, ("poll",)), (ANN, ("ballot",))):
            await self.world.invoke(person, path)
            await self.idle()
        await self.world.submit(ANN, {"title": "the first one"})
        await self.idle()

    async def presses(self, label: str) -> str:
        """Ann presses; all that she then sees."""
        await self.world.press(ANN, label)
        await self.idle()
        return await self.sees()

    async def sees(self) -> str:
        return "\n".join([*(seen.text for seen in await self.world.seen(ANN)), *self.notices()])

    def token(self, name: str, *arguments: int | str) -> str:
        """A button of the first community's."""
        action = self.app.parts.registry.actions[f"ballot.{name}"]
        return self.app.parts.tokens.make(action.full_name, *arguments, community=1, unkept=action.unkept)


@contextlib.asynccontextmanager
async def at_home(folder: Path, plugins: Loaded | None = None) -> AsyncIterator[Booth]:
    ballot = Ballot()
    async with whole_bot(folder=folder, loaded=plugins or loaded(ballot.plugin)) as bot:
        world = LocalWorld(bot.chat, Recorder(), bot.clock)
        yield Booth(bot.app, ballot, world, bot.app.dispatcher.idle)


@contextlib.asynccontextmanager
async def on_discord(folder: Path, plugins: Loaded | None = None) -> AsyncIterator[Booth]:
    ballot, clock = Ballot(), VirtualClock(START)

    def make(around: Surroundings) -> Sequence[DiscordPlatform]:
        memory = around.memory("discord")
        return [DiscordPlatform("a-token", clock=clock, say=around.say, memory=memory, timing=QUIET)]

    plugins = plugins or loaded(ballot.plugin)
    async with open_app(configured(folder), clock=clock, make_platforms=make, loaded=plugins) as app:
        edge = app.parts.platforms["discord"]
        assert isinstance(edge, DiscordPlatform)
        bench = Attached(edge, app.dispatcher, command_specs(app.parts.registry, app.parts.translator))
        await bench.open()

        async def idle() -> None:
            await app.dispatcher.idle()
            await bench.env.settle()

        try:
            with bench.env.time_context():
                yield Booth(app, ballot, DiscordWorld(bench), idle)
        finally:
            await bench.env.shutdown()
        assert bench.env.errors == []


@contextlib.asynccontextmanager
async def on_telegram(folder: Path, plugins: Loaded | None = None) -> AsyncIterator[Booth]:
    ballot, clock = Ballot(), VirtualClock(START)
    async with (
        TelegramServer(clock) as server,
        telegram_bot(server, folder, clock, loaded=plugins or loaded(ballot.plugin)) as app,
    ):
        edge = app.parts.platforms["telegram"]
        assert isinstance(edge, TelegramPlatform)
        ann, ben, olga = (server.person(name, started=True) for name in ("Ann", "Ben", "Olga"))
        group = server.group("Tea", owner=olga, members=(ann, ben))
        scene = Scene(server, clock, edge, Sink(edge.natives.reader), group, ann, ben, olga)
        world = TelegramWorld(scene)

        async def talks(text: str) -> None:
            await ann.reads("What do you want to say?")
            await ann.says(text)
            for question, answer in (("about", "something else"), ("Stars", "Skip"), ("May the hosts", "Yes")):
                asked = await ann.reads(question)
                await ann.presses(asked, next(label for label in asked.labels if answer in label))

        yield Booth(app, ballot, world, app.dispatcher.idle, lambda: [notice.text for notice in ann.notices], talks)


BOOTHS = {"home": at_home, "discord": on_discord, "telegram": on_telegram}


@pytest.mark.parametrize("network", BOOTHS)
async def test_a_secret_vote_is_counted_once_and_nothing_that_is_written_tells_whose_it_was(
    network: str, tmp_path: Path
) -> None:
    listen(tmp_path)
    async with BOOTHS[network](tmp_path) as booth:
        await booth.opened()
        spy = Spy(booth.app.parts.database)
        await spy.begin()
        assert "counted" in (await booth.presses("Aye")).splitlines()
        await booth.world.repeat()
        await booth.idle()
        assert (await booth.ballot.counted(booth.app))[1:] == ["aye"]
        assert await spy.tables() == {SECRETS}
        await holds_none_of([booth.token("vote", 7, "aye")], booth, spy, tmp_path)


@pytest.mark.parametrize("network", BOOTHS)
async def test_what_is_filled_in_in_secret_is_in_no_table_and_in_no_line_of_the_log(
    network: str, tmp_path: Path
) -> None:
    listen(tmp_path)
    async with BOOTHS[network](tmp_path) as booth:
        await booth.opened()
        await booth.world.invoke(ANN, ("ballot",))
        await booth.idle()
        spy = Spy(booth.app.parts.database)
        await spy.begin()
        await booth.world.submit(ANN, {"title": TYPED})
        await booth.idle()
        assert (await booth.sees()).count("counted too") == 2
        assert (await booth.ballot.counted(booth.app))[1:] == [f"{len(TYPED)} letters, because"]
        assert await spy.tables() == {SECRETS}
        await holds_none_of([TYPED, "Dormouse", booth.token("filled", 7)], booth, spy, tmp_path)


@pytest.mark.parametrize("network", BOOTHS)
async def test_what_breaks_in_secret_is_an_incident_that_names_nobody(network: str, tmp_path: Path) -> None:
    listen(tmp_path)
    async with BOOTHS[network](tmp_path) as booth:
        await booth.opened()
        spy = Spy(booth.app.parts.database)
        await spy.begin()
        told = await booth.presses("Fall")
        [code] = [one.value for one in await spy.written() if one.column == "code"]
        assert code in told
        by_column = {one.column: one.value for one in await spy.written() if one.table == "incidents"}
        assert by_column["place"] == "ballot.fall"
        assert by_column["error"] == "WordlessError: RuntimeError"
        assert "tests/ballot.py" in by_column["trace"].replace("\\", "/")
        assert await spy.tables() == {"incidents"}
        log = (tmp_path / "told.log").read_text("utf-8")
        assert f"incident {code} in ballot.fall" in log
        await holds_none_of(["said YEA", booth.token("fall", 7)], booth, spy, tmp_path)


@pytest.mark.parametrize("network", BOOTHS)
async def test_a_button_beside_it_is_stored_like_any_other(network: str, tmp_path: Path) -> None:
    async with BOOTHS[network](tmp_path) as booth:
        await booth.opened()
        spy = Spy(booth.app.parts.database)
        await spy.begin()
        assert "told everybody" in await booth.presses("Tell")
        assert await spy.tables() == {SECRETS, "intake"}
        body = "".join(one.value for one in await spy.written() if one.column == "body")
        assert booth.token("told") in body
        assert booth.world.account(ANN).user_id in body


@pytest.mark.parametrize("network", BOOTHS)
async def test_who_may_not_press_a_secret_button_is_told_so(network: str, tmp_path: Path) -> None:
    async with BOOTHS[network](tmp_path) as booth:
        await booth.opened()
        spy = Spy(booth.app.parts.database)
        await spy.begin()
        told = await booth.presses("Close")
        assert "moderator" in told and "closed" not in told
        assert await spy.tables() == set()


@pytest.mark.long
@pytest.mark.parametrize("network", BOOTHS)
async def test_feedback_without_a_name_leaves_the_words_and_nobody_beside_them(network: str, tmp_path: Path) -> None:
    listen(tmp_path)
    async with BOOTHS[network](tmp_path, load_plugins()) as booth:
        await booth.world.invoke(ANN, ("feedback",))
        await booth.idle()
        spy = Spy(booth.app.parts.database)
        await spy.begin()
        await booth.presses("Without my name")
        await booth.says_unnamed(TYPED)
        assert "Kept without your name" in await booth.sees()
        await booth.world.repeat()
        await booth.idle()
        assert await spy.tables() == {"feedback_nameless", "feedback_quota"}
        where = [(one.table, one.column) for one in await spy.written() if TYPED in one.value]
        assert where == [("feedback_nameless", "text")]
        await holds_none_of([], booth, spy, tmp_path)
        assert TYPED not in (tmp_path / "told.log").read_text("utf-8")
        assert "Nothing that you said" in await booth.presses("Answers to me")
        assert await spy.tables() == {"feedback_nameless", "feedback_quota"}


def listen(folder: Path) -> None:
    """From now on all that is logged is in a file."""
    set_up("DEBUG", aside=folder / "told.log")
    logging.getLogger("tests").debug("somebody listens")


async def holds_none_of(secrets: Sequence[str], booth: Booth, spy: Spy, folder: Path) -> None:
    """Neither the whole database, with what was written into it since, nor the log; and that names nobody either."""
    written = "\n".join(one.value for one in await spy.written())
    everything, log = f"{await spy.dump()}\n{written}", (folder / "told.log").read_text("utf-8")
    assert "somebody listens" in log
    assert [secret for secret in secrets if secret in everything or secret in log] == []
    user_id = booth.world.account(ANN).user_id
    assert user_id not in written
    assert not re.search(rf"\b{re.escape(user_id)}\b", log)
