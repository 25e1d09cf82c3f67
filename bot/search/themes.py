"""What people write to hosts about: words that give away the theme, which is coarser than what they mean.

A semicolon ends a theme. They are for telling whether two texts are about one thing, not for finding an answer.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from bot.search.words import words_of

_THEMES: Final = """
    sound audio mic microphone hear heard volume quiet loud echo crackle crackles crackling noise hiss muted static |
        zvuk mikrofon slyšet neslyšet slyším neslyším neslyšel neslyšela hlasitost tichý potichu hlasitý ozvěna praská
        praskat praskalo šum šumí ztlumený;
    picture video camera webcam blurry blurred pixelated resolution hd lighting | obraz video kamera webkamera
        rozmazaný rozmazané kostičky rozlišení;
    lag lags laggy lagging buffering buffer freeze freezes froze frozen stutter stutters stuttering disconnected
        disconnects | seká sekat sekalo zamrzl zamrzá zamrzlo načítá načítalo laguje lagovalo zasekává zaseklo trhá;
    late later delay delayed start started starting starts begin begins began punctual waiting | pozdě později zpoždění
        opožděný začíná začínáte začínat začít začal začali začalo začátek včas čekáme čekali;
    sunday sundays saturday saturdays weekend weekends | neděle neděli nedělní sobota sobotu sobotní víkend víkendu
        víkendový;
    schedule schedules when next | rozvrh harmonogram program kdy příště;
    broken broke smashed cracked chipped shattered damaged pieces defective | rozbitý rozbitá rozbité rozbila rozbil
        prasklý prasklá prasklé puklý puklá ulomený ulomená ulomené poškozený poškozená poškozené střepy;
    parcel package packet delivery delivered deliver arrive arrives arrived shipping shipped tracking courier order
        orders | balík balíček zásilka doručení doručit dorazí dorazil dorazila dorazilo přišel přišla nepřišel nepřišla
        nepřišlo nedorazil nedorazila nedorazilo kurýr dopravce objednávka objednávku objednávky;
    charged charge charges paid payment payments refund refunded money card bill billed price expensive | strhli strhlo
        strženo zaplatil zaplatila platba platbu platby peníze penez karty kartu karta účtovali vratka cena cenu drahý
        drahé draho;
    points point credits balance reward rewards badge badges | body bodů bodu odměna odměny odměnu odznak odznaky;
    link links website page site app bot button login password | odkaz odkazy web stránka stránky aplikace bot bota
        tlačítko přihlášení heslo;
    harass harassed harassing harassment insult insulted insults bully bullying creepy disgusting threat threatens
        threatened racist stalking | obtěžuje obtěžovat obtěžoval obtěžování uráží urážet urážel urážky nechutný
        nechutné šikana šikanuje vyhrožuje vyhrožoval výhrůžky rasista rasismus;
    chat moderator moderators mods ban banned timeout spam spammers | chat chatu moderátor moderátoři ban zabanoval
        spam spamuje;
    workshop workshops class classes course courses lesson | workshop workshopy workshopu kurz kurzy kurzu lekce dílna;
    giveaway raffle contest winner prize | soutěž soutěže losování výherce výhra tombola;
    game games play playing mode level | hra hru hry hrát hraje hraješ hrajete mód úroveň;
    music song songs playlist | hudba hudbu písnička písničky skladba playlist;
    recording vod replay recordings | záznam záznamy záznamu nahrávka nahrávku
"""


@cache
def themes(language: str) -> Mapping[str, frozenset[int]]:
    """By a stem of that language: the numbers of its themes. Of both languages: people mix them."""
    found: dict[str, set[int]] = {}
    for number, theme in enumerate(_THEMES.split(";")):
        for word in words_of(theme, language):
            for stem in word.stems:
                found.setdefault(stem, set()).add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}
