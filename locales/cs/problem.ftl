### Co doktor najde a jak to napravit.

problem-platform-down = { $name } neběží: { $why } Zkouší to dál; když to potrvá, zkontroluj token a síť.
problem-ai = { $fault ->
        [refused] AI server { $host } nepřijímá klíč bota, nebo na něm došel kredit: zkontroluj api_key v oddílu [ai].
       *[other] AI server { $host } nezná model, nebo vůbec neví, co po něm bot chce: zkontroluj model, base_url a api v oddílu [ai].
    } Do té doby jsou odpovědi tak, jak je najde hledání.
problem-source =
    { $name ->
        [twitch] Streamy na Twitchi: { $why }
        [youtube] Streamy na YouTube: { $why }
        [kick] Streamy na Kicku: { $why }
       *[hook] Streamy, které hlásí programy: { $why }
    }
problem-plugin-broken = Doplněk { $name } nejde načíst: { $why } Oprav ho nebo odeber a spusť mě znovu; víc je v logu pod <code>{ $code }</code>.
problem-texts =
    { $count ->
        [one] Doplňku { $name } chybí { $count } text ({ $language }); zastupuje ho angličtina. Doplnit ho může autor.
        [few] Doplňku { $name } chybí { $count } texty ({ $language }); zastupuje je angličtina. Doplnit je může autor.
        [many] Doplňku { $name } chybí { $count } textu ({ $language }); zastupuje je angličtina. Doplnit je může autor.
       *[other] Doplňku { $name } chybí { $count } textů ({ $language }); zastupuje je angličtina. Doplnit je může autor.
    }
problem-clock =
    { $ahead ->
        [one] Hodiny stroje se vrátily o { $ahead } minutu. Nařiď je, nejlépe přes NTP.
        [few] Hodiny stroje se vrátily o { $ahead } minuty. Nařiď je, nejlépe přes NTP.
        [many] Hodiny stroje se vrátily o { $ahead } minuty. Nařiď je, nejlépe přes NTP.
       *[other] Hodiny stroje se vrátily o { $ahead } minut. Nařiď je, nejlépe přes NTP.
    }
problem-incidents =
    { $count ->
        [one] Za poslední den se rozbila { $count } věc. Která, řekne /status; víc je v logu pod jejím kódem.
        [few] Za poslední den se rozbily { $count } věci. Nejnovější ukáže /status; víc je v logu pod jejich kódy.
        [many] Za poslední den se rozbilo { $count } věci. Nejnovější ukáže /status; víc je v logu pod jejich kódy.
       *[other] Za poslední den se rozbilo { $count } věcí. Nejnovější ukáže /status; víc je v logu pod jejich kódy.
    }
problem-jobs =
    { $count ->
        [one] Za poslední den se nepovedl { $count } úkol. Proč, řeknou incidenty.
        [few] Za poslední den se nepovedly { $count } úkoly. Proč, řeknou incidenty.
        [many] Za poslední den se nepovedlo { $count } úkolu. Proč, řeknou incidenty.
       *[other] Za poslední den se nepovedlo { $count } úkolů. Proč, řeknou incidenty.
    }
problem-jobs-late =
    { $count ->
        [one] { $count } úkol má deset minut zpoždění: databáze nebo stroj nestíhá, nebo se něco zaseklo. Spusť mě znovu, a když se to vrátí, podívej se do logu.
        [few] { $count } úkoly mají deset minut zpoždění: databáze nebo stroj nestíhá, nebo se něco zaseklo. Spusť mě znovu, a když se to vrátí, podívej se do logu.
        [many] { $count } úkolu má deset minut zpoždění: databáze nebo stroj nestíhá, nebo se něco zaseklo. Spusť mě znovu, a když se to vrátí, podívej se do logu.
       *[other] { $count } úkolů má deset minut zpoždění: databáze nebo stroj nestíhá, nebo se něco zaseklo. Spusť mě znovu, a když se to vrátí, podívej se do logu.
    }
problem-stopped = Všechno je zastavené. Na co přijde čas, to počká, dokud to správce nepustí dál.
problem-late =
    { $count ->
        [one] { $count } zpráva má deset minut zpoždění. Když to potrvá, spusť mě znovu a podívej se do logu.
        [few] { $count } zprávy mají deset minut zpoždění. Když to potrvá, spusť mě znovu a podívej se do logu.
        [many] { $count } zprávy má deset minut zpoždění. Když to potrvá, spusť mě znovu a podívej se do logu.
       *[other] { $count } zpráv má deset minut zpoždění. Když to potrvá, spusť mě znovu a podívej se do logu.
    }
problem-unknown =
    { $count ->
        [one] O { $count } zprávě nikdo neví, jestli došla. Znovu se neposílá; záleží-li na ní, zeptej se.
        [few] O { $count } zprávách nikdo neví, jestli došly. Znovu se neposílají; záleží-li na nich, zeptej se.
        [many] O { $count } zprávy nikdo neví, jestli došla. Znovu se neposílá; záleží-li na ní, zeptej se.
       *[other] O { $count } zprávách nikdo neví, jestli došly. Znovu se neposílají; záleží-li na nich, zeptej se.
    }
problem-failed =
    { $count ->
        [one] Za poslední den selhala { $count } zpráva. Incidenty ukáže /status.
        [few] Za poslední den selhaly { $count } zprávy. Incidenty ukáže /status.
        [many] Za poslední den selhalo { $count } zprávy. Incidenty ukáže /status.
       *[other] Za poslední den selhalo { $count } zpráv. Incidenty ukáže /status.
    }
problem-journey-gone = V sérii { $name } jsou lidé ({ $people }), ale její doplněk { $plugin } tu není. Nainstaluj ho zpátky, nebo ji ukonči: /journey stop { $typed }.
problem-journey-off = V sérii { $name } jsou lidé ({ $people }), ale její doplněk { $plugin } je vypnutý. Zapni ho, nebo ji ukonči: /journey stop { $typed }.
problem-journey-held = V sérii { $name } jsou lidé ({ $people }) a čeká na správce. Podívej se na náhled a pusť ji, nebo ji ukonči.
problem-journey-paused = V sérii { $name } jsou lidé ({ $people }) a je pozastavená. Pusť ji dál: /journey resume { $typed }, nebo ji ukonči.
problem-no-post = { $where }: nemám tu kam psát pro všechny. Místo vybereš v /setup.
problem-no-hosts-place = { $where }: kdo vysílá, nemá tu vlastní místo, a tak se všechno dozví v soukromí. V takovém, které čtou jen oni, napiš /setup hosts here.
problem-joined = { $where } je připojené místo a kdo ho spravuje, je tady obyčejný člen. Jestli mají správci spravovat i tuhle komunitu, řekne to vlastník.
problem-hosts-open = { $where } čtou všichni, a píšu tam, co je jen pro ty, kdo vysílají. Zavři to ostatním; do té doby se to můžou dozvídat v soukromí.
problem-nowhere = Nejsem už na žádném serveru ani ve skupině téhle komunity. Přidej mě zpátky.
problem-no-host = Nikdo tu nevysílá, jen vlastník. Roli nebo lidi vybereš v /setup.
problem-zone = Hodiny ukazují UTC. Jestli to nejsou tvoje, vyber město v /setup.
problem-no-quiet = Klidné hodiny nejsou: přímé zprávy můžou přijít i v noci. Pro nové komunity je nastaví delivery.quiet_from a quiet_until; vlastní má každý v /preferences.
