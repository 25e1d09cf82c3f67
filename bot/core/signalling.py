"""Signals of streams: whose counts, and what becomes of them."""

from bot.community.communities import Communities
from bot.community.streams import Streams
from bot.core.parts import Parts
from bot.model.identity import Community, Member, Role
from bot.model.incoming import SignalKind, StreamSignal
from bot.storage.work import Work


async def signalled(
    parts: Parts, work: Work, signal: StreamSignal, community: Community, member: Member | None
) -> None:
    """Take in what a source says of a stream.

    Anybody may go live in a voice channel: only a host begins a stream so. Where those who run a space that joined the
    community do not run the community, nobody begins or plans one by what they do there. An end counts all the same.
    """
    host = member if signal.hosts_only and member is not None and member.role >= Role.HOST else None
    if signal.kind is not SignalKind.ENDED:
        if signal.hosts_only and host is None and signal.kind is SignalKind.STARTED:
            return
        if signal.space is not None and not (await Communities(work).rights_in(signal.space)).count:
            return
    await Streams(work, parts.debounce).signal(community.id, signal, host.id if host else None)
