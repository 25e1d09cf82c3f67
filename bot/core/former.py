"""Former numbers: what still bears the number of a community whose spaces joined another one counts in that other."""

from bot.community.communities import Communities
from bot.core.parts import Parts
from bot.model.identity import Community
from bot.storage.work import Work


async def action_in(parts: Parts, work: Work, token: str, community: Community) -> tuple[str, list[str]] | None:
    """The code and the arguments of a button pressed in a community, also of one made before a space joined it.

    None for one of another community. Numbers are nobody else's, so what an old one names is still that, or is gone.
    """
    read = parts.tokens.read(token, community.id)
    if read is None and token:
        for number in await Communities(work).former((community.id,)):
            if (read := parts.tokens.read(token, number)) is not None:
                break
    return read


async def made_in(parts: Parts, work: Work, token: str, among: list[Community]) -> Community | None:
    """Which of these communities a button was made in; of one whose spaces joined another, that other."""
    for one in among:
        if parts.tokens.is_of(token, one.id):
            return one
    by_id = {one.id: one for one in among}
    for number, joined in (await Communities(work).former(list(by_id))).items():
        if parts.tokens.is_of(token, number):
            return by_id[joined]
    return None
