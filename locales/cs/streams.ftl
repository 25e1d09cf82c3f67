### Streamy: vysílání, plány, prezence, otázky, poděkování, ohlédnutí.

streams-title = Streamy
streams-about = Začátky, plány a konce streamů; prezence, otázky, poděkování a ohlédnutí.

## Příkazy

cmd-stream-start = Začni vysílat; všichni se to dozvědí
    .name = start
opt-stream-start-title = Jak se stream jmenuje
    .name = název
cmd-stream-end = Ukonči stream; začnou navazující zprávy
    .name = end
cmd-stream-status = Podívej se, jak stream běží nebo co bude příště
    .name = status
cmd-stream-plan = Ohlas stream; lidé si mohou říct o připomenutí
    .name = plan
opt-stream-plan-when = Kdy začne: „zítra 18:30“, „pátek 20:00“, „24.12. 18:00“
    .name = kdy
opt-stream-plan-title = Jak se stream bude jmenovat
    .name = název
cmd-stream-move = Dej naplánovanému streamu jiný čas
    .name = move
opt-stream-move-when = Nový čas: „zítra 19:00“, „za 2 h“
    .name = kdy
cmd-stream-cancel = Zruš naplánovaný stream
    .name = cancel
cmd-stream-note = Zapiš chvíli, která stojí za zmínku v ohlédnutí
    .name = note
opt-stream-note-text = Co se stalo
    .name = text
cmd-stream-recap = Podívej se na ohlédnutí za posledním streamem, uprav ho nebo zveřejni
    .name = recap
cmd-shoutout = Poděkuj někomu přede všemi, nebo to slib na příští stream
    .name = shoutout
opt-shoutout-member = Komu děkuješ
    .name = komu
opt-shoutout-why = Za co
    .name = za-co
cmd-drop = Otevři na chvíli prezenci s tlačítkem a kódem, který řekneš nahlas
    .name = drop
opt-drop-minutes = Kolik minut zůstane otevřená
    .name = minuty
cmd-cues = Podívej se, koho přivítat, co zodpovědět a co je slíbené
    .name = cues
cmd-here = Zapiš se do prezence kódem, který zazněl ve streamu
    .name = here
opt-here-code = Kód, jak zazněl
    .name = kód
cmd-q = Zeptej se těch, kdo vysílají
    .name = q
opt-q-text = Tvoje otázka
    .name = otázka
cmd-streams = Podívej se, co běží a co bude, a nech si to připomenout
    .name = streams

## Nastavení

streams-setting-announce = Psát všem, když je stream naplánovaný, přesunutý, zrušený nebo začne
streams-setting-remind-minutes = Kolik minut před začátkem připomenout stream těm, kdo si o to řekli
streams-setting-checkin-minutes = Kolik minut zůstane prezence otevřená
streams-setting-go-on-minutes = Kolik minut se dá konec streamu vzít zpět (0: vůbec)
streams-setting-recap = Po každém streamu připravit týmu návrh ohlédnutí
streams-setting-recap-off = žádné
streams-setting-recap-draft = návrh pro tým
streams-setting-recap-phrased = návrh formulovaný serverem AI
streams-setting-recap-also-in = Psát ohlédnutí i ve druhém jazyce
streams-setting-recap-also-in-none = ne
streams-setting-recap-also-in-cs = česky
streams-setting-recap-also-in-en = anglicky

## Jak se streamům říká

streams-untitled =
    { $which ->
        [numbered] Stream č. { $number }
        [next] Náš příští stream
       *[other] Tenhle stream
    }
streams-short = méně než minuta
streams-plan-named = { $title }, { $when }

## Začátek

streams-live-post =
    <b>{ $title }</b> právě běží.
    Přijď a jednou ťukni, ať víme, že tu jsi.
streams-check-in = Jsem tady
streams-write-after = Napiš mi po streamu
streams-here-counted = Hezky, že jsi tady. Máš to zapsané.
streams-here-before = Už to máš zapsané. Užij si stream.
streams-agreed =
    Domluveno: po streamech, na kterých budeš, ti napíšu přímo. Jen o tom, co se týká tebe.
    Kdykoli řekni /stop a budu zticha.
streams-agreed-before =
    Na tom už jsme domluvení, nic se nemění: píšu ti po streamech, na kterých jsi.
    Kdykoli řekni /stop a budu zticha.
streams-write-not = Raději ne
streams-disagreed = Dobře, přímo ti psát nebudu. Tvoje prezence a všechno ostatní zůstává.

## Pro tým: ovládací zpráva

streams-control-post =
    <b>{ $title }</b>: jste ve vysílání.{ $some ->
        [yes] { " " }Zatím: { $counts }.
       *[no] { "" }
    }
    Všechno, co je ve vysílání potřeba, je tady dole; vidí to jen tým.
streams-control-over = <b>{ $title }</b>: konec. Trvalo to { $lasted }: { $counts }.
streams-status-now = Stav
streams-cues-now = Tahák
streams-drop-now = Prezence
streams-note-form = Zapsat chvíli
streams-thank-form = Poděkovat
streams-ask-end = Ukončit stream
streams-end-now = Ukončit hned
streams-go-on = Vysílat dál
streams-note-field = Co se stalo?
streams-thank-who = Komu děkuješ?
streams-thank-why = Za co?

streams-started = <b>{ $title }</b>: jsi ve vysílání.
streams-buttons-there = Co potřebuješ ve vysílání, máš v kanálu týmu; tady to ukáže /stream status.
streams-everything-stopped = Všechno je zastavené, takže se o tom nikdo nedozví. Pustit to dál může správce: /everything resume.
streams-continued = <b>{ $title }</b> pokračuje, ještě neskončil.
streams-live-before = <b>{ $title }</b> už běží; nic se nezměnilo.
streams-renamed = Stream už běžel. Teď se jmenuje <b>{ $title }</b>.
streams-end-sure =
    Ukončit <b>{ $title }</b>? Délka zatím: { $lasted }. { $counts ->
        [yes] Začnou tím navazující zprávy. { $minutes ->
            [0] Vzít zpět to nejde.
            [one] Vzít zpět to jde { $minutes } minutu.
            [few] Vzít zpět to jde { $minutes } minuty.
            [many] Vzít zpět to jde { $minutes } minuty.
           *[other] Vzít zpět to jde { $minutes } minut.
        }
       *[no] Nepočítal by se: zatím tu nikdo nebyl, nebo je moc krátký. Nic by na něj nenavázalo.
    }
streams-ended = <b>{ $title }</b>: konec vysílání, délka { $lasted }.
streams-ended-for-nothing =
    { $why ->
        [short] Netrvalo to ani { $least }, takže se tenhle stream nepočítá
       *[nobody] Nikdo tu nebyl, takže se tenhle stream nepočítá
    }{ $others ->
        [yes] { " " }a zprávy po tom minulém chodí dál.
       *[no] .
    }
streams-ended-recap =
    { $channel ->
        [yes] Jestli je o čem psát, čeká návrh ohlédnutí v kanálu týmu.
       *[no] Návrh ohlédnutí ti ukáže /stream recap.
    }

streams-ended-too-early =
    { $minutes ->
        [one] Ukončeno moc brzo? Ještě { $minutes } minutu stačí ťuknout a pokračuje se, nic se neztratí.
        [few] Ukončeno moc brzo? Ještě { $minutes } minuty stačí ťuknout a pokračuje se, nic se neztratí.
        [many] Ukončeno moc brzo? Ještě { $minutes } minuty stačí ťuknout a pokračuje se, nic se neztratí.
       *[other] Ukončeno moc brzo? Ještě { $minutes } minut stačí ťuknout a pokračuje se, nic se neztratí.
    }
streams-take-back = Ještě nekončíme
streams-taken-back = <b>{ $title }</b> pokračuje, jako by žádný konec nebyl. Navazující zprávy počkají na ten skutečný.
streams-other-title = Je to jiný stream? Ukonči tenhle a novému dej název: /stream start Čajový večer
streams-went-on-post =
    <b>{ $title }</b> pokračuje. Konec ({ $ended }) byl předčasný, zpět ho bere { $who }.
    Co se mezitím naplánovalo, počká na skutečný konec. Co už odešlo, podruhé nepřijde.
streams-end-stands =
    { $newer ->
        [yes] Po tom streamu už přišel další, takže jeho konec platí.
       *[no] { $minutes ->
            [0] Vzít konec zpět tu nastavení nedovoluje.
            [one] Vzít konec zpět jde { $minutes } minutu a ta už uplynula.
            [few] Vzít konec zpět jde { $minutes } minuty a ty už uplynuly.
            [many] Vzít konec zpět jde { $minutes } minuty a ty už uplynuly.
           *[other] Vzít konec zpět jde { $minutes } minut a ty už uplynuly.
        }
    } Nic se nezměnilo; nový stream začne přes /stream start.

streams-unnoticed-post =
    <b>{ $title }</b> skončil sám: nikdo ho neukončil a poslední známka života je { $ended }.
    Beru to jako konec, navazující zprávy se počítají odtud. Jestli to bylo jindy, řekni mi to. Ohlédnutí ukáže /stream recap.
streams-say-end = Skončilo to jindy
streams-say-end-when = Kdy to skončilo?
streams-say-end-help = Třeba „včera 21:30“
streams-end-corrected = <b>{ $title }</b>: konec { $ended }, délka { $lasted }. Co ještě neodešlo, počítá se teď odtud; co odešlo, zůstává.
streams-end-unread = „{ $asked }“ neumím přečíst jako čas. Zkus třeba „včera 21:30“. Nic se nezměnilo.
streams-end-impossible = Tehdy skončit nemohl: konec je až po začátku, ne v budoucnu a před dalším streamem. Nic se nezměnilo.
streams-end-closed = Navazující zprávy k tomu streamu už skončily, nebo zase běží, takže jeho konec zůstává. Nic se nezměnilo.

streams-status-title = <b>{ $title }</b> běží
streams-status-since =
    { $just ->
        [yes] Začátek byl před chvilkou.
       *[no] Délka zatím: { $lasted }, začátek { $since }.
    }
streams-status-counts = Zatím: { $counts }.
streams-status-drop =
    { $present ->
        [0] Prezence s kódem <code>{ $code }</code> se zavře { $until }. Zatím se nikdo nezapsal.
        [one] Prezence s kódem <code>{ $code }</code> se zavře { $until }. Zapsal se { $present } člověk.
        [few] Prezence s kódem <code>{ $code }</code> se zavře { $until }. Zapsali se { $present } lidé.
        [many] Prezence s kódem <code>{ $code }</code> se zavře { $until }. Zapsalo se { $present } člověka.
       *[other] Prezence s kódem <code>{ $code }</code> se zavře { $until }. Zapsalo se { $present } lidí.
    }
streams-status-nothing = Nic neběží a nic není naplánované. /stream start začne vysílat, /stream plan stream ohlásí.
streams-status-next = Teď nic neběží. Příště: { $plan }.

streams-count-people =
    { $count ->
        [0] nikdo
        [one] { $count } člověk{ streams-count-new }
        [few] { $count } lidé{ streams-count-new }
        [many] { $count } člověka{ streams-count-new }
       *[other] { $count } lidí{ streams-count-new }
    }
streams-count-new =
    { $new ->
        [0] { "" }
       *[more] { $before ->
            [0] { $count ->
                [1] { " " }(poprvé)
                [2] { " " }(oba poprvé)
               *[more] { " " }(všichni poprvé)
            }
           *[more] { " " }(z toho { $new } poprvé)
        }
    }
streams-count-messages =
    { $count ->
        [one] { $count } zpráva
        [few] { $count } zprávy
        [many] { $count } zprávy
       *[other] { $count } zpráv
    }
streams-count-questions =
    { $count ->
        [one] { $count } otázka
        [few] { $count } otázky
        [many] { $count } otázky
       *[other] { $count } otázek
    }
streams-count-drops =
    { $count ->
        [one] { $count }× prezence
        [few] { $count }× prezence
        [many] { $count }× prezence
       *[other] { $count }× prezence
    }
streams-count-thanks =
    { $count ->
        [one] { $count } poděkování
        [few] { $count } poděkování
        [many] { $count } poděkování
       *[other] { $count } poděkování
    }
streams-count-notes =
    { $count ->
        [one] { $count } zapsaná chvíle
        [few] { $count } zapsané chvíle
        [many] { $count } zapsané chvíle
       *[other] { $count } zapsaných chvil
    }

## Plány

streams-planned-post =
    V plánu: <b>{ $title }</b>, { $when }.
    Ťukni a včas ti to připomenu.
streams-moved-post = <b>{ $title }</b> má nový čas: { $when }.
streams-cancelled-post = <b>{ $title }</b>, { $when }: zrušeno.
streams-remind = Připomeň mi to
streams-remind-not = Nepřipomínat
streams-planned =
    { $announced ->
        [yes] Naplánováno: { $plan }. Všichni si to mohou přečíst.
       *[no] Naplánováno: { $plan }. Všem to nepíšu, ohlašování je vypnuté.
    }
streams-moved =
    { $count ->
        [0] Přesunuto: { $plan }. O připomenutí si nikdo neřekl.
        [one] Přesunuto: { $plan }. Dozví se to { $count } člověk, který si řekl o připomenutí.
        [few] Přesunuto: { $plan }. Dozví se to { $count } lidé, kteří si řekli o připomenutí.
        [many] Přesunuto: { $plan }. Dozví se to { $count } člověka, kteří si řekli o připomenutí.
       *[other] Přesunuto: { $plan }. Dozví se to { $count } lidí, kteří si řekli o připomenutí.
    }
streams-move-which = Který stream se přesune na { $when }?
streams-cancel-which = Který stream zrušíš? Kdo si řekl o připomenutí, ten se to dozví.
streams-cancel-sure = Zrušit { $plan }? Všichni si to pak přečtou, a kdo si řekl o připomenutí, ten se to dozví.
streams-cancel-plan = Zrušit stream
streams-move-plan = Přesunout
streams-cancelled =
    { $count ->
        [0] Zrušeno: { $plan }. O připomenutí si nikdo neřekl.
        [one] Zrušeno: { $plan }. Dozví se to { $count } člověk, který si řekl o připomenutí.
        [few] Zrušeno: { $plan }. Dozví se to { $count } lidé, kteří si řekli o připomenutí.
        [many] Zrušeno: { $plan }. Dozví se to { $count } člověka, kteří si řekli o připomenutí.
       *[other] Zrušeno: { $plan }. Dozví se to { $count } lidí, kteří si řekli o připomenutí.
    }

streams-reminder-on = <b>{ $title }</b>: připomenu ti to { $at }.
streams-reminder-off = Tak nic nepřipomínám. Když si to rozmyslíš, ťukni.
streams-reminder-needless = Zapsáno: { $plan }. Je to už za chvilku, takže nic posílat nebudu.
streams-reminder =
    { $minutes ->
        [one] <b>{ $title }</b> začíná za { $minutes } minutu. Připomínám to na tvoje přání.
        [few] <b>{ $title }</b> začíná za { $minutes } minuty. Připomínám to na tvoje přání.
        [many] <b>{ $title }</b> začíná za { $minutes } minuty. Připomínám to na tvoje přání.
       *[other] <b>{ $title }</b> začíná za { $minutes } minut. Připomínám to na tvoje přání.
    }
streams-moved-note = <b>{ $title }</b> má nový čas: { $when }. Předem ti to připomenu, jak chceš.
streams-cancelled-note = <b>{ $title }</b>, { $when }: zrušeno. Čekáš na připomenutí, tak ti to říkám.

streams-list-empty = Nic neběží a nic není naplánované. Až bude stream ohlášený, najdeš ho tady.
streams-list-live = Právě běží: <b>{ $title }</b>
streams-list-planned = V plánu:
streams-list-plan =
    { $count ->
        [0] · { $plan }
        [one] · { $plan } (připomenutí chce { $count } člověk)
        [few] · { $plan } (připomenutí chtějí { $count } lidé)
        [many] · { $plan } (připomenutí chce { $count } člověka)
       *[other] · { $plan } (připomenutí chce { $count } lidí)
    }
streams-list-remind = Připomeň mi: { $title }
streams-list-remind-not = Nepřipomínat: { $title }

## Prezence s kódem

streams-drop-post =
    { $minutes ->
        [one] Jsi tady? Ťukni do { $minutes } minuty, nebo pošli /here a kód, který zazní.
        [few] Jsi tady? Ťukni do { $minutes } minut, nebo pošli /here a kód, který zazní.
        [many] Jsi tady? Ťukni do { $minutes } minuty, nebo pošli /here a kód, který zazní.
       *[other] Jsi tady? Ťukni do { $minutes } minut, nebo pošli /here a kód, který zazní.
    }
streams-at-drop = Zapiš mě
streams-drop-open =
    { $new ->
        [yes] Prezence je otevřená. Řekni kód: <code>{ $code }</code>. Zavře se { $until }.
       *[no] Jedna prezence už je otevřená, další neotvírám. Řekni kód: <code>{ $code }</code>. Zavře se { $until }.
    }
streams-drop-over =
    { $present ->
        [0] <b>{ $title }</b>: prezence se zavřela, nikdo se nezapsal.
        [one] <b>{ $title }</b>: prezence se zavřela, zapsal se { $present } člověk.
        [few] <b>{ $title }</b>: prezence se zavřela, zapsali se { $present } lidé.
        [many] <b>{ $title }</b>: prezence se zavřela, zapsalo se { $present } člověka.
       *[other] <b>{ $title }</b>: prezence se zavřela, zapsalo se { $present } lidí.
    }
streams-drop-counted = Máš to zapsané. Díky, že jsi tady.
streams-drop-before = Už to máš zapsané; každá prezence se počítá jednou.

## Otázky

streams-asked = Tvoji otázku má teď tým před sebou.
streams-asked-early = Teď nic neběží. Tvoji otázku schovám na příští stream.

## Poznámky a poděkování

streams-noted = Schováno do ohlédnutí.
streams-thanks-post =
    { $reason ->
        [yes] Díky, { $who }: { $why }
       *[no] Díky, { $who }.
    }
streams-thanked = { $who }: tvoje poděkování si všichni mohou přečíst a bude i v ohlédnutí.
streams-thanked-quietly = Poděkování je schované, ale všem ho nepíšu: { $who } nechce být vidět, nebo nemám kanál, kam psát.
streams-thanks-promised = { $who }: poděkování čeká na taháku příštího streamu, teď totiž nic neběží.

## Tahák

streams-cues-title = <b>{ $title }</b>: tahák
streams-cues-before = <b>Před příštím streamem</b>
streams-cues-empty = Tahák je prázdný: nikdo nový, žádná otevřená otázka, žádné slíbené poděkování.
streams-cues-again = Obnovit
streams-cue-first-timers = Poprvé tady: { $names }
streams-cue-returning = Po dlouhé době zpátky: { $names }
streams-cue-questions =
    { $count ->
        [one] { $count } otevřená otázka:
        [few] { $count } otevřené otázky, nejstarší napřed:
        [many] { $count } otevřené otázky, nejstarší napřed:
       *[other] { $count } otevřených otázek, nejstarší napřed:
    }
streams-cue-question = { $number }. { $name }: { $text }
streams-cue-promises = Slíbená poděkování:
streams-cue-promise =
    { $reason ->
        [yes] · { $who }: { $why }
       *[no] · { $who }
    }
streams-answered = Zodpovězeno: { $number }
streams-answered-one = Zodpovězeno
streams-heard = /q
streams-reply = Odpovědět osobně
streams-reply-field = Tvoje odpověď
streams-reply-sent = Odpověď je na cestě. Komu: { $name }. Z karty otázka zmizela.
streams-reply-length = Odpověď má mít 1 až { NUMBER($most) } znaků, takže se nic neposlalo. Tvůj text: { $text }
streams-reply-late =
    { $gone ->
        [yes] Ta otázka už tu není, takže se nic neposlalo.
       *[no] Odpověď už zazněla, takže se nic neposlalo.
    }{ $written ->
        [yes] { " " }Tvůj text: { $text }
       *[no] { "" }
    }
streams-reply-message =
    <b>{ $host }</b> odpovídá na tvoji otázku („{ $quoted }“):
    { $text }
streams-said = Zaznělo: { $who }
streams-said-one = Zaznělo
streams-promises = Vzít slib zpátky
streams-promises-which = Které slíbené poděkování nemá zaznít?
streams-promise-off-do = Vzít zpátky
streams-promise-on-do = Přece jen slíbit
streams-promise-off-whom = Nezazní: { $who }
streams-promise-turned =
    { $on ->
        [yes] { $who }: poděkování je zase na taháku příštího streamu.
       *[no] { $who }: poděkování už na taháku není. Nikdo se o něm nedozvěděl.
    }
streams-said-aloud = Zaznělo
streams-cue-stage = Řekni nahlas ({ $who }): { $text }

## Ohlédnutí

streams-recap-draft =
    Návrh ohlédnutí. Dokud ho nezveřejníš, vidí ho jen tým.{ $phrased ->
        [yes] { " " }Formuloval ho stroj, tak si ho napřed přečti.
       *[no] { "" }
    }

    <b>{ $title }</b>
    { $text }
streams-recap-anew = Zatím se nic nezveřejnilo: mezitím se změnilo, o kom návrh je, takže vznikl znovu. Než ho zveřejníš, přečti si ho.
streams-recap-post =
    <b>{ $title }</b>
    { $text }
streams-recap-counts =
    { $known ->
        [yes] { $lasted } spolu: { $counts }.
       *[no] Spolu: { $counts }.
    }
streams-recap-thanks = Poděkování: { $names }.
streams-recap-asked = Nejčastější otázky: { $topics }.
streams-recap-moments = Chvíle, které stojí za to:
streams-recap-moment = · { $text }
streams-recap-more = · … a ještě { $count }
streams-post-recap = Zveřejnit
streams-edit-recap = Upravit
streams-leave-recap = Tentokrát ne
streams-recap-field = Ohlédnutí
streams-recap-also-field = Totéž ve druhém jazyce
streams-recap-sent-out = Když stream skončí, návrh ohlédnutí (čísla, jména, která v něm jsou, schované chvíle, témata otázek) jde na { $server }, který ho zformuluje. Co se zveřejní, rozhoduje tým.
streams-recap-posted = Zveřejněno pro všechny.
streams-recap-left = Tentokrát bez ohlédnutí. Návrh zůstává: vrátí ho /stream recap.

## Karta

streams-profile-attended =
    { $count ->
        [one] Zatím na jednom streamu, č. { $last }
        [few] Na streamu už { $count }krát, naposledy č. { $last }
        [many] Na streamu už { $count }krát, naposledy č. { $last }
       *[other] Na streamu už { $count }krát, naposledy č. { $last }
    }
streams-early-called = Streamy od prvních deseti minut
streams-early-says = na streamu už v prvních deseti minutách: { $amount }
streams-early-missing =
    { $count ->
        [one] ještě { $count } stream od prvních deseti minut
        [few] ještě { $count } streamy od prvních deseti minut
        [many] ještě { $count } streamu od prvních deseti minut
       *[other] ještě { $count } streamů od prvních deseti minut
    }
streams-profile-streak =
    { $count ->
        [one] { $count } stream v řadě
        [few] { $count } streamy v řadě
        [many] { $count } streamu v řadě
       *[other] { $count } streamů v řadě
    }
streams-card-attended = { NUMBER($count) }
    .label =
        { $count ->
            [one] stream
            [few] streamy
            [many] streamu
           *[other] streamů
        }
streams-card-streak = { NUMBER($count) }
    .label =
        { $count ->
            [one] stream v řadě
            [few] streamy v řadě
            [many] streamu v řadě
           *[other] streamů v řadě
        }

## Co nejde, a co místo toho

streams-none-live = Teď nic neběží. Nic se nezměnilo; co bude, ukáže /streams.
streams-none-planned = Žádný stream není naplánovaný. Nic se nezměnilo; ohlásíš ho přes /stream plan.
streams-plan-past = Ten čas už uplynul. Zadej nějaký, který teprve přijde, třeba „zítra 18:30“. Nic se nenaplánovalo ani nepřesunulo.
streams-title-empty = Stream tu potřebuje název. Nechávám mu ten, který má.
streams-title-long =
    { $limit ->
        [one] Název může mít nejvýš { $limit } znak. Zkrať ho a zkus to znovu; nic se nezměnilo.
        [few] Název může mít nejvýš { $limit } znaky. Zkrať ho a zkus to znovu; nic se nezměnilo.
        [many] Název může mít nejvýš { $limit } znaku. Zkrať ho a zkus to znovu; nic se nezměnilo.
       *[other] Název může mít nejvýš { $limit } znaků. Zkrať ho a zkus to znovu; nic se nezměnilo.
    }
streams-plan-twice =
    { $titled ->
        [yes] „{ $title }“ už je na tu dobu naplánovaný. Nic se nezměnilo; co je v plánu, ukáže /streams.
       *[no] Na tu dobu už jeden stream naplánovaný je. Nic se nezměnilo; jestli je tohle jiný, dej mu název.
    }
streams-note-long =
    { $limit ->
        [one] Zapsaná chvíle může mít nejvýš { $limit } znak, takže se neuložila. Zkrať ji a pošli znovu:
        [few] Zapsaná chvíle může mít nejvýš { $limit } znaky, takže se neuložila. Zkrať ji a pošli znovu:
        [many] Zapsaná chvíle může mít nejvýš { $limit } znaku, takže se neuložila. Zkrať ji a pošli znovu:
       *[other] Zapsaná chvíle může mít nejvýš { $limit } znaků, takže se neuložila. Zkrať ji a pošli znovu:
    }
    { $text }
streams-thank-whom =
    { $several ->
        [yes] Jméno { $asked } tu má víc lidí. Použij platformu a číslo, třeba discord:123456789.
       *[no] Nikoho jménem { $asked } tu neznám. Použij jméno tak, jak se ukazuje.
    } Poděkování zatím neodešlo; tohle je tvůj text:
    { $why }
streams-note-empty = Poznámka je prázdná. Napiš, co se stalo, a schovám to.
streams-not-here = O tomhle tady už nic nevím. Nic se nezměnilo.
streams-over = <b>{ $title }</b> už skončil, takže tohle tlačítko teď nic nedělá. Co bude, ukáže /streams.
streams-remind-live = Už to začalo, můžeš rovnou přijít.
streams-remind-late = Tenhle stream už v plánu není. Co bude, ukáže /streams.
streams-drop-late = Tahle prezence už je zavřená. Počkej na další; co se počítalo dosud, platí.
streams-drop-none = Žádná prezence teď není otevřená. Až bude, kód zazní ve vysílání.
streams-code-wrong = Kód „{ $code }“ to není. Poslechni si ho ještě jednou a pošli /here a kód, který zazní.
streams-question-empty = Žádná otázka v tom zatím není. Napiš ji za /q.
streams-question-long =
    { $limit ->
        [one] Otázka může mít nejvýš { $limit } znak. Zkrať ji a pošli ji znovu.
        [few] Otázka může mít nejvýš { $limit } znaky. Zkrať ji a pošli ji znovu.
        [many] Otázka může mít nejvýš { $limit } znaku. Zkrať ji a pošli ji znovu.
       *[other] Otázka může mít nejvýš { $limit } znaků. Zkrať ji a pošli ji znovu.
    }
streams-question-enough =
    { $limit ->
        [one] Na odpověď už čeká { $limit } tvoje otázka. Mám ji schovanou; ptej se dál, až bude zodpovězená.
        [few] Na odpověď už čekají { $limit } tvoje otázky. Mám je schované; ptej se dál, až bude některá zodpovězená.
        [many] Na odpověď už čeká { $limit } tvojí otázky. Mám je schované; ptej se dál, až bude některá zodpovězená.
       *[other] Na odpověď už čeká { $limit } tvých otázek. Mám je schované; ptej se dál, až bude některá zodpovězená.
    }
streams-why-long =
    { $limit ->
        [one] Důvod může mít nejvýš { $limit } znak. Zkrať ho a zkus to znovu.
        [few] Důvod může mít nejvýš { $limit } znaky. Zkrať ho a zkus to znovu.
        [many] Důvod může mít nejvýš { $limit } znaku. Zkrať ho a zkus to znovu.
       *[other] Důvod může mít nejvýš { $limit } znaků. Zkrať ho a zkus to znovu.
    }
streams-promise-kept = Tohle poděkování už zaznělo. Podruhé ho neříkám.
streams-promise-off = Tohle poděkování mezitím někdo vzal zpátky. Nic nezaznělo.
streams-recap-typed =
    { $written ->
        [yes] { " " }Tvůj text: { $text }
       *[no] { "" }
    }
streams-recap-was-posted = Tohle ohlédnutí už je zveřejněné a takové zůstává. Nic se nezměnilo.{ streams-recap-typed }
streams-recap-nothing = V tomhle streamu se nikdo nenapočítal a nic se neschovalo, takže není o čem psát.
streams-recap-early = Stream ještě běží. Ohlédnutí se připraví na jeho konci.{ streams-recap-typed }
streams-recap-none = Žádný stream ještě nebyl. Ohlédnutí se připraví na konci prvního.
streams-recap-empty = Ohlédnutí je prázdné. Návrh nechávám, jak byl; vrátí ho /stream recap.{ streams-recap-typed }
streams-recap-long =
    { $limit ->
        [one] Ohlédnutí může mít nejvýš { $limit } znak. Návrh nechávám, jak byl; zkrať svůj text a pošli ho znovu. Tvůj text: { $text }
        [few] Ohlédnutí může mít nejvýš { $limit } znaky. Návrh nechávám, jak byl; zkrať svůj text a pošli ho znovu. Tvůj text: { $text }
        [many] Ohlédnutí může mít nejvýš { $limit } znaku. Návrh nechávám, jak byl; zkrať svůj text a pošli ho znovu. Tvůj text: { $text }
       *[other] Ohlédnutí může mít nejvýš { $limit } znaků. Návrh nechávám, jak byl; zkrať svůj text a pošli ho znovu. Tvůj text: { $text }
    }
streams-no-channel = Nemám kanál, kam psát. Návrh nechávám, dokud nějaký nebude.
