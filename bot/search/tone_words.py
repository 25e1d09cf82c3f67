"""The words by which a tone is guessed: as they are without accents, a line for each, `*` for any ending."""

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Final


class Urgency(Enum):
    """Why something cannot wait."""

    UNSAFE = "unsafe"
    HARASSED = "harassed"
    MONEY = "money"
    LEGAL = "legal"
    BROKEN = "broken"
    HURRY = "hurry"


CHECKED: Final = tuple(Urgency)
"""In the order of what weighs most."""


_THING: Final = "sound|audio|video|picture|mic|stream|site|website|page|shop|checkout|payment|link|login|code|app|bot"
_VEC: Final = "zvuk|obraz|stream|web|strank[ay]|obchod|eshop|platba|odkaz|prihlaseni|kod|aplikace|bot"
"""What can be broken: `THING` and `VEC` in the lines below."""


@cache  # made when the first text is looked at: these are long, and most starts need none of them
def pattern_of(phrases: str) -> re.Pattern[str]:
    """Any of these, a line each, as whole words."""
    lines = [re.sub(r"(?<=\w)\*", r"\\w*", line.strip()) for line in phrases.splitlines() if line.strip()]
    lines = [line.replace("THING", f"(?:{_THING})").replace("VEC", f"(?:{_VEC})") for line in lines]
    return re.compile(rf"\b(?:{'|'.join(lines)})\b")


PLEASED: Final = """
    love(d|ly)?
    like(d)? (it|this|that|the|how|your)
    great
    wonderful
    awesome
    amazing
    beautiful
    gorgeous
    perfect
    excellent
    fantastic
    brilliant
    enjoy(ed|able)?
    happy
    glad
    pleased
    thank(s| you| u)?
    thx
    well done
    good (job|work|stream|show|evening|night)
    (so|really|very|pretty) (good|nice|cool|fun)
    good
    nice
    best
    better
    fun
    helpful
    super
    skvel*
    uzasn*
    nadhern*
    krasn*
    hezk*
    parad*
    perfektn*
    vyborn*
    bozi*
    bajecn*
    bezv*
    mil(uju|ujem|uji)
    libi(l|lo|la|ly|t)?( se)?( mi)?
    bavi(l|lo|la)?
    spokojen*
    stastn*
    rad(a|i)? (jsem|jsme)
    tes(im|ime) se
    dekuj*
    dik(y|es)?
    pochval*
    dobr(y|a|e|ou|ej)
    dobre
    lepsi
    nejlepsi
    fajn
    vtipn*
    pohod(a|ov*)
"""

UPSET: Final = """
    charged
    strhl*
    bad
    worse
    worst
    awful
    terribl*
    horribl*
    hate(d|s)?
    annoy*
    angry
    mad (at|about)
    disappoint*
    sad
    upset
    sorry to say
    frustrat*
    useless
    pointless
    ridiculous
    unacceptable
    disgust*
    rude
    unfair
    boring
    bored
    waste of
    fed up
    sick of
    broken
    (it|they|that|which|handle|mug|bowl|vase|cup|plate) broke
    broke (off|down|when|after|on|in)
    smashed
    ruined
    wrong
    fail(s|ed|ure)?
    problem*
    complain*
    scam*
    liar*
    lie(d|s)
    nobody (answers|answered|replies|replied|cares|helps)
    no (answer|reply|response)
    still (not|no|have not|has not|hasnt|havent|waiting)
    (never|didnt|hasnt|not) (arrived|arrive|came|come)
    (doesnt|dont|didnt|not|never|wont|isnt) work(s|ing)?
    (cant|cannot|couldnt|could hardly|can hardly) (hear|see|buy|pay|log|open|watch|join)
    late again
    always late
    too (loud|quiet|long|late|expensive|slow)
    crackl*
    lag(s|gy|ging|ged)?
    headache
    spatn*
    (hrozn|strasn|des(n|iv))[a-z]*(?! (super|dobr|hezk|krasn|skvel|rad|mil|libi|bavi|fajn|moc))
    otresn*
    prisern*
    odporn*
    nechutn*
    hnus*
    otravn*
    otravuj*
    nastvan*
    nastval*
    stve
    vadi
    zklaman*
    smutn*
    nespokojen*
    k nicemu
    na (houby|nic|prd)
    nefunguj*
    nefungoval*
    nejde (mi )?(to|zaplatit|otevrit|koupit|prihlasit|pustit|slyset|videt|zvuk|obraz)
    nelib(i|il|ilo|ila)( se)?( mi)?
    nebav(i|ilo|il)
    neodpovid*
    neodpovedel*
    nedorazil*
    neprisel
    neprisla
    neprislo
    neslys(im|et|el*)
    nebylo (skoro )?slyset
    rozbit*
    poskozen*
    nud(a|ne|ny|ilo|im)
    horsi
    nejhorsi
    hanba
    ostuda
    podvod*
    lz(es|ete|ou|ivy)
    stiznost*
    problem*
    chyb(a|ne)
    zbytecn*
    nefer
    zase pozde
    porad (cekam|nic|nikdo|ne)
    zacinate pozde
    pozde
    drah(e|y|a)
    moc (nahlas|potichu|dlouh*|pomal*)
    prask*
    seka*
    vypad(ava|aval|avalo|l|lo)
    boli
"""

CANNOT_WAIT: Final[Mapping[Urgency, str]] = {
    Urgency.UNSAFE: """
        suicid*
        kill (my|him|her|your)sel(f|ves)
        kill (you|him|her|them)
        hurt (my|him|her)self
        self harm*
        want to die
        overdos*
        ambulance
        bleeding
        injur(ed|y|ies)
        (got|was|been|is) hurt
        caught fire
        on fire
        electric shock
        (is|are|its) (dangerous|unsafe)
        poison*
        threaten(s|ed|ing)?
        death threat*
        stalk(s|ed|er|ing)
        underage
        sebevra*
        zabi(t|ju|jes|je|l|la) se
        (zabiju|zabije) (te|me|ho|ji|vas)
        ubliz(it|uje|il|im) (si|mi|ji|mu)
        nechci (uz )?zit
        predavkova*
        sanitk*
        krvac*
        zranen*
        zranil*
        hori
        zacal* horet
        kopl* me
        (je|jsou|to) (to )?nebezpecn*
        otrav(il|ila|a) se
        vyhroz*
        vyhruz*
        pronasleduje
        nezletil*
    """,
    Urgency.HARASSED: """
        harass(ed|ing|es|ment)
        bull(y|ies|ied|ying)
        dox(x)?(ed|ing|es)?
        rac(ist|ism)
        sexist
        homophob*
        nazi*
        slur*
        creep(y|s|ed)? (messages|dms|dm|message|guy|comments)
        disgusting (private )?(message*|dm|dms|picture*|photo*|comment*)
        unwanted (messages|pictures|photos)
        dick pics?
        nudes
        insult(s|ed|ing) (me|us|her|him|people)
        obtez*
        sikan*
        rasis*
        urazi (me|nas|ji|ho|lidi)
        urazel*
        sprost* zprav*
        nechutn* (soukrom* )?(zprav*|fotk*|obrazk*|komentar*)
        (posila|pise) (mi )?(nechutn*|sprost*|oplzl*)
        zverejnil* (moji|moje|mou|jeji) (adres*|cislo|fotk*)
    """,
    Urgency.MONEY: """
        charg(ed|e|es) (me |my card |us )?(twice|double|again|too much|three times)
        (charged|billed|paid|took|taken|debited) [a-z ]{0,25}(twice|two times|double)
        double charge*
        overcharg*
        (took|stole|keep|kept|lost) my money
        my money back
        money (is |was )?(taken|gone|missing|stolen)
        (want|need|demand) (a |my )?(full )?refund
        refund me
        (this is|its|you are|youre|is this|what) a? ?scam
        scam(med|mers?)
        fraud*
        stolen card
        unauthori[sz]ed (payment|charge|transaction)
        (strhl*|zaplatil*|uctoval*|strzen*|stahl*) [a-z ]{0,30}(dvakrat|2x|trikrat|znovu|vic)
        dvakrat (strhl*|strzen*|zaplatil*|uctovan*|stahl*|mi to strhlo)
        strhl* (mi |jste |se |to |z )*[a-z ]{0,25}dvakrat
        (vrat(te|it)|chci zpet|chci zpatky|chci vratit) (mi )?(moje |svoje |ty )?(penize|prachy)
        (penize|prachy) (mi )?(zpet|zpatky|nazpet|zmizel*|chyb*)
        neprisl* (mi )?(zpet )?(penize|vratka)
        (je to|to je|jste|jsou to) podvod*
        podved*
        podvodni*
        okrad*
        neopravnen* plat*
    """,
    Urgency.LEGAL: """
        lawyer*
        attorney
        sue (you|them)
        legal action
        taking (you|this) to court
        call the police
        (called|told) the police
        police report
        charge ?back
        consumer protection
        gdpr (request|complaint|violation)
        data breach
        data leak
        copyright (claim|infringement|strike)
        pravnik*
        advokat*
        zazaluj*
        zaluj*
        k soudu
        (na|volat|volam|zavolam) polici(i|e)
        trestni oznameni
        obchodni inspekc*
        coi
        unik(ly|l|la)? (data|udaje|osobni udaje)
        ochran* osobnich udaju
        autorsk* prav*
    """,
    Urgency.BROKEN: """
        no (sound|audio|picture|video)
        (cant|cannot|can t) (hear|see) (you|anything|hana|the stream|a thing|nothing)
        THING (is |has |just |are )*(down|gone|dead|broken|crashed|frozen|froze|muted|died)
        THING (is |still |just )*(doesnt|does not|not|isnt|wont|stopped) (work|working|load|loading|open)
        nothing works
        (cant|cannot) (pay|log in|login|check out|buy anything)
        (account|page|channel) (was |got |is |has been )*(hacked|stolen)
        hacked
        (neni|nejde|zmizel|vypadl) (zvuk|obraz|stream)
        VEC (mi |uz |vubec |porad )*(nejde|nejdou|nefunguje|nefunguji|spadl|spadla|zmizel|nefacha|nenacita)
        (nejde|nefunguje) (mi |to |vubec |porad )*VEC
        nejde (mi )?(zaplatit|se prihlasit|nic koupit)
        (nic|vubec) neslys(im|ime|et)
        (nic|vubec) nefunguje
        hacknu*
    """,
    Urgency.HURRY: """
        urgent(ly)?
        asap
        emergency
        immediately
        (need|help|fix|answer|reply) [a-z ]{0,25}(right now|right away|today|tonight|now)
        as soon as possible
        (by|before|until) (tonight|tomorrow|noon|midnight)
        (need|needed|must have) (it |this |an answer |a reply )?(today|now|tonight)
        (today|tonight) (at the latest|only)
        nalehav*
        urgentn*
        okamzit*
        ihned
        hned ted
        co nejdriv*
        spech(a|am) (to|na to|moc)?
        (jeste|nejpozdeji) dnes(ka)?
        do (zitra|zitrka|vecera|dneska|pulnoci)
        potrebuju (to )?(jeste )?(dnes|dneska|ted|hned)
    """,
}
