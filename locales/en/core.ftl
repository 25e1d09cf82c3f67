### Texts of the core.

## Moments. { $time } is "18:30", { $day } is "Friday" or "22 November"; see bot/text/times.py.

time-today = today { $time }
time-tomorrow = tomorrow { $time }
time-yesterday = yesterday { $time }
time-on-day = { $day } { $time }
time-with-home = { $moment } ({ $city } { $home })
time-now = now

## Words by which people say a moment, separated by commas; accents may be missing when they type.

time-words-today = today
time-words-tomorrow = tomorrow
time-words-in = in
time-words-fillers = at, on, o'clock
time-words-monday = monday, mon
time-words-tuesday = tuesday, tue
time-words-wednesday = wednesday, wed
time-words-thursday = thursday, thu
time-words-friday = friday, fri
time-words-saturday = saturday, sat
time-words-sunday = sunday, sun
time-words-minutes = min, mins, minute, minutes
time-words-hours = h, hr, hrs, hour, hours
time-words-days = d, day, days

## Roles

role-member = member
role-host = host
role-moderator = moderator
role-owner = owner

## Rules in words. `rule-says-<fact>` reads a condition; $amount is "at least 5", "not x" or "yes", $count its number.

rule-everybody = everybody
rule-nobody = nobody
rule-and = { $first } and { $second }
rule-or = { $first } or { $second }
rule-comma = { $first }, { $second }
rule-group = ({ $part })
rule-is = exactly { $count }
rule-is-not = other than { $count }
rule-at-least = at least { $count }
rule-at-most = at most { $count }
rule-more-than = more than { $count }
rule-less-than = fewer than { $count }
rule-not = not { $value }
rule-yes = yes
rule-no = no
rule-nothing = nothing
rule-number = { $count }
rule-says-generic = { $fact }: { $amount }
rule-says-streams-attended =
    { $count ->
        [one] { $amount } stream attended
       *[other] { $amount } streams attended
    }
rule-says-streak =
    { $count ->
        [one] { $amount } stream in a row
       *[other] { $amount } streams in a row
    }
rule-says-orders =
    { $count ->
        [one] { $amount } order
       *[other] { $amount } orders
    }
rule-says-spent-total = a total spend of { $amount }
rule-says-questions-asked =
    { $count ->
        [one] { $amount } question asked
       *[other] { $amount } questions asked
    }
rule-says-feedback-given =
    { $count ->
        [one] feedback given { $amount } time
       *[other] feedback given { $amount } times
    }
rule-says-last-stream = number of the last stream seen: { $amount }
rule-says-days-since-last-stream =
    { $count ->
        [one] last stream { $amount } day ago
       *[other] last stream { $amount } days ago
    }
rule-says-months-known =
    { $count ->
        [one] { $amount } month with us
       *[other] { $amount } months with us
    }
rule-says-lifecycle =
    { $how ->
        [is_not]
            { $value ->
                [new] not new
                [regular] not a regular
                [returning] not coming now and then
                [lapsed] not away for long
               *[other] stage: { $amount }
            }
       *[is]
            { $value ->
                [new] new
                [regular] a regular
                [returning] coming now and then
                [lapsed] away for long
               *[other] stage: { $amount }
            }
    }

## What is missing until a rule holds. `rule-<fact>` says how much more, $count.

rule-done = Done
rule-never = This cannot be reached.
rule-generic = { $phrase } (now { $have })
rule-streams-attended =
    { $count ->
        [one] { $count } more stream
       *[other] { $count } more streams
    }
rule-streak =
    { $count ->
        [one] { $count } more stream in a row
       *[other] { $count } more streams in a row
    }
rule-orders =
    { $count ->
        [one] { $count } more order
       *[other] { $count } more orders
    }
rule-spent-total = { $count } more in orders
rule-questions-asked =
    { $count ->
        [one] { $count } more question
       *[other] { $count } more questions
    }
rule-feedback-given =
    { $count ->
        [one] { $count } more piece of feedback
       *[other] { $count } more pieces of feedback
    }
rule-months-known =
    { $count ->
        [one] { $count } more month with us
       *[other] { $count } more months with us
    }

## The audit log. $named is "no" where it was the bot itself.

audit-unknown = There is no change number { $entry } here. The list of changes shows their numbers.
audit-no-way-back = This kind of change cannot be undone here. Nothing was changed.
audit-undone =
    { $named ->
        [no] This was undone already. Undo that newer change to bring it back.
       *[yes] { $name } undid this already. Undo that newer change to bring it back.
    }
audit-changed-since =
    { $named ->
        [no] It was changed again since. Undo the newer change first.
       *[yes] { $name } changed it again since. Undo the newer change first.
    }
