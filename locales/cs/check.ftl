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
