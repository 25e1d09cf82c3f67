### 48 hodin po streamu. Texty sérií mohou zmínit každý fakt a k tomu $stream (název), $titled (jestli nějaký má), $host,
### $time_there, $highlights, $next_stream.

followups-title = Po streamu
followups-about = Po streamu se 48 hodin ozývá: poděkování, nejlepší chvíle, jedna otázka, další stream.
followups-journey-after-stream = pro všechny, kdo byli na streamu
    .title = 48 hodin po streamu
followups-journey-missed-it = pro ty, kdo chtěli přijít a nevyšlo to
    .title = Co jim uteklo
followups-setting-post = Příspěvek do společného kanálu s tlačítkem k vlastnímu vzkazu
followups-setting-tell-hosts = Po každém streamu říct týmu, co je v plánu
followups-setting-progress = Ukazovat týmu, jak to jde, v jedné zprávě, která se mění
followups-setting-report = Po 48 hodinách poslat týmu přehled

cmd-inbox = Otevři, co na tebe čeká; nikdo jiný to neuvidí
cmd-followups = Podívej se, co přinesl poslední stream

## Co lidé dostanou

followups-untitled = poslední stream
followups-nothing-planned = (zatím není v plánu)
followups-nothing-noted = • (žádná chvíle se nezapsala)
followups-coming = „{ $title }“, { $when }

followups-thanks-a =
    Díky za stream{ $titled ->
        [yes] { " " }„{ $stream }“
       *[no] { "" }
    }.{ $streams_attended ->
        [0] { "" }
        [1] { " " }Byl to tvůj první s námi, vítej.
       *[more] { " " }Byl to náš { $streams_attended }. společný.
    }{ $stream_minutes ->
        [0] { $stream_questions ->
            [0] { "" }
            [one] { " " }Zazněla na něm i otázka od tebe.
            [few] { " " }Zazněly na něm i { $stream_questions } otázky od tebe.
            [many] { " " }Zaznělo na něm i { $stream_questions } otázky od tebe.
           *[other] { " " }Zaznělo na něm i { $stream_questions } otázek od tebe.
        }
       *[more] { $stream_questions ->
            [0] { " " }Tentokrát { $time_there } s námi.
            [one] { " " }Tentokrát { $time_there } s námi a jedna otázka od tebe.
            [few] { " " }Tentokrát { $time_there } s námi a { $stream_questions } otázky od tebe.
            [many] { " " }Tentokrát { $time_there } s námi a { $stream_questions } otázky od tebe.
           *[other] { " " }Tentokrát { $time_there } s námi a { $stream_questions } otázek od tebe.
        }
    }{ $badge_won ->
        [yes] { " " }Nově máš na kartě: { $badges_won }.
       *[no] { "" }
    }{ $since_ordered ->
        [yes] { " " }A díky za objednávku.
       *[no] { "" }
    }
followups-thanks-b =
    A je zase ticho. { $stream_minutes ->
        [0] Díky za návštěvu{ $titled ->
            [yes] { " " }streamu „{ $stream }“
           *[no] { "" }
        }{ $stream_questions ->
            [0] .
            [one] { " " }a za otázku.
            [few] { " " }a za { $stream_questions } otázky.
            [many] { " " }a za { $stream_questions } otázky.
           *[other] { " " }a za { $stream_questions } otázek.
        }
       *[more] Díky za tvůj čas{ $titled ->
            [yes] { " " }na streamu „{ $stream }“
           *[no] { "" }
        }: { $time_there }{ $stream_questions ->
            [0] .
            [one] { " " }a jedna otázka.
            [few] { " " }a { $stream_questions } otázky.
            [many] { " " }a { $stream_questions } otázky.
           *[other] { " " }a { $stream_questions } otázek.
        }
    }{ $streams_attended ->
        [0] { "" }
        [1] { " " }Byl to tvůj první stream s námi a snad ne poslední.
       *[more] { " " }Byl to náš { $streams_attended }. společný stream.
    }{ $badge_won ->
        [yes] { " " }Nově máš na kartě: { $badges_won }.
       *[no] { "" }
    }{ $since_ordered ->
        [yes] { " " }A díky za objednávku.
       *[no] { "" }
    }
followups-care = K tvé objednávce: je na ní něco nejasného, třeba jak o ni pečovat nebo kdy dorazí? Zeptej se tady, tým to uvidí.{ $has_content ->
        [yes] { "" }
        { "" }
        { $content_liked ->
            [yes] Nově k tomu, co tě zajímá:
           *[no] K tvým otázkám tu je:
        }
        { $content }
       *[no] { "" }
    }
followups-highlights =
    { $stream_notes ->
        [0] { $has_content ->
            [yes] { "" }
           *[no] Díky za otázky.
        }
       *[more] Chvíle, které stojí za zapamatování{ $titled ->
            [yes] { " " }ze streamu „{ $stream }“
           *[no] { "" }
        }:
        { $highlights }
    }{ $has_content ->
        [yes] { $stream_notes ->
            [0] { "" }
           *[more] { "" }
            { "" }
            { "" }
        }{ $content_liked ->
            [yes] Nově k tomu, co tě zajímá:
           *[no] K tvým otázkám tu je:
        }
        { $content }
       *[no] { "" }
    }
followups-feedback =
    Jedna otázka{ $titled ->
        [yes] { " " }po streamu „{ $stream }“
       *[no] { "" }
    }: jak pravděpodobné je, že na příští stream přivedeš někoho známého? 0 znamená vůbec, 10 určitě. Odpověď uvidí jen tým.
followups-stars =
    Jak se ti líbil { $titled ->
        [yes] stream „{ $stream }“
       *[no] poslední stream
    }? Stačí jedno klepnutí a uvidí ho jen tým.
followups-last-call =
    { $titled ->
        [yes] Než stream „{ $stream }“ docela dozní
       *[no] Než poslední stream docela dozní
    }, podívej se na další: { $next_stream }. Mám ti ho připomenout?{ $has_reward ->
        [yes] { "" }
        { "" }
        { $next_reward }
       *[no] { "" }
    }{ $has_referral ->
        [yes] { "" }
        { "" }
        { $referral }
       *[no] { "" }
    }
followups-last-offer =
    { $titled ->
        [yes] Než stream „{ $stream }“ docela dozní:
       *[no] Než poslední stream docela dozní:
    }{ $has_reward ->
        [yes] { "" }
        { $next_reward }
       *[no] { "" }
    }{ $has_referral ->
        [yes] { "" }
        { $referral }
       *[no] { "" }
    }
followups-missed =
    { $titled ->
        [yes] Na stream „{ $stream }“ to nevyšlo
       *[no] Na poslední stream to nevyšlo
    }, to se stává.{ $stream_notes ->
        [0] { " " }
       *[more] { " " }Tohle na něm stálo za to:
        { $highlights }
        { "" }
        { "" }
    }Příště: { $next_stream }. Mám ti to připomenout?
followups-missed-moments =
    { $titled ->
        [yes] Na stream „{ $stream }“ to nevyšlo
       *[no] Na poslední stream to nevyšlo
    }, to se stává. Tohle na něm stálo za to:
    { $highlights }

## Tlačítka

followups-open = Otevřít můj vzkaz
followups-open-again = Ukázat znovu poslední
followups-words = Připsat pár slov
followups-ask = Zeptat se
followups-remind = Připomenout
followups-read-words = Přečíst odpovědi
followups-reply = Odpovědět osobně

## Co na to bot

followups-thanks-unhappy = Díky za upřímnost. Tým to vidí a někdo z něj se ti může ozvat. Co by příště pomohlo?
followups-thanks-content = Díky, to nám pomůže. Co chybělo, aby to bylo ještě lepší?
followups-thanks-delighted = Díky, to se hezky čte. Co se ti líbilo nejvíc?
followups-given-before =
    Tvoje hodnocení { $value } z { $kind ->
        [score] 10
       *[stars] 5
    } už tu je a platí. Pár slov k němu můžeš připsat i teď.
followups-words-title = Pár slov
followups-words-label =
    { $unhappy ->
        [yes] Co by příště pomohlo?
       *[no] Co bychom měli vědět?
    }
followups-words-empty = Nic v tom nebylo, takže se nic neuložilo. Stiskni tlačítko ještě jednou a napiš pár slov.
followups-words-kept =
    { $told ->
        [yes] Díky, tým tvoje slova právě dostal.
       *[no] Díky, máme to. Přečte si to jen tým.
    }{ $cut ->
        [yes] { " " }Bylo to dlouhé: uložilo se prvních { $limit } znaků.
       *[no] { "" }
    }
followups-ask-title = Tvoje otázka
followups-ask-field = Co tě zajímá?
followups-ask-kept =
    { $told ->
        [yes] Tým má tvoji otázku. Až někdo odpoví, přijde ti to soukromě.
       *[no] Otázka je uložená a tým ji najde mezi odpověďmi k tomuto streamu.
    }{ $cut ->
        [yes] { " " }Bylo to dlouhé: uložilo se prvních { $limit } znaků.
       *[no] { "" }
    }
followups-not-yours = Tohle tlačítko patří k cizí zprávě, nebo k takové, která už není. Nic se nezměnilo; co na tebe čeká, ukáže /inbox.
followups-remind-none = Teď žádný stream v plánu není, takže není co připomenout. Další se objeví v kanálu.

## Schránka a příspěvek

followups-post =
    { $titled ->
        [yes] To byl stream „{ $stream }“.
       *[no] Je po streamu.
    } { $people ->
        [one] Díky za účast.
        [few] Díky vám všem, byli jste { $people }.
        [many] Díky vám všem, bylo vás { $people }.
       *[other] Díky vám všem, bylo vás { $people }.
    } Na každého z vás čeká vlastní vzkaz; nikdo jiný ho neuvidí.
followups-post-over =
    { $titled ->
        [yes] To byl stream „{ $stream }“. Jeho vzkazy už skončily; příště budou nové.
       *[no] Vzkazy z tohoto streamu už skončily; příště budou nové.
    }
followups-inbox-empty = Nic nového na tebe nečeká. Po streamu, na kterém tě potkáme, tu najdeš vzkaz.
followups-inbox-direct =
    { $route ->
        [thread] Tady nic nečeká: poslední vzkaz ti přišel do soukromého vlákna.
       *[direct] Tady nic nečeká: poslední vzkaz ti přišel přímou zprávou.
    }
followups-inbox-more =
    { $count ->
        [one] Čeká na tebe ještě jeden.
        [few] Čekají na tebe ještě { $count }.
        [many] Čeká na tebe ještě { $count }.
       *[other] Čeká na tebe ještě { $count }.
    }

## Pro tým: někdo potřebuje člověka

followups-hosts-unhappy =
    { $name } hodnotí { $titled ->
        [yes] stream „{ $stream }“
       *[no] poslední stream
    }: { $value } z { $kind ->
        [score] 10
       *[stars] 5
    }. Osobní slovo může pomoct; { $name } ví, že se někdo z vás může ozvat.
followups-hosts-words =
    { $name } k hodnocení { $titled ->
        [yes] streamu „{ $stream }“
       *[no] posledního streamu
    } ({ $value } z { $kind ->
        [score] 10
       *[stars] 5
    }) { $again ->
        [yes] píše nově:
       *[no] dodává:
    }
    { $words }
followups-hosts-question =
    { $name } se ptá na objednávku{ $titled ->
        [yes] { " " }ze streamu „{ $stream }“
       *[no] { "" }
    }:
    { $words }
followups-reply-title = Komu: { $name }
followups-reply-field = Tvoje odpověď
followups-reply-help = Přijde soukromě a s tvým jménem. Poslat ji jde jen jednou.
followups-reply-empty = Nic v tom nebylo, takže se nic neposlalo. Stiskni tlačítko ještě jednou a napiš odpověď.
followups-answer-gone = Tahle odpověď už uložená není, takže není komu psát. Nic se neposlalo.
followups-replied-already = Někdo z vás už odpověděl. Nic se neposlalo.
followups-reply-too-late =
    Někdo z vás byl rychlejší, takže se tvoje odpověď neposlala. Tady je, kdyby se hodila jinde:
    { $text }
followups-reply-stopped =
    { $name } dává jen hodnocení beze slov a nechce žádné zprávy, takže odpověď poslat nejde.{ $written ->
        [yes] { " " }Tady je, kdyby se hodila jinde:
            { $text }
       *[no] { "" }
    }
followups-reply-sent =
    Odpověď je na cestě. { $name } ji dostane jako přímou zprávu, a kde to nejde, do schránky.{ $cut ->
        [yes] { " " }Byla dlouhá: posílá se prvních { $limit } znaků.
       *[no] { "" }
    }
followups-reply-message =
    { $host } ti píše k tvé { $about ->
        [question] otázce
       *[other] odpovědi
    }:

    { $text }

## Pro tým: co je v plánu

followups-planned-after-stream =
    <b>{ $titled ->
        [yes] „{ $stream }“ skončil
       *[no] Stream skončil
    }.</b> { $reaches ->
        [some] Následujících 48 hodin se ozveme { $people ->
            [one] jednomu člověku
            [few] { $people } lidem
            [many] { $people } člověka
           *[other] { $people } lidem
        }.
       *[nobody] { $people ->
            [one] Byl tam jeden člověk.
            [few] Byli tam { $people } lidé.
            [many] Bylo tam { $people } člověka.
           *[other] Bylo tam { $people } lidí.
        } { followups-planned-nobody }
    }{ $status ->
        [shadow] { " " }Zatím nic neodešlo: je to poprvé, musí se na to podívat a schválit to správce.
        [waiting] { " " }Zatím nic neodešlo: série se upravila a musí ji schválit správce.
        [paused] { " " }Dokud je série pozastavená, nic neodejde.
       *[running] { $reaches ->
            [some] { " " }Všechno odejde samo.
           *[nobody] { "" }
        }
    }{ $details }
followups-planned-missed-it =
    { $titled ->
        [yes] Na stream „{ $stream }“
       *[no] Na stream
    } { $people ->
        [one] chtěl přijít jeden člověk a nevyšlo to
        [few] chtěli přijít { $people } lidé a nevyšlo to
        [many] chtělo přijít { $people } člověka a nevyšlo to
       *[other] chtělo přijít { $people } lidí a nevyšlo to
    }{ $reaches ->
        [some] ; dozví se, jaké to bylo.
       *[nobody] . { followups-planned-nobody }
    }{ $status ->
        [shadow] { " " }Zatím nic neodešlo: je to poprvé, musí se na to podívat a schválit to správce.
        [waiting] { " " }Zatím nic neodešlo: série se upravila a musí ji schválit správce.
        [paused] { " " }Dokud je série pozastavená, nic neodejde.
       *[running] { $reaches ->
            [some] { " " }Odejde to samo.
           *[nobody] { "" }
        }
    }{ $details }
followups-planned-nobody =
    Zatím to vypadá, že nikomu nic nenapíšeme{ $reaches ->
        [off] : všechny zprávy jsou vypnuté.
        [for-others] : žádná zpráva se nehodí. Změnit to může poznámka ze streamu nebo naplánovaný další stream.
       *[nobody] .
    }
followups-by-no-route = nikdo
followups-planned-share = Z rovnoměrně vybraných { $people }:
followups-planned-step = { $step }: { $routes }
followups-by-route =
    { $route ->
        [direct] přímou zprávou { $count }
        [inbox] do schránky { $count }
        [thread] do vlákna { $count }
        [mention] zmínkou { $count }
       *[stage] z vysílání { $count }
    }
followups-planned-given = už odešlo { $routes }
followups-left-out-all = ; vynecháno: { $reasons }
followups-left-out =
    { $reason ->
        [satisfied] už hotovo
        [left] už tu nejsou
        [stopped] nechtějí žádné zprávy
        [no-consent] bez souhlasu
        [no-route] nedosažitelní
        [expired] pozdě
        [same-person] zastižení na jiném účtu
        [superseded] převzal novější stream
        [live-again] mezitím nový stream
        [exited] ukončeno tím, co udělali
        [unhappy] nespokojení (bez nabídek)
        [holdout] srovnávací skupina
        [cancelled] zastaveno vámi
        [capped] už dost zpráv
        [quiet-hours] tiché hodiny
        [unknown-outcome] neví se, jestli došlo
        [refused] platforma odmítla
        [broken] nešlo sestavit
       *[other] { $reason }
    } { $count }

## Kroky, jak jim říkají /why, přehledy a obrazovky správců

followups-journey-after-stream-thanks = Poděkování
followups-journey-after-stream-care = Péče po objednávce
followups-journey-after-stream-highlights = Nejlepší chvíle
followups-journey-after-stream-feedback = Hodnocení 0–10
followups-journey-after-stream-stars = Hvězdičky
followups-journey-after-stream-last-call = Další stream
followups-journey-after-stream-last-offer = Než to dozní
followups-journey-missed-it-missed = Co tam bylo a další stream
followups-journey-missed-it-missed-moments = Co tam bylo

## Pro tým: přehled

followups-report =
    <b>{ $titled ->
        [yes] „{ $stream }“
       *[no] Poslední stream
    }{ $over ->
        [yes] { " " }po 48 hodinách
       *[no] , zatím
    }</b>
    { $lines }
followups-report-after-stream =
    { $left ->
        [given] { $people ->
            [one] Ozvali jsme se jednomu člověku.
            [few] Ozvali jsme se { $people } lidem.
            [many] Ozvali jsme se { $people } člověka.
           *[other] Ozvali jsme se { $people } lidem.
        }
        [waits] Zatím nic neodešlo. Zprávy jsou naplánované pro { followups-for-people } a čekají, až je správce projde a schválí.
        [missed] Nic neodešlo. Zprávy byly naplánované pro { followups-for-people }, ale nikdo je včas neschválil.
       *[planned] Zatím nic neodešlo. Zprávy jsou naplánované pro { followups-for-people }.
    }
followups-for-people =
    { $people ->
        [one] jednoho člověka
        [few] { $people } lidi
        [many] { $people } člověka
       *[other] { $people } lidí
    }
followups-report-missed-it =
    { $people ->
        [one] Jeden člověk chtěl přijít a nevyšlo to.
        [few] { $people } lidé chtěli přijít a nevyšlo to.
        [many] { $people } člověka chtělo přijít a nevyšlo to.
       *[other] { $people } lidí chtělo přijít a nevyšlo to.
    }{ $left ->
        [given] { "" }
        [waits] { " " }Zatím k tomu nic neodešlo: správce to musí projít a schválit.
        [missed] { " " }Nic k tomu neodešlo, nikdo to včas neschválil.
       *[planned] { " " }Zatím k tomu nic neodešlo.
    }
followups-report-step =
    · { $step }: předáno { $given }{ $direct ->
        [0] { "" }
       *[more] , přímou zprávou { $direct }
    }{ $thread ->
        [0] { "" }
       *[more] , do soukromého vlákna { $thread }
    }{ $mention ->
        [0] { "" }
       *[more] , zmínkou { $mention } (otevřeno { $called })
    }{ $waiting ->
        [0] { "" }
       *[more] , do schránky { $waiting } (otevřeno { $opened })
    }{ $answered ->
        [0] { "" }
       *[more] , odpovědí { $answered }
    }{ $reached ->
        [0] { "" }
       *[more] , cíle pak dosáhlo { $reached }
    }{ $broken ->
        [0] { "" }
       *[more] , nedoručeno { $broken }
    }
followups-look-named = Náhled: { $name }
followups-approve-named = Schválit: { $name }
followups-report-to-come = Zbytek teprve přijde; co se ke komu hodí, rozhodne se až v tu chvíli.
followups-report-variant = — text { $name }: předáno { $given }, otevřeno { $opened }, odpovědí { $answered }{ $reached ->
        [0] { "" }
       *[more] , cíle pak dosáhlo { $reached }
    }
followups-compare =
    { $found ->
        [early] — ke srovnání je potřeba { $least } lidí na každý z těchto textů
       *[enough] — všechny streamy od poslední změny, { $what ->
            [reached] došlo k cíli
            [answered] odpovědělo
           *[opened] otevřelo
        }: { $shares }. { $found ->
            [better] Lepší je text { $name }, o { $low } až { $high } bodů.
           *[open] Který je lepší, zatím nejde říct.
        }
    }
followups-compare-share = { $name } { $did } z { $of } ({ $percent } %, asi { $low } až { $high } %)
followups-goal =
    { $goal ->
        [ordered] Včas objednáno: { $reached } z { $people }.
       *[other] Cíl „{ $goal }“ splněn: { $reached } z { $people }.
    }
followups-report-few =
    { $kind ->
        [score] Hodnocení
       *[stars] Hvězdičky
    }: { $count ->
        [one] { $count } odpověď
        [few] { $count } odpovědi
        [many] { $count } odpovědi
       *[other] { $count } odpovědí
    }; na číslo je potřeba aspoň { $fewest }.
followups-report-mean =
    { $mean } ({ $count ->
        [one] { $count } odpověď
        [few] { $count } odpovědi
        [many] { $count } odpovědi
       *[other] { $count } odpovědí
    }).
followups-report-nps =
    { $alike ->
        [yes] { $nps } (n = { $count }; všechny odpovědi jsou stejné, takže odchylku říct nejde).
       *[no] { $nps } (95 %, n = { $count }).
    }
followups-picture =
    { $titled ->
        [yes] Po streamu „{ $stream }“
       *[no] Po streamu
    }
followups-picture-says = Co lidé odpověděli, jako sloupce. Zpráva říká totéž.
followups-progress =
    <b>{ $over ->
        [yes] 48 hodin{ $titled ->
            [yes] { " " }po streamu „{ $stream }“
           *[no] { "" }
        } uplynulo
       *[no] Zprávy{ $titled ->
            [yes] { " " }po streamu „{ $stream }“
           *[no] { " " }po streamu
        } právě odcházejí
    }</b>
    { $lines }
followups-progress-given =
    { $journey }: { $given ->
        [one] jedna zpráva
        [few] { NUMBER($given) } zprávy
        [many] { NUMBER($given) } zprávy
       *[other] { NUMBER($given) } zpráv
    } pro { followups-for-people }{ $opened ->
        [0] { "" }
       *[more] , otevřeno { NUMBER($opened) }
    }{ $answered ->
        [0] { "" }
       *[more] , odpovědí { NUMBER($answered) }
    }{ $broken ->
        [0] { "" }
       *[more] , nedoručeno { NUMBER($broken) }
    }.
followups-progress-next = Další: { $step }, nejdřív { $when }.
followups-progress-end = Nic dalšího už nepřijde.
followups-report-no-stream = Žádný stream ještě neskončil. Jakmile skončí, uvidíš tu, co přinesl.
followups-report-nobody = Po posledním streamu se nebylo komu ozvat. Kdo na streamu je, dostane je příště automaticky.
followups-words-heading =
    { $count ->
        [one] { $count } odpověď se slovy nebo s nízkým hodnocením.
        [few] { $count } odpovědi se slovy nebo s nízkým hodnocením.
        [many] { $count } odpovědi se slovy nebo s nízkým hodnocením.
       *[other] { $count } odpovědí se slovy nebo s nízkým hodnocením.
    }
followups-words-one =
    { $name }, { $kind ->
        [score] { $value } z 10
        [stars] { $value } z 5
       *[question] otázka
    }{ $replied ->
        [yes] { " " }(už má odpověď)
       *[no] { "" }
    }{ $written ->
        [yes] :
            { $words }
       *[no] , beze slov
    }
followups-words-reply = Komu chceš odpovědět?
followups-words-next = Další ›
followups-words-none = Není tu žádná odpověď, na kterou by šlo reagovat.

## Fakta v podmínkách

followups-days-since-score-says =
    { $count ->
        [0] { $how ->
            [is_not] už s hodnocením
           *[is] zatím bez hodnocení
        }
        [one] poslední hodnocení před { $amount } dnem
        [few] poslední hodnocení před { $amount } dny
        [many] poslední hodnocení před { $amount } dne
       *[other] poslední hodnocení před { $amount } dny
    }
followups-days-since-score-missing =
    { $count ->
        [one] ještě { $count } den od posledního hodnocení
        [few] ještě { $count } dny od posledního hodnocení
        [many] ještě { $count } dne od posledního hodnocení
       *[other] ještě { $count } dní od posledního hodnocení
    }
followups-days-since-score-called = Dny od posledního hodnocení
followups-sentiment-called = Spokojenost
followups-sentiment-says =
    { $how ->
        [is_not]
            { $value ->
                [promoter] poslední hodnocení jiné než 9 nebo 10
                [passive] poslední hodnocení jiné než 7 nebo 8
                [detractor] poslední hodnocení vyšší než 6
               *[other] poslední hodnocení: { $amount }
            }
       *[is]
            { $value ->
                [promoter] poslední hodnocení 9 nebo 10
                [passive] poslední hodnocení 7 nebo 8
                [detractor] poslední hodnocení nejvýš 6
               *[other] poslední hodnocení: { $amount }
            }
    }
