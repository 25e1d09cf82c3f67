### Asistent: odpovídá z vlastních textů komunity.

assistant-title = Asistent
assistant-about = Odpovídá na otázky členů z vašich vlastních textů, nebo nabídne člověka.

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
assistant-setting-most-handed-in-a-day = Kolik otázek za den smí jeden člověk předat týmu
assistant-setting-phrasing = Odpovědi formulované AI
assistant-setting-phrasing-takes = ano, nebo ne: s ano odejde otázka položená přes /ask spolu s nejvýš třemi vašimi texty, které k ní patří, na AI server, který si zvolil provozovatel bota; odpoví jazykem toho, kdo se ptá, a pod odpovědí jsou zdroje. Všem to řekne /privacy

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
assistant-read = Přečíst
assistant-ask-person = Zeptat se člověka
assistant-entry-gone = Tohle už tu není. Zeptej se znovu přes /ask.
assistant-question-gone = Ta otázka už tu není: co se nikomu nepředá, to za den zapomenu. Zeptej se znovu přes /ask.
assistant-handed = { $new ->
        [yes] Tým tvoji otázku má. Odpověď ti přijde soukromě.
       *[no] Tým už tvoji otázku má. Odpověď ti přijde soukromě.
    }
assistant-handed-enough = { $most ->
        [one] Za den předám týmu od jednoho člověka jednu otázku a ta tvoje už je na cestě.
        [few] Za den předám týmu od jednoho člověka { $most } otázky a ty tvoje už jsou na cestě.
        [many] Za den předám týmu od jednoho člověka { $most } otázky a ty tvoje už jsou na cestě.
       *[other] Za den předám týmu od jednoho člověka { $most } otázek a ty tvoje už jsou na cestě.
    } Tuhle pošli zítra: { $text }

## Tým

assistant-post = <b>{ $who }</b> se ptá a já odpověď nemám:
    „{ $text }“{ $state ->
        [answered] { " " }Odpovídá { $host }.
       *[open] { "" }
    }
assistant-answer = Odpovědět osobně
assistant-answer-title = Odpověď pro: { $name }
assistant-field-answer = Tvoje odpověď
assistant-answer-sent = Odpověď je na cestě. Komu: { $name }.
assistant-answer-length = Odpověď má mít 1 až { NUMBER($most) } znaků, takže se nic neposlalo. Tvůj text: { $text }
assistant-answered-before = { $named ->
        [yes] Odpověď už poslal někdo jiný ({ $host }), takže se nic neposlalo.
       *[no] Odpověď už poslal někdo jiný, takže se nic neposlalo.
    }{ $written ->
        [yes] { " " }Tvůj text: { $text }
       *[no] { "" }
    }
assistant-answer-message = <b>{ $host }</b> odpovídá na tvoji otázku („{ $quoted }“):
    { $text }
assistant-status = { $count ->
        [one] Jedna otázka čeká na člověka.
        [few] { $count } otázky čekají na člověka.
        [many] { $count } otázky čeká na člověka.
       *[other] { $count } otázek čeká na člověka.
    }

## AI server

assistant-sent-out =
    <b>Co odtud odchází</b>
    Když se zeptáš přes /ask a já odpověď znám, odejde tvoje otázka a nejvýš tři texty téhle komunity, které k ní patří, na { $server }, kde odpověď zformuluje AI. Neodejde tam tvoje jméno ani účet, ani nic, co mi píšou ostatní; tvoje otázky od otázek ostatních odlišuje vymyšlený kód, který mimo mě nic neznamená. Co se tam uchová, je na tom, kdo ten server provozuje, tak se neptej na nic, co má zůstat tady.
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
assistant-file-limit = Markdown s nadpisy, CSV (otázka;odpověď, nebo tabulka) nebo text; nejvýš { $megabytes } MB
assistant-language = { $language ->
        [cs] čeština
        [en] angličtina
       *[other] { $language }
    }
assistant-entry-about = Jazyk: { assistant-language }{ $tagged ->
        [yes] . Štítky: { $tags }
       *[no] { "" }
    }
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
