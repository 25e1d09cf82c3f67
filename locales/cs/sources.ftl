### Kanály jinde, na kterých se sledují streamy.

sources-title = Kde jsou vidět streamy
sources-about = Streamy na Twitchi, YouTube a Kicku tu začínají a končí samy.
sources-heading = <b>Kde jsou vidět streamy</b>

cmd-source-list = Podívej se, na kterých kanálech se sledují streamy
cmd-source-add = Sleduj kanál, ať jeho streamy začínají samy i tady
cmd-source-remove = Přestaň sledovat kanál
opt-source-add-service = kde je
    .name = služba
opt-source-add-channel = jeho jméno nebo adresa
    .name = kanál
opt-source-remove-service = kde je
    .name = služba
opt-source-remove-channel = jeho jméno
    .name = kanál
sources-setting-channels = Kanály, na kterých se sledují streamy
sources-name =
    { $source ->
        [twitch] Twitch
        [youtube] YouTube
        [kick] Kick
       *[hook] Vlastní programy
    }
sources-none = Žádný kanál se nesleduje: streamy začínají příkazem /stream start, na Discordu a Telegramu i samy. Kanál přidá /source add.
sources-running =
    { $watching ->
        [yes] { sources-name }: sleduje { $channels }
       *[no] { sources-name }: běží, ale žádný kanál tu není
    }
sources-down = { sources-name }: neběží. { $problem }
sources-off = { sources-name }: není nastavený, takže { $channels } sledovat nejde. Klíče doplní ten, kdo bota provozuje.
sources-note = { sources-name }: { $note }
sources-added = { sources-name }: { $name } se odteď sleduje. Streamy tu začnou i skončí samy a kdo tam píše do chatu, počítá se mezi diváky.
sources-added-off = { sources-name }: { $name } mám zapsaný, ale tahle služba není nastavená: klíče doplní ten, kdo bota provozuje.
sources-there = { sources-name }: { $name } se už sleduje.
sources-removed = { sources-name }: { $name } se už nesleduje.
sources-not-there = { sources-name }: { $name } tu nikdo nepřidal. Co stojí v konfiguraci bota, odstraň tam.
sources-no-name = { $typed } tam jméno kanálu být nemůže. Napiš ho tak, jak stojí v adrese kanálu.
sources-full = Kanálů se sleduje už { $most }. Nejdřív některý odeber.
sources-elsewhere = { sources-name }: { $name } už sleduje jiná komunita tohohle bota.
