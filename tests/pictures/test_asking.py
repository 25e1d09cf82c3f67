"""Polls, scores and invitations as pictures: as committed, true to their numbers, and read by cameras."""

import io
import math

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from bot.model.cards import (
    Card,
    ChartCard,
    ChartRow,
    InviteCard,
    Look,
    Mood,
    ScoreCard,
    ScoreColumn,
    ScoreGroup,
    ScorePoint,
)
from bot.pictures import canvas, chart
from bot.pictures.drawing import draw
from bot.pictures.palette import DARK, Colour
from tests.pictures.asking import INVITE, asking_examples
from tests.pictures.comparing import matches, opened

LARGEST = 300_000  # bytes of a picture
LOOKS = [Look.DARK, Look.LIGHT]
TEXTS = st.text(max_size=60)
NUMBERS = st.floats()


def size_of(card: Card) -> tuple[int, int]:
    return (canvas.WIDTH, canvas.HEIGHT) if isinstance(card, InviteCard) else (chart.WIDTH, chart.HEIGHT)


@pytest.mark.parametrize(
    ("name", "card", "look"), [pytest.param(*example, id=example[0]) for example in asking_examples()]
)
def test_a_card_is_drawn_as_committed(name: str, card: Card, look: Look) -> None:
    picture = draw(card, look)
    assert opened(picture).size == size_of(card)
    assert len(picture) < LARGEST
    matches(name, picture)


def exactly(picture: Image.Image, colour: Colour) -> Image.Image:
    """White where the picture has this colour."""
    bands = [
        band.point([255 * (value == one) for value in range(256)])
        for band, one in zip(picture.split(), colour, strict=True)
    ]
    return ImageChops.multiply(ImageChops.multiply(bands[0], bands[1]), bands[2])


def lengths(picture: Image.Image, colour: Colour) -> list[int]:
    """How many pixels wide each stretch of rows is that has this colour somewhere, from above to below."""
    found: list[int] = []
    before, mask = 0, exactly(picture, colour)
    for y in range(picture.height):
        wide = mask.crop((0, y, picture.width, y + 1)).histogram()[255]
        if wide and not before:
            found.append(wide)
        elif wide:
            found[-1] = max(found[-1], wide)
        before = wide
    return found


def chart_of(*rows: ChartRow, full: float | None = None) -> ChartCard:
    return ChartCard("", "", "", rows, full=full)


def test_bars_are_as_long_as_what_they_show_and_begin_at_zero() -> None:
    rows = (ChartRow("", 12, "", won=True), ChartRow("", 6, ""), ChartRow("", 3, ""), ChartRow("", 0, ""))
    picture = opened(draw(chart_of(*rows), Look.DARK))
    longest, _ = lengths(picture, DARK.glow)  # the mark in the corner has the same colour
    half, quarter = lengths(picture, DARK.plum)
    assert longest == pytest.approx(872, abs=1)
    assert (half / longest, quarter / longest) == pytest.approx((0.5, 0.25), abs=0.005)


def test_a_share_of_a_whole_fills_only_its_part_of_the_track() -> None:
    [bar] = lengths(opened(draw(chart_of(ChartRow("", 25, ""), full=100), Look.DARK)), DARK.plum)
    assert bar == pytest.approx(872 / 4, abs=1)


def test_between_what_the_truth_may_lie_is_drawn_at_its_place() -> None:
    row = ChartRow("", 50, "", interval=(25, 75))
    bare, shown = (opened(draw(chart_of(one, full=100), Look.DARK)) for one in (ChartRow("", 50, ""), row))
    box = ImageChops.subtract(exactly(shown, DARK.ink), exactly(bare, DARK.ink)).getbbox()
    assert box is not None
    assert (box[0], box[2] - 1) == pytest.approx((64 + 872 * 0.25, 64 + 872 * 0.75), abs=3)


def test_columns_are_as_tall_as_what_they_show_each_in_the_colour_of_its_mood() -> None:
    columns = tuple(ScoreColumn("", count, mood) for count, mood in zip((10, 5, 20), Mood, strict=True))
    picture = opened(draw(ScoreCard("", "", "", "", "", "", columns), Look.DARK)).transpose(Image.Transpose.ROTATE_90)
    tall = [max(lengths(picture, colour)) for colour in (DARK.coral, DARK.quiet, DARK.leaf)]
    assert [one / tall[2] for one in tall] == pytest.approx([0.5, 0.25, 1.0], abs=0.01)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    "address", ["TEA", *(card.address for card in INVITE.values()), "https://example.org/" + "ž" * 300]
)
def test_a_camera_reads_the_address_of_an_invitation(address: str, look: Look) -> None:
    picture = opened(draw(InviteCard("Ann", "Come along.", address, "K7QM-Z4", "Tea", "today"), look))
    small = picture.resize((picture.width * 2 // 3, picture.height * 2 // 3))  # as networks show it
    for seen in (picture, small) if len(address) < 100 else (picture,):
        [found] = zxingcpp.read_barcodes(seen.convert("L"))
        assert found.text == address
        assert found.ec_level in ("M", "Q", "H")


def test_around_a_code_there_are_four_modules_of_white_and_it_has_twenty_one_at_least() -> None:
    picture = opened(draw(InviteCard("", "", "TEA", "", "", ""), Look.DARK))
    white = [x for x in range(picture.width) if picture.getpixel((x, 295)) == (255, 255, 255)]
    left, right = min(white), max(white) + 1
    [found] = zxingcpp.read_barcodes(picture.convert("L"))
    inner = found.position.top_right.x - found.position.top_left.x + 1
    side = (right - left) / 29
    assert side == int(side) and inner == pytest.approx(21 * side, abs=2)
    assert found.position.top_left.x - left == pytest.approx(4 * side, abs=2)


def test_an_address_that_fits_into_no_code_is_an_error_and_no_other_picture() -> None:
    with pytest.raises(ValueError, match="too large"):
        draw(InviteCard("Ann", "Come along.", "x" * 5000, "", "", ""), Look.DARK)


@pytest.mark.long
@given(text=TEXTS, value=NUMBERS, other=NUMBERS, count=st.integers(0, 10**12), many=st.integers(0, 30))
@settings(max_examples=25, deadline=None)
def test_whatever_people_write_and_count_there_is_a_picture(
    text: str, value: float, other: float, count: int, many: int
) -> None:
    rows = (ChartRow(text, value, text, True, (other, value)), *(ChartRow(text, other, text),) * many)
    points = (ScorePoint(text, value, text, (other, value)), *(ScorePoint(text, other, text),) * many)
    columns = (ScoreColumn(text, count), *(ScoreColumn(text, 1, Mood.FOR),) * many)
    groups = tuple(ScoreGroup(text, text, mood) for mood in Mood)
    score = ScoreCard(text, text, text, text, text, text, columns, groups, text, points, least=other, most=value)
    for card in (
        ChartCard(text, text, text, rows, text, full=None if math.isnan(other) else other),
        score,
        InviteCard(text, text, text or "x", text, text, text),
    ):
        assert Image.open(io.BytesIO(draw(card, Look.DARK))).size == size_of(card)


def test_a_poll_without_answers_and_a_scale_without_steps_are_drawn() -> None:
    assert draw(ChartCard("Tea?", "Tea", "today", ()), Look.DARK)
    assert draw(ScoreCard("Tea?", "Tea", "today", "–", "", "", ()), Look.LIGHT)
