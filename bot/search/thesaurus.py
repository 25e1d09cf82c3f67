"""Words that mean much the same where people stream, sell, meet and chat; English and Czech side by side.

A thesaurus for any community, not for one: a semicolon ends a meaning, and a word may stand in several.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from bot.search.words import Word, words_of

_MEANINGS: Final = """
    price cost costs fee charge expensive cheap pay rate | cena stoji stat ceny cenik poplatek drahy levny penez
        vyjde;
    pay payment payments paypal card cash transfer bank crypto cryptocurrency bitcoin afford | platba platit
        zaplatit plati karta kartou hotovost prevod bankovni krypto kryptomena bitcoin dobirka kes keš;
    money refund refunded cash back | penize peneze vratka refundace castka zpatky zpet;
    buy purchase purchases shop order get grab | koupit kupuju nakup nakoupit poridit objednat sehnat koupim;
    order orders ordered ordering | objednavka objednat objednal objednavat;
    custom commission bespoke personalised tailor-made order | zakazka zakazku namiru vlastni prani;
    shop store eshop e-shop webshop website | obchod eshop e-shop kramek web stranky prodejna;
    sell sale seller resell reseller wholesale retail stock customers supplier stockist | prodat prodavat prodej
        velkoobchod preprodej zakaznik;
    delivery deliver delivered shipping ship shipped dispatch send sent mail post arrive come postage shipment |
        doprava doruceni dorucit dodani dodat poslat posilat odeslat zaslat dorazit prijit postovne prijde
        postovny dopravne dovezt;
    parcel package packet shipment box delivery | balik balicek zasilka krabice zasylka;
    courier carrier dhl ups fedex post | kuryr dopravce prepravce posta ceska zasilkovna;
    track tracking trace status | sledovat sledovani stav trasovat;
    lost missing disappeared vanished gone | ztratit ztracena chybi chybet zmizet zmizelo nedorazit neprislo
        nepripsat;
    collect pickup pick fetch person | vyzvednout vyzvednuti odber osobne osobni;
    return returns returned send-back withdraw back | vratit vraceni vracet odstoupit odstoupeni zpatky zpet;
    exchange swap replace replacement change switch | vymenit vymena zmenit prohodit;
    change edit alter modify correct update | zmenit zmena upravit opravit prepsat;
    cancel cancellation call-off withdraw abort | zrusit storno stornovat zruseni odrict odhlasit cancelnout;
    broken broke break damaged smashed cracked shattered chipped pieces defective crack chip shards bits | rozbite
        rozbit rozbity poskozene poskodit prasknout prasklo prasknuty naprasknuty ulomeny rozbila strepy maderu
        rozpadnout utrzeny;
    complaint complain warranty guarantee claim faulty defect | reklamace reklamovat zaruka garance stiznost vada;
    repair fix mend restore | opravit oprava spravit slepit oprav;
    invoice receipt bill tax vat document | faktura fakturu uctenka doklad dph ico;
    company business firm corporate employees colleagues team office logo staff | firma firemni spolecnost
        zamestnanci kolegove podnik tym logo;
    discount coupon promo code sale offer deal promotion reduction bargain student | sleva slevovy kod kupon akce
        promo zlevnit zvyhodneny vyprodej;
    voucher gift-card certificate | poukaz poukazka voucher certifikat;
    gift present gifts birthday-present | darek darkovy darovat dary;
    wrap wrapping wrapped packaging pack | zabalit baleni obal balici balit;
    valid validity expire expires expiry expiration expired last run-out | platnost plati platny propadnout
        propada vyprset vyprsi expirovat;
    use redeem apply enter spend | pouzit uplatnit zadat utratit vyuzit vymenit;
    earn collect gain receive get regularly | ziskat dostat sbirat vydelat nasbirat;
    points point credits coins score balance | bod body bodu kredit kredity konto;
    reward rewards prize perk bonus treat benefit | odmena odmeny cena vyhra bonus vyhoda;
    giveaway raffle contest competition lottery draw win winner | soutez losovani slosovani tombola vyhrat vyherce
        giveaway;
    friend friends invite refer referral bring recommend recruit mate buddy | kamarad kamaradka pritel znamy
        pozvat pozvanka doporucit doporuceni privest kamos;
    birthday anniversary born special | narozeniny narozen vyroci svatek;
    wedding bride marriage married | svatba svatebni nevesta;
    stream streams livestream live broadcast show session streaming live-stream on-line | stream vysilani zive
        prenos vysilat streamovat zivak streamuje online livestream live;
    watch view see viewer viewers tune look looking | sledovat koukat divat podivat divak koukam videt mrknout
        zhlednout;
    recording recorded recordings replay vod rewatch archive episode episodes video videos catch-up missed again
        later back | zaznam zaznamy nahravka archiv video videa dil dily zpetne stary znovu nestihnout pozdeji;
    start begin begins beginning starts | zacatek zacinat zacit zacina zacnete startuje;
    end finish over ends | konec koncit skoncit konci;
    time hour hours clock schedule timetable when | cas hodina hodin hodiny rozvrh program harmonogram;
    day week weekday weekend monday tuesday wednesday thursday friday saturday sunday | den tyden vikend pondeli
        utery streda ctvrtek patek sobota nedele;
    holiday holidays vacation summer break christmas easter july august pause | prazdniny dovolena leto vanoce
        vanocni svatky prestavka cervenec srpen pauza;
    reminder remind notification notify notified alert ping forget forgetting | pripomenout pripominka upozorneni
        upozornit notifikace zapominat;
    question ask asking questions query | otazka dotaz zeptat ptat zeptam;
    answer reply respond response | odpoved odpovedet odpovidat;
    chat message write comment type | chat zprava napsat psat komentar;
    hold reserve reserved reservation keep aside claim claimed dibs | drzet rezervace rezervovat podrzet zamluvit
        zabrat rezervovany;
    book booking sign register registration enrol reserve | rezervovat rezervace prihlasit prihlaska registrace
        objednat zapsat;
    workshop course class lesson training tutorial seminar | workshop kurz lekce dilna skoleni seminar kursu;
    beginner experience skill skills newbie knowledge novice know-how beginners noob | zkusenost zkusenosti
        zacatecnik umet neumim dovednost znalost;
    child children kid kids son daughter toddler family year-old years-old | dite deti syn dcera detsky rodina
        kluk holka;
    age old adult years suitable | vek let starsi dospely rok roku vhodny;
    group team party people friends private | skupina parta tym kolektiv soukromy;
    language english czech speak subtitles translation german translated understand | jazyk anglicky anglictina
        cesky cestina mluvit titulky preklad nemecky rozumet;
    where address located location find place directions street map | adresa misto najit sidlo ulice mapa nachazet
        sidlite;
    park parking car drive | parkovat parkovani auto autem parkoviste zaparkovat;
    studio workshop atelier office place premises | dilna atelier studio provozovna;
    country countries abroad international foreign overseas europe germany austria slovakia usa uk world live |
        zeme stat zahranici cizina slovensko nemecko rakousko evropa svet;
    customs duty import tariff | clo celni dovoz;
    euro euros eur crowns czk currency dollars pounds | euro eura koruna koruny mena eur;
    join server discord invite-link get-in enter dc | pripojit discord server vstoupit pridat dostat dc vlezt;
    telegram channel group app messenger | telegram kanal skupina aplikace;
    account accounts profile login | ucet ucty profil konto prihlaseni;
    link connect pair merge both together combine | propojit spojit sparovat provazat slouci sloucit dohromady;
    unsubscribe stop newsletter e-mail emails mailing spam mails opt-out | odhlasit odber newsletter e-mail maily
        maile email spam prestat posilat;
    data personal privacy gdpr delete erase remove forget deletion wipe | udaje data osobni soukromi gdpr smazat
        vymazat odstranit zapomenout smazani;
    photo photos picture pictures image images instagram post share publish | foto fotka fotky fotit obrazek
        snimek sdilet zverejnit instagram vyfotit;
    person human someone support operator agent staff contact talk real helpdesk | clovek zivy podpora operator
        kontakt mluvit kontaktovat spojit;
    phone call telephone number ring | telefon volat zavolat cislo mobil;
    confirmation confirm confirmed | potvrzeni potvrdit potvrzovaci;
    wrong incorrect mistake mistaken error bad typo | spatny spatna spatne chyba chybny omyl omylem splest;
    address moved move flat street | adresa prestehovat bydlet bydliste adresu;
    two both combine together one single merge | dva dve spojit dohromady spolecne jeden slouci;
    size big large small tall dimension dimensions measure volume capacity | velikost velky maly rozmer rozmery
        objem vyska prumer;
    colour color colours shade green blue red white black | barva barvy odstin zelena modra cervena bila cerna;
    material materials made fabric ingredients consist | material slozeni vyrobeno ingredience;
    mug cup mugs cups | hrnek hrnky hrnicek salek hrnecek;
    dishwasher wash washing clean cleaning rinse | mycka umyvat myt cistit cisteni myti umyt;
    oven microwave heat warm hot | trouba mikrovlnka ohrat horky;
    safe safety harmful toxic poisonous healthy danger | bezpecne bezpecny skodlivy jedovaty zdravi nezavadny
        nebezpecny;
    freezer frost freeze freezes winter outside outdoors balcony garden cold | mraz mrazak zima venku zahrada
        balkon zmrznout;
    kit set box bundle pack | sada kit souprava balicek set;
    contain include included inside contents consist | obsahovat soucast obsah uvnitr;
    sold-out sold available availability restock stock back | vyprodano vyprodane dostupny dostupnost skladem
        naskladnit znovu;
    drink food eat meal snack refreshments tea coffee bring alcohol | piti jidlo jist obcerstveni svacina caj kava
        alkohol;
    dog dogs pet pets animal animals cat | pes psa psi zvire zvirata kocka mazlicek;
    clothes wear clothing apron dress | obleceni oblect zastera saty vzit;
    late delay delayed arrive arrival minutes | pozde zpozdeni opozdit prichod prijit zpozdim;
    film filming camera photograph photographing | natacet nataceni kamera foceni fotit;
    burn burned injury hurt accident danger | spalit popalit popaleni uraz zraneni nebezpeci;
    ready done finished complete | hotovy hotove dokoncit dokonceno pripraveny;
    long fast quick quickly soon duration takes take | rychle brzy trvat doba trva rychlost;
    job work career hire vacancy hiring | prace zamestnani brigada nabor;
    role rank level tier status | role hodnost uroven stupen;
    rule rules allowed forbidden permitted ban banned | pravidlo pravidla povoleno zakazano dovoleno ban zabanovat;
    moderator moderators admin host team | moderator spravce admin hostitel;
    idea suggestion proposal wish | napad navrh prani;
    problem issue trouble bug error broken fails | problem potiz chyba nefunguje zavada;
    download install app software version | stahnout nainstalovat aplikace program verze;
    subscription subscribe subscriber membership member | predplatne predplatit clenstvi clen odber;
    donation donate tip support charity | dar prispet prispevek podporit charita spropitne;
    ticket tickets entry admission | vstupenka listek vstup vstupne;
    password login sign log reset | heslo prihlasit prihlaseni obnovit;
    new news latest update announcement | novy novinka novinky aktualni oznameni;
    free gratis nothing | zdarma zadarmo bezplatne;
    stuff goods item items piece pieces product products article | zbozi veci kousek kousky produkt vyrobek
        vyrobky;
    imperfect flawed wonky outlet second-hand used second-grade factory | druhojakostni jakost kazovy krivy bazar
        pouzity;
    print engraving text name logo sign own personal | potisk napis jmeno logo znak gravirovani vlastni;
    note postcard greeting handwritten dedication | vzkaz venovani prani pohled;
    temperature degrees hot | teplota stupen stupnu;
    vote voting poll choose decide | hlasovat hlasovani hlas anketa rozhodnout vybrat;
    market fair stall event meet | trh trhy jarmark stanek akce potkat;
    advertise advertising self-promotion promote own spam | reklama propagovat propagace odkaz vlastni spam;
    wine beer alcohol drink | vino pivo alkohol piti;
    care maintain maintenance look-after | pece udrzba starat;
    sustainable ecological eco environment recycle | ekologicky udrzitelny recyklovat priroda;
    disabled wheelchair accessible access stairs | bezbarierovy vozik pristup schody;
    allergy vegan vegetarian gluten | alergie vegan vegetarian lepek;
    game games play playing gaming | hra hry hrat herni;
    music song sound audio microphone mic | hudba pisnicka zvuk mikrofon;
    camera equipment gear setup computer | kamera vybaveni technika pocitac
"""


@cache
def meanings(language: str) -> Mapping[str, frozenset[int]]:
    """By a stem of that language: the numbers of its meanings."""
    found: dict[str, set[int]] = {}
    for number, words in enumerate(_meanings(language)):
        for word in words:
            for stem in word.stems:
                found.setdefault(stem, set()).add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


@cache
def thesaurus_words(language: str) -> frozenset[str]:
    """Every word of that language here, without accents: known, whichever texts there are."""
    return frozenset(word.folded for words in _meanings(language) for word in words)


def _meanings(language: str) -> Iterator[Sequence[Word]]:
    for meaning in _MEANINGS.split(";"):
        english, _, czech = meaning.partition("|")
        yield words_of(czech if language == "cs" else english, language)
