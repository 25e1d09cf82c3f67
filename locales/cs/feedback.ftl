### Zpětná vazba: kdykoli pár slov týmu a jeho osobní odpověď.

feedback-title = Zpětná vazba
feedback-about = Kdykoli soukromé slovo týmu, který si ho přečte a odpoví.

## Příkazy

cmd-feedback = Řekni týmu, co si myslíš; nikdo jiný to nečte
    .name = feedback
opt-feedback-text = co chceš říct; bez toho se otevře formulář
    .name = text
cmd-read-feedback = Podívej se, co členové říkají, a osobně jim odpověz
    .name = feedback
opt-read-feedback-which = co z toho; když neřekneš, tak co čeká
    .name = co
    .open = čeká, open
    .answered = odpovězené, answered
    .all = vše, all

## Nastavení

feedback-setting-most-in-an-hour = Kolikrát za hodinu smí jeden člověk něco říct
feedback-setting-most-in-a-day = Kolikrát za den smí jeden člověk něco říct
feedback-setting-tell-hosts = Dát týmu hned vědět o každém vzkazu

## Říct něco

feedback-say = Něco říct
feedback-form = Vzkaz týmu
feedback-field-text = Co chceš říct?
feedback-field-about = Čeho se to týká?
feedback-field-stars = Hvězdičky, jestli chceš
feedback-field-may-answer = Smí ti tým odpovědět?
feedback-about-of =
    { $about ->
        [stream] streamy
        [community] komunita
        [goods] co vyrábíme a prodáváme
        [bot] tenhle bot
       *[other] něco jiného
    }
feedback-kept =
    Díky, tým to má a nikdo jiný to nečte. { $may ->
        [yes] Když někdo z nich odpoví, přijde ti to soukromě.
       *[no] Nikdo ti k tomu psát nebude.
    }
feedback-no-answer-wanted = Odpověď nepotřebuju
feedback-no-answer-noted = Zapsáno: nikdo ti k tomu psát nebude. Tvůj vzkaz zůstává.
feedback-empty = Nebylo v tom nic ke čtení, takže se nic neuložilo. Řekni to za /feedback aspoň pár slovy.
feedback-long = Je to delší než { NUMBER($most) } znaků, které se sem vejdou, takže se nic neuložilo. Tady je tvůj text; zkrať ho a pošli znovu přes /feedback: { $text }
feedback-enough = Víc od jednoho člověka najednou neberu. Tohle pošli znovu, jakmile to zas půjde ({ $again }): { $text }
feedback-not-yours = To řekl někdo jiný, nebo už to tu není. Nic se nezměnilo.

## Tým

feedback-stars-of =
    { $starred ->
        [yes] , { $stars }
       *[no] { "" }
    }
feedback-from =
    { $about ->
        [other] { $who }{ feedback-stars-of }
       *[known] { $who } ({ feedback-about-of }{ feedback-stars-of })
    }
feedback-post =
    { feedback-from }:
    „{ $text }“{ $may ->
        [yes] { "" }
       *[no] { " " }Odpověď si nepřeje.
    }{ $state ->
        [new] { "" }
        [read] { " " }Už to četl člověk z týmu: { $host }.
       *[answered] { " " }Odpověď poslal člověk z týmu: { $host }.
    }
feedback-all = Všechny vzkazy
feedback-look = Podívat se
feedback-read = Mám přečteno
feedback-answer = Odpovědět osobně
feedback-make-idea = Udělat z toho nápad
feedback-no-idea = Nikdo neví, čí jsou to slova, takže to není ničí nápad. Dej ho jako svůj přes /idea.
feedback-nobody = někdo neznámý
feedback-list =
    { $which ->
        [open] Vzkazy, které čekají
        [answered] Vzkazy s odpovědí
       *[all] Všechny vzkazy
    }
feedback-list-none =
    { $which ->
        [open] Nic nečeká: všechno má odpověď, nebo zatím nikdo nic neřekl.
        [answered] Zatím nemá odpověď nic.
       *[all] Zatím nikdo nic neřekl. Může každý přes /feedback.
    }
feedback-which =
    { $which ->
        [open] Co čeká
        [answered] S odpovědí
       *[all] Všechny
    }
feedback-line =
    • { feedback-from }: „{ $text }“ ({ $when }, { $state ->
        [new] nové
        [read] přečtené
       *[answered] odpovězené
    })
feedback-page = { feedback-from }, { $when }
feedback-page-text = „{ $text }“
feedback-page-state =
    { $state ->
        [new] Zatím to nikdo nečetl.
        [read] Přečteno ({ $host }).
       *[answered] Odpovězeno ({ $host }).
    }{ $may ->
        [yes] { "" }
       *[no] { " " }Odpověď si nepřeje.
    }
feedback-page-answer = Odpověď: „{ $text }“
feedback-field-answer = Tvoje odpověď
    .help = Přijde soukromě a s tvým jménem. Poslat ji jde jen jednou.
feedback-answer-title = Komu: { $name }
feedback-answer-sent = Tvoje odpověď je na cestě ({ $name }): přímo, nebo do schránky, kde to jinak nejde.
feedback-answer-message =
    { $host } odpovídá na tvůj vzkaz („{ $quoted }“):
    { $text }
feedback-answer-empty = Nic v tom nebylo, takže se nic neposlalo. Stiskni tlačítko ještě jednou a napiš odpověď.
feedback-answer-long = Odpověď smí mít nejvýš { NUMBER($most) } znaků, takže se nic neposlalo. Tady je tvůj text, ať ho můžeš zkrátit: { $text }
feedback-answered-before =
    { $named ->
        [yes] Odpověď už poslal někdo jiný ({ $host })
       *[no] Odpověď už poslal někdo jiný
    }: „{ $answer }“ Nic se neposlalo.{ $written ->
        [yes] { " " }Tvůj text: { $text }
       *[no] { "" }
    }
feedback-no-answer =
    Kdo to řekl, odpověď si nepřeje, takže se nic neposlalo.{ $written ->
        [yes] { " " }Tvůj text: { $text }
       *[no] { "" }
    }
feedback-heard = vzkaz
feedback-heard-nameless = vzkaz beze jména
feedback-gone = To už se neuchovává: kdo to řekl, byl zapomenut. Nic se nezměnilo ani neposlalo.

## Bez jména

feedback-setting-most-nameless = Kolikrát za den smí jeden člověk říct něco bez jména; 0 znamená vůbec
feedback-setting-tell-answers = Napsat všem, že tým odpověděl na něco, co bylo řečeno bez jména
feedback-ways = Jak to chceš říct? Tým si to přečte tak i tak. Bez jména nikdo nezjistí, že to je od tebe; tým to dostane na konci hodiny, spolu se vším, co mezitím napsali ostatní.
feedback-by-name = Se jménem
feedback-nameless = Bez jména
feedback-nameless-form = Bez tvého jména
feedback-field-may-answer-unseen = Smí tým odpovědět, aniž by věděl komu?
feedback-nameless-kept =
    Uloženo bez tvého jména, tým to dostane do hodiny. { $may ->
        [yes] Když tým odpoví, najdeš to v /feedback.
       *[no] Odpovědět na to nikdo nemůže.
    }
feedback-nameless-enough =
    { $most ->
        [0] Bez jména se tu nic říct nedá, takže se nic neuložilo.
        [one] Bez jména beru od jednoho člověka { NUMBER($most) } vzkaz denně, takže se nic neuložilo.
        [few] Bez jména beru od jednoho člověka { NUMBER($most) } vzkazy denně, takže se nic neuložilo.
        [many] Bez jména beru od jednoho člověka { NUMBER($most) } vzkazu denně, takže se nic neuložilo.
       *[other] Bez jména beru od jednoho člověka { NUMBER($most) } vzkazů denně, takže se nic neuložilo.
    } Tady je tvůj text: { $text }
feedback-answers = Odpovědi pro mě
feedback-answers-none = Na nic, co je od tebe bez jména, zatím odpověď není. Že se díváš, nikdo nevidí.
feedback-answers-line =
    Tvůj vzkaz: „{ $text }“
    Tým: { $answer }
feedback-answers-post =
    { $count ->
        [one] Tým odpověděl na { NUMBER($count) } vzkaz bez jména.
        [few] Tým odpověděl na { NUMBER($count) } vzkazy bez jména.
        [many] Tým odpověděl na { NUMBER($count) } vzkazu bez jména.
       *[other] Tým odpověděl na { NUMBER($count) } vzkazů bez jména.
    } Odpověď si tu přečte jen ten, kdo vzkaz poslal.
feedback-nameless-all = Bez jména
feedback-nameless-list = Řečeno bez jména
feedback-nameless-none = Bez jména tu ještě nikdo nic neřekl. Co přijde, ukáže se tu jednou za hodinu.
feedback-nameless-line =
    { NUMBER($turn) }. „{ $text }“{ $about ->
        [other] { "" }
       *[known] { " " }O čem to je: { feedback-about-of }.
    }{ $starred ->
        [yes] { " " }{ $stars }
       *[no] { "" }
    } ({ $day }){ $state ->
        [answered] { " " }Odpověď: „{ $answer }“
        [none] { " " }Bez přání o odpověď.
       *[new] { "" }
    }
feedback-nameless-post =
    { $count ->
        [one] Přišel vám { NUMBER($count) } vzkaz bez jména. Od koho je, nikdo nevidí; odpovědět jde i tak.
        [few] Přišly vám { NUMBER($count) } vzkazy bez jména, v náhodném pořadí. Od koho jsou, nikdo nevidí; odpovědět jde i tak.
        [many] Přišlo vám { NUMBER($count) } vzkazu bez jména, v náhodném pořadí. Od koho jsou, nikdo nevidí; odpovědět jde i tak.
       *[other] Přišlo vám { NUMBER($count) } vzkazů bez jména, v náhodném pořadí. Od koho jsou, nikdo nevidí; odpovědět jde i tak.
    }
feedback-nameless-answer-to = Odpovědět na č. { NUMBER($turn) }
feedback-answer-unseen = Odpovědět
feedback-answer-unseen-title = Komu, to nikdo neví
feedback-field-answer-unseen = Tvoje odpověď
    .help = Přečte si ji jen ten, kdo vzkaz poslal; ani ty, ani já nevidíme, kdo to je. Poslat jde jednou.
feedback-answer-unseen-kept = Odpověď čeká na toho, kdo to řekl; ani ty, ani já nevidíme, kdo to je. Do hodiny se všichni dozvědí, že nějaká je.

## V tom, co ukazují jiní

feedback-cue =
    { $count ->
        [one] Od minulého streamu { NUMBER($count) } nepřečtený vzkaz: /read feedback
        [few] Od minulého streamu { NUMBER($count) } nepřečtené vzkazy: /read feedback
        [many] Od minulého streamu { NUMBER($count) } nepřečteného vzkazu: /read feedback
       *[other] Od minulého streamu { NUMBER($count) } nepřečtených vzkazů: /read feedback
    }
feedback-status =
    { $count ->
        [one] { NUMBER($count) } vzkaz zatím nikdo nečetl: /read feedback
        [few] { NUMBER($count) } vzkazy zatím nikdo nečetl: /read feedback
        [many] { NUMBER($count) } vzkazu zatím nikdo nečetl: /read feedback
       *[other] { NUMBER($count) } vzkazů zatím nikdo nečetl: /read feedback
    }
