### Co říká afterglow check. { $part } je jedno z těch tří, co následují.

check-configuration = nastavení
check-plugins = pluginy
check-texts = texty
check-well = { $part }: v pořádku
check-to-mend = { $part }: k opravě { $count }
check-plugin-off = { $plugin } je vypnutý: { $error } Oprav ho, nebo odinstaluj; celá stopa chyby je v logu příkazu afterglow run.
check-no-text = { $plugin }: obrazovky hledají text { $key } a v žádném jazyce není. Doplň ho do { $files }.
