### Nápověda, doplňky, série zpráv, role, stav, změny a tlačítko, které všechno zastaví.

admin-title = Nápověda a správa
admin-about = Nápověda, nastavení, série zpráv, role a tlačítko, které všechno zastaví.

## Příkazy

cmd-help = Zjisti, co tu můžeš dělat
cmd-status = Podívej se, jestli je všechno v pořádku
cmd-everything-stop = Hned zastav každou zprávu, o kterou si nikdo neřekl
cmd-everything-resume = Pusť dál, co je zastavené
cmd-plugin-list = Podívej se na všechny doplňky a které jsou zapnuté
cmd-plugin-enable = Zapni doplněk
cmd-plugin-disable = Vypni doplněk
cmd-plugin-configure = Podívej se na nastavení doplňku, nebo ho změň
cmd-journey-list = Podívej se na všechny série zpráv a které běží
cmd-journey-show = Projdi si sérii krok za krokem
cmd-journey-preview = Podívej se, kdo by co a kdy dostal a kdo ne a proč
cmd-journey-test = Nech si zprávy série poslat na zkoušku
cmd-journey-edit = Změň, kdy, jak a co série píše
cmd-journey-approve = Pusť sérii, která čeká na schválení, nebo všechny série doplňku
cmd-journey-pause = Podrž zprávy série, dokud ji nepustíš dál
cmd-journey-resume = Pusť dál pozastavenou nebo zastavenou sérii
cmd-journey-start = Spusť jednorázovou sérii; předtím se ještě zeptám
cmd-journey-stop = Zastav sérii pro všechny; předtím se ještě zeptám
cmd-permission = Urči, kdo smí použít příkaz, nebo se podívej, co se změnilo
cmd-host-add = Přidej někoho k těm, kdo vysílají
cmd-host-remove = Udělej z moderátora vysílání zase člena
cmd-moderator-add = Udělej z někoho správce; ten smí i schvalovat, co upravili jiní
cmd-moderator-remove = Udělej ze správce zase člena
cmd-audit = Podívej se, kdo co změnil, a vrať to

opt-help-command = příkaz, třeba stream start
    .name = příkaz
opt-plugin-enable-name = jméno doplňku
    .name = jméno
opt-plugin-disable-name = jméno doplňku
    .name = jméno
opt-plugin-configure-name = jméno doplňku
    .name = jméno
opt-plugin-configure-key = které nastavení změnit
    .name = co
opt-plugin-configure-value = nová hodnota
    .name = hodnota
opt-journey-show-name = jméno série
    .name = jméno
opt-journey-preview-name = jméno série
    .name = jméno
opt-journey-test-name = jméno série
    .name = jméno
opt-journey-edit-name = jméno série
    .name = jméno
opt-journey-approve-name = jméno série
    .name = jméno
opt-journey-pause-name = jméno série
    .name = jméno
opt-journey-resume-name = jméno série
    .name = jméno
opt-journey-start-name = jméno série
    .name = jméno
opt-journey-stop-name = jméno série
    .name = jméno
opt-permission-command = příkaz; má-li víc slov, dej ho do uvozovek
    .name = příkaz
opt-permission-role = nejnižší role, která ho smí použít
    .name = role
    .member = člen, členové, všichni, každý
    .host = moderátor vysílání, moderátoři vysílání, kdo vysílá, kdo vysílají, hostitel
    .moderator = správce, správci, moderátor, moderátoři
    .owner = vlastník
opt-host-add-member = kdo
    .name = kdo
opt-host-remove-member = kdo
    .name = kdo
opt-moderator-add-member = kdo
    .name = kdo
opt-moderator-remove-member = kdo
    .name = kdo
opt-audit-page = kolikátá stránka, od 1
    .name = stránka

## Části všech obrazovek

admin-yes = ano
admin-no = ne
admin-nothing = nic
admin-quoted = „{ $text }“
admin-diff = { $what }: { $before } → { $after }
admin-undo = Vrátit
admin-undo-numbered = Vrátit { $entry }
admin-redo = Udělat znovu
admin-undone = Vráceno. Teď: { $what }

## Nápověda

admin-help-page = Nápověda
admin-help-title = Co tu můžeš dělat
admin-help-plugin = <b>{ $name }</b>
admin-help-line = <code>{ $command }</code> – { $what }
admin-help-more = Víc o jednom z nich: <code>/help PŘÍKAZ</code>
admin-help-who =
    { $role ->
        [member] Smí ho použít každý.
        [host] Pro ty, kdo vysílají, a pro správce.
        [moderator] Pro správce.
       *[owner] Pro vlastníka.
    }
admin-help-options = <b>Co se k němu píše</b>
admin-help-option =
    <code>{ $name }</code> – { $what }{ $closed ->
        [yes] : { $choices }
       *[no] { "" }
    }{ $required ->
        [yes] { "" }
       *[no] { " " }(nepovinné)
    }
admin-help-kind =
    { $kind ->
        [whole] celé číslo
        [number] číslo
        [yes_no] ano, nebo ne
        [member] jméno člena
        [moment] čas, třeba „zítra 18:30“ nebo „za 2 h“
        [choice] jedno z
       *[text] text
    }
admin-help-examples = <b>Příklady</b>
admin-help-example = <code>{ $example }</code>
admin-help-unknown =
    { $found ->
        [yes] Příkaz { $asked } tu pro tebe není. Nemá to být { $near }?
       *[no] Příkaz { $asked } tu pro tebe není. Které můžeš použít, ukáže /help.
    }

## Stav

admin-status-title = Stav
admin-status-stopped =
    { $named ->
        [yes] Všechno je zastavené ({ $since }, { $name }). Na co přijde čas, to počká, dokud to nepustíš dál.
       *[no] Všechno je zastavené ({ $since }). Na co přijde čas, to počká, dokud to nepustíš dál.
    }
admin-platform =
    { $name ->
        [local] Chat v terminálu
        [discord] Discord
        [telegram] Telegram
       *[other] { $name }
    }
admin-status-platform =
    { $running ->
        [yes] { admin-platform }: běží
       *[no] { admin-platform }: neběží. { $problem } Zkouší to dál; když to potrvá, zkontroluj token a síť.
    }
admin-status-live =
    { $titled ->
        [yes] Stream běží, začátek { $since }: { $title }
       *[no] Stream běží, začátek { $since }
    }
admin-status-last-stream =
    { $titled ->
        [yes] Nikdo nevysílá. Poslední stream, { $title }, skončil { $ended }.
       *[no] Nikdo nevysílá. Poslední stream skončil { $ended }.
    }
admin-status-no-stream = Zatím tu žádný stream nebyl.
admin-status-deliveries = Zprávy: dnes odeslané nebo ve schránkách { $sent }, dnes v kanálech { $posts }, dnes vynechané { $skipped }, teprve přijdou { $pending }, podržené { $held }
admin-status-held = Podržené: { $reasons }
admin-status-held-reason =
    { $count } ({ $reason ->
        [shadow] série čeká na první puštění
        [needs-approval] série čeká na schválení
        [paused] série je pozastavená
        [plugin-off] doplněk je vypnutý
        [all-stopped] všechno je zastavené
        [on-air] než skončí stream
       *[other] jiný důvod
    })
admin-status-next = Příští zpráva: { $at }
admin-status-unknown =
    { $count ->
        [one] O { $count } dnešní zprávě nikdo neví, jestli došla. Znovu se neposílá.
        [few] O { $count } dnešních zprávách nikdo neví, jestli došly. Znovu se neposílají.
        [many] O { $count } dnešní zprávy nikdo neví, jestli došla. Znovu se neposílá.
       *[other] O { $count } dnešních zprávách nikdo neví, jestli došly. Znovu se neposílají.
    }
admin-status-failed =
    { $count ->
        [one] { $count } zpráva dnes selhala. Kde, ukážou incidenty.
        [few] { $count } zprávy dnes selhaly. Kde, ukážou incidenty.
        [many] { $count } zprávy dnes selhalo. Kde, ukážou incidenty.
       *[other] { $count } zpráv dnes selhalo. Kde, ukážou incidenty.
    }
admin-status-no-incidents = Žádné incidenty.
admin-status-incidents = <b>Nejnovější incidenty</b>
admin-status-incident = <code>{ $code }</code> – { $place }, { $at }
admin-stop-everything = Všechno zastavit
admin-stopped =
    Všechno je zastavené. Neodejde nic, o co si nikdo neřekl; odpovědi na to, co lidé dělají, fungují dál.
    { $waiting ->
        [0] Nic nečeká.
        [one] Čeká { $waiting } zpráva.
        [few] Čekají { $waiting } zprávy.
        [many] Čeká { $waiting } zprávy.
       *[other] Čeká { $waiting } zpráv.
    }{ $scheduled ->
        [yes] { " " }Příští by přišla na řadu { $next }.
       *[no] { "" }
    }
admin-stopped-till = Pustit to dál může správce příkazem /everything resume.
admin-resume-everything = Pustit dál
admin-resumed =
    Jede se dál.
    { $waiting ->
        [0] Nic nečekalo.
        [one] Čeká { $waiting } zpráva; posoudí se znovu, a jestli už nemá smysl, neodejde.
        [few] Čekají { $waiting } zprávy; posoudí se znovu, a co už nemá smysl, neodejde.
        [many] Čeká { $waiting } zprávy; posoudí se znovu, a co už nemá smysl, neodejde.
       *[other] Čeká { $waiting } zpráv; posoudí se znovu, a co už nemá smysl, neodejde.
    }
admin-not-stopped = Nic zastavené není, všechno běží jako dřív.

## Doplňky

admin-suggested = { $name }
admin-plugins-title = Doplňky
admin-plugins-page = Doplňky
admin-plugin-card = Doplněk
admin-plugins-line =
    <b>{ $name }</b> · { $state ->
        [on] zapnutý
        [off] vypnutý
       *[locked] vždy zapnutý
    } – { $about }
admin-plugins-failed = <b>{ $name }</b> · nejde načíst: { $error } Oprav ho nebo odeber a spusť bota znovu. Víc je v logu pod <code>{ $code }</code>.
admin-plugin-title =
    <b>{ $name }</b> · { $state ->
        [on] zapnutý
        [off] vypnutý
       *[locked] vždy zapnutý
    }
admin-plugin-no-settings = Nemá co nastavovat.
admin-plugin-nothing-to-set = Doplněk { $name } nemá co měnit.
admin-plugin-setting =
    { $changed ->
        [yes] <code>{ $key }</code> – { $label }: <b>{ $value }</b> (obvykle { $default })
       *[no] <code>{ $key }</code> – { $label }: <b>{ $value }</b>
    }
admin-plugin-on =
    { $speaks ->
        [yes] Doplněk <b>{ $name }</b> je zapnutý. Jeho příkazy: { $commands }.
       *[no] Doplněk <b>{ $name }</b> je zapnutý.
    }{ $writes ->
        [yes] { " " }Co zatím čekalo, se posoudí znovu; co už nemá smysl, neodejde.
       *[no] { "" }
    }
admin-plugin-off =
    Doplněk <b>{ $name }</b> je vypnutý.{ $speaks ->
        [yes] { " " }Tohle už neodpovídá: { $commands }.
       *[no] { "" }
    }{ $writes ->
        [yes] { " " }Jeho série zatím nikoho nezařadí. Na co v nich mezitím přijde čas, to počká a posoudí se znovu, až bude doplněk zase zapnutý.
       *[no] { "" }
    } Jeho nastavení a data zůstávají.
admin-plugin-lacks = ⚠ { $what } Bez toho: { $without }
admin-plugin-already =
    { $state ->
        [on] Doplněk { $name } už zapnutý je.
       *[off] Doplněk { $name } už vypnutý je.
    }
admin-switch-on = Zapnout
admin-switch-off = Vypnout
admin-change-settings = Změnit nastavení
admin-change-settings-part = Změnit nastavení ({ $part } z { $of })
admin-settings-of = Nastavení: { $name }
admin-settings-draft =
    { $some ->
        [yes] <b>{ $name }</b>: změní se
       *[no] <b>{ $name }</b>: tohle zatím použít nejde
    }
admin-settings-no-draft = Pro { $name } od tebe nic nečeká; možná je to už uložené, nebo starší než den. Co platí, ukáže /plugin configure { $typed }.
admin-settings-dropped = Zahozeno. { $name } zůstává, jak byl.
admin-settings-correct = Opravit
admin-settings-more = Změnit ještě něco
admin-keep-settings = Uložit
admin-drop-settings = Zahodit
admin-settings-saved = <b>{ $name }</b>: změněno
admin-settings-same = Nic se nezměnilo: { $name } už je tak nastavený.
admin-setting-unknown = Doplněk { $name } nemá nastavení { $asked }. Má tahle: { $known }
admin-setting-wrong = { $label }: „{ $given }“ použít nejde. Má to být { $expected }. Zůstává { $kept }.
admin-expects-yes-no = ano, nebo ne
admin-expects-choice =
    { $several ->
        [yes] libovolné z: { $choices }
       *[no] jedno z: { $choices }
    }
admin-expects-number =
    { $whole ->
        [yes] celé číslo
       *[no] číslo
    }{ $bounds ->
        [both] { " " }od { $low } do { $high }
        [low] { " " }od { $low } výš
        [high] { " " }nejvýš { $high }
       *[none] { "" }
    }
admin-expects-span = doba nejvýš 400 dní, třeba 10 min, 3 h nebo 2 d
admin-expects-clock = čas, třeba 18:00
admin-expects-list = seznam oddělený čárkami
admin-expects-text =
    { $limited ->
        [yes] text, nejvýš tolik znaků: { $longest }
       *[no] text
    }

## Série: seznam a jedna podrobně

admin-journeys-title = Série zpráv
admin-journeys-page = Série zpráv
admin-journeys-none = Žádné série tu nejsou. Doplněk, který nějaké má, zapneš příkazem /plugin enable.
admin-journeys-line =
    <b>{ $name }</b>{ $told ->
        [yes] , { $about }
       *[no] { "" }
    }
    { admin-status-word } · verze { $version } · { $people ->
        [0] nikdo v ní není
        [one] je v ní { $people } člověk
        [few] jsou v ní { $people } lidé
        [many] je v ní { $people } člověka
       *[other] je v ní { $people } lidí
    }
admin-status-word =
    { $status ->
        [shadow] čeká na první puštění
        [waiting] čeká na schválení
        [running] běží
        [paused] pozastavená
       *[stopped] zastavená
    }{ $off ->
        [yes] { " " }· doplněk je vypnutý
       *[no] { "" }
    }
admin-journey-card = Série
admin-journey-title =
    <b>{ $name }</b> · { admin-status-word } · verze { $version } · { $people ->
        [0] nikdo v ní není
        [one] je v ní { $people } člověk
        [few] jsou v ní { $people } lidé
        [many] je v ní { $people } člověka
       *[other] je v ní { $people } lidí
    }
admin-journey-starts = Začíná { $start }. Pro koho: { $whom }.
admin-trigger-stream =
    { $who ->
        [signed_up] po konci streamu pro ty, kdo se přihlásili a nepřišli
       *[attended] po konci streamu pro ty, kdo tam byli
    }
admin-trigger-activity = ve chvíli, kdy někdo udělá tohle: { $activity }
admin-trigger-date = v den, který říká „{ $fact }“, v { $clock }
admin-trigger-segment = ve chvíli, kdy někdo vstoupí do segmentu { $segment }
admin-trigger-once = ručně, jednou
admin-step-title =
    { "" }
    <b>{ $number }. { $name }</b>{ $kind ->
        [task] { " " }(úkol)
        [wait] { " " }(čekání)
       *[message] { "" }
    }{ $on ->
        [yes] { "" }
       *[no] { " " }· vypnutý
    }
admin-step-when = Kdy: { $when }
admin-step-whom = Komu: { $whom }
admin-step-routes = Jak: { $routes } · čas na odeslání: { $expiry }
admin-way =
    { $way ->
        [direct-inbox] přímá zpráva, jinak schránka
        [inbox] jen schránka
        [direct] jen přímá zpráva
        [direct-thread-inbox] přímá zpráva, jinak soukromé vlákno, jinak schránka
        [direct-mention-inbox] přímá zpráva, jinak zmínka, jinak schránka
        [thread-inbox] soukromé vlákno, jinak schránka
        [mention-inbox] zmínka, jinak schránka
       *[off] vůbec: krok je vypnutý
    }
admin-whole-line = { $what }: { $value }
admin-whole-caps = { $day } denně, { $week } týdně
admin-whole-holdout = { $share } %
admin-whole-goal = Cíl: { $what } (doba na splnění: { $span })
admin-step-needless = Není potřeba, když už je hotové: { $what }
admin-step-needs = Jen když aspoň jedno z tohoto něco říká: { $what }
admin-step-waits = Čeká na: { $what }
admin-step-task = Udělá: <code>{ $task }</code>
admin-step-text =
    { $several ->
        [yes] Tobě by přišlo, varianta { $name } ({ $share } %): <i>{ $text }</i>
       *[no] Tobě by přišlo: <i>{ $text }</i>
    }
admin-when-delay =
    { $at_once ->
        [yes] hned
       *[no] { $span }
    } { $anchor ->
        [stream_ended] po konci streamu
        [activity] potom
        [date] po tom čase
        [segment] po vstupu
        [wait] po předchozím čekání
       *[once] po začátku
    }
admin-when-local =
    { $days ->
        [0] týž den v { $clock } jejich času
        [1] den poté v { $clock } jejich času
        [one] { $days } den poté v { $clock } jejich času
        [few] { $days } dny poté v { $clock } jejich času
        [many] { $days } dne poté v { $clock } jejich času
       *[other] { $days } dní poté v { $clock } jejich času
    }
admin-route =
    { $route ->
        [direct] přímá zpráva
        [thread] soukromé vlákno
        [mention] zmínka v kanálu
        [inbox] jejich schránka
       *[stage] zazní v příštím streamu
    }

## Série: než odejdou

admin-preview = Náhled
admin-preview-title = Náhled: { $name }
admin-preview-basis =
    { $basis ->
        [stream] Kdyby se pustila teď po nejnovějším streamu{ $titled ->
            [yes] { " " }({ $title })
           *[no] { "" }
        }, { admin-preview-people }.
        [running] Série už běží. Po nejnovějším streamu{ $titled ->
            [yes] { " " }({ $title })
           *[no] { "" }
        } { $people ->
            [0] v ní nikdo není
            [one] je v ní { $people } člověk
            [few] jsou v ní { $people } lidé
            [many] je v ní { $people } člověka
           *[other] je v ní { $people } lidí
        }; počty říkají, co teprve přijde.
        [edited] Kdo už v sérii je, tomu doběhne v podobě, ve které začal. Tahle podoba, kdyby nejnovější stream{ $titled ->
            [yes] { " " }({ $title })
           *[no] { "" }
        } právě skončil: { admin-preview-people }.
        [live] Kdyby stream, který teď běží{ $titled ->
            [yes] { " " }({ $title })
           *[no] { "" }
        }, právě skončil, { admin-preview-people }.
        [past] Kdyby nejnovější stream{ $titled ->
            [yes] { " " }({ $title })
           *[no] { "" }
        } právě skončil, { admin-preview-people }.
        [everybody] Kdyby teď začala, { admin-preview-people }.
       *[none] Žádný stream tu ještě nebyl, takže v ní nikdo není. Texty ti ukáže zkouška.
    }
admin-preview-share = Všechny teď projít nestihnu. Čísla níž platí pro rovnoměrný výběr: { $people } lidí.
admin-preview-people =
    { $people ->
        [0] netýkala by se nikoho
        [one] týkala by se { $people } člověka
        [few] týkala by se { $people } lidí
        [many] týkala by se { $people } člověka
       *[other] týkala by se { $people } lidí
    }
admin-preview-step = <b>{ $step }</b>: { $count }
admin-preview-routes = · dostane: { $routes }
admin-preview-route =
    { $count } { $route ->
        [direct] přímou zprávou
        [thread] v soukromém vlákně
        [mention] zmínkou
        [inbox] do schránky
       *[stage] v příštím streamu
    }
admin-preview-left-out = · vynechá: { $reasons }
admin-preview-given-before = · už dostali: { $routes }
admin-preview-left-out-before = · už vynechala: { $reasons }
admin-preview-reason =
    { $count } { $reason ->
        [not-for-them] (krok není pro ně)
        [satisfied] (už hotovo)
        [left] (odešli)
        [stopped] (zprávy zastavili)
        [no-consent] (bez souhlasu)
        [no-route] (není kudy)
        [expired] (už pozdě)
        [merged] (dostanou pozdější krok)
        [live-again] (zase se vysílá)
        [exited] (sérii ukončili)
        [unhappy] (nespokojení)
        [holdout] (stranou pro srovnání)
        [capped] (zpráv mají dost)
        [quiet-hours] (tiché hodiny, potom už pozdě)
        [cap-wait] (zpráv mají dost)
        [same-person] (dostanou ji na jiný účet)
        [superseded] (převzal je novější stream)
        [cancelled] (série byla zastavená)
        [unknown-outcome] (neví se, jestli došlo)
        [refused] (odmítla platforma)
        [broken] (nešlo sestavit)
       *[other] (jiný důvod)
    }
admin-preview-samples = <b>Jak by to viděli</b>
admin-preview-sample =
    { $name }, { $at }, { $route ->
        [direct] přímá zpráva
        [thread] soukromé vlákno
        [mention] zmínka
        [inbox] schránka
       *[stage] příští stream
    } ({ $step }): <i>{ $text }</i>
admin-preview-nothing-left = Byl to jen náhled, nic neodešlo.
admin-test = Zkusit na sobě
admin-test-mark = <b>Zkouška { $number } z { $of }: { $step }</b>, doopravdy by přišla { $when }
admin-test-done = To byla zkouška série { $name }, jen pro tebe. Nic se nezapočítalo.
admin-only-a-test = Zkouška
admin-only-a-test-answer = Tohle je zkouška, tlačítko tu nic nedělá. V opravdové zprávě funguje.

## Série: úpravy

admin-edit = Upravit
admin-edit-title = Upravit: { $name }
admin-edit-line =
    { $number }. <b>{ $step }</b> – { $when }{ $on ->
        [yes] { "" }
       *[no] { " " }· vypnutý
    }
admin-edit-places = Ve vlastním textu se doplní: { $names }
admin-edit-what-happens = Změnou vznikne nová verze, která čeká na schválení. Kdo už v ní je, zůstává u verze, se kterou začal.
admin-edit-whole = Celá série
admin-edit-whole-title = Celá série: { $name }
admin-edit-step-title = { $step }: { $name }
admin-edit-saved =
    <b>{ $name }</b>, verze { $version }, { $status ->
        [shadow] která čeká na první puštění.
        [waiting] která čeká na schválení. Do té doby její zprávy počkají.
       *[stopped] která je zastavená.
    }
admin-edit-same = Nic se nezměnilo: krok { $step } už takový je.
admin-edit-same-whole = Nic se nezměnilo: série { $name } už taková je.
admin-edit-wrong = { $field }: „{ $given }“ použít nejde. Má to být { $expected }. Zůstává „{ $kept }“.
admin-edit-too-late = Pozor: na krok { $step } přijde řada, až když je série uzavřená, takže ho nikdo nedostane.
admin-edit-unknown-place = Pozor: { $names } nic nedoplní, lidé to uvidí přesně takhle.
admin-edit-one-language = Pozor: krok teď říká tvůj text všem, i těm, kdo čtou jiným jazykem ({ $languages }). Napiš ho i v něm.
admin-field-when = Kdy
admin-field-expiry = Čas na odeslání
admin-field-on = Zapnutý
admin-field-how = Jak
admin-field-caps = Nejvýš zpráv, o které si nikdo neřekl
admin-field-closes = Doba do uzavření
admin-field-live-again = Skončí, když zase vysíláš
admin-field-holdout = Stranou pro srovnání
admin-field-goal = Doba na splnění cíle
admin-field-share = Podíl varianty { $variant } v %
admin-field-text = Text, { $language }
admin-help-when = 10 min, 3 h, nebo o kolik dní později a v kolik: +1 18:00
admin-help-on = vypnutý krok se vynechá pro všechny
admin-help-how = jedna z uvedených cest; vypnutý krok se vynechá pro všechny
admin-help-caps = dvě celá čísla, denně (nejvýš 20) a týdně (nejvýš 50), třeba 2 / 6; schránka se nepočítá
admin-help-closes = doba od začátku, nejvýš 400 dní, třeba 48 h nebo 3 d; později už nic neodejde
admin-help-live-again = ano, nebo ne; když ano, vynechá se, co mělo teprve přijít
admin-help-holdout = procenta, číslo od 0 do 50; tolik lidí nedostane nic, a tak je vidět, co série dělá
admin-help-goal = doba od začátku, nejvýš 400 dní, třeba 48 h nebo 3 d
admin-help-share = procenta, celé číslo od 0 do 100; zbytek si rozdělí ostatní varianty
admin-help-text =
    { $standard ->
        [yes] Prázdné: obvyklý text. {"{"}name{"}"}, {"{"}stream_minutes{"}"} se doplní
       *[no] {"{"}name{"}"}, {"{"}stream_minutes{"}"} se doplní
    }
admin-expects-step-text = text o nejvýš 1500 znacích; prázdný smí být jen u kroku, který má obvyklý text
admin-standard-text = obvyklý text
admin-language-en = angličtina
admin-language-cs = čeština
admin-diff-step = { $step } · { $diff }
admin-diff-switched =
    { $on ->
        [yes] zapnutý
       *[no] vypnutý
    }
admin-diff-share = Podíl varianty { $variant }: { $before } % → { $after } %
admin-diff-other = část, která se tu neukazuje

## Série: běh, pauza, konec

admin-approve = Schválit
admin-pause = Pozastavit
admin-go-on = Pustit dál
admin-start = Spustit …
admin-start-journey = Ano, spustit
admin-journey-start-asked =
    <b>{ $name }</b> by teď začala pro { $people ->
        [0] nikoho: její podmínku nikdo nesplňuje
        [one] { $people } člověka
        [few] { $people } lidi
        [many] { $people } člověka
       *[other] { $people } lidí
    }.{ $held ->
        [yes] { " " }Dokud ji někdo neschválí, nic neodejde.
       *[no] { " " }První zprávy odejdou, jakmile na ně přijde čas.
    }
    Spustit?
admin-journey-started =
    <b>{ $name }</b> začala.{ $held ->
        [yes] { " " }Zprávy jsou naplánované a čekají na schválení.
       *[no] { "" }
    }
admin-stop = Zastavit …
admin-stop-journey = Ano, zastavit
admin-journeys-approved = { $count ->
    [one] Série, která čekala, běží: { $plugin }.
    [few] Všechny { $count } série, které čekaly, běží: { $plugin }.
    [many] Všech { $count } série, které čekaly, běží: { $plugin }.
   *[other] Všech { $count } sérií, které čekaly, běží: { $plugin }.
} Vypíše je /journey list.
admin-journeys-none-wait = Žádná série na nikoho nečeká: { $plugin }. Vypíše je /journey list.
admin-journey-approved =
    Série <b>{ $name }</b> běží ve verzi { $version }. { $people ->
        [0] Zatím v ní nikdo není.
        [one] Zrovna v ní je { $people } člověk; co na něj čekalo, se teď posoudí a odejde, jen pokud to má ještě smysl.
        [few] Zrovna v ní jsou { $people } lidé; co na ně čekalo, se teď posoudí a odejde, jen pokud to má ještě smysl.
        [many] Zrovna v ní je { $people } člověka; co čekalo, se teď posoudí a odejde, jen pokud to má ještě smysl.
       *[other] Zrovna v ní je { $people } lidí; co na ně čekalo, se teď posoudí a odejde, jen pokud to má ještě smysl.
    }{ $own ->
        [yes] { " " }Svou úpravu schvaluješ ty, protože tu o jiném správci nevím.
       *[no] { "" }
    }
admin-held-stopped = Všechno je ale zastavené, takže nic neodejde, dokud to někdo nepustí dál.
admin-held-plugin-off = Doplněk { $plugin } je ale vypnutý, takže dokud ho nikdo nezapne, nic z téhle série neodejde.
admin-held-plugin-gone = Doplněk { $plugin } tu ale není nebo ho nejde načíst, takže z téhle série nic neodejde a její texty nejde ukázat. Vrať ho a bota spusť znovu.
admin-journey-not-waiting =
    Série { $name } na schválení nečeká: { $status ->
        [running] běží
        [paused] je pozastavená
       *[stopped] je zastavená
    }.
admin-journey-paused =
    Série <b>{ $name }</b> je pozastavená. Na co přijde čas, to počká a posoudí se znovu, až půjde dál. { $people ->
        [0] Nikdo v ní zrovna není.
        [one] Zrovna v ní je { $people } člověk.
        [few] Zrovna v ní jsou { $people } lidé.
        [many] Zrovna v ní je { $people } člověka.
       *[other] Zrovna v ní je { $people } lidí.
    }
admin-journey-not-running =
    { $status ->
        [paused] Série { $name } už pozastavená je.
        [stopped] Série { $name } už zastavená je.
       *[waiting] Série { $name } čeká na schválení, takže z ní stejně nic neodchází.
    }
admin-journey-goes-on =
    Série <b>{ $name }</b> jede dál. Co čekalo, se posoudí znovu; co už nemá smysl, neodejde.
admin-journey-back = Série <b>{ $name }</b> je zpátky a čeká na schválení. Do té doby z ní nic neodejde.
admin-journey-not-paused =
    { $status ->
        [running] Série { $name } běží.
       *[waiting] Série { $name } čeká na schválení; pustí ji /journey approve.
    }
admin-journey-stop-asked =
    Zastavit sérii <b>{ $name }</b>? Nikoho dalšího už nezařadí a co mělo teprve přijít, zahodí. { $people ->
        [0] Nikdo v ní zrovna není.
        [one] Zrovna v ní je { $people } člověk a nic dalšího z ní nedostane.
        [few] Zrovna v ní jsou { $people } lidé a nic dalšího z ní nedostanou.
        [many] Zrovna v ní je { $people } člověka a nic dalšího z ní nedostane.
       *[other] Zrovna v ní je { $people } lidí a nic dalšího z ní nedostanou.
    } Jestli má jen chvíli počkat, radši ji pozastav.
admin-journey-stopped = Série <b>{ $name }</b> je zastavená. Nic dalšího z ní neodejde.

## Role a oprávnění

admin-role-given =
    { $role ->
        [moderator] <b>{ $name }</b> má teď roli správce: k tomu patří i doplňky, série a změny.
       *[host] <b>{ $name }</b> má teď roli moderátora vysílání: k tomu patří i streamy a tlačítko, které všechno zastaví.
    }
admin-role-taken =
    { $left ->
        [member] <b>{ $name }</b> má zase roli člena.
       *[other] { $role ->
            [moderator] <b>{ $name }</b>: role z příkazu /moderator add už neplatí. { admin-role-of-platform }
           *[host] <b>{ $name }</b>: role z příkazu /host add už neplatí. { admin-role-of-platform }
        }
    }
admin-role-of-platform =
    { $left ->
        [owner] Sama platforma ale dává roli vlastníka, takže smí všechno.
        [moderator] Sama platforma ale dává roli správce, takže smí totéž co dřív.
       *[host] Sama platforma ale dává roli moderátora vysílání, takže smí totéž co dřív.
    } Změníš to tam: na Discordu v Nastavení serveru u rolí (Spravovat server, Správce), na Telegramu mezi správci skupiny.
admin-role-already =
    { $role ->
        [host] { $name } už roli moderátora vysílání má.
        [moderator] { $name } už roli správce má.
       *[owner] { $name } už roli vlastníka má.
    }
admin-role-more =
    { $has ->
        [owner] { $name } už má roli vlastníka, takže tohle všechno smí. Nic se nezměnilo.
       *[moderator] { $name } už má roli správce, takže tohle všechno smí. Nic se nezměnilo.
    }
admin-role-other =
    { $role ->
        [moderator] { $name } nemá roli správce z příkazu /moderator add, takže není co vzít zpět. { $left ->
            [member] { "" }
           *[other] { admin-role-of-platform }{ " " }
        }Nic se nezměnilo.
       *[host] { $name } nemá roli moderátora vysílání z příkazu /host add, takže není co vzít zpět. { $left ->
            [member] { "" }
           *[other] { admin-role-of-platform }{ " " }
        }Nic se nezměnilo.
    }
admin-permission-changed = <code>{ $command }</code>: { admin-role-before } → { admin-role-after }
admin-role-before =
    { $before ->
        [member] všichni
        [host] kdo vysílají
        [moderator] správci
       *[owner] vlastník
    }
admin-role-after =
    { $after ->
        [member] všichni
        [host] kdo vysílají
        [moderator] správci
       *[owner] vlastník
    }
admin-permission-usual = <code>{ $command }</code>: { admin-role-before }, jako obvykle
admin-permission-line =
    <code>{ $command }</code>: { admin-role-after } (obvykle { admin-role-before }){ $named ->
        [yes] { " " }· { $name }, { $at }
       *[no] { "" }
    }
admin-permissions-title = Kdo smí co, kde se to změnilo
admin-permissions-none = Nic se nezměnilo: každý příkaz je pro ty, pro které obvykle bývá.
admin-permissions-list = seznam
admin-permissions-page = Oprávnění
admin-permission-same =
    { $role ->
        [member] Příkaz { $command } už smí použít každý.
        [host] Příkaz { $command } už je pro ty, kdo vysílají.
        [moderator] Příkaz { $command } už je pro správce.
       *[owner] Příkaz { $command } už je pro vlastníka.
    }

## Seznam změn

admin-audit-page = Změny
admin-audit-title = Změny
admin-audit-empty = Zatím se tu nic nezměnilo.
admin-audit-line =
    { $entry } · { $at } · { $named ->
        [yes] { $name }
       *[no] bot
    }{ $undo ->
        [yes] { " " }(vrácení { $undoes })
       *[no] { "" }
    } – { $what }
admin-audit-plugin =
    { $on ->
        [yes] zapnutý doplněk { $name }
       *[no] vypnutý doplněk { $name }
    }
admin-audit-settings = nastavení, { $name }: { $diff }
admin-audit-permission = <code>{ $command }</code>: { admin-role-before } → { admin-role-after }
admin-audit-role =
    { $member }: { $before ->
        [member] člen
        [host] moderátor vysílání
        [moderator] správce
       *[owner] vlastník
    } → { $after ->
        [member] člen
        [host] moderátor vysílání
        [moderator] správce
       *[owner] vlastník
    }
admin-audit-journey = série { $name }: { $diff }
admin-audit-status = série { $name }: { admin-audit-status-before } → { admin-audit-status-after }
admin-audit-status-before =
    { $before ->
        [shadow] čeká na první puštění
        [waiting] čeká na schválení
        [running] běží
        [paused] pozastavená
       *[stopped] zastavená
    }
admin-audit-status-after =
    { $after ->
        [shadow] čeká na první puštění
        [waiting] čeká na schválení
        [running] běží
        [paused] pozastavená
       *[stopped] zastavená
    }
admin-audit-started = série { $name }: spuštěna ručně
admin-audit-linked =
    { $on ->
        [yes] { $account } a { $other } spojené do jednoho člena
       *[no] { $account } a { $other } rozpojené
    }
admin-audit-account-gone = zapomenutý účet
admin-audit-everything =
    { $stopped ->
        [yes] všechno zastaveno
       *[no] všechno jede dál
    }
admin-audit-stream =
    { $on ->
        [yes] { $titled ->
            [yes] stream { $title } pokračuje, konec je vzatý zpět
           *[no] stream pokračuje, konec je vzatý zpět
        }
       *[no] { $titled ->
            [yes] konec streamu { $title }
           *[no] konec streamu
        }
    }
admin-audit-other-end =
    { $titled ->
        [yes] konec streamu { $title }
       *[no] konec streamu
    }: { $before } → { $after }
admin-audit-other = { $action } { $subject }
