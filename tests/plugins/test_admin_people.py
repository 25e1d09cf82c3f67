"""Roles, permissions and the list of changes."""

import pytest

from bot.model.identity import Role
from bot.testing import whole_bot
from tests.plugins.moderating import evening
from tests.snapshots.compare import matches

LANGUAGES = ("en", "cs")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_roles_and_changes_read_well(language: str) -> None:
    async with evening(language=language) as here:
        matches(f"admin/host-add.{language}", await here.screen("/host add Ema"))
        matches(f"admin/permission.{language}", await here.screen("/permission hello host"))
        await here.says("/plugin configure sample minutes 30")
        await here.says("/everything stop")
        matches(f"admin/audit.{language}", await here.screen("/audit"))


async def test_a_host_is_added_and_taken_away() -> None:
    async with evening() as here:
        assert "This is for hosts" in await here.says("/status", here.ema)
        await here.says("/host add @Ema")
        assert "Status" in await here.says("/status", here.ema)
        assert "is a host already" in await here.says("/host add Ema")
        await here.says("/host remove Ema")
        assert "This is for hosts" in await here.says("/status", here.ema)
        assert "was not made a host" in await here.says("/host remove Ema")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_role_that_the_platform_gives_is_said_to_stay_and_where_it_is_changed(language: str) -> None:
    async with evening(language=language) as here:
        owner = here.bot.person("Olga", Role.OWNER, language=language)
        await here.says("/host add Ema")
        ema = here.bot.person("Ema", Role.HOST, language=language)
        await here.says("/hello", ema)
        taken = await here.says("/host remove Ema")
        again = await here.says("/host remove Ema")
        moderator = await here.says("/moderator remove Mia", owner)
        matches(f"admin/role-of-platform.{language}", f"{taken}\n\n{again}\n\n{moderator}")


async def test_who_may_do_more_already_is_told_so_and_not_made_less() -> None:
    async with evening() as here:
        owner = here.bot.person("Olga", Role.OWNER)
        told = await here.says("/host add Mia", owner)
        assert told == "Mia is a moderator, and may do all that already. Nothing changed."
        assert await here.says("/audit", owner) == "Nothing was changed here yet."
        await here.says("/moderator add Ema", owner)
        assert "Ema is a moderator, and may do all that" in await here.says("/host add Ema")
        assert "was not made a moderator" in await here.says("/moderator remove Mia", owner)


async def test_only_what_the_presser_may_do_is_offered() -> None:
    async with evening() as here:
        await here.says("/host add Ema")
        stopped = await here.says("/everything stop", here.ema)
        assert "A moderator can let it go on with /everything resume." in stopped
        with pytest.raises(LookupError):
            await here.presses("Let it go on", here.ema)
        await here.says("/status", here.ema)
        with pytest.raises(LookupError):
            await here.presses("Let it go on", here.ema)
        await here.says("/status")
        assert "It goes on." in await here.presses("Let it go on")
        await here.says("/status", here.ema)
        assert "Everything is stopped" in await here.presses("Stop everything", here.ema)


async def test_a_plugin_that_stays_on_says_what_it_is_needed_for() -> None:
    async with whole_bot() as bot:
        mia = bot.person("Mia", Role.MODERATOR)
        assert "nobody could turn anything on again" in "".join(await bot.says(mia, "/plugin disable admin"))
        assert "how people stop me" in "".join(await bot.says(mia, "/plugin disable passport"))


@pytest.mark.long
async def test_somebody_unknown_is_refused() -> None:
    async with evening() as here:
        assert "I know nobody called Nobody here" in await here.says("/host add Nobody")


@pytest.mark.parametrize("typed", ["@jana", "@Jana", "jana", "Jana Nováková", "@Jana Nováková", "local:jana"])
async def test_somebody_is_meant_by_name_handle_or_id(typed: str) -> None:
    async with evening() as here:
        jana = here.bot.chat.person("jana", name="Jana Nováková", floor=Role.MEMBER, language="en")
        await here.says("/hello", jana)
        assert "Jana Nováková is a host now" in await here.says(f"/host add {typed}")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "jana may be several people here: Jana (local:j-1), jana (local:j-2). Write what stands in brackets"),
        ("cs", "jana tu může být víc lidí: Jana (local:j-1), jana (local:j-2). Napiš místo toho, co je v závorce."),
    ],
)
async def test_a_name_that_several_have_is_answered_with_who_may_be_meant(language: str, told: str) -> None:
    async with evening(language=language) as here:
        for number, name in ((1, "Jana"), (2, "jana")):
            await here.says("/hello", here.bot.chat.person(f"j-{number}", name=name, floor=Role.MEMBER, language="en"))
        assert told in (await here.says("/host add jana")).replace("\N{NO-BREAK SPACE}", " ")
        assert (await here.says("/host add local:j-1")).startswith("Jana ")
        assert (await here.says("/host add @j-2")).startswith("jana ")


async def test_a_handle_comes_before_a_name_where_it_is_written_as_one() -> None:
    async with evening() as here:
        for handle, name in (("ben", "Benjamin"), ("other", "Ben")):
            await here.says("/hello", here.bot.chat.person(handle, name=name, floor=Role.MEMBER, language="en"))
        assert "Benjamin is a host now" in await here.says("/host add @ben")
        assert "Ben is a host now" in await here.says("/host add Ben")


async def test_only_the_owner_makes_moderators() -> None:
    async with evening() as here:
        owner = here.bot.person("Olga", Role.OWNER)
        assert "This is for the owner" in await here.says("/moderator add Ema")
        assert "moderator now" in await here.says("/moderator add Ema", owner)
        assert "plain member again" in await here.says("/moderator remove Ema", owner)


async def test_a_command_can_need_another_role_and_that_is_undone() -> None:
    async with evening() as here:
        assert "/hello: everybody → hosts" in await here.says("/permission hello host")
        assert "This is for hosts" in await here.says("/hello", here.ema)
        assert "for hosts already" in await here.says("/permission /hello host")
        await here.presses("Undo")
        assert await here.says("/hello", here.ema) == "Hello."


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("člen", "všichni"),
        ("moderátor vysílání", "kdo vysílají"),
        ("Moderator vysilani", "kdo vysílají"),
        ("hostitel", "kdo vysílají"),
        ("host", "kdo vysílají"),
        ("správce", "správci"),
        ("moderátor", "správci"),
        ("moderator", "správci"),
    ],
)
async def test_a_role_is_understood_by_what_it_is_called(typed: str, after: str) -> None:
    async with evening(language="cs") as here:
        before = "host" if after != "kdo vysílají" else "moderator"
        await here.says(f"/permission hello {before}")
        assert f"→ {after}" in await here.says(f"/permission hello {typed}")


async def test_a_role_that_there_is_not_is_answered_with_those_there_are() -> None:
    async with evening(language="cs") as here:
        assert "člen, moderátor vysílání, správce, vlastník" in await here.says("/permission hello kuchař")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_was_changed_about_permissions_is_listed(language: str) -> None:
    async with evening(language=language) as here:
        shown = [await here.screen("/permission")]
        await here.says("/permission hello host")
        await here.says("/permission status moderator")
        await here.says("/permission status host")  # as it was: nothing to list
        await here.says('/permission "journey test" host')
        asked = "seznam" if language == "cs" else "list"
        shown += [await here.screen(f"/permission{what}") for what in ("", " hello", " status", f" {asked}")]
        assert shown[1] == shown[-1] == await here.screen("/permission list")
        matches(f"admin/permissions.{language}", "\n\n---\n".join(shown[:-1]))


@pytest.mark.long
async def test_many_permissions_turn_pages() -> None:
    async with evening() as here:
        commands = here.bot.app.parts.registry.commands.values()
        above = [command.name for command in commands if command.least_role is Role.MODERATOR]
        for name in above[:11]:
            await here.says(f'/permission "{name}" host')
        assert "page 1 of 2" in await here.says("/permission")
        assert "(usually moderators)" in await here.presses("More ›")


async def test_only_moderators_see_what_was_changed() -> None:
    async with evening() as here:
        assert "This is for moderators" in await here.says("/permission", here.ema)


async def test_nobody_lends_out_more_than_they_have() -> None:
    async with evening() as here:
        told = await here.says("/permission hello owner")
        assert told.startswith("This takes the owner: it is about a right above your own role. Ask them")
        assert "This takes the owner" in await here.says('/permission "moderator add" moderator')
        assert "There is no command" in await here.says("/permission nonsense host")


async def test_undoing_does_not_give_a_role_that_one_may_not_give() -> None:
    async with evening() as here:
        owner = here.bot.person("Olga", Role.OWNER)
        await here.says("/moderator add Ema", owner)
        await here.says("/moderator remove Ema", owner)
        await here.says("/audit")
        with pytest.raises(LookupError):  # a moderator is not even offered it
            await here.presses("Undo 2")
        token = here.bot.app.parts.tokens.make("admin.undo", 2)
        assert "This takes the owner" in await here.presses(token)
        await here.says("/audit", owner)
        assert "Ema: member → moderator" in await here.presses("Undo 2", owner)


async def test_the_list_of_changes_pages_and_undoes_once() -> None:
    async with evening() as here:
        assert "Nothing was changed here yet" in await here.says("/audit")
        for minutes in range(20, 27):
            await here.says(f"/plugin configure sample minutes {minutes}")
        shown = await here.says("/audit")
        assert "settings of sample: Minutes to wait: 25 → 26" in shown
        assert "Minutes to wait: 10 → 20" in await here.presses("More ›")
        assert "Undone. Now: " in await here.presses("Undo 7")
        assert "undid this already" in await here.presses("Undo 7")
        token = here.bot.app.parts.tokens.make("admin.undo", 5)
        assert "changed it again since" in await here.presses(token)


@pytest.mark.parametrize(
    ("language", "undo", "stopped", "goes_on"),
    [
        ("en", "Undo", "Undone. Now: everything stopped", "Undone. Now: everything goes on"),
        ("cs", "Vrátit", "Vráceno. Teď: všechno zastaveno", "Vráceno. Teď: všechno jede dál"),
    ],
)
async def test_undoing_says_what_holds_now(language: str, undo: str, stopped: str, goes_on: str) -> None:
    async with evening(language=language) as here:
        await here.says("/everything stop")
        await here.says("/everything resume")
        await here.says("/audit")
        assert stopped in await here.presses(f"{undo} 2")
        await here.says("/audit")
        assert goes_on in await here.presses(f"{undo} 3")


async def test_the_list_of_changes_offers_no_undo_that_would_be_refused() -> None:
    async with evening() as here:
        for minutes in (20, 30):
            await here.says(f"/plugin configure sample minutes {minutes}")
        shown = await here.screen("/audit")
        assert "[Undo 2]" in shown and "[Undo 1]" not in shown
        await here.presses("Undo 2")
        shown = await here.screen("/audit")
        assert "[Undo 3] [Undo 1]" in shown and "[Undo 2]" not in shown


async def test_a_stop_is_undone_from_the_list() -> None:
    async with evening() as here:
        await here.says("/everything stop")
        await here.says("/audit")
        assert "everything goes on" in await here.presses("Undo 1")
        assert "Everything is stopped" not in await here.says("/status")


async def test_members_may_not_see_or_undo_changes() -> None:
    async with evening() as here:
        assert "This is for moderators" in await here.says("/audit", here.ema)


@pytest.mark.long
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("stream start moderator", "/stream start: hosts → moderators"),
        ("stream start", "/stream start: hosts, as usual"),
        ('"stream start" moderators', "/stream start: hosts → moderators"),
        ("stream start king", "role cannot be “king”. It takes one of: member, host, moderator, owner"),
        ("stream start the king", "role cannot be “the king”."),
        ("status king", "role cannot be “king”."),
        ("stream", "There is no command stream here."),
        ('"" host', "Something is missing: command. Write it like this: /permission [COMMAND] [ROLE]"),
    ],
)
async def test_a_command_of_several_words_needs_no_quotes(typed: str, told: str) -> None:
    async with whole_bot() as bot:
        assert told in "".join(await bot.says(bot.person("Mia", Role.MODERATOR), f"/permission {typed}"))


async def test_roles_of_several_words_are_understood_behind_commands_of_several() -> None:
    async with whole_bot(language="cs") as bot:
        mia = bot.person("Mia", Role.MODERATOR, language="cs")
        changed = "".join(await bot.says(mia, "/permission stream plan správci"))
        assert "/stream plan" in changed
        assert "→" in changed
        assert "→" in "".join(await bot.says(mia, "/permission stream plan moderátor vysílání"))


@pytest.mark.long
async def test_whoever_is_picked_from_the_network_s_own_list_is_found_though_nobody_heard_of_them_yet() -> None:
    async with whole_bot() as bot:
        mia, zoe = bot.person("Mia", Role.MODERATOR), bot.person("Zoe")
        assert "I know nobody called Zoe here." in "".join(await bot.says(mia, "/host add Zoe"))
        assert await bot.says(mia, "/host add local:zoe") == [
            "Zoe is a host now: streams and the stop button are theirs too."
        ]
        assert "Status" in "".join(await bot.says(zoe, "/status"))
        assert "I know nobody called local:nobody here." in "".join(await bot.says(mia, "/host add local:nobody"))
        bot.chat.person("gone", name="Gone", outside=True)
        assert "I know nobody called local:gone here." in "".join(await bot.says(mia, "/host add local:gone"))
        assert "I know nobody called mars:zoe here." in "".join(await bot.says(mia, "/host add mars:zoe"))
