### Milníky. Texty sérií smějí zmínit každý údaj, $name a $milestone: číslo, kterého někdo dosáhl.

milestones-title = Milníky
milestones-about = Narozeniny, výročí, kulaté počty streamů a bodů a ti, kdo zůstávají roky.
milestones-setting-greet = Kde se milníky připomínají všem
milestones-setting-greet-takes = post (kanál pro všechny), hosts (jen místo pro ty, kdo vysílají) nebo nowhere (nikde)
milestones-setting-greet-post = Kanál pro všechny
milestones-setting-greet-hosts = Jen místo pro ty, kdo vysílají
milestones-setting-greet-nowhere = Nikde
milestones-journey-birthday = v den narozenin
    .title = Narozeniny
milestones-journey-joined = každý rok v den, kdy někdo přišel
    .title = Výročí příchodu
milestones-journey-ordered = každý rok v den první objednávky
    .title = Výročí první objednávky
milestones-journey-streams-10 = po desátém streamu
    .title = 10 streamů
milestones-journey-streams-25 = po 25. streamu
    .title = 25 streamů
milestones-journey-streams-50 = po 50. streamu
    .title = 50 streamů
milestones-journey-streams-100 = po stém streamu
    .title = 100 streamů
milestones-journey-points-1000 = když někdo získá 1 000 bodů
    .title = 1 000 bodů
milestones-journey-points-5000 = když někdo získá 5 000 bodů
    .title = 5 000 bodů
milestones-journey-tier = když někdo postoupí na vyšší úroveň
    .title = Nové úrovně
milestones-journey-veterans = když někdo dostane odznak { badges-badge-veteran }
    .title = Pamětníci
milestones-step-word = Pár slov tomu, koho se to týká
milestones-step-greeting = Připomenutí všem
milestones-journey-birthday-word = { milestones-step-word }
milestones-journey-birthday-greeting = { milestones-step-greeting }
milestones-journey-joined-word = { milestones-step-word }
milestones-journey-joined-greeting = { milestones-step-greeting }
milestones-journey-ordered-word = { milestones-step-word }
milestones-journey-ordered-greeting = { milestones-step-greeting }
milestones-journey-streams-10-word = { milestones-step-word }
milestones-journey-streams-10-greeting = { milestones-step-greeting }
milestones-journey-streams-25-word = { milestones-step-word }
milestones-journey-streams-25-greeting = { milestones-step-greeting }
milestones-journey-streams-50-word = { milestones-step-word }
milestones-journey-streams-50-greeting = { milestones-step-greeting }
milestones-journey-streams-100-word = { milestones-step-word }
milestones-journey-streams-100-greeting = { milestones-step-greeting }
milestones-journey-points-1000-word = { milestones-step-word }
milestones-journey-points-1000-greeting = { milestones-step-greeting }
milestones-journey-points-5000-word = { milestones-step-word }
milestones-journey-points-5000-greeting = { milestones-step-greeting }
milestones-journey-tier-word = { milestones-step-word }
milestones-journey-tier-greeting = { milestones-step-greeting }
milestones-journey-veterans-word = { milestones-step-word }
milestones-journey-veterans-greeting = { milestones-step-greeting }

cmd-birthday = Řekni mi, kdy máš narozeniny (bez roku), nebo zjisti, co vím
opt-birthday-day = kolikátého
    .name = den
opt-birthday-month = který měsíc
    .name = měsíc
    .january = leden, ledna, january, 1
    .february = únor, února, february, 2
    .march = březen, března, march, 3
    .april = duben, dubna, april, 4
    .may = květen, května, may, 5
    .june = červen, června, june, 6
    .july = červenec, července, july, 7
    .august = srpen, srpna, august, 8
    .september = září, september, 9
    .october = říjen, října, october, 10
    .november = listopad, listopadu, november, 11
    .december = prosinec, prosince, december, 12

milestones-birthday-unknown = Nevím, kdy máš narozeniny. Řekni mi den a měsíc, třeba /birthday 7 března, a já si to zapamatuju. Rok vědět nemusím.
milestones-birthday-known = Narozeniny máš { $day }. { $shown ->
    [yes] Ostatní to vědět můžou.
   *[no] Nikdo další se to nedozví.
}
milestones-birthday-asked = { $day }: je to tak? Můžou se to ten den dozvědět i ostatní, nebo to zůstane mezi námi?
milestones-birthday-kept = Zapsáno: { $day }. { $shown ->
    [yes] Ten den se to dozvědí i ostatní.
   *[no] Zůstane to mezi námi.
} Změnit to můžeš kdykoli přes /birthday.
milestones-birthday-forgotten = { $known ->
    [yes] Zapomenuto. O tvých narozeninách už nic nevím.
   *[no] O žádných tvých narozeninách nevím.
}
milestones-birthday-unread = Ten den už nepřečtu. Řekni mi ho prosím znovu, třeba /birthday 7 března.
milestones-which-month = Den { $day }, a který měsíc? Třeba /birthday { $day } března.
milestones-no-such-day = Ten měsíc má { $longest } dní, den { $day } v něm není. Zkus to znovu, třeba /birthday 7 března.
milestones-own-line = Narozeniny: { $day }{ $shown ->
    [yes] { "" }
   *[no] { " " }(vidíš to jen ty)
}

milestones-yes-shown = Ano, můžou to vědět
milestones-yes-private = Ano, ale jen mezi námi
milestones-forget = Zapomeň na ně
milestones-do-show = { $shown ->
    [yes] Ať to ostatní vědí
   *[no] Ať to zůstane mezi námi
}

## Co lidé dostanou

milestones-birthday-a = Všechno nejlepší k narozeninám. Ať se ti ten další rok vydaří.
milestones-birthday-b = Dneska je tvůj den. Všechno nejlepší od nás všech.
milestones-joined = Dnes { $milestone ->
    [one] je to rok
    [few] jsou to { $milestone } roky
    [many] je to { $milestone } roku
   *[other] je to { $milestone } let
}, co jsi mezi námi. Díky, že tu zůstáváš.
milestones-ordered = Dnes { $milestone ->
    [one] je to rok
    [few] jsou to { $milestone } roky
    [many] je to { $milestone } roku
   *[other] je to { $milestone } let
} od tvé první objednávky u nás. Díky za důvěru.
milestones-streams = Máš s námi za sebou už { $milestone } streamů. To zvládne málokdo. Díky.
milestones-points = Od začátku ti u nás přibylo už { NUMBER($milestone) } bodů. Přehled najdeš pod /points.
milestones-tier = Máš novou úroveň: { $tier }. Co ti přináší, ukáže /tiers.
milestones-veteran = Jsi s námi tak dlouho, že bez tebe by to tu nebylo ono. Díky.

## Pro všechny

milestones-post = { $text }
milestones-post-birthday = 🎂 Dnes slaví narozeniny: { $names }.
milestones-post-joined = Dnes slaví { $number ->
    [one] rok
    [few] { $number } roky
    [many] { $number } roku
   *[other] { $number } let
} s námi: { $names }.
milestones-post-ordered = { $number ->
    [one] Rok
    [few] { $number } roky
    [many] { $number } roku
   *[other] { $number } let
} od první objednávky: { $names }.
milestones-post-streams = Už { $number } streamů s námi: { $names }. Gratulujeme.
milestones-post-points = Už { NUMBER($number) } získaných bodů: { $names }. Gratulujeme.
milestones-post-tier = O úroveň výš: { $names }. Gratulujeme.
milestones-post-veterans = Takhle dlouho s námi vydrží málokdo: { $names }. Díky.

milestones-cue-birthday = 🎂 Dnes slaví narozeniny: { $names }.
milestones-cue-streams = Jubilejní { $number }. stream: { $names }
milestones-cue-points = Kousek od { NUMBER($number) } bodů: { $names }
