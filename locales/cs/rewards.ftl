### Odměny: co je k mání, co je na ně potřeba, termíny, dárky, pořadník, losování.

rewards-title = Odměny
rewards-about = Zážitky, které si členové odemknou a vyzvednou, a poctivé losování.

## Příkazy

cmd-rewards = Podívej se na odměny, co ti k nim chybí, a některou si vyzvedni
opt-rewards-title = jedna z nich, podle názvu
    .name = název
cmd-mine = Podívej se, které odměny máš, a otevři je
cmd-reward-create = Založ odměnu; nikdo ji neuvidí, dokud ji nenabídneš
    .name = create
opt-reward-create-kind = co přinese
    .name = druh
    .role = role
    .room = místnost, room
    .slot = termín, slot
    .event = akce, event
    .stream = stream
    .early = předem, early
    .code = kód, code
    .content = obsah, content
    .file = soubor, file
    .vote = hlas, vote
    .credits = titulky, credits
    .custom = ručně, custom
opt-reward-create-title = jak se jmenuje
    .name = název
cmd-reward-list = Podívej se na všechny odměny, kolik je jich rozdáno a kolik zbývá
    .name = list
cmd-reward-show = Podívej se na jednu odměnu se vším, co k ní patří, a kdo ji má
    .name = show
opt-reward-show-reward = její název
    .name = odměna
cmd-reward-edit = Změň odměnu: její texty, čísla a kdy je k mání
    .name = edit
opt-reward-edit-reward = její název
    .name = odměna
cmd-reward-stock = Řekni, kolik jich je celkem i s těmi rozdanými
    .name = stock
opt-reward-stock-reward = její název
    .name = odměna
opt-reward-stock-stock = kolik celkem
    .name = počet
cmd-reward-codes = Přidej k odměně jednorázové kódy; každý se vydá jednou
    .name = codes
opt-reward-codes-reward = její název
    .name = odměna
cmd-reward-grant = Dej někomu odměnu zadarmo
    .name = grant
opt-reward-grant-member = komu
    .name = člen
opt-reward-grant-reward = její název
    .name = odměna
cmd-reward-revoke = Vezmi někomu odměnu zpět, s body, nebo bez nich
    .name = revoke
opt-reward-revoke-member = komu
    .name = člen
opt-reward-revoke-reward = její název
    .name = odměna

## Nastavení

rewards-setting-remind-minutes = Kolik minut před začátkem připomenout termín těm, kdo přijdou
rewards-setting-give-up-hours = Do kolika hodin před začátkem se body vracejí celé
rewards-setting-late-points = Body za místo, kterého se někdo vzdá později
rewards-setting-late-points-back = vrátí se
rewards-setting-late-points-gone = propadnou
rewards-setting-no-show = Kdo má místo a nepřijde
rewards-setting-no-show-nothing = nic se neděje
rewards-setting-no-show-pause = má pauzu
rewards-setting-pause-days = Kolik dní si ten, kdo nepřišel, nemůže brát další místa
rewards-setting-offer-hours = Kolik hodin má první v pořadí na to, aby řekl ano
rewards-setting-deliver-days = Kolik dní má tým na ruční předání, než se body vrátí
rewards-setting-tell-bookings = Psát týmu o každém obsazeném termínu

## Slova

rewards-for-reward = za odměnu
rewards-points-of = { $points ->
        [one] { NUMBER($points) } bod
        [few] { NUMBER($points) } body
        [many] { NUMBER($points) } bodu
       *[other] { NUMBER($points) } bodů
    }
rewards-cost-of = { $price ->
        [0] zdarma
        [one] { NUMBER($price) } bod
        [few] { NUMBER($price) } body
        [many] { NUMBER($price) } bodu
       *[other] { NUMBER($price) } bodů
    }
rewards-left-of = { $left ->
        [0] žádná nezbývá
        [-1] kolik chceš
        [one] zbývá { NUMBER($left) }
        [few] zbývají { NUMBER($left) }
        [many] zbývá { NUMBER($left) }
       *[other] zbývá { NUMBER($left) }
    }
rewards-kind-of = { $kind ->
        [role] role
        [room] místnost
        [slot] termín
        [event] akce
        [stream] soukromý stream
        [early] přístup předem
        [code] kód
        [content] obsah
        [file] soubor
        [vote] hlas
        [credits] titulky
       *[custom] z ruky do ruky
    }
rewards-forgotten = někdo, koho jsme zapomněli
rewards-button = { $title }

## Členové: seznam a jedna odměna

rewards-list-title = Odměny. Máš { rewards-points-of }.
rewards-list-line = • <b>{ $title }</b>, { rewards-cost-of }
rewards-none = Teď tu žádné odměny nejsou. Co zatím sbíráš, ukáže /points.
rewards-all = Všechny odměny
rewards-mine = Tvoje
rewards-look = Ukázat
rewards-card = <b>{ $title }</b>, { rewards-cost-of } ({ rewards-kind-of })
rewards-card-about = { $text }
rewards-card-closes = { $early ->
        [yes] Pro všechny bude: { $when }. Do té doby se dá mít tady.
       *[no] K mání do: { $when }.
    }
rewards-card-early = Všichni si to přečtou v příspěvku: { $when }.
rewards-early = Všichni to dostanou: { $when }. Do té doby si to nech pro sebe.
rewards-early-post =
    Odteď pro všechny: <b>{ $title }</b>
    { $text }
rewards-signed-up = Jsi mezi přihlášenými: { $text }
rewards-press-yourself = „Mám zájem“ za tebe žádný bot stisknout nesmí: ťukni tam na to a připomene se ti i Discord.
rewards-have = Tohle máš.
rewards-missing = Otevře se, až přibude: { $missing }.
rewards-full = { $timed ->
        [yes] Termíny zatím nejsou vypsané.
       *[no] { $place ->
            [0] Všechno je rozebrané.
           *[more] Všechno je rozebrané. V pořadí jsi { NUMBER($place) }.
        }
    }
rewards-points-missing = { $points ->
        [one] Ještě { NUMBER($points) } bod a je to tvoje.
        [few] Ještě { NUMBER($points) } body a je to tvoje.
        [many] Ještě { NUMBER($points) } bodu a je to tvoje.
       *[other] Ještě { NUMBER($points) } bodů a je to tvoje.
    }
rewards-yours-to-have = Můžeš si to vzít; { rewards-left-of }.
rewards-claim = Vzít si to
rewards-claim-for = { $minutes ->
        [0] { $price ->
            [0] Vzít si to
           *[more] Vzít si to: { rewards-cost-of }
        }
       *[more] Podržte mi to
    }
rewards-take-time = { $when } ({ rewards-left-of })
rewards-wait-for = { $timed ->
        [yes] Počkat: { $when }
       *[no] Počkat, až se uvolní
    }
rewards-wait-not-for = { $timed ->
        [yes] Už nečekat: { $when }
       *[no] Už nečekat
    }
rewards-wait = Počkat, až se uvolní
rewards-wait-not = Už nečekat
rewards-waiting = Na „{ $title }“ jsi v pořadí { NUMBER($place) }. Napíšu ti, až se uvolní; pak budeš mít chvíli na to říct ano.
rewards-waits-not = Na „{ $title }“ už nečekáš.

## Členové: vyzvednutí

rewards-kept = Držím ti „{ $title }“ na { $minutes ->
        [one] { NUMBER($minutes) } minutu
        [few] { NUMBER($minutes) } minuty
        [many] { NUMBER($minutes) } minuty
       *[other] { NUMBER($minutes) } minut
    }. { $price ->
        [0] Chceš to?
       *[more] Stojí to { rewards-cost-of }. Chceš to?
    }
rewards-yes = Ano, chci
rewards-yes-for = { $price ->
        [0] Ano, chci
       *[more] Ano: { rewards-cost-of }
    }
rewards-no = Ne, děkuji
rewards-claimed = „{ $title }“ je tvoje{ $price ->
        [0] .
       *[more] , cena: { rewards-cost-of }.
    }
rewards-opened = <b>{ $title }</b>
rewards-on-its-way = { $kind ->
        [custom] Tým o tom ví a předá ti to. Kdyby to nešlo, { "" }
       *[other] Je to na cestě. Kdyby to nešlo doručit, { "" }
    }body se vrátí samy.
rewards-when = Kdy: { $when }, { $minutes ->
        [one] { NUMBER($minutes) } minuta
        [few] { NUMBER($minutes) } minuty
        [many] { NUMBER($minutes) } minuty
       *[other] { NUMBER($minutes) } minut
    }. Soubor do kalendáře je přiložený; než to začne, připomenu se.
rewards-where = Kde: { $text }
rewards-code = Tvůj kód: <code>{ $code }</code>. Nikdo jiný ho nedostane.
rewards-code-use = { $text }
rewards-content = { $text }
rewards-file = Soubor je přiložený: { $name }
rewards-content-file = Je to v souboru.
rewards-credited = V titulcích stojí { $name }, jak si tu říkáš.
rewards-vote-now = Co má přijít teď? Než se hlasování zavře, můžeš si to rozmyslet.
rewards-voted = Tvůj hlas: { $option }. Než se hlasování zavře, můžeš ho změnit.
rewards-vote = Hlasovat
rewards-option-gone = „{ $title }“: tohle už k výběru není. Co je, ukáže /mine; tvůj hlas zůstal, jak byl.
rewards-vote-over = Hlasování „{ $title }“ je zavřené. Platí, co zvolíš nejpozději před koncem.
rewards-until = Máš to do: { $until }.
rewards-open-grant = Otevřít
rewards-open = Otevřít: { $title }

## Členové: co je jejich

rewards-mine-title = Tvoje odměny
rewards-mine-none = Zatím žádné nemáš. Co je k mání, ukáže /rewards.
rewards-mine-line = • <b>{ $title }</b>{ $timed ->
        [yes] , { $when }
       *[no] { "" }
    }{ $state ->
        [held] , držím ti to do: { $until }
        [delivering] , na cestě
       *[granted] { $lasts ->
            [yes] , do: { $until }
           *[no] { "" }
        }
    }
rewards-give-up = Vzdát se toho
rewards-give-up-sure = Vzdát se „{ $title }“? { $price ->
        [0] Dostane to někdo jiný.
       *[more] { $back ->
            [yes] Vrátí se ti { rewards-cost-of }.
           *[no] Na vrácení bodů už je pozdě ({ rewards-cost-of }).
        }
    }
rewards-given-up = { $kept ->
        [yes] „{ $title }“ už ti nedržím. Nic tě to nestálo.
       *[no] „{ $title }“ už nemáš.{ $points ->
            [0] { "" }
           *[more] { " " }Zpátky máš { rewards-points-of }.
        }
    }

## Členové: dárky

rewards-gift = Darovat
rewards-gift-title = Dárek: { $title }
rewards-gift-field = Kdo to dostane? Jméno, jak ho tu má
rewards-gift-self = Dárek je pro někoho jiného. Pro sebe použij druhé tlačítko; nic se nestrhlo.
rewards-gave = { $name } od tebe dostane „{ $title }“{ $price ->
        [0] .
       *[more] , cena: { rewards-cost-of }.
    } Čeká to v /mine.
rewards-gift-for-you = { $giver } má pro tebe dárek: „{ $title }“.

## Členové: co se dozvědí později

rewards-offer = Uvolnilo se „{ $title }“ a na řadě jsi ty. Držím ti to do: { $until }{ $price ->
        [0] .
       *[more] ; cena: { rewards-cost-of }.
    }
rewards-offer-over = Čas na odpověď vypršel a „{ $title }“ nabízím dalším v pořadí. Znovu se zařadíš přes /rewards.
rewards-over = „{ $title }“ ti právě vypršelo.
rewards-failed = „{ $title }“ se nepodařilo doručit. { $points ->
        [0] Nic tě to nestálo.
       *[more] Zpátky máš { rewards-points-of }.
    } Tým o tom ví.
rewards-revoked = Moderátor vzal „{ $title }“ zpět.{ $points ->
        [0] { "" }
       *[more] { " " }Zpátky máš { rewards-points-of }.
    }
rewards-delivered-to-you = „{ $title }“ už máš u sebe. Užij si to.

## Odmítnutí

rewards-not-here = Tahle odměna tu už není. Co je k mání, ukáže /rewards.
rewards-not-yours = To patří někomu jinému. Co máš ty, ukáže /mine.
rewards-unknown = Odměna „{ $asked }“ tu není. Všechny ukáže /rewards.
rewards-unknown-to-hosts = Odměna „{ $asked }“ tu není. Všechny, i ty mimo nabídku, ukáže /reward list.
rewards-several = „{ $asked }“ může být víc odměn: { $titles }. Napiš z názvu víc, nebo číslo i s #.
rewards-shut = { $early ->
        [yes] „{ $title }“ bude k mání od: { $when }. Nic se nestrhlo.
       *[no] „{ $title }“ teď k mání není. Co je, ukáže /rewards; nic se nestrhlo.
    }
rewards-no-time = „{ $title }“ má termíny; vyber si tlačítkem v /rewards.
rewards-time-over = „{ $title }“, { $when }: ten termín už byl, nebo je zrušený. Vyber jiný v /rewards; nic se nestrhlo.
rewards-pressed-before = Předchozí ťuknutí platilo; nic se nestrhlo dvakrát. Co máš, ukáže /mine.
rewards-enough = { $kept ->
        [yes] „{ $title }“ už ti držím. Vezmeš si to přes /mine.
       *[no] Víc „{ $title }“ mít nejde; nejvýš { $count ->
            [one] jednou
            [few] { NUMBER($count) }krát
            [many] { NUMBER($count) }krát
           *[other] { NUMBER($count) }krát
        }. Nic se nestrhlo.
    }
rewards-restless = „{ $title }“ šlo během dne { NUMBER($count) }krát k tobě a zase zpět. Dnes už to nech být, zítra to můžeš mít znovu. Nic se nestrhlo.
rewards-have-time = Na „{ $title }“, { $when }, už místo je. Nic se nestrhlo.
rewards-have-it = „{ $title }“ už je tvoje. Otevře ho /mine.
rewards-paused = Tvoje místo zůstalo prázdné: { $when }. Další si můžeš vzít od: { $again }. Nic se nestrhlo.
rewards-locked = „{ $title }“ se otevře, až přibude: { $missing }. Nic se nestrhlo.
rewards-gone = { $timed ->
        [yes] Tenhle termín „{ $title }“ si právě někdo vzal. Vyber jiný, nebo na něj počkej; nic se ti nestrhlo.
       *[no] Poslední „{ $title }“ je právě pryč. Počkat můžeš v /rewards; nic se ti nestrhlo.
    }
rewards-short = „{ $title }“ stojí { rewards-cost-of }; ještě ti { $missing ->
        [one] chybí { NUMBER($missing) }
        [few] chybějí { NUMBER($missing) }
        [many] chybí { NUMBER($missing) }
       *[other] chybí { NUMBER($missing) }
    }. Nic se nestrhlo. Za co body jsou, říká /points how.
rewards-not-kept = „{ $title }“ už ti nedržím. Nic se nestrhlo; jestli ještě zbývá, ukáže /rewards.
rewards-free-now = „{ $title }“ je zrovna k mání. Čekat nemusíš: vezmi si to v /rewards.
rewards-no-gift = „{ $title }“ je jen pro toho, kdo si to vyzvedne. Nic se nestrhlo.
rewards-ended-before = „{ $title }“ skončilo už dřív. Nic se nezměnilo.
rewards-no-way-back = { $timed ->
        [yes] „{ $title }“ už začalo; vzdát se toho je pozdě.
       *[no] „{ $title }“ už máš u sebe; vrátit to nejde. Napiš někomu z týmu.
    }
rewards-settled-before = „{ $title }“ už je vyřízené. Nic se nezměnilo.
rewards-off-before = { $name } už „{ $title }“ nechce.{ $points ->
        [0] { " " }Není co předávat; jestli už to má u sebe, řekni si o to zpět.
       *[more] { " " }Body se vrátily ({ rewards-points-of }), takže není co předávat. Jestli už to má u sebe, řekni si o to zpět, nebo body vezmi přes /give-points.
    } Nic se nezměnilo.
rewards-problem-late = nepředalo se to včas
rewards-problem-host = podle týmu to nejde

## Tým: všechny a jedna

rewards-host-title = Odměny
rewards-host-none = Zatím tu žádné odměny nejsou. Začni příkazem /reward create.
rewards-host-line = • <b>{ $title }</b> ({ rewards-kind-of }), { rewards-cost-of }, { $state ->
        [open] v nabídce
        [early] v nabídce později
       *[shut] mimo nabídku
    }: rozdáno { NUMBER($given) }, { $left ->
        [-1] bez omezení
        [one] zbývá { NUMBER($left) }
        [few] zbývají { NUMBER($left) }
        [many] zbývá { NUMBER($left) }
       *[other] zbývá { NUMBER($left) }
    }
rewards-card-rule = Pro toho, kdo má: { $rule }.
rewards-card-counts = Rozdáno { NUMBER($given) }, { $left ->
        [-1] bez omezení.
        [one] zbývá { NUMBER($left) }.
        [few] zbývají { NUMBER($left) }.
        [many] zbývá { NUMBER($left) }.
       *[other] zbývá { NUMBER($left) }.
    }
rewards-card-limits = { $per_member ->
        [0] Na osobu kolik kdo chce
        [one] Na osobu jedna
        [few] Na osobu { NUMBER($per_member) }
        [many] Na osobu { NUMBER($per_member) }
       *[other] Na osobu { NUMBER($per_member) }
    }{ $gift ->
        [yes] , i jako dárek
       *[no] { "" }
    }{ $early ->
        [yes] , od: { $opens }
       *[no] { "" }
    }{ $late ->
        [yes] , do: { $closes }
       *[no] { "" }
    }.
rewards-card-hold = Místo se { $minutes ->
        [one] minutu
        [few] { NUMBER($minutes) } minuty
        [many] { NUMBER($minutes) } minuty
       *[other] { NUMBER($minutes) } minut
    } drží tomu, kdo se rozmýšlí.
rewards-card-lasts = Skončí po { $days ->
        [one] jednom dni
        [few] { NUMBER($days) } dnech
        [many] { NUMBER($days) } dne
       *[other] { NUMBER($days) } dnech
    }.
rewards-card-cost = Stojí vás { NUMBER($each) } za kus, zatím { NUMBER($all) }. Vidí to jen tým.
rewards-card-waiting = { $count ->
        [one] Čeká na ni { NUMBER($count) } člověk.
        [few] Čekají na ni { NUMBER($count) } lidé.
        [many] Čeká na ni { NUMBER($count) } člověka.
       *[other] Čeká na ni { NUMBER($count) } lidí.
    }
rewards-card-codes = { $count ->
        [0] Žádné kódy nezbývají. Přidej další.
        [one] Zbývá { NUMBER($count) } kód.
        [few] Zbývají { NUMBER($count) } kódy.
        [many] Zbývá { NUMBER($count) } kódu.
       *[other] Zbývá { NUMBER($count) } kódů.
    }
rewards-card-votes = { $option }: { NUMBER($count) }
rewards-card-votes-gone = { $count ->
        [one] { NUMBER($count) } hlas patří slovům, která už na výběr nejsou; kdo ho dal, může vybrat znovu.
        [few] { NUMBER($count) } hlasy patří slovům, která už na výběr nejsou; kdo je dal, může vybrat znovu.
        [many] { NUMBER($count) } hlasu patří slovům, která už na výběr nejsou; kdo je dal, může vybrat znovu.
       *[other] { NUMBER($count) } hlasů patří slovům, která už na výběr nejsou; kdo je dal, může vybrat znovu.
    }
rewards-card-credits = V titulcích: { $names }
rewards-card-state = { $open ->
        [yes] Je v nabídce.
       *[no] Není v nabídce; nikdo ji nevidí.
    }
rewards-lacks-content = Nejdřív napiš, co v ní je: tlačítko Texty.
rewards-lacks-day = Nejdřív řekni, odkdy to budou mít všichni: tlačítko Kdy a jak, „V nabídce do“.
rewards-lacks-shortness = Obsah se musí vejít do příspěvku, nejvýš 2 500 znaků: tlačítko Texty.
rewards-lacks-file = Nejdřív přilož soubor: tlačítko Soubor.
rewards-lacks-options = Nejdřív napiš aspoň dvě možnosti, každou na řádek: tlačítko Texty.
rewards-lacks-ref = Nejdřív vyber, co otevírá.
rewards-put-on-offer = Dát do nabídky
rewards-take-off-offer = Stáhnout z nabídky
rewards-is-open = „{ $title }“ je v nabídce. Členové ji vidí v /rewards.
rewards-is-shut = „{ $title }“ už v nabídce není. Kdo ji má, tomu zůstane.
rewards-remove = Smazat
rewards-remove-sure = Smazat „{ $title }“? Nikdo si ji ještě nevzal; její texty, termíny a kódy tím zmizí.
rewards-removed = „{ $title }“ je smazaná.
rewards-remove-open = „{ $title }“ je v nabídce. Nejdřív ji stáhni; nic se nesmazalo.
rewards-remove-claimed = „{ $title }“ už si někdo vzal, nebo se losovala, a tak zůstane těm, kdo ji měli. Mimo nabídku ji nikdo nevidí; nic se nesmazalo.
rewards-created = „{ $title }“ je založená. Zatím ji nikdo nevidí: řekni, co je na ni potřeba, a dej ji do nabídky.
rewards-saved = Uloženo.

## Tým: formuláře

rewards-form-words = Texty
rewards-form-numbers = Čísla
rewards-form-window = Kdy a jak
rewards-field-title = Název
    .help = nejvýš 80 písmen
rewards-field-about = Co to je
    .help = jedna dvě věty pro členy, nejvýš 600 písmen
rewards-field-content = Co je uvnitř
    .help = { $kind ->
        [vote] možnosti, každá na řádek
        [code] jak se kód použije; kódy samy mají vlastní tlačítko
        [slot] kde to je; vidí ten, kdo má místo
        [event] kde to je; vidí ten, kdo má místo
        [stream] adresa akce nebo streamu; vidí ji ten, kdo má místo
        [early] odkaz, kód nebo text: hned pro toho, kdo si ho vezme, a od chvíle, kdy nabídka končí, pro všechny
       *[other] co uvidí ten, kdo ji má, nejvýš 8 000 písmen
    }
rewards-field-price = Cena v bodech
    .help = celé číslo; 0 je zdarma
rewards-field-stock = Kolik jich je celkem
    .help = celé číslo; prázdné znamená bez omezení
rewards-field-per-member = Kolik jich může mít jeden člen
    .help = celé číslo od 1; prázdné znamená bez omezení
rewards-field-lasts-days = Kolik dní vydrží
    .help = celé číslo od 1; prázdné znamená napořád
rewards-field-cost = Kolik vás stojí jedna
    .help = celé číslo ve vaší měně, vidí jen tým; prázdné znamená nic
rewards-field-opens-at = V nabídce od
    .help = třeba „zítra 18:00“ nebo „2026-12-24 18:00“; prázdné znamená hned
rewards-field-closes-at = V nabídce do
    .help = třeba „pátek 20:00“ nebo „2026-12-24 18:00“; prázdné znamená napořád
rewards-field-hold-minutes = Kolik minut se místo drží
    .help = než se někdo rozmyslí; 0 vyzvedne hned
rewards-field-can-gift = Smí se darovat?
    .help = ano, nebo ne
rewards-field-wrong = { $label }: s „{ $given }“ si neporadím. Má to být: { $expected }. Nic se nezměnilo.
rewards-title-taken = Odměna „{ $title }“ už tu je. Vyber jiný název, nebo uprav tuhle přes /reward edit; nic se nezměnilo.
rewards-title-length = Název má 1 až { NUMBER($most) } písmen. Nic se nezměnilo.

## Tým: soubor

rewards-hand-in = Soubor
rewards-file-field = Soubor pro toho, kdo si ji vezme
rewards-file-limit = nejvýš { NUMBER($megabytes) } MB; nový nahradí ten předchozí
rewards-card-file = Je v ní: { $name }

## Tým: kódy

rewards-codes = Přidat kódy
rewards-codes-field = Kódy, každý na řádek
rewards-codes-added = { $count ->
        [one] { NUMBER($count) } nový kód
        [few] { NUMBER($count) } nové kódy
        [many] { NUMBER($count) } nového kódu
       *[other] { NUMBER($count) } nových kódů
    }{ $known ->
        [0] .
       *[more] ; známých už dřív: { NUMBER($known) }.
    }
rewards-codes-other = „{ $title }“ není odměna s kódy. Nic se neuložilo.
rewards-codes-wrong = Napiš každý kód na řádek, najednou nejvýš { NUMBER($most) } a každý nejvýš { NUMBER($longest) } písmen. Nic se neuložilo.

## Tým: lidé

rewards-people = Kdo ji má
rewards-people-title = Kdo má „{ $title }“
rewards-people-none = „{ $title }“ zatím nikdo nemá.
rewards-person = • { $name }{ $timed ->
        [yes] , { $when }
       *[no] { "" }
    }{ $state ->
        [held] , rozmýšlí se
        [delivering] , čeká na předání
       *[other] { "" }
    }{ $source ->
        [hand] , z ruky týmu
        [draw] , z losování
       *[other] { "" }
    }{ $came ->
        [yes] , s účastí
        [no] , bez účasti
       *[unknown] { "" }
    }
rewards-person-button = { $name }
rewards-host-grant = <b>{ $title }</b>
rewards-host-claimed = { $name } si bere „{ $title }“. Předej to a ťukni na tlačítko, nejpozději do { $days ->
        [one] { NUMBER($days) } dne
        [few] { NUMBER($days) } dnů
        [many] { NUMBER($days) } dne
       *[other] { NUMBER($days) } dnů
    }; pak se body vrátí.
rewards-host-failed = „{ $title }“ se nepodařilo doručit: { $problem }. Komu: { $name }. Body se vrátily.
rewards-delivered = Předáno
rewards-delivered-noted = Zapsáno: { $name } to má.
rewards-cannot = Nejde to
rewards-cannot-noted = Zapsáno: { $name } dostane body zpátky a dozví se to.
rewards-granted = { $name } teď má „{ $title }“.
rewards-grant-none = Už není žádné „{ $title }“, které by šlo dát. Další přidá /reward stock.
rewards-grant-timed = „{ $title }“ má termíny; členové si je vybírají sami. Nic se nerozdalo.
rewards-revoke = Vzít zpět
rewards-revoke-keep = Vzít zpět, body nevracet
rewards-revoke-none = { $name } nemá „{ $title }“. Nic se nezměnilo.
rewards-revoke-noted = Vzato zpět: { $name }.{ $points ->
        [0] { "" }
       *[more] { " " }Body zpět: { rewards-points-of }.
    }

## Seznam změn

rewards-create-changed = nová odměna: { $after }
rewards-edit-changed = změněná odměna: { $after }
rewards-remove-changed = odměna smazaná: { $after }
rewards-open-changed = { $after ->
        [yes] odměna dána do nabídky
       *[no] odměna stažena z nabídky
    }
rewards-grant-changed = odměna daná z ruky: { $after }
rewards-revoke-changed = odměna vzatá zpět: { $after }

## Termíny

cmd-reward-times = Podívej se na termíny odměny, nebo je přidej: ve svém pásmu, třeba i každý týden
    .name = times
opt-reward-times-reward = její název
    .name = odměna
opt-reward-times-when = kdy začne: „zítra 18:00“
    .name = kdy
opt-reward-times-minutes = kolik minut trvá
    .name = minuty
opt-reward-times-seats = kolik lidí může přijít
    .name = místa
opt-reward-times-weeks = kolik týdnů po sobě
    .name = týdny
rewards-times = Termíny
rewards-times-title = Termíny: „{ $title }“
rewards-times-none = „{ $title }“ nemá žádné další termíny. Přidá je /reward times
rewards-times-added = { $count ->
        [0] Ten termín tu už byl; nic se nezměnilo.
        [one] Přibyl { NUMBER($count) } termín.
        [few] Přibyly { NUMBER($count) } termíny.
        [many] Přibylo { NUMBER($count) } termínu.
       *[other] Přibylo { NUMBER($count) } termínů.
    }
rewards-times-other = „{ $title }“ termíny nemá. Mají je termín a akce; nic se nezměnilo.
rewards-times-past = { $when } už bylo. Vyber chvíli, která teprve přijde; nic se nezměnilo.
rewards-time-line = • { $when }, { NUMBER($minutes) } min: obsazeno { NUMBER($taken) }, { $left ->
        [-1] bez omezení
       *[more] volných { NUMBER($left) }
    }
rewards-time-title = { $title }, { $when }
rewards-time-empty = Místo zatím nikdo nemá.
rewards-time-gone = Ten termín „{ $title }“ už začal, nebo byl zrušený dřív. Nic se nezměnilo.
rewards-time-change = Délka a místa
rewards-time-minutes = Kolik minut zabere
rewards-time-seats = Kolik lidí může přijít; prázdné bez omezení
rewards-time-wrong = „{ $given }“ neumím použít. Čekám celé číslo od { NUMBER($least) } do { NUMBER($most) }. Nic se nezměnilo.
rewards-time-taken = { $taken ->
        [one] { NUMBER($taken) } místo je obsazené, méně jich být nemůže.
        [few] { NUMBER($taken) } místa jsou obsazená, méně jich být nemůže.
        [many] { NUMBER($taken) } místa je obsazeno, méně jich být nemůže.
       *[other] { NUMBER($taken) } míst je obsazených, méně jich být nemůže.
    } Nic se nezměnilo.
rewards-takes = „{ $title }“, { $when }, nově potrvá { $minutes ->
        [one] { NUMBER($minutes) } minutu
        [few] { NUMBER($minutes) } minuty
        [many] { NUMBER($minutes) } minuty
       *[other] { NUMBER($minutes) } minut
    }. Nový soubor do kalendáře je pod tlačítkem.
rewards-call-off = Zrušit termín
rewards-call-off-sure = Zrušit „{ $title }“, { $when }? Kdo má místo, dozví se to a dostane body zpátky.
rewards-off = „{ $title }“, { $when }, se ruší. { $count ->
        [0] Místo neměl nikdo.
        [one] Dozví se to { NUMBER($count) } člověk a body se mu vrátí.
        [few] Dozvědí se to { NUMBER($count) } lidé a body se jim vrátí.
        [many] Dozví se to { NUMBER($count) } člověka a body se vrátí.
       *[other] Dozví se to { NUMBER($count) } lidí a body se jim vrátí.
    }
rewards-called-off = „{ $title }“ se ruší.{ $points ->
        [0] { "" }
       *[more] { " " }Zpátky máš { rewards-points-of }.
    } Jiné termíny ukáže /rewards.
rewards-tomorrow = „{ $title }“: { $when }. Kdyby ti to nevyšlo, vzdej se místa včas; třeba na něj někdo čeká.
rewards-soon = „{ $title }“ za chvíli začíná: { $when }. Těšíme se na tebe.
rewards-who-came = „{ $title }“, { $when }, je za námi. Kdo přišel?
rewards-came = Účast: ano
rewards-not-came = Účast: ne
rewards-not-begun = „{ $title }“ ještě nezačalo, nebo to místo už nikdo nemá. Nic se nezapsalo.
rewards-missed = Místo na „{ $title }“ zůstalo prázdné. Jiné si můžeš vzít až { $days ->
        [one] { NUMBER($days) } den
        [few] { NUMBER($days) } dny
        [many] { NUMBER($days) } dne
       *[other] { NUMBER($days) } dní
    } po tomhle termínu. Jestli to nesedí, napiš někomu z týmu.
rewards-host-booked = Na „{ $title }“ přijde { $name }: { $when }.
rewards-seat = • { $when }, { $mine ->
        [yes] tady máš místo
       *[no] { rewards-left-of }
    }

## Role a místnosti

rewards-targets = Co otevírá
rewards-targets-which = { $kind ->
        [role] Kterou roli dává „{ $title }“?
       *[room] Kterou místnost otevírá „{ $title }“?
    }
rewards-target-other = Jiná: { $name }
rewards-target-field = { $kind ->
        [role] Role
       *[room] Místnost
    }
rewards-target-help = { $kind ->
        [role] číslo role, nebo text štítku tam, kde síť ukazuje štítky
       *[room] číslo kanálu, vlákna nebo skupiny
    }
rewards-target-refused = { $name } dát nejde: { $why } Nic se nezměnilo.
rewards-card-ref = { $kind ->
        [role] Dává roli { $name }.
       *[room] Otevírá { $name }.
    }
rewards-stands = { $kind ->
        [role] U jména máš { $name }.
       *[room] Máš vstup: { $name }.
    }
rewards-way = Požádej o vstup tady a hned tě pustím: { $address }
rewards-here = „{ $title }“ už máš: { $name }.
rewards-stock-given = Od „{ $title }“ je už rozdáno { NUMBER($given) }; méně jich být nemůže. Nic se nezměnilo.
rewards-stock-wrong = Napiš celé číslo od 0 do { NUMBER($most) }. Nic se nezměnilo.

## Co ji odemyká

rewards-rule-none = „{ $title }“ může mít kdokoli. Přidej podmínku a bude jen pro toho, kdo ji splní.

## Losování

cmd-draw-start = Vylosuj odměnu mezi těmi, kdo ji smějí mít; každý si ověří, že to bylo poctivé
    .name = start
opt-draw-start-reward = její název
    .name = odměna
opt-draw-start-winners = kolik lidí vyhraje
    .name = výherci
opt-draw-start-closes = do kdy se dá přihlásit: „zítra 20:00“
    .name = do-kdy
opt-draw-start-weights = jestli mají všechny lístky stejnou váhu, nebo větší za každý stream
    .name = váha
    .equal = stejná, equal
    .streams = streamy, streams
cmd-draw-close = Uzavři otevřené losování dřív
    .name = close
cmd-draw-cancel = Zruš otevřené losování; nikdo nevyhraje a nic už nezůstane stranou
    .name = cancel
cmd-draw-check = Ověř poslední losování: seznam, slib, tajemství a kdo vyhrál
    .name = check
rewards-draw-open-post =
    Losujeme: <b>{ $title }</b>. { $winners ->
        [one] Vyhraje { NUMBER($winners) } člověk
        [few] Vyhrají { NUMBER($winners) } lidé
        [many] Vyhraje { NUMBER($winners) } člověka
       *[other] Vyhraje { NUMBER($winners) } lidí
    }; přihlásit se dá do: { $closes }.{ $weights ->
        [streams] { " " }Každý lístek platí jednou a ještě jednou za každý stream s tvou účastí, nejvýš desetkrát.
       *[equal] { "" }
    }
    Tajemství, které rozhodne, už je na světě. Jeho otisk: <code>{ $commitment }</code>
rewards-draw-enter = Jdu do toho
rewards-draw-entered = { $new ->
        [yes] Losování „{ $title }“: jsi v něm.
       *[no] Losování „{ $title }“: už v něm jsi.
    } Tvůj lístek: <code>{ $ticket }</code>{ $weight ->
        [one] .
        [few] , platí { NUMBER($weight) }krát.
        [many] , platí { NUMBER($weight) }krát.
       *[other] , platí { NUMBER($weight) }krát.
    } Nech si ho: najdeš ho v seznamu.
rewards-draw-closed-post =
    Losování <b>{ $title }</b> je uzavřené; { $count ->
        [0] není v něm žádný lístek
        [one] je v něm { NUMBER($count) } lístek
        [few] jsou v něm { NUMBER($count) } lístky
        [many] je v něm { NUMBER($count) } lístku
       *[other] je v něm { NUMBER($count) } lístků
    }. Seznam už se nezmění a podívat se na něj může každý. Jeho otisk: <code>{ $fingerprint }</code>
    Losuje se za { NUMBER($minutes) } minut.
rewards-draw-drawn-post =
    Vylosováno: <b>{ $title }</b>. { $count ->
        [0] Nikdo se nepřihlásil.
        [one] Vyhrál lístek <code>{ $tickets }</code>
        [few] Vyhrály lístky <code>{ $tickets }</code>
        [many] Vyhrály lístky <code>{ $tickets }</code>
       *[other] Vyhrály lístky <code>{ $tickets }</code>
    }
    Tajemství: <code>{ $secret }</code>. Jedno ťuknutí všechno ověří.
rewards-draw-won = Tvůj lístek { $ticket } vyhrál „{ $title }“. Je to tvoje.
rewards-draw-short = V losování vyhrál lístek { $ticket } odměnu „{ $title }“, ale žádná už nezbyla. Další přidá /reward stock a předá ji /reward grant.
rewards-draw-started = Losování „{ $title }“ je otevřené do: { $when }. { $winners ->
        [one] Pro výhru je stranou { NUMBER($winners) }.
        [few] Pro výhry jsou stranou { NUMBER($winners) }.
        [many] Pro výhry je stranou { NUMBER($winners) }.
       *[other] Pro výhry je stranou { NUMBER($winners) }.
    }
rewards-draw-close = Uzavřít hned
rewards-draw-close-sure = Uzavřít losování „{ $title }“ dřív? Pak už se nikdo nepřihlásí a všichni se to dozvědí.
rewards-draw-is-closed = Losování „{ $title }“ je uzavřené. Losuje se za deset minut.
rewards-draw-cancel = Zrušit
rewards-draw-cancel-sure = Zrušit losování „{ $title }“? Nikdo nevyhraje a všichni se to dozvědí. Po uzavření už to nepůjde.
rewards-draw-is-off = Losování „{ $title }“ je zrušené. Co bylo stranou, je zase k mání.
rewards-draw-off = Losování „{ $title }“ bylo zrušené, než se uzavřelo; nikdo nevyhrál.
rewards-draw-off-post = Losování <b>{ $title }</b> je zrušené. Nikdo nevyhraje; lístky nic nestály.
rewards-draw-check = Ověřit
rewards-draw-title = <b>Losování „{ $title }“</b>: { $winners ->
        [one] vyhrává { NUMBER($winners) } člověk
        [few] vyhrávají { NUMBER($winners) } lidé
        [many] vyhrává { NUMBER($winners) } člověka
       *[other] vyhrává { NUMBER($winners) } lidí
    }, { $weights ->
        [streams] lístky platí jednou a ještě jednou za každý stream, nejvýš desetkrát.
       *[equal] všechny lístky mají stejnou váhu.
    }
rewards-draw-promise = Otisk tajemství, řečený na začátku: <code>{ $commitment }</code>
rewards-draw-still-open = Otevřené je do: { $when }.
rewards-draw-list = Seznam je v souboru: { $count ->
        [one] { NUMBER($count) } lístek
        [few] { NUMBER($count) } lístky
        [many] { NUMBER($count) } lístku
       *[other] { NUMBER($count) } lístků
    }. Jeho otisk, řečený před losováním: <code>{ $fingerprint }</code>
rewards-draw-secret = Tajemství: <code>{ $secret }</code>
rewards-draw-order = Vyhrály: <code>{ $tickets }</code>
rewards-draw-holds = { $fair ->
        [yes] Spočítal jsem to znovu: tajemství, seznam a výherci k sobě sedí. Jak si to spočítat, říká README Afterglow.
       *[no] Spočítal jsem to znovu a nesedí to. Dej vědět moderátorovi.
    }
rewards-draw-own = Tvůj lístek: <code>{ $ticket }</code>, platí { $weight ->
        [one] jednou
        [few] { NUMBER($weight) }krát
        [many] { NUMBER($weight) }krát
       *[other] { NUMBER($weight) }krát
    }.
rewards-draw-none = Žádné losování tu není. Moderátor ho začne přes /draw start.
rewards-draw-closed = Losování „{ $title }“ je uzavřené. Seznam ukáže „Ověřit“.
rewards-draw-locked = Losuje se mezi těmi, kdo smějí mít „{ $title }“; co ti chybí, ukáže /rewards. V losování nejsi.
rewards-draw-full = Losování „{ $title }“ je plné. V losování nejsi.
rewards-draw-timed = „{ $title }“ má termíny, losovat ji nejde. Nic nezačalo.
rewards-draw-past = { $when } už bylo. Vyber chvíli, která teprve přijde; nic nezačalo.
rewards-draw-few = Od „{ $title }“ zbývá jen { NUMBER($left) }. Další přidá /reward stock, nebo ať vyhraje méně lidí; nic nezačalo.
rewards-draw-changed = začalo losování: { $after }
rewards-draw-off-changed = losování zrušené: { $after }
rewards-draw-shut-changed = losování uzavřené dřív: { $after }
rewards-target-gone = To už tam není. Vyber znovu; nic se nezměnilo.

## V tom, co ukazují jiní

rewards-next-there = „{ $title }“ si můžeš vzít: /rewards
rewards-goal-there = můžeš si vzít
rewards-next = Další odměna: „{ $title }“, až přibude: { $missing }.
rewards-more-points = { $points ->
        [one] { NUMBER($points) } bod
        [few] { NUMBER($points) } body
        [many] { NUMBER($points) } bodu
       *[other] { NUMBER($points) } bodů
    }
rewards-cue-draw = Losování „{ $title }“ je otevřené do: { $closes }; { $count ->
        [0] zatím v něm nikdo není.
        [one] je v něm { NUMBER($count) } člověk.
        [few] jsou v něm { NUMBER($count) } lidé.
        [many] je v něm { NUMBER($count) } člověka.
       *[other] je v něm { NUMBER($count) } lidí.
    }
rewards-cue-few = „{ $title }“: { $left ->
        [one] zbývá { NUMBER($left) }.
        [few] zbývají { NUMBER($left) }.
        [many] zbývá { NUMBER($left) }.
       *[other] zbývá { NUMBER($left) }.
    }
rewards-cue-vote = Hlasování „{ $title }“ je otevřené.
rewards-cue-waits = { $count ->
        [one] { NUMBER($count) } odměna čeká na předání
        [few] { NUMBER($count) } odměny čekají na předání
        [many] { NUMBER($count) } odměny čeká na předání
       *[other] { NUMBER($count) } odměn čeká na předání
    }: /reward list
rewards-recap = Vyzvednuté odměny: { $rewards }
rewards-gift-returned = { $name } si tvůj dárek „{ $title }“ vzít nemůže.{ $points ->
        [0] { "" }
       *[more] { " " }Zpátky máš { rewards-points-of }.
    }
rewards-host-off = { $name } už „{ $title }“ nechce.{ $points ->
        [0] { "" }
       *[more] { " " }Body se vracejí: { rewards-points-of }.
    } Nepředávej to; jestli už je předáno, ťukni na „Předáno“ a dozvíš se, co s tím.
rewards-host-given-up = Na „{ $title }“ nakonec nepřijde { $name }: { $when }.
rewards-announce = Říct všem
rewards-announced = { $posted ->
        [yes] O „{ $title }“ si teď může přečíst každý.
       *[no] O „{ $title }“ už se dnes psalo, nebo není kam psát. Nic nového nevyšlo.
    }
rewards-offer-post =
    Nově k mání: <b>{ $title }</b>, { rewards-cost-of }.{ $described ->
        [yes] { " " }{ $about }
       *[no] { "" }
    }
rewards-claimed-called = Vyzvednuté odměny
rewards-claimed-says = { $count ->
        [one] { $amount } vyzvednutá odměna
        [few] { $amount } vyzvednuté odměny
        [many] { $amount } vyzvednuté odměny
       *[other] { $amount } vyzvednutých odměn
    }
rewards-claimed-missing = { $count ->
        [one] { NUMBER($count) } vyzvednutá odměna
        [few] { NUMBER($count) } vyzvednuté odměny
        [many] { NUMBER($count) } vyzvednuté odměny
       *[other] { NUMBER($count) } vyzvednutých odměn
    }
rewards-target-new = Nové soukromé vlákno: { $name }
rewards-over-for-you = „{ $title }“ už nemáš. Jestli se dá získat znovu, ukáže /rewards.
