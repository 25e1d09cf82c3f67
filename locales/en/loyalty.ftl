### Points: what they are earned for, what somebody has, and who has the most.

loyalty-title = Points
loyalty-about = Points for being there, taking part and buying.

cmd-points = See how many points you have, what they are for, and how they came about
opt-points-what = what else to see
    .how = how
    .history = history
cmd-give-points = Give a member points, or take some, and say why
opt-give-points-member = whom
opt-give-points-amount = how many; below zero takes some
opt-give-points-why = what for; they can read it
cmd-leaderboard = See who has earned the most points
opt-leaderboard-stretch = the newest stream, this month, or ever
    .stream = stream
    .month = month
    .all = all, ever

loyalty-setting-points-per-ten-minutes = Points for each ten minutes at a stream
loyalty-setting-most-for-being-there = At most so many for one stream
loyalty-setting-points-per-check-in = Points for a check-in
loyalty-setting-points-per-question = Points for a question at a stream
loyalty-setting-questions-that-count = So many questions count at one stream
loyalty-setting-points-per-answer = Points for an answer to a feedback question, or other feedback
loyalty-setting-points-per-adopted-idea = Points for an idea that hosts plan or do
loyalty-setting-points-per-unit-spent = Points for each whole unit of money spent
loyalty-setting-most-for-an-order = At most so many for one order
loyalty-setting-days-until-an-order-counts = Days until points for an order count
loyalty-setting-months-points-last = Months until points expire (0: never)
loyalty-setting-day-being-there = At most so many a day for being at streams (0: no bound)
loyalty-setting-day-check-ins = At most so many a day for check-ins (0: no bound)
loyalty-setting-day-questions = At most so many a day for questions (0: no bound)
loyalty-setting-day-answers = At most so many a day for answers (0: no bound)
loyalty-setting-day-adopted-ideas = At most so many a day for ideas (0: no bound)
loyalty-setting-day-orders = At most so many a day for orders (0: no bound)
loyalty-setting-day-in-all = At most so many a day in all, orders and ideas aside (0: no bound)
loyalty-setting-tier-months = Months of points that a tier looks back on (0: all there ever were)
loyalty-setting-tier-grace-days = Days until a tier falls when points no longer reach it

loyalty-points-of = { $points ->
        [one] { NUMBER($points) } point
       *[other] { NUMBER($points) } points
    }
loyalty-balance = You have <b>{ loyalty-points-of }</b>.
loyalty-pending = { loyalty-points-of } more will count later.
loyalty-owed = { loyalty-points-of } went back with a refund after you had spent them: they come off what you earn next.
loyalty-card = { loyalty-points-of }

loyalty-card-figure = { NUMBER($points) }
    .label =
        { $points ->
            [one] point
           *[other] points
        }
loyalty-how-title = <b>What points are for</b>
loyalty-how-line = • { $sentence }
loyalty-how-nothing = Nothing earns points here yet.
loyalty-how-there = { $points ->
        [one] { NUMBER($points) } point
       *[other] { NUMBER($points) } points
    } for each ten minutes at a stream, at most { NUMBER($most) } for one{ loyalty-how-and-a-day }.
loyalty-how-check-in = { loyalty-points-of } for a check-in{ loyalty-how-a-day }.
loyalty-how-question = { loyalty-points-of } for a question at a stream; { $counted ->
        [one] one counts
       *[other] { NUMBER($counted) } count
    } each time{ loyalty-how-a-day }.
loyalty-how-answer = { loyalty-points-of } for telling us how it was{ loyalty-how-a-day }.
loyalty-how-idea = { loyalty-points-of } for an idea of yours that we plan or do{ loyalty-how-a-day }.
loyalty-how-order = { loyalty-points-of } for each whole unit of money that you spend, at most { NUMBER($most) } for an order{ loyalty-how-and-a-day }{ $days ->
        [0] .
        [one] ; they count a day later.
       *[other] ; they count { NUMBER($days) } days later.
    }
loyalty-how-a-day = { $bounded ->
        [yes] , at most { NUMBER($day) } a day
       *[other] {""}
    }
loyalty-how-and-a-day = { $bounded ->
        [yes] {" "}and { NUMBER($day) } a day
       *[other] {""}
    }
loyalty-how-day = { $bounded ->
        [yes] All of this but orders and ideas brings at most { NUMBER($most) } points a day; a day ends at midnight by the clock of { $city }.
       *[other] A day ends at midnight by the clock of { $city }.
    }
loyalty-how-full = Today brings nothing more { $what }; tomorrow does.
loyalty-how-long = Points last { $months ->
        [one] a month
       *[other] { NUMBER($months) } months
    } from the day they come in. What is spent is taken from the oldest.

loyalty-history-title = <b>Your points</b>
loyalty-history-empty = Nothing has happened to your points yet. /points how says what they are earned for.
loyalty-history-line = { $day }: <b>{ $sign ->
        [minus] −
       *[plus] +
    }{ NUMBER($points) }</b> { $why }{ $state ->
        [pending] , counts { $counts }
        [reversed] , taken back
       *[posted] {""}
    }
loyalty-why-note = “{ $note }”
loyalty-by-hand = by a moderator
loyalty-why = { $kind ->
        [given-back] given back: { $reason }
        [reversed] taken back: { $reason }
        [undone] taken back: { $reason }
        [collected] owed since a refund: { $reason }
        [expired] expired: { $reason }
       *[earned] { $reason }
    }
loyalty-for-being-there = for being at a stream
loyalty-for-check-in = for a check-in
loyalty-for-question = for questions
loyalty-for-answer = for an answer
loyalty-for-idea = for an idea
loyalty-for-order = for an order
loyalty-history-page = How it came about
loyalty-history-older = Older
loyalty-show-how = What for?

loyalty-given = { $name } has { loyalty-points-of } now ({ $amount }).
loyalty-give-amount = Say how many, from 1 to { NUMBER($most) }, or below zero to take some. Nothing was changed.
loyalty-give-short = { $name } has only { loyalty-points-of }. Nothing was taken.
loyalty-adjust-changed = points by hand: { $after }

loyalty-board-title = <b>{ $stretch ->
        [month] Most points this month
       *[all] Most points ever
    }</b>
loyalty-board-of-stream = <b>{ $titled ->
        [yes] Most points at { $title }
       *[other] Most points at the newest stream
    }</b>
loyalty-board-no-stream = There has been no stream yet. /leaderboard shows this month.
loyalty-board-live = It is still on: being there and questions are counted at its end.
loyalty-board-page = Further places
loyalty-board-before = Places before
loyalty-board-line = { $place }. { $mine ->
        [yes] <b>{ $name }</b>
       *[no] { $name }
    }: { NUMBER($points) }
loyalty-board-says = The leaderboard. All that it shows stands in the text beside it.
loyalty-board-empty = Nobody has earned any yet.
loyalty-board-none = You have none yet in this time.

## Tiers. { $tier } is the name that a moderator gave to one.

cmd-tiers = See the tiers, what they bring, and where you stand
cmd-tier-add = Add a tier that so many points reach, and say what it brings
opt-tier-add-name = what it is called
opt-tier-add-points = how many points reach it
opt-tier-add-perks = what it brings, in your words
cmd-tier-edit = Change a tier's name, its points, or what it brings
opt-tier-edit-name = which tier
cmd-tier-remove = Remove a tier; who holds it comes to the one below
opt-tier-remove-name = which tier

loyalty-tiers-none = { $may ->
        [yes] There are no tiers here yet. The button begins with three that you can change; /tier add makes your own.
       *[no] There are no tiers here yet.
    }
loyalty-tiers-title = { $windowed ->
        [yes] <b>Tiers</b> by the points of { $months ->
            [one] the last month
           *[other] the last { NUMBER($months) } months
        }
       *[no] <b>Tiers</b> by all points there ever were
    }
loyalty-tiers-line = { $held ->
        [yes] ● <b>{ $tier }</b>
       *[no] ○ { $tier }
    }, from { $points ->
        [one] { NUMBER($points) } point
       *[other] { NUMBER($points) } points
    }{ $described ->
        [yes] : { $perks }
       *[no] {""}
    }
loyalty-tiers-score = You earned { loyalty-points-of } in that time.
loyalty-tiers-next = { $points ->
        [one] { NUMBER($points) } more point
       *[other] { NUMBER($points) } more points
    } to { $tier }.
loyalty-tiers-falling = You keep { $tier } until { $day }; { $points ->
        [one] { NUMBER($points) } more point
       *[other] { NUMBER($points) } more points
    } by then, and it stays yours.
loyalty-tier-card = tier { $tier }
loyalty-tier-falls = Your points of late no longer reach { $tier }. It stays yours until { $day }: with { $points ->
        [one] { NUMBER($points) } more point
       *[other] { NUMBER($points) } more points
    } by then you keep it{ $left ->
        [yes] , else you go on as { $lower }.
       *[no] .
    }
loyalty-start-tiers = Begin with three tiers
loyalty-tiers-there = There are tiers here already. /tiers shows them, /tier add makes another. Nothing was changed.
loyalty-tier-starter-first = Friend
loyalty-tier-starter-second = Old friend
loyalty-tier-starter-third = Pillar
loyalty-tier-added = { $tier } begins at { NUMBER($points) }. Who has them already is being given it, without a message.
loyalty-tier-kept = Kept: { $tier } begins at { NUMBER($points) }. Who has them is being given it; who no longer has them keeps it for the days of grace.
loyalty-tier-form = Change a tier
loyalty-tier-field-name = Name
loyalty-tier-field-points = Points that reach it
loyalty-tier-field-perks = What it brings
loyalty-tier-remove-sure = { $people ->
        [0] Remove { $tier }? Nobody holds it.
        [one] Remove { $tier }? One member holds it and comes to the tier below.
       *[other] Remove { $tier }? { NUMBER($people) } members hold it and come to the tier below.
    }
loyalty-tier-remove = Remove it
loyalty-tier-removed = { $tier } is no tier any more.
loyalty-tiers-enough = { NUMBER($most) } tiers are as many as people can keep apart. Remove one first; nothing was added.
loyalty-tier-unknown = { $some ->
        [yes] There is no tier “{ $asked }”. There are: { $known }.
       *[no] There are no tiers yet. /tier add makes one.
    }
loyalty-tier-gone = That tier was removed meanwhile. /tiers shows those there are.
loyalty-tier-name = A tier needs a name of at most { NUMBER($most) } characters. Nothing was changed.
loyalty-tier-points = Say how many points reach it, from 1 to { NUMBER($most) }. Nothing was changed.
loyalty-tier-perks = Say what it brings in at most { NUMBER($most) } characters. Nothing was changed.
loyalty-tier-taken = { $tier } begins at { NUMBER($points) } already. Two tiers need two names and two numbers; nothing was changed.
loyalty-tier-changed = tier: { $before } → { $after }

## Stamp cards. { $card } is the name that a moderator gave to one: what it is for.

cmd-stamps = See your stamp cards
cmd-stamp = Hand over what a member's full stamp card is for
opt-stamp-member = whose card
cmd-card-add = Begin a stamp card
opt-card-add-kind = what is stamped
opt-card-add-needed = how many stamps fill it
opt-card-add-points = points for a full one; 0: a host hands over what it is called
opt-card-add-name = what it is called, such as what one gets
cmd-card-close = Stamp a card no more; what is full is still handed over
opt-card-close-name = which card
cmd-card-unstamp = Take the newest stamp off a member's card, which is there by mistake
opt-card-unstamp-member = whose card
opt-card-unstamp-name = which card

loyalty-stamps-none = { $may ->
        [yes] There are no stamp cards here yet. /card add begins one.
       *[no] There are no stamp cards here yet.
    }
loyalty-stamps-title = <b>Your stamp cards</b>
loyalty-stamps-line = { $drawn ->
        [yes] { $dots } <b>{ $card }</b>: { NUMBER($stamps) } of { NUMBER($needed) }
       *[no] <b>{ $card }</b>: { NUMBER($stamps) } of { NUMBER($needed) }
    } ({ $what }){ $paid ->
        [yes] , { loyalty-points-of } for a full one
       *[no] {""}
    }{ $filled ->
        [0] .
        [one] ; one filled so far.
       *[other] ; { NUMBER($filled) } filled so far.
    }
loyalty-stamps-waiting = Full: <b>{ $card }</b>. Tell a host; /stamp hands it over.
loyalty-card-full = { $paid ->
        [yes] Your card “{ $title }” is full: { loyalty-points-of } for you. A new one has begun.
       *[no] Your card is full: { $title }. Tell a host at the next stream, and it is yours; a new card has begun.
    }
loyalty-stamp-nothing = { $name } has no full card that something is to be handed over for. /stamps shows everybody their own.
loyalty-stamp-sure = { $count ->
        [one] { $name } has a full card. What did you hand over?
       *[other] { $name } has { NUMBER($count) } full cards. What did you hand over?
    }
loyalty-redeem = Handed over
loyalty-redeem-this = Handed over: { $card }
loyalty-redeemed = { $card } is handed over to { $name }.
loyalty-stamp-done = That one was handed over before. Nothing was changed.
loyalty-stamp-kind = { $kind }
loyalty-card-added = { $paid ->
        [yes] “{ $card }” has begun: { NUMBER($needed) } stamps ({ $what }) bring { loyalty-points-of }. What was before it does not count.
       *[no] “{ $card }” has begun: for { NUMBER($needed) } stamps ({ $what }) a host hands it over with /stamp. What was before it does not count.
    }
loyalty-card-closed = “{ $card }” is stamped no more. What is full is still handed over with /stamp.
loyalty-restamp = Put it back
loyalty-stamped-now = { $name } has { NUMBER($stamps) } of { NUMBER($needed) } stamps on “{ $card }”.
loyalty-unstamp-none = { $name } has no stamp on “{ $card }” that could be taken off. What is full stays full; points come back with /give points. Nothing was changed.
loyalty-restamp-none = There is no stamp to put back any more. Nothing was changed.
loyalty-cards-enough = { NUMBER($most) } cards at once are enough. Close one first with /card close; nothing was added.
loyalty-card-name = A card needs a name of at most { NUMBER($most) } characters. Nothing was changed.
loyalty-card-taken = There is a card “{ $card }” already. Nothing was changed.
loyalty-card-numbers = A card takes 2 to { NUMBER($stamps) } stamps and brings 0 to { NUMBER($points) } points. Nothing was changed.
loyalty-card-kind = “{ $asked }” is nothing that can be stamped. There are: { $known }.
loyalty-card-unknown = { $some ->
        [yes] There is no open card “{ $asked }”. There are: { $known }.
       *[no] No card is open. /card add begins one.
    }
loyalty-card-changed = stamp card: { $before } → { $after }
loyalty-for-stamps = for a full stamp card

## Causes. { $cause } is the name that a moderator gave to one.

cmd-cause-list = See what points can be given to, and what came together
cmd-cause-give = Give some of your points to a cause
opt-cause-give-amount = how many points
opt-cause-give-cause = to which cause, where there are several
cmd-cause-add = Let members give their points to a cause, up to a goal or without
opt-cause-add-name = what it is called
opt-cause-add-goal = how many points are hoped for
cmd-cause-close = Let nothing more be given to a cause, and tell everybody what came together
opt-cause-close-name = which cause

loyalty-causes-none = { $may ->
        [yes] There is no cause here yet that points can be given to. /cause add begins one.
       *[no] There is no cause here yet that points can be given to.
    }
loyalty-causes-title = Points for a good cause
loyalty-causes-line = • { $cause }: { loyalty-points-of } from { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    }{ $state ->
        [goal] , hoped for: { NUMBER($goal) }
        [closed] , closed
       *[open] {""}
    }
loyalty-causes-page = Further causes
loyalty-give-to = Give to { $cause }
loyalty-ask-gift = Give points
loyalty-gift-form = Points for { $cause }
loyalty-gift-field = How many? You have { NUMBER($points) }.
loyalty-gift-done = { $amount ->
        [one] { NUMBER($amount) } point
       *[other] { NUMBER($amount) } points
    } of yours went to { $cause }, which has { NUMBER($given) } now. You have { loyalty-points-of } left.
loyalty-gift-amount = Say how many points you give, as a whole number above 0. Nothing was given.
loyalty-gift-short = You have { loyalty-points-of }. Nothing was given.
loyalty-cause-added = Members can give to { $cause } from now on, with /cause give or the button under /cause list.
loyalty-cause-shut = { $cause } is closed with { loyalty-points-of }.
loyalty-cause-reached = { $cause } has what was hoped for: { loyalty-points-of } from { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    }. Thank you!
loyalty-cause-closed = { $cause } is closed. Together you gave { loyalty-points-of }, from { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    }. Thank you!
loyalty-recap-given = Given to { $cause } meanwhile: { loyalty-points-of }
loyalty-cue-near = Close to the tier { $tier }: { $names }
loyalty-causes-enough = { NUMBER($most) } causes at once are enough. Close one first with /cause close; nothing was added.
loyalty-cause-name = A cause needs a name of at most { NUMBER($most) } characters. Nothing was changed.
loyalty-cause-taken = There is a cause { $cause } already. Nothing was changed.
loyalty-cause-goal = A goal is 1 to { NUMBER($most) } points. Nothing was changed.
loyalty-cause-unknown = { $some ->
        [yes] There is no open cause “{ $asked }”. There are: { $known }.
       *[no] No cause is open.
    }
loyalty-cause-which = { $some ->
        [yes] Say to which cause, after the number. There are: { $known }. Nothing was given.
       *[no] No cause is open. Nothing was given.
    }
loyalty-cause-gone = That cause was closed meanwhile. /cause list shows those there are. Nothing was given.
loyalty-cause-over = { $cause } was closed a moment ago. Nothing was given.
loyalty-cause-changed = cause: { $before } → { $after }
loyalty-for-cause = for a cause
loyalty-why-spent = { $reason }: { $note }

## Points from other bots. { $line } is a name as it stands in their file.

cmd-claim = Say that points which were brought along under a name are yours
opt-claim-name = the name that you had there
cmd-import-list = See what was brought along from other bots, and undo it
cmd-import-waiting = See the lines nobody was found for, and who says that one is theirs
cmd-import-match = Say whose a waiting line is; it is paid at once
opt-import-match-line = its number, as /import waiting shows it
opt-import-match-member = whose it is
cmd-import-undo = Take back what is still there of an import; first it is shown
opt-import-undo-number = its number, as /import list shows it

loyalty-claim-noted = A moderator is asked whether “{ $line }” was you: { loyalty-points-of }. Until then nothing is paid.
loyalty-claim-unknown = No points wait under the name “{ $asked }”. Write it as it was there; capitals make no difference.
loyalty-claim-refused-before = A moderator has said that this one is not yours. If it is, talk to them; they can pay it with /import match.
loyalty-claim-enough = You have said so of three names already. Wait until a moderator has answered.
loyalty-claim-told = { $name } says to be “{ $line }” in the points that were brought along: { loyalty-points-of }. Do you know that it is so?
loyalty-confirm = Yes, pay
loyalty-refuse = No
loyalty-confirm-this = { $number }: pay { $name }
loyalty-refuse-this = { $number }: not { $name }
loyalty-claim-paid = You are “{ $line }”: { loyalty-points-of } that you had there are yours here.
loyalty-claim-not-yours = A moderator does not take you for “{ $line }”. If that is wrong, talk to them.
loyalty-claim-refused = { $name } is told that “{ $line }” is somebody else. The line goes on waiting.
loyalty-line-gone = Line { $line } waits no more: it was paid, undone, or never was. /import waiting shows those that do.
loyalty-line-paid = { $name } has the { loyalty-points-of } of “{ $line }”.
loyalty-waiting-none = No line waits for its people.
loyalty-waiting-title = <b>Lines that wait for their people</b> (page { NUMBER($page) }). /import match says whose one is.
loyalty-waiting-line = { $number }. { $line }: { loyalty-points-of }{ $claimed ->
        [yes] ; { $names } said it was them
       *[no] {""}
    }
loyalty-imports-none = Nothing was brought along yet. Whoever runs the bot can: afterglow import points FILE, with a file of MEE6, StreamElements or a table.
loyalty-imports-title = <b>Brought along</b> (page { NUMBER($page) })
loyalty-imports-line = { $number }. { $file }, { $day }: { loyalty-points-of } to { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    }{ $waiting ->
        [0] {""}
        [one] , one line waits
       *[other] , { NUMBER($waiting) } lines wait
    }{ $state ->
        [undone] ; undone, { NUMBER($missing) } had been spent
        [begun] ; not finished, the same file has to be brought along once more
       *[done] {""}
    }
loyalty-imports-page = Further imports
loyalty-show-waiting = Lines that wait
loyalty-undo-this = Undo { $number }
loyalty-ask-undo = Undo
loyalty-undo = Take it back
loyalty-import-unknown = { $undone ->
        [yes] Import { $number } was undone before. Nothing was changed.
       *[no] There is no import { $number }. /import list shows those there are.
    }
loyalty-undo-sure = Take back import { $number } ({ $file })? { loyalty-points-of } of { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    } are still there and go. { $missing ->
        [0] None of it was spent.
        [one] One is spent already and stays so.
       *[other] { NUMBER($missing) } are spent already and stay so.
    } Lines that wait are not paid any more.
loyalty-undo-begun = Import { $number } is being taken back. You are told when it is done.
loyalty-import-undone = Import { $number } is undone: { loyalty-points-of } of { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    } were taken back. { $missing ->
        [0] None was missing.
        [one] One was spent already.
       *[other] { NUMBER($missing) } were spent already, by { $short ->
            [one] one of them
           *[other] { NUMBER($short) } of them
        }.
    }
loyalty-import-changed = brought along, import { $subject }: { $before } → { $after }
