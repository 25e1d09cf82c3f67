### Vypravěč ukázky. { $name } je někdo z ukázkového streamu, { $said } co napsal; { $clock } a { $city } jsou místní čas
### a místo někoho zdaleka.

demo-title = Afterglow: jeden večerní stream a jeho 48 hodin během pár vteřin
demo-about = Celý bot přehraje „{ $title }“ podle nahraného chatu, na databázi, která potom zmizí. Co stojí za čarou, to lidé vidí, každý ve svém jazyce.

demo-community = Hlína a světlo
demo-past-1 = Hrnky a podšálky
demo-past-2 = Mísa, která rostla
demo-past-3 = Hubičky, které nekapou
demo-past-4 = Víčka od oka i podle měrky
demo-next = Obtáčení a čepička pro žalud
demo-note-handle = Ucho upadlo a druhé drží
demo-note-name = Glazura číslo sedm se jmenuje Babí léto
demo-thanks-for = za celý večer odpovědí ve dvou jazycích
demo-words-of-the-unhappy = Půlka odpovědí byla anglicky a já se ztrácel. Konvice mi kape dál.
demo-reply-of-the-host = Máš pravdu. Příští pátek řeknu každou odpověď i česky a na kapání se podíváme spolu. Klára

demo-live = Živě
demo-over = Konec
demo-after = 48 hodin
demo-broken-off = Tady to skončilo. Dobrou noc.
demo-came-of-it = Co z toho vzešlo
demo-where-next = Kam dál

demo-starts = { $name } píše <b>{ $said }</b>
demo-consents = { $name }, která nevynechá ani jeden stream, chce po něm dostat zprávu. Ostatní to zmáčknou taky.
demo-asks = { $name } se ptá: „{ $said }“ Řádky chatu se jen počítají; co v nich stojí, se neukládá.
demo-drop = Na pět minut se otevřela prezence; { $name } je tu.
demo-thanks = { $name } děkuje přede všemi tomu, kdo chat spravuje.
demo-orders = { $name } si objednala pihovatý hrnek. Obchody zatím připojit nejde, ukázka to tedy zapíše sama.
demo-shadow = Napoprvé nic neodejde samo: { $name } nejdřív vidí plán
demo-release = … projde ho a pustí to ven.

demo-first-timer = { $name } tu byla poprvé, a tohle jí přišlo
demo-regular = { $name } zatím byla u všeho
demo-inbox = Kdo si o zprávy neřekl, tomu vzkaz čeká ve schránce. { $name } si ho otevírá z kanálu:
demo-far-away = { $name } je v jiném pásmu ({ $city }): byla tam noc, a tak poděkování počkalo do { $clock }
demo-buyer = { $name } něco koupila; zpráva počkala do rána
demo-happy = { $name } dává devítku
demo-unhappy = { $name } dává trojku. Pozvánka už nepřijde žádná, zato se ozve člověk:
demo-host-told = { $name } se to hned dozví, i co s tím může udělat
demo-answered-in-person = … a tohle { $name } dostane
demo-stopped = { $name } už má dost: jedno klepnutí a nic dalšího nepřijde
demo-last-call = { $name } dostává pozvánku čtyři hodiny před koncem

demo-sum-people =
    { $count ->
        [one] člověk
        [few] lidé
        [many] člověka
       *[other] lidí
    } na streamu, { $messages ->
        [one] { $messages } zpráva
        [few] { $messages } zprávy
        [many] { $messages } zprávy
       *[other] { $messages } zpráv
    }, mezi nimi { $questions ->
        [one] { $questions } otázka
        [few] { $questions } otázky
        [many] { $questions } otázky
       *[other] { $questions } otázek
    }
demo-sum-planned =
    { $count ->
        [one] naplánovaná zpráva
        [few] naplánované zprávy
        [many] naplánované zprávy
       *[other] naplánovaných zpráv
    } pro { $people ->
        [one] { $people } člověka
        [few] { $people } lidi
        [many] { $people } člověka
       *[other] { $people } lidí
    }, a o každé se ví, jak dopadla:
demo-sum-sent =
    { $count ->
        [one] odešla přímo
        [few] odešly přímo
        [many] odešlo přímo
       *[other] odešlo přímo
    }, těm, kdo o to stáli
demo-sum-available =
    { $count ->
        [one] čekala
        [few] čekaly
        [many] čekalo
       *[other] čekalo
    } ve schránce, { $opened } si někdo otevřel
demo-sum-left-out = vynecháno: { $reasons }
demo-sum-lost = ztraceno
demo-sum-answers =
    { $count ->
        [one] odpověď
        [few] odpovědi
        [many] odpovědi
       *[other] odpovědí
    }
demo-sum-nps = NPS, s odchylkou { $margin } (95 %, z { $count } známek)
demo-left-out =
    { $count } { $reason ->
        [not-for-them] pro jiný případ, třeba péče bez objednávky
        [satisfied] už splněno
        [merged] ve prospěch pozdější
        [stopped] po stopce
        [unhappy] bez pozvánky po nízké známce
        [quiet-hours] spali
        [no-consent] bez souhlasu
        [expired] pozdě
       *[other] { $reason }
    }

demo-next-run = mluv s botem sám, tady v terminálu a bez tokenu
    .command = afterglow run
demo-next-replay = chat tvého streamu z Twitche, YouTube nebo z tabulky
    .command = afterglow replay SOUBOR
demo-next-more = Discord, Telegram, nastavení a jak se rozhoduje
    .command = README.md
