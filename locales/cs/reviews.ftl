### Recenze: co členové říkají o komunitě a o tom, co v ní je, s hvězdičkami a fotkou.

reviews-title = Recenze
reviews-about = Hvězdičky, slova a fotky členů, zveřejněné s jejich svolením.

## Příkazy

cmd-review = Řekni, co si myslíš, hvězdičkami, slovy i fotkou; ty určíš, kdo to uvidí
    .name = review
opt-review-about = o čem to je; když neřekneš, tak o všem
    .name = čeho
cmd-reviews = Podívej se, co říkají ostatní a jaký je průměr
    .name = reviews
opt-reviews-about = čeho se týkají; když neřekneš, tak všechny
    .name = čeho

## Nastavení

reviews-setting-most-in-a-day = Kolik recenzí smí jeden člověk dát za den

## Jak se tomu říká

reviews-given-called = Recenze
reviews-given-says =
    { $count ->
        [one] { $amount } recenze
        [few] { $amount } recenze
        [many] { $amount } recenze
       *[other] { $amount } recenzí
    }
reviews-given-missing =
    { $count ->
        [one] ještě { $count } recenze
        [few] ještě { $count } recenze
        [many] ještě { $count } recenze
       *[other] ještě { $count } recenzí
    }
reviews-somebody = někdo
reviews-you = Ty
reviews-whole = komunita
reviews-leave =
    { $leave ->
        [named] Ano, i s mým jménem
        [nameless] Ano, ale bez mého jména
       *[none] Ne, je jen pro tým
    }
reviews-of =
    { $some ->
        [yes] { $about }
       *[no] komunita
    }

## Dát recenzi

reviews-give = Dát recenzi
reviews-form = Tvoje recenze
reviews-field-about = O čem to je?
    .help = Když to necháš prázdné, tak o komunitě jako celku.
reviews-field-stars = Hvězdičky
reviews-field-text = Tvými slovy
reviews-field-photo = Fotka
    .help =
        { $there ->
            [yes] JPEG, PNG nebo WebP. Když ji nepřiložíš, zůstane ta, která tu je.
           *[no] JPEG, PNG nebo WebP. Údaje o tom, kde vznikla, se odstraní.
        }
reviews-field-leave = Smí to vidět všichni?
    .help = Nejdřív to musí schválit tým; ten to pak smí i zveřejnit. Rozmyslet si to můžeš kdykoli.
reviews-kept =
    { $changed ->
        [yes] Změněno. Dokud se na to tým nepodívá, nikdo jiný to neuvidí.
       *[no] Díky, tým to má.
    } { $leave ->
        [named] Až to schválí, bude to v /reviews s tvým jménem a smí to i zveřejnit.
        [nameless] Až to schválí, bude to v /reviews bez tvého jména a smí to i zveřejnit.
       *[none] Je to jen pro něj; do průměru se počítají jen tvoje hvězdičky.
    }
reviews-without-photo = Slova zůstala, ale bez fotky. { $trouble }
reviews-no-stars =
    Chybí hvězdičky, jedna až pět, takže se nic neuložilo. Pošli to znovu přes /review.{ $written ->
        [yes] { " " }Tady je tvůj text: { $text }
       *[no] { "" }
    }
reviews-no-leave-said =
    Chybí odpověď na to, kdo to smí vidět, takže se nic neuložilo. Pošli to znovu přes /review.{ $written ->
        [yes] { " " }Tady je tvůj text: { $text }
       *[no] { "" }
    }
reviews-long = Je to delší než { NUMBER($most) } znaků, které se sem vejdou, takže se nic neuložilo. Tady je tvůj text; zkrať ho a pošli znovu přes /review: { $text }
reviews-about-long = To, čeho se recenze týká, smí mít nejvýš { NUMBER($most) } znaků, takže se nic neuložilo. Zkrať to: { $about }
reviews-too-many-things = Věcí s recenzemi už tu je moc, takže se pod názvem „{ $about }“ nic neuložilo. Nech to prázdné, nebo vyber něco z toho, co ukáže /reviews.
reviews-enough =
    Víc od jednoho člověka za den neberu, takže se nic neuložilo. Pošli to znovu, jakmile to zas půjde ({ $again }).{ $written ->
        [yes] { " " }Tady je tvůj text: { $text }
       *[no] { "" }
    }
reviews-gone = Tahle recenze tu není: je vzatá zpět, nebo se neukazuje. Nic se nezměnilo.
reviews-not-yours = Tahle recenze je od někoho jiného, nebo už tu není. Nic se nezměnilo.

## Moje

reviews-change = Změnit
reviews-photo = Přidat fotku
reviews-photo-drop = Odebrat fotku
reviews-photo-kept = Fotka je u recenze. Než obojí uvidí někdo jiný, podívá se na to tým.
reviews-photo-dropped = Fotka je pryč. Než zbytek uvidí někdo jiný, podívá se na to tým.
reviews-withdraw = Vzít zpět
reviews-withdraw-sure =
    Vzít zpět? Slova, hvězdičky i fotka se smažou{ $published ->
        [yes] { " " }a zmizí i ze zveřejněného příspěvku
       *[no] { "" }
    }. Vrátit se to nedá.
reviews-withdraw-now = Vzít zpět natrvalo
reviews-withdrawn =
    Hotovo, nic z toho se neuchovává.{ $published ->
        [yes] { " " }Příspěvek, ve kterém to bylo, se vyprázdní.
       *[no] { "" }
    }
reviews-mine = Moje recenze
reviews-mine-list = Tvoje recenze
reviews-mine-none = Zatím tu od tebe žádná není. Dát ji můžeš přes /review.

## Seznam

reviews-all = Všechny recenze
reviews-list =
    { $state ->
        [waiting] Recenze, které na vás čekají
        [refused] Odmítnuté recenze
       *[approved] Recenze
    }{ $some ->
        [yes] { ": " }{ $about }
       *[no] { "" }
    }
reviews-list-none =
    { $state ->
        [waiting] Žádná nečeká.
        [refused] Žádná odmítnutá není.
       *[approved] Zatím tu není žádná k vidění. První můžeš dát přes /review.
    }
reviews-which =
    { $state ->
        [waiting] Čekají
        [refused] Odmítnuté
       *[approved] Schválené
    } ({ NUMBER($count) })
reviews-mean =
    { $count ->
        [one] V průměru { NUMBER($mean) } z { $of } hvězdiček, z { NUMBER($count) } recenze
        [few] V průměru { NUMBER($mean) } z { $of } hvězdiček, ze { NUMBER($count) } recenzí
        [many] V průměru { NUMBER($mean) } z { $of } hvězdiček, z { NUMBER($count) } recenze
       *[other] V průměru { NUMBER($mean) } z { $of } hvězdiček, z { NUMBER($count) } recenzí
    }
reviews-too-few = Průměr tu bude, až recenzí bude aspoň { NUMBER($fewest) }.
reviews-line =
    { $stars } { $who }{ $some ->
        [yes] { " " }({ $about })
       *[no] { "" }
    }{ $written ->
        [yes] : „{ $text }“
       *[no] { "" }
    }{ $photo ->
        [yes] { " " }(s fotkou)
       *[no] { "" }
    }
reviews-unknown = „{ $about }“ zatím nikdo nehodnotil. První recenzi můžeš dát přes /review, všechny ostatní ukáže /reviews.
reviews-look = Podívat se
reviews-page =
    { $stars } { $who }{ $some ->
        [yes] { " " }({ $about })
       *[no] { "" }
    }
reviews-page-text = „{ $text }“
reviews-page-reply = Tým k tomu: { $reply }
reviews-page-state =
    { $state ->
        [waiting] Čeká na tým.
        [refused] Odmítnutá: nikdo jiný ji neuvidí.
       *[approved] { $published ->
            [yes] Schválená a zveřejněná.
           *[no] Schválená.
        }
    } { $leave ->
        [named] Smí ji vidět všichni, i se jménem.
        [nameless] Smí ji vidět všichni, ale bez jména.
       *[none] Je jen pro tým.
    }
reviews-page-reason = Proč: { $reason }
reviews-photo-of =
    Fotka k recenzi ({ reviews-of }){ $known ->
        [yes] , { $who }
       *[no] { "" }
    }

## Tým

reviews-hosts-post =
    { $changed ->
        [yes] Změněná recenze
       *[no] Recenze
    } ({ reviews-of }), { $who }: { $stars }{ $written ->
        [yes] { "" }
        „{ $text }“
       *[no] { "" }
    }{ $replied ->
        [yes] { "" }
        Odpověď: { $reply }
       *[no] { "" }
    }
    { $state ->
        [waiting] { $leave ->
            [named] Smí ji vidět všichni, i se jménem.
            [nameless] Smí ji vidět všichni, ale bez jména.
           *[none] Je jen pro vás: ukazovat se nesmí.
        }
        [refused] Odmítnutá.
       *[approved] { $published ->
            [yes] Schválená a zveřejněná.
           *[no] { $leave ->
                [none] Schválená; jen pro vás.
               *[shown] Schválená.
            }
        }
    }
reviews-approve = Schválit
reviews-refuse = Odmítnout
reviews-reply = Odpovědět
reviews-publish = Zveřejnit
reviews-take-down = Stáhnout příspěvek
reviews-field-reason = Proč?
    .help = Přečte si to ten, kdo ji napsal, a může ji změnit.
reviews-field-reply = Tvoje odpověď
    .help = Bude pod recenzí a dozví se o ní ten, kdo ji napsal.
reviews-approved = Schváleno.
reviews-refused = Odmítnuto; dozví se to ten, kdo ji napsal.
reviews-replied = Odpověď je pod recenzí a dozví se o ní ten, kdo ji napsal.
reviews-published = Je na cestě do vašeho kanálu. Když ji ten, kdo ji napsal, vezme zpět, příspěvek se sám vyprázdní.
reviews-taken-down = Příspěvek se vyprázdní; recenze zůstává schválená.
reviews-reply-empty = Nic v tom nebylo, takže se nic neuložilo. Stiskni tlačítko ještě jednou.
reviews-reply-long = Smí to mít nejvýš { NUMBER($most) } znaků, takže se nic neuložilo. Tady je tvůj text, ať ho můžeš zkrátit: { $text }
reviews-no-leave = Kdo ji napsal, nechce, aby se ukazovala, takže se nic nezveřejnilo. Můžeš se ho zeptat osobně.
reviews-changed-meanwhile = Od schválení se změnila, takže se nic nezveřejnilo. Podívej se na ni znovu přes /reviews.
reviews-changed-since =
    Mezitím se změnila, takže se nic nestalo. Podívej se na ni znovu přes /reviews.{ $written ->
        [yes] { " " }Tvůj text: { $text }
       *[no] { "" }
    }
reviews-decide-changed =
    recenze #{ $subject }: { $after ->
        [approved] schválená
       *[refused] odmítnutá
    }
reviews-publish-changed = zveřejněná recenze #{ $subject }

## Co se píše samo

reviews-post =
    <b>{ $stars }</b>{ $some ->
        [yes] { " " }{ $about }
       *[no] { "" }
    }{ $written ->
        [yes] { "" }
        „{ $text }“
       *[no] { "" }
    }
    { $known ->
        [yes] { $who }
       *[no] někdo z naší komunity
    }{ $replied ->
        [yes] { "" }
        Naše odpověď: { $reply }
       *[no] { "" }
    }
reviews-refused-message =
    Tvoje recenze ({ reviews-of }) se ukazovat nebude{ $why ->
        [yes] : „{ $reason }“
       *[no] .
    } Můžeš ji změnit a poslat znovu.
reviews-reply-message =
    { $host } odpovídá na tvoji recenzi{ $written ->
        [yes] { " " }(„{ $quoted }“)
       *[no] { "" }
    }:
    { $reply }

## V tom, co ukazují jiní

reviews-status =
    { $count ->
        [one] Na tým čeká { NUMBER($count) } recenze: /reviews
        [few] Na tým čekají { NUMBER($count) } recenze: /reviews
        [many] Na tým čeká { NUMBER($count) } recenze: /reviews
       *[other] Na tým čeká { NUMBER($count) } recenzí: /reviews
    }
reviews-promoter = Řekneš to i v recenzi? /review vezme hvězdičky, slova i fotku a ty určíš, kdo ji uvidí.
