### Texts of the core.

## Moments. { $time } is "18:30", { $day } is "Friday" or "22 November"; see bot/text/times.py.

time-today = today { $time }
time-tomorrow = tomorrow { $time }
time-yesterday = yesterday { $time }
time-on-day = { $day } { $time }
time-with-home = { $moment } ({ $city } { $home })
time-now = now

## Words by which people say a moment, separated by commas; accents may be missing when they type.

time-words-yesterday = yesterday
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

## Points

points-brought-along = brought along from another bot

## Roles

# An account of somebody, as it is told from their other ones.
account-named =
    { $platform ->
        [discord] Discord
        [telegram] Telegram
        [twitch] Twitch
        [youtube] YouTube
        [kick] Kick
       *[other] { $platform }
    } ({ $name })
link-undone-note = In { $community }, your linked accounts were taken apart: this one goes on with what it had before. If that was not meant to be, /link joins them again.
join-over = This is over: it was answered, half an hour has passed, or one of the two communities is there no more. Nothing changed. /setup join starts anew.
joined-note = { $space } joined { $community }. Whoever runs it there is a plain member of { $community } until you say otherwise. If you do not know that place, let it go again at once.
role-member = member
role-host = host
role-moderator = moderator
role-owner = owner

## Lists

list-heading = <b>{ $title }</b>
list-heading-paged = <b>{ $title }</b> · page { $page } of { $last }
list-before = ‹ Back
list-behind = More ›
names-more = { $count } more

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
rule-says-joined-day = joined on the day { $amount } (month-day)
rule-says-first-order-day = first order on the day { $amount } (month-day)
rule-says-months-since-first-order =
    { $count ->
        [one] { $amount } month since the first order
       *[other] { $amount } months since the first order
    }
rule-says-points =
    { $count ->
        [one] { $amount } point
       *[other] { $amount } points
    }
rule-says-points-earned =
    { $count ->
        [one] { $amount } point earned in all
       *[other] { $amount } points earned in all
    }
rule-says-tier = the tier { $amount }
rule-says-tier-step =
    { $named ->
        [yes] { $how ->
            [at_least] the tier { $step } or above
            [at_most] no tier above { $step }
           *[other] the tier { $step }
        }
       *[no] tier number { $amount }
    }
rule-says-cards-full = { $count ->
        [one] { $amount } stamp card filled
       *[other] { $amount } stamp cards filled
    }
rule-says-given-to-causes = { $count ->
        [one] { $amount } point given to causes
       *[other] { $amount } points given to causes
    }
rule-says-badge =
    { $any ->
        [yes] the badge “{ $badge }”
       *[no] the badge “{ $badge }”, level: { $amount }
    }
rule-says-stream-minutes =
    { $count ->
        [one] { $amount } minute at the stream
       *[other] { $amount } minutes at the stream
    }
rule-says-stream-slots =
    { $count ->
        [one] there in { $amount } stretch of ten minutes
       *[other] there in { $amount } stretches of ten minutes
    }
rule-says-stream-messages =
    { $count ->
        [one] { $amount } message at the stream
       *[other] { $amount } messages at the stream
    }
rule-says-stream-questions =
    { $count ->
        [one] { $amount } question at the stream
       *[other] { $amount } questions at the stream
    }
rule-says-stream-check-ins =
    { $count ->
        [one] { $amount } check-in at the stream
       *[other] { $amount } check-ins at the stream
    }
rule-says-stream-notes =
    { $count ->
        [one] { $amount } moment of the stream noted
       *[other] { $amount } moments of the stream noted
    }
rule-says-stream-upcoming =
    { $count ->
        [one] { $amount } stream planned
       *[other] { $amount } streams planned
    }
rule-says-since-ordered =
    { $how ->
        [is_not]
            { $value ->
                [True] not ordered since the stream began
               *[other] ordered since the stream began
            }
       *[is]
            { $value ->
                [True] ordered since the stream began
               *[other] not ordered since the stream began
            }
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
rule-points =
    { $count ->
        [one] { $count } more point
       *[other] { $count } more points
    }
rule-months-since-first-order =
    { $count ->
        [one] 1 more month since the first order
       *[other] { $count } more months since the first order
    }
rule-points-earned =
    { $count ->
        [one] { $count } more point earned
       *[other] { $count } more points earned
    }

## What facts are called where one is picked

fact-orders = Orders
fact-spent-total = Money spent in all
fact-feedback-given = Answers to how it was
fact-streams-attended = Streams attended
fact-questions-asked = Questions asked
fact-streak = Streams in a row
fact-days-since-last-stream = Days since the last stream
fact-lifecycle = Newcomer, regular or away
fact-months-known = Months with us
fact-points = Points now
fact-points-earned = Points earned in all
fact-tier = Tier
fact-tier-none = There are no tiers here yet. /tier add makes one.
fact-tier-step = Number of the tier
fact-cards-full = Stamp cards filled
fact-given-to-causes = Points given to causes
fact-months-since-first-order = Months since the first order

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
audit-moved-on = It is no longer as this change left it, so the change cannot be undone any more. Nothing was changed.

## Refusals of the core: what happened, what to do, what was kept.

error-incident = Something broke on our side; nothing was changed. Try again in a moment. If it happens again, tell a moderator the code <code>{ $code }</code>.
error-no-community = I do not know yet which community you mean. Write to me once in its group or server, then try again here.
words-for-nobody = I do not answer plain words here. /help lists what I can do for you.
command-unknown = There is no command { $asked } here. /help lists those you can use.
button-unknown = This button is from an older message and no longer works. Call the command again for a fresh one.
titled = { $title } ({ $name })
plugin-off = { $name } is switched off here, so this does not work. A moderator can turn it on with /plugin enable.
plugin-unknown = There is no plugin { $asked }. There are: { $known }
plugin-locked =
    { $name ->
        [admin] { $title } stays on: without it nobody could turn anything on again. Nothing changed.
        [passport] { $title } stays on: it is how people stop me, choose what I may send and learn why. Nothing changed.
        [setup] { $title } stays on: it is how moderators set me up. Nothing changed.
        [doctor] { $title } stays on: it says what is wrong, and mends it. Nothing changed.
       *[other] { $title } stays on: it cannot be turned off. Nothing changed.
    }
not-allowed =
    { $role ->
        [host] This is for hosts. If you should be one, ask a moderator.
        [moderator] This is for moderators. Ask one of them.
        [owner] This is for the owner of the community.
       *[member] This is for members of the community. Join it first.
    }
permission-above-own =
    { $role ->
        [host] This takes a host: it is about a right above your own role. Ask one of them to do it; nothing changed.
        [moderator] This takes a moderator: it is about a right above your own role. Ask one of them to do it; nothing changed.
       *[owner] This takes the owner: it is about a right above your own role. Ask them to do it; nothing changed.
    }
permission-own = { $command } is about one's own person, so everybody keeps it: nobody can be left without a way out. Nothing changed.
member-unknown = I know nobody called { $asked } here. I get to know people when they use a command or a button of mine, join, or come to a stream; then use the name as it is shown.
member-ambiguous =
    { $asked } may be several people here: { $candidates }{ $more ->
        [yes] { " " }and others
       *[no] { "" }
    }. Write what stands in brackets instead.
zone-unknown = I know no time zone { $asked }. Write a city from the list of zones, such as Prague or Europe/Prague.
clock-unknown = I cannot read { $asked } as a time of day. Write it like 22:00 or 7.

option-missing =
    Something is missing: <code>{ $option }</code>.{ $typed ->
        [yes] { " " }Write it like this: <code>{ $usage }</code>
       *[no] { "" }
    }
option-too-many = This is more than I expected: “{ $rest }”. Put names of several words in quotes.
option-moment = I cannot read “{ $given }” as a time to come. Write it like “20:00”, “tomorrow 18:30”, “in 2 h” or “2026-12-24 18:00”.
option-number =
    <code>{ $option }</code> takes { $whole ->
        [yes] a whole number
       *[no] a number
    }{ $bounded ->
        [yes] { " " }from { $low } to { $high }
       *[no] { "" }
    }, not “{ $given }”.
option-yes-no = <code>{ $option }</code> takes yes or no, not “{ $given }”.
option-choice = <code>{ $option }</code> cannot be “{ $given }”. It takes one of: { $choices }

setting-wrong =
    { $kind ->
        [greater_than_equal] { $field } takes { $limit } or more. Nothing changed.
        [greater_than] { $field } takes more than { $limit }. Nothing changed.
        [less_than_equal] { $field } takes { $limit } or less. Nothing changed.
        [less_than] { $field } takes less than { $limit }. Nothing changed.
        [string_too_long] { $field } may have { $limit } characters at most. Nothing changed.
        [string_too_short] { $field } needs { $limit } characters at least. Nothing changed.
       *[other] { $field } does not fit: { $problem }. Nothing changed.
    }

badge-unknown = There is no badge { $asked } here. /badge list shows what there is.
badge-gone = This badge is not there any more. /badge list shows what there is.
badge-taken = There is a badge called { $name } here already. Give yours another name; it was not kept.
badge-has-it = They have it already, with all its levels. Nothing changed.

journey-unknown = There is no journey { $asked } here. There are: { $known }
journey-changed-meanwhile = { $name } was changed meanwhile, so I kept the newer version. Look at it with /journey show { $typed }, then do it again.
journey-starts-itself = <b>{ $name }</b> starts by itself; <code>/journey show { $typed }</code> says when.
journey-is-stopped = <b>{ $name }</b> is stopped. Let it go on first with <code>/journey resume { $typed }</code>.
journey-second-person = You wrote this version of { $name }, so somebody else has to approve it. It waits, and nothing is lost.

## Other ways than a direct message

# A post that everybody sees; it stands behind somebody's name and a colon.
mention-waits = something waits for you here. The button shows it to you alone.
# What the private thread of somebody with the bot is called.
thread-name = Notes for { $name }

## Why something was or was not sent; each stands behind the message it is about.

reason-due = It was due.
reason-not-for-them = It did not fit: its condition does not hold here.
reason-satisfied =
    { $activity ->
        [ordered] Not needed: there was an order already.
        [feedback_given] Not needed: the feedback came already.
       *[other] Not needed: what it asks for was done already.
    }
reason-left = The community had been left by then.
reason-stopped = All unasked messages are stopped.
reason-no-consent = There is no consent to messages of this kind.
reason-no-route = None of the ways that it may take was open.
reason-expired = By then it had become pointless.
reason-edited = It stands in a post that is edited as things go on.
reason-merged = A later message of the same kind was due as well, so only that one went out.
reason-same-person = It came to another of the linked accounts, or is on its way there.
reason-superseded = A newer stream came, and its messages took over.
reason-live-again = The stream was on again.
reason-exited =
    { $activity ->
        [ordered] An order ended this series.
       *[other] What was done meanwhile ended this series.
    }
reason-unhappy = After a low score there is no advertising in this series.
reason-holdout = Drawn into the small group that gets none of this, so that the difference can be measured.
reason-cancelled = The whole series was stopped.
reason-joined = The place it was for joined another community before, and what that one sends counts there now.
reason-capped = There were enough messages already, and no later moment before this one became pointless.
reason-quiet-hours = It falls into quiet hours.
reason-cap-wait = There are enough messages for now; it waits its turn.
reason-retry = The first try did not work; it is tried again.
reason-shadow = A moderator has to release this series first.
reason-needs-approval = The series was edited and waits for approval.
reason-paused = The series is paused.
reason-plugin-off = The plugin that writes it is off for now.
reason-on-air = A stream is on. Once it is over, it shows whether this still goes out.
reason-all-stopped = Everything is stopped for now.
reason-refused = The platform refused it.
reason-unknown-outcome = It was being sent when the connection broke. Nobody can say whether it arrived, and it is not repeated.
reason-broken = It could not be put together; a moderator can see why.

## What members do, in a few words; a kind without a text is shown by its name.

activity-ordered = an order
activity-feedback-given = feedback
activity-idea-given = an idea
activity-idea-adopted = an adopted idea
activity-score = a score
activity-stars = stars
activity-signed-up = signing up for a stream
activity-checked-in = a check-in
activity-attended = being at a stream
activity-question-asked = a question
activity-tier-reached = reaching a tier
activity-tier-left = falling from a tier
activity-card-full = a full stamp card
activity-gave-to-cause = points given to a cause
activity-unhappy = a low score
activity-pointed = something to read on what they asked

## What was set up

core-network-silent = The network does not answer right now. Look again in a moment.
core-file-none = No file came with that. Open the form again and hand one in; nothing was changed.
core-file-gone = The network does not give me “{ $name }” any more. Hand it in once more; nothing was changed.
core-file-large = That file is larger than { NUMBER($megabytes) } MB. Hand in a smaller one; nothing was changed.
core-photo-gone = The network does not give me that picture any more. Hand it in once more.
core-photo-large = That picture has more than { NUMBER($megabytes) } MB. Hand in a smaller one.
core-photo-no-picture = That is no picture that I can show. JPEG, PNG and WebP will do; a telephone's HEIC has to be saved as JPEG first.
core-photo-broken = That picture is damaged: I cannot read it to the end. Save it anew and hand it in once more.
core-photo-vast = That picture has too many pixels: a JPEG may have { NUMBER($megapixels) } million, anything else half of that. Hand in a smaller one.
core-photo-busy = I could not look at that picture right now. Hand it in once more in a minute.
core-taken-back = This was taken back by whoever it was from.
community-set-changed =
    { $subject ->
        [language] language for everybody: { $before } → { $after }
        [zone] clock: { $before } → { $after }
       *[pull_only] follow-ups: { $after ->
            [yes] inbox only
           *[no] directly to those who agree
        }
    }
space-set-changed =
    { $subject ->
        [post_channel] place for posts: { $before } → { $after }
        [host_channel] place for hosts: { $before } → { $after }
       *[host_group] role that hosts: { $before } → { $after }
    }

## The AI server

core-ai-spent = The AI server rests here until midnight: { NUMBER($tokens) } of today’s { NUMBER($budget) } tokens are used, { $questions ->
        [one] by one question,
       *[other] by { $questions } questions,
    } and another one might need more than is left. I go on answering without it, with what I find. Whoever runs the bot can allow more: tokens_per_day under [ai].
core-ai-fault = { $fault ->
        [refused] The AI server { $host } does not accept the bot’s key, or there is no credit left on it.
       *[other] The AI server { $host } does not know the model that it is asked for, or what is asked of it at all.
    } I go on answering without it, with what I find. Whoever runs the bot looks at { $fault ->
        [refused] api_key
       *[other] model, base_url and api
    } under [ai]; I try again every ten minutes.

## Roles, tags and doors

core-native-not-here = They are not in that server or group.
core-native-no-account = They have no account there that I know of.
core-native-no-answer = The network has not answered for a day. I try again every day.
core-native-away = I am not in that server or group any more. Put me back in.
core-native-administrator = Administrators of a group have a title of their own in place of a tag.
core-native-unknown = There is no such role, tag or place there any more. Choose another one.
core-native-broken = Something broke when I tried; the log has more under <code>{ $code }</code>.
core-native-no-rooms = This network has no private threads, or I have no place there to begin one. On Telegram make a group, and type /setup door.
core-native-refused = The network refuses: { $why }
core-poll-none = This network has no polls of its own.
core-poll-no-place = I have no place to post there. Choose one with /setup.
core-poll-question = For a poll of the network's own the question may have { $most } characters at most.
core-poll-options = The network's own polls have room for { $most } answers.
core-poll-option = For a poll of the network's own each answer may have { $most } characters at most.
core-poll-short = The network's own polls are open for { $least } at least.
core-poll-long = The network's own polls are open for { $days } days at most.
core-poll-open = In the network's own polls everybody sees who voted what.
core-poll-secret = In a channel the network's own polls tell nobody who voted, so votes cannot be counted once a person.
core-invite-none = This network has no invites of its own.
native-failed =
    { $kind ->
        [door] I could not let somebody into { $what }: { $problem } I try again every day; /doctor does so at once.
       *[badge] I could not give somebody { $what }: { $problem } I try again every day; /doctor does so at once.
    }
native-stuck =
    { $kind ->
        [door] Somebody is still in { $what } whose time there is over: { $problem } I try again every day; /doctor does so at once.
       *[badge] Somebody still has { $what } whose time for it is over: { $problem } I try again every day; /doctor does so at once.
    }
native-opened = { $place } is open to you. Ask to come in there, and I let you in at once: { $address }
door-open-changed = { $after } is a door
door-close-changed = { $before } is no door any more
space-join-changed = { $after } joined
space-part-changed = { $before } goes its own way
space-trust-changed =
    { $after ->
        [yes] whoever runs a place that joined runs this community too
       *[no] whoever runs a place that joined is a plain member
    }

## Answers on a scale: its buttons, and what they come to

scale-score = { $number }
scale-stars = { $number } ★
scale-mean = { $scale ->
        [stars] { NUMBER($mean) } of 5 stars on average
       *[score] { NUMBER($mean) } of 10 on average
    }
scale-net = Net promoter score { $score }{ $certain ->
        [yes] {" "}± { $margin }
       *[no] {""}
    }
scale-about = { $net ->
        [yes] Net promoter score, from −100 to +100
       *[no] of { $of } on average
    }
scale-group = { $mood ->
        [against] Detractors
        [neither] Passives
       *[for] Promoters
    }
scale-group-words = { NUMBER($count) } · { NUMBER($share) } %
