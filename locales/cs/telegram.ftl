### Co říká sama strana Telegramu.

## Soukromé odpovědi na to, co zaznělo ve skupině

telegram-open-private = Na tohle odpovídám v soukromí. Otevři náš chat a pak to tady zkus znovu.
telegram-open-private-button = Otevřít náš chat
telegram-answered-privately = Odpověď máš v našem soukromém chatu.
telegram-anonymous = Píšeš jménem skupiny, takže nevím, kdo jsi. Udělám to jménem správce, který stiskne tohle tlačítko.
telegram-anonymous-button = To jsem já
telegram-anonymous-not-you = Tohle může jen správce skupiny.

## Formuláře, otázka po otázce

telegram-form-way-out = Skončit můžeš příkazem { $command }.
telegram-form-stop = Zrušit
telegram-form-resumed = Tady jsme skončili: otázka { $number } z { $total }.
telegram-form-yes = Ano
telegram-form-no = Ne
telegram-form-done = Hotovo
telegram-form-skip = Přeskočit
telegram-form-keep = Nechat: { $value }
telegram-form-now = Teď je tam tohle; ťuknutím to zkopíruješ:
telegram-form-number = Tady potřebuju číslo, třeba 12 nebo 3,5.
telegram-form-file = Pošli prosím soubor sem, jako ho posíláš komukoli jinému.
telegram-form-choose = Vyber prosím tlačítkem.
telegram-form-cancelled = Konec. Nic se nezměnilo.
telegram-form-over = Tahle otázka už je uzavřená. Začni znovu příkazem.

## Co botovi brání v práci ve skupině a jak to napravit

telegram-problem-not-in-chat = Nejsem ve skupině. Přidej mě v nastavení skupiny a udělej ze mě správce.
telegram-problem-not-administrator = Nejsem správcem skupiny, takže nevidím, kdo přichází, odchází a reaguje. Udělej ze mě správce v nastavení skupiny; stačí právo zvát lidi.
telegram-problem-no-answer = Telegram teď neodpovídá. Zkus to za pár minut.
telegram-problem-token = Telegram už můj token nepřijímá. Kdo mě provozuje, ať si u @BotFather řekne o nový a spustí mě s ním.
telegram-problem-webhook = Telegram mi na adresu { $address } nedokáže doručit, co se děje: { $why }. Kdo mě provozuje, ať tu adresu dá do pořádku, nebo ji z nastavení vypustí; pak se budu ptát sám.
telegram-problem-tag = Štítek má nejvýš { $limit } znaků a žádné emoji.
telegram-problem-no-tags = Nesmím dávat štítky. Povol mi jejich správu v nastavení skupiny mezi správci.
telegram-problem-no-invites = Nesmím zvát lidi ani je pouštět dovnitř. Povol mi to v nastavení skupiny mezi správci.
telegram-problem-no-removing = Nesmím nikoho vyprovodit ven. Povol mi v nastavení skupiny mezi správci blokování lidí; tak tomu Telegram říká.
telegram-problem-no-topics = Nesmím spravovat témata. Povol mi to v nastavení skupiny mezi správci.
telegram-problem-no-deleting = Nesmím mazat zprávy. Povol mi to v nastavení skupiny mezi správci.
telegram-problem-no-video-chats = Nesmím spravovat videochaty. Povol mi to v nastavení skupiny mezi správci.
telegram-problem-silenced = Tady nesmím psát. Povol mi to, nebo ze mě udělej správce.
telegram-problem-door-kind = { $door } je jednoduchá skupina, ze které nejde nikoho na čas vyvést. V jejím nastavení zapni „Historii chatu pro nové členy“: Telegram z ní udělá superskupinu.
