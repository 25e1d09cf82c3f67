### Nápady: jak je dát, hlasovat, co z nich je a co s nimi dělají ti, kdo vysílají.

ideas-title = Nápady
ideas-about = Členové dávají nápady a hlasují, tým říká, co s nimi bude.

## Příkazy

cmd-idea = Dej nápad; ostatní pro něj můžou hlasovat a ty se dozvíš, co z něj bude
    .name = idea
opt-idea-text = tvůj nápad jednou větou; bez něj se otevře formulář
    .name = nápad
cmd-ideas = Podívej se, co si přejí ostatní, hlasuj a zjisti, co z toho bylo
    .name = ideas
opt-ideas-which = které; když neřekneš, tak ty, pro které se dá hlasovat
    .name = které
    .open = otevřené, open
    .new = nové, new
    .planned = plánované, planned
    .done = hotové, done
    .declined = odmítnuté, declined
    .hidden = skryté, hidden
opt-ideas-order = které budou první
    .name = pořadí
    .votes = hlasy, votes
    .newest = nejnovější, newest
cmd-answer-idea = Řekni, jak je na tom nápad; dozví se to i s tvými slovy každý, kdo o něj stál
    .name = idea
opt-answer-idea-idea = jeho číslo nebo slova z názvu
    .name = nápad
opt-answer-idea-state = jak na tom je
    .name = stav
    .new = nový, new
    .planned = plán, planned
    .done = hotovo, done
    .declined = odmítnutý, declined
opt-answer-idea-words = co k tomu chceš říct
    .name = slova

## Nastavení

ideas-setting-most-in-an-hour = Kolik nápadů smí jeden člověk dát za hodinu
ideas-setting-most-in-a-day = Kolik nápadů smí jeden člověk dát za den
ideas-setting-post-done = Napsat všem do kanálu, když je nápad hotový

## Jak se tomu říká

ideas-badge-idea-adopted = Přijatý nápad
ideas-adopted-called = Přijaté nápady
ideas-adopted-says =
    { $count ->
        [one] { $amount } přijatý nápad
        [few] { $amount } přijaté nápady
        [many] { $amount } přijatého nápadu
       *[other] { $amount } přijatých nápadů
    }
ideas-adopted-missing =
    { $count ->
        [one] ještě { $count } přijatý nápad
        [few] ještě { $count } přijaté nápady
        [many] ještě { $count } přijatého nápadu
       *[other] ještě { $count } přijatých nápadů
    }
ideas-state =
    { $state ->
        [new] nový
        [planned] v plánu
        [done] hotovo
       *[declined] neuskuteční se
    }
ideas-votes-of =
    { $votes ->
        [0] zatím bez hlasů
        [one] { NUMBER($votes) } hlas
        [few] { NUMBER($votes) } hlasy
        [many] { NUMBER($votes) } hlasu
       *[other] { NUMBER($votes) } hlasů
    }
ideas-words-gone = nápad, jehož slova tu už nejsou

## Dát nápad

ideas-give = Dát nápad
ideas-form = Tvůj nápad
ideas-field-title = Nápad jednou větou
    .help = Nejvýš { NUMBER($most) } znaků; přečtou si ho všichni.
ideas-field-more = Něco víc k němu
ideas-given =
    Zapsáno jako #{ $number }, i s tvým hlasem: „{ $title }“.
    Dáme ti vědět, až bude v plánu nebo hotový, nebo když z něj nic nebude.
ideas-alike =
    { $several ->
        [no] Něco hodně podobného už tu je:
       *[yes] Něco hodně podobného už tu je několikrát:
    }
ideas-alike-kept = Jeden nápad s mnoha hlasy řekne víc než dva. Tvůj text tu týden podržím; jestli je o něčem jiném, dej ho taky.
ideas-vote-instead = Hlasovat: { $title }
ideas-give-draft = Můj je o něčem jiném
ideas-draft-gone = Tenhle text už tu nečeká: buď je zapsaný, nebo ho nahradil novější. Jestli tu je, ukáže /ideas new newest; pokud ne, pošli ho znovu přes /idea.
ideas-empty =
    Nápad potřebuje aspoň pár slov, která se dají přečíst. { $written ->
        [yes] Tady je tvůj text; řekni ho jednou větou a pošli znovu přes /idea: { $text }
       *[no] Řekni ho jednou větou za /idea.
    }
ideas-long = Tolik se sem nevejde: věta smí mít nejvýš { NUMBER($title) } znaků a zbytek { NUMBER($most) }. Tady je tvůj text; zkrať ho a pošli znovu přes /idea: { $text }
ideas-enough =
    { $hour ->
        [yes] { $most ->
            [one] Za hodinu tu beru od jednoho člověka jeden nápad.
            [few] Za hodinu tu beru od jednoho člověka nejvýš { NUMBER($most) } nápady.
            [many] Za hodinu tu beru od jednoho člověka nejvýš { NUMBER($most) } nápadu.
           *[other] Za hodinu tu beru od jednoho člověka nejvýš { NUMBER($most) } nápadů.
        }
       *[no] { $most ->
            [one] Za den tu beru od jednoho člověka jeden nápad.
            [few] Za den tu beru od jednoho člověka nejvýš { NUMBER($most) } nápady.
            [many] Za den tu beru od jednoho člověka nejvýš { NUMBER($most) } nápadu.
           *[other] Za den tu beru od jednoho člověka nejvýš { NUMBER($most) } nápadů.
        }
    } Tenhle pošli znovu, jakmile to zas půjde ({ $again }): { $text }
ideas-giver-gone = Kdo to řekl, už tu není známý. Dej to jako svůj nápad přes /idea.

## Nástěnka

ideas-all = Všechny nápady
ideas-board =
    { $which ->
        [open] Nápady
        [new] Nové nápady
        [planned] Nápady v plánu
        [done] Hotové nápady
        [declined] Odmítnuté nápady
       *[hidden] Nápady, které vidí jen tým
    }, { $order ->
        [votes] nejdřív s nejvíc hlasy
       *[newest] nejdřív nejnovější
    }
ideas-board-none =
    { $which ->
        [open] Teď tu žádný nápad nečeká. Dej ho přes /idea, ostatní pro něj můžou hlasovat.
        [new] Teď tu žádný nový nápad není. Dej ho přes /idea.
        [planned] Teď nic v plánu není.
        [done] Hotové zatím není nic. Co z nápadů bylo, bude tady.
        [declined] Žádný nápad odmítnutý není.
       *[hidden] Žádný nápad skrytý není.
    }
ideas-line = #{ $number } <b>{ $title }</b>, { ideas-votes-of } ({ ideas-state })
ideas-by =
    { $order ->
        [votes] Nejdřív s nejvíc hlasy
       *[newest] Nejdřív nejnovější
    }
ideas-which =
    { $which ->
        [open] Otevřené
        [new] Nové
        [planned] V plánu
        [done] Hotové
        [declined] Odmítnuté
       *[hidden] Skryté
    }
ideas-look = Podívat se
ideas-not-here = Ten nápad tu není, nebo už není. Které tu jsou, ukáže /ideas.
ideas-unknown = Nápad jako „{ $asked }“ neznám. I s čísly je ukáže /ideas; stačí i číslo.
ideas-several = „{ $asked }“ jich může být víc: { $titles }. Řekni číslo.

## Jeden nápad

ideas-page = #{ $number } <b>{ $title }</b>
ideas-page-more = { $text }
ideas-page-state =
    { $votes ->
        [0] Zatím bez hlasů
        [one] { NUMBER($votes) } hlas
        [few] { NUMBER($votes) } hlasy
        [many] { NUMBER($votes) } hlasu
       *[other] { NUMBER($votes) } hlasů
    }{ $voted ->
        [yes] , i ten tvůj
       *[no] { "" }
    }. { $state ->
        [new] Je nový.
        [planned] Je v plánu{ $decided ->
            [yes] { " " }({ $since }).
           *[no] .
        }
        [done] Je hotový{ $decided ->
            [yes] { " " }({ $since }).
           *[no] .
        }
       *[declined] Neuskuteční se{ $decided ->
            [yes] { " " }({ $since }).
           *[no] .
        }
    }
ideas-page-answer = Tým k tomu: { $text }
ideas-page-giver =
    { $named ->
        [yes] Nápad dává { $name }; to vidí jen tým.
       *[no] Kdo nápad dal, už není známo.
    }{ $hidden ->
        [yes] { " " }Před ostatními je skrytý.
       *[no] { "" }
    }
ideas-vote = Hlasovat pro něj
ideas-unvote = Vzít hlas zpět
ideas-voted = Tvůj hlas platí. Dozvíš se, co z toho bude.
ideas-unvoted = Tvůj hlas už se nepočítá.
ideas-vote-over =
    { $state ->
        [done] „{ $title }“ už je hotovo, takže není pro co hlasovat.
       *[declined] „{ $title }“ se neuskuteční, takže hlasování skončilo. Jestli se od té doby něco změnilo, dej ho znovu přes /idea.
    } Nic se nezměnilo.

## Tým

ideas-do =
    { $state ->
        [new] Zase nový
        [planned] V plánu
        [done] Hotovo
       *[declined] Neuskuteční se
    }
ideas-do-again = Změnit odpověď
ideas-answer = Odpovědět
ideas-field-answer = Tvoje slova
ideas-answer-help =
    { $state ->
        [new] O tom se nikdo nedozví.
       *[told] Přečte si je každý, kdo nápad dal nebo pro něj hlasoval.
    }
ideas-decided =
    { $state ->
        [new] Je zase nový; o tom se nikdo nedozví.
       *[told] Zapsáno; dozví se to, kdo nápad dal nebo pro něj hlasoval ({ ideas-votes-of }).
    }{ $again ->
        [yes] { " " }Kdo to už ví, tomu podruhé nepíšu.
       *[no] { "" }
    }
ideas-answer-long = Tvoje slova mají víc než { NUMBER($most) } znaků, takže se nic nezměnilo. Tady jsou, ať je můžeš zkrátit: { $text }
ideas-decided-meanwhile =
    { $named ->
        [yes] Rychlejší tu je { $name }
       *[no] Někdo z týmu tu byl rychlejší
    }: „{ $title }“ má teď stav { ideas-state }. Z tvého se nic nezměnilo; podívej se a rozhodni znovu.{ $written ->
        [yes] { " " }Tvoje slova: { $text }
       *[no] { "" }
    }
ideas-edit = Upravit
ideas-edited = Text je změněný.
ideas-hide-it = Skrýt
ideas-hide =
    { $hidden ->
        [yes] Zase ukázat
       *[no] Skrýt
    }
ideas-hidden =
    { $hidden ->
        [yes] Teď ho vidí jen tým a nikdo se o tom nedozví. Hlasy mu zůstávají.
       *[no] Zase ho vidí všichni.
    }
ideas-merge = Sloučit
ideas-merge-other = Do jiného
ideas-merge-which =
    { $some ->
        [yes] Do kterého nápadu patří „{ $title }“?
       *[no] Není tu jiný nápad, do kterého by „{ $title }“ mohl patřit.
    }
ideas-field-into = Do kterého?
    .help = Jeho číslo nebo slova z názvu
ideas-merge-sure =
    #{ $number } „{ $title }“ ({ ideas-votes-of }) přejde do #{ $other } „{ $into }“: na nástěnce bude jeden nápad s hlasy všech, každý člověk se počítá jednou. Rozdělit je jde i později.
ideas-merge-round = Obráceně
ideas-merge-now = Sloučit je
ideas-merged = #{ $number } je teď součástí tohohle.
ideas-merged-before = Už jsou jedno: „{ $title }“. Nic se nezměnilo.
ideas-parts = Sloučené v něm: { NUMBER($count) }
ideas-parts-all = Co je sloučené
ideas-parts-title = Sloučené do „{ $title }“
ideas-apart = Oddělit
ideas-apart-which = Oddělit: { $title }
ideas-apart-now = Je to zase samostatný nápad se svými hlasy.
ideas-apart-before = Už je to samostatný nápad. Nic se nezměnilo.
ideas-export = Jako tabulka
ideas-exported = Všechny nápady, nejdřív s nejvíc hlasy, pro jakýkoli tabulkový program. Jména v tom nejsou.
ideas-take-up = Udělat z toho nápad
ideas-take-up-help = Tohle uvidí všichni: napiš to tak, aby to nikoho neprozradilo.
ideas-taken-up = Je z toho nápad toho, kdo to řekl; dozví se, co z něj bude.
ideas-csv-number = Číslo
ideas-csv-title = Nápad
ideas-csv-more = Víc k němu
ideas-csv-state = Stav
ideas-csv-votes = Hlasy
ideas-csv-given = Dán
ideas-csv-decided = Rozhodnut
ideas-csv-answer = Odpověď
ideas-csv-merged = Sloučen do
ideas-csv-hidden = Skrytý
ideas-csv-yes = ano
ideas-state-changed =
    nápad #{ $subject }: { $after ->
        [new] zase nový
        [planned] v plánu
        [done] hotovo
       *[declined] neuskuteční se
    }
ideas-edit-changed = změněný text nápadu #{ $subject }
ideas-hide-changed =
    { $after ->
        [yes] skrytý nápad #{ $subject }
       *[no] zase ukázaný nápad #{ $subject }
    }
ideas-merge-changed = sloučení nápadu #{ $subject }: { $before } → { $after }

## Co se píše samo

ideas-whose =
    { $titled ->
        [yes] { $own ->
            [yes] Tvůj nápad „{ $title }“
           *[no] Nápad „{ $title }“, pro který je i tvůj hlas,
        }
       *[no] { $own ->
            [yes] Tvůj nápad
           *[no] Nápad, pro který je i tvůj hlas,
        }
    }
ideas-words-of =
    { $said ->
        [yes] { " " }Tým píše: „{ $answer }“
       *[no] { "" }
    }
ideas-told-planned = { ideas-whose } je v plánu.{ ideas-words-of } Díky.
ideas-told-done = { ideas-whose } je hotový. Přání splněno.{ ideas-words-of } Díky.
ideas-told-declined = { ideas-whose } se neuskuteční.{ ideas-words-of } I tak díky.
ideas-done-post =
    Přáli jste si, je hotovo: <b>{ $title }</b>{ $several ->
        [no] .
       *[yes] { " " }({ ideas-votes-of }).
    }{ $said ->
        [yes] { " " }{ $answer }
       *[no] { "" }
    }
    Co dál? /ideas

## V tom, co ukazují jiní

ideas-cue =
    { $count ->
        [one] Od minulého streamu { NUMBER($count) } nový nápad: /ideas new newest
        [few] Od minulého streamu { NUMBER($count) } nové nápady: /ideas new newest
        [many] Od minulého streamu { NUMBER($count) } nového nápadu: /ideas new newest
       *[other] Od minulého streamu { NUMBER($count) } nových nápadů: /ideas new newest
    }
ideas-status =
    { $count ->
        [one] Na slovo od vás čeká { NUMBER($count) } nápad: /ideas
        [few] Na slovo od vás čekají { NUMBER($count) } nápady: /ideas
        [many] Na slovo od vás čeká { NUMBER($count) } nápadu: /ideas
       *[other] Na slovo od vás čeká { NUMBER($count) } nápadů: /ideas
    }
ideas-profile =
    { $count ->
        [one] { NUMBER($count) } přijatý nápad
        [few] { NUMBER($count) } přijaté nápady
        [many] { NUMBER($count) } přijatého nápadu
       *[other] { NUMBER($count) } přijatých nápadů
    }
