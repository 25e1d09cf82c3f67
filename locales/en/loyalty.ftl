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
opt-leaderboard-stretch = this month, or ever
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
    } for each ten minutes at a stream, at most { NUMBER($most) } for one.
loyalty-how-check-in = { loyalty-points-of } for a check-in.
loyalty-how-question = { loyalty-points-of } for a question at a stream; { $counted ->
        [one] one counts
       *[other] { NUMBER($counted) } count
    } each time.
loyalty-how-answer = { loyalty-points-of } for an answer when we ask how it was.
loyalty-how-order = { loyalty-points-of } for each whole unit of money that you spend, at most { NUMBER($most) } for an order{ $days ->
        [0] .
        [one] ; they count a day later.
       *[other] ; they count { NUMBER($days) } days later.
    }
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
loyalty-board-line = { $place }. { $mine ->
        [yes] <b>{ $name }</b>
       *[no] { $name }
    }: { NUMBER($points) }
loyalty-board-empty = Nobody has earned any yet.
loyalty-board-none = You have none yet in this time.
