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
badges-badge-streak = Ani jeden neuteče
badges-badge-early-bird = Ranní ptáče
badges-badge-curious = Zvídavá duše
badges-badge-helper = Pomocná ruka
badges-badge-feedback = Upřímné slovo
badges-badge-idea = Dobrý nápad
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
badges-ideas-adopted-says =
    { $count ->
        [one] { $amount } přijatý nápad
        [few] { $amount } přijaté nápady
        [many] { $amount } přijatého nápadu
       *[other] { $amount } přijatých nápadů
    }
badges-ideas-adopted-missing =
    { $count ->
        [one] ještě { $count } přijatý nápad
        [few] ještě { $count } přijaté nápady
        [many] ještě { $count } přijatého nápadu
       *[other] ještě { $count } přijatých nápadů
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

badges-heading =
    <b>{ $title }</b>{ $paged ->
        [yes] { " " }({ $page } z { $last })
       *[no] { "" }
    }
badges-page-before = Zpět
badges-page-behind = Další
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
        [yes] Na další úroveň chybí: { $missing }.
       *[no] Chybí ti: { $missing }.
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

badges-hall-title = Síň slávy
badges-hall-page = Síň slávy
badges-hall-empty = Zatím tu nikdo není. Naplní ji první stream.
badges-hall-line = { $badge }: { $names }
badges-hall-name = { $name } { $level }
badges-hall-more =
    { $count ->
        [one] { $count } další
        [few] { $count } další
        [many] { $count } dalšího
       *[other] { $count } dalších
    }
badges-hall-nobody = Nemá ho zatím nikdo, kdo by se směl ukázat.
badges-holders-page = Všichni, kdo ho mají
badges-holder = • { $name }

## Z ruky

badges-given =
    { $name } teď má { $badge }.{ $hidden ->
        [yes] { " " }Nechce se ukazovat, takže odznak je jen na vlastní kartě.
       *[no] { "" }
    }
badges-give-changed = odznak dán: { $after }
badges-taken =
    { $name } už nemá { $badge }.{ $ruled ->
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
badges-accepted = Díky, ti, kdo vysílají, to vědí a ozvou se.
badges-accepted-host = { $who } přijímá pozvánku k odznaku { $badge }. Teď je na vás se ozvat.
badges-recap-title = Nové odznaky:
badges-recap-line = · { $badge }: { $names }
badges-cue-near = Krok od odznaku { $badge }: { $names }

## Co nejde, a co místo toho

badges-unknown = Odznak { $asked } tu není. Jsou tu: { $known }.
badges-not-here = Tohle patří k jiné komunitě. Zadej příkaz znovu tady.
badges-hidden = { $name } se nechce ukazovat, takže tu žádné odznaky nejsou vidět.
badges-not-now = { $badge } teď získat nejde. Co jde, ukáže /badge list.
badges-not-by-hand = { $badge } dává jen jeho pravidlo. Správce to změní příkazem /badge edit. Nic se nedalo.
badges-is-off = { $badge } je tu vypnutý. Správce ho zapne pod /badge show. Nic se nedalo.
badges-reason-long = To je trochu dlouhé. Vejdi se do { $limit } znaků; nic se nedalo.
badges-has-it = { $name } už má { $badge }, se všemi úrovněmi. Nic se nezměnilo.
badges-has-not = { $name } odznak { $badge } nemá. Nic se nezměnilo.
badges-not-taken = { $badge } zůstává, jak byl: { $name } o něj teď nepřišel.
badges-not-invited = { $badge } už nemáš, takže pozvánka k němu neplatí.
