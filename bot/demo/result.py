"""What came of a scenario: the same account as a replay gives, with answers, scores, and who stopped."""

from collections import Counter

import sqlalchemy as sa
from msgspec import Struct

from bot.app import App
from bot.community.activities import STOPPED
from bot.community.scores import Promoters, promoters
from bot.community.streams import Streams
from bot.delivery.accounting import Report, follow_ups, report_on
from bot.model.identity import Community
from bot.storage.tables import activities
from bot.storage.work import Work

_SCORE = "score"  # the activity of whoever answers the question from 0 to 10


class Result(Struct, frozen=True):
    """The account of one stream once its 48 hours are over. `scores` are how often each was given."""

    report: Report
    opened: int
    answers: int
    scores: Counter[int]
    stopped: int

    @property
    def promoters(self) -> Promoters | None:
        """The net promoter score; None when too few answered."""
        return promoters(self.scores)

    def as_json(self) -> dict[str, object]:
        """The result as one JSON object: the report of a replay, and what people did besides."""
        nps = self.promoters
        return {
            **self.report.as_json(),
            "opened": self.opened,
            "answers": self.answers,
            "scores": {str(score): count for score, count in sorted(self.scores.items())},
            "nps": None if nps is None else {"score": round(nps.score, 1), "margin": round(nps.margin or 0, 1)},
            "stopped": self.stopped,
        }


async def result_of(app: App, community: Community) -> Result:
    """The account of the community's newest stream."""
    async with app.parts.work() as work:
        stream = await Streams(work).newest(community.id)
        assert stream is not None
        outcomes = await follow_ups(work, community.id, stream.id)
        return Result(
            report=await report_on(work, stream.id, outcomes),
            opened=sum(one.opened for one in outcomes),
            answers=sum(one.answered for one in outcomes),
            scores=await _scores(work, stream.id),
            stopped=int(await work.value(sa.select(sa.func.count()).where(activities.c.kind == STOPPED))),
        )


async def _scores(work: Work, stream_id: int) -> Counter[int]:
    about = (activities.c.kind == _SCORE) & (activities.c.reference == f"stream:{stream_id}")
    rows = await work.rows(sa.select(activities.c.value, sa.func.count()).where(about).group_by(activities.c.value))
    return Counter({int(value): count for value, count in rows})
