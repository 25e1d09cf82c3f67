### Doktor: co je špatně, od nejhoršího, a jak to napravit.

doctor-title = Doktor
doctor-about = Najde, co tu nefunguje, poradí s nápravou, a co umí, to napraví.

cmd-doctor = Zjisti, co tu nefunguje a jak to napravit

doctor-look = Podívat se znovu
doctor-page = Stránka
doctor-mend = Napravit
doctor-do = { $number }: { $what }
doctor-heading =
    { $count ->
        [0] <b>Všechno je v pořádku.</b>
        [one] <b>{ $count } věc, na kterou se podívat</b>
        [few] <b>{ $count } věci, na které se podívat</b>
        [many] <b>{ $count } věci, na které se podívat</b>
       *[other] <b>{ $count } věcí, na které se podívat</b>
    }{ $some ->
        [yes] , nefunguje: { $broken }
       *[no] { "" }
    }
doctor-line =
    { $weight ->
        [broken] ✖
        [warning] ⚠
       *[note] ·
    } { $number }. { $what }
doctor-without = Potřebuje to { $name }: { $what }
doctor-reach =
    { $any ->
        [no] Zatím tu nikdo nebyl.
       *[yes] Lidí tu je { $people }. Přímo můžu psát tolika: { $open }, nemůžu tolika: { $shut }; u ostatních se to ještě nezkusilo. Nechce vůbec nic: { $stopped }.
    }
doctor-consent =
    { $pull ->
        [yes] Přímé zprávy o tom, co dělají, jich chce { $service }, pozvánky { $marketing }. Co přijde po streamu, přesto čeká ve schránkách, jak říká /setup.
       *[no] Přímé zprávy o tom, co dělají, jich chce { $service }, pozvánky { $marketing }.
    }
doctor-gone = To místo už tu není. Nic se nezměnilo; /doctor se podívá znovu.
doctor-mended = Napraveno: odteď píšu do { $place }.
doctor-mended-hosts = Napraveno: kdo vysílá, dozví se odteď všechno v soukromí.
doctor-mended-already = To už je v pořádku. Nic se nezměnilo.
doctor-no-place = Nesmím tu psát nikam. Pusť mě aspoň do jednoho kanálu a zkus to znovu. Nic se nezměnilo.
doctor-give-again = Zkusit znovu
doctor-given-again =
    { $count ->
        [one] Zkouším to znovu pro { $count } účet. Podívej se za minutu.
        [few] Zkouším to znovu pro { $count } účty. Podívej se za minutu.
        [many] Zkouším to znovu pro { $count } účtu. Podívej se za minutu.
       *[other] Zkouším to znovu pro { $count } účtů. Podívej se za minutu.
    }
doctor-native =
    { $kind ->
        [door] { $count ->
            [one] Týká se to místa { $name } a { $count } účtu.
            [few] Týká se to místa { $name } a { $count } účtů.
            [many] Týká se to místa { $name } a { $count } účtu.
           *[other] Týká se to místa { $name } a { $count } účtů.
        }
       *[badge] { $count ->
            [one] Týká se to odznaku { $name } a { $count } účtu.
            [few] Týká se to odznaku { $name } a { $count } účtů.
            [many] Týká se to odznaku { $name } a { $count } účtu.
           *[other] Týká se to odznaku { $name } a { $count } účtů.
        }
    }
