"""Cards as pictures: the committed examples, what fits where, and colours that can be read."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageChops

from bot.model.cards import Card, CardFigure, CardGoal, Look, ProfileCard, RankingCard, RankingRow
from bot.pictures.canvas import HEIGHT, WIDTH, Canvas
from bot.pictures.drawing import draw
from bot.pictures.palette import DARK, LIGHT, ON_SUN, SUN, Palette, contrast
from tests.pictures.comparing import differ, matches, opened
from tests.pictures.examples import HOSTILE, NAMES, PROFILE, examples, hostile_profile, ranking

AA = 4.5
LARGEST = 300_000  # bytes of a picture


@pytest.mark.parametrize(("name", "card", "look"), [pytest.param(*example, id=example[0]) for example in examples()])
def test_a_card_is_drawn_as_committed(name: str, card: Card, look: Look) -> None:
    picture = draw(card, look)
    assert opened(picture).size == (WIDTH, HEIGHT)
    assert len(picture) < LARGEST
    matches(name, picture)


@pytest.mark.parametrize(
    "other",
    [
        replace(PROFILE["cs"], name="Příliš Žluťoučkà"),
        replace(PROFILE["cs"], goal=CardGoal("25 streamů", "ještě 3 streamy", 23, 25)),
        replace(PROFILE["cs"], badges=PROFILE["cs"].badges[:4]),
        replace(PROFILE["cs"], tier=None),
    ],
)
def test_a_picture_that_says_something_else_is_told_from_the_committed_one(other: ProfileCard) -> None:
    assert differ(opened(draw(PROFILE["cs"], Look.DARK)), opened(draw(other, Look.DARK)))


def test_the_same_card_is_the_same_picture() -> None:
    assert draw(ranking("cs", NAMES, 3), Look.LIGHT) == draw(ranking("cs", NAMES, 3), Look.LIGHT)


@pytest.mark.parametrize("look", [Look.DARK, Look.LIGHT])
def test_names_that_mean_harm_stay_in_their_lines(look: Look) -> None:
    """Only where the harmless card has a name as well anything is drawn, beside what a tower of marks may reach."""
    bare = Canvas(look)
    with_name = Canvas(look)
    with_name.text(HOSTILE, 300, 300, with_name.colours.ink, size=40, width=400, smallest=30)
    left, top, right, bottom = differing(bare, with_name)
    assert 300 - 40 <= left < right <= 700 + 4
    assert 300 - 40 * 1.3 - 1 <= top < bottom <= 300 + 40 * 0.5 + 1


def differing(one: Canvas, other: Canvas) -> tuple[int, int, int, int]:
    box = ImageChops.difference(opened(one.png()), opened(other.png())).getbbox()
    assert box is not None
    return box


@pytest.mark.long
@given(text=st.text(max_size=80), value=st.floats(allow_nan=False, allow_infinity=False), share=st.floats(-10, 10))
@settings(max_examples=60, deadline=None)
def test_whatever_somebody_is_called_there_is_a_picture(text: str, value: float, share: float) -> None:
    figures = (CardFigure(text, text, main=True),)
    card = ProfileCard(text, text, text, text, figures=figures, goal=CardGoal(text, text, share, 3.0))
    rows = (RankingRow(1, text, abs(value), text), RankingRow(2, text, 0, text, own=True))
    for drawn in (draw(card, Look.DARK), draw(RankingCard(text, text, text, rows), Look.LIGHT)):
        assert Image.open(io.BytesIO(drawn)).size == (WIDTH, HEIGHT)


def test_a_board_of_nobody_and_a_goal_of_nothing_are_drawn() -> None:
    assert draw(ranking("en", (), 0), Look.DARK)
    assert CardGoal("x", "y", 3, 0).share == 1
    assert CardGoal("x", "y", -3, 10).share == 0
    assert draw(hostile_profile(), Look.DARK)


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
def test_every_text_can_be_read_on_its_ground(colours: Palette) -> None:
    on_panels = (colours.ink, colours.quiet, colours.glow, colours.plum, colours.coral, colours.leaf)
    pairs = [(text, ground) for text in on_panels for ground in (colours.raised, colours.ground, colours.horizon)]
    pairs += [(colours.on_glow, colours.glow), *((ON_SUN, light) for light in SUN)]
    assert [pair for pair in pairs if contrast(*pair) < AA] == []


@pytest.mark.parametrize("look", [Look.DARK, Look.LIGHT])
def test_the_last_light_leaves_names_readable_wherever_they_reach(look: Look) -> None:
    canvas = Canvas(look)
    sky = opened(canvas.png())
    for x in range(0, WIDTH, 20):
        for y in range(40, HEIGHT, 10):
            red, green, blue = sky.crop((x, y, x + 1, y + 1)).tobytes()
            assert contrast(canvas.colours.ink, (red, green, blue)) >= AA
            if y > 120:
                assert contrast(canvas.colours.quiet, (red, green, blue)) >= AA
