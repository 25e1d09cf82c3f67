"""Photos that were handed in: upright, small, with nothing hidden in them; and what is none of them is told apart."""

import contextlib
import io

import pytest
from PIL import Image

from bot.model.photos import LONGEST_SIDE, Fault, PhotoError
from bot.pictures.photos import developed
from bot.pictures.studio import Studio
from tests.pictures.handed_in import SECRET, bomb, moving, opened, packed, telephone


def test_a_telephones_picture_stands_upright_and_does_not_tell_where_it_was_taken() -> None:
    raw = telephone()
    assert SECRET in raw and dict(opened(raw).getexif())
    made = developed(raw)
    picture = opened(made)
    assert picture.size == (480, 640)
    top, bottom = picture.getpixel((240, 30)), picture.getpixel((240, 610))
    assert isinstance(top, tuple) and top[0] > 200 > 60 > top[2]
    assert isinstance(bottom, tuple) and bottom[2] > 200 > 60 > bottom[0]
    assert not dict(picture.getexif()) and "comment" not in picture.info and "icc_profile" not in picture.info
    assert SECRET not in made and b"Exif" not in made


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_large_one_is_made_smaller_in_its_own_proportion(kind: str) -> None:
    picture = opened(developed(packed(Image.new("RGB", (2400, 1200), "teal"), kind)))
    assert (picture.format, picture.size) == ("JPEG", (LONGEST_SIDE, LONGEST_SIDE // 2))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "CMYK", "L"])
def test_every_kind_of_colour_can_be_shown_and_what_is_seen_through_is_white(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    made = opened(developed(packed(Image.new(mode, (20, 10)), kind)))
    assert (made.mode, made.size) == ("RGB", (20, 10))
    if mode in ("RGBA", "LA"):
        assert made.getpixel((5, 5)) == (255, 255, 255)


def test_of_a_moving_picture_the_first_one_is_taken() -> None:
    pixel = opened(developed(moving("WEBP"))).getpixel((20, 20))
    assert isinstance(pixel, tuple) and pixel[0] > 200 > 60 > pixel[2]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.NO_PICTURE),
        (b"MZ\x90\x00 no picture at all", Fault.NO_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", Fault.NO_PICTURE),
        (moving("GIF"), Fault.NO_PICTURE),
        (packed(Image.new("RGB", (9, 9)), "TIFF"), Fault.NO_PICTURE),
        (telephone()[:2000], Fault.BROKEN),
        (packed(Image.effect_noise((99, 99), 60), "PNG")[:-900], Fault.BROKEN),
        (bomb(), Fault.VAST),
        (bomb(5_100), Fault.VAST),
    ],
)
def test_what_is_no_picture_or_made_to_do_harm_is_refused(content: bytes, fault: Fault) -> None:
    with pytest.raises(PhotoError) as refused:
        developed(content)
    assert refused.value.fault is fault


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("cut", range(1, 40))
def test_nothing_but_its_own_error_comes_of_a_damaged_file(cut: int) -> None:
    for raw in (telephone((64, 48)), packed(Image.new("RGBA", (30, 30)), "PNG"), moving("WEBP")):
        place = len(raw) * cut // 40
        spoilt = raw[:place] + bytes(reversed(raw[place : place + 9])) + b"\xff" + raw[place + 10 :]
        with contextlib.suppress(PhotoError):
            developed(spoilt)


async def test_the_studio_does_it_beside_the_loop_and_shows_a_blank_for_what_is_gone() -> None:
    studio = Studio()
    made = await studio.photo(telephone())
    assert made.startswith(b"\xff\xd8")
    with pytest.raises(PhotoError):
        await studio.photo(b"none")
    assert Image.open(io.BytesIO(await studio.blank())).format == "JPEG"
    studio.close()
