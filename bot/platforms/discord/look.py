"""How a message looks on Discord: one card with an accent colour, its text and its rows of buttons."""

import io

import discord
from discord import ui

from bot.model.messages import Accent, Action, ActionStyle, File, Message, in_even_parts
from bot.text.markup import shortened, to_markdown

TEXT_LENGTH = 4000  # all texts of one message together (Discord's components reference)
LABEL_LENGTH = 80
DESCRIPTION_LENGTH = 256  # of a picture where it is shown
LONGEST_DESCRIPTION = 1024  # of the file itself
BUTTONS_IN_ROW = 5

# The dark column of the palette: most of Discord is seen on dark ground, and the bar beside a card is no text.
COLOURS = {
    Accent.PLAIN: 0xB9B6D3,
    Accent.LIVE: 0xFF7A6B,
    Accent.GLOW: 0xFFB84D,
    Accent.PLUM: 0xBC90D0,
    Accent.DONE: 0x6FCF97,
    Accent.WARNING: 0xFF7A6B,
}
STYLES = {
    ActionStyle.MAIN: discord.ButtonStyle.primary,
    ActionStyle.PLAIN: discord.ButtonStyle.secondary,
    ActionStyle.QUIET: discord.ButtonStyle.secondary,  # Discord knows nothing quieter that can still be pressed
    ActionStyle.DANGER: discord.ButtonStyle.danger,
}


def layout(message: Message) -> ui.LayoutView:
    """The card for `message`; needs a running loop. Raises ValueError when it does not fit into one message."""
    text = _with_call(message, to_markdown(message.text))
    if not 0 < len(text) <= TEXT_LENGTH:
        raise ValueError(f"a text of {len(text)} characters; Discord takes 1 to {TEXT_LENGTH}")
    card: ui.Container[ui.LayoutView] = ui.Container(accent_colour=COLOURS[message.accent])
    if pictures := [file for file in message.files if file.is_picture]:
        card.add_item(ui.MediaGallery(*map(_shown, pictures)))
    card.add_item(ui.TextDisplay(text))
    for row in message.actions:
        for part in in_even_parts(row, BUTTONS_IN_ROW):
            card.add_item(ui.ActionRow(*map(_button, part)))
    view = ui.LayoutView(timeout=None)
    view.add_item(card)
    for file in message.files:  # without a part of its own a file would not be shown
        if not file.is_picture:
            view.add_item(ui.File(f"attachment://{file.name}"))
    # A finished view is not kept by the library, which would hold every message ever sent and answer presses itself.
    view.stop()
    return view


def _with_call(message: Message, text: str) -> str:
    """The text behind whom it calls, if anybody."""
    return text if message.calls is None else f"<@{int(message.calls.account.user_id)}>: {text}"


def mentions(message: Message) -> discord.AllowedMentions:
    """Whom the message may ping, where a mention of theirs stands in it: the one whom it calls and nobody else."""
    nobody = discord.AllowedMentions.none()
    if message.calls is not None:
        nobody.users = [discord.Object(int(message.calls.account.user_id))]
    return nobody


def attachments(message: Message) -> list[discord.File]:
    """The files of `message`; to be made anew for each try, since sending reads them."""
    return [
        discord.File(io.BytesIO(file.content), filename=file.name, description=_described(file))
        for file in message.files
    ]


def _described(file: File) -> str | None:
    return shortened(file.description, LONGEST_DESCRIPTION) if file.description else None


def _shown(picture: File) -> discord.MediaGalleryItem:
    """A picture where it stands, with what a screen reader says of it."""
    said = shortened(picture.description, DESCRIPTION_LENGTH) if picture.description else None
    return discord.MediaGalleryItem(f"attachment://{picture.name}", description=said)


def _button(action: Action) -> ui.Button[ui.LayoutView]:
    label = shortened(action.label, LABEL_LENGTH)
    if action.url is not None:
        return ui.Button(label=label, url=action.url)
    return ui.Button(label=label, custom_id=action.token, style=STYLES[action.style])
