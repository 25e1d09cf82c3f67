"""Networks: what the chat networks say of a community's spaces, to be asked before anything is written."""

from collections.abc import Awaitable, Collection, Sequence
from datetime import datetime
from typing import TypeVar

from msgspec.structs import replace

from bot.community.communities import Communities
from bot.core.parts import Parts
from bot.errors import UserError
from bot.guard import Failure, attempt
from bot.model.identity import AccountRef, Community, Route, Space, SpaceRef
from bot.model.messages import File
from bot.model.native import NativeBadge, Place, Standing
from bot.model.results import Problem
from bot.model.rights import Right
from bot.model.uploads import upload_of
from bot.storage.work import Work

T = TypeVar("T")

SECONDS, FETCHING = 4.0, 20.0
NO_ANSWER = Problem("core-network-silent")


class Networks:
    """Asks them within one piece of work; a network that fails, or does not answer in time, has nothing to say."""

    def __init__(self, parts: Parts, work: Work, community: Community) -> None:
        self._parts = parts
        self._work = work
        self._community = community
        self._answers = dict[tuple[int, frozenset[Right]], Sequence[Problem]]()

    async def spaces(self) -> Sequence[Space]:
        """The community's spaces on networks that are set up."""
        every = await Communities(self._work).spaces(self._community.id)
        return [space for space in every if space.ref.platform in self._parts.platforms]

    async def routes(self) -> frozenset[Route]:
        """The routes that push by which somebody can be reached where the community posts."""
        posts = [space.ref.platform for space in await self.spaces() if space.post_channel is not None]
        return frozenset(route for name in posts for route in self._parts.platforms[name].capabilities.routes)

    async def space(self, space_id: int) -> Space | None:
        """The one of that id; None where the community has none such."""
        return next((space for space in await self.spaces() if space.id == space_id), None)

    async def places(self, space: Space) -> Sequence[Place]:
        """The channels of a space, in the order people see them, and after them the group that its hosts have."""
        directory = self._parts.platforms[space.ref.platform].natives.directory
        if directory is None:
            return ()
        found = await self._asked(directory.places(space.ref)) or ()
        if space.host_channel is None or any(one.channel.channel_id == space.host_channel for one in found):
            return found
        room = await self._asked(directory.places(SpaceRef(space.ref.platform, space.host_channel))) or ()
        return [*found, *(replace(one, hosts_only=True) for one in room)]

    def has_badges(self, space: Space) -> bool:
        """Whether the network can show a role or a tag on somebody there."""
        return self._parts.platforms[space.ref.platform].natives.badges is not None

    async def groups(self, space: Space) -> Sequence[NativeBadge]:
        """The roles that the network has there; empty where it knows none."""
        badges = self._parts.platforms[space.ref.platform].natives.badges
        found = await self._asked(badges.badges(space.ref)) if badges is not None else ()
        return found or ()

    async def problems(self, space: Space, needs: Collection[Right] = ()) -> Sequence[Problem]:
        """What stops the bot there, `needs` being rights beside those that it always asks for; asked once."""
        question = space.id, frozenset(needs)
        if question not in self._answers:
            platform = self._parts.platforms[space.ref.platform]
            found = await self._asked(platform.check(space.ref, needs))
            self._answers[question] = (NO_ANSWER,) if found is None else found
        return self._answers[question]

    async def lacking(self, space: Space, needs: Collection[Right]) -> Sequence[Problem]:
        """What of that is due to these rights alone."""
        if not needs or (base := await self.problems(space)) == (NO_ANSWER,):
            return ()  # whoever is silent need not be waited for once more
        return [problem for problem in await self.problems(space, needs) if problem not in base]

    async def standing(self, space: Space, account: AccountRef) -> Standing | None:
        """How somebody stands there right now; None where the network has nothing to say of them."""
        directory = self._parts.platforms[space.ref.platform].natives.directory
        if directory is None or account.platform != space.ref.platform:
            return None
        return await self._asked(directory.standing(space.ref, account))

    def made_at(self, account: AccountRef) -> datetime | None:
        """When the account was made, where its number tells; nobody is asked."""
        platform = self._parts.platforms.get(account.platform)
        directory = platform.natives.directory if platform is not None else None
        return None if directory is None else directory.made_at(account)

    async def fetch(self, handed_in: str, most: int) -> File:
        """The file that a form's field brought, of at most so many bytes. Raises UserError where none is to be had."""
        upload = upload_of(handed_in)
        if upload is None:
            raise UserError("core-file-none")
        large = UserError("core-file-large", megabytes=most // 1_000_000)
        if upload.size > most:
            raise large
        platform = self._parts.platforms.get(upload.platform)
        files = platform.natives.files if platform is not None else None
        found: object = None
        if files is not None:
            found = await attempt(files.fetch(upload.reference), place="fetching a file", seconds=FETCHING)
        if not isinstance(found, bytes):
            raise UserError("core-file-gone", name=upload.safe_name)
        if len(found) > most:
            raise large
        return File(upload.safe_name, found)

    async def _asked(self, question: Awaitable[T]) -> T | None:
        answer = await attempt(question, place="asking a network", seconds=SECONDS)
        return None if isinstance(answer, Failure) else answer
