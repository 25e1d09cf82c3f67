"""What a command's words are read with: who typed them and where, and what its options are called to them."""

from functools import partial

from bot.core.declarations import Command
from bot.core.parameters import Reading
from bot.core.parts import Parts
from bot.core.usage import choice_words, option_word, usage
from bot.core.whereabouts import meet
from bot.model.identity import Community, Member
from bot.storage.work import Work


def reading_of(parts: Parts, work: Work, community: Community, member: Member, command: Command) -> Reading:
    """For a command that somebody invokes."""
    texts, language = parts.translator, member.language
    words = {option.name: option_word(texts, language, command, option) for option in command.parameters}
    choices = {option.name: choice_words(texts, language, command, option) for option in command.parameters}
    line, find = usage(texts, language, command), partial(meet, parts, work, community)
    return Reading(work, community, member, work.now, words, choices, line, find)
