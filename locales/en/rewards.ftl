### Rewards: what there is, what it needs, claims, slots, gifts, the waiting list, draws.

rewards-title = Rewards
rewards-about = Experiences that members unlock and claim, and fair draws.

## Commands

cmd-rewards = See the rewards, what you need for each, and claim one
opt-rewards-title = one of them, by its title
cmd-mine = See the rewards that you have, and open them
cmd-reward-create = Make a reward; nobody sees it before you open it
opt-reward-create-kind = what it brings
    .role = role
    .room = room
    .slot = slot
    .event = event
    .stream = stream
    .early = early
    .code = code
    .content = content
    .file = file
    .vote = vote
    .credits = credits
    .custom = custom
opt-reward-create-title = what it is called
cmd-reward-list = See all rewards, with what is given and left
cmd-reward-show = See one reward with everything about it, and who has it
opt-reward-show-reward = its title
cmd-reward-edit = Change a reward: its words, numbers and window
opt-reward-edit-reward = its title
cmd-reward-stock = Say how many there are, with those that are given
opt-reward-stock-reward = its title
opt-reward-stock-stock = how many in all
cmd-reward-codes = Add one-time codes to a reward; each is given once
opt-reward-codes-reward = its title
cmd-reward-grant = Give somebody a reward for nothing
opt-reward-grant-member = whom
opt-reward-grant-reward = its title
cmd-reward-revoke = Take a reward back from somebody, with or without their points
opt-reward-revoke-member = from whom
opt-reward-revoke-reward = its title

## Settings

rewards-setting-remind-minutes = How many minutes before the start to remind those who come
rewards-setting-give-up-hours = Until how many hours before the start points come back in full
rewards-setting-late-points = Points of a seat that is given up later than that
rewards-setting-late-points-back = back
rewards-setting-late-points-gone = gone
rewards-setting-no-show = Who has a seat and does not come
rewards-setting-no-show-nothing = nothing happens
rewards-setting-no-show-pause = pauses
rewards-setting-pause-days = For how many days somebody who did not come takes no more seats
rewards-setting-offer-hours = How many hours the first in line has to say yes
rewards-setting-deliver-days = How many days hosts have to deliver a reward by hand before points go back
rewards-setting-tell-bookings = Tell hosts of each slot that is booked

## Words

rewards-for-reward = for a reward
rewards-points-of = { $points ->
        [one] { NUMBER($points) } point
       *[other] { NUMBER($points) } points
    }
rewards-cost-of = { $price ->
        [0] free
        [one] { NUMBER($price) } point
       *[other] { NUMBER($price) } points
    }
rewards-left-of = { $left ->
        [0] none left
        [-1] as many as you like
       *[more] { NUMBER($left) } left
    }
rewards-kind-of = { $kind ->
        [role] role
        [room] room
        [slot] slot
        [event] event
        [stream] private stream
        [early] early access
        [code] code
        [content] content
        [file] file
        [vote] vote
        [credits] credits
       *[custom] by hand
    }
rewards-forgotten = somebody who was forgotten
rewards-button = { $title }

## Members: the list and one reward

rewards-list-title = Rewards. You have { rewards-points-of }.
rewards-list-line = • <b>{ $title }</b>, { rewards-cost-of }
rewards-none = There are no rewards now. /points shows what you collect meanwhile.
rewards-all = All rewards
rewards-mine = Yours
rewards-look = Look
rewards-card = <b>{ $title }</b>, { rewards-cost-of } ({ rewards-kind-of })
rewards-card-about = { $text }
rewards-card-closes = { $early ->
        [yes] For everybody from { $when } on; until then it can be had here.
       *[no] To be had until { $when }.
    }
rewards-card-early = Everybody reads it in a post: { $when }.
rewards-early = Everybody gets it: { $when }. Until then keep it to yourself.
rewards-early-post =
    For everybody now: <b>{ $title }</b>
    { $text }
rewards-signed-up = You are signed up: { $text }
rewards-press-yourself = Discord lets no bot press “Interested” for you: press it there yourself, and Discord reminds you too.
rewards-have = You have it.
rewards-missing = Opens with: { $missing }.
rewards-full = { $timed ->
        [yes] No times are set yet.
       *[no] { $place ->
            [0] All are taken.
           *[more] All are taken. You are number { NUMBER($place) } in line.
        }
    }
rewards-points-missing = { $points ->
        [one] One more point and it is yours.
       *[other] { NUMBER($points) } more points and it is yours.
    }
rewards-yours-to-have = You can have it; { rewards-left-of }.
rewards-claim = Claim it
rewards-claim-for = { $minutes ->
        [0] { $price ->
            [0] Claim it
           *[more] Claim for { rewards-cost-of }
        }
       *[more] Keep one for me
    }
rewards-take-time = { $when } ({ rewards-left-of })
rewards-wait-for = { $timed ->
        [yes] Wait for { $when }
       *[no] Wait for one
    }
rewards-wait-not-for = { $timed ->
        [yes] Wait no longer for { $when }
       *[no] Wait no longer
    }
rewards-wait = Wait for one
rewards-wait-not = Wait no longer
rewards-waiting = You are number { NUMBER($place) } in line for “{ $title }”. I write to you when one is free; you then have a while to say yes.
rewards-waits-not = You do not wait for “{ $title }” any more.

## Members: claiming

rewards-kept = One “{ $title }” is kept for you for { $minutes ->
        [one] a minute
       *[other] { NUMBER($minutes) } minutes
    }. { $price ->
        [0] Do you want it?
       *[more] It costs { rewards-cost-of }. Do you want it?
    }
rewards-yes = Yes, I want it
rewards-yes-for = { $price ->
        [0] Yes, I want it
       *[more] Yes, for { rewards-cost-of }
    }
rewards-no = No, thank you
rewards-claimed = “{ $title }” is yours{ $price ->
        [0] .
       *[more] , for { rewards-cost-of }.
    }
rewards-opened = <b>{ $title }</b>
rewards-on-its-way = { $kind ->
        [custom] The hosts know and hand it over. If they cannot, { "" }
       *[other] It is on its way. If it cannot be delivered, { "" }
    }your points come back by themselves.
rewards-when = When: { $when }, { $minutes ->
        [one] one minute
       *[other] { NUMBER($minutes) } minutes
    }. The calendar file is attached; I remind you before it begins.
rewards-where = Where: { $text }
rewards-code = Your code: <code>{ $code }</code>. Nobody else gets it.
rewards-code-use = { $text }
rewards-content = { $text }
rewards-file = The file is attached: { $name }
rewards-content-file = It is in the file.
rewards-credited = In the credits you are { $name }, as you are called here.
rewards-vote-now = What comes next? You may change your mind until it closes.
rewards-voted = Your vote: { $option }. You may change it until it closes.
rewards-vote = Vote
rewards-option-gone = “{ $title }”: that is not to be chosen any more. /mine shows what is; your vote is as it was.
rewards-vote-over = The vote on “{ $title }” is closed. What you chose before counts.
rewards-until = It is yours until { $until }.
rewards-open-grant = Open it
rewards-open = Open: { $title }

## Members: what is theirs

rewards-mine-title = Your rewards
rewards-mine-none = You have none yet. /rewards shows what there is.
rewards-mine-line = • <b>{ $title }</b>{ $timed ->
        [yes] , { $when }
       *[no] { "" }
    }{ $state ->
        [held] , kept for you until { $until }
        [delivering] , on its way
       *[granted] { $lasts ->
            [yes] , until { $until }
           *[no] { "" }
        }
    }
rewards-give-up = Give it up
rewards-give-up-sure = Give up “{ $title }”? { $price ->
        [0] It goes to somebody else.
       *[more] { $back ->
            [yes] You get { rewards-cost-of } back.
           *[no] It is too late for your { rewards-cost-of } to come back.
        }
    }
rewards-given-up = { $kept ->
        [yes] “{ $title }” is not kept for you any more. You paid nothing.
       *[no] You gave up “{ $title }”.{ $points ->
            [0] { "" }
           *[more] { " " }You got { rewards-points-of } back.
        }
    }

## Members: gifts

rewards-gift = Give to a friend
rewards-gift-title = A gift: { $title }
rewards-gift-field = Who gets it? Their name here
rewards-gift-self = A gift is for somebody else. To have it yourself, press the other button; nothing was taken.
rewards-gave = { $name } gets “{ $title }” from you{ $price ->
        [0] .
       *[more] , for { rewards-cost-of } of yours.
    } It waits for them in /mine.
rewards-gift-for-you = { $giver } gives you “{ $title }”.

## Members: what they are told later

rewards-offer = “{ $title }” is free for you: you were next in line. It is kept until { $until }{ $price ->
        [0] .
       *[more] , and costs { rewards-cost-of }.
    }
rewards-offer-over = “{ $title }” was kept for you, and the time to say yes is over. It went to the next in line; /rewards lets you wait again.
rewards-over = Your time with “{ $title }” is over.
rewards-failed = “{ $title }” could not be delivered. { $points ->
        [0] You paid nothing for it.
       *[more] You have { rewards-points-of } back.
    } The hosts know.
rewards-revoked = A moderator took “{ $title }” back.{ $points ->
        [0] { "" }
       *[more] { " " }You have { rewards-points-of } back.
    }
rewards-delivered-to-you = “{ $title }” was handed over to you. Enjoy it.

## Refusals

rewards-not-here = That reward is not here any more. /rewards shows what there is.
rewards-not-yours = That is somebody else’s. /mine shows yours.
rewards-unknown = There is no reward called “{ $asked }”. /rewards shows all of them.
rewards-unknown-to-hosts = There is no reward called “{ $asked }”. /reward list shows all of them, also those that are not on offer.
rewards-several = “{ $asked }” could be several: { $titles }. Type more of the title, or the number with its #.
rewards-shut = { $early ->
        [yes] “{ $title }” is to be had from { $when } on. Nothing was taken.
       *[no] “{ $title }” is not to be had now. /rewards shows what is; nothing was taken.
    }
rewards-no-time = “{ $title }” has times; choose one with its button in /rewards.
rewards-time-over = “{ $title }”, { $when }: that time is over or was called off. Choose another in /rewards; nothing was taken.
rewards-pressed-before = Your press before this one counted; nothing was taken twice. /mine shows what you have.
rewards-enough = { $kept ->
        [yes] “{ $title }” is kept for you already. /mine lets you take it.
       *[no] You have had “{ $title }” { $count ->
            [one] once
           *[other] { NUMBER($count) } times
        }, as often as anybody may. Nothing was taken.
    }
rewards-restless = You claimed “{ $title }” and gave it up { NUMBER($count) } times within a day. Leave it for today; tomorrow you may have it again. Nothing was taken.
rewards-have-time = There is a seat at “{ $title }”, { $when }, for them already. Nothing was taken.
rewards-have-it = “{ $title }” is yours already. /mine opens it.
rewards-paused = You had a seat on { $when } and did not come. You can take seats again from { $again } on; nothing was taken.
rewards-locked = “{ $title }” opens with: { $missing }. Nothing was taken.
rewards-gone = { $timed ->
        [yes] That time of “{ $title }” has just been taken. Choose another, or wait for it; nothing was taken from you.
       *[no] The last “{ $title }” has just gone. You can wait for one in /rewards; nothing was taken from you.
    }
rewards-short = “{ $title }” costs { rewards-cost-of }; you need { $missing ->
        [one] one more
       *[other] { NUMBER($missing) } more
    }. Nothing was taken. /points how says what earns them.
rewards-not-kept = “{ $title }” is not kept for you any more. Nothing was taken; /rewards shows whether one is left.
rewards-free-now = There is a “{ $title }” to be had right now. You need not wait: claim it in /rewards.
rewards-no-gift = “{ $title }” is only for whoever claims it. Nothing was taken.
rewards-ended-before = “{ $title }” had ended before. Nothing changed.
rewards-no-way-back = { $timed ->
        [yes] “{ $title }” has begun; it is too late to give it up.
       *[no] “{ $title }” is with you already; it cannot go back. Talk to a host.
    }
rewards-settled-before = “{ $title }” was settled before. Nothing changed.
rewards-off-before = { $name } gave “{ $title }” up before.{ $points ->
        [0] { " " }There is nothing to hand over; if it was handed over already, ask for it back.
       *[more] { " " }{ rewards-points-of } went back, so there is nothing to hand over. If it was handed over already, ask for it back, or take the points with /give-points.
    } Nothing changed.
rewards-problem-late = it was not delivered in time
rewards-problem-host = a host said that it cannot be

## Hosts: all and one

rewards-host-title = Rewards
rewards-host-none = There are no rewards yet. Begin with /reward create.
rewards-host-line = • <b>{ $title }</b> ({ rewards-kind-of }), { rewards-cost-of }, { $state ->
        [open] on offer
        [early] on offer later
       *[shut] not on offer
    }: { NUMBER($given) } given, { $left ->
        [-1] no limit
       *[more] { NUMBER($left) } left
    }
rewards-card-rule = For whoever has { $rule }.
rewards-card-counts = { NUMBER($given) } given, { $left ->
        [-1] no limit.
       *[more] { NUMBER($left) } left.
    }
rewards-card-limits = { $per_member ->
        [0] As many as one likes for each member
        [one] One for each member
       *[other] { NUMBER($per_member) } for each member
    }{ $gift ->
        [yes] , also as a gift
       *[no] { "" }
    }{ $early ->
        [yes] , from { $opens }
       *[no] { "" }
    }{ $late ->
        [yes] , until { $closes }
       *[no] { "" }
    }.
rewards-card-hold = A seat is kept for { $minutes ->
        [one] a minute
       *[other] { NUMBER($minutes) } minutes
    } while somebody makes up their mind.
rewards-card-lasts = It is over after { $days ->
        [one] a day
       *[other] { NUMBER($days) } days
    }.
rewards-card-cost = It costs you { NUMBER($each) } each, { NUMBER($all) } so far. Only hosts see this.
rewards-card-waiting = { $count ->
        [one] One waits for it.
       *[other] { NUMBER($count) } wait for it.
    }
rewards-card-codes = { $count ->
        [0] No codes left. Add some.
        [one] One code left.
       *[other] { NUMBER($count) } codes left.
    }
rewards-card-votes = { $option }: { NUMBER($count) }
rewards-card-votes-gone = { $count ->
        [one] One vote is for words that are not there any more; whoever gave it may choose anew.
       *[other] { NUMBER($count) } votes are for words that are not there any more; those who gave them may choose anew.
    }
rewards-card-credits = In the credits: { $names }
rewards-card-state = { $open ->
        [yes] It is on offer.
       *[no] It is not on offer; nobody sees it.
    }
rewards-lacks-content = First write what is in it: button Words.
rewards-lacks-day = First say from when on everybody has it: button Window, “On offer until”.
rewards-lacks-shortness = What is in it has to fit into a post, in at most 2,500 letters: button Words.
rewards-lacks-file = First hand in the file: button File.
rewards-lacks-options = First write at least two options, one a line: button Words.
rewards-lacks-ref = First choose what it opens.
rewards-put-on-offer = Put on offer
rewards-take-off-offer = Take off offer
rewards-is-open = “{ $title }” is on offer. Members see it in /rewards.
rewards-is-shut = “{ $title }” is not on offer any more. Who has it keeps it.
rewards-remove = Delete
rewards-remove-sure = Delete “{ $title }”? Nobody ever claimed it; its texts, times and codes are gone after that.
rewards-removed = “{ $title }” is deleted.
rewards-remove-open = “{ $title }” is on offer. Take it off first; nothing was deleted.
rewards-remove-claimed = “{ $title }” was claimed or drawn, so it stays for those who had it. Off offer nobody sees it; nothing was deleted.
rewards-created = “{ $title }” is made. Nobody sees it yet: say what it needs, then put it on offer.
rewards-saved = Saved.

## Hosts: forms

rewards-form-words = Words
rewards-form-numbers = Numbers
rewards-form-window = Window
rewards-field-title = Title
    .help = at most 80 letters
rewards-field-about = What it is
    .help = one or two sentences for members, at most 600 letters
rewards-field-content = What is in it
    .help = { $kind ->
        [vote] the options, one a line
        [code] how the code is used; the codes themselves have a button of their own
        [slot] where it is, seen by those who have it
        [event] where it is, seen by those who have it
        [stream] the address of the event or the stream, seen by those who have a seat
        [early] the link, the code or the text: at once for those who claim it, and for everybody from “On offer until” on
       *[other] what those who have it see, at most 8,000 letters
    }
rewards-field-price = Price in points
    .help = a whole number; 0 is free
rewards-field-stock = How many there are in all
    .help = a whole number; empty for no limit
rewards-field-per-member = How many one member may have
    .help = a whole number from 1; empty for no limit
rewards-field-lasts-days = For how many days it lasts
    .help = a whole number from 1; empty for ever
rewards-field-cost = What one costs you
    .help = a whole number in your currency, only hosts see it; empty for nothing
rewards-field-opens-at = On offer from
    .help = such as “tomorrow 18:00” or “2026-12-24 18:00”; empty for at once
rewards-field-closes-at = On offer until
    .help = such as “friday 20:00” or “2026-12-24 18:00”; empty for ever
rewards-field-hold-minutes = For how many minutes a seat is kept
    .help = while somebody makes up their mind; 0 claims at once
rewards-field-can-gift = May it be given to a friend?
    .help = yes or no
rewards-field-wrong = { $label }: I could not use “{ $given }”. Expected: { $expected }. Nothing was changed.
rewards-title-taken = There is a reward called “{ $title }” already. Choose another title, or change that one with /reward edit; nothing was changed.
rewards-title-length = A title has 1 to { NUMBER($most) } letters. Nothing was changed.

## Hosts: the file

rewards-hand-in = File
rewards-file-field = The file for those who claim it
rewards-file-limit = at most { NUMBER($megabytes) } MB; a new one takes the place of the one before
rewards-card-file = In it: { $name }

## Hosts: codes

rewards-codes = Add codes
rewards-codes-field = Codes, one a line
rewards-codes-added = { $count ->
        [one] One new code
       *[other] { NUMBER($count) } new codes
    }{ $known ->
        [0] .
       *[more] ; { NUMBER($known) } known before.
    }
rewards-codes-other = “{ $title }” is no reward with codes. Nothing was kept.
rewards-codes-wrong = Write one code a line, at most { NUMBER($most) } at once and { NUMBER($longest) } letters each. Nothing was kept.

## Hosts: people

rewards-people = Who has it
rewards-people-title = Who has “{ $title }”
rewards-people-none = Nobody has “{ $title }” yet.
rewards-person = • { $name }{ $timed ->
        [yes] , { $when }
       *[no] { "" }
    }{ $state ->
        [held] , makes up their mind
        [delivering] , waits for it
       *[other] { "" }
    }{ $source ->
        [hand] , given by hand
        [draw] , won in a draw
       *[other] { "" }
    }{ $came ->
        [yes] , came
        [no] , did not come
       *[unknown] { "" }
    }
rewards-person-button = { $name }
rewards-host-grant = <b>{ $title }</b>
rewards-host-claimed = { $name } has claimed “{ $title }”. Hand it over and press the button, within { $days ->
        [one] a day
       *[other] { NUMBER($days) } days
    }; after that the points go back.
rewards-host-failed = “{ $title }” for { $name } could not be delivered: { $problem }. The points went back.
rewards-delivered = Handed over
rewards-delivered-noted = Noted: { $name } has it.
rewards-cannot = Cannot be
rewards-cannot-noted = Noted: { $name } gets the points back and is told.
rewards-granted = { $name } has “{ $title }” now.
rewards-grant-none = There is no “{ $title }” left to give. /reward stock makes more.
rewards-grant-timed = “{ $title }” has times; members choose one themselves. Nothing was given.
rewards-revoke = Take back
rewards-revoke-keep = Take back, keep the points
rewards-revoke-none = { $name } has no “{ $title }”. Nothing changed.
rewards-revoke-noted = Taken back from { $name }.{ $points ->
        [0] { "" }
       *[more] { " " }{ rewards-points-of } went back.
    }

## The list of changes

rewards-create-changed = reward made: { $after }
rewards-edit-changed = reward changed: { $after }
rewards-remove-changed = reward deleted: { $after }
rewards-open-changed = { $after ->
        [yes] reward put on offer
       *[no] reward taken off offer
    }
rewards-grant-changed = reward given by hand: { $after }
rewards-revoke-changed = reward taken back: { $after }

## Times

cmd-reward-times = See a reward’s times, or add some: in your own zone, weekly where you say so
opt-reward-times-reward = its title
opt-reward-times-when = when it begins: “tomorrow 18:00”
opt-reward-times-minutes = how many minutes it takes
opt-reward-times-seats = how many may come
opt-reward-times-weeks = on how many weeks in a row
rewards-times = Times
rewards-times-title = Times of “{ $title }”
rewards-times-none = “{ $title }” has no times to come. Add one: /reward times
rewards-times-added = { $count ->
        [0] That time was there already; nothing changed.
        [one] One time added.
       *[other] { NUMBER($count) } times added.
    }
rewards-times-other = “{ $title }” has no times. Slots and events have; nothing was changed.
rewards-times-past = { $when } is over. Choose a moment to come; nothing was changed.
rewards-time-line = • { $when }, { NUMBER($minutes) } min: { NUMBER($taken) } taken, { $left ->
        [-1] no limit
       *[more] { NUMBER($left) } left
    }
rewards-time-title = { $title }, { $when }
rewards-time-empty = Nobody has a seat yet.
rewards-time-gone = That time of “{ $title }” has begun or was called off before. Nothing changed.
rewards-time-change = Length and seats
rewards-time-minutes = How many minutes it takes
rewards-time-seats = How many may come; empty for as many as like
rewards-time-wrong = I could not use “{ $given }”. Expected: a whole number from { NUMBER($least) } to { NUMBER($most) }. Nothing was changed.
rewards-time-taken = { $taken ->
        [one] One seat is taken; there cannot be fewer.
       *[other] { NUMBER($taken) } seats are taken; there cannot be fewer.
    } Nothing was changed.
rewards-takes = “{ $title }”, { $when }, takes { $minutes ->
        [one] one minute
       *[other] { NUMBER($minutes) } minutes
    } now. The button has the new calendar file.
rewards-call-off = Call it off
rewards-call-off-sure = Call off “{ $title }”, { $when }? Whoever has a seat is told and gets their points back.
rewards-off = “{ $title }”, { $when }, is called off. { $count ->
        [0] Nobody had a seat.
        [one] The one who had a seat is told and gets their points back.
       *[other] { NUMBER($count) } who had a seat are told and get their points back.
    }
rewards-called-off = “{ $title }” was called off.{ $points ->
        [0] { "" }
       *[more] { " " }You have { rewards-points-of } back.
    } /rewards shows other times.
rewards-tomorrow = “{ $title }”: { $when }. If you cannot come, give your seat up in time; somebody may wait for it.
rewards-soon = “{ $title }” begins soon: { $when }. See you there.
rewards-who-came = “{ $title }”, { $when }, is over. Who came?
rewards-came = Came
rewards-not-came = Did not come
rewards-not-begun = “{ $title }” has not begun, or nobody has that seat any more. Nothing was noted.
rewards-missed = You had a seat at “{ $title }” and we missed you. For { $days ->
        [one] a day
       *[other] { NUMBER($days) } days
    } from then on you cannot take another. If that is wrong, tell a host.
rewards-host-booked = { $name } comes to “{ $title }”: { $when }.
rewards-seat = • { $when }, { $mine ->
        [yes] you have a seat
       *[no] { rewards-left-of }
    }

## Roles and rooms

rewards-targets = What it opens
rewards-targets-which = { $kind ->
        [role] Which role does “{ $title }” give?
       *[room] Which room does “{ $title }” open?
    }
rewards-target-other = Another on { $name }
rewards-target-field = { $kind ->
        [role] Role
       *[room] Room
    }
rewards-target-help = { $kind ->
        [role] the number of the role, or the tag’s text where the network shows tags
       *[room] the number of the channel, thread or group
    }
rewards-target-refused = { $name } cannot be given: { $why } Nothing was changed.
rewards-card-ref = { $kind ->
        [role] Gives the role { $name }.
       *[room] Opens { $name }.
    }
rewards-stands = { $kind ->
        [role] You wear { $name }.
       *[room] You are let into { $name }.
    }
rewards-way = Ask to come in here, and you are let in at once: { $address }
rewards-here = “{ $title }” is there: { $name }.
rewards-stock-given = Of “{ $title }” { NUMBER($given) } are given already; there cannot be fewer. Nothing was changed.
rewards-stock-wrong = Say a whole number from 0 to { NUMBER($most) }. Nothing was changed.

## What unlocks it

rewards-rule-none = Everybody may have “{ $title }”. Add a condition, and only whoever fulfils it may.

## Draws

cmd-draw-start = Draw a reward among those who may have it; everybody can check that it was fair
opt-draw-start-reward = its title
opt-draw-start-winners = how many win
opt-draw-start-closes = until when one can be in it: “tomorrow 20:00”
opt-draw-start-weights = whether all tickets count alike, or more for each stream
    .equal = equal
    .streams = streams
cmd-draw-close = Close the open draw before its time
cmd-draw-cancel = Call the open draw off; nobody wins, and what was kept for it is free
cmd-draw-check = Check the last draw: the list, the promise, the secret, and who won
rewards-draw-open-post =
    A draw: <b>{ $title }</b>. { $winners ->
        [one] One wins it
       *[other] { NUMBER($winners) } win it
    }; be in it until { $closes }.{ $weights ->
        [streams] { " " }Each ticket counts one, and one more for each stream you were at, up to ten.
       *[equal] { "" }
    }
    The secret that decides is made already. Its fingerprint: <code>{ $commitment }</code>
rewards-draw-enter = I’m in
rewards-draw-entered = { $new ->
        [yes] You are in the draw of “{ $title }”.
       *[no] You are in the draw of “{ $title }” already.
    } Your ticket: <code>{ $ticket }</code>{ $weight ->
        [one] .
       *[other] , which counts { NUMBER($weight) } times.
    } Keep it: you find it in the list.
rewards-draw-closed-post =
    The draw of <b>{ $title }</b> is closed, with { $count ->
        [one] one ticket
       *[other] { NUMBER($count) } tickets
    }. The list stands, and everybody can look at it. Its fingerprint: <code>{ $fingerprint }</code>
    It is drawn in { NUMBER($minutes) } minutes.
rewards-draw-drawn-post =
    Drawn: <b>{ $title }</b>. { $count ->
        [0] Nobody was in it.
        [one] The ticket that won: <code>{ $tickets }</code>
       *[other] The tickets that won: <code>{ $tickets }</code>
    }
    The secret: <code>{ $secret }</code>. One tap checks everything.
rewards-draw-won = Your ticket { $ticket } won “{ $title }”. It is yours.
rewards-draw-short = In the draw the ticket { $ticket } won “{ $title }”, but none was left to give. Make more with /reward stock and give one with /reward grant.
rewards-draw-started = The draw of “{ $title }” is open until { $when }. { $winners ->
        [one] One is kept for whoever wins.
       *[other] { NUMBER($winners) } are kept for those who win.
    }
rewards-draw-close = Close it now
rewards-draw-close-sure = Close the draw of “{ $title }” before its time? Nobody can be in it after that, and everybody is told.
rewards-draw-is-closed = The draw of “{ $title }” is closed. It is drawn in ten minutes.
rewards-draw-cancel = Call it off
rewards-draw-cancel-sure = Call the draw of “{ $title }” off? Nobody wins, and everybody is told. Once it is closed that cannot be any more.
rewards-draw-is-off = The draw of “{ $title }” is called off. What was kept for it is free.
rewards-draw-off = The draw of “{ $title }” was called off before it closed; nobody won.
rewards-draw-off-post = The draw of <b>{ $title }</b> is called off. Nobody wins; tickets had cost nothing.
rewards-draw-check = Check it
rewards-draw-title = <b>The draw of “{ $title }”</b>: { $winners ->
        [one] one wins
       *[other] { NUMBER($winners) } win
    }, { $weights ->
        [streams] tickets count one, and one more for each stream, up to ten.
       *[equal] all tickets count alike.
    }
rewards-draw-promise = Fingerprint of the secret, told at the start: <code>{ $commitment }</code>
rewards-draw-still-open = It is open until { $when }.
rewards-draw-list = The list is in the file, with { $count ->
        [one] one ticket
       *[other] { NUMBER($count) } tickets
    }. Its fingerprint, told before the draw: <code>{ $fingerprint }</code>
rewards-draw-secret = The secret: <code>{ $secret }</code>
rewards-draw-order = Won: <code>{ $tickets }</code>
rewards-draw-holds = { $fair ->
        [yes] I worked it out anew: secret, list and winners agree. How to do that yourself is in Afterglow’s README.
       *[no] I worked it out anew, and it does not agree. Tell a moderator.
    }
rewards-draw-own = Your ticket: <code>{ $ticket }</code>, which counts { $weight ->
        [one] once
       *[other] { NUMBER($weight) } times
    }.
rewards-draw-none = There is no draw. A moderator starts one with /draw start.
rewards-draw-closed = The draw of “{ $title }” is closed. “Check it” shows its list.
rewards-draw-locked = The draw is for those who may have “{ $title }”; /rewards shows what you need. You are not in it.
rewards-draw-full = The draw of “{ $title }” is full. You are not in it.
rewards-draw-timed = “{ $title }” has times, so it cannot be drawn. Nothing was started.
rewards-draw-past = { $when } is over. Choose a moment to come; nothing was started.
rewards-draw-few = Of “{ $title }” there are only { NUMBER($left) } left. Make more with /reward stock, or let fewer win; nothing was started.
rewards-draw-changed = draw started: { $after }
rewards-draw-off-changed = draw called off: { $after }
rewards-draw-shut-changed = draw closed early: { $after }
rewards-target-gone = That is not there any more. Choose again; nothing was changed.

## In what others show

rewards-next-there = You can have “{ $title }”: /rewards
rewards-goal-there = yours to take
rewards-next = Next reward: “{ $title }”, with { $missing }.
rewards-more-points = { $points ->
        [one] one more point
       *[other] { NUMBER($points) } more points
    }
rewards-cue-draw = The draw of “{ $title }” is open until { $closes }; { $count ->
        [0] nobody is in it yet.
        [one] one is in it.
       *[other] { NUMBER($count) } are in it.
    }
rewards-cue-few = “{ $title }”: { NUMBER($left) } left.
rewards-cue-vote = The vote on “{ $title }” is open.
rewards-cue-waits = { $count ->
        [one] One reward waits to be handed over
       *[other] { NUMBER($count) } rewards wait to be handed over
    }: /reward list
rewards-recap = Rewards claimed: { $rewards }
rewards-gift-returned = { $name } could not take your gift “{ $title }”.{ $points ->
        [0] { "" }
       *[more] { " " }You have { rewards-points-of } back.
    }
rewards-host-off = { $name } has given “{ $title }” up{ $points ->
        [0] .
       *[more] , and has { rewards-points-of } back.
    } Do not hand it over; if you have already, press “Handed over” to read what to do.
rewards-host-given-up = { $name } does not come to “{ $title }” after all: { $when }.
rewards-announce = Tell everybody
rewards-announced = { $posted ->
        [yes] Everybody can read of “{ $title }” now.
       *[no] Of “{ $title }” everybody could read today already, or there is no channel to post in. Nothing was posted.
    }
rewards-offer-post =
    New to be had: <b>{ $title }</b>, { rewards-cost-of }.{ $described ->
        [yes] { " " }{ $about }
       *[no] { "" }
    }
rewards-claimed-called = Rewards claimed
rewards-claimed-says = { $count ->
        [one] { $amount } reward claimed
       *[other] { $amount } rewards claimed
    }
rewards-claimed-missing = { $count ->
        [one] { NUMBER($count) } more reward claimed
       *[other] { NUMBER($count) } more rewards claimed
    }
rewards-target-new = New private thread on { $name }
rewards-over-for-you = “{ $title }” is not yours any more. /rewards shows whether it can be had again.
