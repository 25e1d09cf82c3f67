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
loyalty-setting-points-per-answer = Points for an answer to a feedback question
loyalty-setting-points-per-unit-spent = Points for each whole unit of money spent
loyalty-setting-most-for-an-order = At most so many for one order
loyalty-setting-days-until-an-order-counts = Days until points for an order count
loyalty-setting-months-points-last = Months until points expire (0: never)
loyalty-setting-day-being-there = At most so many a day for being at streams (0: no bound)
loyalty-setting-day-check-ins = At most so many a day for check-ins (0: no bound)
loyalty-setting-day-questions = At most so many a day for questions (0: no bound)
loyalty-setting-day-answers = At most so many a day for answers (0: no bound)
loyalty-setting-day-orders = At most so many a day for orders (0: no bound)
loyalty-setting-day-in-all = At most so many a day in all, orders aside (0: no bound)
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
loyalty-how-answer = { loyalty-points-of } for an answer when we ask how it was{ loyalty-how-a-day }.
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
        [yes] All of this but orders brings at most { NUMBER($most) } points a day; a day ends at midnight by the clock of { $city }.
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
        [collected] owed since a refund: { $reason }
        [expired] expired: { $reason }
       *[earned] { $reason }
    }
loyalty-for-being-there = for being at a stream
loyalty-for-check-in = for a check-in
loyalty-for-question = for questions
loyalty-for-answer = for an answer
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
loyalty-board-empty = Nobody has earned any yet.
loyalty-board-none = You have none yet in this time.
