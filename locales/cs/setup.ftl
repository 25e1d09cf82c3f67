### Nastavení v chatu. Každý krok je jedna obrazovka: co platí a tlačítka, která to změní.

setup-title = Nastavení
setup-about = Od pozvánky k prvnímu streamu krok za krokem.

cmd-setup = Nastav mě krok za krokem, řekni, k čemu je tohle místo, nebo ho připoj ke komunitě
cmd-host-list = Podívej se, kdo tu vysílá a čím
opt-setup-what = k čemu je tohle místo
    .name = co
    .hosts = vysílání, hostitelé, kdo vysílá
    .posts = příspěvky
    .door = dveře, uzavřené místo
    .join = připojit, komunita
    .part = osamostatnit, rozdělit
opt-setup-where = tady, nebo u „připojit“ kód, který ukázalo druhé místo
    .name = kde
setup-here = here, tady, sem

## Pozdrav

setup-hello =
    Dobrý večer. Jsem Afterglow: vidím, kdo chodí na tvoje streamy, a potom mu poděkuju.
    Nastavit mě trvá pár minut a můžou to jen správci.
setup-set-me-up = Nastavit

## Části každého kroku

setup-welcome = Jdeme na to: <b>{ $community }</b>, kroků je { $steps } a jsou malé. Co vybereš, hned platí. Odejít můžeš kdykoli, /setup pokračuje, a každý krok jde přeskočit.
setup-heading =
    <b>{ $number } z { $of } · { $step ->
        [language] Jazyk
        [zone] Hodiny
        [hosts] Kdo vysílá
        [places] Kam psát
        [plugins] Co dělám
        [routes] Co přijde po streamu
       *[end] Hotovo
    }</b>
setup-step = Krok
setup-back = ‹ Zpět
setup-on = Dál ›
setup-skip = Přeskočit ›
setup-marked =
    { $now ->
        [yes] ✓ { $label }
       *[no] { $label }
    }
setup-problem = ⚠ { $what }
setup-others = Zrovna nastavuje i { $name }, naposledy { $at }. Vidíš, co platí teď; všechno je v /audit.
setup-gone = To už tu není. Nic se nezměnilo; co tu je, ukáže /setup.

## Jazyk a hodiny

setup-language = Jazyk
setup-language-own = Čeština
setup-language-now = Se všemi mluvím jazykem: <b>{ $language }</b>. Každý si může v /preferences vybrat jiný.
setup-language-set =
    { $new ->
        [yes] Odteď se všemi mluvím jazykem: { $language }.
       *[no] Tak už mluvím: { $language }.
    }
setup-zone = Tyhle hodiny
setup-zone-now =
    Všichni se řídí hodinami, které ukazují <b>{ $zone }</b>; teď je tam { $clock }.{ $usual ->
        [yes] { " " }Ještě je nikdo nevybral: podle jakého města plánuješ streamy?
       *[no] { "" }
    }
setup-zone-form = Jiné město
setup-zone-field = Město
setup-zone-help = Velké město se stejným časem, třeba Praha
setup-zone-again = Napsat znovu
setup-zone-unknown =
    Hodiny pro „{ $typed }“ neznám. { $near ->
        [no] Zkus nejbližší velké město.
       *[yes] Nemá to být některé z těchhle?
    } Nic se nezměnilo.
setup-zone-set =
    { $new ->
        [yes] Odteď platí hodiny: { $zone }, { $clock }.
       *[no] Tyhle hodiny už platí: { $zone }, { $clock }.
    }

## Kdo vysílá

setup-hosts-title = <b>Kdo vysílá</b>
setup-hosts-nobody = Zatím jen ten, komu to tu patří nebo kdo to spravuje. Kdo vysílá, začíná streamy a vidí, co k nim patří.
setup-hosts-by-role = Vysílá každý, kdo má roli <b>{ $role }</b> ({ $place }).
setup-hosts-people =
    { $several ->
        [no] Tady přidaní: { $names }
       *[yes] Tady přidaní: { $names } a další ({ $more })
    }
setup-hosts-others =
    { $several ->
        [no] Díky právům v síti: { $names }
       *[yes] Díky právům v síti: { $names } a další ({ $more })
    }
setup-hosts-roles = Vyber roli, kterou už máte, nebo napiš jména. Kdo o roli přijde, od té chvíle nevysílá.
setup-hosts-change = Změnit, kdo vysílá
setup-group = Role
setup-no-role = Žádná role
setup-group-set =
    { $new ->
        [yes] Odteď vysílá každý, kdo má roli { $role }.
       *[no] Kdo má roli { $role }, vysílá už teď.
    }
setup-group-off = Podle role už nevysílá nikdo. Kdo byl přidán jménem, zůstává.
setup-host-form = Přidat někoho
setup-host-field = Jméno
setup-host-help = Jak se tu ukazuje. Znám toho, kdo použil můj příkaz či tlačítko, přidal se nebo byl na streamu.
setup-host-off = Odebrat
setup-host-take = − { $name }
setup-host-added = { $name }: odteď mezi těmi, kdo vysílají.
setup-host-already =
    { $role ->
        [host] { $name } už mezi ty, kdo vysílají, patří.
       *[other] { $name } patří ke správcům a smí totéž.
    }
setup-host-removed = { $name }: už ne mezi těmi, kdo vysílají.
setup-host-not = To je z role nebo práv v síti, takže to nemůžu vzít já. Změň to tam. Tady se nic nezměnilo.

## Kam psát

setup-place = Místo
setup-places-none = Nejsem nikde, kam by se dalo psát. Přidej mě na server nebo do skupiny a otevři /setup tam.
setup-places-space = <b>{ $name }</b>
setup-place-now =
    { $what ->
        [posts] { $state ->
            [seen] Pro všechny píšu do <b>{ $name }</b>.
            [unseen] Pro všechny píšu do místa, které mezi ostatními nevidím. Jestli tam nic nechodí, vyber jiné.
           *[none] Pro všechny zatím nepíšu nikam. Vyber místo.
        }
       *[hosts] { $state ->
            [seen] Co je pro ty, kdo vysílají, jde do <b>{ $name }</b>.
            [unseen] Co je pro ty, kdo vysílají, jde do místa, které mezi ostatními nevidím. Jestli tam nic nechodí, vyber jiné.
           *[none] Kdo vysílá, nemá vlastní místo: každému to řeknu v soukromí.
        }
    }
setup-places-private = Místo, které čtou jen ti, kdo vysílají, tu není. To nevadí; nebo ho založ, pusť mě tam a napiš v něm /setup hosts here.
setup-places-more = Míst je víc než tlačítek. Jakékoli jiné vybereš tak, že v něm napíšeš /setup posts here nebo /setup hosts here.
setup-place-open = To místo čtou všichni. A mezi tím, co je pro ty, kdo vysílají, může být i důvěrné.
setup-place-public = Nevidím, že by to místo četli jen ti, kdo vysílají, a mezi tím, co je pro ně, může být i důvěrné. Nejdřív ho zavři ostatním, nebo vyber jiné. Nic se nezměnilo.
setup-place-choice =
    { $what ->
        [posts] Pro všechny: { $name }
       *[hosts] Vysílání: { $name }
    }{ $wrong ->
        [yes] { " " }⚠
       *[no] { "" }
    }
setup-no-place = Vysílání: v soukromí
setup-place-set =
    { $some ->
        [yes] { $new ->
            [yes] { $what ->
                [posts] Pro všechny odteď píšu do { $name }.
               *[hosts] Co je pro ty, kdo vysílají, jde odteď do { $name }.
            }
           *[no] { $name } tím místem už je.
        }
       *[no] Kdo vysílá, dozví se všechno v soukromí.
    }
setup-room = Scházejí se tu ti, kdo vysílají
setup-room-whose = Zatím je tahle skupina komunitou sama pro sebe. Jestli se tu scházejí ti, kdo vysílají v jiné, vyber ve které: co je pro ně, půjde sem, a ničím jiným už tahle skupina nebude. Přečte si to každý, kdo v ní je.
setup-room-choice = Vysílání v komunitě { $name }
setup-room-taken = Co je pro ty, kdo vysílají v komunitě { $name }, jde odteď sem. Změnit to jde v jejím /setup.
setup-not-here = Tohle místo ke komunitě nepatří. Napiš to v kanálu nebo skupině, kterou myslíš. Nic se nezměnilo.

## Doplňky

setup-switch = Zapnout nebo vypnout
setup-plugin-line =
    { $on ->
        [yes] ✓ <b>{ $name }</b>: { $about }
       *[no] · <b>{ $name }</b> (vypnuto): { $about }
    }
setup-plugin-set =
    { $new ->
        [yes] { $on ->
            [yes] { $name }: zapnuto.
           *[no] { $name }: vypnuto. Nastavení a data zůstávají.
        }
       *[no] { $on ->
            [yes] { $name }: zapnuto už bylo.
           *[no] { $name }: vypnuto už bylo.
        }
    }

## Co přijde po streamu

setup-route = Cesta
setup-route-now =
    { $pull ->
        [yes] Co přijde po streamu, čeká každému ve schránce; otevře ji tlačítko pod jedním příspěvkem. Nikomu nepíšu.
       *[no] Co přijde po streamu, píšu přímo těm, kdo to dovolili; ostatní to otevřou tlačítkem pod jedním příspěvkem.
    }
setup-route-reach =
    { $people ->
        [0] Zatím tu nikoho neznám.
        [one] Znám tu { $people } člověka; přímé zprávy mi jich dovolilo { $agreed }.
        [few] Znám tu { $people } lidi; přímé zprávy mi jich dovolilo { $agreed }.
        [many] Znám tu { $people } člověka; přímé zprávy mi jich dovolilo { $agreed }.
       *[other] Znám tu { $people } lidí; přímé zprávy mi jich dovolilo { $agreed }.
    }
setup-route-way =
    { $way ->
        [inbox] Jen do schránky
       *[direct] Přímo těm, kdo chtějí
    }
setup-route-set =
    { $new ->
        [yes] { $pull ->
            [yes] Odteď všechno čeká jen ve schránkách.
           *[no] Odteď píšu přímo těm, kdo to dovolili.
        }
       *[no] Tak už to je.
    }
setup-test = Pošli mi jednu na zkoušku
setup-test-message =
    Zkouška na tvoje přání. První zpráva po streamu by ti řekla:

    { $text }
setup-test-sent = Je na cestě, stejnou cestou jako ty opravdové.
setup-test-again = Ještě jednou
setup-test-none = Není co poslat. Zapni doplněk, který po streamu píše, třeba followups.
setup-test-never = Žádná tvoje zkouška tu není. Nejdřív si ji pošli.
setup-arrived = Došla?
setup-test-came =
    { $came ->
        [direct] Odešla ti přímo. Jestli ji nevidíš, podívej se do přímých zpráv nebo mezi žádosti o zprávu.
        [inbox] Přímo ti psát nesmím, takže čeká ve schránce: otevře ji /inbox. Chceš-li ji přímo, otevři náš soukromý chat nebo povol přímé zprávy z tohoto serveru.
        [waits] Ještě neodešla. Podívej se za chvilku.
       *[nowhere] Nenašla k tobě cestu. Otevři náš soukromý chat a pošli ji znovu.
    }

## Konec

setup-end-line = · { $text }
setup-end-speaks = Jazyk: { $language }. Hodiny: { $zone } ({ $clock }).
setup-end-places =
    { $posts ->
        [0] Pro všechny zatím nepíšu nikam
        [one] Pro všechny píšu na { $posts } místo
        [few] Pro všechny píšu na { $posts } místa
        [many] Pro všechny píšu na { $posts } místa
       *[other] Pro všechny píšu na { $posts } míst
    }; { $private ->
        [yes] kdo vysílá, dozví se všechno v soukromí.
       *[no] kdo vysílá, má vlastní místo.
    }
setup-end-plugins =
    { $some ->
        [yes] Zapnuto: { $names }
       *[no] Žádný doplněk není zapnutý.
    }
setup-end-missing =
    { $count ->
        [one] Ještě je co napravit ({ $count } věc); víc řekne /doctor:
        [few] Ještě je co napravit ({ $count } věci); víc řekne /doctor:
        [many] Ještě je co napravit ({ $count } věci); víc řekne /doctor:
       *[other] Ještě je co napravit ({ $count } věcí); víc řekne /doctor:
    }
setup-end-doctor = Zkontrolovat všechno
setup-end-well = Nic nechybí.
setup-end-shadow = Po prvním streamu ukážu nejdřív těm, kdo vysílají, co by odešlo: pustí to /journey approve { $typed }.
setup-end-next = A teď: až začneš vysílat, napiš <code>/stream start</code>.

## Uzavřená místa

setup-door = Uzavřené místo
setup-door-close = Zrušit uzavřené místo
setup-doors-title = <b>Uzavřená místa</b>: skupiny a kanály, kam přijde jen ten, koho pustím.
setup-door-line = { $name }: uzavřené místo.
setup-doors-could = Tohle spravuješ a zatím to neslouží ničemu jinému. Co z toho má být uzavřené místo?
setup-doors-none = Nevidím žádnou další skupinu ani kanál, které by uzavřeným místem mohly být. Založ takovou skupinu, dej mi v ní práva správce zvát a vyhazovat lidi a napiš znovu /setup door. Na Discordu poslouží každé soukromé vlákno nebo role.
setup-door-make = { $name }
setup-door-off = Zrušit { $name }
setup-door-whose = Zatím je tahle skupina komunitou sama pro sebe. Jestli má být uzavřeným místem jiné komunity, vyber které. Kdo má vstup, požádá tu o něj a já mu hned otevřu. O ostatních rozhoduješ ty.
setup-door-choice = Místo komunity { $name }
setup-door-made = { $name } je odteď uzavřené místo komunity { $community }. Kdo má vstup, požádá tam o něj a já mu hned otevřu. O ostatních rozhoduješ ty.
setup-door-closed = { $name } už uzavřené místo není. Kdo je uvnitř, zůstává, a nikoho dalšího nepustím.

## Víc míst, jedna komunita

setup-join-question =
    { $some ->
        [yes] Nejdřív: patří tohle místo ke komunitě, kterou už odjinud znám, třeba { $names }? Pak se k ní může připojit a obě místa mají společné lidi, body i nastavení.
       *[no] Nejdřív: patří tohle místo ke komunitě, kterou už odjinud znám? Pak se k ní může připojit a obě místa mají společné lidi, body i nastavení.
    } Pokud je samo pro sebe, pokračuj níž.
setup-join-form = Připojit k té komunitě
setup-join-field = Kód
setup-join-help = Na druhém místě ho vlastníkovi ukáže /setup join
setup-join-screen = Místa a kódy
setup-join-code = Kód pro další místo
setup-join-title = <b>Víc míst, jedna komunita.</b> Server, skupina a kanál můžou mít společné lidi, body, streamy i nastavení. Vlastník si tady vezme kód a vlastník druhého místa, které pro mě musí být nové, ho tam napíše.
setup-joined-line =
    · <b>{ $name }</b> je připojené místo. { $counts ->
        [yes] Kdo ho na jeho síti spravuje, spravuje i tuhle komunitu.
       *[no] Kdo ho na jeho síti spravuje, je tady obyčejný člen.
    }
setup-join-typed = Na místě, které se má připojit ke komunitě <b>{ $community }</b>, napiš <code>/setup join { $code }</code>, máš na to { $minutes ->
        [one] { $minutes } minutu
        [few] { $minutes } minuty
        [many] { $minutes } minuty
       *[other] { $minutes } minut
    }. Kód platí jednou a nový ho nahradí. Než se cokoli stane, ukážu tam, co to bude, a zeptám se vlastníka toho místa.
setup-join-own = Moje místo
setup-join-own-one = Připojit { $name }
setup-trust = { $name }: správci spravují i tady
setup-distrust = { $name }: správci jsou jen členové
setup-join-trust = Jeho správci
setup-trust-set =
    { $counts ->
        [yes] Od teď má každý, kdo místo { $name } spravuje na jeho síti, stejná práva i tady: jeho vlastník i jeho správci.
       *[no] Od teď platí, že kdo místo { $name } spravuje na jeho síti, je tady obyčejný člen, pokud z něj tahle komunita neudělala víc.
    }
setup-join-what = <b>{ $young }</b> by patřilo ke komunitě <b>{ $into }</b>: jedna komunita na víc místech.
setup-join-people =
    { $people ->
        [0] · Zatím tu nikoho neznám.
        [one] · { $people } člověk, kterého odsud znám, by byl členem { $into }.
        [few] · { $people } lidé, které odsud znám, by byli členy { $into }.
        [many] · { $people } člověka, které odsud znám, by bylo členy { $into }.
       *[other] · { $people } lidí, které odsud znám, by bylo členy { $into }.
    }{ $both ->
        [0] { "" }
        [one] { " " }Jeden z nich už tam členem je a zůstane, kým tam je.
        [few] { " " }Členy jsou tam už { $both } z nich a zůstanou, kým tam jsou.
        [many] { " " }Členy je tam už { $both } z nich a zůstanou, kým tam jsou.
       *[other] { " " }Členů je tam už { $both } z nich a zůstanou, kým tam jsou.
    } Co mi tu ostatní dovolili posílat, na to se jich zeptám znovu.
setup-join-settings =
    { $other ->
        [yes] · Platit tu bude, co je nastavené tam: jazyk je { $language } a hodiny jdou podle místa { $zone }, s tamními doplňky, zprávami po streamu i odznaky. Co je nastavené tady, zmizí.
       *[no] · Platit tu bude, co je nastavené tam, s tamními doplňky, zprávami po streamu i odznaky. Co je nastavené tady, zmizí.
    }
setup-join-posts =
    { $here ->
        [yes] · Co píše { $into } pro všechny, přijde i sem.
       *[no] · Co píše { $into } pro všechny, sem nepřijde, protože na téhle síti už místo má; potom to změní /setup posts here.
    }
setup-join-rights = · Kdo tohle místo spravuje, je v komunitě { $into } obyčejný člen, dokud tamní vlastník neřekne jinak. Stejně tak každý, kdo tu byl ustanoven, že vysílá nebo spravuje.
setup-join-back = · Vlastník tohohle místa ho může zase osamostatnit příkazem /setup part. Co se mezitím stalo, pak zůstane tam.
setup-join-agree = Připojit
setup-join-refuse = Nechat, jak to je
setup-join-refused = Dobře, všechno zůstává, jak je. Ten kód už neplatí.
setup-join-done =
    { $own ->
        [yes] { $young } teď patří ke komunitě { $into }. Níž řekneš, jestli jeho správci spravují i tuhle komunitu.
       *[no] Hotovo: { $young } teď patří ke komunitě { $into }. Kdo si tam vzal kód, se to dozví a může říct, jestli zdejší správci platí i tam.
    }
setup-join-wrong =
    { $why ->
        [own] Ten kód je pro jiné místo a ukázala ho právě tahle komunita. Napiš ho na místě, které se má připojit. Kód pořád platí.
        [too-many] Za poslední hodinu přišlo moc špatných kódů, takže teď žádné neberu. Zkus to za hodinu s novým kódem.
       *[unknown] Takový kód neznám; může v něm být překlep, někdo už ho použil, nebo je starší než půl hodiny. Nový dostane vlastník komunity, která má zůstat, když tam napíše /setup join.
    }
setup-join-lost =
    { $young } se ke komunitě { $into } připojit nemůže: má vlastní historii, o kterou by přišlo ({ $what }), a ze dvou historií jedna nebude. { $turn ->
        [yes] Otoč to: { $into } zatím žádnou nemá, takže napiš /setup join tady a kód tam. Tenhle kód už neplatí.
       *[no] Obě komunity jdou dál samy, nic se nezměnilo. Tenhle kód už neplatí.
    }
setup-part = Osamostatnit
setup-part-now = Ano, osamostatnit
setup-part-one = Osamostatnit { $name }
setup-part-which = Které místo má jít svou cestou?
setup-part-none = Není co rozdělit: nezbylo by žádné místo, kde tuhle komunitu někdo spravuje. Co je připojené, ukáže /setup join.
setup-part-ask =
    <b>{ $name } má jít svou cestou?</b>
    · Začne tam nová komunita, která si vezme jen dnešní jazyk a hodiny. Co se zatím stalo, i body a odznaky, zůstane v komunitě { $community }.
    · Koho potkávám jen tam, ten bude členem nové komunity a { $community } už ne.
    · Role, štítky a dveře, které tam { $community } dala, se vrátí zpátky.
setup-part-done = Hotovo: { $name } je samostatná komunita a začne ji /setup přímo tam. Co se zatím stalo, zůstane v komunitě { $community }.
