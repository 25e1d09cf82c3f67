sample-about = Pozdraví, na zkoušku.
cmd-hello = Pozdraví
sample-hello = { $greeting }.
sample-wave = Zamávat
sample-thanks =
    Díky, { $stream_minutes ->
        [one] { $stream_minutes } minuta
        [few] { $stream_minutes } minuty
        [many] { $stream_minutes } minuty
       *[other] { $stream_minutes } minut
    } s námi.
sample-thanks-brief = Díky.
sample-question = Jaké to bylo?
sample-last = Zase příště.
sample-setting-greeting = Co říká
sample-setting-minutes = Kolik minut čeká
sample-setting-loud = Říkat to nahlas
sample-setting-tone = Tón
sample-setting-tone-warm = vřelý
sample-setting-tone-brief = stručný
sample-setting-days = Ve které dny
sample-setting-days-saturday = sobota
sample-setting-days-sunday = neděle
sample-setting-patience = Jak dlouho čeká
sample-setting-evening = Kdy začíná večer
sample-journey-after-thanks = Poděkování
sample-journey-after-question = Otázka
