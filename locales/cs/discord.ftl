# Co říká sama část pro Discord.

discord-form-cut = Discord tu ukazuje { $shown } z { $all } otázek. Ostatní zůstanou, jak jsou.
discord-form-late = Trvalo mi to moc dlouho a Discord už mě nenechá otázky otevřít. Zkus to prosím ještě jednou.
discord-not-kept = Nepodařilo se mi to zapsat, takže se nic nestalo. Zkus to prosím za chvíli ještě jednou.
discord-answered-below = Tady to je:

discord-problem-not-connected = Bot teď není připojený k Discordu. Zkouší to dál; když to potrvá, podívej se do logu.
discord-problem-not-there = Bot na tomhle serveru Discordu není. Pozvi ho znovu: { $link }
discord-problem-rights = Botovi chybí na serveru { $server } tato práva: { $rights }. Dej je jeho roli v Nastavení serveru, Role.
discord-problem-commands = Na tyto příkazy nemá Discord místo: { $names }. Vypni doplněk, který nepotřebuješ.
discord-problem-publishing = Discord nepřijal seznam příkazů: { $reason }. Dřívější příkazy fungují dál.
discord-problem-role-gone = Role, kterou má bot dávat, už na serveru { $server } není. Vyber jinou.
discord-problem-role-everyone = Roli { $role } mají všichni, takže se nedá dát. Vyber jinou.
discord-problem-role-managed = Role { $role } patří jiné aplikaci nebo samotnému Discordu, takže ji nikdo nemůže dávat ručně. Vyber jinou.
discord-problem-role-above = Role { $role } stojí nad vlastní rolí bota { $mine }. V Nastavení serveru, Role, přetáhni { $mine } nad ni.
discord-problem-place = V kanálu #{ $channel } botovi chybí tato práva: { $rights }. Dej je jeho roli v nastavení kanálu, Oprávnění.
discord-problem-role-order = Na serveru { $server } stojí role bota { $mine } pod všemi ostatními, takže žádnou z nich nemůže dát. V Nastavení serveru, Role, ji přetáhni nad ty, které má dávat.
discord-problem-members = Bot se nedozví, kdo přišel a kdo odešel. Nikoho tak nepřivítá, nepozná, čí pozvánka koho přivedla, a odchodu si všimne pozdě. Na discord.com/developers ve své aplikaci, v části Bot, zapni „Server Members Intent“ a nastav discord.members na true.
discord-problem-door-gone = Na serveru { $server } už není vlákno ani role, která měla pouštět dovnitř, nebo je nevidím. Vyber jinou.
