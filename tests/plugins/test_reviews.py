"""Reviews: given with stars and a photo, looked at by hosts, and shown to everybody by their author's leave alone."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.community.communities import Communities
from bot.community.people import People
from bot.core.contributing import contributed
from bot.core.services import build
from bot.core.telling import Telling
from bot.delivery.journeys import resume_everything, stop_everything
from bot.model.uploads import Upload
from bot.storage.further_tables import photos
from bot.storage.tables import deliveries
from bot.text.markup import plain
from plugins.reviews._tables import reviews, things
from tests.pictures.handed_in import SECRET, bomb, handed, moving, opened, telephone
from tests.plugins.reviewing import TEAPOT, Shop, shop
from tests.snapshots.compare import matches, screen

GONE = "This was taken back by whoever it was from."
FIRM = "It is <b>firm</b>.\nThe lid fits."


async def words_kept(here: Shop) -> str:
    """Whatever the outbox still has of what was said to others than whoever it is about."""
    posts = deliveries.c.payload.is_not(None) & deliveries.c.member_id.is_(None)
    async with here.bot.app.parts.work() as work:
        rows = await work.rows(sa.select(deliveries.c.payload).where(posts))
    return "\n".join(str(row.payload) for row in rows)


async def test_a_review_is_approved_posted_replied_to_changed_and_taken_back_in_one_post(tmp_path: Path) -> None:
    async with shop(tmp_path) as here:
        told = await here.gives(here.ann, 4, FIRM, about=TEAPOT, photo=here.mug())
        assert told.startswith("Thank you, the hosts have it. Once they approve it")
        await here.waits()
        assert here.in_public() == [] and "There is none to see yet." in await here.says(here.cid, "/reviews")
        await here.presses(here.hana, "Approve")
        assert f"★★★★☆ Ann on {TEAPOT}: “It is <b>firm</b>. The lid fits.” (with a photo)" in await here.says(
            here.cid, "/reviews blue TEAPOT"
        )
        await here.says(here.hana, "/reviews")
        await here.presses(here.hana, "Ann ★★★★☆")
        await here.presses(here.hana, "Publish")
        await here.waits()
        [post] = here.in_public()
        assert plain(post.message.text) == f"★★★★☆ {TEAPOT}\n“{FIRM}”\nAnn"
        [photo] = post.message.files
        assert opened(photo.content).size == (480, 640) and SECRET not in photo.content
        assert photo.description == f"Photo with a review of {TEAPOT} by Ann"
        await here.presses(here.hana, "Reply")
        await here.fills(here.hana, {"reply": "It is Petra's design."})
        await here.waits()
        [post] = here.in_public()
        assert plain(post.message.text).endswith("\nAnn\nOur reply: It is Petra's design.")
        await here.gives(here.ann, 2, "It dripped after all.", about=TEAPOT)
        await here.waits()
        [post] = here.in_public()
        assert plain(post.message.text) == GONE and post.message.files[0].content != photo.content
        assert "Changed review" in here.for_hosts() and await here.kept() == [
            (2, "It dripped after all.", "named", "waiting")
        ]
        await here.presses(here.hana, "Approve")
        await here.presses(here.hana, "Publish")
        await here.waits()
        [post] = here.in_public()
        assert "It dripped after all." in plain(post.message.text) and post.message.files[0].content == photo.content
        await here.says(here.ann, "/reviews")
        await here.presses(here.ann, "My reviews")
        await here.presses(here.ann, f"★★☆☆☆ {TEAPOT}")
        await here.presses(here.ann, "Take it back")
        assert "nothing of it is kept" in await here.presses(here.ann, "Take it back for good")
        await here.waits()
        assert [plain(one.message.text) for one in here.in_public()] == [GONE] and here.for_hosts() == GONE
        assert await here.rows(reviews) == [] and await here.rows(photos) == []
        assert "dripped" not in await words_kept(here) and "firm" not in await words_kept(here)


@pytest.mark.long
async def test_what_its_author_keeps_to_the_hosts_is_shown_to_nobody_else(tmp_path: Path) -> None:
    async with shop(tmp_path) as here:
        await here.gives(here.ann, 3, "Between us: too dear.", "none")
        await here.gives(here.ben, 5, "Lovely.", "nameless")
        await here.waits()
        assert "For you alone: it may not be shown." in here.for_hosts()
        await here.presses(here.hana, "Approve")  # Ben's, which came last
        await here.says(here.hana, "/reviews")
        await here.presses(here.hana, "Ann ★★★☆☆")
        screen_of_hers = await here.taps(here.hana, "Approve")
        assert "Approved." in screen_of_hers and "Publish" not in screen_of_hers
        async with here.background() as ctx:
            forged = ctx.button("reviews.publish", 1, 0).token
        assert "does not want it to be shown" in await here.presses(here.hana, forged)
        listed = await here.says(here.cid, "/reviews")
        assert "somebody: “Lovely.”" in listed and "Between us" not in listed and "Ben" not in listed
        async with here.background() as ctx:
            hers = ctx.button("reviews.look", 1).token
        assert "is not here any more" in await here.presses(here.cid, hers)
        await here.says(here.hana, "/reviews")
        await here.presses(here.hana, "Ben ★★★★★")
        await here.presses(here.hana, "Publish")
        await here.waits()
        assert here.posted() == ["★★★★★\n“Lovely.”\nsomebody from our community"]


@pytest.mark.long
@pytest.mark.parametrize("how", ["withdrawn", "leave", "forgotten"])
async def test_leave_is_asked_again_when_the_post_leaves(tmp_path: Path, how: str) -> None:
    async with shop(tmp_path) as here:
        await here.gives(here.ann, 5, "Wonderful.", photo=here.mug())
        await here.waits()
        await here.presses(here.hana, "Approve")
        async with here.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            await stop_everything(work, community.id, await here.id_of(here.mona))
        await here.presses(here.hana, "Publish")
        await here.waits()
        if how == "forgotten":
            await here.forgets(here.ann)
        elif how == "leave":
            await here.gives(here.ann, 5, "Wonderful.", "none")
        else:
            await here.presses(here.ann, "Take it back")
            await here.presses(here.ann, "Take it back for good")
        async with here.bot.app.parts.work() as work:
            await resume_everything(work, community.id, await here.id_of(here.mona))
        await here.waits()
        assert here.in_public() == []


@pytest.mark.long
async def test_nothing_is_left_of_a_review_when_its_author_is_forgotten(tmp_path: Path) -> None:
    async with shop(tmp_path) as here:
        assert "My favourite mug." in await here.published(here.ann)
        await here.forgets(here.ann)
        await here.waits()
        [post] = here.in_public()
        assert plain(post.message.text) == GONE and opened(post.message.files[0].content).getcolors(1) is not None
        assert here.for_hosts() == GONE
        assert await here.rows(reviews) == [] and await here.rows(photos) == []
        assert "favourite" not in await words_kept(here)


@pytest.mark.long
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"MZ no picture", "That is no picture that I can show."),
        (moving("GIF"), "That is no picture that I can show."),
        (telephone()[:900], "That picture is damaged"),
        (bomb(), "That picture has too many pixels"),
        (b"x" * 10_000_001, "That picture has more than 10 MB."),
    ],
    ids=["no picture", "moving", "cut", "bomb", "large"],
)
async def test_a_picture_that_does_not_do_takes_no_words_along(tmp_path: Path, content: bytes, told: str) -> None:
    async with shop(tmp_path) as here:
        answer = await here.gives(here.ann, 4, "Good.", photo=handed(tmp_path, content))
        assert "Your words are kept, without the photo." in answer and told in answer
        assert await here.kept() == [(4, "Good.", "named", "waiting")]
        await here.presses(here.ann, "Add a photo")
        assert told in await here.fills(here.ann, {"photo": handed(tmp_path, content)})
        await here.presses(here.ann, "Add a photo")
        assert "The photo is with your review." in await here.fills(here.ann, {"photo": here.mug()})
        gone = Upload("local", f"file://{tmp_path}/nowhere.jpg", 3, "nowhere.jpg").value
        assert "does not give me that picture" in await here.gives(here.ann, 4, "Good.", photo=gone)
        assert len(await here.rows(photos)) == 1
        await here.says(here.ann, "/reviews")
        await here.presses(here.ann, "My reviews")
        await here.presses(here.ann, "★★★★☆ the community")
        assert "The photo is gone." in await here.presses(here.ann, "Remove the photo")
        assert await here.rows(photos) == []


@pytest.mark.long
async def test_a_host_decides_about_the_version_that_they_saw(tmp_path: Path) -> None:
    async with shop(tmp_path) as here:
        await here.gives(here.ann, 1, "Never again.")
        await here.waits()
        old = {action.label: action.token for action in here.bot.seen(here.hana)[-1].buttons}
        await here.gives(here.ann, 5, "Buy at my shop!")
        await here.presses(here.hana, old["Refuse"])
        refused = await here.fills(here.hana, {"reason": "Be fair."})
        assert "changed it meanwhile" in refused and "What you wrote: Be fair." in refused
        assert "changed it meanwhile" in await here.presses(here.hana, old["Approve"])
        assert "This is for hosts." in await here.presses(here.ben, old["Approve"])
        assert await here.kept() == [(5, "Buy at my shop!", "named", "waiting")]
        await here.waits()
        await here.agrees(here.ann)
        await here.presses(here.hana, "Refuse")
        assert "Refused; whoever wrote it is told." in await here.fills(here.hana, {"reason": "No advertising."})
        await here.waits()
        [told] = [text for text in here.told(here.ann) if "is not shown" in text]
        assert (
            told == "Your review of the community is not shown: “No advertising.” You can change it and send it again."
        )
        await here.presses(here.ann, "Change it")
        form = here.bot.chat.forms(here.ann)[-1].form
        assert [field.value for field in form.fields] == ["", "5", "Buy at my shop!", "", "named"]


@pytest.mark.long
async def test_the_mean_is_told_of_enough_people_and_linked_accounts_are_one(tmp_path: Path) -> None:
    async with shop(tmp_path) as here:
        guests = [here.bot.person(f"Guest {number}") for number in range(3)]
        for person, stars in zip((here.ann, here.ben, *guests), (2, 4, 5, 5, 4), strict=True):
            await here.gives(person, stars, f"From {person.name}")
            await here.waits()
            await here.presses(here.hana, "Approve")
        assert "4 of 5 stars on average, from 5 reviews" in await here.says(here.cid, "/reviews")
        assert (await here.facts(here.ann))["reviews_given"] == 1
        await here.link(here.ann, into=here.ben)
        listed = await here.says(here.cid, "/reviews")
        assert "From 5 reviews on, the mean stands here." in listed and "From Ann" not in listed
        await here.gives(here.ann, 3, "As one", "none")
        assert len(await here.rows(reviews)) == 5
        await here.presses(here.ben, "Take it back")
        await here.presses(here.ben, "Take it back for good")
        assert len(await here.rows(reviews)) == 3


@pytest.mark.long
async def test_what_does_not_fit_is_refused_and_given_back(tmp_path: Path) -> None:
    async with shop(tmp_path) as here:
        assert "Stars are missing" in await here.gives(here.ann, 6, "My words")
        no_leave = await here.gives(here.ann, 5, "My words", "")
        assert "You have not said who may see it" in no_leave and no_leave.endswith("My words")
        long = await here.gives(here.ann, 5, "word " * 200)
        assert "more than the 800 letters" in long and long.count("word") == 200
        assert "may have 60 letters" in await here.gives(here.ann, 5, about="x" * 61)
        assert await here.rows(reviews) == []
        for number in range(5):
            assert "Thank you" in await here.gives(here.ann, 5, about=f"Thing {number}")
        enough = await here.gives(here.ann, 5, "One more", about="Thing 6")
        assert "as much as I take from one person in a day" in enough and enough.endswith("One more")
        assert "Changed." in await here.gives(here.ann, 4, about="thing 3")
        await here.bot.passes(days=2)
        for review_id in range(1, 6):
            async with here.background() as ctx:
                token = ctx.button("reviews.withdraw_now", review_id).token
            await here.presses(here.ann, token)
        await here.bot.passes(days=2)
        assert [row.title for row in await here.rows(things)] == [""]


@pytest.mark.long
async def test_who_would_recommend_it_is_asked_for_a_review_and_waiting_ones_are_told_of(tmp_path: Path) -> None:
    async with shop(tmp_path) as here:
        await here.gives(here.ann)
        for person, asked in ((here.ann, False), (here.ben, True)):
            member_id = await here.id_of(person)
            async with here.background() as ctx:
                lines = await contributed(ctx, "promoter", await ctx.use(People).get(member_id))
            assert any("Would you say so in a review?" in line for line in lines) is asked
        assert "1 review waits for a host" in await here.says(here.mona, "/status")


@pytest.mark.long
async def test_hosts_without_a_place_are_told_of_each_version_by_themselves(tmp_path: Path) -> None:
    async with shop(tmp_path) as here:
        await here.without_host_place()
        await here.agrees(here.hana)
        await here.gives(here.ann, 5, "For Hana's eyes", photo=here.mug())
        await here.waits()
        told = [shown for shown in here.bot.seen(here.hana) if shown.key and "For Hana's eyes" in shown.message.text]
        assert len(told) == 1 and told[0].message.files
        await here.presses(here.hana, "Approve")
        assert "For Hana's eyes" in await here.says(here.cid, "/reviews")


@pytest.mark.long
async def test_taking_back_what_was_never_said_says_nothing(tmp_path: Path) -> None:
    async with shop(tmp_path) as here:
        async with here.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            assert await build(Telling, here.bot.app.parts, work, community).take_back("review:1:2") == 0
        await here.waits()
        assert here.in_public() == []


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_its_screens(tmp_path: Path, language: str) -> None:
    """As a host and its author read them."""
    async with shop(tmp_path, language=language) as here:
        seen = len(here.bot.seen(here.ann))
        await here.gives(here.ann, 4, FIRM, "nameless", about=TEAPOT, photo=here.mug())
        await here.waits()
        await here.says(here.ann, "/reviews")
        async with here.background() as ctx:
            look, publish = ctx.button("reviews.look", 1).token, ctx.button("reviews.publish", 1, 0).token
            approve, withdraw = ctx.button("reviews.approve", 1, 0).token, ctx.button("reviews.withdraw", 1).token
        await here.presses(here.ann, look)
        waiting = here.for_hosts()
        await here.presses(here.hana, approve)
        await here.presses(here.hana, publish)
        await here.waits()
        await here.presses(here.ann, withdraw)
        listed = await here.screen(here.hana, "/reviews")
        parts = [waiting, here.for_hosts(), listed, screen(here.bot.seen(here.ann)[seen:])]
        matches(f"reviews/way.{language}", "\n\n---\n\n".join(parts))
