### Milestones. Texts of journeys may mention every fact, $name and $milestone: the number that was reached.

milestones-title = Milestones
milestones-about = Birthdays, anniversaries, round numbers of streams and points, and those who stay for years.
milestones-setting-greet = Where milestones are greeted for everybody
milestones-setting-greet-takes = post (everybody's channel), hosts (only the hosts' place) or nowhere
milestones-setting-greet-post = Everybody's channel
milestones-setting-greet-hosts = Only the hosts' place
milestones-setting-greet-nowhere = Nowhere
milestones-journey-birthday = on a member's birthday
    .title = Birthdays
milestones-journey-joined = each year on the day somebody joined
    .title = Anniversaries of joining
milestones-journey-ordered = each year on the day of the first order
    .title = Anniversaries of the first order
milestones-journey-streams-10 = after somebody's tenth stream
    .title = 10 streams
milestones-journey-streams-25 = after somebody's 25th stream
    .title = 25 streams
milestones-journey-streams-50 = after somebody's 50th stream
    .title = 50 streams
milestones-journey-streams-100 = after somebody's 100th stream
    .title = 100 streams
milestones-journey-points-1000 = when somebody has earned 1,000 points
    .title = 1,000 points
milestones-journey-points-5000 = when somebody has earned 5,000 points
    .title = 5,000 points
milestones-journey-tier = when somebody reaches a tier
    .title = New tiers
milestones-journey-veterans = when somebody gets the badge { badges-badge-veteran }
    .title = Veterans
milestones-step-word = A word to the person
milestones-step-greeting = A greeting for everybody
milestones-journey-birthday-word = { milestones-step-word }
milestones-journey-birthday-greeting = { milestones-step-greeting }
milestones-journey-joined-word = { milestones-step-word }
milestones-journey-joined-greeting = { milestones-step-greeting }
milestones-journey-ordered-word = { milestones-step-word }
milestones-journey-ordered-greeting = { milestones-step-greeting }
milestones-journey-streams-10-word = { milestones-step-word }
milestones-journey-streams-10-greeting = { milestones-step-greeting }
milestones-journey-streams-25-word = { milestones-step-word }
milestones-journey-streams-25-greeting = { milestones-step-greeting }
milestones-journey-streams-50-word = { milestones-step-word }
milestones-journey-streams-50-greeting = { milestones-step-greeting }
milestones-journey-streams-100-word = { milestones-step-word }
milestones-journey-streams-100-greeting = { milestones-step-greeting }
milestones-journey-points-1000-word = { milestones-step-word }
milestones-journey-points-1000-greeting = { milestones-step-greeting }
milestones-journey-points-5000-word = { milestones-step-word }
milestones-journey-points-5000-greeting = { milestones-step-greeting }
milestones-journey-tier-word = { milestones-step-word }
milestones-journey-tier-greeting = { milestones-step-greeting }
milestones-journey-veterans-word = { milestones-step-word }
milestones-journey-veterans-greeting = { milestones-step-greeting }

cmd-birthday = Tell me your birthday, without the year, or see what I know
opt-birthday-day = the day of the month
opt-birthday-month = the month
    .january = january, jan, 1
    .february = february, feb, 2
    .march = march, mar, 3
    .april = april, apr, 4
    .may = may, 5
    .june = june, jun, 6
    .july = july, jul, 7
    .august = august, aug, 8
    .september = september, sep, 9
    .october = october, oct, 10
    .november = november, nov, 11
    .december = december, dec, 12

milestones-birthday-unknown = I do not know your birthday. Tell me the day and the month, for example /birthday 7 march, and I shall remember it. The year is yours.
milestones-birthday-known = Your birthday is { $day }. { $shown ->
    [yes] The others here may know.
   *[no] Nobody else is told.
}
milestones-birthday-asked = { $day }: is that right? May the others here know on the day, or does it stay between us?
milestones-birthday-kept = Noted: { $day }. { $shown ->
    [yes] On that day the others will hear of it too.
   *[no] It stays between us.
} Change it at any time with /birthday.
milestones-birthday-forgotten = { $known ->
    [yes] Forgotten. I know nothing of your birthday any more.
   *[no] I knew of no birthday of yours.
}
milestones-birthday-unread = I cannot read that day any more. Tell me once more, for example /birthday 7 march.
milestones-which-month = Day { $day }, and which month? For example /birthday { $day } march.
milestones-no-such-day = That month has { $longest } days, so there is no day { $day }. Try once more, for example /birthday 7 march.
milestones-own-line = Birthday: { $day }{ $shown ->
    [yes] { "" }
   *[no] { " " }(only you see this)
}

milestones-yes-shown = Yes, all may know
milestones-yes-private = Yes, but only us two
milestones-forget = Forget my birthday
milestones-do-show = { $shown ->
    [yes] Let the others know
   *[no] Keep it between us
}

## What people get

milestones-birthday-a = Happy birthday, { $name }. May the year be kind to you.
milestones-birthday-b = Today is yours, { $name }. All the best, from all of us here.
milestones-joined = Today it is { $milestone ->
    [one] a year
   *[other] { $milestone } years
} since you came to us. Thank you for staying.
milestones-ordered = { $milestone ->
    [one] A year ago
   *[other] { $milestone } years ago
} today you ordered from us for the first time. Thank you for trusting us since.
milestones-streams = That makes { $milestone } streams with us. You have been there for more of them than most; thank you.
milestones-points = You have earned { NUMBER($milestone) } points with us by now. See what came of them with /points.
milestones-tier = You have reached { $tier }. What that brings you: /tiers
milestones-veteran = You have been with us for so long that this place would not be the same without you. Thank you.

## For everybody

milestones-post = { $text }
milestones-post-birthday = 🎂 { $count ->
    [one] It is { $names }'s birthday today.
   *[other] Birthdays today: { $names }.
}
milestones-post-joined = { $number ->
    [one] A year here today: { $names }.
   *[other] { $number } years here today: { $names }.
}
milestones-post-ordered = { $number ->
    [one] A year since the first order: { $names }.
   *[other] { $number } years since the first order: { $names }.
}
milestones-post-streams = { $number } streams with us: { $names }.
milestones-post-points = { NUMBER($number) } points earned: { $names }.
milestones-post-tier = A tier higher now: { $names }. Congratulations.
milestones-post-veterans = With us for so long that we would miss { $names }. Thank you for staying.

milestones-cue-birthday = 🎂 { $count ->
    [one] It is { $names }'s birthday today.
   *[other] Birthdays today: { $names }.
}
milestones-cue-streams = Stream number { $number } for: { $names }
milestones-cue-points = Close to { NUMBER($number) } points: { $names }
