"""The wiring: builds every part, starts and stops them in order. The only file that knows all of them."""

import asyncio
import contextlib
import gc
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from bot.ai.phraser import configured_phraser
from bot.clock import Clock, SystemClock, VirtualClock
from bot.community.attendance_counter import AttendanceCounter
from bot.community.communities import Communities, Defaults
from bot.community.streams import Streams
from bot.config import Config, former_keys, secret_key
from bot.core.buttons import DeliveryButtons
from bot.core.core_jobs import CORE_JOBS, CORE_REPEATED, own_jobs_for
from bot.core.dispatcher import Dispatcher
from bot.core.jobs import JobRunner
from bot.core.loader import Loaded, load_plugins
from bot.core.parts import Parts
from bot.core.placing import Placeholders
from bot.core.specs import command_specs
from bot.core.tokens import Tokens
from bot.core.triggering import install_journeys, release_what_is_back
from bot.core.watching import SourceState, Watched, watched
from bot.delivery.effects import Effects
from bot.delivery.engine import PATIENCE_SECONDS, Engine
from bot.delivery.illustrating import Illustrator
from bot.delivery.loading import Loader
from bot.delivery.previewing import Previewer
from bot.delivery.rendering import Renderer
from bot.delivery.sending import Sender
from bot.errors import ConfigError, SaidError, UnreachableError
from bot.guard import Failure, attempt
from bot.model.events import Event
from bot.model.ports import Platform
from bot.model.sources import StreamSource
from bot.owning import schema_owners, with_tables
from bot.pictures.studio import Studio
from bot.platforms.choosing import configured_platforms
from bot.sources.choosing import configured_channels, configured_sources
from bot.sources.keeping import Keeper
from bot.storage.database import Database
from bot.storage.edge_memory import EdgeMemory
from bot.storage.finishing import finished
from bot.storage.opening import open_database
from bot.storage.queue import Line
from bot.storage.schema import is_up_to_date
from bot.storage.sealing import Seal
from bot.surroundings import Surroundings
from bot.text.files import bundled_locales
from bot.text.languages import BASE
from bot.text.refusals import in_words
from bot.text.translator import Translator, load_translator
from bot.turns import Turn, until_one_ends, within
from bot.upcoming import upcoming
from bot.web.server import WebServer

log = logging.getLogger(__name__)

RESTART_FIRST = 5.0
RESTART_LAST = 300.0
ENDING_SECONDS = 5.0  # stopping has three more parts, so that the whole of it takes less than ten
CLOSING_SECONDS = 1.5

MakePlatforms = Callable[[Surroundings], Sequence[Platform]]
MakeSources = Callable[[Surroundings], Sequence[StreamSource]]


class App:
    """A whole bot. Made by `open_app`."""

    def __init__(self, parts: Parts, dispatcher: Dispatcher, jobs: JobRunner, attendance: AttendanceCounter) -> None:
        self.parts = parts
        self.dispatcher = dispatcher
        self.jobs = jobs
        self._attendance = attendance
        self._stopping = asyncio.Event()
        self._ending_seconds = ENDING_SECONDS
        # Each kind of work has a turn of its own: a long row of sends must keep neither the attendance from being
        # written nor a stream from ending, and nor must a slow job keep the sends.
        kinds: Sequence[tuple[str, Callable[[], Awaitable[int]]]] = (
            ("streams", self._tick),
            ("jobs", jobs.begin_due),
            ("the engine", partial(parts.engine.run_due, patience=PATIENCE_SECONDS)),
        )
        self._turns = tuple(Turn(place, work) for place, work in kinds)
        self.problems = parts.problems
        self.keepers: Sequence[Keeper] = ()
        parts.wake = self._wake

    async def turn(self) -> int:
        """Do everything that is due by now, and what follows from it; returns how much there was."""
        total, _ = await self._catch_up()
        return total

    async def _catch_up(self) -> tuple[int, datetime | None]:
        """How much there was to do, and when there is something to do next."""
        total, now = 0, self.parts.clock.now
        while True:
            await self.dispatcher.idle()
            await self._attendance.flush(self.parts.database, self.parts.clock)
            due, done = await upcoming(self.parts, self.jobs), 0
            if due.moves is not None and due.moves <= now():
                done += await self._move()
            if due.jobs is not None and due.jobs <= now():
                done += await self.jobs.run_due()
            if due.deliveries is not None and due.deliveries <= now():
                done += await self.parts.engine.run_due()
            if not done:
                # What lapsed was nothing to do, and is over all the same.
                if due.first is not None and due.first <= now():
                    due = await upcoming(self.parts, self.jobs)
                return total, due.first
            total += done

    async def settled(self) -> None:
        """While `run` works: wait until all that came in is handled, and what is due because of it is done."""
        await self.dispatcher.idle()
        self._wake()  # who showed up is in memory only until the next turn
        while True:
            await self.dispatcher.idle()
            await self.jobs.idle()
            busy = [turn for turn in self._turns if not turn.rests.is_set()]
            if not busy:
                return
            await busy[0].rests.wait()

    async def next_due(self) -> datetime | None:
        """When there is something to do next, or None."""
        return (await upcoming(self.parts, self.jobs)).first

    async def live_until(self, clock: VirtualClock, moment: datetime) -> None:
        """Let time pass on a virtual clock, stopping wherever something is due."""
        _, due = await self._catch_up()
        while due is not None and due <= moment:
            clock.set(max(due, clock.now()))
            before, (done, due) = due, await self._catch_up()
            if not done and due == before:
                break  # what is due cannot be done now: another process holds it
        clock.set(max(moment, clock.now()))
        await self.turn()

    async def run(self) -> None:
        """Connect every platform and work until `stop`, or until none can run any more (`problems` says why).

        One platform down leaves the others running. Raises what ended the bot against its will.
        """
        edges = [asyncio.create_task(self._supervise(platform)) for platform in self.parts.platforms.values()]
        sources = [asyncio.create_task(keeper.run(self.dispatcher)) for keeper in self.keepers]
        beating = asyncio.create_task(self._beat())
        beating.add_done_callback(lambda _: self.stop())  # nothing that is due would ever be done
        try:
            await self.dispatcher.recover()
            ended = asyncio.gather(*edges, return_exceptions=True)
            ended.add_done_callback(lambda _: self.stop())
            await self._stopping.wait()
        finally:
            died = beating.done()
            await self._end([*edges, *sources], beating)
        if died:
            beating.result()

    async def _end(self, edges: Sequence[asyncio.Task[None]], beating: asyncio.Task[None]) -> None:
        """First what is under way, while the platforms can still send; then the platforms; then what just came in."""
        await within(self._ending_seconds, self.parts.engine.finish(), self.dispatcher.idle(), self.jobs.finish())
        for task in edges:
            task.cancel()
        await within(CLOSING_SECONDS, *edges, self.jobs.cut_short())
        await within(CLOSING_SECONDS, self.dispatcher.idle())
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
        await self._attendance.flush(self.parts.database, self.parts.clock)

    def stop(self, *, within: float = ENDING_SECONDS) -> None:
        """End `run` in order. What is under way has so many seconds to come to its end."""
        self._ending_seconds = within
        self._stopping.set()

    async def _tick(self) -> int:
        await self._attendance.flush(self.parts.database, self.parts.clock)
        return await self._move()

    async def _move(self) -> int:
        async with self.parts.work() as work:
            return await Streams(work, self.parts.debounce).tick(work.now)

    async def _supervise(self, platform: Platform) -> None:
        """Keep one platform connected, waiting longer after each failure; a wrong token is never tried again."""
        now = asyncio.get_running_loop().time
        wait = RESTART_FIRST
        while not self._stopping.is_set():
            began = now()
            done = await attempt(self._connect(platform), place=f"platform {platform.name}")
            if done is None:
                return
            if now() - began > RESTART_LAST:
                wait = RESTART_FIRST  # it ran well for a while
            self.problems[platform.name] = why = done.error if isinstance(done, Failure) else done
            if isinstance(done, UnreachableError):
                name = platform.name.capitalize()
                log.warning("%s cannot be reached: %s; next try in %.0f s", name, why, wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, RESTART_LAST)

    async def _connect(self, platform: Platform) -> UnreachableError | None:
        """Run until the platform ends; returns why it could not begin where another try may help."""
        self.problems.pop(platform.name, None)
        specs = command_specs(self.parts.registry, self.parts.translator)
        try:
            await platform.run(self.dispatcher, specs)
        except UnreachableError as error:
            return error
        except ConfigError as error:
            self.problems[platform.name] = error
            log.error("%s is off: %s", platform.name, in_words(error, BASE))  # noqa: TRY400 - the text says it all
        return None

    async def _beat(self) -> None:
        """APScheduler is the clock that wakes us once a second; `wake` does so at once when there is work."""
        from apscheduler.schedulers.asyncio import AsyncIOScheduler

        async def wake() -> None:  # a plain function would run in a thread, from where no event may be set
            self._wake()

        scheduler = AsyncIOScheduler(timezone="UTC")
        scheduler.add_job(wake, "interval", seconds=1)
        scheduler.start()
        try:
            await until_one_ends([turn.run() for turn in self._turns])
        finally:
            # A job that is cut short would be logged as an error: first no new ones, then the last one runs.
            scheduler.remove_all_jobs()
            await asyncio.sleep(0)
            scheduler.shutdown(wait=False)

    def _wake(self) -> None:
        for turn in self._turns:
            turn.wake()


@contextlib.asynccontextmanager
async def open_app(
    config: Config,
    *,
    clock: Clock | None = None,
    make_platforms: MakePlatforms = configured_platforms,
    make_sources: MakeSources = configured_sources,
    loaded: Loaded | None = None,
    alone: bool | None = None,
) -> AsyncIterator[App]:
    """A whole bot on its database, brought up to date and recovered from whatever stopped it the last time.

    It holds the database, so that no other process works on it. `alone`: what was under way was left by a dead process
    (True for SQLite unless told otherwise; a lock in PostgreSQL may be lost unnoticed). Raises ConfigError and
    StorageError, whose texts say what to do.
    """
    ground = _ground(config, clock or SystemClock(), loaded or load_plugins())
    database = ground.database
    platforms = {one.name: one for one in make_platforms(ground.around)}
    sources = make_sources(ground.around)
    holding, studio = contextlib.AsyncExitStack(), Studio()
    try:
        await holding.enter_async_context(database.hold())
        ground = replace(ground, loaded=await with_tables(database, ground.loaded))
        app = _wire(_parts(ground, platforms, studio))
        if app.parts.phraser is not None:
            holding.push_async_callback(app.parts.phraser.close)
        if database.dialect == "sqlite" if alone is None else alone:
            await app.parts.engine.recover(alone=True)
            await app.jobs.recover()
        await _equip_communities(app)
        app.keepers = [_keeper(app.parts, config, source) for source in sources]
        _set_aside_what_is_loaded(holding)
        yield app
    finally:
        # To its end also when whoever waits is cancelled, as by Ctrl-C: what is half closed keeps files open.
        await finished(_close((*platforms.values(), *sources), holding, database))
        studio.close()


async def _close(edges: Sequence[Platform | StreamSource], holding: contextlib.AsyncExitStack, base: Database) -> None:
    # Side by side: one that hangs takes nothing of the others' time.
    await within(CLOSING_SECONDS, *(edge.close() for edge in edges))
    await holding.aclose()
    await base.close()


@contextlib.asynccontextmanager
async def look_in(config: Config) -> AsyncIterator[Parts]:
    """The parts on the bot's database, to look only: nothing runs, nothing is brought up to date, nobody is kept out.

    Raises ConfigError, and SaidError where there is no database yet, or one of another version.
    """
    ground = _ground(config, SystemClock(), load_plugins())
    try:
        if not await is_up_to_date(ground.database, schema_owners(ground.loaded)[0]):
            raise SaidError("check-doctor-old")
        yield _parts(ground, {platform.name: platform for platform in configured_platforms(ground.around)}, Studio())
    finally:
        await ground.database.close()


def _set_aside_what_is_loaded(holding: contextlib.AsyncExitStack) -> None:
    """A full collection over all that was loaded without collecting would stop the loop for tens of milliseconds."""
    if not gc.isenabled():  # else the process opens other bots as well
        gc.freeze()
        gc.enable()
        holding.callback(gc.unfreeze)


class _Ground(Struct, frozen=True):
    """What the parts of a bot stand on."""

    loaded: Loaded
    translator: Translator
    tokens: Tokens
    database: Database
    around: Surroundings


def _ground(config: Config, clock: Clock, loaded: Loaded) -> _Ground:
    plugins = loaded.registry.plugins.values()
    translator = load_translator([bundled_locales(), *(plugin.locales for plugin in plugins if plugin.locales)])
    key = secret_key(config)
    database = open_database(config.database_url, Seal(key, *former_keys(config)))
    memory, web = partial(EdgeMemory, database, clock), WebServer(*config.web.place)
    around = Surroundings(config, clock, translator.text, memory, web)
    return _Ground(loaded, translator, Tokens(key), database, around)


def _keeper(parts: Parts, config: Config, source: StreamSource) -> Keeper:
    async def look() -> Watched:
        async with parts.work() as work:
            return await watched(work, parts.registry, configured_channels(config))

    state = parts.sources[source.name] = SourceState()
    return Keeper(source, state, look)


async def _equip_communities(app: App) -> None:
    """What plugins brought since the last start."""
    async with app.parts.work() as work:
        for community in await Communities(work).all():
            await install_journeys(work, app.parts.registry, community.id)
            await release_what_is_back(work, app.parts.registry, community.id)


def _parts(ground: _Ground, platforms: dict[str, Platform], studio: Studio) -> Parts:
    loaded, translator, tokens, database = ground.loaded, ground.translator, ground.tokens, ground.database
    config, clock = ground.around.config, ground.around.clock
    renderer = Renderer(translator, DeliveryButtons(loaded.registry, tokens, translator), loaded.registry.empty_facts)
    loader = Loader(platforms, loaded.registry.standing)
    sender = Sender(platforms, renderer, Illustrator(database, studio))
    publish = partial(_published, loaded)
    flight, effects = config.delivery.in_flight, Effects(database, clock, platforms, publish)
    return Parts(
        database=database,
        clock=clock,
        loaded=loaded,
        translator=translator,
        tokens=tokens,
        platforms=platforms,
        loader=loader,
        sender=sender,
        engine=Engine(database, clock, loader, sender, in_flight=flight, effects=effects, publish=publish),
        previewer=Previewer(database, loader, sender),
        defaults=Defaults(
            name=config.community.name,
            language=config.community.language,
            zone=config.community.zone,
            quiet_from=config.delivery.quiet_from,
            quiet_until=config.delivery.quiet_until,
        ),
        publish=publish,
        phraser=configured_phraser(config.ai, clock),
        studio=studio,
        debounce=timedelta(minutes=config.streams.debounce_minutes),
        retention=config.retention,
    )


def _wire(parts: Parts) -> App:
    parts.sender.fill_from(Placeholders(parts).values)
    attendance = AttendanceCounter(parts.debounce)
    parts.members_changed = attendance.forget_members
    return App(parts, Dispatcher(parts, attendance), JobRunner(parts, CORE_JOBS, CORE_REPEATED), attendance)


def _published(loaded: Loaded, event: Event) -> Sequence[Line]:
    return [*own_jobs_for(event), *loaded.registry.jobs_for(event)]
