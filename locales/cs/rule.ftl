### Stavba pravidel: podmínky se skládají tlačítky, ať patří kterémukoli pluginu.

rule-builder = Pravidlo
rule-builder-none = „{ $title }“ je pro všechny. Přidej podmínku a bude jen pro toho, kdo ji splní.
rule-builder-now = „{ $title }“ je pro toho, kdo má: { $rule }.
rule-builder-count =
    { $count ->
        [0] Teď to nesplňuje nikdo.
        [one] Teď to splňuje { NUMBER($count) } člen.
        [few] Teď to splňují { NUMBER($count) } členové.
        [many] Teď to splňuje { NUMBER($count) } člena.
       *[other] Teď to splňuje { NUMBER($count) } členů.
    }
rule-builder-stale = Tohle se tu teď nepočítá, takže zůstává, jak bylo: { $what }. Plugin je vypnutý, nebo odznak už není.

## Tlačítka

rule-builder-add = Přidat podmínku
rule-builder-badge = Přidat odznak
rule-builder-all = Musí platit všechny
rule-builder-any = Stačí kterákoli
rule-builder-last = Vzít poslední zpět
rule-builder-clear = Bez pravidla
rule-builder-done = Hotovo
rule-builder-back = Zpět k pravidlu
rule-builder-again = Zkusit znovu

## Na co se ptám

rule-builder-which-fact = Čeho se týká?
rule-builder-which-badge = Který odznak je potřeba?
rule-builder-which-level = Od které úrovně odznaku „{ $badge }“?
rule-builder-level = Úroveň { NUMBER($level) }
rule-builder-how = Jak se porovnává
rule-builder-value = S čím
rule-builder-yes = Musí to tak být
rule-builder-way =
    { $way ->
        [at_least] alespoň
        [at_most] nejvýš
        [has] mezi nimi je
        [has_not] mezi nimi není
        [is_not] není
       *[is] { $exact ->
            [yes] přesně
           *[no] je
        }
    }

## Co nejde a co s tím

rule-builder-long = Pravidlo má nejvýš { NUMBER($most) } podmínek. Napřed jednu vezmi zpět; nic se nezměnilo.
rule-builder-fact-gone = Na čem podmínka stojí, to se tu už nepočítá: jeho plugin je vypnutý. Vyber jinou; nic se nezměnilo.
rule-builder-badge-gone = Ten odznak už získat nejde. Vyber jiný; nic se nezměnilo.
rule-builder-steps-none = { $why } Nic se nezměnilo.
rule-builder-choices-none = Zatím tu není z čeho vybírat.
rule-builder-choice-gone = „{ $given }“ už tu není. Vyber něco jiného; nic se nezměnilo.
rule-builder-number-wrong = „{ $given }“ neumím přečíst jako číslo od nuly výš. Zkus to znovu číslicemi; nic se nezměnilo.
rule-builder-yes-wrong = „{ $given }“ neumím přečíst jako ano, nebo ne. Zkus to znovu jedním z nich; nic se nezměnilo.
rule-builder-value-none = S něčím se to porovnat musí. Zkus to znovu; nic se nezměnilo.
rule-builder-value-long = „{ $given }“ je trochu dlouhé. Řekni to nejvýš { NUMBER($most) } znaky; nic se nezměnilo.
