### Texty jádra.

## Okamžiky. { $time } je „18:30“, { $day } je „pátek“ nebo „22. listopadu“; viz bot/text/times.py.

time-today = dnes { $time }
time-tomorrow = zítra { $time }
time-yesterday = včera { $time }
time-on-day = { $day } { $time }
time-with-home = { $moment } ({ $city } { $home })
time-now = teď

## Slova, kterými lidé říkají okamžik, oddělená čárkami; při psaní mohou chybět háčky a čárky.

time-words-yesterday = včera
time-words-today = dnes, dneska
time-words-tomorrow = zítra
time-words-in = za
time-words-fillers = v, ve, hodin
time-words-monday = pondělí, po
time-words-tuesday = úterý, út
time-words-wednesday = středa, středu, st
time-words-thursday = čtvrtek, čt
time-words-friday = pátek, pá
time-words-saturday = sobota, sobotu, so
time-words-sunday = neděle, neděli, ne
time-words-minutes = min, minuta, minutu, minuty, minut
time-words-hours = h, hod, hodina, hodinu, hodiny, hodin
time-words-days = d, den, dny, dní, dnů

## Body

points-brought-along = přinesené odjinud

## Role

# Něčí účet, tak jak se liší od jeho dalších.
account-named =
    { $platform ->
        [discord] Discord
        [telegram] Telegram
        [twitch] Twitch
        [youtube] YouTube
        [kick] Kick
       *[other] { $platform }
    } ({ $name })
link-undone-note = V komunitě { $community } se tvoje spojené účty rozpojily: tenhle má zase to, co měl předtím. Jestli to byl omyl, spojí je znovu /link.
join-over = Tohle už skončilo: někdo odpověděl, uběhla půlhodina, nebo jedna z těch dvou komunit už není. Nic se nezměnilo. Nový začátek je /setup join.
joined-note = { $space } teď patří ke komunitě { $community }. Kdo to tam spravuje, je v komunitě { $community } obyčejný člen, dokud neřekneš jinak. Jestli to místo neznáš, hned ho zase osamostatni.
role-member = člen
role-host = moderátor vysílání
role-moderator = správce
role-owner = vlastník

## Seznamy

list-heading = <b>{ $title }</b>
list-heading-paged = <b>{ $title }</b> · stránka { $page } z { $last }
list-before = ‹ Zpět
list-behind = Další ›
names-more =
    { $count ->
        [one] { $count } další
        [few] { $count } další
        [many] { $count } dalšího
       *[other] { $count } dalších
    }

## Pravidla slovy. `rule-says-<fact>` čte podmínku; $amount je „alespoň 5“, „ne x“ nebo „ano“, $count její číslo.

rule-everybody = všichni
rule-nobody = nikdo
rule-and = { $first } a { $second }
rule-or = { $first } nebo { $second }
rule-comma = { $first }, { $second }
rule-group = ({ $part })
rule-is = přesně { $count }
rule-is-not = jinak než { $count }
rule-at-least = alespoň { $count }
rule-at-most = nejvýše { $count }
rule-more-than = více než { $count }
rule-less-than = méně než { $count }
rule-not = ne { $value }
rule-yes = ano
rule-no = ne
rule-nothing = nic
rule-number = { $count }
rule-says-generic = { $fact }: { $amount }
rule-says-streams-attended =
    { $count ->
        [one] { $amount } navštívený stream
        [few] { $amount } navštívené streamy
        [many] { $amount } navštíveného streamu
       *[other] { $amount } navštívených streamů
    }
rule-says-streak =
    { $count ->
        [one] { $amount } stream v řadě
        [few] { $amount } streamy v řadě
        [many] { $amount } streamu v řadě
       *[other] { $amount } streamů v řadě
    }
rule-says-orders =
    { $count ->
        [one] { $amount } objednávka
        [few] { $amount } objednávky
        [many] { $amount } objednávky
       *[other] { $amount } objednávek
    }
rule-says-spent-total = celková útrata { $amount }
rule-says-questions-asked =
    { $count ->
        [one] { $amount } položená otázka
        [few] { $amount } položené otázky
        [many] { $amount } položené otázky
       *[other] { $amount } položených otázek
    }
rule-says-feedback-given = zpětná vazba { $amount }krát
rule-says-last-stream = číslo posledního navštíveného streamu: { $amount }
rule-says-days-since-last-stream =
    { $count ->
        [one] poslední stream před { $amount } dnem
        [few] poslední stream před { $amount } dny
        [many] poslední stream před { $amount } dne
       *[other] poslední stream před { $amount } dny
    }
rule-says-months-known =
    { $count ->
        [one] { $amount } měsíc s námi
        [few] { $amount } měsíce s námi
        [many] { $amount } měsíce s námi
       *[other] { $amount } měsíců s námi
    }
rule-says-joined-day = den příchodu { $amount } (měsíc-den)
rule-says-first-order-day = den první objednávky { $amount } (měsíc-den)
rule-says-months-since-first-order =
    { $count ->
        [one] { $amount } měsíc od první objednávky
        [few] { $amount } měsíce od první objednávky
        [many] { $amount } měsíce od první objednávky
       *[other] { $amount } měsíců od první objednávky
    }
rule-says-points =
    { $count ->
        [one] { $amount } bod
        [few] { $amount } body
        [many] { $amount } bodu
       *[other] { $amount } bodů
    }
rule-says-points-earned = celkem získané body: { $amount }
rule-says-tier = úroveň { $amount }
rule-says-tier-step =
    { $named ->
        [yes] { $how ->
            [at_least] úroveň { $step } nebo vyšší
            [at_most] nejvýš úroveň { $step }
           *[other] úroveň { $step }
        }
       *[no] kolikátá úroveň: { $amount }
    }
rule-says-cards-full = plných kartiček: { $amount }
rule-says-given-to-causes = bodů darovaných na dobrou věc: { $amount }
rule-says-badge =
    { $any ->
        [yes] odznak „{ $badge }“
       *[no] odznak „{ $badge }“, úroveň: { $amount }
    }
rule-says-stream-minutes =
    { $count ->
        [one] { $amount } minuta na streamu
        [few] { $amount } minuty na streamu
        [many] { $amount } minuty na streamu
       *[other] { $amount } minut na streamu
    }
rule-says-stream-slots = počet desetiminutovek na streamu: { $amount }
rule-says-stream-messages =
    { $count ->
        [one] { $amount } zpráva na streamu
        [few] { $amount } zprávy na streamu
        [many] { $amount } zprávy na streamu
       *[other] { $amount } zpráv na streamu
    }
rule-says-stream-questions =
    { $count ->
        [one] { $amount } otázka na streamu
        [few] { $amount } otázky na streamu
        [many] { $amount } otázky na streamu
       *[other] { $amount } otázek na streamu
    }
rule-says-stream-check-ins = ohlášená přítomnost na streamu { $amount }krát
rule-says-stream-notes =
    { $count ->
        [one] { $amount } zapsaná chvíle ze streamu
        [few] { $amount } zapsané chvíle ze streamu
        [many] { $amount } zapsané chvíle ze streamu
       *[other] { $amount } zapsaných chvil ze streamu
    }
rule-says-stream-upcoming =
    { $count ->
        [one] { $amount } naplánovaný stream
        [few] { $amount } naplánované streamy
        [many] { $amount } naplánovaného streamu
       *[other] { $amount } naplánovaných streamů
    }
rule-says-since-ordered =
    { $how ->
        [is_not]
            { $value ->
                [True] bez objednávky od začátku streamu
               *[other] s objednávkou od začátku streamu
            }
       *[is]
            { $value ->
                [True] s objednávkou od začátku streamu
               *[other] bez objednávky od začátku streamu
            }
    }
rule-says-lifecycle =
    { $how ->
        [is_not]
            { $value ->
                [new] není tu krátce
                [regular] nechodí pravidelně
                [returning] nechodí jen občas
                [lapsed] není dlouho pryč
               *[other] fáze: { $amount }
            }
       *[is]
            { $value ->
                [new] je tu krátce
                [regular] chodí pravidelně
                [returning] chodí občas
                [lapsed] je dlouho pryč
               *[other] fáze: { $amount }
            }
    }

## Co chybí, než pravidlo platí. `rule-<fact>` říká, kolik ještě, $count.

rule-done = Hotovo
rule-never = Tohle splnit nejde.
rule-generic = { $phrase } (teď { $have })
rule-streams-attended =
    { $count ->
        [one] ještě { $count } stream
        [few] ještě { $count } streamy
        [many] ještě { $count } streamu
       *[other] ještě { $count } streamů
    }
rule-streak =
    { $count ->
        [one] ještě { $count } stream v řadě
        [few] ještě { $count } streamy v řadě
        [many] ještě { $count } streamu v řadě
       *[other] ještě { $count } streamů v řadě
    }
rule-orders =
    { $count ->
        [one] ještě { $count } objednávka
        [few] ještě { $count } objednávky
        [many] ještě { $count } objednávky
       *[other] ještě { $count } objednávek
    }
rule-spent-total = ještě { $count } v objednávkách
rule-questions-asked =
    { $count ->
        [one] ještě { $count } otázka
        [few] ještě { $count } otázky
        [many] ještě { $count } otázky
       *[other] ještě { $count } otázek
    }
rule-feedback-given =
    { $count ->
        [one] ještě { $count } zpětná vazba
        [few] ještě { $count } zpětné vazby
        [many] ještě { $count } zpětné vazby
       *[other] ještě { $count } zpětných vazeb
    }
rule-months-known =
    { $count ->
        [one] ještě { $count } měsíc s námi
        [few] ještě { $count } měsíce s námi
        [many] ještě { $count } měsíce s námi
       *[other] ještě { $count } měsíců s námi
    }
rule-points =
    { $count ->
        [one] ještě { $count } bod
        [few] ještě { $count } body
        [many] ještě { $count } bodu
       *[other] ještě { $count } bodů
    }
rule-months-since-first-order =
    { $count ->
        [one] ještě měsíc od první objednávky
        [few] ještě { $count } měsíce od první objednávky
        [many] ještě { $count } měsíce od první objednávky
       *[other] ještě { $count } měsíců od první objednávky
    }
rule-points-earned =
    { $count ->
        [one] ještě { $count } získaný bod
        [few] ještě { $count } získané body
        [many] ještě { $count } získaného bodu
       *[other] ještě { $count } získaných bodů
    }

## Jak se fakta jmenují, když se jedno vybírá

fact-orders = Objednávky
fact-spent-total = Útrata celkem
fact-feedback-given = Odpovědi, jaké to bylo
fact-streams-attended = Navštívené streamy
fact-questions-asked = Položené otázky
fact-streak = Streamy v řadě
fact-days-since-last-stream = Dny od posledního streamu
fact-lifecycle = Nováček, stálice, nebo pryč
fact-months-known = Měsíce s námi
fact-points = Body teď
fact-points-earned = Získané body celkem
fact-tier = Úroveň
fact-tier-none = Žádné úrovně tu zatím nejsou. První založí /tier add.
fact-tier-step = Kolikátá úroveň
fact-cards-full = Plné kartičky
fact-given-to-causes = Body darované na dobrou věc
fact-months-since-first-order = Měsíce od první objednávky

## Záznam změn. $named je „no“, když to byl sám bot.

audit-unknown = Změna číslo { $entry } tu není. Čísla najdeš v seznamu změn.
audit-no-way-back = Tento druh změny tu vrátit nejde. Nic se nezměnilo.
audit-undone =
    { $named ->
        [no] Tohle už je vrácené. Chceš-li to zpátky, vrať tu novější změnu.
       *[yes] Tohle už je vrácené (kdo: { $name }). Chceš-li to zpátky, vrať tu novější změnu.
    }
audit-changed-since =
    { $named ->
        [no] Mezitím se to změnilo znovu. Nejdřív vrať novější změnu.
       *[yes] Mezitím se to změnilo znovu (kdo: { $name }). Nejdřív vrať novější změnu.
    }
audit-moved-on = Už to není tak, jak to po té změně zůstalo, takže ji vrátit nejde. Nic se nezměnilo.

## Odmítnutí od jádra: co se stalo, co s tím, co zůstalo.

error-incident = U nás se něco pokazilo, nic se nezměnilo. Zkus to za chvíli znovu. Když se to zopakuje, řekni správci kód <code>{ $code }</code>.
error-no-community = Zatím nevím, kterou komunitu myslíš. Napiš mi jednou v její skupině nebo na jejím serveru, pak to zkus tady znovu.
words-for-nobody = Na obyčejná slova tu neodpovídám. Co pro tebe umím, ukáže /help.
command-unknown = Příkaz { $asked } tu není. Které můžeš použít, ukáže /help.
button-unknown = Tohle tlačítko je ze starší zprávy a už nefunguje. Zadej příkaz znovu, dostaneš čerstvé.
titled = { $title } ({ $name })
plugin-off = Doplněk { $name } je tu vypnutý, takže tohle nejde. Správce ho zapne příkazem /plugin enable.
plugin-unknown = Doplněk { $asked } tu není. Jsou tu: { $known }
plugin-locked =
    { $name ->
        [admin] Doplněk { $title } zůstává zapnutý: bez něj by už nikdo nic nezapnul. Nic se nezměnilo.
        [passport] Doplněk { $title } zůstává zapnutý: lidé v něm říkají, co jim smím psát, zastavují mě a ptají se proč. Nic se nezměnilo.
        [setup] Doplněk { $title } zůstává zapnutý: správci mě jím nastavují. Nic se nezměnilo.
        [doctor] Doplněk { $title } zůstává zapnutý: říká, co nefunguje, a napravuje to. Nic se nezměnilo.
       *[other] Doplněk { $title } zůstává zapnutý: vypnout ho nejde. Nic se nezměnilo.
    }
not-allowed =
    { $role ->
        [host] Tohle je pro ty, kdo vysílají. Máš-li k nim patřit, řekni si správci.
        [moderator] Tohle je pro správce. Řekni si některému z nich.
        [owner] Tohle je pro vlastníka komunity.
       *[member] Tohle je pro členy komunity. Nejdřív se přidej.
    }
permission-above-own =
    { $role ->
        [host] Tohle smí jen ti, kdo vysílají: jde o právo nad tvou rolí. Požádej někoho z nich; nic se nezměnilo.
        [moderator] Tohle smí jen správce: jde o právo nad tvou rolí. Požádej některého z nich; nic se nezměnilo.
       *[owner] Tohle smí jen vlastník: jde o právo nad tvou rolí. Požádej ho; nic se nezměnilo.
    }
permission-own = { $command } má každý sám pro sebe, takže ho nejde nikomu vzít: cesta ven zůstává otevřená všem. Nic se nezměnilo.
member-unknown = Nikoho jménem { $asked } tu neznám. Lidi poznávám, když použijí můj příkaz nebo tlačítko, přidají se nebo přijdou na stream; pak napiš jméno tak, jak se ukazuje.
member-ambiguous =
    { $asked } tu může být víc lidí: { $candidates }{ $more ->
        [yes] { " " }a další
       *[no] { "" }
    }. Napiš místo toho, co je v závorce.
zone-unknown = Časové pásmo { $asked } neznám. Napiš město ze seznamu pásem, třeba Prague nebo Europe/Prague.
clock-unknown = { $asked } neumím přečíst jako čas. Napiš ho třeba 22:00 nebo 7.

option-missing =
    Něco chybí: <code>{ $option }</code>.{ $typed ->
        [yes] { " " }Piš to takhle: <code>{ $usage }</code>
       *[no] { "" }
    }
option-too-many = Tohle už je navíc: „{ $rest }“. Jména o více slovech dej do uvozovek.
option-moment = „{ $given }“ neumím přečíst jako čas, který teprve přijde. Napiš třeba „20:00“, „zítra 18:30“, „za 2 h“ nebo „2026-12-24 18:00“.
option-number =
    <code>{ $option }</code> má být { $whole ->
        [yes] celé číslo
       *[no] číslo
    }{ $bounded ->
        [yes] { " " }od { $low } do { $high }
       *[no] { "" }
    }, ne „{ $given }“.
option-yes-no = <code>{ $option }</code> má být ano, nebo ne, nikoli „{ $given }“.
option-choice = <code>{ $option }</code> nemůže být „{ $given }“. Může být: { $choices }

setting-wrong =
    { $kind ->
        [greater_than_equal] { $field } má být { $limit } nebo víc. Nic se nezměnilo.
        [greater_than] { $field } má být víc než { $limit }. Nic se nezměnilo.
        [less_than_equal] { $field } má být { $limit } nebo míň. Nic se nezměnilo.
        [less_than] { $field } má být míň než { $limit }. Nic se nezměnilo.
        [string_too_long] { $field } smí mít nejvýš tolik znaků: { $limit }. Nic se nezměnilo.
        [string_too_short] { $field } má mít aspoň tolik znaků: { $limit }. Nic se nezměnilo.
       *[other] { $field } takhle být nemůže: { $problem }. Nic se nezměnilo.
    }

badge-unknown = Odznak { $asked } tu není. Co tu je, ukáže /badge list.
badge-gone = Tenhle odznak už tu není. Co tu je, ukáže /badge list.
badge-taken = Odznak jménem { $name } tu už je. Dej tomu svému jiné jméno; neuložil se.
badge-has-it = Už ho má, se všemi úrovněmi. Nic se nezměnilo.

journey-unknown = Série { $asked } tu není. Jsou tu: { $known }
journey-changed-meanwhile = Série { $name } se mezitím změnila, novější verzi proto nechávám, jak je. Podívej se na ni příkazem /journey show { $typed } a pak to zopakuj.
journey-starts-itself = <b>{ $name }</b> začíná sama; kdy, to říká <code>/journey show { $typed }</code>.
journey-is-stopped = <b>{ $name }</b> je zastavená. Nejdřív ji pusť dál: <code>/journey resume { $typed }</code>.
journey-second-person = Tahle verze série { $name } je tvoje, schválit ji proto musí někdo další. Zatím počká, nic se neztratí.

## Jiné cesty než přímá zpráva

# Příspěvek, který vidí všichni; stojí za jménem a dvojtečkou.
mention-waits = něco tu na tebe čeká. Tlačítko to ukáže jen tobě.
# Jak se jmenuje soukromé vlákno člověka s botem.
thread-name = Vzkazy: { $name }

## Proč něco odešlo nebo neodešlo; každá věta stojí za zprávou, o kterou jde.

reason-due = Přišel její čas.
reason-not-for-them = Nehodí se sem: její podmínka tu neplatí.
reason-satisfied =
    { $activity ->
        [ordered] Není potřeba: objednávka už přišla.
        [feedback_given] Není potřeba: zpětná vazba už přišla.
       *[other] Není potřeba: o co žádá, to už je hotové.
    }
reason-left = To už tu člověk v komunitě nebyl.
reason-stopped = Všechny nevyžádané zprávy jsou zastavené.
reason-no-consent = K takovým zprávám chybí souhlas.
reason-no-route = Žádná z cest, kterými smí přijít, nebyla otevřená.
reason-expired = Tou dobou už neměla smysl.
reason-edited = Stojí v příspěvku, který se průběžně upravuje.
reason-merged = Přišel čas i na pozdější zprávu téže série, odešla proto jen ta.
reason-same-person = Přišla na jiný ze spojených účtů, nebo tam je na cestě.
reason-superseded = Přišel novější stream a jeho zprávy ji nahradily.
reason-live-again = Stream zase běžel.
reason-exited =
    { $activity ->
        [ordered] Série skončila objednávkou.
       *[other] Série skončila tím, co se mezitím stalo.
    }
reason-unhappy = Po nízkém hodnocení už v téhle sérii není žádná reklama.
reason-holdout = Los určil malou skupinu, která nic z toho nedostává, aby byl vidět rozdíl.
reason-cancelled = Celá série byla zastavená.
reason-joined = Místo, pro které byla, se mezitím stalo součástí jiné komunity a platí tam její zprávy.
reason-capped = Zpráv už bylo dost a později by už tahle neměla smysl.
reason-quiet-hours = Připadla na tiché hodiny.
reason-cap-wait = Zpráv je teď dost, počká na svou chvíli.
reason-retry = Napoprvé to nevyšlo, zkusí se to znovu.
reason-shadow = Sérii musí nejdřív pustit správce.
reason-needs-approval = Série se upravila a čeká na schválení.
reason-paused = Série je pozastavená.
reason-plugin-off = Doplněk, který ji píše, je teď vypnutý.
reason-on-air = Zrovna běží stream. Až skončí, ukáže se, jestli ještě odejde.
reason-all-stopped = Teď je všechno zastavené.
reason-refused = Platforma ji odmítla.
reason-unknown-outcome = Spojení spadlo zrovna při odesílání. Nikdo neví, jestli došla, a znovu se neposílá.
reason-broken = Nešlo ji sestavit; proč, to vidí správce.

## Co členové dělají, pár slovy; druh bez textu se ukáže svým jménem.

activity-ordered = objednávka
activity-feedback-given = zpětná vazba
activity-idea-given = nápad
activity-idea-adopted = přijatý nápad
activity-score = hodnocení
activity-stars = hvězdičky
activity-signed-up = přihláška na stream
activity-checked-in = ohlášená přítomnost
activity-attended = účast na streamu
activity-question-asked = otázka
activity-tier-reached = dosažená úroveň
activity-tier-left = ztracená úroveň
activity-card-full = plná kartička
activity-gave-to-cause = body darované na dobrou věc
activity-unhappy = nízké hodnocení
activity-pointed = něco ke čtení k položené otázce

## Co se nastavilo

core-network-silent = Síť teď neodpovídá. Podívej se za chvilku znovu.
core-file-none = Žádný soubor s tím nepřišel. Otevři formulář znovu a přilož ho; nic se nezměnilo.
core-file-gone = Soubor „{ $name }“ mi síť už nedá. Pošli ho ještě jednou; nic se nezměnilo.
core-file-large = Ten soubor má přes { NUMBER($megabytes) } MB. Pošli menší; nic se nezměnilo.
core-photo-gone = Ten obrázek už mi síť nedá. Pošli ho ještě jednou.
core-photo-large = Ten obrázek má přes { NUMBER($megabytes) } MB. Pošli menší.
core-photo-no-picture = Tohle není obrázek, který umím ukázat. Hodí se JPEG, PNG a WebP; HEIC z telefonu je potřeba nejdřív uložit jako JPEG.
core-photo-broken = Ten obrázek je poškozený a nejde přečíst celý. Ulož ho znovu a pošli ještě jednou.
core-photo-vast = Ten obrázek má moc pixelů: JPEG jich smí mít { NUMBER($megapixels) } milionů, cokoli jiného polovinu. Pošli menší.
core-photo-busy = Na ten obrázek se teď nemůžu podívat. Pošli ho za minutu ještě jednou.
core-taken-back = Tenhle příspěvek je vzatý zpět.
community-set-changed =
    { $subject ->
        [language] jazyk pro všechny: { $before } → { $after }
        [zone] hodiny: { $before } → { $after }
       *[pull_only] co přijde po streamu: { $after ->
            [yes] jen do schránky
           *[no] přímo těm, kdo chtějí
        }
    }
space-set-changed =
    { $subject ->
        [post_channel] místo pro příspěvky: { $before } → { $after }
        [host_channel] místo pro ty, kdo vysílají: { $before } → { $after }
       *[host_group] role, která vysílá: { $before } → { $after }
    }

## AI server

core-ai-spent = AI server tu do půlnoci odpočívá: z dnešních { NUMBER($budget) } tokenů je pryč { NUMBER($tokens) }, { $questions ->
        [one] padly na jednu otázku
        [few] padly na { $questions } otázky
        [many] padly na { $questions } otázky
       *[other] padly na { $questions } otázek
    } a další by se už nemusela vejít. Odpovídám dál i bez něj, tím, co najdu. Víc může povolit provozovatel bota: tokens_per_day v oddílu [ai].
core-ai-fault = { $fault ->
        [refused] AI server { $host } nepřijímá klíč bota, nebo na něm došel kredit.
       *[other] AI server { $host } nezná model, na který se ho ptám, nebo vůbec neví, co po něm chci.
    } Odpovídám dál i bez něj, tím, co najdu. Provozovatel bota ať se v oddílu [ai] podívá na { $fault ->
        [refused] api_key
       *[other] model, base_url a api
    }; já to zkouším znovu každých deset minut.

## Role, štítky a dveře

core-native-not-here = Na tom serveru nebo v té skupině není.
core-native-no-account = Nevím tam o žádném jeho účtu.
core-native-no-answer = Síť už den neodpovídá. Zkouším to znovu každý den.
core-native-away = Na tom serveru nebo v té skupině už nejsem. Vraťte mě tam.
core-native-administrator = Správci skupiny mají místo štítku vlastní titul.
core-native-unknown = Taková role, štítek nebo místo tam už není. Vyber jiné.
core-native-broken = Při pokusu se něco pokazilo; víc je v logu pod <code>{ $code }</code>.
core-native-no-rooms = Tahle síť nemá soukromá vlákna, nebo tam nemám kde je založit. Na Telegramu založ skupinu a napiš /setup door.
core-native-refused = Síť to odmítá: { $why }
core-poll-none = Tahle síť vlastní ankety nemá.
core-poll-no-place = Nemám tam kam psát. Místo vybereš přes /setup.
core-poll-question = Anketa přímo od sítě má na otázku nejvýš { $most } znaků.
core-poll-options = Anketa přímo od sítě má nejvýš { $most } odpovědí.
core-poll-option = Anketa přímo od sítě má na odpověď nejvýš { $most } znaků.
core-poll-short = Anketa přímo od sítě je otevřená aspoň { $least }.
core-poll-long = Anketa přímo od sítě je otevřená nejdéle { $days } dní.
core-poll-open = V anketě přímo od sítě každý vidí, kdo jak hlasoval.
core-poll-secret = V kanálu anketa přímo od sítě neprozradí, kdo hlasoval, takže by nešlo pohlídat jeden hlas na člověka.
core-invite-none = Tahle síť vlastní pozvánky nemá.
native-failed =
    { $kind ->
        [door] Místo { $what }: někoho se mi tam nepodařilo pustit. { $problem } Zkouším to každý den znovu, tlačítko v /doctor hned.
       *[badge] Odznak { $what }: někomu se mi ho nepodařilo dát. { $problem } Zkouším to každý den znovu, tlačítko v /doctor hned.
    }
native-stuck =
    { $kind ->
        [door] Místo { $what }: pořád je tam někdo, komu už vypršel čas. { $problem } Zkouším to každý den znovu, tlačítko v /doctor hned.
       *[badge] Odznak { $what }: pořád ho má někdo, komu už vypršel čas. { $problem } Zkouším to každý den znovu, tlačítko v /doctor hned.
    }
native-opened = { $place }: máš tam otevřeno. Požádej o vstup a já tě hned pustím: { $address }
door-open-changed = { $after }: uzavřené místo
door-close-changed = { $before }: už ne uzavřené místo
space-join-changed = { $after }: připojené místo
space-part-changed = { $before }: jde svou cestou
space-trust-changed =
    { $after ->
        [yes] správci připojeného místa spravují i tuhle komunitu
       *[no] správci připojeného místa jsou jen členové
    }

## Answers on a scale: its buttons, and what they come to

scale-score = { $number }
scale-stars = { $number } ★
scale-mean = { $scale ->
        [stars] Průměrně { NUMBER($mean) } z 5 hvězdiček
       *[score] Průměrně { NUMBER($mean) } z 10
    }
scale-net = Ochota doporučit (NPS) { $score }{ $certain ->
        [yes] {" "}± { $margin }
       *[no] {""}
    }
scale-about = { $net ->
        [yes] Ochota doporučit (NPS), od −100 do +100
       *[no] průměrně z { $of }
    }
scale-group = { $mood ->
        [against] Odrazují
        [neither] Vlažní
       *[for] Doporučují
    }
scale-group-words = { NUMBER($count) } · { NUMBER($share) } %
