### Souhrny: co lidé píšou týmu, probrané dohromady.

triage-title = Souhrny
triage-about = Co lidé píšou týmu, po tématech a jednou denně.

## Příkazy

cmd-digest = Projdi si po tématech, co lidé píšou týmu, nejnaléhavější napřed
    .name = souhrn
opt-digest-which = za jakou dobu; když to neuvedeš, za dnešek
    .name = doba
    .today = dnes
    .week = tyden
    .stream = stream

## Nastavení

triage-setting-daily-digest = Jednou denně poslat týmu souhrn toho, co lidé napsali
triage-setting-digest-hour = V kolik hodin souhrn přijde
triage-setting-digest-hour-takes = 0 až 23, podle hodin komunity
triage-setting-urgent-at-once = Hned dát týmu vědět, co nepočká
triage-setting-most-urgent-in-an-hour = Kolik takových zpráv za hodinu přijde po jedné; ostatní přijdou naráz

## Co lidé napsali

triage-digest = Co lidé napsali
triage-look = Ukázat
triage-answer-heard = Odpovědět
triage-which =
    { $which ->
        [today] Dnes
        [week] Posledních 7 dní
       *[stream] Od začátku streamu
    }
triage-heading =
    { $which ->
        [today] Co dnes lidé napsali
        [week] Co lidé napsali za posledních 7 dní
        [stream] Co lidé napsali od začátku streamu
       *[digest] Co lidé napsali, než přišel souhrn ({ $until })
    }
triage-texts =
    { $texts ->
        [one] jeden text
        [few] { $texts } texty
        [many] { $texts } textu
       *[other] { $texts } textů
    }
triage-by =
    { $people ->
        [0] { "" }
        [one] { " " }od jednoho člověka
        [few] { " " }od { $people } lidí
        [many] { " " }od { $people } člověka
       *[other] { " " }od { $people } lidí
    }{ $nameless ->
        [0] { "" }
        [one] , jeden beze jména
        [few] , { $nameless } beze jména
        [many] , { $nameless } beze jména
       *[other] , { $nameless } beze jména
    }
triage-tone =
    { $feeling ->
        [upset] { " " }Zní to naštvaně.
        [pleased] { " " }Zní to spokojeně.
       *[neutral] { "" }
    }{ $urgency ->
        [none] { "" }
       *[other] { " " }<b>{ triage-urgent }</b>
    }
triage-urgent =
    { $urgency ->
        [unsafe] Nepočká: někdo může být v nebezpečí.
        [harassed] Nepočká: někdo někoho obtěžuje.
        [money] Nepočká: jde o peníze.
        [legal] Nepočká: může jít o právní věc.
        [broken] Nepočká: něco nefunguje.
       *[hurry] Nepočká: spěchá to.
    }
triage-counts =
    { $texts ->
        [one] Jeden text
        [few] { $texts } texty
        [many] { $texts } textu
       *[other] { $texts } textů
    }{ triage-by }.{ $waiting ->
        [0] { "" }
        [one] { " " }Jeden je zatím bez odpovědi.
        [few] { " " }{ $waiting } jsou zatím bez odpovědi.
        [many] { " " }{ $waiting } je zatím bez odpovědi.
       *[other] { " " }{ $waiting } je zatím bez odpovědi.
    }
triage-single = <b>{ $turn }.</b> „{ $quote }“{ triage-tone }
triage-topic =
    <b>{ $turn }. { $topic }</b>: { triage-texts }{ triage-by }.{ triage-tone }
    „{ $quote }“
triage-topic-two =
    <b>{ $turn }. { $topic }</b>: { triage-texts }{ triage-by }.{ triage-tone }
    „{ $quote }“
    „{ $second }“
triage-gap = { "" }
triage-rest = Co moc neříká
triage-aside =
    { $count ->
        [one] Jeden text říká tak málo, že k žádnému tématu nepatří: { $examples }
        [few] { $count } texty říkají tak málo, že k žádnému tématu nepatří: { $examples }
        [many] { $count } textu říká tak málo, že k žádnému tématu nepatří: { $examples }
       *[other] { $count } textů říká tak málo, že k žádnému tématu nepatří: { $examples }
    }
triage-more =
    { $count ->
        [one] A ještě jedno téma.
        [few] A ještě { $count } témata.
        [many] A ještě { $count } tématu.
       *[other] A ještě { $count } témat.
    }
triage-alone =
    { $count ->
        [one] Další text je o něčem jiném.
        [few] Další { $count } texty: každý je o něčem jiném.
        [many] Dalších { $count } textu: každý je o něčem jiném.
       *[other] Dalších { $count } textů: každý je o něčem jiném.
    }
triage-none = Za tu dobu týmu nikdo nic nenapsal. Sejde se tu, co lidé napíšou přes /q a /feedback.
triage-piece =
    <b>{ $turn }. { $who }</b>, { $when } ({ $source }): „{ $text }“{ triage-tone }{ $answered ->
        [yes] { " " }Už je zodpovězeno.
       *[no] { "" }
    }
triage-suggests = Nabízí se odpověď: { $title }
triage-answer-to = Odpovědět: { $turn }
triage-heard = zvenčí
triage-nobody = Někdo beze jména
triage-gone = Tohle už tu není: je to moc staré, nebo je autor zapomenutý. Co tu je, ukáže /digest.
triage-answered = Na tohle už odpověď odešla, nebo ji nikdo nechce. Nic se neposlalo.
triage-no-stream = Zatím žádný stream nebyl. Co lidé napsali dnes, ukáže /digest.
triage-digest-post =
    <b>Co lidé napsali od posledního souhrnu</b>
    { $counts }
    { $lines }
triage-urgent-post =
    <b>{ triage-urgent }</b> { $who } ({ $source }):
    „{ $text }“
triage-urgent-gathered =
    { $count ->
        [one] Během hodiny přišel ještě jeden text, který nepočká.
        [few] Během hodiny přišly ještě { $count } texty, které nepočkají.
        [many] Během hodiny přišlo ještě { $count } textu, které nepočká.
       *[other] Během hodiny přišlo ještě { $count } textů, které nepočkají.
    }
