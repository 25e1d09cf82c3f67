### Odznaky: co jde získat, kdo co má a jak se dávají.

badges-title = Odznaky
badges-about = Odznaky za účast a zapojení: dávají je pravidla, nebo ti, kdo vysílají, se slovem proč.

cmd-badges = Podívej se na svoje odznaky a na ty, které jsou na dosah, nebo na něčí
opt-badges-member = Čí; bez jména tvoje
    .name = člen
cmd-badge-list = Podívej se, jaké odznaky tu jsou
cmd-badge-show = Podívej se, za co odznak je, kdo ho má a co ti k němu chybí
opt-badge-show-badge = který odznak
    .name = odznak
cmd-hall = Otevři síň slávy: kdo má jaké odznaky
opt-hall-badge = jen ti, kdo mají tenhle
    .name = odznak
cmd-badge-give = Dej někomu odznak a napiš za co
opt-badge-give-member = kdo ho dostane
    .name = člen
opt-badge-give-badge = který odznak
    .name = odznak
opt-badge-give-why = za co; uvidí to
    .name = proč
cmd-badge-take = Vezmi někomu odznak; pravidlo mu ho už znovu nedá
opt-badge-take-member = komu
    .name = člen
opt-badge-take-badge = který odznak
    .name = odznak

## Jak se odznaky jmenují

badges-badge-first-stream = První stream
badges-badge-regular = Stálice
badges-badge-streak = V jednom kuse
badges-badge-early-bird = Ranní ptáče
badges-badge-curious = Zvídavá duše
badges-badge-helper = Pomocná ruka
badges-badge-feedback = Upřímné slovo
badges-badge-referrer = Přivádí přátele
badges-badge-anniversary = Výročí
badges-badge-veteran = Pamětník
badges-badge-champion = Šampion měsíce

## Za co jsou

badges-called =
    { $emoji } { $title }{ $several ->
        [yes] { " " }{ $level }
       *[no] { "" }
    }
badges-how-one = Za co: { $rule }
badges-how-level = { $level }: { $rule }
badges-how-by-hand =
    { $also ->
        [yes] Můžou ho dát i ti, kdo vysílají.
       *[no] Dávají ho ti, kdo vysílají, a řeknou za co.
    }
badges-months-won-called = Měsíce s nejvíc body
badges-referrals-called = Přátelé, kteří zůstali
badges-months-won-says =
    { $count ->
        [one] { $amount } měsíc s nejvíc body
        [few] { $amount } měsíce s nejvíc body
        [many] { $amount } měsíce s nejvíc body
       *[other] { $amount } měsíců s nejvíc body
    }
badges-months-won-missing =
    { $count ->
        [one] ještě { $count } měsíc s nejvíc body
        [few] ještě { $count } měsíce s nejvíc body
        [many] ještě { $count } měsíce s nejvíc body
       *[other] ještě { $count } měsíců s nejvíc body
    }
badges-referrals-says = počet přátel, kteří zůstali: { $amount }
badges-referrals-missing =
    { $count ->
        [one] ještě { $count } člověk, který zůstane
        [few] ještě { $count } lidé, kteří zůstanou
        [many] ještě { $count } člověka, kteří zůstanou
       *[other] ještě { $count } lidí, kteří zůstanou
    }

## Obrazovky

badges-of =
    { $own ->
        [yes] Tvoje odznaky
       *[no] Odznaky: { $name }
    }
badges-of-page = Odznaky
badges-of-none =
    { $own ->
        [yes] Zatím žádný. První přijde s prvním streamem.
       *[no] Zatím žádný.
    }
badges-won =
    { $badge }, { $day }{ $reason ->
        [yes] : „{ $why }“
       *[no] { "" }
    }
badges-near-title = <b>Na dosah</b>
badges-near = { $badge }: { $missing }
badges-list-title = Odznaky, které tu jde získat
badges-list-page = Všechny odznaky
badges-list-empty = Teď tu žádné nejsou.
badges-list-line =
    { $badge } ({ $people ->
        [0] zatím nikdo
        [one] { $people } člověk
        [few] { $people } lidé
        [many] { $people } člověka
       *[other] { $people } lidí
    }){ $state ->
        [off] , vypnutý
        [waits] , čeká na tvé slovo
       *[on] { "" }
    }
badges-open-badge = Otevřít
badges-one-title = <b>{ $badge }</b>
badges-one-people =
    { $people ->
        [0] Zatím ho nikdo nemá.
        [one] Má ho { $people } člověk.
        [few] Mají ho { $people } lidé.
        [many] Má ho { $people } člověka.
       *[other] Má ho { $people } lidí.
    }
badges-one-names =
    Mezi nimi: { $names }{ $more ->
        [yes] { " " }a další
       *[no] { "" }
    }.
badges-one-yours = Máš ho: { $badge }, { $day }.
badges-one-missing =
    { $some ->
        [yes] Do další úrovně: { $missing }.
       *[no] K odznaku: { $missing }.
    }
badges-one-state =
    { $state ->
        [off] Vypnutý: teď ho nikdo nezíská. Kdo ho má, tomu zůstává.
       *[waits] Pravidlo ho zatím nikomu nedává. Podívej se, kdo by ho dostal, a pak ho spusť.
    }
badges-one-thanked = Kdo ho získá, je na seznamu lidí, kterým se příští stream poděkuje.
badges-one-invites = Kdo ho získá, dostane jeho pozvánku, pokud se zprávami souhlasí.
badges-card =
    { $badges }{ $more ->
        [0] { "" }
        [one] { " " }a ještě { $more }
        [few] { " " }a ještě { $more }
        [many] { " " }a ještě { $more }
       *[other] { " " }a ještě { $more }
    }

badges-card-next = Dál čeká { $badge }: { $missing }

badges-hall-title = Síň slávy
badges-hall-says = Síň slávy. Všechno, co ukazuje, stojí i v textu vedle ní.
badges-hall-page = Síň slávy
badges-hall-empty = Zatím tu nikdo není. Naplní ji první stream.
badges-hall-line = { $badge }: { $names }
badges-hall-name = { $name } { $level }
badges-hall-nobody = Nemá ho zatím nikdo, kdo by se směl ukázat.
badges-holders-page = Všichni, kdo ho mají
badges-holder = • { $name }

## Z ruky

badges-given =
    { $name } teď má odznak { $badge }.{ $hidden ->
        [yes] { " " }Nechce se ukazovat, takže odznak je jen na vlastní kartě.
       *[no] { "" }
    }
badges-give-changed = odznak dán: { $after }
badges-taken =
    { $name } už nemá odznak { $badge }.{ $ruled ->
        [yes] { " " }Pravidlo ho tomu člověku znovu nedá.
       *[no] { "" }
    }
badges-take-changed = odznak vzat: { $before }
badges-give-back = Vrátit

## Co z toho plyne

badges-mine = Tvoje odznaky
badges-thanks = nový odznak: { $badge }
badges-note =
    { $community } ti dává odznak: { $badge }.{ $reason ->
        [yes] { " " }„{ $why }“
       *[no] { "" }
    }
badges-invitation =
    Máš odznak { $badge } ({ $community }), a proto je tohle pro tebe.
    { $text }
badges-accept = Jdu do toho
badges-accepted = Díky. Ti, kdo vysílají, už o tom vědí a ozvou se.
badges-accepted-host = { $who } přijímá pozvánku k odznaku { $badge }. Teď je na vás se ozvat.
badges-recap-title = Nové odznaky:
badges-recap-line = · { $badge }: { $many ->
        [yes] { $count ->
            [one] { NUMBER($count) } člověk
            [few] { NUMBER($count) } lidé
            [many] { NUMBER($count) } člověka
           *[other] { NUMBER($count) } lidí
        }
       *[no] { $names }
    }
badges-cue-near = Krok od odznaku { $badge }: { $names }

## Stavba pravidel

cmd-badge-create = Vytvoř odznak: jak se jmenuje a za co je
cmd-badge-edit = Změň odznak: jméno, pravidla, kdo ho dává
opt-badge-edit-badge = který odznak
    .name = odznak
cmd-badge-backfill = Podívej se, komu už odznak patří, a dej ho těm lidem
opt-badge-backfill-badge = který odznak; bez jména všechny, které čekají
    .name = odznak

badges-create = Nový odznak
badges-create-title = Nový odznak
badges-rename = Jméno a znak
badges-rename-title = Jméno a znak
badges-language-en = angličtina
badges-language-cs = čeština
badges-field-title = Jak se jmenuje ({ $language })
badges-field-sign = Jeho znak
badges-field-sign-help = Jeden emoji znak
badges-field-invitation = Pozvánka ({ $language })
badges-draft-title =
    <b>{ $badge }</b>, { $new ->
        [yes] rozepsaný odznak
       *[no] takhle by vypadal
    }
badges-draft-ruleless = Zatím nemá pravidlo: vyber, za co je, nebo ho ulož jako odznak, který dávají ti, kdo vysílají.
badges-pick-title = { $badge }: co má platit?
badges-pick = Vyber, co se počítá. Kolik toho má být, přijde hned potom.
badges-pick-fact = Přidat podmínku
badges-pick-level = Přidat úroveň
badges-compare = Porovnat
badges-drop-condition = Odebrat poslední
badges-turn-rule =
    { $any ->
        [yes] Stačí kterákoli
       *[no] Musí platit všechny
    }
badges-switch =
    { $what ->
        [thanked]
            { $on ->
                [yes] Děkovat na streamu
               *[no] Na streamu neděkovat
            }
       *[by-hand]
            { $on ->
                [yes] Smí se dát i z ruky
               *[no] Jen podle pravidla
            }
    }
badges-show-draft = Zpět k rozepsanému
badges-keep = Uložit
badges-drop = Zahodit
badges-dropped = Rozepsaný odznak je pryč, všechno je jako dřív.
badges-kept = Uloženo: { $badge }.
badges-kept-as-is = Uloženo: { $badge }. Dává se příkazem /badge give, ukáže ho /badge show { $name }.
badges-would-get =
    { $people ->
        [0] Teď by ho nedostal nikdo.
        [one] Teď by ho dostal { $people } člověk
        [few] Teď by ho dostali { $people } lidé
        [many] Teď by ho dostalo { $people } člověka
       *[other] Teď by ho dostalo { $people } lidí
    }{ $named ->
        [yes] : { $names }.
       *[no] { $people ->
            [0] { "" }
            [one] .
            [few] .
            [many] .
           *[other] .
        }
    }
badges-open-badge-again = Zpět k odznaku
badges-edit-badge = Upravit
badges-edit-changed = odznak změněn: { $subject }
badges-create-changed = odznak vytvořen: { $subject }
badges-turn-changed =
    odznak { $subject } { $after ->
        [no] vypnutý
       *[yes] zapnutý
    }
badges-turn =
    { $on ->
        [yes] Zapnout
       *[no] Vypnout
    }

## Pro ty, komu už patří

badges-preview = Kdo by ho dostal?
badges-preview-title = <b>{ $badge }</b>
badges-preview-waits = Dokud neřekneš, nedostane ho nikdo. Od té chvíle ho pravidlo dává samo.
badges-give-out =
    { $waits ->
        [yes] { $people ->
            [0] Spustit
            [one] Spustit a dát { $people } člověku
            [few] Spustit a dát { $people } lidem
            [many] Spustit a dát { $people } člověka
           *[other] Spustit a dát { $people } lidem
        }
       *[no] { $people ->
            [0] Podívat se znovu
            [one] Dát { $people } člověku
            [few] Dát { $people } lidem
            [many] Dát { $people } člověka
           *[other] Dát { $people } lidem
        }
    }
badges-giving-out = Odznak { $badge } je na cestě, po několika lidech. Až bude hotovo, dám vědět.
badges-give-out-all = Spustit všechny
badges-giving-out-all =
    { $count ->
        [one] { $count } odznak je na cestě, po několika lidech. Až bude hotovo, dám vědět.
        [few] { $count } odznaky jsou na cestě, po několika lidech. O každém hotovém dám vědět.
        [many] { $count } odznaku je na cestě, po několika lidech. O každém hotovém dám vědět.
       *[other] { $count } odznaků je na cestě, po několika lidech. O každém hotovém dám vědět.
    }
badges-waiting-title =
    { $count ->
        [0] Žádný odznak nečeká. Kdo by který dostal, ukáže /badge backfill s jeho jménem.
        [one] { $count } odznak čeká na tvé slovo:
        [few] { $count } odznaky čekají na tvé slovo:
        [many] { $count } odznaku čeká na tvé slovo:
       *[other] { $count } odznaků čeká na tvé slovo:
    }
badges-waiting-line =
    { $badge } { $people ->
        [0] (teď by ho nedostal nikdo)
        [one] (teď by ho dostal { $people } člověk)
        [few] (teď by ho dostali { $people } lidé)
        [many] (teď by ho dostalo { $people } člověka)
       *[other] (teď by ho dostalo { $people } lidí)
    }
badges-given-out =
    { $badge }: { $people ->
        [0] nikdo další ho nedostal; kdo na něj má, už ho měl dřív.
        [one] dostal ho { $people } člověk, kterému už patřil. Odteď ho dává pravidlo.
        [few] dostali ho { $people } lidé, kterým už patřil. Odteď ho dává pravidlo.
        [many] dostalo ho { $people } člověka, kterým už patřil. Odteď ho dává pravidlo.
       *[other] dostalo ho { $people } lidí, kterým už patřil. Odteď ho dává pravidlo.
    }
badges-progress =
    { $over ->
        [yes] { $badge }: hotovo, { $people ->
            [one] dostal ho { $people } člověk
            [few] dostali ho { $people } lidé
            [many] dostalo ho { $people } člověka
           *[other] dostalo ho { $people } lidí
        }.
       *[no] { $badge }: hotovo u { NUMBER($looked) } z { NUMBER($total) } lidí, zatím { $people ->
            [one] ho dostal { $people } člověk
            [few] ho dostali { $people } lidé
            [many] ho dostalo { $people } člověka
           *[other] ho dostalo { $people } lidí
        }.
    }
badges-invite-form = Pozvánka

## Jako role nebo štítek

badges-native = Role nebo štítek
badges-native-form = Napsat štítek
badges-native-title = <b>{ $badge }</b>: jak se ukazuje u jména
badges-native-line =
    { $space }: { $shown ->
        [yes] { $name }
       *[no] nijak
    }
badges-native-failing =
    { $people ->
        [one] K { $people } člověku se nedostane: { $why }
        [few] Ke { $people } lidem se nedostane: { $why }
        [many] K { $people } člověka se nedostane: { $why }
       *[other] K { $people } lidem se nedostane: { $why }
    }
badges-native-choose = Kde: { $space }
badges-native-hidden = Kdo se nechce ukazovat, ten ho nenosí.
badges-native-roles = Která role ho ukazuje ({ $space })?
badges-native-not = { $name } to být nemůže: { $why }
badges-native-tag = { $space }: odznak je tu krátký štítek u jména; z několika se ukazuje ten s nejvyšší úrovní.
badges-native-none = Nijak
badges-native-field = Štítek
badges-native-kept =
    { $shown ->
        [yes] Odznak { $badge } se odteď ukazuje takhle. Kdo ho už má, dostane ho za chvíli.
       *[no] Odznak { $badge } se tu už neukazuje.
    }

## Co nejde, a co místo toho

badges-unknown = Odznak { $asked } tu není. Jsou tu: { $known }.
badges-not-here = Tohle patří k jiné komunitě. Zadej příkaz znovu tady.
badges-hidden = { $name } se nechce ukazovat, takže tu žádné odznaky nejsou vidět.
badges-not-now = Odznak { $badge } teď získat nejde. Co jde, ukáže /badge list.
badges-not-by-hand = Odznak { $badge } dává jen jeho pravidlo. Správce to změní příkazem /badge edit. Nic se nedalo.
badges-is-off = Odznak { $badge } je tu vypnutý. Správce ho zapne pod /badge show. Nic se nedalo.
badges-reason-long = To je trochu dlouhé. Vejdi se do { $limit } znaků; nic se nedalo.
badges-has-it = { $name } už má odznak { $badge }, se všemi úrovněmi. Nic se nezměnilo.
badges-has-not = { $name } odznak { $badge } nemá. Nic se nezměnilo.
badges-not-taken = Odznak { $badge } zůstává, jak byl: { $name } o něj teď nepřišel.
badges-not-invited = Odznak { $badge } už nemáš, takže pozvánka k němu neplatí.
badges-draft-over = Tenhle rozepsaný odznak už není: je uložený, zahozený, nebo den starý. Nový začneš příkazem /badge create.
badges-enough-conditions = Na jednu úroveň stačí podmínek { $limit }. Nejdřív jednu odeber, nebo přidej úroveň; rozepsané zůstává.
badges-enough-levels = Víc úrovní než { $limit } odznak mít nemůže. Rozepsané zůstává.
badges-title-missing = Odznak potřebuje jméno aspoň v jednom jazyce. Zkus to znovu s ním.
badges-title-long = Jméno může mít nejvýš { $limit } znaků. Zkus to znovu s kratším.
badges-sign-wrong = Znak má být jeden emoji znak. Zkus to znovu s ním, nebo ho nech prázdný.
badges-invitation-long = Pozvánka může mít nejvýš { $limit } znaků. Nic se neuložilo.
badges-native-nowhere = Žádná ze zdejších sítí role ani štítky neukazuje. Odznak je tak jako tak na kartách a v síni slávy.
badges-native-gone = Tahle role už tu není. Vyber jinou; nic se nezměnilo.
badges-native-refused = Takhle se zatím ukázat nedá. { $why } Nic se nezměnilo.
badges-nobody = Koho se to týkalo, toho tu už neznám, takže tu žádné odznaky nejsou.
