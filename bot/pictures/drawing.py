"""A picture for each kind of card. Imports the libraries that draw, so it is imported when the first one is drawn."""

from bot.model.cards import Card, ChartCard, HallCard, InviteCard, Look, ProfileCard, RankingCard, ScoreCard
from bot.pictures.chart import draw_chart
from bot.pictures.hall import draw_hall
from bot.pictures.invite import draw_invite
from bot.pictures.profile import draw_profile
from bot.pictures.ranking import draw_ranking
from bot.pictures.score import draw_score


def draw(card: Card, look: Look) -> bytes:
    """The card as a PNG of 1200 by 630 pixels, or 1000 by 560 for charts; takes about 25 ms of a processor."""
    match card:
        case ProfileCard():
            return draw_profile(card, look)
        case RankingCard():
            return draw_ranking(card, look)
        case HallCard():
            return draw_hall(card, look)
        case ChartCard():
            return draw_chart(card, look)
        case ScoreCard():
            return draw_score(card, look)
        case InviteCard():
            return draw_invite(card, look)
