"""The plugin itself, and what happens in it without anybody's doing."""

from datetime import timedelta
from typing import Annotated

from bot.api import FactSpec, NativeSettled, Plugin, Rest, Suggested
from plugins.rewards import _early, _onstage, _prizes, _reaching, _reminding, _settling, _tending
from plugins.rewards._delivering import CLAIMED, RETURNED, claims_kept
from plugins.rewards._reward import suggest, suggest_offered
from plugins.rewards._settings import RewardSettings
from plugins.rewards._tables import tables

RewardName = Annotated[str, Suggested(suggest)]
RewardTitle = Annotated[Rest, Suggested(suggest)]
OfferedTitle = Annotated[Rest, Suggested(suggest_offered)]

plugin = Plugin(
    "rewards",
    settings=RewardSettings,
    facts=(FactSpec("rewards_claimed", "number", claims_kept, (CLAIMED, RETURNED)),),
    activities=(CLAIMED, RETURNED),
    tables=tables,
)

plugin.job()(_tending.tend)
plugin.job()(_tending.let_go)
plugin.job(every=timedelta(days=1))(_tending.tend_all)
plugin.job()(_reminding.remind)
plugin.job()(_reminding.retell)
plugin.job()(_reminding.open_until)
plugin.job()(_reminding.ask_who_came)
plugin.job()(_reminding.empty)
plugin.contributes("profile-own")(_reaching.on_own_card)
plugin.contributes("placeholder", *_reaching.NAMES, switches=_reaching.SWITCHES)(_reaching.in_journeys)
plugin.contributes("cue")(_onstage.on_cue_card)
plugin.contributes("recap")(_onstage.in_recap)
plugin.on(NativeSettled)(_settling.network_settled)
plugin.job()(_prizes.hand_out)
plugin.job()(_early.for_everybody)
