### Co říká afterglow replay v terminálu. { $zone } je časová zóna komunity, podle jejích hodin se uvádějí časy;
### { $option } je volba tak, jak se píše.

replay-stage-reading = Čtu soubor
replay-stage-counting = Počítám, kdo tam byl
replay-stage-simulating = 48 hodin potom

replay-title = <b>{ $title }</b>, konec { $ended } ({ $zone })
replay-people =
    { $count ->
        [one] člověk
        [few] lidé
        [many] člověka
       *[other] lidí
    }
replay-slots =
    { $count ->
        [one] desetiminutovka jednoho člověka
        [few] desetiminutovky (každá jednoho člověka)
        [many] desetiminutovky (každá jednoho člověka)
       *[other] desetiminutovek (každá jednoho člověka)
    }
replay-messages =
    { $count ->
        [one] zpráva
        [few] zprávy
        [many] zprávy
       *[other] zpráv
    }
replay-new =
    { $count ->
        [one] z toho nová
        [few] z toho nové
        [many] z toho nové
       *[other] z toho nových
    }
replay-questions =
    { $count ->
        [one] otázka
        [few] otázky
        [many] otázky
       *[other] otázek
    }
replay-askers =
    { $count ->
        [one] člověk, který se ptal
        [few] lidé, kteří se ptali
        [many] člověka, který se ptal
       *[other] lidí, kteří se ptali
    }

replay-broken =
    { $count ->
        [one] { $count } řádek nejde přečíst, proto chybí:
        [few] { $count } řádky nejdou přečíst, proto chybí:
        [many] { $count } řádku nejde přečíst, proto chybí:
       *[other] { $count } řádků nejde přečíst, proto chybí:
    }

replay-zone-taken = U časů není časové pásmo, platí pro ně to komunitní: { $zone } (community.zone).

replay-too-old = Jeho 48 hodin je dávno pryč, proto se nikomu nepíše. Projdi je nanečisto s <b>--simulate</b>, nebo řekni, že skončil nedávno, třeba <b>{ $option }</b>.
replay-nobody = Nebyl tam nikdo, komu by se dalo ozvat.
replay-planned =
    { $people ->
        [one] Ozveme se { $people } člověku
        [few] Ozveme se { $people } lidem
        [many] Ozveme se { $people } člověka
       *[other] Ozveme se { $people } lidem
    }, naplánovaných zpráv: { $planned }.
replay-moved =
    { $people ->
        [one] Naplánováno už bylo dřív. Co má { $people } člověku teprve přijít, počítá se od nového konce; co odešlo, zůstává.
        [few] Naplánováno už bylo dřív. Co má { $people } lidem teprve přijít, počítá se od nového konce; co odešlo, zůstává.
        [many] Naplánováno už bylo dřív. Co má { $people } člověka teprve přijít, počítá se od nového konce; co odešlo, zůstává.
       *[other] Naplánováno už bylo dřív. Co má { $people } lidem teprve přijít, počítá se od nového konce; co odešlo, zůstává.
    }
replay-held = Dokud to správce nepustí, nic neodejde: spusť bota příkazem <b>afterglow run</b> a podívej se na <b>/journey list</b>.
replay-simulated = Těch 48 hodin nanečisto, na vlastních datech; nikomu nic neodešlo:
replay-simulated-in = Data jsou v { $folder }; nechává se tam { $kept } nejnovějších běhů nanečisto.
replay-sent = odesláno
replay-available = do schránek
replay-unknown = s nejistým výsledkem
replay-failed = selhalo
replay-left-out =
    vynecháno: { $reason ->
        [not-for-them] pro jiný případ, třeba péče bez objednávky
        [satisfied] už splněno
        [left] člověk mezitím odešel
        [stopped] člověk všechny zprávy zastavil
        [no-consent] bez souhlasu
        [no-route] není, kudy se ozvat
        [expired] pozdě
        [merged] ve prospěch pozdější
        [same-person] člověk to dostal na jiný účet
        [superseded] přišel novější stream
        [live-again] stream zase běžel
        [exited] člověk udělal, čím série končí
        [unhappy] bez pozvánky po nízké známce
        [holdout] vynecháno kvůli srovnání
        [cancelled] série byla zastavená
        [capped] zpráv už bylo dost
        [quiet-hours] tiché hodiny, a pak už bylo pozdě
       *[other] jiný důvod
    }
