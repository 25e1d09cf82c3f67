### Co říká afterglow check. { $part } je jedno z těch tří, co následují.

check-configuration = nastavení
check-plugins = pluginy
check-texts = texty
check-well = { $part }: v pořádku
check-to-mend = { $part }: k opravě { $count }
check-plugin-off = { $plugin } je vypnutý: { $error } Oprav ho, nebo odinstaluj; celá stopa chyby je v logu příkazu afterglow run.
check-no-text = { $plugin }: obrazovky hledají text { $key } a v žádném jazyce není. Doplň ho do { $files }.
# Co řekne run a replay, než by začaly. { $problems } mají každý svůj řádek.
check-before-one = { $problem } Až to opravíš, afterglow check řekne, jestli je všechno v pořádku.
check-before-several =
    nastavení: k opravě { $count }{ $problems }
    Až všechno opravíš, afterglow check řekne, jestli je to v pořádku.

## Na příkazové řádce

check-doctor-community = { $name }
check-doctor-well = Všechno je v pořádku.
check-doctor-line =
    { $weight ->
        [broken] nefunguje
        [warning] pozor
       *[note] poznámka
    }: { $what }
check-doctor-networks = Co o právech a místech říká Discord a Telegram, ukáže /doctor v chatu.
check-doctor-empty = Žádná komunita tu zatím není: spusť bota a přidej ho na server nebo do skupiny.
check-doctor-old = Databáze je nová, nebo starší než tenhle program. Spusť jednou bota, připraví si ji.
