### Proč se nahraný chat nedá použít a proč nejde přečíst jeho řádek. { $file } je jméno souboru, { $typed } to, co v něm
### stojí. Důvody níž jsou uvnitř věty: začínají malým písmenem a nekončí tečkou.

recording-no-day = V souboru { $file } není, který den se nahrával. Přidej --ended-at s okamžikem, kdy stream skončil, třeba <code>{ $option }</code> nebo <code>--ended-at "včera 20:00"</code>. Nic se nezměnilo.
recording-in-future = Podle souboru { $file } by stream skončil až v budoucnu, { $moment } UTC. Zadej dřívější okamžik, třeba <code>--ended-at "včera 20:00"</code>, nebo to projdi nanečisto s --simulate. Nic se nezměnilo.
recording-no-moment = „{ $typed }“ za --ended-at není žádný okamžik. Napiš třeba <code>--ended-at "2026-11-20 20:00"</code> nebo <code>--ended-at "včera 20:00"</code>, podle hodin v pásmu komunity, { $zone }. Nic se nezměnilo.
recording-unreadable = { $file } není chat, který jde přečíst: { $reason }. Čekám chat z Twitche, jak ho ukládá TwitchDownloader (JSON), chat z YouTube, jak ho ukládá yt-dlp (.live_chat.json), nebo tabulku (CSV) se sloupci čas, autor a text; všechno může být zabalené gzipem. Nic se nezměnilo.
recording-missing = Soubor { $file } tu není. Nic se nezměnilo.
recording-folder = { $file } je složka. Napiš, který soubor v ní je chat. Nic se nezměnilo.
recording-closed = Soubor { $file } nejde otevřít: { $reason }. Nic se nezměnilo.

recording-other = { $problem }
recording-empty = je prázdný
recording-json-list = je to seznam v JSON
recording-no-text = není to text
recording-no-message = nejde v něm přečíst ani jedna zpráva
recording-no-message-first = nejde v něm přečíst ani jedna zpráva; první chyba, na místě { $number }: { $why }
recording-columns = nalezeno: { $found }; chybí: { $missing }
recording-columns-none = žádný ze sloupců
recording-column = { $what } ({ $name })
recording-column-time = čas
recording-column-time-missing = čas (pojmenuj ho time, offset nebo čas)
recording-column-author = autor
recording-column-author-missing = autor (pojmenuj ho author, user nebo jméno)
recording-column-text = text
recording-column-text-missing = text (pojmenuj ho text, message nebo zpráva)
recording-comments-no-list = jeho `comments` nejsou seznam
recording-no-comments = nemá seznam `comments`
recording-list-cut = soubor končí dřív než jeho seznam komentářů
recording-json-cut = soubor uprostřed končí, nebo to není JSON ({ $why })
recording-no-json = není to JSON ({ $why })
recording-no-offset = zpráva nemá čas (videoOffsetTimeMsec)
recording-no-time = { $typed } není čas: piš sekundy, h:mm:ss, 2026-11-28 18:00:00 nebo 28.11.2026 18:00
recording-out-of-range = čas { $time } je mimo rozsah
recording-two-days = { $typed } může být dvojí den: začni rokem, { $day }
recording-too-far = čas { $seconds } s je od začátku víc než { $days } dní
recording-day-among-seconds = čas má datum, ale první řádek počítá od začátku
recording-open-quote = uvozovka ({ $mark }) se nikde nezavírá
recording-few-columns = řádek má málo sloupců ({ $count })
recording-no-author = chybí autor
recording-long-text = text je delší než { $most } znaků
