### Setup: the wizard in chat. Each step is one screen: what holds now, and buttons to change it.

setup-title = Setup
setup-about = From the invite to the first stream, step by step.

cmd-setup = Set me up step by step, say what this place is for, or let it join a community
cmd-host-list = See who hosts here, and by what
opt-setup-what = what this place is for
    .hosts = hosts
    .posts = posts
    .door = door
    .join = join
    .part = part
opt-setup-where = here, or with “join” the code that the other place showed
setup-here = here

## Hello

setup-hello =
    Good evening. I am Afterglow: I see who comes to your streams, and thank them afterwards.
    Setting me up takes a few minutes; only moderators can.
setup-set-me-up = Set me up

## Parts of every step

setup-welcome = Let us set up <b>{ $community }</b>, in { $steps } small steps. What you choose is kept at once; leave whenever you like, /setup goes on. Any step can be skipped.
setup-heading =
    <b>{ $number } of { $of } · { $step ->
        [language] Language
        [zone] The clock
        [hosts] Hosts
        [places] Where to post
        [plugins] What I do
        [routes] Follow-ups
       *[end] Ready
    }</b>
setup-step = Step
setup-back = ‹ Back
setup-on = On ›
setup-skip = Skip ›
setup-marked =
    { $now ->
        [yes] ✓ { $label }
       *[no] { $label }
    }
setup-problem = ⚠ { $what }
setup-others = { $name } is setting things up too, the last change { $at }. What you see is what holds now; /audit has it all.
setup-gone = That is not there any more. Nothing changed; /setup shows what there is now.

## Language and clock

setup-language = Language
setup-language-own = English
setup-language-now = To everybody I speak <b>{ $language }</b>. Each person may choose another for themself with /preferences.
setup-language-set =
    { $new ->
        [yes] To everybody I speak { $language } now.
       *[no] I speak { $language } already.
    }
setup-zone = This clock
setup-zone-now =
    The clock for everybody is that of <b>{ $zone }</b>, where it is { $clock }.{ $usual ->
        [yes] { " " }Nobody has chosen it yet: which city's clock do you plan streams by?
       *[no] { "" }
    }
setup-zone-form = Another city
setup-zone-field = City
setup-zone-help = A large city with your clock, such as Prague
setup-zone-again = Type it again
setup-zone-unknown =
    I do not know a clock for “{ $typed }”. { $near ->
        [no] Try the nearest large city.
       *[yes] Did you mean one of these?
    } Nothing changed.
setup-zone-set =
    { $new ->
        [yes] The clock is that of { $zone } now: { $clock }.
       *[no] The clock is that of { $zone } already: { $clock }.
    }

## Hosts

setup-hosts-title = <b>Hosts</b>
setup-hosts-nobody = Nobody hosts yet but whoever owns this place or moderates it. Hosts start streams and see what concerns hosts.
setup-hosts-by-role = Whoever has the role <b>{ $role }</b> hosts ({ $place }).
setup-hosts-people =
    { $several ->
        [no] Made hosts here: { $names }
       *[yes] Made hosts here: { $names }, and { $more } more
    }
setup-hosts-others =
    { $several ->
        [no] Hosts by the rights they have in the network: { $names }
       *[yes] Hosts by the rights they have in the network: { $names }, and { $more } more
    }
setup-hosts-roles = Choose one of the roles you have already, or name people. Whoever loses the role is no host from then on.
setup-hosts-change = Change hosts
setup-group = Role
setup-no-role = No role
setup-group-set =
    { $new ->
        [yes] Whoever has the role { $role } hosts from now on.
       *[no] Whoever has the role { $role } hosts already.
    }
setup-group-off = No role makes anybody a host any more. People who were named stay hosts.
setup-host-form = Name a host
setup-host-field = Their name
setup-host-help = As it is shown here. I know who used a button or command of mine, joined, or was at a stream.
setup-host-off = Not a host
setup-host-take = − { $name }
setup-host-added = { $name } hosts from now on.
setup-host-already =
    { $role ->
        [host] { $name } is a host already.
       *[other] { $name } moderates, and may do all that hosts may.
    }
setup-host-removed = { $name } is no host any more.
setup-host-not = They host by a role or right of the network's own, so it is not mine to take. Change it there. Nothing changed here.

## Where to post

setup-place = Place
setup-places-none = I am in no place where I could post. Put me into your server or group, then open /setup there.
setup-places-space = <b>{ $name }</b>
setup-place-now =
    { $what ->
        [posts] { $state ->
            [seen] For everybody I post in <b>{ $name }</b>.
            [unseen] For everybody I post in a place that I cannot see among the others. If nothing arrives there, choose another.
           *[none] For everybody I post nowhere yet. Choose a place.
        }
       *[hosts] { $state ->
            [seen] What concerns hosts goes to <b>{ $name }</b>.
            [unseen] What concerns hosts goes to a place that I cannot see among the others. If nothing arrives there, choose another.
           *[none] Hosts have no place of their own: each of them is told privately.
        }
    }
setup-places-private = There is no place here that only hosts read. That is fine; or make one, let me in, and type /setup hosts here in it.
setup-places-more = There are more places than buttons. Any other you choose by typing /setup posts here, or /setup hosts here, in it.
setup-place-open = Everybody reads that place. What concerns hosts can hold what somebody said in confidence.
setup-place-public = I cannot see that only hosts read that place, and what concerns hosts may have been said in confidence. Close it to everybody else first, or choose another. Nothing changed.
setup-place-choice =
    { $what ->
        [posts] Post: { $name }
       *[hosts] Hosts: { $name }
    }{ $wrong ->
        [yes] { " " }⚠
       *[no] { "" }
    }
setup-no-place = Hosts: privately
setup-place-set =
    { $some ->
        [yes] { $new ->
            [yes] { $what ->
                [posts] For everybody I post in { $name } now.
               *[hosts] What concerns hosts goes to { $name } now.
            }
           *[no] { $name } is the place already.
        }
       *[no] Hosts are told privately from now on.
    }
setup-room = Hosts meet here
setup-room-whose = So far this group is a community of its own. If hosts of another one meet here, choose which: then what concerns them goes here, and this group is nothing else. Whoever is in it reads that.
setup-room-choice = Hosts of { $name }
setup-room-taken = What concerns hosts of { $name } goes here now. In its /setup you can change that.
setup-not-here = This place is not one of the community's. Type it in the channel or group that you mean. Nothing changed.

## Plugins

setup-switch = On or off
setup-plugin-line =
    { $on ->
        [yes] ✓ <b>{ $name }</b>: { $about }
       *[no] · <b>{ $name }</b> (off): { $about }
    }
setup-plugin-set =
    { $new ->
        [yes] { $on ->
            [yes] { $name } is on now.
           *[no] { $name } is off now. Its settings and data stay.
        }
       *[no] { $on ->
            [yes] { $name } is on already.
           *[no] { $name } is off already.
        }
    }

## Follow-ups

setup-route = Way
setup-route-now =
    { $pull ->
        [yes] Follow-ups lie in each person's inbox, opened by a button under one post. Nobody is written to.
       *[no] Follow-ups go directly to those who agreed to that; everybody else opens them by a button under one post.
    }
setup-route-reach =
    { $people ->
        [0] I have not met anybody yet.
        [one] I have met { $people } person; { $agreed } agreed to direct messages.
       *[other] I have met { $people } people; { $agreed } agreed to direct messages.
    }
setup-route-way =
    { $way ->
        [inbox] Inbox only
       *[direct] Direct, to those who agree
    }
setup-route-set =
    { $new ->
        [yes] { $pull ->
            [yes] From now on follow-ups lie in inboxes only.
           *[no] From now on follow-ups go directly to those who agreed.
        }
       *[no] It is like that already.
    }
setup-test = Send me one as a test
setup-test-message =
    A test, as you asked. The first note after a stream would say to you:

    { $text }
setup-test-sent = It is on its way to you, by the way that real ones take.
setup-test-again = Once more
setup-test-none = There is no follow-up that I could send. Turn on a plugin that writes some, such as followups.
setup-test-never = There is no test of yours. Send one first.
setup-arrived = Did it arrive?
setup-test-came =
    { $came ->
        [direct] It went to you directly. If you do not see it, look among your direct messages or message requests.
        [inbox] I may not write to you directly, so it lies in your inbox: /inbox opens it. To have it directly, open our private chat, or allow direct messages from this server.
        [waits] It has not left yet. Look again in a moment.
       *[nowhere] It found no way to you. Open our private chat, then send it once more.
    }

## The end

setup-end-line = · { $text }
setup-end-speaks = I speak { $language } by the clock of { $zone } ({ $clock }).
setup-end-places =
    { $posts ->
        [0] I post nowhere yet
        [one] I post in one place
       *[other] I post in { $posts } places
    }; { $private ->
        [yes] hosts are told privately.
       *[no] hosts have a place of their own.
    }
setup-end-plugins =
    { $some ->
        [yes] On: { $names }
       *[no] No plugin is on.
    }
setup-end-missing =
    { $count ->
        [one] One thing is still to mend; /doctor says more:
       *[other] { $count } things are still to mend; /doctor says more:
    }
setup-end-doctor = Check everything
setup-end-well = Nothing is missing.
setup-end-shadow = After the first stream I show the follow-ups to hosts before anything leaves: /journey approve { $typed } lets them go.
setup-end-next = Next: when you go live, a host types <code>/stream start</code>.

## Doors

setup-door = A door
setup-door-close = Close the door
setup-doors-title = <b>Doors</b>: groups and channels that only those come into whom I let in.
setup-door-line = { $name } is a door.
setup-doors-could = These you run, and they are nothing else yet. Which of them is to be a door?
setup-doors-none = I see no other group or channel that could be one. Make one, put me into it as an administrator who may invite and ban people, and type /setup door again. On Discord any private thread or role will do.
setup-door-make = { $name }
setup-door-off = Close { $name }
setup-door-whose = So far this group is a community of its own. If another community lets people in here, choose which: whoever has the way in asks to come in, and I open at once. Everybody else is left to you.
setup-door-choice = A door of { $name }
setup-door-made = { $name } is a door of { $community } now. Whoever has the way in asks to come in, and I open at once. Everybody else is left to you.
setup-door-closed = { $name } is no door any more. Whoever is inside stays, and I let nobody in.

## Several places, one community

setup-join-question =
    { $some ->
        [yes] First: does this place belong to a community that I know from elsewhere, such as { $names }? Then it can join that one: one set of people, points and settings in both places.
       *[no] First: does this place belong to a community that I know from elsewhere? Then it can join that one: one set of people, points and settings in both places.
    } If it is one of its own, go on below.
setup-join-form = Join that community
setup-join-field = The code
setup-join-help = /setup join in the other place shows it to an owner
setup-join-screen = Places and codes
setup-join-code = A code for another place
setup-join-title = <b>Several places, one community.</b> A server, a group and a channel can share people, points, streams and settings. An owner here takes a code, and an owner of the other place, which has to be new to me, types it there.
setup-joined-line =
    · <b>{ $name }</b> joined. { $counts ->
        [yes] Whoever runs it on its network runs this community too.
       *[no] Whoever runs it on its network is a plain member here.
    }
setup-join-typed = Type <code>/setup join { $code }</code> in the place that is to join <b>{ $community }</b>, within { $minutes } minutes. The code works once, and a new one takes its place. Before anything happens, I show there what will, and ask an owner of that place.
setup-join-own = A place of mine
setup-join-own-one = Take in { $name }
setup-trust = { $name }: let its admins run this too
setup-distrust = { $name }: its admins are members
setup-join-trust = Its admins
setup-trust-set =
    { $counts ->
        [yes] From now on whoever runs { $name } on its network runs this community too: its owner as an owner, its administrators as moderators.
       *[no] From now on whoever runs { $name } on its network is a plain member here, unless this community made them more.
    }
setup-join-what = <b>{ $young }</b> would be a part of <b>{ $into }</b>: one community in several places.
setup-join-people =
    { $people ->
        [0] · I know nobody here yet.
        [one] · { $people } person whom I know here would be a member of { $into }.
       *[other] · { $people } people whom I know here would be members of { $into }.
    }{ $both ->
        [0] { "" }
        [one] { " " }{ $both } of them is one already, and stays who they are there.
       *[other] { " " }{ $both } of them are already, and stay who they are there.
    } What the others allowed me to send here I ask them anew.
setup-join-settings =
    { $other ->
        [yes] · What is set there counts here: I speak { $language } by the clock of { $zone }, with its plugins, follow-ups and badges. What was set here is gone.
       *[no] · What is set there counts here, with its plugins, follow-ups and badges. What was set here is gone.
    }
setup-join-posts =
    { $here ->
        [yes] · What { $into } posts for everybody comes here as well.
       *[no] · What { $into } posts for everybody does not come here as well, since it has a place on this network; /setup posts here changes that afterwards.
    }
setup-join-rights = · Whoever runs this place is a plain member of { $into } until an owner there says otherwise. So is whoever was made host or moderator here.
setup-join-back = · The owner of this place can let it go its own way again with /setup part. What came to pass meanwhile then stays there.
setup-join-agree = Join
setup-join-refuse = Leave it as it is
setup-join-refused = All right, everything stays as it is. That code is used up.
setup-join-done =
    { $own ->
        [yes] { $young } is a part of { $into } now. Below you say whether its administrators run this community too.
       *[no] Done: { $young } is a part of { $into } now. Who took the code there hears of it, and can say whether the administrators here count there too.
    }
setup-join-wrong =
    { $why ->
        [own] That code is for another place, and this community is the one that showed it. Type it in the place that is to join. The code still works.
        [too-many] Too many wrong codes came in the last hour, so I take no more for now. Try again in an hour, with a new code.
       *[unknown] I know no such code; it may be mistyped, used, or older than half an hour. An owner of the community that is to stay gets a new one there with /setup join.
    }
setup-join-lost =
    { $young } cannot join { $into }: it has a history of its own that would be lost ({ $what }), and two histories cannot become one. { $turn ->
        [yes] Turn it round: { $into } has none yet, so type /setup join here, and the code there. That code is used up.
       *[no] Both go on by themselves; nothing changed. That code is used up.
    }
setup-part = Let it go
setup-part-now = Yes, let it go
setup-part-one = Let { $name } go
setup-part-which = Which place is to go its own way?
setup-part-none = There is nothing to take apart: no other place would be left in which somebody runs this community. /setup join shows what is joined.
setup-part-ask =
    <b>{ $name } goes its own way?</b>
    · A new community begins there, with nothing but the language and the clock it has now. What came to pass so far, points and badges included, stays with { $community }.
    · Whoever I meet only there is a member of the new one, and of { $community } no more.
    · Roles, tags and doors that { $community } gave there are taken back.
setup-part-done = Done: { $name } is a community of its own, and /setup there begins it. What came to pass so far stays with { $community }.
