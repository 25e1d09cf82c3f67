### Výzvy: obrázky nebo slova členů na téma, hlasování a díky tomu, kdo vyhraje.

challenges-title = Výzvy
challenges-about = Členové posílají obrázky nebo slova na dané téma a hlasují.

## Příkazy

cmd-challenge-start = Vyhlas téma, na které členové pošlou obrázek nebo slova; za znak | napiš, do kdy
opt-challenge-start-theme = téma | do kdy; prázdné otevře formulář
cmd-challenge-join = Pošli svůj obrázek nebo slova
opt-challenge-join-text = tvoje slova; bez nich se otevře formulář, který vezme i obrázek
cmd-challenge-close = Uzavři výzvu, která běží, a podívej se, jak dopadla
cmd-challenges = Výzvy, které běží, hlasování a jak dopadly ty dřívější

## Nastavení

challenges-setting-moderated = Co kdo pošle, uvidí nejdřív tým
challenges-setting-days = Kolik dní výzva běží, když zrovna není stream

## Jak se tomu říká

challenges-entered-called = Účasti ve výzvách
challenges-entered-says =
    { $count ->
        [one] { $amount } účast ve výzvě
        [few] { $amount } účasti ve výzvách
        [many] { $amount } účasti ve výzvách
       *[other] { $amount } účastí ve výzvách
    }
challenges-entered-missing =
    { $count ->
        [one] ještě { $count } účast ve výzvě
        [few] ještě { $count } účasti ve výzvách
        [many] ještě { $count } účasti ve výzvách
       *[other] ještě { $count } účastí ve výzvách
    }
challenges-won-called = Vyhrané výzvy
challenges-won-says =
    { $count ->
        [one] { $amount } vyhraná výzva
        [few] { $amount } vyhrané výzvy
        [many] { $amount } vyhrané výzvy
       *[other] { $amount } vyhraných výzev
    }
challenges-won-missing =
    { $count ->
        [one] ještě { $count } vyhraná výzva
        [few] ještě { $count } vyhrané výzvy
        [many] ještě { $count } vyhrané výzvy
       *[other] ještě { $count } vyhraných výzev
    }
challenges-somebody = někdo
challenges-end =
    { $end ->
        [stream] Konec streamu
        [hand] Ručně
        [day] Den
       *[week] Týden
    }
challenges-entries-of =
    { $entries ->
        [0] zatím nic
        [one] { NUMBER($entries) } příspěvek
        [few] { NUMBER($entries) } příspěvky
        [many] { NUMBER($entries) } příspěvku
       *[other] { NUMBER($entries) } příspěvků
    }
challenges-votes-of =
    { $votes ->
        [one] { NUMBER($votes) } hlas
        [few] { NUMBER($votes) } hlasy
        [many] { NUMBER($votes) } hlasu
       *[other] { NUMBER($votes) } hlasů
    }
challenges-runs =
    { $ends ->
        [stream] Běží do konce streamu.
        [time] Běží, končí { $until }.
        [hand] Běží, dokud ji tým neuzavře.
       *[closed] Je po ní.
    }

## Začátek

challenges-start = Výzva
challenges-field-theme = Jaké je téma?
    .help = Když chceš, za znak | napiš, do kdy: Tvůj hrnek v akci | zítra 18:00
challenges-started = „{ $theme }“ je na cestě do vašeho kanálu. { challenges-runs }
challenges-ends = Do kdy
challenges-close = Uzavřít
challenges-no-theme = Výzva potřebuje téma, třeba: /challenge start Tvůj hrnek v akci
challenges-theme-long = Téma smí mít nejvýš { NUMBER($most) } znaků, takže nic nezačalo. Tady je, ať ho můžeš zkrátit: { $typed }
challenges-until-wrong = Nerozumím, že by „{ $until }“ byl konec v příštích 90 dnech, takže nic nezačalo. Třeba: zítra 18:00, za 2 h, týden, konec streamu, ručně. Tady je tvůj text: { $typed }
challenges-no-stream = Žádný stream teď neběží, takže s ním výzva skončit nemůže. Nic se nezměnilo.

## Účast

challenges-join = Zúčastnit se
challenges-change = Změnit můj
challenges-which = Běží jich víc. Do které to patří?
challenges-field-picture = Obrázek
    .help =
        { $there ->
            [yes] JPEG, PNG nebo WebP. Když ho nepřiložíš, zůstane ten, který tu je.
           *[no] JPEG, PNG nebo WebP. Údaje o tom, kde vznikl, se odstraní.
        }
challenges-field-text = Slova, k němu nebo místo něj
    .help =
        Uvidí to všichni, i s tvým jménem. { $moderated ->
            [yes] Nejdřív se na to podívá tým.
           *[no] { "" }
        }
challenges-entered =
    { $changed ->
        [yes] Změněno; hlasy pro to, co tam bylo, už neplatí.
       *[no] Jsi ve hře.
    } { $state ->
        [shown] Všichni to vidí a můžou hlasovat.
       *[waiting] Všichni to uvidí, až se na to podívá tým.
    }
challenges-without-picture = Slova zůstala, ale bez obrázku. { $trouble }
challenges-empty = Nebyl v tom obrázek ani slova, takže se nic neuložilo. Stiskni tlačítko ještě jednou.
challenges-long = Je to delší než { NUMBER($most) } znaků, které se sem vejdou, takže se nic neuložilo. Tady je tvůj text, ať ho můžeš zkrátit: { $text }
challenges-over = Výzva „{ $theme }“ už skončila, takže se nic nezměnilo. Jak dopadla, ukáže /challenges.
challenges-over-with-words =
    Výzva „{ $theme }“ už skončila, takže se nic neuložilo.{ $written ->
        [yes] { " " }Tady je tvůj text: { $text }
       *[no] { "" }
    }
challenges-none-open =
    Žádná výzva neběží, takže se nic neuložilo. Vyhlásí ji tým přes /challenge start.{ $written ->
        [yes] { " " }Tady je tvůj text: { $text }
       *[no] { "" }
    }
challenges-withdraw = Vzít můj zpět
challenges-withdrawn = Hotovo: tvůj příspěvek je smazaný všude, kde byl.
challenges-entry-gone = Tenhle příspěvek tu není: je vzatý zpět, nebo se neukazuje. Nic se nezměnilo.
challenges-entry-not-yours = Tenhle příspěvek je od někoho jiného. Nic se nezměnilo.
challenges-entry-changed = Mezitím se změnil, takže se nic nerozhodlo. Podívej se na nejnovější zprávu o něm.

## Seznam a galerie

challenges-all = Všechny výzvy
challenges-list = Výzvy
challenges-none =
    Zatím tu žádná nebyla.{ $host ->
        [yes] { " " }Vyhlas ji: /challenge start Tvůj hrnek v akci
       *[no] { "" }
    }
challenges-line =
    { $state ->
        [open] Běží: { $theme }
       *[closed] { $theme }
    }
challenges-look = Podívat se
challenges-back = Zpět k výzvě
challenges-not-here = Tahle výzva tu není. Které tu jsou, ukáže /challenges.
challenges-page =
    <b>{ $theme }</b>
    { challenges-entries-of }, { challenges-votes-of }. { challenges-runs }
challenges-gallery = Prohlédnout a hlasovat
challenges-empty-gallery = Z výzvy „{ $theme }“ zatím není nic k vidění.
challenges-entry =
    { $numbered ->
        [yes] #{ $number }, { $who }
       *[no] { $who }
    }{ $written ->
        [yes] { "" }
        „{ $text }“
       *[no] { "" }
    }
challenges-entry-votes =
    { challenges-votes-of }{ $won ->
        [yes] . Tenhle vyhrál.
       *[no] .
    }
challenges-entry-state =
    { $state ->
        [waiting] Čeká na tým.
        [refused] Neukazuje se.
       *[shown] { $own ->
            [yes] Tenhle je tvůj.
           *[no] { $voted ->
                [yes] Tvůj hlas má tenhle.
               *[no] Je k vidění.
            }
        }
    }
challenges-vote = Hlasovat pro něj
challenges-take-back = Vzít hlas zpět
challenges-voted = Tvůj hlas má #{ $number }. Do konce ho můžeš dát jinému.
challenges-vote-taken-back = Tvůj hlas teď nemá nikdo.
challenges-own = Tenhle je tvůj, takže tvůj hlas dostat nemůže. Hlas zůstává, jak byl.
challenges-row =
    #{ $number } · { challenges-votes-of }{ $won ->
        [yes] { " " }🏆
       *[no] { "" }
    }

## Tým

challenges-show = Ukázat
challenges-refuse = Neukazovat
challenges-decided =
    { $state ->
        [shown] Teď ho vidí všichni.
       *[refused] Nikdo ho neuvidí; dozví se to ten, kdo ho poslal.
    }
challenges-closed = Uzavřeno. Kdo vyhrál, dozví se to a je na vašem seznamu pro příští stream.
challenges-close-which =
    { $some ->
        [yes] Kterou?
       *[no] Žádná výzva neběží.
    }
challenges-start-changed = vyhlášená výzva: { $after }
challenges-waiting =
    { $count ->
        [one] Na tým čeká { NUMBER($count) } příspěvek do výzvy
        [few] Na tým čekají { NUMBER($count) } příspěvky do výzvy
        [many] Na tým čeká { NUMBER($count) } příspěvku do výzvy
       *[other] Na tým čeká { NUMBER($count) } příspěvků do výzvy
    }
challenges-hosts-post =
    { $changed ->
        [yes] Změněný příspěvek
       *[no] Příspěvek
    } do výzvy „{ $theme }“, { $who }{ $written ->
        [yes] { "" }
        „{ $text }“
       *[no] { "" }
    }
    { $state ->
        [waiting] Zatím ho nikdo nevidí.
        [shown] Vidí ho všichni.
       *[refused] Neukazuje se.
    }

## Co se píše samo

challenges-post =
    { $ends ->
        [closed] Výzva <b>{ $theme }</b> skončila: { challenges-entries-of }, { challenges-votes-of }.
       *[open] Výzva: <b>{ $theme }</b>
    }
    { $ends ->
        [closed] { $result }
       *[open] { challenges-entries-of }, { challenges-votes-of }. { challenges-runs }
    }
challenges-winner-post =
    Výzvu <b>{ $theme }</b> vyhrává #{ $number } ({ challenges-votes-of }){ $known ->
        [yes] , { $who }
       *[no] { "" }
    }{ $written ->
        [yes] { "" }
        „{ $text }“
       *[no] { "" }
    }
challenges-won-message = Výzva „{ $theme }“ je tvoje ({ challenges-votes-of }). Poděkování zazní v příštím streamu.
challenges-refused-message = Tvůj příspěvek do výzvy „{ $theme }“ se ukazovat nebude. Můžeš poslat jiný.
challenges-thanks = vítězství ve výzvě „{ $theme }“
challenges-photo-of =
    Obrázek do výzvy „{ $theme }“{ $known ->
        [yes] , { $who }
       *[no] { "" }
    }
challenges-picture-says = { $theme }: { $result }
challenges-picture-row = #{ $number }
challenges-picture-note = { challenges-entries-of }, { challenges-votes-of }
challenges-recap = Výzva „{ $theme }“: { challenges-entries-of }, { challenges-votes-of }
