"""A picture for each kind of card. Imports the libraries that draw, so it is imported when the first one is drawn."""

from bot.model.cards import Card, HallCard, Look, ProfileCard, RankingCard
from bot.pictures.hall import draw_hall
from bot.pictures.profile import draw_profile
from bot.pictures.ranking import draw_ranking


def draw(card: Card, look: Look) -> bytes:
    """The card as a PNG of 1200 by 630 pixels; takes about 25 ms of a processor."""
    match card:
        case ProfileCard():
            return draw_profile(card, look)
        case RankingCard():
            return draw_ranking(card, look)
        case HallCard():
            return draw_hall(card, look)
