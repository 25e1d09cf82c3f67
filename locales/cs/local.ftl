### Chat v terminálu. { $name } je jméno člověka, { $switch } to, čím se za něj začne psát („@ema“).

local-name-member = Ema
local-name-host = Honza
local-name-moderator = Mirka

local-welcome = Píšeš jako { $name }. Otazník ukáže, co všechno jde, quit chat ukončí.
local-first-zone = Komunita se řídí hodinami tohoto počítače, { $zone }. Jiné nastaví community.zone v config.toml.
local-languages-stay = Kdo tu už byl, mluví dál svým jazykem ({ $names }); změní ho /preferences.
local-bye = Dobrou noc.
local-help =
    Cokoli napíšeš, jde do chatu. Řádek, který začíná lomítkem, je příkaz; zkus /help.
    @afterglow se přede všemi zeptá bota: @afterglow kolik stojí doprava?
    Číslo stiskne tlačítko, které ho má, v poslední zprávě tohoto kanálu.
    { $people } tě přepnou na někoho jiného.
    @new Anna přivede někoho nového; @new Anna en owner i s jazykem a rolí.
    #hosts a #general změní kanál, #direct je tvůj soukromý chat s botem.
    Ve formuláři Enter nebo - ponechá hodnotu v závorce, ! všechno zruší.
    quit chat ukončí. Co si bot mezitím zapisuje, je v { $log }.
local-you-are = Teď jsi { $name } ({ $role }).
local-no-such-person = Jméno { $name } tu nikdo nemá. Jsou tu { $people }; @new { $name } přivede někoho nového.
local-new-how = Napiš jméno, a chceš-li, i jazyk nebo roli: @new Anna, @new Anna en, @new Anna owner.
local-new-taken = { $name } už tu je. Přepne tě @{ $name }.
local-people = Jsou tu { $people }; @new Anna přivede někoho nového.
local-more-people = { $people } … (celkem { $count })
local-places = Přejít můžeš do { $places }.
local-hosts-only = Kanál #hosts je jen pro ty, kdo vysílají nebo spravují; přepne tě @host.

local-only-you = vidíš jen ty
local-direct = přímá zpráva
local-edited = upraveno
local-unseen = { $name } tu má něco nového; ukáže to { $switch }.
local-unseen-hosts = V kanálu #hosts je něco nového; ukáže to @host.

local-no-such-button = Tlačítko { $number } tu není; poslední zpráva má { $numbers }.
local-no-buttons = Nic tu zatím tlačítka nemá, takže { $number } žádné nestiskne. Do chatu to také nešlo.
local-buttons-elsewhere = Tady tlačítka nejsou. Poslední jsou v { $place }; přejdi tam a pak napiš { $number }.
local-link = Tlačítko vede na { $link }
local-near-command = Příkaz { $typed } neznám. Nemá to být <b>{ $near }</b>?
local-unknown-command = Příkaz { $typed } neznám. Které můžeš použít, ukáže /help.

local-file = Soubor je uložený jako { $path }.
local-picture = Jako obrázek: { $path }
local-form-waits = Čeká na tebe „{ $title }“; odpovíš po stisku klávesy Enter.
local-form-how = Enter ponechá, co stojí v závorce, ! všechno zruší.
local-form-needed = Tohle je potřeba vyplnit; ! zruší celý formulář.
local-form-say-file = Cesta k souboru v tomhle počítači, nebo slova, která v něm budou stát.
local-form-number = Napiš prosím číslo, třeba 5 nebo 2,5; ! všechno zruší.
local-form-choice = Vyber jednu možnost číslem nebo názvem; ! všechno zruší.
local-form-choices = Vyber kolik chceš, čísla nebo názvy odděl čárkou: 1, 3; ! všechno zruší.
local-form-yes-no = Odpověz ano, nebo ne; ! všechno zruší.
local-form-say-choices = Vyber kolik chceš, čísla nebo názvy odděl čárkou: 1, 3.
local-form-say-yes-no = Odpověz ano, nebo ne.
local-form-cancelled = Zrušeno, nic se neodeslalo.
local-form-left = Formulář „{ $title }“ zůstal nevyplněný a nic z něj se neodeslalo. Odpověď, která má začínat znakem / nebo @, začni // nebo @@.
local-form-entered = Bylo v něm vyplněno { $label }: { $value }
local-yes = ano
local-no = ne

local-problem-right = Chybí mi tu právo { $right }. Dej mi ho v nastavení chatu.
local-problem-shut = Do { $place } psát nesmím. Otevři ho pro mě, nebo vyber jiné místo.
local-problem-tag = Štítek { $tag } se nehodí: potřebuje 1 až { $most } znaků.
local-problem-no-door = Místo { $door } tu není. Vyber jiné.
