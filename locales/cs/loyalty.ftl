### Body: za co jsou, kolik jich kdo má a kdo nejvíc.

loyalty-title = Body
loyalty-about = Body za účast, za zapojení a za nákupy.

cmd-points = Podívej se, kolik máš bodů, za co jsou a jak přibývaly
opt-points-what = co dalšího ukázat
    .name = co
    .how = jak, how
    .history = historie, history
cmd-give-points = Dej někomu body, nebo mu je uber, a napiš proč
opt-give-points-member = komu
    .name = člen
opt-give-points-amount = kolik; pod nulou ubírá
    .name = kolik
opt-give-points-why = za co; uvidí to
    .name = proč
cmd-leaderboard = Podívej se, kdo získal nejvíc bodů
opt-leaderboard-stretch = poslední stream, tento měsíc, nebo od začátku
    .name = doba
    .stream = stream
    .month = měsíc, month
    .all = vše, all

loyalty-setting-points-per-ten-minutes = Body za každých deset minut na streamu
loyalty-setting-most-for-being-there = Nejvýš tolik za jeden stream
loyalty-setting-points-per-check-in = Body za přihlášení na streamu
loyalty-setting-points-per-question = Body za otázku na streamu
loyalty-setting-questions-that-count = Tolik otázek se na jednom streamu počítá
loyalty-setting-points-per-answer = Body za odpověď, když se ptáme, jaké to bylo, a za jinou zpětnou vazbu
loyalty-setting-points-per-adopted-idea = Body za nápad, který je v plánu nebo hotový
loyalty-setting-points-per-unit-spent = Body za každou celou jednotku útraty
loyalty-setting-most-for-an-order = Nejvýš tolik za jednu objednávku
loyalty-setting-days-until-an-order-counts = Za kolik dní se body za objednávku započítají
loyalty-setting-months-points-last = Za kolik měsíců body propadnou (0: nikdy)
loyalty-setting-day-being-there = Nejvýš tolik za den za účast na streamech (0: bez omezení)
loyalty-setting-day-check-ins = Nejvýš tolik za den za přihlášení (0: bez omezení)
loyalty-setting-day-questions = Nejvýš tolik za den za otázky (0: bez omezení)
loyalty-setting-day-answers = Nejvýš tolik za den za odpovědi (0: bez omezení)
loyalty-setting-day-adopted-ideas = Nejvýš tolik za den za nápady (0: bez omezení)
loyalty-setting-day-orders = Nejvýš tolik za den za objednávky (0: bez omezení)
loyalty-setting-day-in-all = Nejvýš tolik za den za všechno kromě objednávek a nápadů (0: bez omezení)
loyalty-setting-tier-months = Kolik měsíců zpět se počítají body pro úroveň (0: všechny od začátku)
loyalty-setting-tier-grace-days = Za kolik dní úroveň klesne, když na ni body nestačí

loyalty-points-of = { $points ->
        [one] { NUMBER($points) } bod
        [few] { NUMBER($points) } body
        [many] { NUMBER($points) } bodu
       *[other] { NUMBER($points) } bodů
    }
loyalty-balance = Máš <b>{ loyalty-points-of }</b>.
loyalty-pending = Další se započítají později: { loyalty-points-of }.
loyalty-owed = Po vrácené objednávce zbývá strhnout { loyalty-points-of }, které už jsou utracené. Ubereme je z toho, co získáš příště.
loyalty-card = { loyalty-points-of }

loyalty-card-figure = { NUMBER($points) }
    .label =
        { $points ->
            [one] bod
            [few] body
            [many] bodu
           *[other] bodů
        }
loyalty-how-title = <b>Za co jsou body</b>
loyalty-how-line = • { $sentence }
loyalty-how-nothing = Body tu zatím nejsou za nic.
loyalty-how-there = { loyalty-points-of } za každých deset minut na streamu, nejvýš { NUMBER($most) } za jeden{ loyalty-how-and-a-day }.
loyalty-how-check-in = { loyalty-points-of } za přihlášení na streamu{ loyalty-how-a-day }.
loyalty-how-question = { loyalty-points-of } za otázku na streamu; pokaždé se { $counted ->
        [one] počítá jedna
        [few] počítají { NUMBER($counted) }
        [many] počítá { NUMBER($counted) }
       *[other] počítá { NUMBER($counted) }
    }{ loyalty-how-a-day }.
loyalty-how-answer = { loyalty-points-of } za to, že nám řekneš, jaké to bylo{ loyalty-how-a-day }.
loyalty-how-idea = { loyalty-points-of } za tvůj nápad, který je v plánu nebo hotový{ loyalty-how-a-day }.
loyalty-how-order = { loyalty-points-of } za každou celou jednotku útraty, nejvýš { NUMBER($most) } za objednávku{ loyalty-how-and-a-day }{ $days ->
        [0] .
        [one] ; započítají se o den později.
        [few] ; započítají se za { NUMBER($days) } dny.
        [many] ; započítají se za { NUMBER($days) } dne.
       *[other] ; započítají se za { NUMBER($days) } dní.
    }
loyalty-how-a-day = { $bounded ->
        [yes] , nejvýš { NUMBER($day) } za den
       *[other] {""}
    }
loyalty-how-and-a-day = { $bounded ->
        [yes] {" "}a { NUMBER($day) } za den
       *[other] {""}
    }
loyalty-how-day = { $bounded ->
        [yes] Všechno kromě objednávek a nápadů dá dohromady nejvýš { NUMBER($most) } za den; den končí o půlnoci (časové pásmo: { $city }).
       *[other] Den končí o půlnoci (časové pásmo: { $city }).
    }
loyalty-how-full = Dnes už další body nepřibudou { $what }; zítra zase ano.
loyalty-how-long = Body vydrží { $months ->
        [one] měsíc
        [few] { NUMBER($months) } měsíce
        [many] { NUMBER($months) } měsíce
       *[other] { NUMBER($months) } měsíců
    } ode dne, kdy přijdou. Utrácí se od nejstarších.

loyalty-history-title = <b>Tvoje body</b>
loyalty-history-empty = S tvými body se zatím nic nestalo. Za co jsou, říká /points how.
loyalty-history-line = { $day }: <b>{ $sign ->
        [minus] −
       *[plus] +
    }{ NUMBER($points) }</b> { $why }{ $state ->
        [pending] , započítá se { $counts }
        [reversed] , vzato zpět
       *[posted] {""}
    }
loyalty-why-note = „{ $note }“
loyalty-by-hand = od moderátora
loyalty-why = { $kind ->
        [given-back] vráceno: { $reason }
        [reversed] vzato zpět: { $reason }
        [undone] vzato zpět: { $reason }
        [collected] dluh z vrácené objednávky: { $reason }
        [expired] propadlo: { $reason }
       *[earned] { $reason }
    }
loyalty-for-being-there = za účast na streamu
loyalty-for-check-in = za přihlášení na streamu
loyalty-for-question = za otázky
loyalty-for-answer = za odpověď
loyalty-for-idea = za nápad
loyalty-for-order = za objednávku
loyalty-history-page = Jak přibývaly
loyalty-history-older = Starší
loyalty-show-how = Za co jsou?

loyalty-given = { $name } teď má { loyalty-points-of } ({ $amount }).
loyalty-give-amount = Napiš kolik, od 1 do { NUMBER($most) }, nebo číslo pod nulou, když ubíráš. Nic se nezměnilo.
loyalty-give-short = { $name } má jen { loyalty-points-of }. Nic se neubralo.
loyalty-adjust-changed = body od moderátora: { $after }

loyalty-board-title = <b>{ $stretch ->
        [month] Nejvíc bodů tento měsíc
       *[all] Nejvíc bodů od začátku
    }</b>
loyalty-board-of-stream = <b>{ $titled ->
        [yes] Nejvíc bodů za stream „{ $title }“
       *[other] Nejvíc bodů za poslední stream
    }</b>
loyalty-board-no-stream = Žádný stream tu zatím nebyl. Tento měsíc ukáže /leaderboard.
loyalty-board-live = Stream ještě běží: účast a otázky se započítají na konci.
loyalty-board-page = Další místa
loyalty-board-before = Předchozí místa
loyalty-board-line = { $place }. { $mine ->
        [yes] <b>{ $name }</b>
       *[no] { $name }
    }: { NUMBER($points) }
loyalty-board-says = Žebříček. Všechno, co ukazuje, stojí i v textu vedle něj.
loyalty-board-empty = Zatím nikdo žádné nezískal.
loyalty-board-none = Ty za tu dobu zatím žádné nemáš.

## Úrovně. { $tier } je název, který úrovni dal moderátor.

cmd-tiers = Podívej se na úrovně, co přinášejí a kde jsi
cmd-tier-add = Přidej úroveň, na kterou stačí tolik bodů, a napiš, co přináší
opt-tier-add-name = jak se jmenuje
    .name = název
opt-tier-add-points = kolik bodů na ni stačí
    .name = body
opt-tier-add-perks = co přináší, tvými slovy
    .name = výhody
cmd-tier-edit = Změň název úrovně, její body nebo to, co přináší
opt-tier-edit-name = která úroveň
    .name = úroveň
cmd-tier-remove = Zruš úroveň; kdo ji má, přejde na nižší
opt-tier-remove-name = která úroveň
    .name = úroveň

loyalty-tiers-none = { $may ->
        [yes] Úrovně tu zatím nejsou. Tlačítko přidá tři, které pak můžeš změnit; vlastní přidá /tier add.
       *[no] Úrovně tu zatím nejsou.
    }
loyalty-tiers-title = { $windowed ->
        [yes] <b>Úrovně</b> podle bodů za { $months ->
            [one] poslední měsíc
            [few] poslední { NUMBER($months) } měsíce
            [many] posledních { NUMBER($months) } měsíce
           *[other] posledních { NUMBER($months) } měsíců
        }
       *[no] <b>Úrovně</b> podle všech bodů od začátku
    }
loyalty-tiers-line = { $held ->
        [yes] ● <b>{ $tier }</b>
       *[no] ○ { $tier }
    }, od { $points ->
        [one] { NUMBER($points) } bodu
        [few] { NUMBER($points) } bodů
        [many] { NUMBER($points) } bodu
       *[other] { NUMBER($points) } bodů
    }{ $described ->
        [yes] : { $perks }
       *[no] {""}
    }
loyalty-tiers-score = Za tu dobu máš { loyalty-points-of }.
loyalty-tiers-next = Do úrovně { $tier } chybí { loyalty-points-of }.
loyalty-tiers-falling = Úroveň { $tier } máš do { $day }. K udržení chybí { loyalty-points-of }.
loyalty-tier-card = úroveň { $tier }
loyalty-tier-falls = Na úroveň { $tier } už tvoje body z poslední doby nestačí. Zůstává ti do { $day }. K udržení do té doby stačí { loyalty-points-of }{ $left ->
        [yes] , jinak přejdeš na úroveň { $lower }.
       *[no] .
    }
loyalty-start-tiers = Začít se třemi úrovněmi
loyalty-tiers-there = Úrovně tu už jsou. Ukáže je /tiers, další přidá /tier add. Nic se nezměnilo.
loyalty-tier-starter-first = Známá tvář
loyalty-tier-starter-second = Stálice
loyalty-tier-starter-third = Opora
loyalty-tier-added = Úroveň { $tier } začíná na { $points ->
        [one] { NUMBER($points) } bodu
        [few] { NUMBER($points) } bodech
        [many] { NUMBER($points) } bodu
       *[other] { NUMBER($points) } bodech
    }. Kdo je už má, právě ji dostává, bez zprávy.
loyalty-tier-kept = Uloženo: úroveň { $tier } začíná na { $points ->
        [one] { NUMBER($points) } bodu
        [few] { NUMBER($points) } bodech
        [many] { NUMBER($points) } bodu
       *[other] { NUMBER($points) } bodech
    }. Kdo je má, právě ji dostává; komu už nestačí, tomu ještě po nastavené dny zůstane.
loyalty-tier-form = Změnit úroveň
loyalty-tier-field-name = Název
loyalty-tier-field-points = Kolik bodů na ni stačí
loyalty-tier-field-perks = Co přináší
loyalty-tier-remove-sure = { $people ->
        [0] Zrušit úroveň { $tier }? Nikdo ji nemá.
        [one] Zrušit úroveň { $tier }? Má ji jeden člověk a přejde na nižší.
        [few] Zrušit úroveň { $tier }? Mají ji { NUMBER($people) } lidé a přejdou na nižší.
        [many] Zrušit úroveň { $tier }? Má ji { NUMBER($people) } člověka a přejde na nižší.
       *[other] Zrušit úroveň { $tier }? Má ji { NUMBER($people) } lidí a přejdou na nižší.
    }
loyalty-tier-remove = Zrušit
loyalty-tier-removed = Úroveň { $tier } je zrušená.
loyalty-tiers-enough = Víc než { NUMBER($most) } úrovní by si nikdo nepamatoval. Nejdřív nějakou zruš; nic se nepřidalo.
loyalty-tier-unknown = { $some ->
        [yes] Úroveň „{ $asked }“ tu není. Jsou tu: { $known }.
       *[no] Úrovně tu zatím nejsou. Přidá je /tier add.
    }
loyalty-tier-gone = Tu úroveň mezitím někdo zrušil. Ty, co jsou, ukáže /tiers.
loyalty-tier-name = Úroveň potřebuje název, nejvýš { NUMBER($most) } znaků. Nic se nezměnilo.
loyalty-tier-points = Napiš, kolik bodů na ni stačí, od 1 do { NUMBER($most) }. Nic se nezměnilo.
loyalty-tier-perks = Co přináší, řekni nejvýš { NUMBER($most) } znaky. Nic se nezměnilo.
loyalty-tier-taken = Úroveň { $tier } už tu je, od { NUMBER($points) }. Dvě úrovně potřebují dva názvy a dvě čísla; nic se nezměnilo.
loyalty-tier-changed = úroveň: { $before } → { $after }

## Kartičky na razítka. { $card } je název, který kartičce dal moderátor: za co je.

cmd-stamps = Podívej se na svoje kartičky
cmd-stamp = Předej, na co má někdo plnou kartičku
opt-stamp-member = čí kartička
    .name = člen
cmd-card-add = Zaveď kartičku na razítka
opt-card-add-kind = za co je razítko
    .name = za
opt-card-add-needed = kolik razítek ji zaplní
    .name = razítek
opt-card-add-points = body za plnou; 0: předá host to, jak se jmenuje
    .name = body
opt-card-add-name = jak se jmenuje, třeba podle toho, co za ni je
    .name = název
cmd-card-close = Ukonči kartičku; plné se ještě předají
opt-card-close-name = která kartička
    .name = kartička
cmd-card-unstamp = Sundej z kartičky poslední razítko, které tam je omylem
opt-card-unstamp-member = čí kartička
    .name = člen
opt-card-unstamp-name = která kartička
    .name = kartička

loyalty-stamps-none = { $may ->
        [yes] Kartičky tu zatím nejsou. Zavede je /card add.
       *[no] Kartičky tu zatím nejsou.
    }
loyalty-stamps-title = <b>Tvoje kartičky</b>
loyalty-stamps-line = { $drawn ->
        [yes] { $dots } <b>{ $card }</b>: { NUMBER($stamps) } z { NUMBER($needed) }
       *[no] <b>{ $card }</b>: { NUMBER($stamps) } z { NUMBER($needed) }
    } ({ $what }){ $paid ->
        [yes] , za plnou { loyalty-points-of }
       *[no] {""}
    }{ $filled ->
        [0] .
        [one] ; zatím jedna plná.
        [few] ; zatím { NUMBER($filled) } plné.
        [many] ; zatím { NUMBER($filled) } plné.
       *[other] ; zatím { NUMBER($filled) } plných.
    }
loyalty-stamps-waiting = Plná: <b>{ $card }</b>. Řekni hostiteli, předá ti to příkazem /stamp.
loyalty-card-full = { $paid ->
        [yes] Kartička „{ $title }“ je plná: máš za ni { loyalty-points-of }. Začala nová.
       *[no] Kartička „{ $title }“ je plná. Na příštím streamu se s ní přihlas u toho, kdo vysílá. Začala nová.
    }
loyalty-stamp-nothing = { $name } teď nemá plnou kartičku, za kterou by se něco předávalo. Svoje každému ukáže /stamps.
loyalty-stamp-sure = { $count ->
        [one] { $name }: jedna plná kartička. Co předáváš?
        [few] { $name }: { NUMBER($count) } plné kartičky. Co předáváš?
        [many] { $name }: { NUMBER($count) } plné kartičky. Co předáváš?
       *[other] { $name }: { NUMBER($count) } plných kartiček. Co předáváš?
    }
loyalty-redeem = Předáno
loyalty-redeem-this = Předáno: { $card }
loyalty-redeemed = Předáno: { $card }. Komu: { $name }.
loyalty-stamp-done = Tohle už předané je. Nic se nezměnilo.
loyalty-stamp-kind = { $kind }
loyalty-card-added = { $paid ->
        [yes] Kartička „{ $card }“ začíná: razítek { NUMBER($needed) } ({ $what }), za plnou { loyalty-points-of }. Co bylo předtím, se nepočítá.
       *[no] Kartička „{ $card }“ začíná: razítek { NUMBER($needed) } ({ $what }), plnou promění hostitel příkazem /stamp. Co bylo předtím, se nepočítá.
    }
loyalty-card-closed = Kartička „{ $card }“ končí. Plné se ještě předají příkazem /stamp.
loyalty-restamp = Vrátit razítko
loyalty-stamped-now = { $name }: kartička „{ $card }“, razítek { NUMBER($stamps) } z { NUMBER($needed) }.
loyalty-unstamp-none = { $name } nemá na kartičce „{ $card }“ žádné razítko, které by šlo sundat. Co je plné, plné zůstává; body srovná /give points. Nic se nezměnilo.
loyalty-restamp-none = Žádné razítko k vrácení už tu není. Nic se nezměnilo.
loyalty-cards-enough = Najednou stačí { NUMBER($most) } kartiček. Nejdřív nějakou ukonči (/card close); nic se nepřidalo.
loyalty-card-name = Kartička potřebuje název, nejvýš { NUMBER($most) } znaků. Nic se nezměnilo.
loyalty-card-taken = Kartička „{ $card }“ už tu je. Nic se nezměnilo.
loyalty-card-numbers = Kartička má 2 až { NUMBER($stamps) } razítek a dá 0 až { NUMBER($points) } bodů. Nic se nezměnilo.
loyalty-card-kind = Za „{ $asked }“ razítko být nemůže. Může být za: { $known }.
loyalty-card-unknown = { $some ->
        [yes] Otevřená kartička „{ $asked }“ tu není. Jsou tu: { $known }.
       *[no] Žádná kartička teď není. Zavede ji /card add.
    }
loyalty-card-changed = kartička: { $before } → { $after }
loyalty-for-stamps = za plnou kartičku

## Dobré věci. { $cause } je název, který dal moderátor.

cmd-cause-list = Podívej se, na co jde darovat body a kolik se sešlo
cmd-cause-give = Daruj svoje body na dobrou věc
opt-cause-give-amount = kolik bodů
    .name = kolik
opt-cause-give-cause = na co, když je toho víc
    .name = na-co
cmd-cause-add = Zaveď dobrou věc, na kterou jde darovat body, s cílem nebo bez
opt-cause-add-name = jak se jmenuje
    .name = název
opt-cause-add-goal = kolik bodů je cíl
    .name = cíl
cmd-cause-close = Ukonči dobrou věc a řekni všem, kolik se sešlo
opt-cause-close-name = která
    .name = která

loyalty-causes-none = { $may ->
        [yes] Zatím tu není na co body darovat. Dobrou věc zavede /cause add.
       *[no] Zatím tu není na co body darovat.
    }
loyalty-causes-title = Body na dobrou věc
loyalty-causes-line = • { $cause }: { loyalty-points-of } od { $people ->
        [one] { NUMBER($people) } člověka
        [few] { NUMBER($people) } lidí
        [many] { NUMBER($people) } člověka
       *[other] { NUMBER($people) } lidí
    }{ $state ->
        [goal] , cíl { NUMBER($goal) }
        [closed] , ukončeno
       *[open] {""}
    }
loyalty-causes-page = Další
loyalty-give-to = Darovat: { $cause }
loyalty-ask-gift = Darovat body
loyalty-gift-form = Body na: { $cause }
loyalty-gift-field = Kolik? Máš { NUMBER($points) }.
loyalty-gift-done = Darováno: { NUMBER($amount) }. { $cause } teď má { NUMBER($given) } a ty máš ještě { loyalty-points-of }.
loyalty-gift-amount = Napiš, kolik bodů dáváš, celým číslem větším než 0. Nic se nedarovalo.
loyalty-gift-short = Máš { loyalty-points-of }. Nic se nedarovalo.
loyalty-cause-added = Teď jde darovat na: { $cause }. Stačí /cause give nebo tlačítko pod /cause list.
loyalty-cause-shut = Ukončeno: { $cause }. Celkem { loyalty-points-of }.
loyalty-cause-reached = { $cause }: cíl je splněný. Dohromady { loyalty-points-of } od { $people ->
        [one] { NUMBER($people) } člověka
        [few] { NUMBER($people) } lidí
        [many] { NUMBER($people) } člověka
       *[other] { NUMBER($people) } lidí
    }. Díky!
loyalty-cause-closed = { $cause }: končíme. Dohromady { loyalty-points-of } od { $people ->
        [one] { NUMBER($people) } člověka
        [few] { NUMBER($people) } lidí
        [many] { NUMBER($people) } člověka
       *[other] { NUMBER($people) } lidí
    }. Díky!
loyalty-recap-given = { $cause }: během streamu { loyalty-points-of }
loyalty-cue-near = Kousek od úrovně { $tier }: { $names }
loyalty-causes-enough = Najednou stačí { NUMBER($most) } dobrých věcí. Nejdřív nějakou ukonči (/cause close); nic se nepřidalo.
loyalty-cause-name = Dobrá věc potřebuje název, nejvýš { NUMBER($most) } znaků. Nic se nezměnilo.
loyalty-cause-taken = { $cause } už tu je. Nic se nezměnilo.
loyalty-cause-goal = Cíl je 1 až { NUMBER($most) } bodů. Nic se nezměnilo.
loyalty-cause-unknown = { $some ->
        [yes] „{ $asked }“ tu není. Jsou tu: { $known }.
       *[no] Teď není na co darovat.
    }
loyalty-cause-which = { $some ->
        [yes] Napiš za číslo, na co. Jsou tu: { $known }. Nic se nedarovalo.
       *[no] Teď není na co darovat. Nic se nedarovalo.
    }
loyalty-cause-gone = Tohle mezitím skončilo. Co je otevřené, ukáže /cause list. Nic se nedarovalo.
loyalty-cause-over = { $cause }: před chvilkou skončilo. Nic se nedarovalo.
loyalty-cause-changed = dobrá věc: { $before } → { $after }
loyalty-for-cause = na dobrou věc
loyalty-why-spent = { $reason }: { $note }

## Body odjinud. { $line } je jméno, jak stojí v jejich souboru.

cmd-claim = Přihlas se o body, které se přenesly pod nějakým jménem
opt-claim-name = jméno, které tam bylo tvoje
    .name = jméno
cmd-import-list = Podívej se, co se přeneslo odjinud, a případně to vrať
cmd-import-waiting = Podívej se na řádky, ke kterým se nikdo nenašel, a kdo se o ně hlásí
cmd-import-match = Řekni, čí je čekající řádek; hned se vyplatí
opt-import-match-line = jeho číslo, jak ho ukazuje /import waiting
    .name = řádek
opt-import-match-member = čí je
    .name = člen
cmd-import-undo = Vezmi zpět, co z přenosu ještě je; nejdřív se to ukáže
opt-import-undo-number = jeho číslo, jak ho ukazuje /import list
    .name = číslo

loyalty-claim-noted = Ptáme se moderátora, jestli „{ $line }“ jsi ty: { loyalty-points-of }. Do té doby se nic nevyplatí.
loyalty-claim-unknown = Pod jménem „{ $asked }“ žádné body nečekají. Napiš ho tak, jak tam bylo; na velkých písmenech nezáleží.
loyalty-claim-refused-before = Moderátor řekl, že tohle jméno tvoje není. Jestli je, ozvi se mu; vyplatit to jde přes /import match.
loyalty-claim-enough = Hlásíš se už o tři jména. Počkej, až moderátor odpoví.
loyalty-claim-told = { $name } se hlásí k přeneseným bodům pod jménem „{ $line }“: { loyalty-points-of }. Sedí to?
loyalty-confirm = Ano, vyplatit
loyalty-refuse = Ne
loyalty-confirm-this = { $number }: vyplatit ({ $name })
loyalty-refuse-this = { $number }: ne ({ $name })
loyalty-claim-paid = Přenesené body pod jménem „{ $line }“ jsou tvoje a už je máš tady: { loyalty-points-of }.
loyalty-claim-not-yours = Podle moderátora „{ $line }“ nejsi ty. Jestli to nesedí, ozvi se mu.
loyalty-claim-refused = { $name } se dozví, že „{ $line }“ je někdo jiný. Řádek čeká dál.
loyalty-line-gone = Řádek { $line } už nečeká: vyplatil se, vrátil, nebo nikdy nebyl. Ty, co čekají, ukáže /import waiting.
loyalty-line-paid = { $name } má za „{ $line }“ { loyalty-points-of }.
loyalty-waiting-none = Žádný řádek na nikoho nečeká.
loyalty-waiting-title = <b>Řádky, které čekají na své lidi</b> (strana { NUMBER($page) }). Čí který je, řekneš příkazem /import match.
loyalty-waiting-line = { $number }. { $line }: { loyalty-points-of }{ $claimed ->
        [yes] ; hlásí se: { $names }
       *[no] {""}
    }
loyalty-imports-none = Zatím se nic nepřeneslo. Kdo bota provozuje, to umí: afterglow import points SOUBOR, z MEE6, StreamElements nebo z tabulky.
loyalty-imports-title = <b>Přeneseno</b> (strana { NUMBER($page) })
loyalty-imports-line = { $number }. { $file }, { $day }: { loyalty-points-of } pro { $people ->
        [one] { NUMBER($people) } člověka
        [few] { NUMBER($people) } lidi
        [many] { NUMBER($people) } člověka
       *[other] { NUMBER($people) } lidí
    }{ $waiting ->
        [0] {""}
        [one] , jeden řádek čeká
        [few] , { NUMBER($waiting) } řádky čekají
        [many] , { NUMBER($waiting) } řádku čeká
       *[other] , { NUMBER($waiting) } řádků čeká
    }{ $state ->
        [undone] ; vráceno, utracených bylo { NUMBER($missing) }
        [begun] ; nedokončeno, stejný soubor je potřeba přenést ještě jednou
       *[done] {""}
    }
loyalty-imports-page = Další přenosy
loyalty-show-waiting = Čekající řádky
loyalty-undo-this = Vrátit { $number }
loyalty-ask-undo = Vrátit
loyalty-undo = Vzít zpět
loyalty-import-unknown = { $undone ->
        [yes] Přenos { $number } už vrácený je. Nic se nezměnilo.
       *[no] Přenos { $number } tu není. Ty, co jsou, ukáže /import list.
    }
loyalty-undo-sure = Vzít zpět přenos { $number } ({ $file })? Ještě je z něj { loyalty-points-of }, lidí { NUMBER($people) }. { $missing ->
        [0] Nic z toho není utracené.
        [one] Jeden bod už je utracený a tak to zůstane.
        [few] Utracené už jsou { NUMBER($missing) } a tak to zůstane.
        [many] Utracených už je { NUMBER($missing) } a tak to zůstane.
       *[other] Utracených už je { NUMBER($missing) } a tak to zůstane.
    } Čekající řádky už nikdo nedostane.
loyalty-undo-begun = Přenos { $number } se bere zpět. Až to bude, dáme ti vědět.
loyalty-import-undone = Přenos { $number } je vzatý zpět: { loyalty-points-of } od { $people ->
        [one] { NUMBER($people) } člověka
        [few] { NUMBER($people) } lidí
        [many] { NUMBER($people) } člověka
       *[other] { NUMBER($people) } lidí
    }. { $missing ->
        [0] Nic nechybělo.
        [one] Jeden bod už byl utracený.
        [few] Utracené už byly { NUMBER($missing) } (lidí: { NUMBER($short) }).
        [many] Utracených už bylo { NUMBER($missing) } (lidí: { NUMBER($short) }).
       *[other] Utracených už bylo { NUMBER($missing) } (lidí: { NUMBER($short) }).
    }
loyalty-import-changed = přeneseno, přenos { $subject }: { $before } → { $after }
