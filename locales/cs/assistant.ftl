### Asistent: odpovídá z vlastních textů komunity.

assistant-title = Asistent
assistant-about = Odpovídá na otázky členů z vašich vlastních textů, nebo jim dá promluvit s člověkem.

## Příkazy

cmd-ask = Zeptej se; odpověď přijde z vlastních textů komunity, nebo od člověka
    .name = zeptat
opt-ask-question = co chceš vědět; bez toho se otevře formulář
    .name = otazka
cmd-faq-add = Přidej otázku s odpovědí k tomu, co bot ví
    .name = pridat
cmd-faq-list = Podívej se, na co bot umí odpovědět; můžeš to změnit i odebrat
    .name = seznam
cmd-faq-import = Nahraj otázky a odpovědi ze souboru: Markdown, CSV nebo text
    .name = nahrat
cmd-knowledge = Podívej se na dokumenty, ze kterých bot odpovídá, a případně je odeber
    .name = znalosti
cmd-talk = Promluv si soukromě s někým z týmu
    .name = mluvit
opt-talk-words = o co jde; bez toho se otevře formulář
    .name = slova
cmd-cases = Podívej se, kdo chce mluvit s člověkem, a odpověz
    .name = rozhovory
cmd-duty = Podívej se, kdo má službu pro otázky členů, a přihlas se k ní
    .name = sluzba
cmd-content-add = Dej do výběru článek, video nebo návod i s adresou
    .name = pridat
cmd-content-list = Podívej se, co stojí za přečtení a zhlédnutí
    .name = seznam
cmd-content-remove = Odeber něco z výběru
    .name = odebrat
opt-content-remove-title = jak se to jmenuje
    .name = nazev

## Nastavení

assistant-setting-least-confidence = Jak jistá musí odpověď být
assistant-setting-least-confidence-takes = procenta, 20 až 95: s vyšším číslem bot častěji mlčí a méně se plete
assistant-setting-most-handed-in-a-day = Kolikrát za den se jeden člověk smí obrátit na tým
assistant-setting-remind-after-minutes = Kdy hostitelům připomenout, že někdo čeká
assistant-setting-remind-after-minutes-takes = minuty, 5 až 720; znovu za trojnásobek a pak se člen dozví, že zatím nikdo nemohl odpovědět
assistant-setting-duty-hours = Po kolika hodinách služba skončí sama
assistant-setting-answers-in-public = Odpovědi v kanálu
assistant-setting-answers-in-public-takes = ano, nebo ne: s ano odpovím tomu, kdo se mě v kanálu zeptá jménem, přímo tam, kde to čtou všichni
assistant-setting-phrasing = Odpovědi formulované AI
assistant-setting-phrasing-takes = ano, nebo ne: s ano odejde otázka, kterou dostanu, spolu s nejvýš třemi vašimi texty, které k ní patří, na AI server, který si zvolil provozovatel bota; odpoví jazykem toho, kdo se ptá, a pod odpovědí jsou zdroje. Všem to řekne /privacy

## Ptaní

assistant-ask = Zeptat se
assistant-field-question = Co tě zajímá?
assistant-ask-empty = Nebylo v tom nic ke čtení. Zeptej se za /ask aspoň pár slovy.
assistant-ask-long = Je to delší než { NUMBER($most) } znaků, víc nečtu. Tady je tvůj text; zkrať ho a zeptej se znovu přes /ask: { $text }
assistant-sure = { $sure ->
        [yes] Tohle vím docela jistě:
       *[no] Nejspíš myslíš tohle:
    }
assistant-foreign = Mám to jen { assistant-named-language }.
assistant-named-language = { $language ->
        [cs] česky
        [en] anglicky
       *[other] v jiném jazyce ({ $language })
    }
assistant-entry = <b>{ $title }</b>
assistant-source = <i>{ $kind ->
        [document] Zdroj: { $name }
        [shelf] Zdroj: náš výběr
       *[faq] Zdroj: časté otázky
    }</i>
assistant-worded = <i>Formulovala to AI; platí, co je ve zdroji:</i>
assistant-cited = • { $title } ({ $source })
assistant-read-source = Přečíst zdroj
assistant-unknown = { $known ->
        [yes] V tom, co tu vím, na to odpověď není, a hádat nechci. Má ti odpovědět člověk?
       *[no] Zatím mě tu nikdo nic nenaučil, takže odpověď nemám. Má ti odpovědět člověk?
    }
assistant-near = Jistou odpověď na to nemám. { $several ->
        [yes] Nemyslíš něco z tohohle? Jestli ne, odpoví ti člověk.
       *[no] Nemyslíš tohle? Jestli ne, odpoví ti člověk.
    }
assistant-perhaps-a-form = Pokud to byla odpověď do mého formuláře, ten už je zavřený: otevři ho znovu jeho tlačítkem.
assistant-smalltalk = { $kind ->
        [greeting] Ahoj! Zeptej se pár slovy a já se podívám do toho, co má komunita napsané. Co dalšího umím, ukáže /help.
       *[thanks] Rádo se stalo.
    }
assistant-read = Přečíst
assistant-entry-gone = Tohle už tu není. Zeptej se znovu přes /ask.
assistant-question-not-yours = Na tohle se ptal někdo jiný. Zeptej se přes /ask a člověk může odpovědět i tobě.
assistant-question-gone = Ta otázka už tu není: co se nikomu nepředá, to za den zapomenu. Zeptej se znovu přes /ask.

## Rozhovor s člověkem

assistant-offer = { $why ->
        [person] Jestli chceš radši mluvit s člověkem, stiskni tlačítko; sám nikam nic nepředávám.
        [upset] Asi ti tu moc nepomáhám. Může si to převzít někdo z týmu.
       *[again] Na tohle byla řeč před chvílí, takže moje odpověď asi není to, co potřebuješ. Může si to převzít někdo z týmu.
    }
assistant-ask-person = Zeptat se člověka
assistant-case-talk = Mluvit s člověkem
assistant-case-field = O co jde?
assistant-case-more = Něco dodat
assistant-case-reply = Odpovědět
assistant-case-that-is-all = To je všechno, díky
assistant-case-words = Přidat pár slov
assistant-case-gone = Ten rozhovor už tu není. Nový začneš přes /talk.
assistant-case-length = Zpráva pro člověka má mít 1 až { NUMBER($most) } znaků, takže se nic neposlalo.{ $written ->
        [yes] { " " }Tvůj text: { $text }
       *[no] { "" }
    }
assistant-case-fast = { $most ->
        [one] Do jednoho rozhovoru se za hodinu vejde jedna zpráva
        [few] Do jednoho rozhovoru se za hodinu vejdou { $most } zprávy
        [many] Do jednoho rozhovoru se za hodinu vejde { $most } zprávy
       *[other] Do jednoho rozhovoru se za hodinu vejde { $most } zpráv
    }, takže tahle se neposlala. Pošli ji o chvíli později: { $text }
assistant-handed-enough = Na tým se dá obrátit nejvýš { $most }krát za den a to už máš dnes za sebou. Tohle pošli zítra: { $text }
assistant-case-passed = { $how ->
        [new] Tým má, co píšeš. Odpověď ti přijde soukromě.
        [more] Tým má i tohle.
       *[again] Tohle už tým má.
    }
assistant-case-passed-over = Tohle už tým od tebe dostal a ten rozhovor skončil. Nový začneš přes /talk.
assistant-case-staffed = Službu teď má: { $names }.{ $known ->
        [yes] { " " }Obvyklá doba do první odpovědi: { $usual }.
       *[no] { "" }
    }
assistant-case-nobody = Z týmu teď nikdo nemá službu. Tvoje slova počkají, nic se neztratí.{ $known ->
        [yes] { " " }Obvyklá doba do první odpovědi: { $usual }.
       *[no] { "" }
    }
assistant-case-passed-on = { $again ->
        [yes] { assistant-case-host } už to má.
       *[no] { assistant-case-host } teď má i tohle.
    }
assistant-case-host = { $named ->
        [yes] { $host }
       *[no] Tým
    }
assistant-case-not-passed-on = { $named ->
        [yes] Z týmu s tebou mluví { $host }, takže neodpovídám. Tohle jsem nikomu nepředal: přidej to tlačítkem.
       *[no] Někdo z týmu s tebou mluví, takže neodpovídám. Tohle jsem nikomu nepředal: přidej to tlačítkem.
    }
assistant-case-silent = { $named ->
        [yes] Mluví s tebou { $host }, takže mlčím; předávám to dál.
       *[no] Mluví s tebou člověk, takže mlčím; předávám to dál.
    } Jestli už je to všechno, dej vědět a zase odpovídám já.
assistant-case-told-taken = <b>{ $host }</b> má, co píšeš, a odpoví ti tady. Dokud váš rozhovor neskončí, mlčím.
assistant-case-told-released = <b>{ $host }</b> to nechává ostatním z týmu. Co píšeš, na ně čeká dál; zatím zase odpovídám já.
assistant-case-told-said = <b>{ $host }</b> ti píše:
    { $text }
assistant-case-told-unanswered = Nikdo z týmu ti zatím nemohl odpovědět; radši ti to řeknu, než aby čekání nemělo konec. Tvoje slova tu zůstávají a týmu je připomínám. Můžeš něco dodat, zkusit /ask, nebo to ukončit.
assistant-case-told-over = { $how ->
        [quiet] Tři dny tu nebylo nic nového, takže rozhovor s týmem skončil. Zase odpovídám já.
       *[host] { $rated ->
            [yes] { $host } tě předává zpátky mně: od teď zase odpovídám já.
           *[no] { $host } tvůj rozhovor zavírá bez odpovědi. Jestli ji pořád potřebuješ, začni znovu přes /talk.
        }
    }{ $rated ->
        [yes] { " " }Kolik hvězdiček dáš za pomoc?
       *[no] { "" }
    }
assistant-case-done = { $new ->
        [yes] Dobře, rozhovor s týmem skončil. Zase odpovídám já.
       *[no] Ten rozhovor už skončil. Zase odpovídám já.
    }{ $rated ->
        [yes] { " " }Kolik hvězdiček dáš za pomoc?
       *[no] { "" }
    }
assistant-case-rated = { $new ->
        [yes] Díky za { $stars }.
       *[no] Už tu od tebe je { $stars } a při tom zůstane.
    }
assistant-case-words-kept = Díky, tým si to přečte.
assistant-case-not-rated = Není tu žádná pomoc, za kterou by šly dát hvězdičky.
assistant-case-remarked = Slova patří k hvězdičkám a jdou přidat jednou, takže tahle se neuložila. Tvůj text: { $text }

## Tým

assistant-case-post = <b>{ $who }</b> chce mluvit s člověkem (#{ $number }). { $state ->
        [new] { $staffed ->
            [yes] Zatím to nikdo nemá. Službu má: { $duty }.
           *[no] Zatím to nikdo nemá a nikdo nemá službu (/duty).
        }
        { $lines }
        [waiting] Má to { assistant-case-host-small } a čeká se na odpověď.
        { $lines }
        [open] Odpovídá { assistant-case-host-small }.
        { $lines }
       *[closed] { assistant-case-end }
    }
assistant-case-host-small = { $named ->
        [yes] { $host }
       *[no] tým
    }
assistant-case-end = { $how ->
        [member] Konec: to bylo všechno.
        [host] Konec, zavírá { assistant-case-host-small }.
        [left] Konec: v komunitě už není.
       *[quiet] Konec: tři dny nic nového.
    }{ $starred ->
        [yes] { " " }{ $stars }
       *[no] { "" }
    }{ $remarked ->
        [yes] { " " }„{ $remark }“
       *[no] { "" }
    }
assistant-case-line = { $kind ->
        [member] <b>{ $who }</b>: { $text }
        [host] <b>{ assistant-case-speaker }</b>: { $text }
        [taken] <i>{ assistant-case-speaker } si to bere.</i>
        [released] <i>{ assistant-case-speaker } to nechává ostatním.</i>
        [unanswered] <i>Bot oznamuje, že zatím nikdo nemohl odpovědět.</i>
       *[closed] <i>Konec.</i>
    }
assistant-case-speaker = { $named ->
        [yes] { $who }
       *[no] Někdo z týmu
    }
assistant-case-nudge = { $why ->
        [new] { $who } chce mluvit s člověkem (#{ $number }) a službu máš ty.
        [more] { $who } píše dál (#{ $number }).
       *[waits] { $who } pořád čeká na odpověď (#{ $number }).
    }
assistant-case-reminder = { $taken ->
        [yes] Rozhovor #{ $number } čeká na odpověď ({ $span }). Kdo ho má, možná tu není: převzít ho může kdokoli.
       *[no] Rozhovor #{ $number } čeká na odpověď ({ $span }) a nikdo ho nemá.
    }
assistant-case-reminder-done = Rozhovor #{ $number } čekal na odpověď; už je to vyřízené.
assistant-case-title = #{ $number } { $who }
assistant-case-state = { $state ->
        [new] Nikdo to nemá. Čeká od: { $since }.
        [waiting] Má to { assistant-case-host-small }. Čeká od: { $since }.
        [open] Odpovídá { assistant-case-host-small }, { $since }.
       *[closed] { assistant-case-end }
    }
assistant-case-goes-on = Navazuje na #{ $number }.
assistant-case-look = Podívat se
assistant-case-take = Beru si to
assistant-case-take-over = Převzít
assistant-case-release = Nechat ostatním
assistant-case-back = Předat zpátky botovi
assistant-case-close = Zavřít
assistant-case-transcript = Přepis
assistant-case-file = Jako textový soubor
assistant-case-back-to = Zpátky k rozhovoru
assistant-case-transcript-of = Přepis #{ $number }, { $who }
assistant-case-at = <i>{ $at }</i> { $said }
assistant-case-has = Rozhovor #{ $number } má { $host }. Převezmi ho jen po domluvě: dvě odpovědi najednou matou.
assistant-case-is-yours = Je to tvoje: když přijde něco dalšího, dám ti soukromě vědět, a odpovědi nechávám na tobě.
assistant-case-released = Je volný pro ostatní a čeká.
assistant-case-closed = Rozhovor skončil a bot zase odpovídá.
assistant-case-over = Rozhovor #{ $number } už skončil{ $how ->
        [member] { " " }(prý to bylo všechno)
        [left] { " " }(v komunitě už není)
       *[other] { "" }
    }, takže se nic nestalo.{ $written ->
        [yes] { " " }Tvůj text: { $text }
       *[no] { "" }
    }
assistant-case-taken = Rozhovor #{ $number } má { $host }, takže se nic nestalo. Nejdřív ho můžeš převzít (/cases).{ $written ->
        [yes] { " " }Tvůj text: { $text }
       *[no] { "" }
    }
assistant-answer-title = Pro: { $name }
assistant-field-answer = Tvoje slova
assistant-answer-sent = Tvoje slova jsou na cestě. Komu: { $name }.
assistant-cases = Rozhovory s týmem
assistant-cases-all = Všechny rozhovory
assistant-cases-none = Zatím nikdo nechtěl mluvit s člověkem.
assistant-cases-line = • #{ $number } { $who }: { $state ->
        [new] čeká, { $since }
        [waiting] čeká na odpověď, má to { $host }, { $since }
        [open] odpovídá { $host }, { $since }
       *[closed] konec, { $since }
    }{ $starred ->
        [yes] { " " }{ $stars }
       *[no] { "" }
    }
assistant-duty = Služba
assistant-duty-on = Mám službu
assistant-duty-off = Končím službu
assistant-duty-begun = Máš službu: nové otázky ti přijdou i soukromě.
assistant-duty-ended = Služba ti skončila.
assistant-duty-now = { $some ->
        [yes] Službu má: { $names }.
       *[no] Službu nemá nikdo.
    }
assistant-duty-waiting = { $count ->
        [0] Na odpověď nic nečeká.
        [one] Na odpověď čeká jeden rozhovor:
        [few] Na odpověď čekají { $count } rozhovory:
        [many] Na odpověď čeká { $count } rozhovoru:
       *[other] Na odpověď čeká { $count } rozhovorů:
    }
assistant-status = { $count ->
        [one] Jeden rozhovor čeká na člověka.
        [few] { $count } rozhovory čekají na člověka.
        [many] { $count } rozhovoru čeká na člověka.
       *[other] { $count } rozhovorů čeká na člověka.
    }{ $staffed ->
        [yes] { "" }
       *[no] { " " }Službu nemá nikdo (/duty).
    }
assistant-status-stars = Pomoc od člověka: průměrně { NUMBER($mean) } z 5 hvězdiček.

## AI server

assistant-sent-out = Když se mě zeptáš a já odpověď znám, odejde tvoje otázka a nejvýš tři texty téhle komunity, které k ní patří, na { $server }, kde odpověď zformuluje AI. Neodejde tam tvoje jméno ani účet, ani nic, co mi píšou ostatní; tvoje otázky od otázek ostatních odlišuje vymyšlený kód, který mimo mě nic neznamená. Co se tam uchová, je na tom, kdo ten server provozuje, tak se neptej na nic, co má zůstat tady.
assistant-no-server = Odpovědi má formulovat AI, jenže provozovatel bota pro to nenastavil žádný AI server. Odpovídám tedy tím, co najdu.
assistant-spent = AI server: dnes spotřebováno { NUMBER($tokens) } z { NUMBER($budget) } tokenů, { $questions ->
        [one] na jednu otázku.
        [few] na { $questions } otázky.
        [many] na { $questions } otázky.
       *[other] na { $questions } otázek.
    }{ $counted ->
        [yes] { "" }
       *[no] { " " }U { NUMBER($untold) } z nich to server nespočítal, počítají se tedy jako nejvíc, co to mohlo být.
    }{ $resting ->
        [yes] { " " }Server selhává, chvíli se ho tedy neptám a odpovídám tím, co najdu.
       *[no] { "" }
    }

## Co bot ví

assistant-add = Přidat otázku
assistant-edit = Upravit
assistant-import = Nahrát soubor
assistant-remove = Odebrat
assistant-remove-named = Odebrat { $name }
assistant-faq = Na co umím odpovědět
assistant-knowledge = Dokumenty
assistant-content = Náš výběr
assistant-field-title = Otázka
assistant-field-body = Odpověď
assistant-field-language = Jazyk
assistant-field-tags = Štítky
    .help = oddělené čárkami
assistant-field-url = Webová adresa
assistant-field-file = Soubor
assistant-file-limit = Markdown s nadpisy, CSV (otázka;odpověď nebo jiná tabulka; jen s názvem, odkazem, kategorií a štítky naplní polici) nebo text; nejvýš { $megabytes } MB
assistant-language = { $language ->
        [cs] čeština
        [en] angličtina
       *[other] { $language }
    }
assistant-entry-about = Jazyk: { assistant-language }{ $tagged ->
        [yes] . Štítky: { $tags }
       *[no] { "" }
    }
assistant-learn = Naučit to bota
assistant-learn-help = Tohle pak může číst kdokoli: vynech jména a to, co se týká jen toho, kdo se ptal.
assistant-learn-nothing = Nikdo tam zatím neodpověděl, takže se není co učit.
assistant-added = Od teď na tohle odpovídám.
assistant-edited = Od teď odpovídám takhle.
assistant-removed = { $name } je pryč; nic už z toho neodpovím.
assistant-faq-none = Zatím neumím odpovědět na nic. Přidej otázku, nebo nahraj soubor.
assistant-faq-line = • { $title }{ $sourced ->
        [yes] { " " }<i>({ $source })</i>
       *[no] { "" }
    }
assistant-documents = Dokumenty
assistant-documents-none = Zatím tu žádné dokumenty nejsou. Nahraj soubor: Markdown, CSV nebo text.
assistant-document = • { $name }: { assistant-language }, { $sections ->
        [one] jeden oddíl
        [few] { $sections } oddíly
        [many] { $sections } oddílu
       *[other] { $sections } oddílů
    }
assistant-document-gone = Ten dokument už tu není. Co tu je, ukáže /knowledge.
assistant-imported = { $replaced ->
        [yes] { $name } nahrazuje to, co tu pod tím názvem bylo:
       *[no] { $name } je tu:
    } { $sections ->
        [one] jeden oddíl.
        [few] { $sections } oddíly.
        [many] { $sections } oddílu.
       *[other] { $sections } oddílů.
    }
assistant-entry-empty = Chybí otázka nebo odpověď, takže se nic neuložilo. Tvůj text: { $text }
assistant-entry-long = Otázka může mít { NUMBER($title) } znaků a odpověď { NUMBER($body) }, takže se nic neuložilo. Tvůj text: { $text }
assistant-no-address = { $url } není webová adresa; ta začíná na https://. Nic se neuložilo. Tvůj text: { $text }
assistant-no-language = Jazyk { $language } neumím; na výběr je: { $known }. Nic se neuložilo.
assistant-full = Pamatuju si nejvýš { NUMBER($most) } otázek a oddílů, takže se nic nepřidalo. Nejdřív něco odeber přes /faq list nebo /knowledge.
assistant-file-large = { $name } má víc než { $megabytes } MB, takže se nic neuložilo. Rozděl ho.
assistant-file-binary = { $name } není text, takže se nic neuložilo. Ulož ho jako Markdown, CSV nebo text.
assistant-file-empty = V souboru { $name } není nic, co by mohlo být odpovědí, takže se nic neuložilo. Pod nadpisem musí být text, pod záhlavím tabulky řádek.
assistant-file-many = { $name } má víc než { NUMBER($most) } oddílů, takže se nic neuložilo. Rozděl ho.
assistant-file-broken = { $name } není tabulka, která by se dala přečíst, takže se nic neuložilo. Ulož ji ještě jednou jako CSV.

## Výběr

assistant-shelve = Do výběru
assistant-field-content = Jak se to jmenuje
assistant-field-category = Kategorie
assistant-shelf = Stojí za přečtení a zhlédnutí
assistant-shelf-none = Ve výběru zatím nic není.
assistant-shelf-line = • { $link }{ $said ->
        [yes] { " " }<i>({ $about })</i>
       *[no] { "" }
    }
assistant-shelved = { $title } je ve výběru.
assistant-shelf-filled = { $lines ->
        [one] Na polici stojí jeden řádek z { $name }.
        [few] Na polici stojí { NUMBER($lines) } řádky z { $name }.
        [many] Na polici stojí { NUMBER($lines) } řádku z { $name }.
       *[other] Na polici stojí { NUMBER($lines) } řádků z { $name }.
    }{ $replaced ->
        [yes] { " " }Co tam pod stejnou adresou stálo, je teď nově.
       *[no] { "" }
    }
assistant-shelf-line-broken = Řádek { $number } v { $name } potřebuje název a webovou adresu, která začíná https://; má „{ $url }“. Nic jsem neuložil: oprav to a přines soubor znovu.
assistant-shelf-empty = Chybí název nebo webová adresa, takže se nic neuložilo. Tvůj text: { $text }
assistant-shelf-full = Ve výběru už je { NUMBER($most) } věcí a víc se jich nevejde. Nejdřív něco odeber přes /content remove. Tvůj text: { $text }
assistant-shelf-unknown = Ve výběru se nic nejmenuje { $asked }. Co tu je, ukáže /content list.
assistant-shelf-several = Názvem { $asked } toho ve výběru začíná víc. Napiš ho celý.

## Co se změnilo

assistant-add-changed = přidána otázka: { $after }
assistant-edit-changed = upravena otázka: { $after }
assistant-import-changed = nahrán dokument: { $after }
assistant-shelve-changed = přidáno do výběru: { $after }
assistant-remove-changed = odebráno: { $before }
