### Co říká afterglow import v terminálu a proč soubor s body nejde použít. { $file } je jeho jméno.

importing-missing = Soubor { $file } tu není. Nic se nezměnilo.
importing-folder = { $file } je složka. Napiš soubor s body, který v ní je. Nic se nezměnilo.
importing-closed = { $file } nejde otevřít: { $reason }. Nic se nezměnilo.
importing-large = { $file } má víc než { $most } MB. Rozděl ho, každá část jde přenést zvlášť. Nic se nezměnilo.
importing-empty = { $file } je prázdný. Nic se nezměnilo.
importing-no-json = { $file } začíná jako JSON, ale není to on: { $why }. Ulož stránku znovu tak, jak přišla. Nic se nezměnilo.
importing-unknown = { $file } je JSON, ale není to žebříček MEE6 (seznam „players“) ani body StreamElements (seznam „users“). Nic se nezměnilo.
importing-columns = V prvním řádku souboru { $file } chybí sloupec: { $missing }. Nic se nezměnilo.
importing-column-points = body (pojmenuj ho points, xp nebo body)
importing-column-name = čí jsou (pojmenuj ho name, username nebo jméno, nebo id)
importing-nothing = Nikdo v souboru { $file } nemá žádné body. Nic se nezměnilo.
importing-nothing-first = V souboru { $file } nejde nic přečíst; první chyba, na místě { $number }: { $why }. Nic se nezměnilo.
importing-one-for = Za --one-for patří celé číslo od 1. Nic se nezměnilo.
importing-platform = Síť „{ $typed }“ za --platform tu neznám; jsou tu: { $known }. Nic se nezměnilo.
importing-no-community = Ještě tu není komunita, které by body patřily. Spusť jednou bota (afterglow run) a pozdrav ho. Nic se nezměnilo.
importing-which-community = Napiš za --community, která se myslí. Jsou tu: { $known }. Nic se nezměnilo.
importing-no-import = Přenos { $number } tu není. Ty, co jsou, ukáže afterglow import list. Nic se nezměnilo.

importing-no-name = chybí jméno
importing-long-name = jméno má přes { $most } znaků
importing-no-platform = je tu id, ale z které sítě? Napiš ji za --platform, nebo do sloupce platform
importing-no-points = { $typed } není počet bodů
importing-points-out-of-range = bodů může být 0 až { $most }
importing-no-player = není to hráč ze žebříčku MEE6
importing-no-user = není to uživatel StreamElements
importing-row = řádek není řádek tabulky ({ $problem })

importing-stage = Přenáším body
importing-undoing-stage = Beru body zpět
importing-title = <b>{ $file }</b>: { $format ->
        [mee6] žebříček MEE6
        [streamelements] body StreamElements
       *[csv] tabulka
    }, komunita { $community }
importing-accounts = { $count ->
        [one] účet s body
        [few] účty s body
        [many] účtu s body
       *[other] účtů s body
    }
importing-points = { $one_for ->
        [1] bodů dohromady; nepropadají
        [one] bodů dohromady; nepropadají
        [few] bodů dohromady, jeden za každé { NUMBER($one_for) } v souboru; nepropadají
        [many] bodů dohromady, jeden za každých { NUMBER($one_for) } v souboru; nepropadají
       *[other] bodů dohromady, jeden za každých { NUMBER($one_for) } v souboru; nepropadají
    }
importing-known = { $count ->
        [one] z nich už je členem a dostane je hned
        [few] z nich už jsou členy a dostanou je hned
        [many] z nich už je členem a dostane je hned
       *[other] z nich už je členy a dostanou je hned
    }
importing-not-here-yet = tu ještě nejsou: dostanou je, až se jejich účet poprvé objeví, nejdéle do roka
importing-by-name = podle jména účtu: dostanou je, jakmile se účet ukáže nebo propojí
importing-by-nobody = jen podle jména: dostanou je, až se někdo přihlásí (/claim) a moderátor to potvrdí, nebo přes /import match
importing-repeated = podruhé; platí to první
importing-no-points-left = bez bodů, vynecháno
importing-broken = nejde přečíst, vynecháno:
importing-broken-line = { "  " }{ $number }: { $why }
importing-sample = { "  " }{ $name }: { NUMBER($points) }
importing-say-platform = Je to kanál na Twitchi? Pak přidej <b>{ $option }</b>: jméno tam patří jen jednomu účtu.
importing-paid-before = { $count ->
        [one] { NUMBER($count) } z těch účtů už body z jiného takového souboru má. Tyhle se přičtou; jestli nemají, nejdřív ten přenos vrať.
        [few] { NUMBER($count) } z těch účtů už body z jiného takového souboru mají. Tyhle se přičtou; jestli nemají, nejdřív ten přenos vrať.
        [many] { NUMBER($count) } z těch účtů už body z jiného takového souboru má. Tyhle se přičtou; jestli nemají, nejdřív ten přenos vrať.
       *[other] { NUMBER($count) } z těch účtů už body z jiného takového souboru má. Tyhle se přičtou; jestli nemají, nejdřív ten přenos vrať.
    }
importing-known-file = Tenhle soubor už přenesený je, jako přenos { $number }: nikdo nic nedostane dvakrát a kdo přišel od té doby, dostane svoje teď.
importing-only-shown = Nic se nezměnilo. Když to má proběhnout, přidej <b>{ $option }</b>.
importing-done = Přenos { $number }: { $people ->
        [one] { NUMBER($people) } člověk dostal
        [few] { NUMBER($people) } lidé dostali
        [many] { NUMBER($people) } člověka dostalo
       *[other] { NUMBER($people) } lidí dostalo
    } dohromady { $points ->
        [one] { NUMBER($points) } bod
        [few] { NUMBER($points) } body
        [many] { NUMBER($points) } bodu
       *[other] { NUMBER($points) } bodů
    }.
importing-waiting = { $count ->
        [one] { NUMBER($count) } řádek čeká
        [few] { NUMBER($count) } řádky čekají
        [many] { NUMBER($count) } řádku čeká
       *[other] { NUMBER($count) } řádků čeká
    } na své lidi: { $points ->
        [one] { NUMBER($points) } bod
        [few] { NUMBER($points) } body
        [many] { NUMBER($points) } bodu
       *[other] { NUMBER($points) } bodů
    }.
importing-undo-hint = Zpět to vezme: <b>{ $command }</b>
importing-none = Zatím se nic nepřeneslo.
importing-line = { $number }, { $day }: { $file } ({ $format }){ $state ->
        [undone] , vráceno, utracených předtím: { NUMBER($missing) }
        [begun] , nedokončeno: přenes stejný soubor ještě jednou
       *[done] {""}
    }; lidí: { NUMBER($people) }, bodů: { NUMBER($points) }, čeká řádků: { NUMBER($waiting) }
importing-would-undo = Přenos { $number } ({ $file }): vzít zpět jde bodů { NUMBER($points) }, lidí { NUMBER($people) }. Čekající řádky už nikdo nedostane.
importing-would-miss = Utracených je { $points ->
        [one] { NUMBER($points) } bod a zůstane
        [few] { NUMBER($points) } body a zůstanou
        [many] { NUMBER($points) } bodu a zůstane
       *[other] { NUMBER($points) } bodů a zůstanou
    } utracené: nikdo za ně nic nedluží.
importing-undone = Vzato zpět: bodů { NUMBER($points) }, lidí { NUMBER($people) }. { $missing ->
        [0] Žádný nechyběl.
        [one] Jeden už byl utracený.
        [few] Utracené už byly { NUMBER($missing) }.
        [many] Utracených už bylo { NUMBER($missing) }.
       *[other] Utracených už bylo { NUMBER($missing) }.
    }
importing-shelf = { $sections ->
        [one] Na polici stojí jeden řádek z { $file } ({ $language }).
        [few] Na polici stojí { $sections } řádky z { $file } ({ $language }).
        [many] Na polici stojí { $sections } řádku z { $file } ({ $language }).
       *[other] Na polici stojí { $sections } řádků z { $file } ({ $language }).
    }{ $replaced ->
        [yes] { " " }Co tam pod stejnou adresou stálo, je teď nově.
       *[no] { "" }
    }
importing-knowledge = { $replaced ->
        [yes] { $file } ({ $language }) nahrazuje to, co tam pod tím názvem bylo: { $sections ->
            [one] jeden oddíl.
            [few] { $sections } oddíly.
            [many] { $sections } oddílu.
           *[other] { $sections } oddílů.
        }
       *[no] { $file } ({ $language }) je uloženo: { $sections ->
            [one] jeden oddíl.
            [few] { $sections } oddíly.
            [many] { $sections } oddílu.
           *[other] { $sections } oddílů.
        }
    }
importing-nobody-takes-it = Žádný plugin tu dokumenty nebere. Nic se nezměnilo.
