### Ankety: otázky pro všechny, hlasování, čísla, výsledky.

polls-title = Ankety
polls-about = Otázky pro všechny, každý má jeden hlas, a jak dopadly.

## Příkazy

cmd-polls = Otevřené ankety, hlasování a výsledky těch dřívějších
cmd-poll = Zeptat se všech: otázka a odpovědi oddělené znakem |
opt-poll-question = otázka | odpověď | odpověď; prázdné otevře formulář
cmd-nps = Ochota doporučit (NPS) po měsících, s odchylkou

## Nastavení

polls-setting-anonymous = Nové ankety jsou anonymní
polls-setting-minutes = Kolik minut je anketa otevřená, když zrovna neběží stream
polls-setting-fewest = Anonymní anketa ukáže čísla od tolika odpovědí a po tolika se posouvá
polls-setting-own-network = Nové ankety jsou vlastní ankety sítě, kde se hodí; všichni tam vidí, kdo jak hlasoval

## Slova

polls-yes = Ano
polls-no = Ne
polls-kind = { $kind ->
        [single] jedna odpověď
        [several] více odpovědí
        [ranked] tři nejlepší v pořadí
        [score] známka od 0 do 10
        [stars] hvězdičky
       *[words] vlastními slovy
    }

## Příspěvek

polls-post = <b>{ $question }</b>
    { $result }
    { $secrecy ->
        [open] {""}
        [public] {""}
       *[other] Anonymní: nikdo nezjistí, kdo jak hlasoval.{" "}
    }{ $ends ->
        [closed] Uzavřeno. Díky za hlasy.
        [stream] Otevřená do konce streamu.
        [time] Otevřená, končí { $until }.
       *[never] Otevřená.
    }
polls-people = { $count ->
        [0] Zatím žádný hlas.
        [one] { NUMBER($count) } hlas
        [few] { NUMBER($count) } hlasy
        [many] { NUMBER($count) } hlasu
       *[other] { NUMBER($count) } hlasů
    }
polls-not-shown = { $hides ->
        [yes] Čísla se ukážou na konci.
       *[other] Čísla se ukážou, až bude hlasů dost.
    }
polls-too-few = Hlasů je málo: z čísel by se poznalo, kdo jak hlasoval.
polls-row = { $best ->
        [yes] <b>{ $label }</b>
       *[no] { $label }
    } · { $kind ->
        [ranked] { $points ->
            [one] { NUMBER($points) } bod
            [few] { NUMBER($points) } body
            [many] { NUMBER($points) } bodu
           *[other] { NUMBER($points) } bodů
        }
       *[other] { NUMBER($votes) } · { NUMBER($share) } %
    }
polls-recap-best = { $question } { $best } ({ $count ->
        [one] { NUMBER($count) } hlas
        [few] { NUMBER($count) } hlasy
        [many] { NUMBER($count) } hlasu
       *[other] { NUMBER($count) } hlasů
    })
polls-recap-mean = { $question } průměrně { NUMBER($mean) } ({ $count ->
        [one] { NUMBER($count) } odpověď
        [few] { NUMBER($count) } odpovědi
        [many] { NUMBER($count) } odpovědi
       *[other] { NUMBER($count) } odpovědí
    })

## Hlasování

polls-vote = Hlasovat
polls-answer = Odpovědět
polls-voted = { $some ->
        [no] Tvůj hlas je zpátky, nic nemáš vybráno.
       *[yes] { $kind ->
            [single] Tvůj hlas: { $chosen }.
            [ranked] Tvoje pořadí: { $chosen }. { $more ->
                [yes] Klepni na další v pořadí, nebo na některou znovu, a vypadne.
               *[no] Klepni na některou znovu, a vypadne.
            }
           *[other] Tvoje hlasy: { $chosen }.
        }
    }
polls-given = { $kind ->
        [stars] Od tebe { $value ->
            [one] { $value } hvězdička
            [few] { $value } hvězdičky
            [many] { $value } hvězdičky
           *[other] { $value } hvězdiček
        }.
       *[other] Od tebe { $value } z 10.
    }
polls-written = Díky, mám to zapsané.
polls-can-change = { $ends ->
        [time] Změnit to jde, než anketa skončí: { $until }.
       *[other] Změnit to jde, dokud je anketa otevřená.
    }
polls-cast = { $secrecy ->
        [answerable] Počítá se. Nikdo nezjistí, že to je od tebe; odpověď hostitelů ti předám já.
       *[other] Počítá se. Nikdo nezjistí, že je od tebe, a proto ho už ani nejde změnit.
    }
polls-paper = <b>{ $question }</b>
polls-own = Máš vybráno: { $chosen }
polls-rank = Místo { $turn }
polls-rank-none = nic

## Seznam

polls-list = Ankety
polls-look = Podívat se
polls-line = { $state ->
        [open] Otevřená: { $question }
        [draft] Rozepsaná: { $question }
        [planned] Naplánovaná: { $question }
       *[closed] { $question }
    }
polls-none = Žádná anketa tu zatím nebyla.{ $host ->
        [yes] {" "}Zeptej se pomocí /poll.
       *[no] {""}
    }
polls-head = <b>{ $question }</b>
    { $ends ->
        [closed] Uzavřeno { $at }.
        [stream] Otevřená do konce streamu.
        [time] Otevřená, končí { $at }.
       *[never] Otevřená.
    }

## Pro hostitele

polls-ask = Anketa
polls-edit = Upravit
polls-set = Nastavit
polls-rule = Kdo může hlasovat
polls-rule-none = V anketě „{ $title }“ může hlasovat každý. Přidej podmínku a budou to jen někteří.
polls-when = Naplánovat
polls-post-now = Zeptat se teď
polls-throw-away = Zahodit
polls-close = Uzavřít anketu
polls-again = Zeptat se znovu
polls-csv = CSV
polls-read = Přečíst odpovědi
polls-reply = Odpovědět
polls-reply-to = Odpovědět na { $turn }.
polls-form-new = Nová anketa
polls-form-edit = Anketa
polls-field-question = Otázka
polls-field-answers = Odpovědi
    .help = Každá na svůj řádek, nejvýš { $most }. Prázdné znamená ano a ne.
polls-field-kind = Jak se odpovídá
polls-field-when = Kdy se zeptat
    .help = Třeba: zítra 18:30, za 2 h
polls-asked = Zeptáno: { $question }
polls-draft = <b>{ $question }</b>
    { $kind ->
        [single] Každý vybere jednu odpověď.
        [several] Každý vybere, kolik odpovědí chce.
        [ranked] Každý seřadí až tři.
        [score] Známka od 0 do 10.
        [stars] Jedna až pět hvězdiček.
       *[words] Vlastními slovy.
    }
polls-draft-answer = • { $text }
polls-draft-how = { $secrecy ->
        [public] Všichni uvidí, kdo jak hlasoval, ve vlastní anketě sítě, pokud se tam vejde.
        [open] Hostitelé uvidí, kdo jak hlasoval.
        [answerable] Anonymní, a odpovědět půjde i bez toho, že je vidět komu.
       *[anonymous] Anonymní: nikdo nezjistí, kdo jak hlasoval.
    } { $hides ->
        [yes] Čísla se ukážou na konci.
       *[no] Čísla jsou vidět průběžně.
    }
polls-draft-everybody = Hlasovat může každý.
polls-draft-stream = Hlasovat může, kdo byl na tomhle streamu.
polls-draft-rule = Kdo může hlasovat: { $rule } ({ $count ->
        [one] teď { NUMBER($count) } člověk
        [few] teď { NUMBER($count) } lidé
        [many] teď { NUMBER($count) } člověka
       *[other] teď { NUMBER($count) } lidí
    })
polls-draft-long = { $planned ->
        [yes] Otevře se { $opens }.{" "}
       *[no] {""}
    }{ $ends ->
        [time] Jak dlouho bude otevřená: { $lasts }.
        [stream] Otevřená do konce streamu.
       *[never] Otevřená, dokud ji neuzavřeš.
    }
polls-set-secrecy = { $value ->
        [public] Anketa sítě
        [open] Se jmény
        [answerable] Anonymně, s odpovědí
       *[anonymous] Anonymně
    }
polls-set-hides = { $value ->
        [yes] Čísla až na konci
       *[no] Čísla průběžně
    }
polls-set-who = { $value ->
        [stream] Jen kdo tu byl
       *[all] Všichni
    }
polls-thrown-away = Zahozeno: { $question }
polls-csv-here = Čísla k anketě „{ $question }“.
polls-words-of = { $question }
polls-words-line = { $turn }. { $named ->
        [yes] <b>{ $who }</b>:{" "}
       *[no] {""}
    }{ $words }
polls-words-none = Zatím nikdo nic nenapsal.
polls-replied = Posláno. Komu, nevíš ty ani já.
polls-back = K tvé odpovědi na „{ $question }“ píše hostitel:
    { $words }

## Známka v čase

polls-trend = <b>Ochota doporučit (NPS)</b>
polls-trend-title = Ochota doporučit (NPS)
polls-trend-about = { $month }, od −100 do +100
polls-trend-says = Známka po měsících. Zpráva říká totéž.
polls-trend-line = { $month } · { $score }{ $certain ->
        [yes] {" "}± { $margin }
       *[no] {""}
    } · { $count ->
        [one] { NUMBER($count) } odpověď
        [few] { NUMBER($count) } odpovědi
        [many] { NUMBER($count) } odpovědi
       *[other] { NUMBER($count) } odpovědí
    }
polls-trend-few = { $month } · málo odpovědí ({ $count })
polls-trend-none = Zatím nikdo známku nedal.

## Odmítnutí

polls-not-here = Tahle anketa už tu není.
polls-not-open = Anketa je uzavřená. Jak dopadla, ukáže /polls.
polls-no-such-answer = Takovou odpověď anketa už nemá. Jak vypadá teď, ukáže /polls.
polls-no-such-setting = Tohle už nastavit nejde. Jak návrh vypadá teď, ukáže /polls.
polls-not-for-you = Tahle anketa se ptá jen některých. Co ti k tomu ještě chybí: { $lacking }. Ostatní ukáže /polls.
polls-only-who-was-there = Tahle anketa se ptá těch, kdo byli na streamu. Ostatní ukáže /polls.
polls-ranked-full = V pořadí už máš { $most }. Klepni na některou znovu, vypadne, a pak na tu další.
polls-voted-before = Už máš odhlasováno. Anonymní hlas změnit nejde: nikdo neví, který je tvůj.
polls-choose-some = { $most ->
        [one] Vyber jednu odpověď.
        [few] Vyber jednu až { $most } odpovědi, každou jednou.
        [many] Vyber jednu až { $most } odpovědi, každou jednou.
       *[other] Vyber jednu až { $most } odpovědí, každou jednou.
    } Zatím se nic nezapočítalo.
polls-words-empty = Zatím není co zapsat. Napiš pár slov.
polls-words-long = Je to o { $over ->
        [one] jeden znak
        [few] { NUMBER($over) } znaky
        [many] { NUMBER($over) } znaku
       *[other] { NUMBER($over) } znaků
    } delší, než kolik se vejde (nejvýš { NUMBER($most) }). Tady to máš zpátky ke zkrácení: { $typed }
polls-words-too-few = Odpovědělo málo lidí. Poznalo by se, kdo co napsal.
polls-question-empty = Anketa potřebuje otázku. Třeba: /poll Jaký čaj? | zelený | černý
polls-question-long = Otázka je moc dlouhá, vejde se { $most } znaků. Napsáno: { $typed }
polls-answers-twice = Dvě odpovědi jsou stejné. Napsáno: { $typed }
polls-answers-number = Anketa má { $fewest } až { $most } odpovědí, tady je jich { $count }. Napsáno: { $typed }
polls-answer-long = Odpověď „{ $answer }“ je moc dlouhá, vejde se { $most } znaků. Napsáno: { $typed }
polls-asked-already = Tuhle anketu už lidé vidí, tak zůstává, jak je. Uzavři ji a zeptej se znovu.
polls-when-wrong = Z „{ $typed }“ nepoznám čas, který teprve přijde. Zkus: zítra 18:30
polls-csv-nothing = Čísla si vezmeš s sebou, až bude anketa uzavřená a hlasů dost.

## Seznam změn

polls-open-changed = anketa: { $after }
polls-plan-changed = naplánovaná anketa: { $after }
polls-close-changed = uzavřená anketa: { $after }

## Obrázky

polls-picture-says = Jak zatím dopadla anketa „{ $question }“, v pruzích. Zpráva říká totéž.
polls-picture-row = { $kind ->
        [ranked] { $points ->
            [one] { NUMBER($points) } bod
            [few] { NUMBER($points) } body
            [many] { NUMBER($points) } bodu
           *[other] { NUMBER($points) } bodů
        }
       *[other] { $votes ->
            [one] { NUMBER($votes) } hlas
            [few] { NUMBER($votes) } hlasy
            [many] { NUMBER($votes) } hlasu
           *[other] { NUMBER($votes) } hlasů
        } · { NUMBER($share) } %
    }
