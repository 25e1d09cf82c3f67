### Testeři: výzvy, kdo se hlásí, výběr, soukromé místo, připomenutí a co se zjistilo.

testers-title = Testování
testers-about = Najde lidi, kteří vyzkoušejí něco nového, a vyslechne, na co přišli.

## Příkazy

cmd-testers = Podívej se, co je k vyzkoušení, přihlas se a řekni, co z toho vyšlo
    .name = testers
cmd-tester-call = Hledej testery: co | kolik lidí | do kdy se hlásit | do kdy vyzkoušet; beze slov se otevře formulář
    .name = call
opt-tester-call-what = co | kolik lidí | do kdy se hlásit | do kdy vyzkoušet; kromě prvního může všechno chybět
    .name = co
cmd-tester-list = Podívej se na všechny výzvy, kdo testuje a co z toho vyšlo
    .name = list

## Nastavení

testers-setting-way = Jak se testeři vybírají, když to výzva neříká
testers-setting-way-first = Kdo dřív přijde
testers-setting-way-lot = Losem
testers-setting-way-hand = Ručně, vybírá tým
testers-setting-volunteer-days = Kolik dní se lidé můžou hlásit, když to výzva neříká
testers-setting-test-days = Kolik dní je potom na vyzkoušení, když to výzva neříká
testers-setting-confirm-hours = Kolik hodin čeká místo na toho, na koho přišla řada
testers-setting-wait-days = Kolik dní po termínu se výzva sama uzavře
testers-setting-tell-hosts = Psát týmu o každém hlášení hned

## Jak se tomu říká

testers-done-called = Hotové testy
testers-done-says =
    { $count ->
        [one] { $amount } hotový test
        [few] { $amount } hotové testy
        [many] { $amount } hotového testu
       *[other] { $amount } hotových testů
    }
testers-done-missing =
    { $count ->
        [one] ještě { $count } hotový test
        [few] ještě { $count } hotové testy
        [many] ještě { $count } hotového testu
       *[other] ještě { $count } hotových testů
    }
testers-way-words =
    { $way ->
        [first] první, kdo dřív, first
        [lot] los, losem, losování, lot
       *[hand] ručně, tým, hand
    }
testers-way =
    { $way ->
        [first] kdo dřív přijde
        [lot] losem
       *[hand] vybírá tým
    }

## Příspěvek

testers-post-reports =
    { $reports ->
        [0] Díky všem, kdo se přihlásili.
        [one] Co z něj vyšlo, řekl { NUMBER($reports) } člověk. Díky!
        [few] Co z něj vyšlo, řekli { NUMBER($reports) } lidé. Díky!
        [many] Co z něj vyšlo, řeklo { NUMBER($reports) } člověka. Díky!
       *[other] Co z něj vyšlo, řeklo { NUMBER($reports) } lidí. Díky!
    }
testers-post-wanted =
    { $seats ->
        [one] Hledá se { NUMBER($seats) } člověk, který to vyzkouší
        [few] Hledají se { NUMBER($seats) } lidé, kteří to vyzkouší
        [many] Hledá se { NUMBER($seats) } člověka, kteří to vyzkouší
       *[other] Hledá se { NUMBER($seats) } lidí, kteří to vyzkouší
    }
testers-post =
    <b>{ $title }</b>
    { $state ->
        [over] Tohle testování skončilo. { testers-post-reports }
        [running] Zkouší se do: { $due }. Obsazená místa: { NUMBER($taken) } z { NUMBER($seats) }{ $reports ->
            [0] .
            [one] , hlášení: { NUMBER($reports) }.
            [few] , hlášení: { NUMBER($reports) }.
            [many] , hlášení: { NUMBER($reports) }.
           *[other] , hlášení: { NUMBER($reports) }.
        }
        [picking] { $way ->
            [lot] Hlásit se už nejde: seznam je hotový a za pět minut se losuje.
           *[hand] Hlásit se už nejde: tým vybírá.
        }
       *[open] { $described ->
            [yes] { $about }
            { testers-post-wanted }{ testers-post-how }
           *[no] { testers-post-wanted }{ testers-post-how }
        }
    }{ $sealed ->
        [yes] { $state ->
            [over] { "" }
            [picking] { " " }Otisk tajemství, které rozhodne: <code>{ $commitment }</code>, otisk seznamu: <code>{ $listed }</code>
           *[on] { " " }Otisk tajemství, které rozhodne: <code>{ $commitment }</code>
        }
        [told] { " " }Rozhodlo tajemství <code>{ $secret }</code>, otisk seznamu: <code>{ $listed }</code>.
       *[no] { "" }
    }
testers-post-how =
    ; { $way ->
        [first] kdo dřív přijde
        [lot] rozhodne los, který si každý může ověřit
       *[hand] vybere je tým
    }{ $ruled ->
        [yes] , a to z lidí, kteří splní podmínku
       *[no] { "" }
    }. Přihlas se do: { $until }; vyzkoušet je to potřeba do: { $due }. { $way ->
        [first] { $free ->
            [0] Všechna místa jsou obsazená; kdo čeká, může se ještě dostat na řadu.
            [one] Volné je { NUMBER($free) } místo.
            [few] Volná jsou { NUMBER($free) } místa.
            [many] Volné je { NUMBER($free) } místa.
           *[other] Volných je { NUMBER($free) } míst.
        }
       *[later] { $waiting ->
            [0] Zatím se nikdo nehlásí.
            [one] Hlásí se { NUMBER($waiting) } člověk.
            [few] Hlásí se { NUMBER($waiting) } lidé.
            [many] Hlásí se { NUMBER($waiting) } člověka.
           *[other] Hlásí se { NUMBER($waiting) } lidí.
        }
    }

## Členové

testers-all = Co je k vyzkoušení
testers-list = Co je k vyzkoušení
testers-none = Teď tu nic k vyzkoušení není. Až bude tým hledat testery, napíše to všem a bude to i tady.
testers-line =
    • <b>{ $title }</b>: { $stand ->
        [reported] tvoje hlášení už tým má
        [testing] testuješ
        [asked] čeká na tebe místo
        [line] hlásíš se
       *[other] { $state ->
            [open] hledají se testeři
            [picking] testeři se vybírají
           *[running] testuje se
        }
    }
testers-card = <b>{ $title }</b>
testers-card-about = { $text }
testers-look = Podívat se
testers-how-over = Tohle testování skončilo.{ $stand ->
        [reported] { " " }Díky za tvoje hlášení.
       *[other] { "" }
    }
testers-how-place =
    { $placed ->
        [yes] { " " }Testeři se scházejí tady: { $name }.
        [barred] { " " }Vpustit tě sem se zatím nepodařilo: { $name }. Tým o tom ví.
       *[no] { "" }
    }
testers-how =
    { $stand ->
        [reported] Tvoje hlášení tým má; do konce ho ještě můžeš změnit.{ testers-how-place }
        [testing] Testuješ. Vyzkoušej to a řekni, co z toho vyšlo, do: { $due }.{ testers-how-place }
        [asked] Místo na tebe čeká do: { $kept }. Vyzkoušet je to potřeba do: { $due }.
        [line] { $way ->
            [first] Všechna místa jsou obsazená. Tvoje pořadí mezi čekajícími: { NUMBER($place) }. Když někdo couvne, řada se posune.
            [lot] { $drawn ->
                [yes] Tentokrát los padl na jiné; když někdo couvne, o dalším rozhodne vylosované pořadí.
               *[no] Jsi v losování s lístkem { $ticket }. Hlásit se jde do: { $until }; pak se losuje a dám ti vědět.
            }
           *[hand] Jsi na seznamu. Tým vybere a dám ti vědět.
        }
        [lapsed] Místo, které na tebe čekalo, už dostal někdo další.
        [back] Místo už nemáš, protože se ti to nehodilo.
        [shut] Hlásit se už nejde.
       *[none] { $way ->
            [first] { $free ->
                [0] Všechna místa jsou obsazená, ale zařadit se můžeš do: { $until }.
                [one] Volné je { NUMBER($free) } místo, hlásit se jde do: { $until }. Vyzkoušet je to potřeba do: { $due }.
                [few] Volná jsou { NUMBER($free) } místa, hlásit se jde do: { $until }. Vyzkoušet je to potřeba do: { $due }.
                [many] Volné je { NUMBER($free) } místa, hlásit se jde do: { $until }. Vyzkoušet je to potřeba do: { $due }.
               *[other] Volných je { NUMBER($free) } míst, hlásit se jde do: { $until }. Vyzkoušet je to potřeba do: { $due }.
            }
            [lot] Hlásit se jde do: { $until }; pak se losuje a každý si to může ověřit. Vyzkoušet je to potřeba do: { $due }.
           *[hand] Hlásit se jde do: { $until }; pak vybírá tým. Vyzkoušet je to potřeba do: { $due }.
        }
    }
testers-volunteer = Vyzkouším to
testers-confirm = Platí, jdu do toho
testers-step-back = Nakonec nemůžu
testers-forward =
    { $new ->
        [yes] Díky, že do toho jdeš: „{ $title }“.
       *[no] „{ $title }“: už se hlásíš, nic se nezměnilo.
    }
testers-confirmed =
    { $new ->
        [yes] „{ $title }“: místo je tvoje.
       *[no] „{ $title }“: místo už je tvoje.
    }
testers-stepped-back = „{ $title }“: už s tebou nepočítáme. Díky za zprávu, na řadu může někdo další.
testers-report-now = Říct, co z toho vyšlo
testers-report =
    { $again ->
        [yes] Změnit moje hlášení
       *[no] Říct, co z toho vyšlo
    }
testers-report-form = Co z toho vyšlo?
testers-field-found = Co z toho vyšlo?
    .help = Co fungovalo, co ne a co by to chtělo jinak. Přečte si to jen tým.
testers-field-stars = Hvězdičky, jestli chceš
testers-reported = Tým má tvoje hlášení: „{ $title }“. Díky!
testers-draw-check = Ověřit losování
testers-draw = <b>Losování testerů: „{ $title }“</b>
testers-draw-promise = Otisk tajemství, řečený na začátku: <code>{ $commitment }</code>
testers-draw-open = Ještě se jde hlásit, do: { $until }.
testers-draw-list =
    Seznam je v souboru: { $count ->
        [one] { NUMBER($count) } lístek
        [few] { NUMBER($count) } lístky
        [many] { NUMBER($count) } lístku
       *[other] { NUMBER($count) } lístků
    }. Jeho otisk: <code>{ $fingerprint }</code>
testers-draw-secret = Tajemství: <code>{ $secret }</code>
testers-draw-order = Pořadí (míst: { NUMBER($seats) }): <code>{ $tickets }</code>
testers-draw-passed = Z těchto lístků už místo nikdo nechce, takže se dostalo na další: <code>{ $tickets }</code>
testers-draw-holds =
    { $fair ->
        [yes] Přepočítáno: tajemství je to, které bylo slíbené. Jak si spočítat pořadí, říká README Afterglow.
       *[no] Přepočítáno, a nesedí to. Dej vědět moderátorovi.
    }
testers-draw-own = Tvůj lístek: <code>{ $ticket }</code>

## Co nejde

testers-not-here = Ta výzva tu není, nebo už není. Co je k vyzkoušení, ukáže /testers.
testers-shut = „{ $title }“: hlásit se už nejde, takže se nic nezměnilo. Co dalšího je k vyzkoušení, ukáže /testers.
testers-crowded = „{ $title }“: hlásí se tolik lidí, že je seznam plný. Tebe už na něm bohužel nemám.
testers-not-for-you = „{ $title }“: tým hledá lidi, kteří splní podmínku. Chybí ti: { $missing }. Zatím na seznamu nejsi; přihlas se, až to bude.
testers-not-kept = „{ $title }“: žádné místo už na tebe nečeká, takže se nic nezměnilo. Jak na tom jsi, ukáže /testers.
testers-not-in = „{ $title }“: nehlásíš se, takže není co rušit.
testers-reported-before = „{ $title }“: tvoje hlášení už tým má, takže místo je využité. Nic se nezměnilo.
testers-report-others =
    „{ $title }“: hlášení podávají jen testeři, takže se nic neuložilo.{ $written ->
        [yes] { " " }Tvůj text: { $text }
       *[no] { "" }
    }
testers-report-over =
    „{ $title }“: testování skončilo, takže se nic neuložilo. Týmu to můžeš říct přes /feedback.{ $written ->
        [yes] { " " }Tvůj text: { $text }
       *[no] { "" }
    }
testers-report-empty = Nebylo v tom co číst, takže se nic neuložilo. Ťukni na tlačítko ještě jednou a napiš, co z toho vyšlo.
testers-report-long = Nejvýš se vejde { NUMBER($most) } znaků, takže se nic neuložilo. Tady je tvůj text, ať ho můžeš zkrátit: { $text }
testers-title-empty = Řekni, co je k vyzkoušení: /tester call Nová glazura | 5. Nikam se nic nenapsalo.
testers-title-long = Co je k vyzkoušení, musí mít nejvýš { NUMBER($most) } znaků, takže se nic nenapsalo. Tvůj text: { $typed }
testers-about-long = Popis smí mít nejvýš { NUMBER($most) } znaků, takže se nic nezměnilo. Tvůj text: { $typed }
testers-seats-wrong = „{ $given }“ není počet testerů od 1 do { NUMBER($most) }, takže se nic nezměnilo. Tvůj text: { $typed }
testers-seats-taken =
    „{ $title }“: { $taken ->
        [one] { NUMBER($taken) } místo už někdo má
        [few] { NUMBER($taken) } místa už někdo má
        [many] { NUMBER($taken) } místa už někdo má
       *[other] { NUMBER($taken) } míst už někdo má
    }, takže jich nemůže být míň. Nic se nezměnilo.
testers-line-wrong = „{ $piece }“ nepřečtu jako počet, čas ani způsob výběru. Řekni to takhle: Nová glazura | 5 | pátek 18:00 | neděle 20:00 | los. Nic se nenapsalo; tvůj text: { $typed }
testers-moment-unread = „{ $typed }“ nepřečtu jako čas; řekni to třeba: pátek 18:00. Nic se nezměnilo.
testers-moments-wrong =
    { $past ->
        [yes] { $until } už bylo, takže by se nikdo nestihl přihlásit. Vyber chvíli, která teprve přijde; nic se nezměnilo.
       *[no] Vyzkoušet je to potřeba do: { $due }. To není až po tom, co se lidé můžou hlásit ({ $until }). Nic se nezměnilo.
    }
testers-moments-far = { $due } je dál než { NUMBER($days) } dní, takže se nic nezměnilo.
testers-way-stands = „{ $title }“: lidé už se hlásí a spoléhají na to, jak se vybírá. Nic se nezměnilo.
testers-rule-stands = „{ $title }“: hlásit se už nejde, takže podmínka zůstává. Nic se nezměnilo.
testers-posted-before = „{ $title }“ už všichni vidí. Dá se to uzavřít; nic se nezměnilo.
testers-over-before = „{ $title }“: testování skončilo. Nic se nezměnilo.
testers-not-by-hand = „{ $title }“: teď se tu ručně nevybírá. Nic se nezměnilo.
testers-not-waiting = Ten člověk už nečeká: buď už nechce, nebo místo má. Nic se nezměnilo.
testers-full =
    „{ $title }“: { $seats ->
        [one] jediné místo je obsazené
        [few] všechna { NUMBER($seats) } místa jsou obsazená
        [many] všech { NUMBER($seats) } místa je obsazených
       *[other] všech { NUMBER($seats) } míst je obsazených
    }. Nikdo nepřibyl; víc míst přidá „Texty a časy“.
testers-too-late = „{ $title }“: termín je { $due }, na někoho nového je pozdě. Posunout ho jde přes „Texty a časy“; nikdo nepřibyl.
testers-where-gone = To místo už tam není. Vyber znovu; nic se nezměnilo.
testers-where-refused = { $name } použít nejde: { $why } Nic se nezměnilo.

## Tým

testers-form = Hledání testerů
testers-field-title = Co je k vyzkoušení?
    .help = Jednou větou; přečtou si to všichni.
testers-field-about = Něco víc k tomu
    .help = Pro koho to je, co vyzkoušet, co za to bude.
testers-field-seats = Kolik testerů?
    .help = Od 1 do { NUMBER($most) }
testers-field-until = Do kdy se lidé můžou hlásit?
    .help = „pátek 18:00“; prázdné znamená jako obvykle
testers-field-due = Do kdy to mají vyzkoušet?
    .help = „neděle 20:00“; prázdné znamená jako obvykle
testers-posted = Hotovo, vidí to všichni.
testers-saved = Uloženo.
testers-thrown-away = „{ $title }“ je pryč; nikdo to neviděl.
testers-host-all = Všechny výzvy
testers-host-list = Hledání testerů
testers-host-none = Testery tu ještě nikdo nehledal. Stačí jeden řádek: /tester call Nová glazura | 5
testers-host-line =
    • <b>{ $title }</b> ({ $state ->
        [draft] rozepsané
        [open] jde se hlásit
        [picking] vybírá se
        [running] testuje se
       *[over] skončilo
    }): { testers-counts }
testers-counts = míst { NUMBER($seats) }; testuje { NUMBER($testing) }, s hlášením { NUMBER($reports) }, na odpověď čeká { NUMBER($asked) }, v pořadí { NUMBER($waiting) }
testers-host-state =
    { $state ->
        [draft] Rozepsané; nikdo to zatím nevidí.
        [open] Lidé se hlásí.
        [picking] Hlásit se už nejde; testeři se vybírají.
        [running] Testuje se.
       *[over] Skončilo to.
    } Výběr: { testers-way }.
testers-host-when =
    { $early ->
        [yes] Hlásit se jde do: { $until }
       *[no] Hlásit se jde jako obvykle
    }; { $late ->
        [yes] vyzkoušet do: { $due }
       *[no] na vyzkoušení je potom času jako obvykle
    }.{ $state ->
        [draft] { "" }
        [over] { "" }
       *[on] { " " }Samo se to uzavře: { $ends }.
    }
testers-host-everybody = Hlásit se můžou všichni.
testers-host-rule =
    Pro toho, kdo má: { $rule } (teď to splňuje { $count ->
        [one] { NUMBER($count) } člen
        [few] { NUMBER($count) } členové
        [many] { NUMBER($count) } člena
       *[other] { NUMBER($count) } členů
    }).
testers-host-where =
    { $placed ->
        [yes] Testeři mají do konce vstup sem: { $name }.
       *[no] Testeři nemají žádné vlastní místo.
    }
testers-host-counts =
    { $state ->
        [draft] Hledaných testerů: { NUMBER($seats) }.
       *[on] Teď: { testers-counts }.
    }
testers-open = Podívat se
testers-edit = Texty a časy
testers-rule = Kdo smí
testers-rule-none = „{ $title }“: hlásit se můžou všichni.
testers-pick-by-it = Vybírat takhle
testers-pick-by =
    { $way ->
        [first] Kdo dřív přijde
        [lot] Losem
       *[hand] Ručně
    }
testers-post-it = Napsat všem
testers-throw-away = Zahodit
testers-where = Soukromé místo
testers-where-which =
    { $some ->
        [yes] Testeři mají vstup sem: { $now } („{ $title }“). Kam místo toho?
       *[no] Kde se sejdou testeři: „{ $title }“? Vstup mají jen oni, a to do uzavření.
    }
testers-where-new = Nové soukromé vlákno: { $name }
testers-where-none = Žádné místo
testers-back = Zpět
testers-who = Kdo se hlásí
testers-people = Kdo se hlásí: { $title }
testers-people-none = „{ $title }“: zatím se nikdo nehlásí.
testers-somebody = někdo neznámý
testers-person =
    • { $name }: { $state ->
        [reported] podané hlášení
        [testing] testuje
        [asked] místo čeká na odpověď do: { $kept }
       *[line] čeká v pořadí
    }{ $barred ->
        [yes] { " " }(bez vstupu: { $why })
       *[no] { "" }
    }
testers-take-them = Vybrat
testers-take = Vybrat: { $name }
testers-taken = { $name } dostává otázku; místo na odpověď chvíli počká.
testers-pick = Vybrat hned
testers-pick-now =
    { $way ->
        [first] Ukončit přihlašování
        [lot] Losovat hned
       *[hand] Vybrat hned
    }
testers-picking =
    { $state ->
        [picking] Seznam je hotový a každý se na něj může podívat. Losuje se samo, zbývá minut: { NUMBER($minutes) }.
       *[running] Hlásit se už nejde; testuje se.
    }
testers-remind = Připomenout
testers-reminded =
    { $count ->
        [0] Nebylo komu připomínat: všichni už hlášení podali, nebo připomenutí před chvílí dostali.
        [one] Připomenutí dostane { NUMBER($count) } člověk.
        [few] Připomenutí dostanou { NUMBER($count) } lidé.
        [many] Připomenutí dostane { NUMBER($count) } člověka.
       *[other] Připomenutí dostane { NUMBER($count) } lidí.
    }
testers-close = Uzavřít
testers-close-now = Opravdu uzavřít
testers-close-sure = Uzavřít „{ $title }“? Testeři ztratí vstup, kdo podal hlášení, dostane poděkování, a ostatní se dozvědí, že je konec.
testers-closed = Je konec a všichni, kdo v tom jsou, se to dozvědí.
testers-read = Co z toho vyšlo
testers-reports = Co z toho vyšlo: { $title }
testers-reports-none = „{ $title }“: hlášení zatím nikdo nepodal.
testers-report-line =
    • <b>{ $name }</b>{ $starred ->
        [yes] , { $stars }
       *[no] { "" }
    }: „{ $text }“
testers-csv = Jako tabulka
testers-csv-here = Co z toho vyšlo („{ $title }“), pro jakýkoli tabulkový program. Jsou v tom jména: předávej to s rozmyslem.
testers-csv-who = Kdo
testers-csv-stars = Hvězdičky
testers-csv-found = Co z toho vyšlo
testers-csv-at = Kdy

testers-call-changed = hledání testerů: { $after }
testers-edit-changed = změněné hledání testerů: { $after }
testers-pick-changed = výběr testerů: { $after }
testers-close-changed = uzavřené hledání testerů: { $after }

## Co se píše samo

testers-host-choose =
    „{ $title }“: hlásit se už nejde. { $count ->
        [0] Nikdo se nepřihlásil.
        [one] Hlásí se { NUMBER($count) } člověk
        [few] Hlásí se { NUMBER($count) } lidé
        [many] Hlásí se { NUMBER($count) } člověka
       *[other] Hlásí se { NUMBER($count) } lidí
    }{ $count ->
        [0] { "" }
       *[some] { $seats ->
            [one] { " " }a je { NUMBER($seats) } místo. Vyber, kdo bude testovat.
            [few] { " " }a jsou { NUMBER($seats) } místa. Vyber, kdo bude testovat.
            [many] { " " }a je { NUMBER($seats) } místa. Vyber, kdo bude testovat.
           *[other] { " " }a je { NUMBER($seats) } míst. Vyber, kdo bude testovat.
        }
    }
testers-host-free =
    „{ $title }“: { $free ->
        [one] { NUMBER($free) } místo je zase volné
        [few] { NUMBER($free) } místa jsou zase volná
        [many] { NUMBER($free) } místa je zase volné
       *[other] { NUMBER($free) } míst je zase volných
    } a { $waiting ->
        [one] čeká { NUMBER($waiting) } člověk
        [few] čekají { NUMBER($waiting) } lidé
        [many] čeká { NUMBER($waiting) } člověka
       *[other] čeká { NUMBER($waiting) } lidí
    }. Vyber, kdo bude další.
testers-host-report =
    { $name } má vyzkoušeno: „{ $title }“{ $starred ->
        [yes] , { $stars }
       *[no] { "" }
    }.
    „{ $text }“
testers-host-refused = { $name } nemá vstup: { $place } („{ $title }“). Důvod: { $why } Testovat jde i tak; každý den to zkusím znovu.
testers-picked = Můžeš testovat: „{ $title }“. Potvrď to do: { $until }, jinak místo dostane někdo další. Vyzkoušet je to potřeba do: { $when }.
testers-not-drawn = „{ $title }“: tentokrát los padl na jiné. Zůstáváš v pořadí: když někdo couvne, dostane se na dalšího podle losu.
testers-lapsed = „{ $title }“: místo, které na tebe čekalo, dostal někdo další.
testers-inside = Do konce testování máš vstup tam, kde se testeři scházejí: { $name }.
testers-outside = Testuješ „{ $title }“, ale vpustit tě sem se zatím nepodařilo: { $name }. Tým o tom ví; testovat můžeš i tak.
testers-soon = Testuješ „{ $title }“; co z toho vyšlo, řekni prosím do: { $when }.
testers-due = „{ $title }“: termín je tady. Co z toho vyšlo? Stačí pár slov.
testers-nudge = Tým pořád čeká, co z toho vyšlo: „{ $title }“. Uzavře se to: { $ends }; víckrát už připomínat nebudu.
testers-reminder = Tým se ptá, co zatím vyšlo: „{ $title }“. Čeká na to do: { $when }.
testers-thanks = „{ $title }“: testování skončilo a tvoje hlášení tým má. Díky za pomoc!
testers-is-over =
    „{ $title }“: testování skončilo. { $tested ->
        [yes] Tvoje místo testera tím končí.
       *[no] Tentokrát na tebe místo nezbylo; díky za zájem.
    }

## V tom, co ukazují jiní

testers-cue =
    Hledají se testeři: „{ $title }“, { $count ->
        [0] zatím se nikdo nehlásí
        [one] hlásí se { NUMBER($count) } člověk
        [few] hlásí se { NUMBER($count) } lidé
        [many] hlásí se { NUMBER($count) } člověka
       *[other] hlásí se { NUMBER($count) } lidí
    }, míst: { NUMBER($seats) }: /testers
testers-status =
    { $count ->
        [one] Na výběr testerů čeká { NUMBER($count) } výzva: /tester list
        [few] Na výběr testerů čekají { NUMBER($count) } výzvy: /tester list
        [many] Na výběr testerů čeká { NUMBER($count) } výzvy: /tester list
       *[other] Na výběr testerů čeká { NUMBER($count) } výzev: /tester list
    }
testers-profile =
    { $count ->
        [one] { NUMBER($count) } hotový test
        [few] { NUMBER($count) } hotové testy
        [many] { NUMBER($count) } hotového testu
       *[other] { NUMBER($count) } hotových testů
    }
