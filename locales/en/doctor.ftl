### Doctor: what is wrong, by weight, each with its cure.

doctor-title = Doctor
doctor-about = Finds what is wrong here, says how it is mended, and mends what it can.

cmd-doctor = See what is wrong here, and how it is mended

doctor-look = Look again
doctor-page = Page
doctor-mend = Mend
doctor-do = { $number }: { $what }
doctor-heading =
    { $count ->
        [0] <b>All is well.</b>
        [one] <b>{ $count } thing to look at</b>
       *[other] <b>{ $count } things to look at</b>
    }{ $some ->
        [yes] , broken: { $broken }
       *[no] { "" }
    }
doctor-line =
    { $weight ->
        [broken] ✖
        [warning] ⚠
       *[note] ·
    } { $number }. { $what }
doctor-without = { $name } needs it: { $what }
doctor-reach =
    { $any ->
        [no] Nobody has been here yet.
       *[yes] Here: { $people }. I can write directly to { $open }, not to { $shut }; the others were not tried yet. No messages at all: { $stopped }.
    }
doctor-consent =
    { $pull ->
        [yes] Agreed to direct messages about what they did: { $service }; to invitations: { $marketing }. Follow-ups lie in inboxes all the same, as /setup says.
       *[no] Agreed to direct messages about what they did: { $service }; to invitations: { $marketing }.
    }
doctor-gone = That place is not there any more. Nothing changed; /doctor looks again.
doctor-mended = Mended: I post in { $place } from now on.
doctor-mended-hosts = Mended: hosts are told privately from now on.
doctor-mended-already = That is mended already. Nothing changed.
doctor-no-place = I may not write anywhere here. Let me write in one channel, then look again. Nothing changed.
doctor-give-again = Try again
doctor-given-again =
    { $count ->
        [one] I am trying again for { $count } account. Look again in a minute.
       *[other] I am trying again for { $count } accounts. Look again in a minute.
    }
doctor-native =
    { $kind ->
        [door] { $count ->
            [one] This is about { $count } account at the door { $name }.
           *[other] This is about { $count } accounts at the door { $name }.
        }
       *[badge] { $count ->
            [one] This is about { $count } account and the badge { $name }.
           *[other] This is about { $count } accounts and the badge { $name }.
        }
    }
