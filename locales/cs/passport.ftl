### Každý podle svého. $own je „yes“, když čte ten, o koho jde.

passport-title = Ty a tenhle bot
passport-about = Tvoje karta a nastavení, jedno klepnutí, které mě zastaví, a proč ti co přišlo.
passport-setting-contact = Koho se ptát na osobní údaje: jméno a adresa
passport-setting-policy = Odkaz na zásady ochrany osobních údajů
passport-setting-policy-takes = odkaz, který začíná https://, nebo nic
passport-setting-interests = Témata, která si členové můžou vybrat jako své zájmy
passport-setting-interests-takes = nejvýš 12 témat oddělených čárkou, každé nejvýš na 30 znaků, nebo nic

cmd-start = Zjisti, co tenhle bot umí a kde co je
cmd-community = Vyber, o které z tvých komunit si tu píšeme
cmd-me = Otevři svou kartu, nebo kartu někoho jiného
opt-me-member = Čí karta; bez jména tvoje
    .name = kdo
cmd-privacy = Přečti si, co o tobě vím a proč a koho se ptát
cmd-mydata = Vezmi si soubor se vším, co o tobě tady vím
cmd-forget = Nech mě zapomenout: smažu všechno, co o tobě tady vím
cmd-preferences = Nastav si, co ti píšu, kdy a jak často
cmd-settings = Nastav si, co ti píšu: totéž co /preferences
cmd-stop = Hned zastav všechno, co ti píšu sám od sebe
cmd-resume = Zruš zastavení: zase platí, co platilo předtím
cmd-link = Spoj tenhle účet se svým druhým, třeba na jiné platformě, ať jsi tu za jednoho
opt-link-code = Kód, který ukázal druhý účet; bez něj ho ukážu tady
    .name = kód
cmd-unlink = Zase spojené účty rozpoj
cmd-why = Zjisti, co ti přišlo, co ne, co přijde a proč
opt-why-page = Která stránka; na první je to nejnovější
    .name = stránka
opt-why-member = O kom; na ostatní se smějí ptát jen správci
    .name = kdo

## Tlačítka

passport-button-me = Moje karta
passport-button-community = Jiná komunita
passport-button-privacy = Soukromí
passport-button-mydata = Moje data
passport-button-forget = Zapomenout na mě
passport-button-link = Spojit další účet
passport-button-link-yes = Ano, jsou moje
passport-button-link-no = Ne, nespojovat
passport-button-unlink = Rozpojit
passport-button-preferences = Nastavení
passport-button-stop = Zastavit všechno
passport-button-resume = Zase psát
passport-button-why = Co mi přišlo
passport-button-why-this = Proč mi to přišlo?
passport-button-less = Méně takových zpráv
passport-button-language = Jazyk
passport-button-zone = Časové pásmo
passport-button-quiet = Tiché hodiny
passport-button-allow = Dovolit
passport-button-often = Jak často
passport-button-ways = Jiné cesty
passport-button-hide = Skrýt mě
passport-button-look = Obrázky
passport-button-interests = Zájmy
passport-undo = Vrátit
passport-do-hide =
    { $on ->
        [yes] Skrýt mě
       *[no] Už mě neskrývat
    }
passport-do-often =
    { $fewer ->
        [yes] Nejvýš jedna zpráva denně
       *[no] Psát jako obvykle
    }
passport-do-way =
    { $route ->
        [thread] { $purpose ->
            [marketing] { $on ->
                [yes] Vlákno: dovolit pozvánky
               *[no] Vlákno: žádné pozvánky
            }
           *[service] { $on ->
                [yes] Vlákno: dovolit poděkování a novinky
               *[no] Vlákno: žádná poděkování a novinky
            }
        }
       *[mention] { $purpose ->
            [marketing] { $on ->
                [yes] Zmínka: dovolit pozvánky
               *[no] Zmínka: žádné pozvánky
            }
           *[service] { $on ->
                [yes] Zmínka: dovolit poděkování a novinky
               *[no] Zmínka: žádná poděkování a novinky
            }
        }
    }
passport-do-look =
    { $look ->
        [text] Jen slova
        [light] Světlé
       *[dark] Tmavé
    }
passport-do-interest =
    { $chosen ->
        [yes] ✓ { $topic }
       *[no] { $topic }
    }
passport-do-consent =
    { $purpose ->
        [marketing] { $on ->
            [yes] Dovolit pozvánky
           *[no] Žádné pozvánky
        }
       *[service] { $on ->
            [yes] Dovolit poděkování a novinky
           *[no] Žádná poděkování a novinky
        }
    }

## Pozdrav a karta

passport-start =
    Ahoj! Jsem bot komunity { $community }: po streamu poděkuju, zeptám se, jaké to bylo, a dám vědět o dalším. Napíšu ti, jen když to dovolíš, a jedním klepnutím mě zastavíš.
passport-me-name = <b>{ $name }</b>
passport-me-since = S námi od { $day }
passport-picture-says = Karta: { $name }. Všechno, co ukazuje, stojí i v textu vedle ní.
passport-me-role = Role: { $role }
passport-me-waiting =
    { $count ->
        [one] Čeká tu na tebe jedna zpráva{ $openable ->
            [yes] , otevře ji /inbox
           *[no] { "" }
        }
        [few] Čekají tu na tebe { $count } zprávy{ $openable ->
            [yes] , otevře je /inbox
           *[no] { "" }
        }
        [many] Čeká tu na tebe { $count } zprávy{ $openable ->
            [yes] , otevře je /inbox
           *[no] { "" }
        }
       *[other] Čeká tu na tebe { $count } zpráv{ $openable ->
            [yes] , otevře je /inbox
           *[no] { "" }
        }
    }
passport-me-hidden = Ostatní tě tu nevidí: ani tuhle kartu, ani tvoje jméno v seznamech.
passport-hidden = { $name } se nechce ukazovat, takže tu žádná karta není.

## Nastavení

# Jazyk svým vlastním jménem.
passport-language = čeština
passport-preferences-title = <b>Tvoje nastavení</b>
passport-preferences-stopped = Všechno je zastavené: dokud to nezměníš, sám od sebe nic nepíšu.
passport-preferences-language = Jazyk: { $language }
passport-preferences-zone = Časové pásmo: { $zone }, teď je tam { $clock }
passport-preferences-quiet = Tiché hodiny: { $start } až { $until }
passport-preferences-no-quiet = Tiché hodiny: žádné
passport-preferences-service =
    Poděkování a novinky o tom, co tu děláš, přímo tobě: { $on ->
        [yes] ano
       *[no] ne
    }
passport-preferences-marketing =
    Pozvánky a nabídky, přímo tobě: { $on ->
        [yes] ano
       *[no] ne
    }
passport-preferences-often =
    Jak často: { $fewer ->
        [yes] nejvýš jedna nevyžádaná zpráva denně
       *[no] jako obvykle, v mezích, které tu platí
    }
passport-preferences-hidden =
    Karta a seznamy: { $hidden ->
        [yes] ostatní tě nevidí
       *[no] ostatní tě vidí
    }

passport-preferences-look =
    Karty a žebříčky: { $look ->
        [text] jen slovy
        [light] obrázky na světlém podkladu
       *[dark] obrázky na tmavém podkladu
    }

passport-preferences-interests =
    Zájmy: { $any ->
        [yes] { $topics }
       *[no] zatím žádné
    }

passport-language-which = Jak spolu budeme mluvit?
passport-language-now = Odteď mluvíme takhle: { $language }.
passport-language-gone = Tímhle jazykem už nemluvím. Tvůj jazyk zůstává, jak byl; ty, které umím, najdeš v nastavení.

passport-zone-title = Tvoje časové pásmo
passport-zone-field = Město nebo časové pásmo
passport-zone-help = Velké město ve tvém pásmu, třeba Praha nebo New York
passport-zone-unknown =
    { $near ->
        [0] Město ani časové pásmo „{ $typed }“ neznám. Zkus nějaké větší poblíž. Zatím dál platí { $zone }.
        [one] Město ani časové pásmo „{ $typed }“ neznám. Nemá to být tohle? Zatím dál platí { $zone }.
        [few] Město ani časové pásmo „{ $typed }“ neznám. Nemá to být jedno z těchto? Zatím dál platí { $zone }.
        [many] Město ani časové pásmo „{ $typed }“ neznám. Nemá to být jedno z těchto? Zatím dál platí { $zone }.
       *[other] Město ani časové pásmo „{ $typed }“ neznám. Nemá to být jedno z těchto? Zatím dál platí { $zone }.
    }
passport-zone-again = Jiné město
passport-zone-now = Tvoje časové pásmo je { $zone }, teď je tam { $clock }. Platí pro všechny časy.
passport-zone-gone = Tohle časové pásmo už neznám. Tvoje zůstává, jak bylo; znovu si vybereš v nastavení.

passport-quiet-title = Tvoje tiché hodiny
passport-quiet-from = Ticho od
passport-quiet-until = Ticho do
passport-quiet-help = Třeba 22:00 nebo 7; „vyp“ je zruší
passport-quiet-now = { $hours }, podle tvých hodin. Co by přišlo v tu dobu, počká; jen to, o co si řekneš, třeba připomenutí, přijde i tak.
passport-quiet-off = Žádné tiché hodiny: zpráva může přijít kdykoli.
passport-quiet-wrong =
    { $given ->
        [yes] „{ $typed }“ jako čas nepřečtu. Napiš ho třeba 22:00 nebo 7. Tiché hodiny zůstávají, jak byly.
       *[no] Potřebuju oba časy, od i do, třeba 22:00 a 7. Tiché hodiny zůstávají, jak byly.
    }
passport-quiet-same = Od { $clock } do { $clock } by nebylo vůbec nic. Napiš dva různé časy, nebo „vyp“. Tiché hodiny zůstávají, jak byly.

passport-consent-service =
    { $on ->
        [yes] Platí: smím ti psát poděkování a novinky o tom, co tu děláš.{ $ended ->
            [yes] { " " }A zastavené už to není.
           *[no] { "" }
        }
       *[no] Poděkování ani novinky už ti nepíšu. Co by přišlo, počká ve schránce, kterou si otevřeš, jen když chceš.
    }
passport-consent-marketing =
    { $on ->
        [yes] Platí: smím ti psát pozvánky a nabídky.{ $ended ->
            [yes] { " " }A zastavené už to není.
           *[no] { "" }
        }
       *[no] Pozvánky ani nabídky už ti nepíšu. Co by přišlo, počká ve schránce, kterou si otevřeš, jen když chceš.
    }
passport-ways =
    <b>Jiné cesty k tobě</b>
    Když to dovolíš, můžu se ti ozvat i tam, kde se tu lidé scházejí. Co dovolené není, počká ve schránce.
passport-ways-about =
    { $route ->
        [thread] <b>Soukromé vlákno:</b> čteš ho jen ty a ti, kdo to tu vedou.
       *[mention] <b>Zmínka:</b> příspěvek tě osloví jménem tam, kde čtou všichni. Stojí v něm jen, že na tebe něco čeká; tlačítko to ukáže jen tobě.
    }
passport-ways-line =
    { $purpose ->
        [marketing] Pozvánky a nabídky: { $on ->
            [yes] ano
           *[no] ne
        }
       *[service] Poděkování a novinky o tom, co tu děláš: { $on ->
            [yes] ano
           *[no] ne
        }
    }
passport-ways-none = Jiné cesty k tobě tu nejsou. Co platilo dosud, platí dál; ukáže to /preferences.
passport-way-now =
    { $on ->
        [yes] Platí: { $purpose ->
            [marketing] pozvánky a nabídky
           *[service] poděkování a novinky
        } ti smím { $route ->
            [thread] psát do soukromého vlákna
           *[mention] ohlásit zmínkou
        }.{ $ended ->
            [yes] { " " }A zastavené už to není.
           *[no] { "" }
        }
       *[no] { $purpose ->
            [marketing] Pozvánky a nabídky
           *[service] Poděkování a novinky
        } už ti { $route ->
            [thread] do soukromého vlákna nepíšu
           *[mention] zmínkou neohlašuju
        }.
    }
passport-often-now =
    { $fewer ->
        [yes] Odteď nejvýš jedna nevyžádaná zpráva denně. O co si řekneš, přijde dál, kdy chceš.
       *[no] Zprávy zase chodí jako obvykle, v mezích, které tu platí.
    }
passport-hide-now =
    { $hidden ->
        [yes] Ostatní už tě nevidí: ani tvou kartu, ani tvoje jméno v seznamech.
       *[no] Ostatní tě vidí: tvou kartu i jméno v seznamech.
    }
passport-look-which = Jak ti mám ukazovat karty a žebříčky? Slova jsou u obrázku vždycky.
passport-look-now =
    { $look ->
        [text] Odteď dostaneš karty jen slovy.
        [light] Odteď ukazuju karty jako obrázky na světlém podkladu.
       *[dark] Odteď ukazuju karty jako obrázky na tmavém podkladu.
    }
passport-interests-which =
    <b>Co tě zajímá?</b>
    { $chosen }
    Stiskni téma a vybereš ho, dalším stisknutím ho vrátíš. Tým podle toho může vybírat, pro koho co je.
passport-interests-not-offered = Už tu není z čeho vybírat. Nic se nezměnilo.
passport-interest-gone = Tohle téma už se tu nenabízí. Nic se nezměnilo; která tu jsou, najdeš v nastavení.
passport-interests-called = Zájmy
passport-interests-none = Zatím tu nejsou žádná témata: nastaví je /plugin configure passport.
passport-interests-says =
    { $how ->
        [has_not] zájmy, mezi kterými není „{ $value }“
       *[has] zájem: „{ $value }“
    }
passport-stop-now =
    { $before ->
        [yes] Už je zastaveno: sám od sebe ti nic nepíšu. Přijde jen to, o co si řekneš, třeba připomenutí.
       *[no] Zastaveno. Sám od sebe už ti nic nenapíšu; přijde jen to, o co si řekneš, třeba připomenutí.
    }
passport-resume-now =
    { $before ->
        [yes] { $allowed ->
            [both] Jsem zpátky. Píšu o tom, co tu děláš, a občas pošlu pozvánku, jako předtím.
            [service] Jsem zpátky. Píšu jen o tom, co tu děláš, jako předtím.
            [marketing] Jsem zpátky. Píšu jen pozvánky a nabídky, jako předtím.
           *[nothing] Zastavené už to není, ale psát mi zatím nedovoluješ nic. Co ti mám posílat?
        }
       *[no] { $allowed ->
            [both] Nic zastavené není. Píšu o tom, co tu děláš, a občas pošlu pozvánku.
            [service] Nic zastavené není. Píšu jen o tom, co tu děláš.
            [marketing] Nic zastavené není. Píšu jen pozvánky a nabídky.
           *[nothing] Nic zastavené není, jen mi zatím psát nedovoluješ. Co ti mám posílat?
        }
    }

## Cesta ven

passport-less =
    { $stopped ->
        [yes] Všechno už je zastavené: sám od sebe ti nic nepíšu.
       *[no] Jak si přeješ. Co se má změnit?
    }

## Proč

passport-why-title =
    { $own ->
        [yes] <b>Co ti přišlo a proč</b>
       *[no] <b>Co přišlo a proč: { $name }</b>
    }{ $page ->
        [one] { "" }
        [few] { " " }· stránka { $page }
        [many] { " " }· stránka { $page }
       *[other] { " " }· stránka { $page }
    }
passport-why-allowed =
    { $stopped ->
        [yes] Všechno nevyžádané je zastavené.
       *[no] { $allowed ->
            [both] Dovoleno: poděkování a novinky, pozvánky a nabídky.
            [service] Dovoleno: poděkování a novinky. Nedovoleno: pozvánky a nabídky.
            [marketing] Dovoleno: pozvánky a nabídky. Nedovoleno: poděkování a novinky.
           *[nothing] Přímé zprávy dovolené nejsou, takže všechno jen čeká ve schránce.
        }
    }
passport-why-empty = Zatím nic neodešlo a nic není v plánu.
passport-why-newer = Novější
passport-why-older = Starší
passport-why-line =
    <b>{ $at }</b> · { $state ->
        [planned] v plánu
        [sent] { $route ->
            [thread] odesláno do soukromého vlákna
            [mention] ohlášeno zmínkou
           *[direct] odesláno
        }
        [available] čeká ve schránce
        [opened] otevřeno ve schránce
        [answered] zodpovězeno
        [lapsed] čekalo ve schránce, nikdo to neotevřel
        [skipped] neodesláno
        [held] pozastaveno
        [unknown] možná odesláno
        [failed] nepovedlo se
       *[done] hotovo
    }
passport-why-what = { $what }{ $after }
passport-why-after =
    { $titled ->
        [yes] { " " }· po streamu „{ $title }“, { $when }
       *[no] { " " }· po streamu, { $when }
    }
passport-why-own-message = zpráva mimo všechny série
passport-why-because =
    { $how ->
        [asked] { $own ->
            [yes] Odpovídá na to, o co si říkáš nebo co píšeš.
           *[no] Odpovídá na to, o co si člověk řekl nebo co napsal.
        }
        [pull] Schránku si otevře, jen kdo chce, takže k tomu není potřeba souhlas.
        [marketing] Pozvánky a nabídky jsou dovolené.
       *[service] { $own ->
            [yes] Je to o tom, co tu děláš, a takové zprávy mám dovolené.
           *[no] Je to o tom, co se tu dělo, a takové zprávy jsou dovolené.
        }
    }
passport-why-planned = Jestli naplánované zprávy odejdou, rozhodne se, až na ně přijde čas.
passport-why-others = Jen v jiných případech: { $steps }.
passport-why-reason = { $reason }
passport-why-not-allowed = Co přišlo ostatním, vidí jen správci. Co přišlo tobě, ukáže /why bez jména.
passport-why-not-yours = Tahle zpráva nebyla pro tebe, takže k ní nic říct nesmím. Všechno, co ti přišlo, ukáže /why.

## Soukromí

passport-privacy-kept =
    <b>Co o tobě vím a proč</b>
    · Číslo a jméno tvého účtu, s kterým dalším je spojený, jazyk, časové pásmo a tiché hodiny: ať tě poznám a píšu v rozumnou dobu.
    · Kdy jsi na streamu a kolik zpráv, otázek a reakcí od tebe přišlo, ale ne co píšeš do chatu: ať děkuju za to, co se opravdu stalo.
    · Co tu děláš, vždycky s datem, třeba odpověď nebo přihlášení na místě: pro tvou kartu a pro čísla o všech dohromady.
    · Co mi napíšeš soukromě, do formuláře nebo v chatu s mým jménem, třeba odpověď nebo otázku pro tým: ať se to přečte a má to odpověď.
    · Co a kdy dovoluješ, co ti píšu a proč: ať na to má /why odpověď.
    · Příkazy a stisknutá tlačítka tak, jak přišly: jen pár hodin.
passport-privacy-interests = · Co tě zajímá, dokud to nevrátíš: ať k tobě přijde to, co se k tobě hodí.
passport-privacy-leaves = <b>Co odtud odchází</b>
passport-privacy-yours =
    <b>Rozhoduješ ty</b>
    Tvou kartu ukáže /me, co ti přišlo, ukáže /why. Co smím posílat, změní /preferences a hned všechno zastaví /stop. Všechno najednou ti v souboru dá /mydata a smaže /forget.
passport-privacy-ask =
    <b>Koho se ptát</b>
    { $contact }
passport-privacy-ask-team =
    <b>Koho se ptát</b>
    Správců komunity { $community }.
passport-privacy-policy = Zásady ochrany osobních údajů

passport-mydata = V souboru je všechno, co o tobě tady vím. Přečte si ho každý, kdo ho bude mít, tak ho dobře schovej.
passport-mydata-file = moje-data.json
passport-forget-ask =
    <b>Mám na tebe zapomenout?</b>
    Smažu všechno, co o tobě tady vím: kartu i historii, odpovědi, nastavení, roli i to, co na tebe ještě čeká. Vrátit to nejde. Kopii ti předtím dá tlačítko „Moje data“.{ $linked ->
        [yes] { " " }Platí to pro všechny účty, které jsou s tímhle spojené; co má zůstat, napřed odpoj přes /unlink.
       *[no] { "" }
    }
passport-forget-late = Tohle tlačítko platí jen deset minut, ať nikdo nezmizí omylem. Jestli to pořád chceš, napiš znovu /forget.
passport-forget-done = Hotovo. Od teď ti nic nepošlu a nejpozději zítra tu po tobě nic nezbude. Co už si mohli přečíst všichni, třeba shrnutí streamu, zůstane, kde je. Až mi zase napíšeš, začneme od začátku.

## Pro toho, kdo je ve více komunitách

passport-community =
    { $others ->
       *[no] Tady si píšeme o komunitě <b>{ $community }</b>. V žádné jiné, o které bych věděl, nejsi.
        [yes] Tady si píšeme o komunitě <b>{ $community }</b>. Stiskni jinou a budeme si psát o ní.
    }
passport-community-now = Odteď si tu píšeme o komunitě <b>{ $community }</b>.
passport-community-not-yours = V téhle komunitě nejsi.

## Jeden člověk, víc účtů

passport-link-code =
    <b>Tvůj kód: { $code }</b>
    Na druhém účtu mi do { $minutes } minut napiš /link { $code }. Kód platí jednou a nový ho nahradí. Nic se nespojí, dokud to nepotvrdí oba účty.
passport-link-open =
    Pokračovat přes { $platform ->
        [discord] Discord
        [telegram] Telegram
        [twitch] Twitch
        [youtube] YouTube
        [kick] Kick
       *[other] { $platform }
    }
passport-link-ask =
    <b>Patří ti oba účty?</b>
    · tenhle: { $mine }
    · druhý: { $theirs }
    Jestli ano, bude z nich jeden člen: společná historie i role a každá zpráva přijde jen na jeden z nich. Potvrdit to musí obě strany do { $minutes } minut. Jestli druhý účet neznáš, odmítni to.
passport-link-asked =
    <b>Patří ti oba účty?</b>
    Kód z tohohle účtu použil účet { $theirs_platform ->
        [discord] Discord
        [telegram] Telegram
        [twitch] Twitch
        [youtube] YouTube
        [kick] Kick
       *[other] { $theirs_platform }
    } ({ $theirs }). Jestli je tvůj, potvrď to i tady a bude z nich jeden člen. Jestli ho neznáš, odmítni to a nic se nestane.
passport-link-agreed = Poznamenáno. Teď to musí potvrdit ještě { $theirs }. Kdyby tam otázka nepřišla, ukáže ji /link.
passport-link-done =
    Hotovo: { $mine } a { $theirs } jsou teď jeden člen. Co mi který účet dovolil posílat, platí dál jen pro něj. Rozpojí je /unlink.
passport-link-done-note =
    Hotovo: tenhle účet a { $theirs_platform ->
        [discord] Discord
        [telegram] Telegram
        [twitch] Twitch
        [youtube] YouTube
        [kick] Kick
       *[other] { $theirs_platform }
    } ({ $theirs }) jsou teď jeden člen. Co mi který účet dovolil posílat, platí dál jen pro něj. Rozpojí je /unlink.
passport-link-refused = Dobře, nic se nespojilo. Ten kód už neplatí.
passport-link-refused-note =
    Účet { $theirs_platform ->
        [discord] Discord
        [telegram] Telegram
        [twitch] Twitch
        [youtube] YouTube
        [kick] Kick
       *[other] { $theirs_platform }
    } ({ $theirs }) to odmítl, takže se nic nespojilo.
passport-link-over = Tohle už je vyřízené, nebo uběhlo deset minut. Začít znovu můžeš přes /link.
passport-link-unknown = Takový kód neznám: může v něm být překlep, už byl použitý, nebo je starší než deset minut. Nový ukáže /link na druhém účtu.
passport-link-too-many = Za poslední hodinu přišlo moc špatných kódů, tak teď žádný nepřijmu. Zkus to za hodinu s novým kódem z /link na druhém účtu.
passport-link-own = To je kód právě z tohohle účtu. Napiš ho na tom druhém.
passport-link-already = Tyhle dva účty už jeden člen jsou. Co je spojené, ukáže /unlink.
passport-unlink-none = S tímhle účtem žádný jiný spojený není.
passport-unlink-ask = <b>Rozpojit tyhle účty?</b>
passport-account-line = · { $account }
passport-unlink-named = Odpojit { $account }
passport-unlink-done = Hotovo: { $account } a { $other } jdou každý svou cestou. Každý má, co měl předtím; co přibylo od spojení, zůstává tomu, který znám déle.
passport-unlink-over = Tady už není co rozpojit. Co je spojené, ukáže /unlink.
passport-me-accounts = Jeden člen, víc účtů: { $accounts }
