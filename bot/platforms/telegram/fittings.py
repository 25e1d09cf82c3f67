"""The parts of the edge, put together on one bot."""

from msgspec import Struct
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.model.native import Natives
from bot.model.ports import Memory
from bot.platforms.telegram.administrators import Administrators
from bot.platforms.telegram.anonymous import Anonymous
from bot.platforms.telegram.badges import Tags
from bot.platforms.telegram.directory import TelegramDirectory
from bot.platforms.telegram.doors import GroupDoors
from bot.platforms.telegram.doorway import Doorway
from bot.platforms.telegram.files import TelegramFiles
from bot.platforms.telegram.forms import Forms
from bot.platforms.telegram.invites import InviteLinks
from bot.platforms.telegram.outgoing import Outgoing
from bot.platforms.telegram.pace import Urgency
from bot.platforms.telegram.polls import TelegramPolls
from bot.platforms.telegram.presses import Presses
from bot.platforms.telegram.reading import UpdateReader
from bot.platforms.telegram.talks import Talks
from bot.text.saying import Say


class Fittings(Struct, frozen=True):
    """What `TelegramPlatform` itself speaks to."""

    presses: Presses
    outgoing: Outgoing
    forms: Forms
    talks: Talks
    reader: UpdateReader
    natives: Natives


def fittings(bot: ExtBot[Urgency], clock: Clock, say: Say, memory: Memory, press_patience: float) -> Fittings:
    """All parts, each with those it needs."""
    administrators = Administrators(bot, clock)
    presses = Presses(bot, press_patience)
    doorway = Doorway(bot, memory, clock)
    outgoing = Outgoing(bot, presses, doorway, clock, say)
    talks = Talks(memory)
    forms = Forms(outgoing, presses, clock, say, talks)
    polls, invites = TelegramPolls(bot, memory, clock), InviteLinks(bot, clock)
    anonymous = Anonymous(bot, outgoing, presses, administrators, memory, clock, say)
    reader = UpdateReader(bot, administrators, forms, presses, polls, anonymous, doorway, memory)
    natives = Natives(
        reader=reader,
        polls=polls,
        badges=Tags(bot, clock),
        invites=invites,
        doors=GroupDoors(bot, invites, memory, clock),
        files=TelegramFiles(bot, clock),
        directory=TelegramDirectory(bot, lambda: reader.username),
    )
    return Fittings(presses, outgoing, forms, talks, reader, natives)
