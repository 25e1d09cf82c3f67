### Proč Afterglow nezačne. { $why } je to, co říká systém nebo databáze, { $where } klíč nebo soubor, o který jde.

refusal-config = { $where }: { $problem } { $cure }
refusal-config-at = { $what } ({ $source })
refusal-config-argument = argument
refusal-config-environment = prostředí
refusal-config-in-environment = { $name } v prostředí
refusal-config-no-key = takový klíč není.
refusal-config-did-you-mean = Není to { $near }?
refusal-config-there-are = Jsou tu: { $known }.
refusal-config-remove = Smaž ho.
refusal-config-is-section = to je oddíl.
refusal-config-is-section-cure = Napiš [{ $name }] a jeho klíče pod něj.
refusal-config-secret-in-file = tajný údaj do tohohle souboru nepatří, protože se soubor sdílí.
refusal-config-secret-in-file-cure = Odsud ho smaž a nastav { $name } v prostředí, nebo ho napiš do souboru { $file } mezi tajné údaje.
refusal-config-secrets-unreadable = složku nejde přečíst ({ $why }).
refusal-config-secrets-unreadable-cure = Uveď složku s tajnými údaji, kterou bot smí číst, nebo proměnnou smaž.
refusal-config-unreadable = nejde přečíst ({ $why }).
refusal-config-unreadable-cure = Zkontroluj, že tam soubor je a že ho bot smí číst.
refusal-config-no-text = není to text v UTF-8.
refusal-config-no-text-cure = Ulož soubor jako UTF-8.
refusal-config-key-unkept = tajný klíč tu nejde uložit ({ $why }).
refusal-config-key-unkept-cure = Dovol tu botovi číst a psát, nebo nastav { $name }.
refusal-config-key-short = je v něm méně než { $least } bajtů.
refusal-config-key-short-cure = Vrať ho ze zálohy.

## Co je na hodnotě špatně: { $what } je jedno z těch, která následují.

refusal-config-value = { $what }.
refusal-config-takes-text = patří sem text v uvozovkách, třeba <code>"Our community"</code>
refusal-config-takes-something = nesmí to být prázdné
refusal-config-takes-folder = patří sem cesta ke složce v uvozovkách, třeba <code>"data"</code>
refusal-config-takes-whole = patří sem celé číslo
refusal-config-takes-number = patří sem číslo
refusal-config-takes-yes-no = patří sem { $yes }, nebo { $no }
refusal-config-takes-time = patří sem čas v celých minutách, třeba <code>"22:00"</code>
refusal-config-takes-place = má to být adresa a port, třeba <code>"127.0.0.1:8080"</code>
refusal-config-takes-zone = patří sem název časového pásma, třeba <code>"Europe/Prague"</code>
refusal-config-takes-one-of = patří sem { $choices }
refusal-config-takes-or-more = nejméně to může být { $least }
refusal-config-takes-or-less = nejvýš to může být { $most }
refusal-config-takes-characters = delší než { $most } znaků to být nesmí
refusal-config-takes-other = tohle klíč nebere
refusal-config-begins-with = má to začínat { $choices }
refusal-config-bare = nesmí v tom být mezery ani uvozovky
refusal-config-too-short = kratší než { $least } bajtů to být nesmí
refusal-one-of =
    { $several ->
        [yes] { $most } nebo { $last }
       *[no] { $last }
    }

## Co je špatně na zápisu souboru

refusal-toml = tohle není TOML: { $what }.
refusal-toml-at = { $file }, řádek { $line }, znak { $column }
refusal-toml-at-end = { $file }, konec souboru
refusal-toml-twice = tenhle oddíl nebo klíč už je výš
refusal-toml-twice-cure = Dej všechno z jednoho oddílu pod jeden nadpis a každý klíč tam jen jednou.
refusal-toml-quote = uvozovka se nikde nezavírá
refusal-toml-quote-cure = Zavři ji; text v uvozovkách patří na jeden řádek.
refusal-toml-bracket = závorka se nikde nezavírá
refusal-toml-bracket-cure = Zavři ji.
refusal-toml-backslash = zpětné lomítko platí samo za sebe jen v jednoduchých uvozovkách
refusal-toml-backslash-cure = Napiš C:/data, nebo 'C:\data'.
refusal-toml-moment = takové datum nebo čas není
refusal-toml-moment-cure = Časy piš v uvozovkách, třeba <code>"22:00"</code>.
refusal-toml-other = tomuhle řádku nejde rozumět
refusal-toml-other-cure = Texty se píšou v uvozovkách, oddíly v závorkách: <code>name = "Our community"</code> pod <code>[community]</code>.

## K čemu který klíč je

refusal-about-data-folder = Složka pro databázi, tajný klíč a zálohy; když chybí, založí se.
refusal-about-secret-key = Podepisuje odkazy a tlačítka a zamyká, co lidé napíšou: aspoň 32 bajtů. Když chybí, při prvním spuštění se vytvoří a uloží do složky s daty.
refusal-about-former-secret-key = Předchozí tajný klíč: když se klíč mění, nech ho tu, než se všechno, co lidé napsali, zamkne novým. Trvá to jednu noc.
refusal-about-community-name = Jak se jmenuje nová komunita.
refusal-about-community-language = Jazyk nové komunity, než si někdo zvolí jiný: <code>"en"</code> nebo <code>"cs"</code>.
refusal-about-community-zone = Časové pásmo nové komunity, jménem podle IANA, třeba <code>"Europe/Prague"</code>.
refusal-about-database-url = <code>"sqlite:///cesta/k/souboru"</code> nebo <code>"postgresql://user@host/name"</code>. Prázdné: SQLite ve složce s daty.
refusal-about-discord-token = Token bota z discord.com/developers. Bez něj je Discord vypnutý.
refusal-about-discord-members = Jestli má bot zapnutý Server Members Intent, aby se dozvěděl, kdo přijde a kdo odejde.
refusal-about-discord-new-direct-per-minute = Kolik nových soukromých chatů a vláken smí bot otevřít za minutu (0 až 30). Boty, kteří jich otevírají moc, Discord zablokuje; lidé, se kterými už chat má, nestojí nic.
refusal-about-discord-new-direct-per-day = Kolik jich smí otevřít za den (0 až 1000). Koho takhle nezastihne, toho se zeptá v kanálu, pokud jeho cesta takový krok má.
refusal-about-discord-api-url = Jiná adresa API Discordu, třeba proxy, včetně „/v10“ na konci. Prázdné: vlastní adresa Discordu.
refusal-about-telegram-token = Token bota od @BotFather. Bez něj je Telegram vypnutý.
refusal-about-telegram-base-url = Jiný server Bot API, až po <code>"/bot"</code> včetně. Prázdné: server Telegramu.
refusal-about-telegram-webhook-url = Veřejná adresa s https, na které Telegram najde webový server níže. Prázdné: bot se Telegramu ptá sám a žádnou adresu nepotřebuje.
refusal-about-sources-community = Jméno komunity, které patří streamy z kanálů níže. Prázdné: jediná, která existuje.
refusal-about-twitch-channels = Čí streamy na Twitchi sledovat: jména oddělená čárkami. Další můžou správci přidat příkazem /source add.
refusal-about-twitch-client-id = Client ID aplikace, kterou sis založil na dev.twitch.tv/console/apps. Bez něj je Twitch vypnutý.
refusal-about-twitch-client-secret = Tajný klíč té aplikace.
refusal-about-twitch-refresh-token = Refresh token účtu, který čte chat, s oprávněním user:read:chat. Bez něj se někdo přihlásí na adrese, kterou ukáže /status.
refusal-about-twitch-webhook-url = Veřejná adresa s https, na které Twitch najde webový server níže. Prázdné: bot drží spojení sám a žádnou adresu nepotřebuje.
refusal-about-youtube-channels = Čí streamy na YouTube sledovat: jména jako <code>"@caj"</code> nebo id, která začínají na <code>"UC"</code>, oddělená čárkami.
refusal-about-youtube-api-key = Klíč k YouTube Data API v3 z console.cloud.google.com. Bez něj je YouTube vypnutý.
refusal-about-youtube-units-per-day = Kolik jednotek denně Google tomu klíči dává (500 nebo víc); bot se neptá častěji, než na kolik stačí.
refusal-about-kick-channels = Čí streamy na Kicku sledovat: jména oddělená čárkami.
refusal-about-kick-client-id = Client ID aplikace, kterou sis založil na kick.com/settings/developer. Bez něj je Kick vypnutý.
refusal-about-kick-client-secret = Tajný klíč té aplikace na Kicku.
refusal-about-hooks-sources = Jména tvých vlastních programů, které hlásí začátek a konec streamu, oddělená čárkami: z <code>"obs"</code> vznikne adresa /hooks/stream/obs.
refusal-about-hooks-secret = Čím ty programy podepisují: aspoň 32 bajtů. Bez něj žádné takové adresy nejsou.
refusal-about-delivery-in-flight = Kolik zpráv smí být na cestě najednou (1 až 100), a tedy u kolika se po pádu neví, jestli došly.
refusal-about-delivery-quiet-from = Kdy začínají tiché hodiny lidem, kteří si žádné nezvolili, podle jejich hodin.
refusal-about-delivery-quiet-until = Kdy tyhle tiché hodiny končí. Stejný čas jako začátek: žádné tiché hodiny.
refusal-about-streams-debounce-minutes = Kolik minut (1 až 30) smí stream vypadnout, než se bere za skončený.
refusal-about-retention-update-hours = Kolik hodin (1 až 24) po vyřízení zůstává čitelné, co lidé botovi poslali, aby šla dohledat chyba.
refusal-about-retention-post-days = Kolik dní (1 až 30) po odeslání se drží znění příspěvků v kanálech; můžou v nich být něčí vlastní slova.
refusal-about-retention-job-days = Kolik dní (3 až 365) se drží hotová práce, aby ji viděl /doctor a kdo hledá chybu.
refusal-about-retention-incident-days = Kolik dní (1 až 365) se drží incidenty i se záznamem, ve kterém může být, co lidé psali.
refusal-about-ai-api-key = Klíč. Bez něj se nikdy nic neposílá. Vlastnímu serveru, který žádný nechce, stačí jakékoli slovo.
refusal-about-ai-model = Kterého modelu se ptát, jménem, které server zná, třeba <code>"gpt-4.1-mini"</code>. S klíčem je potřeba.
refusal-about-ai-base-url = Adresa serveru, až po <code>"/v1"</code> včetně. Prázdné: server OpenAI.
refusal-about-ai-api = <code>"responses"</code> pro vlastní protokol OpenAI, <code>"chat"</code> pro chat completions, kterým mluví většina ostatních serverů.
refusal-about-ai-effort = Jak dlouho smí přemýšlet model, který přemýšlí předem: <code>"none"</code>, <code>"minimal"</code>, <code>"low"</code>, <code>"medium"</code> nebo <code>"high"</code>. Prázdné: nic se o tom neříká, protože modely, které nepřemýšlejí, to odmítnou.
refusal-about-ai-seconds = Po kolika sekundách (0,2 až 4), i s druhým pokusem, dostane člověk odpověď tak, jak ji našlo hledání.
refusal-about-ai-at-once = Kolik otázek smí být u serveru najednou (1 až 32). Kdo se mezitím zeptá, dostane, co najde hledání.
refusal-about-ai-tokens-per-day = Kolik tokenů smí komunita za den spotřebovat (20000 nebo víc), podle toho, co počítá server.
refusal-about-ai-tokens-per-member = Kolik z nich smí za den spotřebovat jeden člověk (20000 nebo víc).
refusal-about-web-listen = Adresa a port, kde bot poslouchá, třeba <code>"0.0.0.0:8080"</code> pro všechny adresy tohoto stroje. Co vidí svět, s https, nastav před ním.
refusal-about-log-level = Kolik se zapisuje do logu: <code>"DEBUG"</code>, <code>"INFO"</code>, <code>"WARNING"</code> nebo <code>"ERROR"</code>.
refusal-about-log-format = <code>"text"</code> pro lidi, <code>"json"</code> pro programy (jeden objekt na řádek).

## Databáze a její složka

refusal-storage-held = Nad touhle složkou už Afterglow běží{ $who }. Nejdřív ho zastav, nebo nastav jiné data_folder.
refusal-storage-held-database = Nad touhle databází už Afterglow běží{ $who }. Nejdřív ho zastav, nebo nastav jiné database.url.
refusal-storage-holder = { " " }(proces { $process }, od { $moment })
refusal-storage-unlockable = Soubor { $file } nejde zamknout ({ $why }), takže by nic nedrželo dva procesy od sebe. Zvol data_folder na disku tohohle počítače.
refusal-storage-unopened = Soubor { $file } nejde otevřít ({ $why }). Dovol tam botovi číst a psát, nebo nastav jiné data_folder.
refusal-storage-unmade = Složku { $folder } nejde založit ({ $why }). Nastav jiné data_folder.
refusal-storage-folder = složku nejde založit ({ $why }).
refusal-storage-closed = databázi tu nejde číst a psát.
refusal-storage-folder-cure = Nastav jinou složku jako data_folder, nebo tam botovi dovol číst a psát.
refusal-storage-no-address = téhle adrese nejde rozumět.
refusal-storage-no-kind = databázi { $kind } Afterglow nezná.
refusal-storage-address-cure = Napiš <code>"sqlite:///data/afterglow.db"</code> nebo <code>"postgresql://user@host/name"</code>.
refusal-storage-no-driver = PostgreSQL potřebuje ovladač asyncpg.
refusal-storage-no-driver-cure = Nainstaluj ho: { $command }
refusal-storage-unusable = Databázi nejde použít: { $why }. Podívej se na database.url a data_folder.
refusal-storage-newer = Databáze je novější než tenhle Afterglow: tabulky { $owner } jsou ve verzi { $stored } a nejnovější, kterou tu zná, je { $newest }. Nainstaluj znovu novější verzi, nebo obnov zálohu z doby před aktualizací.
refusal-storage-taken = V databázi už jsou cizí tabulky: { $tables }. Dej Afterglow prázdnou.
refusal-storage-unmigrated = Tabulky { $owner } se nepodařilo převést na verzi { $newest }; nic se nezměnilo. { $why }

## Platformy

refusal-discord-members = bot se nesmí dozvědět, kdo přijde a kdo odejde.
refusal-discord-members-cure = Na discord.com/developers u své aplikace pod Bot zapni Server Members Intent, nebo nastav discord.members na false.
refusal-discord-token = Discord tenhle token nepřijal.
refusal-discord-token-cure = Na discord.com/developers u své aplikace pod Bot si vyžádej nový a dej ho sem.
refusal-telegram-token = Telegram ho nepřijal.
refusal-telegram-token-cure = Řekni si @BotFather o nový a dej ho místo něj.
refusal-telegram-taken = zprávy pro tohoto bota si bere jiný program, nebo pro něj nastavil webhook.
refusal-telegram-taken-cure = Ukonči ho a spusť tenhle znovu; pokud o žádném nevíš, řekni si @BotFather o nový token.
refusal-web-twice = adresu { $path } chtějí dvě části bota.
refusal-web-twice-cure = Dej jedné z nich jinou.
refusal-web-port = tam poslouchat nejde ({ $why }).
refusal-web-port-cure = Zvol jiný port.

## Proč systém něco odmítl; v závorkách

refusal-system-denied = bot tam nesmí
refusal-system-missing = není tam
refusal-system-no-folder = část cesty je soubor
refusal-system-folder = je to složka
refusal-system-no-answer = nikdo tam neodpovídá

## Kde jsou vidět streamy

refusal-source-away = { $source } se nedá zastihnout ({ $why }).
refusal-source-odd = { $source } odpověděl něco, čemu nejde rozumět.
refusal-source-refused = { $source } odmítl požadavek ({ $status }).
refusal-source-busy = { $source } chce, aby se počkalo.
refusal-source-no-community = Zatím není žádná komunita: nejdřív dej bota na server nebo do skupiny.
refusal-source-which-community = Komunit je víc ({ $known }): napiš jednu do sources.community, nebo ať její správci použijí /source add.
refusal-source-other-community = Komunita { $name } není. Jsou tu: { $known }.
refusal-source-wrong-name = { $name } tam jméno kanálu být nemůže.
refusal-source-wrong-name-cure = Napiš ho tak, jak stojí v adrese kanálu.
refusal-source-no-channel = Kanál { $name } na { $source } není.
refusal-source-missing = { $source } potřebuje i tohle.
refusal-source-missing-cure = Doplň ho, nebo odstraň { $other }, a { $source } zůstane vypnutý.
refusal-ai-missing = Formulování odpovědí potřebuje i tohle.
refusal-ai-missing-cure = Doplň ho, nebo odstraň { $other }, a odpovědi zůstanou tak, jak je najde hledání.
refusal-source-incident = Něco se pokazilo; kód chyby je { $code }.
refusal-twitch-application = Twitch nepřijal client ID a tajný klíč aplikace.
refusal-twitch-application-cure = Vytvoř na dev.twitch.tv/console/apps nový klíč a dej ho sem.
refusal-twitch-account = Twitch už token toho účtu nepřijímá.
refusal-twitch-account-cure = Pořiď nový refresh token s oprávněním user:read:chat a dej ho sem.
refusal-twitch-scope = token nedovoluje číst chat.
refusal-twitch-scope-cure = Pořiď takový, který má oprávnění { $scope }.
refusal-twitch-chat = Chat kanálu { $name } na Twitchi se nepočítá: jeho majitel musí aplikaci dovolit ho číst.
refusal-twitch-full = Twitch tomuhle účtu nedovolí sledovat víc kanálů, takže { $name } vynechává. S twitch.webhook_url se vejdou všechny.
refusal-twitch-events = Twitch nehlásí streamy kanálu { $name } ({ $status }).
refusal-twitch-revoked = Twitch už o kanálu { $name } nic nehlásí ({ $status }). Pokud to byl omyl, povol aplikaci znovu a spusť bota.
refusal-youtube-key = Google ten klíč nepřijal.
refusal-youtube-key-cure = Vytvoř na console.cloud.google.com v části APIs & Services, Credentials nový, který smí k YouTube Data API v3, a dej ho sem.
refusal-youtube-api = projekt toho klíče nemá zapnuté YouTube Data API v3.
refusal-youtube-api-cure = Zapni ho na console.cloud.google.com v části APIs & Services, Library a spusť bota znovu.
refusal-youtube-units = Denní jednotky pro YouTube jsou vyčerpané; pokračuje se v { $at }. O víc se dá Google požádat.
refusal-youtube-chat = Chat na YouTube se do { $at } nepočítá: zbylé jednotky jsou potřeba na to, aby bylo streamy vidět.
refusal-kick-application = Kick nepřijal client ID a tajný klíč aplikace.
refusal-kick-application-cure = Najdi oboje na kick.com/settings/developer a dej je sem.
refusal-kick-events = Kick u kanálu { $name } nehlásí { $events }: zapni aplikaci webhooky a nastav v nich adresu tohoto bota.
refusal-twitch-sign-in = Twitch čeká, až se někdo přihlásí: otevři { $address } s účtem, který má číst chat, zkontroluj, že kód je { $code }, a povol to.
