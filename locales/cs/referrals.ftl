### Doporučení: jak někoho přivést, říct, kdo přivedl tebe, a co dělají moderátoři, když něco není jasné.

referrals-title = Doporučení
referrals-about = Členové přivádějí další přes kód nebo pozvánku a mají za to body.

## Příkazy

cmd-refer = Přiveď někoho: tvůj kód, odkazy a kartička k ukázání, i s tím, co z toho oba máte
    .name = refer
cmd-invited = Řekni podle kódu, kdo tě přivedl
    .name = invited
opt-invited-code = kód toho, kdo tě přivedl; bez něj se otevře formulář
    .name = kód
cmd-referral-queue = Podívej se, u koho není jasné, jak přišel, a rozhodni, jestli se počítá
    .name = queue
cmd-referral-list = Podívej se, kdo koho přivedl a jak to vypadá
    .name = list
cmd-referral-ban = Ať někdo už nikoho nepřivádí; co od něj bylo na cestě, skončí
    .name = ban
opt-referral-ban-member = kdo
    .name = člen
opt-referral-ban-why = proč, pro ostatní moderátory
    .name = důvod
cmd-referral-unban = Ať někdo zase smí přivádět další
    .name = unban
opt-referral-unban-member = kdo
    .name = člen
cmd-referral-stats = Podívej se, kolik lidí někdo přivedl, jak daleko došli a jestli vydrží víc než ostatní
    .name = stats
cmd-referral-campaign = Podívej se na kampaně, začni novou a řekni, co ještě musí platit
    .name = campaign

## Nastavení

referrals-setting-days-to-say = Kolik dní může nový člen říct, kdo ho přivedl
referrals-setting-days-stayed = Kolik dní tu musí někdo vydržet, aby se počítal
referrals-setting-stream = Musí taky přijít na stream
referrals-setting-order = Musí si taky něco objednat
referrals-setting-days-in-all = Do kolika dní se to všechno musí stihnout
referrals-setting-points-for-bringing = Body pro toho, kdo někoho přivedl
referrals-setting-points-for-coming = Body pro toho, kdo se přivést nechal
referrals-setting-days-pending = Za kolik dní se tyhle body začnou počítat
referrals-setting-days-taken-back = Kolik dní potom je ještě odchod vezme zpátky
referrals-setting-most-in-a-week = Od kolika lidí za týden od jednoho člena se podívá člověk
referrals-setting-codes-in-a-day = Od kolika lidí za den, kteří jen napsali stejný kód, se podívá člověk
referrals-setting-least-account-days = Kolik dní starý má být účet, aby se nikdo dívat nemusel (jen Discord)
referrals-setting-on-request = Kdo na Telegramu přijde přes osobní pozvánku, požádá o vstup a já ho pustím
referrals-setting-fewest-for-rate = Od kolika lidí na každé straně se ukazují podíly

referrals-without-invites = Osobní pozvánky: bez nich si lidé můžou předávat jen kód.
referrals-without-sight = Poznat, na čí pozvánku kdo přišel: bez toho to musí noví členové říct kódem.

## Zvát

referrals-code = Tvůj kód: <code>{ $code }</code>
referrals-way = { $title }: { $address }
referrals-way-bot = Rovnou ke mně
referrals-needs-days =
    { $days ->
        [one] vydrží { NUMBER($days) } den
        [few] vydrží { NUMBER($days) } dny
        [many] vydrží { NUMBER($days) } dne
       *[other] vydrží { NUMBER($days) } dní
    }
referrals-needs-stream = přijde na stream
referrals-needs-order = si něco objedná
referrals-needs-nothing = přijde
referrals-counts = Počítá se, kdo tu { $needs }.
referrals-counts-rule = Co ještě musí platit: { $rule }.
referrals-points-of =
    { $points ->
        [one] { NUMBER($points) } bod
        [few] { NUMBER($points) } body
        [many] { NUMBER($points) } bodu
       *[other] { NUMBER($points) } bodů
    }
referrals-their-points-of =
    { $theirs ->
        [one] { NUMBER($theirs) } bod
        [few] { NUMBER($theirs) } body
        [many] { NUMBER($theirs) } bodu
       *[other] { NUMBER($theirs) } bodů
    }
referrals-later =
    { $days ->
        [0] .
        [one] ; platit začnou za { NUMBER($days) } den.
        [few] ; platit začnou za { NUMBER($days) } dny.
        [many] ; platit začnou za { NUMBER($days) } dne.
       *[other] ; platit začnou za { NUMBER($days) } dní.
    }
referrals-brings =
    { $who ->
        [nobody] Body za to tu nejsou, zato je veseleji.
        [they] Kdo přijde, dostane { referrals-their-points-of }{ referrals-later }
        [you] Ty pak dostaneš { referrals-points-of }{ referrals-later }
       *[both] Ty pak dostaneš { referrals-points-of } a druhá strana { referrals-their-points-of }{ referrals-later }
    }
referrals-campaign-on =
    Běží { $name }, končí { $until }{ $bonus ->
        [0] .
        [one] ; z toho { NUMBER($bonus) } bod pro každého z vás je bonus.
        [few] ; z toho { NUMBER($bonus) } body pro každého z vás jsou bonus.
        [many] ; z toho { NUMBER($bonus) } bodu pro každého z vás je bonus.
       *[other] ; z toho { NUMBER($bonus) } bodů pro každého z vás je bonus.
    }
referrals-so-far-of =
    { $counted ->
        [0] zatím se nikdo nepočítá
        [one] počítá se { NUMBER($counted) }
        [few] počítají se { NUMBER($counted) }
        [many] počítá se { NUMBER($counted) }
       *[other] počítá se { NUMBER($counted) }
    }, na cestě { NUMBER($coming) }
referrals-so-far = Tvoje bilance: { referrals-so-far-of }.
referrals-card-sentence = tě zve mezi nás. Až tu budeš, pošli /invited a tenhle kód.
referrals-card-reads = Na tvojí kartičce stojí: „{ $name } { $words }“
referrals-card-says = Kartička s tvým kódem { $code } a čtvercovým kódem, který vede sem.
referrals-board = Kdo přivádí nejvíc
referrals-board-title = Kdo přivedl nejvíc lidí
referrals-board-none = Zatím se nepočítá nikdo, koho by někdo přivedl. Jak být první, ukáže /refer.
referrals-board-people =
    { $count ->
        [one] { NUMBER($count) } člověk
        [few] { NUMBER($count) } lidé
        [many] { NUMBER($count) } člověka
       *[other] { NUMBER($count) } lidí
    }
referrals-board-line = { NUMBER($place) }. { $name }: { $words }
referrals-board-says = Obrázek se stejným seznamem.
referrals-banned = Teď tu nikoho přivést nemůžeš. Jestli tě to překvapuje, zeptej se moderátorů.

## Říct, kdo tě přivedl

referrals-claim = Někdo mě přivedl
referrals-field-code = Čí kód máš?
    .help = Šest písmen a číslic, třeba K7QMZ4.
referrals-claim-sure = Tenhle kód má { $name }. Jsi tu právě na tohle doporučení?
referrals-claim-yes = Ano, je to tak
referrals-noted =
    { $state ->
        [waits] Zapsáno, čí doporučení to bylo: { $name }. Něco na tom není jasné, tak se podívá někdo z moderátorů; ty dělat nic nemusíš.
        [over] To už od tebe víme: { $name }. Teď už se to nepočítá; jestli tě to překvapuje, zeptej se moderátorů.
       *[noted] Zapsáno, čí doporučení to bylo: { $name }. Fajn, že tu jsi.
    }
referrals-come-in = Zbývá jediný krok, pojď dál:
referrals-come-by = { $address }
referrals-code-unknown = Kód „{ $typed }“ tu nikdo nemá. Porovnej ho s tím, který máš, a pošli ho znovu přes /invited.
referrals-code-own = To je tvůj vlastní kód. Dej ho někomu, kdo tu ještě není; i s odkazy ho ukáže /refer.
referrals-said-before = Kdo tě přivedl, už tu je zapsáno, a platí první slovo. Jestli to nesedí, řekni to moderátorům.
referrals-not-new =
    To je pro nové členy, { $days ->
        [one] do jednoho dne
        [few] do { NUMBER($days) } dnů
        [many] do { NUMBER($days) } dne
       *[other] do { NUMBER($days) } dnů
    } od chvíle, kdy přišli poprvé. Tebe už odtud známe, takže se nic nezapsalo.
referrals-ask = Vítej. Vypadá to, že tě někdo odtud přivedl, ale jistě to nepoznám. Jsi tu na pozvánku někoho z členů?
referrals-confirm = Ano, přes pozvánku
referrals-deny = Ne
referrals-confirmed =
    { $yes ->
        [yes] { $state ->
            [waiting] Díky, zapsáno.
           *[other] Díky. Mezitím se to vyřešilo.
        }
       *[no] Díky, pak se nic nezapíše.
    }

## Co se říká

referrals-told-bringing = Někdo, kdo přišel díky tobě, už je tu jako doma. Máš na cestě { referrals-points-of }, platí od { $day }.
referrals-told-coming = Fajn, že se ti tu líbí. Máš na cestě { referrals-points-of } za to, že tě někdo přivedl; platí od { $day }.
referrals-told-back =
    { $reason ->
        [left] Někdo, kdo přišel díky tobě, zase odešel
        [refunded] Někomu, kdo přišel díky tobě, se vrátila objednávka
        [self] Jeden z účtů, které přišly díky tobě, je nakonec tvůj
       *[other] Někdo, kdo přišel díky tobě, se nakonec nepočítá
    }, takže { referrals-points-of } za to jde zpátky.
referrals-for-bringing = za to, že tu je někdo díky tobě
referrals-for-coming = za příchod na doporučení
referrals-how =
    { referrals-points-of } za každého, kdo přijde díky tobě (/refer){ $who ->
        [both] , a { referrals-their-points-of } pro něj
       *[you] { "" }
    }; tyhle body nepropadají.
referrals-promoter = Víš o někom, komu by se tu líbilo? /refer ti dá kód a kartičku a něco z toho budete mít oba.
referrals-last-call =
    { $coded ->
        [yes] Líbilo by se tu ještě někomu? Tvůj kód je <code>{ $code }</code>; odkazy a kartičku má /refer.
       *[no] Líbilo by se tu ještě někomu? /refer ti dá kód a kartičku.
    }
referrals-profile = Kdo přišel díky tobě: { referrals-so-far-of }
referrals-cue =
    { $count ->
        [one] Poprvé tu je díky doporučení: { $names }. Pozdrav.
        [few] Poprvé tu jsou díky doporučení: { $names }. Pozdrav je.
        [many] Poprvé tu jsou díky doporučení: { $names }. Pozdrav je.
       *[other] Poprvé tu jsou díky doporučení: { $names }. Pozdrav je.
    }
referrals-cue-campaign =
    { $name } (končí { $until }): kdo někoho přivede, má { $bonus ->
        [0] body jako vždycky
        [one] o { NUMBER($bonus) } bod víc
        [few] o { NUMBER($bonus) } body víc
        [many] o { NUMBER($bonus) } bodu víc
       *[other] o { NUMBER($bonus) } bodů víc
    } (/refer).
referrals-status =
    { $count ->
        [one] { NUMBER($count) } doporučení čeká na rozhodnutí: /referral queue
        [few] { NUMBER($count) } doporučení čekají na rozhodnutí: /referral queue
        [many] { NUMBER($count) } doporučení čeká na rozhodnutí: /referral queue
       *[other] { NUMBER($count) } doporučení čeká na rozhodnutí: /referral queue
    }
referrals-queue-told = U někoho nového není jasné, kdo ho přivedl, a čeká to na vaše slovo.

## Pro moderátory

referrals-queue = Co čeká
referrals-queue-title = Co čeká na rozhodnutí
referrals-queue-empty = Teď je všechno jasné.
referrals-list = Všechna
referrals-list-title = Kdo koho přivedl
referrals-list-empty = Zatím nikdo nikoho nepřivedl. Kód dá každému /refer.
referrals-somebody = někdo, kdo si přál být zapomenut
referrals-look = Ukázat
referrals-look-at = #{ $number } { $inviter }, { $invited }
referrals-state =
    { $state ->
        [waiting] čeká, až vydrží a přijde
        [contested] čeká na rozhodnutí
        [qualified] počítá se, body jsou na cestě
        [paid] započítáno
        [refused] nepočítá se
       *[taken_back] vzato zpátky
    }
referrals-reason =
    { $reason ->
        [doubtful] plyne to jen z počtu použití pozvánek
        [contradicts] kód má někdo jiný než pozvánka
        [velocity] moc lidí najednou od jednoho člena
        [young] účet je úplně nový
        [unseen] příchod nikdo neviděl
        [known] o té osobě víme už z doby před příchodem
        [forgotten] jiný člověk od stejného člena si přál být zapomenut
        [self] obě strany jsou jeden člověk
        [twice] tentýž člověk přišel na doporučení dvakrát
        [rejoined] není tu poprvé
        [left] odchod
        [gone] přání být zapomenut
        [late] trvalo to moc dlouho
        [banned] někdo z nich se účastnit nesmí
        [denied] podle té osoby to tak nebylo
        [refunded] objednávka se vrátila
       *[decided] rozhodnutí moderátora
    }
referrals-line =
    #{ $number } { $inviter } → { $invited }: { referrals-state }{ $reason ->
        [none] { "" }
       *[other] { " " }({ referrals-reason })
    }
referrals-page = #{ $number } Kdo zve: <b>{ $inviter }</b>, kdo přišel: <b>{ $invited }</b>
referrals-page-how =
    { $how ->
        [code] Podle kódu
        [invite] Podle osobní pozvánky
       *[both] Podle osobní pozvánky i vlastních slov
    }; { $grade ->
        [proof] přímo od té osoby
        [sure] říká to síť
       *[hint] jen náznak
    }.
referrals-page-state =
    Stav: { referrals-state }{ $reason ->
        [none] { "" }
       *[other] { " " }({ referrals-reason })
    }.
referrals-page-rival = Mohl to být i někdo jiný: { $name }.
referrals-page-when =
    Zapsáno { $began }, { $inside ->
        [yes] příchod { $joined }
       *[no] příchod zatím nikdo neviděl
    }.
referrals-page-points = Bodů za přivedení { NUMBER($points) }, za příchod { NUMBER($theirs) }, začátek platnosti { $day }.
referrals-approve = Započítat
referrals-approve-for =
    { $both ->
        [yes] Započítat, zve { $name }
       *[no] Započítat
    }
referrals-refuse = Odmítnout
referrals-take-back = Vzít zpátky
referrals-approved = Platí to dál; započítá se, až vydrží a přijde.
referrals-refused = Odmítnuto.
referrals-taken-back = Už se to nepočítá.
referrals-decided =
    O tom je rozhodnuto: { $state ->
        [waiting] čeká, až vydrží a přijde
        [qualified] počítá se
        [paid] je započítáno
        [refused] nepočítá se
       *[other] je vzato zpátky
    }. Nic se nezměnilo.
referrals-own = Tohle se týká tebe, takže musí rozhodnout někdo jiný z moderátorů. Nic se nezměnilo.
referrals-nobody = Ten, komu by to patřilo, už tu není. Odmítni to, nebo to nech být. Nic se nezměnilo.
referrals-not-here = Takové doporučení tu není. Která jsou, ukáže /referral list.
referrals-banned-now =
    { $name } odteď nikoho nepřivádí. { $count ->
        [0] Na cestě nebylo nic.
        [one] Jedno doporučení na cestě skončilo.
        [few] Skončila { NUMBER($count) } doporučení na cestě.
        [many] Skončilo { NUMBER($count) } doporučení na cestě.
       *[other] Skončilo { NUMBER($count) } doporučení na cestě.
    } Znovu to dovolí /referral unban.
referrals-banned-before = { $name } už přivádět nesmí. Nic se nezměnilo.
referrals-unbanned = { $name } zase smí přivádět další. Co skončilo, to se nevrátí.
referrals-not-banned = { $name } přivádět smí. Nic se nezměnilo.

## Čísla

referrals-stats-title = Doporučení dosud
referrals-stats-inviting =
    { $count ->
        [0] Pro kód si zatím nikdo nepřišel.
        [one] Pro kód si přišel { NUMBER($count) } člen.
        [few] Pro kód si přišli { NUMBER($count) } členové.
        [many] Pro kód si přišlo { NUMBER($count) } člena.
       *[other] Pro kód si přišlo { NUMBER($count) } členů.
    }
referrals-stats-says = Obrázek téže cesty.
referrals-funnel-brought =
    { $count ->
        [one] Na doporučení je zapsaný { NUMBER($count) } člověk
        [few] Na doporučení jsou zapsaní { NUMBER($count) } lidé
        [many] Na doporučení je zapsáno { NUMBER($count) } člověka
       *[other] Na doporučení je zapsáno { NUMBER($count) } lidí
    }
    .label = Zapsáno
referrals-funnel-inside =
    { $count ->
        [one] Vstoupil { NUMBER($count) } z nich
        [few] Vstoupili { NUMBER($count) } z nich
        [many] Vstoupilo { NUMBER($count) } z nich
       *[other] Vstoupilo { NUMBER($count) } z nich
    }
    .label = Vstoupili
referrals-funnel-counted =
    { $count ->
        [one] Vydržel a přišel { NUMBER($count) }
        [few] Vydrželi a přišli { NUMBER($count) }
        [many] Vydrželo a přišlo { NUMBER($count) }
       *[other] Vydrželo a přišlo { NUMBER($count) }
    }
    .label = Vydrželi a přišli
referrals-funnel-paid =
    { $count ->
        [one] Započítaný je { NUMBER($count) }
        [few] Započítaní jsou { NUMBER($count) }
        [many] Započítáno je { NUMBER($count) }
       *[other] Započítaných je { NUMBER($count) }
    }
    .label = Započítaní
referrals-funnel-aside = Čeká na rozhodnutí: { NUMBER($contested) }, odmítnuto: { NUMBER($refused) }, vzato zpátky: { NUMBER($back) }
referrals-rate = Kdo z těch, kteří přišli před 30 až 120 dny, byl za posledních 30 dní na streamu: na doporučení { NUMBER($percent) } % (z { NUMBER($brought) }), ostatní { NUMBER($base) } % (z { NUMBER($others) }). Že tu jsou dál, ještě neznamená, že je to právě tím.
referrals-rate-few = Jestli vydrží víc než ostatní, bude vidět, až jich na každé straně přijde před 30 až 120 dny aspoň { NUMBER($fewest) }.

## Kampaně

referrals-campaigns = Všechny kampaně
referrals-campaigns-title = Kampaně
referrals-campaigns-none = Žádná kampaň tu ještě nebyla. Dává pár dnům body navíc, vlastní slova a vlastní čísla.
referrals-campaign-open = Otevřít: { $name }
referrals-campaign-new = Nová kampaň
referrals-campaign-edit = Upravit
referrals-campaign-end = Ukončit teď
referrals-campaign-form = Kampaň
referrals-campaign-line =
    <b>{ $name }</b>, { $state ->
        [on] běží, končí { $ends }
        [over] skončila { $ends }
       *[soon] začíná { $begins }, končí { $ends }
    }{ $bonus ->
        [0] , bez bodů navíc
        [one] , o { NUMBER($bonus) } bod víc pro každou stranu
        [few] , o { NUMBER($bonus) } body víc pro každou stranu
        [many] , o { NUMBER($bonus) } bodu víc pro každou stranu
       *[other] , o { NUMBER($bonus) } bodů víc pro každou stranu
    }
referrals-campaign-says = Na kartičkách stojí: { $words }
referrals-field-name = Jak se jmenuje
referrals-field-begins = Od kdy
    .help = Třeba „22. prosince 18:00“; prázdné znamená hned.
referrals-field-ends = Do kdy
    .help = Třeba „6. ledna 20:00“.
referrals-field-bonus = Kolik bodů navíc má každý z těch dvou
    .help = 0 znamená žádné.
referrals-field-words = Co stojí na kartičkách
    .help = Věta, která navazuje na jméno: „tě zve na…“.
referrals-campaign-gone = Taková kampaň tu není. Které jsou, ukáže /referral campaign.
referrals-campaign-words = Potřebuje název do { NUMBER($name) } znaků a na slova je nejvýš { NUMBER($most) }. Nic se nezměnilo; tady je tvůj text: { $text }
referrals-campaign-when = „{ $typed }“ nepřečtu jako den a čas. Napiš to třeba „22. prosince 18:00“; nic se nezměnilo.
referrals-campaign-ends = Takhle by skončila dřív, než začne. Nic se nezměnilo; pošli formulář znovu.
referrals-campaign-bonus = Bonus je celé číslo do { NUMBER($most) }, ne „{ $typed }“. Nic se nezměnilo.
referrals-campaign-overlaps = To by běžely dvě najednou: v těch dnech je { $name }. Zvol jiné dny, nebo tamtu ukonči; nic se nezměnilo.
referrals-campaign-over = { $name } už skončila. Nic se nezměnilo.
referrals-rule-title = Mimo kampaně
referrals-rule-none = { $title }: nic dalšího platit nemusí.
