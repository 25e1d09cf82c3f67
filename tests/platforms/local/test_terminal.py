"""The terminal as people use it: commands, buttons, people and channels."""

import asyncio
import io
import os
import pty
import re
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from bot.community.residents import Resident
from bot.model.identity import AccountRef, Role
from bot.model.messages import Accent, Called, Markup, Message
from bot.platforms.local.cast import chosen_language, gather
from bot.platforms.local.console import Output
from bot.platforms.local.drawing import Painter
from bot.platforms.local.lines import Lines
from bot.platforms.local.records import GENERAL, Shown
from bot.platforms.local.terminal import talk
from bot.text.translator import Translator
from tests.eventually import eventually
from tests.platforms.local.sitting import HOSTS_ONLY, Screen, SmallChat, sit, transcript


@pytest.fixture
def chat(small: SmallChat) -> SmallChat:
    """The chat that is sat at."""
    return small


async def test_a_command_from_a_pipe_is_answered_in_a_box_and_the_end_of_input_ends(
    chat: SmallChat, translator: Translator
) -> None:
    shown = await transcript(chat, translator, "/ping")
    assert "Emma (member) > /ping\n╭─ only you see this ─" in shown
    assert "│ Awake." in shown
    assert "[1] Again   [2] Shop → https://shop.example" in shown
    assert shown.endswith("╯\n")
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 80


async def test_a_private_answer_keeps_its_numbers_when_its_command_posts_buttons_too(
    chat: SmallChat, translator: Translator
) -> None:
    shown = await transcript(chat, translator, "/note add go live", "1")
    assert shown.index("[1] I am here") < shown.index("You are live.") < shown.index("[1] Status")
    assert "You pressed status." in shown


async def test_numbers_press_the_buttons_of_the_last_message(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/ping", "1", "2", "3")
    assert "You pressed again." in shown
    assert "The button leads to https://shop.example" in shown
    assert "There is no button 3 here; the last message has 1–2." in shown


async def test_a_score_is_given_by_its_own_number(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/note add score", "3", "/note add score", "0", "11")
    assert "│ [0] [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] │\n│ [11] Less of this " in shown
    assert re.findall("You pressed (.*?)[.]", shown) == ["score-3", "score-0", "less"]


async def test_a_number_without_buttons_is_no_chat_but_gets_a_hint(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "10", "10 cups")
    assert "Nothing here has buttons yet, so 10 presses none." in shown
    assert len(chat.said) == 1


async def test_numbers_press_what_was_shown_last_in_this_channel(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(
        chat, translator, "@host", "/note add two questions", "/ping", "1", "#hosts", "1", "#direct", "1"
    )
    assert re.findall("You pressed (.*?)[.]", shown) == ["again", "hosts-only"]
    assert "Nothing here has buttons. Those shown last are in #general; go there first" in shown


async def test_what_others_get_waits_until_one_plays_them(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/note add <b>tea</b>", "@host")
    before, after = shown.split("@host\n· You are now Harry (host).")
    assert "Noted: <b>tea</b>" in before
    assert "something new for Harry; @host shows it" in before
    assert "something new in #hosts" in before
    assert "For you alone." not in before
    assert "Afterglow · #hosts\n  A note came in." in after
    assert "Afterglow · direct message\n  For you alone." in after


async def test_somebody_new_comes_in_with_a_language_and_a_role(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "@new Žofie cs owner", "@ema", "@zofie", "#hosts", "hello", "@new Zofie")
    assert "You are now Žofie (owner)." in shown
    assert "Žofie (owner) #hosts > hello" in shown
    assert "Zofie is here already." in shown
    assert chat.people[-1].language == "cs"


async def test_a_member_is_kept_out_of_the_hosts_channel(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "#hosts", "#direct", "/ping")
    assert "is for hosts and moderators" in shown
    assert "Emma (member) #direct > /ping\nAfterglow · direct message" in shown


async def test_each_answer_stands_before_the_next_line_of_a_script(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/note add tea", "hello", "/note add cake", "/ping")
    told = re.findall("> /note add [a-z]*|Noted: [a-z]*|> hello|> /ping|Awake", shown)
    assert told == [
        "> /note add tea",
        "Noted: tea",
        "> hello",
        "> /note add cake",
        "Noted: cake",
        "> /ping",
        "Awake",
    ]


async def test_no_line_carries_blanks_at_its_end(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/note add tea and cake", "?", "/ask", "-", "9", "#hosts")
    assert not [line for line in shown.splitlines() if line != line.rstrip()]


async def test_who_is_made_a_host_is_called_so_and_let_in(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/note add promote me", "#hosts", "hi", "@mod", "@ema")
    assert "Afterglow · #hosts\n  Somebody new is here.\nEmma (host) > #hosts\nEmma (host) #hosts > hi" in shown
    assert "You are now Mia (moderator)." in shown
    assert "You are now Emma (host)." in shown


async def test_a_host_no_more_is_shown_out_of_the_hosts_channel(chat: SmallChat, translator: Translator) -> None:
    emma = Resident("ema", "Emma", "en", Role.HOST)
    shown = await transcript(chat, translator, "#hosts", "hi", "#hosts", before=[emma])
    assert shown.endswith("Emma (member) > hi\nEmma (member) > #hosts\n" + HOSTS_ONLY)


async def test_those_who_were_there_before_can_be_played_again(chat: SmallChat, translator: Translator) -> None:
    chat.roles = {"petr": Role.OWNER}
    before = [
        Resident("petr", "Petr", "cs", Role.OWNER),
        Resident("twitch-7", "Jane Doe", None, Role.MEMBER),
        Resident("ema", "Ema", "en", Role.MEMBER),
    ]
    shown = await transcript(chat, translator, "@petr", "@jane doe", "/ping", "@ema", "@", before=before)
    assert "You write as Ema." in shown
    assert "You are now Petr (owner)." in shown
    assert "You are now Jane Doe (member)." in shown
    assert "Jane Doe (member) > /ping\n╭─ only you" in shown
    assert "Here are @ema, @host, @mod, @petr, @twitch-7; @new Ann brings in somebody new." in shown
    assert [person.language for person in chat.people] == ["en", "en", "en", "cs", None]
    assert not chat.said


async def test_a_crowd_is_not_listed_one_by_one(chat: SmallChat, translator: Translator) -> None:
    crowd = [Resident(f"twitch-{number}", f"Viewer {number}", None, Role.MEMBER) for number in range(800)]
    shown = await transcript(chat, translator, "@", "@viewer 799", before=crowd)
    assert "@twitch-4 … (803 in all);" in shown
    assert "You are now Viewer 799 (member)." in shown


async def test_people_keep_their_language_whatever_the_terminal_speaks(chat: SmallChat, translator: Translator) -> None:
    before = [Resident("ema", "Emma", "en", Role.MEMBER), Resident("host", "Honza", "cs", Role.HOST)]
    shown = await transcript(chat, translator, language="cs", before=before)
    assert "Kdo tu už byl, mluví dál svým jazykem (Emma); změní ho /preferences." in shown.replace("\n  ", " ")
    assert "svým jazykem" not in await transcript(chat, translator, language="cs")


async def test_a_community_that_begins_says_whose_clock_it_keeps(chat: SmallChat, translator: Translator) -> None:
    assert "Prague" not in await transcript(chat, translator)
    chat.zone = "Europe/Prague"
    assert "begins on this machine’s clock, Europe/Prague." in await transcript(chat, translator)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("@", "Here are @ema, @host, @mod; @new Ann brings in somebody new."),
        ("#", "You can go to #general, #hosts, #direct."),
        ("#nowhere", "You can go to #general, #hosts, #direct."),
    ],
)
async def test_a_sign_that_leads_nowhere_says_what_there_is(
    line: str, hint: str, chat: SmallChat, translator: Translator
) -> None:
    assert hint in await transcript(chat, translator, line)
    assert not chat.said


async def test_who_is_spoken_to_by_name_is_not_played(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "@host good evening", "# a heading", "quit")
    assert "You are now" not in shown
    assert len(chat.said) == 2


@pytest.mark.parametrize(
    ("language", "lines", "told"),
    [
        ("en", ("@moderator", "@member"), ("You are now Mia (moderator).", "You are now Emma (member).")),
        ("cs", ("@spravce", "@Člen"), ("Teď jsi Mirka (správce).", "Teď jsi Ema (člen).")),
    ],
)
async def test_whoever_is_called_by_what_the_prompt_says_in_brackets_is_played(
    language: str, lines: Sequence[str], told: Sequence[str], chat: SmallChat, translator: Translator
) -> None:
    shown = await transcript(chat, translator, *lines, language=language)
    assert all(one in shown for one in told)


async def test_lines_that_make_no_sense_get_a_hint(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "", "@nobody", "@new", "@new Bo klingon", "/pign", "?")
    assert "Nobody here is called nobody. Here are @ema, @host, @mod" in shown
    assert shown.count("Write a name, and a language or a role") == 2
    assert "Did you mean /ping?" in shown
    assert "Just write to chat." in shown


async def test_the_terminal_speaks_czech(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/ping", "@mod", "?", language="cs")
    assert "Píšeš jako Ema." in shown
    assert "vidíš jen ty" in shown
    assert "Teď jsi Mirka (správce)." in shown


@pytest.mark.parametrize("only_for", [None, AccountRef("local", "ema")])
def test_a_line_is_never_broken_where_a_space_binds(only_for: AccountRef | None, translator: Translator) -> None:
    screen, words = Screen(), "slovo " * 4 + "za 1\u00a0000 bodů k\u00a0večeři"
    for width in range(24, 60):
        post = Shown("1", GENERAL, Message(Markup(words)), datetime(2026, 7, 1, tzinfo=UTC), only_for=only_for)
        Painter(Output(file=screen, width=width), translator.text, "cs").message(post)
    assert screen.getvalue().count("1\u00a0000") == screen.getvalue().count("k\u00a0večeři") == len(range(24, 60))


async def test_a_typed_prompt_is_drawn_again_below_what_comes_in(chat: SmallChat, translator: Translator) -> None:
    keyboard, terminal = pty.openpty()
    screen = Screen()
    console = Output(
        file=screen, width=80, force_terminal=True, color_system="truecolor", no_color=False, _environ={"TERM": "xterm"}
    )
    with os.fdopen(terminal, encoding="utf-8") as stream:
        talking = asyncio.create_task(sit(chat, translator, stream, console))
        await asyncio.wait_for(screen.prompted.wait(), 5)
        await chat.send(GENERAL, Message(Markup("<b>Live</b> now"), accent=Accent.LIVE), key="d1")
        os.write(keyboard, b"quit\n")
        await asyncio.wait_for(talking, 5)
    os.close(keyboard)
    shown = screen.getvalue()
    assert shown.count("Emma (member) > ") == 2
    assert "\r\x1b[2K" in shown
    assert "38;2;255;122;107mAfterglow" in shown


async def test_what_is_typed_before_the_prompt_stands_behind_it(chat: SmallChat, translator: Translator) -> None:
    keyboard, terminal = pty.openpty()
    os.write(keyboard, b"/ping\nquit\n")
    screen = io.StringIO()
    with os.fdopen(terminal, encoding="utf-8") as stream:
        lines = Lines(stream)
        lines.start()
        await eventually(lambda: lines.are_waiting, "the lines are read")
        console = Output(file=screen, width=80, force_terminal=True, no_color=True, _environ={"TERM": "xterm"})
        me = gather(chat, translator.text, "en")
        await asyncio.wait_for(talk(chat, chat, Painter(console, translator.text, "en"), lines, me), 5)
    os.close(keyboard)
    shown = re.sub("\x1b\\[[0-9;]*m", "", screen.getvalue())
    assert "Emma (member) > /ping\n╭─ only you see this ─" in shown


async def test_signs_that_a_pipe_cannot_hold_stop_nothing(chat: SmallChat, translator: Translator) -> None:
    screen = io.BytesIO()
    console = Output(file=io.TextIOWrapper(screen, encoding="ascii"), width=80, force_terminal=False)
    lines = io.StringIO("/ping\n")
    await sit(chat, translator, lines, console, language="cs")
    assert b"Ema (?len) > /ping" in screen.getvalue()


async def test_lines_lose_their_ends_and_what_could_steer_a_terminal() -> None:
    lines = Lines(io.StringIO("up\x1b[A\r\nbell\x07\nlast"))
    lines.start()
    assert [await lines.next() for _ in range(5)] == ["up", "bell", "last", None, None]


@pytest.mark.parametrize(
    ("option", "environment", "language"),
    [
        ("cs", {"LANG": "en_GB.UTF-8"}, "cs"),
        (None, {"LANG": "cs_CZ.UTF-8"}, "cs"),
        (None, {"LC_ALL": "en_GB.UTF-8", "LANG": "cs_CZ.UTF-8"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {}, "en"),
        ("tlh", {}, "en"),
    ],
)
def test_the_language_is_the_one_told_or_that_of_the_environment(
    option: str | None, environment: dict[str, str], language: str
) -> None:
    assert chosen_language(option, environment) == language


@pytest.mark.parametrize(
    ("option", "configured", "language"), [("en", "cs", "en"), (None, "cs", "cs"), (None, "en", "en")]
)
def test_a_configured_language_comes_after_the_one_told_and_before_the_environment(
    option: str | None, configured: str, language: str
) -> None:
    other = {"cs": "en_GB.UTF-8", "en": "cs_CZ.UTF-8"}[language]
    assert chosen_language(option, {"LANG": other}, configured) == language


def test_a_post_that_calls_somebody_has_their_name_before_the_text(translator: Translator) -> None:
    screen = io.StringIO()
    called = Called(AccountRef("local", "ann"), "Ann <3")
    post = Message(Markup("something waits."), calls=called)
    at = datetime(2026, 11, 22, 20, tzinfo=UTC)
    Painter(Output(file=screen, width=80), translator.text, "en").message(Shown("1", GENERAL, post, at))
    assert screen.getvalue() == "Afterglow · #general\n  @Ann <3: something waits.\n"
