### Badges: what there is to win, who has it, and how it is given.

badges-title = Badges
badges-about = Badges for being there and taking part, won by rules or given by hosts with a word why.

cmd-badges = See your badges and those in reach, or somebody else's
opt-badges-member = Whose; yours without a name
cmd-badge-list = See what badges there are here
cmd-badge-show = See how a badge is won, who has it, and what you are missing
opt-badge-show-badge = Which badge
cmd-hall = See the hall of fame: who has which badge
opt-hall-badge = Only who has this one
cmd-badge-give = Give somebody a badge, and say why
opt-badge-give-member = Who gets it
opt-badge-give-badge = Which badge
opt-badge-give-why = What for; they will read it
cmd-badge-take = Take a badge from somebody; its rule will not give it again
opt-badge-take-member = From whom
opt-badge-take-badge = Which badge

## What the badges are called

badges-badge-first-stream = First stream
badges-badge-regular = Regular
badges-badge-streak = On a roll
badges-badge-early-bird = Early bird
badges-badge-curious = Curious
badges-badge-helper = Helper
badges-badge-feedback = Straight talker
badges-badge-referrer = Brings friends
badges-badge-anniversary = Anniversary
badges-badge-veteran = Veteran
badges-badge-champion = Champion of the month

## How they are won

badges-called =
    { $emoji } { $title }{ $several ->
        [yes] { " " }{ $level }
       *[no] { "" }
    }
badges-how-one = For: { $rule }
badges-how-level = { $level }: { $rule }
badges-how-by-hand =
    { $also ->
        [yes] Hosts may give it as well.
       *[no] Hosts give it, and say why.
    }
badges-months-won-called = Months with the most points
badges-referrals-called = Friends who stayed
badges-months-won-says =
    { $count ->
        [one] { $amount } month with the most points
       *[other] { $amount } months with the most points
    }
badges-months-won-missing =
    { $count ->
        [one] { $count } more month with the most points
       *[other] { $count } more months with the most points
    }
badges-referrals-says =
    { $count ->
        [one] { $amount } friend who stayed
       *[other] { $amount } friends who stayed
    }
badges-referrals-missing =
    { $count ->
        [one] { $count } more friend who stays
       *[other] { $count } more friends who stay
    }

## Screens

badges-of =
    { $own ->
        [yes] Your badges
       *[no] Badges of { $name }
    }
badges-of-page = Badges
badges-of-none =
    { $own ->
        [yes] None yet. The first one comes with the first stream.
       *[no] None yet.
    }
badges-won =
    { $badge }, { $day }{ $reason ->
        [yes] : “{ $why }”
       *[no] { "" }
    }
badges-near-title = <b>In reach</b>
badges-near = { $badge }: { $missing }
badges-list-title = Badges to win here
badges-list-page = All badges
badges-list-empty = There are none at the moment.
badges-list-line =
    { $badge } ({ $people ->
        [0] nobody yet
        [one] { $people } person
       *[other] { $people } people
    }){ $state ->
        [off] , switched off
        [waits] , waits for your word
       *[on] { "" }
    }
badges-open-badge = Look at it
badges-one-title = <b>{ $badge }</b>
badges-one-people =
    { $people ->
        [0] Nobody has it yet.
        [one] { $people } person has it.
       *[other] { $people } people have it.
    }
badges-one-names =
    Among them: { $names }{ $more ->
        [yes] { " " }and others
       *[no] { "" }
    }.
badges-one-yours = You have it: { $badge }, { $day }.
badges-one-missing =
    { $some ->
        [yes] To the next level: { $missing }.
       *[no] Still to go: { $missing }.
    }
badges-one-state =
    { $state ->
        [off] Switched off: nobody can win it now. Whoever has it keeps it.
       *[waits] Its rule gives it to nobody yet. Look at who would get it, then let it begin.
    }
badges-one-thanked = Whoever wins it is on the next stream's list of people to thank.
badges-one-invites = Whoever wins it is sent its invitation, if they agreed to messages.
badges-card =
    { $badges }{ $more ->
        [0] { "" }
        [one] { " " }and { $more } more
       *[other] { " " }and { $more } more
    }

badges-card-next = Next: { $badge }, { $missing }

badges-hall-title = Hall of fame
badges-hall-says = The hall of fame. All that it shows stands in the text beside it.
badges-hall-page = Hall of fame
badges-hall-empty = Nobody stands here yet. The first stream fills it.
badges-hall-line = { $badge }: { $names }
badges-hall-name = { $name } { $level }
badges-hall-nobody = Nobody who may be shown has it yet.
badges-holders-page = Everybody who has it
badges-holder = • { $name }

## By hand

badges-given =
    { $name } now has { $badge }.{ $hidden ->
        [yes] { " " }They asked not to be shown, so it stands on their own card only.
       *[no] { "" }
    }
badges-give-changed = badge given: { $after }
badges-taken =
    { $badge } was taken from { $name }.{ $ruled ->
        [yes] { " " }Its rule will not give it to them again.
       *[no] { "" }
    }
badges-take-changed = badge taken: { $before }
badges-give-back = Give it back

## What follows from one

badges-mine = Your badges
badges-thanks = new on their card: { $badge }
badges-note =
    { $community } gave you a badge: { $badge }.{ $reason ->
        [yes] { " " }“{ $why }”
       *[no] { "" }
    }
badges-invitation =
    You have { $badge } in { $community }, so this is for you.
    { $text }
badges-accept = I am in
badges-accepted = Noted, and the hosts know. They will get in touch.
badges-accepted-host = { $who } says yes to the invitation of { $badge }. It is your turn to get in touch.
badges-recap-title = New badges:
badges-recap-line = · { $badge }: { $many ->
        [yes] { $count ->
            [one] { NUMBER($count) } person
           *[other] { NUMBER($count) } people
        }
       *[no] { $names }
    }
badges-cue-near = One step from { $badge }: { $names }

## The rule builder

cmd-badge-create = Make a badge: what it is called, then what it is won by
cmd-badge-edit = Change a badge: its name, its rules, how it is given
opt-badge-edit-badge = Which badge
cmd-badge-backfill = See who deserves a badge already, and give it to them
opt-badge-backfill-badge = Which badge; all that wait without a name

badges-create = New badge
badges-create-title = A new badge
badges-rename = Name and sign
badges-rename-title = Name and sign
badges-language-en = English
badges-language-cs = Czech
badges-field-title = What it is called in { $language }
badges-field-sign = Its sign
badges-field-sign-help = One emoji
badges-field-invitation = The invitation in { $language }
badges-draft-title =
    <b>{ $badge }</b>, { $new ->
        [yes] a draft
       *[no] as it would be
    }
badges-draft-ruleless = It has no rule yet: pick what it is won by, or keep it as one that hosts give.
badges-pick-title = { $badge }: what has to be so?
badges-pick = Pick what counts. How much of it comes next.
badges-pick-fact = Add a condition
badges-pick-level = Add a level
badges-compare = Compare
badges-drop-condition = Take the last one back
badges-turn-rule =
    { $any ->
        [yes] Any of them is enough
       *[no] All of them are needed
    }
badges-switch =
    { $what ->
        [thanked]
            { $on ->
                [yes] Thank for it on stream
               *[no] No thanks on stream
            }
       *[by-hand]
            { $on ->
                [yes] Hosts may give it too
               *[no] By its rule alone
            }
    }
badges-show-draft = Back to the draft
badges-keep = Keep it
badges-drop = Throw it away
badges-dropped = The draft is gone; everything is as it was.
badges-kept = { $badge } is kept.
badges-kept-as-is = { $badge } is kept. /badge give hands it out, /badge show { $name } shows it.
badges-would-get =
    { $people ->
        [0] Nobody would get it now.
        [one] { $people } person would get it now
       *[other] { $people } people would get it now
    }{ $named ->
        [yes] : { $names }.
       *[no] { $people ->
            [0] { "" }
            [one] .
           *[other] .
        }
    }
badges-open-badge-again = Back to the badge
badges-edit-badge = Edit
badges-edit-changed = badge edited: { $subject }
badges-create-changed = badge made: { $subject }
badges-turn-changed =
    badge { $subject } { $after ->
        [no] switched off
       *[yes] switched on
    }
badges-turn =
    { $on ->
        [yes] Switch it on
       *[no] Switch it off
    }

## Giving it to those who deserve it already

badges-preview = Who would get it?
badges-preview-title = <b>{ $badge }</b>
badges-preview-waits = Nobody gets it before you say so. From then on its rule gives it by itself.
badges-give-out =
    { $waits ->
        [yes] { $people ->
            [0] Let it begin
            [one] Let it begin, with { $people } person
           *[other] Let it begin, with { $people } people
        }
       *[no] { $people ->
            [0] Look again
            [one] Give it to { $people } person
           *[other] Give it to { $people } people
        }
    }
badges-giving-out = { $badge } is on its way to them, some at a time. I tell you when it is done.
badges-give-out-all = Let all of them begin
badges-giving-out-all =
    { $count ->
        [one] { $count } badge is on its way, some people at a time. I tell you when it is done.
       *[other] { $count } badges are on their way, some people at a time. I tell you when each is done.
    }
badges-waiting-title =
    { $count ->
        [0] No badge waits. /badge backfill with its name shows who would get one.
        [one] { $count } badge waits for your word:
       *[other] { $count } badges wait for your word:
    }
badges-waiting-line =
    { $badge } { $people ->
        [0] (nobody would get it now)
        [one] ({ $people } person would get it now)
       *[other] ({ $people } people would get it now)
    }
badges-given-out =
    { $badge } has gone to { $people ->
        [0] nobody new: whoever deserves it had it already.
        [one] { $people } person who deserved it already. From now on its rule gives it.
       *[other] { $people } people who deserved it already. From now on its rule gives it.
    }
badges-progress =
    { $over ->
        [yes] { $badge }: everybody was looked at; given to { $people ->
            [one] { $people } person
           *[other] { $people } people
        }.
       *[no] { $badge }: { NUMBER($looked) } of { NUMBER($total) } looked at, given to { $people ->
            [one] { $people } person
           *[other] { $people } people
        } so far.
    }
badges-invite-form = Invitation

## As a role or a tag

badges-native = Role or tag
badges-native-form = Write the tag
badges-native-title = <b>{ $badge }</b>: how it shows beside a name
badges-native-line =
    { $space }: { $shown ->
        [yes] { $name }
       *[no] not at all
    }
badges-native-failing =
    { $people ->
        [one] It does not reach { $people } person: { $why }
       *[other] It does not reach { $people } people: { $why }
    }
badges-native-choose = In { $space }
badges-native-hidden = Who asked not to be shown does not wear it.
badges-native-roles = Which role shows it in { $space }?
badges-native-not = { $name } cannot be it: { $why }
badges-native-tag = In { $space } a badge is a short tag beside the name; of several, the one with the highest level shows.
badges-native-none = Not at all
badges-native-field = The tag
badges-native-kept =
    { $shown ->
        [yes] From now on { $badge } shows that way. Whoever has it already gets it in a moment.
       *[no] { $badge } does not show there any more.
    }

## What cannot be done, and what to do instead

badges-unknown = There is no badge { $asked } here. There are: { $known }.
badges-not-here = This belongs to another community. Call the command again here.
badges-hidden = { $name } prefers not to be shown, so there are no badges to see.
badges-not-now = { $badge } cannot be won at the moment. /badge list shows what can.
badges-not-by-hand = { $badge } is won by its rule alone. A moderator can change that with /badge edit. Nothing was given.
badges-is-off = { $badge } is switched off here. A moderator can turn it on under /badge show. Nothing was given.
badges-reason-long = That is a little long. Say it in { $limit } characters at most; nothing was given.
badges-has-it = { $name } has { $badge } already, with all its levels. Nothing changed.
badges-has-not = { $name } has no badge { $badge }. Nothing changed.
badges-not-taken = { $badge } stands as it was: nothing is taken from { $name } now.
badges-not-invited = { $badge } is not on your card any more, so its invitation is over.
badges-draft-over = This draft is over: it was kept, thrown away, or is a day old. /badge create begins a new one.
badges-enough-conditions = { $limit } conditions are enough for one level. Take one back first, or add a level; the draft is as it was.
badges-enough-levels = { $limit } levels are as many as a badge can have. The draft is as it was.
badges-title-missing = A badge needs a name in one language at least. Try again with one.
badges-title-long = The name may have { $limit } characters at most. Try again with a shorter one.
badges-sign-wrong = The sign has to be one emoji. Try again with one, or leave it empty.
badges-invitation-long = The invitation may have { $limit } characters at most. Nothing was kept.
badges-native-nowhere = None of the networks here shows roles or tags. The badge stands on cards and in the hall of fame anyway.
badges-native-gone = That role is not there any more. Choose another one; nothing changed.
badges-native-refused = It cannot show that way yet. { $why } Nothing changed.
badges-nobody = Whoever this was about is not known here any more, so there are no badges to see.
