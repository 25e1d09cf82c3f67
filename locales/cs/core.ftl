### Texty jádra.

## Okamžiky. { $time } je „18:30“, { $day } je „pátek“ nebo „22. listopadu“; viz bot/text/times.py.

time-today = dnes { $time }
time-tomorrow = zítra { $time }
time-yesterday = včera { $time }
time-on-day = { $day } { $time }
time-with-home = { $moment } ({ $city } { $home })
time-now = teď

## Slova, kterými lidé říkají okamžik, oddělená čárkami; při psaní mohou chybět háčky a čárky.

time-words-today = dnes, dneska
time-words-tomorrow = zítra
time-words-in = za
time-words-fillers = v, ve, hodin
time-words-monday = pondělí, po
time-words-tuesday = úterý, út
time-words-wednesday = středa, středu, st
time-words-thursday = čtvrtek, čt
time-words-friday = pátek, pá
time-words-saturday = sobota, sobotu, so
time-words-sunday = neděle, neděli, ne
time-words-minutes = min, minuta, minutu, minuty, minut
time-words-hours = h, hod, hodina, hodinu, hodiny, hodin
time-words-days = d, den, dny, dní, dnů

## Role

role-member = člen
role-host = moderátor vysílání
role-moderator = správce
role-owner = vlastník

## Pravidla slovy. `rule-says-<fact>` čte podmínku; $amount je „alespoň 5“, „ne x“ nebo „ano“, $count její číslo.

rule-everybody = všichni
rule-nobody = nikdo
rule-and = { $first } a { $second }
rule-or = { $first } nebo { $second }
rule-comma = { $first }, { $second }
rule-group = ({ $part })
rule-is = přesně { $count }
rule-is-not = jinak než { $count }
rule-at-least = alespoň { $count }
rule-at-most = nejvýše { $count }
rule-more-than = více než { $count }
rule-less-than = méně než { $count }
rule-not = ne { $value }
rule-yes = ano
rule-no = ne
rule-nothing = nic
rule-number = { $count }
rule-says-generic = { $fact }: { $amount }
rule-says-streams-attended =
    { $count ->
        [one] { $amount } navštívený stream
        [few] { $amount } navštívené streamy
        [many] { $amount } navštíveného streamu
       *[other] { $amount } navštívených streamů
    }
rule-says-streak =
    { $count ->
        [one] { $amount } stream v řadě
        [few] { $amount } streamy v řadě
        [many] { $amount } streamu v řadě
       *[other] { $amount } streamů v řadě
    }
rule-says-orders =
    { $count ->
        [one] { $amount } objednávka
        [few] { $amount } objednávky
        [many] { $amount } objednávky
       *[other] { $amount } objednávek
    }
rule-says-spent-total = celková útrata { $amount }
rule-says-questions-asked =
    { $count ->
        [one] { $amount } položená otázka
        [few] { $amount } položené otázky
        [many] { $amount } položené otázky
       *[other] { $amount } položených otázek
    }
rule-says-feedback-given = zpětná vazba { $amount }krát
rule-says-last-stream = číslo posledního navštíveného streamu: { $amount }
rule-says-days-since-last-stream =
    { $count ->
        [one] poslední stream před { $amount } dnem
        [few] poslední stream před { $amount } dny
        [many] poslední stream před { $amount } dne
       *[other] poslední stream před { $amount } dny
    }
rule-says-months-known =
    { $count ->
        [one] { $amount } měsíc s námi
        [few] { $amount } měsíce s námi
        [many] { $amount } měsíce s námi
       *[other] { $amount } měsíců s námi
    }
rule-says-lifecycle =
    { $how ->
        [is_not]
            { $value ->
                [new] není tu krátce
                [regular] nechodí pravidelně
                [returning] nechodí jen občas
                [lapsed] není dlouho pryč
               *[other] fáze: { $amount }
            }
       *[is]
            { $value ->
                [new] je tu krátce
                [regular] chodí pravidelně
                [returning] chodí občas
                [lapsed] je dlouho pryč
               *[other] fáze: { $amount }
            }
    }

## Co chybí, než pravidlo platí. `rule-<fact>` říká, kolik ještě, $count.

rule-done = Hotovo
rule-never = Tohle splnit nejde.
rule-generic = { $phrase } (teď { $have })
rule-streams-attended =
    { $count ->
        [one] ještě { $count } stream
        [few] ještě { $count } streamy
        [many] ještě { $count } streamu
       *[other] ještě { $count } streamů
    }
rule-streak =
    { $count ->
        [one] ještě { $count } stream v řadě
        [few] ještě { $count } streamy v řadě
        [many] ještě { $count } streamu v řadě
       *[other] ještě { $count } streamů v řadě
    }
rule-orders =
    { $count ->
        [one] ještě { $count } objednávka
        [few] ještě { $count } objednávky
        [many] ještě { $count } objednávky
       *[other] ještě { $count } objednávek
    }
rule-spent-total = ještě { $count } v objednávkách
rule-questions-asked =
    { $count ->
        [one] ještě { $count } otázka
        [few] ještě { $count } otázky
        [many] ještě { $count } otázky
       *[other] ještě { $count } otázek
    }
rule-feedback-given =
    { $count ->
        [one] ještě { $count } zpětná vazba
        [few] ještě { $count } zpětné vazby
        [many] ještě { $count } zpětné vazby
       *[other] ještě { $count } zpětných vazeb
    }
rule-months-known =
    { $count ->
        [one] ještě { $count } měsíc s námi
        [few] ještě { $count } měsíce s námi
        [many] ještě { $count } měsíce s námi
       *[other] ještě { $count } měsíců s námi
    }

## Záznam změn. $named je „no“, když to byl sám bot.

audit-unknown = Změna číslo { $entry } tu není. Čísla najdeš v seznamu změn.
audit-no-way-back = Tento druh změny tu vrátit nejde. Nic se nezměnilo.
audit-undone =
    { $named ->
        [no] Tohle už je vrácené. Chceš-li to zpátky, vrať onu novější změnu.
       *[yes] Tohle už je vrácené (kdo: { $name }). Chceš-li to zpátky, vrať onu novější změnu.
    }
audit-changed-since =
    { $named ->
        [no] Mezitím se to změnilo znovu. Nejdřív vrať novější změnu.
       *[yes] Mezitím se to změnilo znovu (kdo: { $name }). Nejdřív vrať novější změnu.
    }
