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
badges-badge-streak = Never missed one
badges-badge-early-bird = Early bird
badges-badge-curious = Curious
badges-badge-helper = Helper
badges-badge-feedback = Straight talker
badges-badge-idea = Bright idea
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
badges-ideas-adopted-says =
    { $count ->
        [one] { $amount } idea adopted
       *[other] { $amount } ideas adopted
    }
badges-ideas-adopted-missing =
    { $count ->
        [one] { $count } more idea adopted
       *[other] { $count } more ideas adopted
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

badges-heading =
    <b>{ $title }</b>{ $paged ->
        [yes] { " " }({ $page } of { $last })
       *[no] { "" }
    }
badges-page-before = Back
badges-page-behind = More
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
       *[no] You are missing: { $missing }.
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

badges-hall-title = Hall of fame
badges-hall-page = Hall of fame
badges-hall-empty = Nobody stands here yet. The first stream fills it.
badges-hall-line = { $badge }: { $names }
badges-hall-name = { $name } { $level }
badges-hall-more =
    { $count ->
        [one] { $count } other
       *[other] { $count } others
    }
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
badges-recap-line = · { $badge }: { $names }
badges-cue-near = One step from { $badge }: { $names }

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
