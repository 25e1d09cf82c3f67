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
loyalty-setting-points-per-answer = Body za odpověď, když se ptáme, jaké to bylo
loyalty-setting-points-per-unit-spent = Body za každou celou jednotku útraty
loyalty-setting-most-for-an-order = Nejvýš tolik za jednu objednávku
loyalty-setting-days-until-an-order-counts = Za kolik dní se body za objednávku započítají
loyalty-setting-months-points-last = Za kolik měsíců body propadnou (0: nikdy)
loyalty-setting-day-being-there = Nejvýš tolik za den za účast na streamech (0: bez omezení)
loyalty-setting-day-check-ins = Nejvýš tolik za den za přihlášení (0: bez omezení)
loyalty-setting-day-questions = Nejvýš tolik za den za otázky (0: bez omezení)
loyalty-setting-day-answers = Nejvýš tolik za den za odpovědi (0: bez omezení)
loyalty-setting-day-orders = Nejvýš tolik za den za objednávky (0: bez omezení)
loyalty-setting-day-in-all = Nejvýš tolik za den za všechno kromě objednávek (0: bez omezení)
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
loyalty-how-answer = { loyalty-points-of } za odpověď, když se ptáme, jaké to bylo{ loyalty-how-a-day }.
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
        [yes] Všechno kromě objednávek dá dohromady nejvýš { NUMBER($most) } za den; den končí o půlnoci (časové pásmo: { $city }).
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
        [collected] dluh z vrácené objednávky: { $reason }
        [expired] propadlo: { $reason }
       *[earned] { $reason }
    }
loyalty-for-being-there = za účast na streamu
loyalty-for-check-in = za přihlášení na streamu
loyalty-for-question = za otázky
loyalty-for-answer = za odpověď
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
loyalty-board-empty = Zatím nikdo žádné nezískal.
loyalty-board-none = Ty za tu dobu zatím žádné nemáš.
