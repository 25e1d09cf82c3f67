### Digests: what members write to the hosts, gone through together.

triage-title = Digests
triage-about = What members write to the hosts, by topic, once a day.

## Commands

cmd-digest = Go through what members wrote to the hosts, by topic, the most urgent first
opt-digest-which = of which time; of today, if you do not say
    .today = today
    .week = week
    .stream = stream

## Settings

triage-setting-daily-digest = Post a digest of what members wrote to the hosts, once a day
triage-setting-digest-hour = At which hour the digest is posted
triage-setting-digest-hour-takes = 0 to 23, by the community’s clock
triage-setting-urgent-at-once = Tell the hosts at once of what cannot wait
triage-setting-most-urgent-in-an-hour = How many of those are told one by one in an hour; the rest come together

## What members wrote

triage-digest = What members wrote
triage-look = Look
triage-answer-heard = Answer
triage-which =
    { $which ->
        [today] Today
        [week] Last 7 days
       *[stream] Since the stream began
    }
triage-heading =
    { $which ->
        [today] What members wrote today
        [week] What members wrote in the last 7 days
        [stream] What members wrote since the stream began
       *[digest] What members wrote until { $until }
    }
triage-texts =
    { $texts ->
        [one] one text
       *[other] { $texts } texts
    }
triage-by =
    { $people ->
        [0] { "" }
        [one] { " " }by one person
       *[other] { " " }by { $people } people
    }{ $nameless ->
        [0] { "" }
        [one] , one without a name
       *[other] , { $nameless } without a name
    }
triage-tone =
    { $feeling ->
        [upset] { " " }Sounds upset.
        [pleased] { " " }Sounds pleased.
       *[neutral] { "" }
    }{ $urgency ->
        [none] { "" }
       *[other] { " " }<b>{ triage-urgent }</b>
    }
triage-urgent =
    { $urgency ->
        [unsafe] Cannot wait: somebody may be in danger.
        [harassed] Cannot wait: somebody is harassed.
        [money] Cannot wait: it is about money.
        [legal] Cannot wait: it may be a legal matter.
        [broken] Cannot wait: something does not work.
       *[hurry] Cannot wait: they say so themselves.
    }
triage-counts =
    { $texts ->
        [one] One text
       *[other] { $texts } texts
    }{ triage-by }.{ $waiting ->
        [0] { "" }
        [one] { " " }One is not answered yet.
       *[other] { " " }{ $waiting } are not answered yet.
    }
triage-single = <b>{ $turn }.</b> “{ $quote }”{ triage-tone }
triage-topic =
    <b>{ $turn }. { $topic }</b>: { triage-texts }{ triage-by }.{ triage-tone }
    “{ $quote }”
triage-topic-two =
    <b>{ $turn }. { $topic }</b>: { triage-texts }{ triage-by }.{ triage-tone }
    “{ $quote }”
    “{ $second }”
triage-gap = { "" }
triage-rest = What says little
triage-aside =
    { $count ->
        [one] One text says too little to belong to a topic: { $examples }
       *[other] { $count } texts say too little to belong to a topic: { $examples }
    }
triage-more =
    { $count ->
        [one] And one more topic.
       *[other] And { $count } more topics.
    }
triage-alone =
    { $count ->
        [one] One more text is about something of its own.
       *[other] { $count } more texts are each about something of their own.
    }
triage-none = Nobody wrote anything to the hosts in that time. What members say with /q and /feedback comes together here.
triage-piece =
    <b>{ $turn }. { $who }</b>, { $when } ({ $source }): “{ $text }”{ triage-tone }{ $answered ->
        [yes] { " " }Answered.
       *[no] { "" }
    }
triage-suggests = I could suggest: { $title }
triage-answer-to = Answer { $turn }
triage-heard = from outside
triage-nobody = Somebody without a name
triage-gone = That is not here any more: it is too old, or whoever wrote it was forgotten. /digest shows what there is.
triage-answered = That was answered already, or no answer is wanted. Nothing was sent.
triage-no-stream = There was no stream yet. /digest shows what was written today.
triage-digest-post =
    <b>What members wrote since the last digest</b>
    { $counts }
    { $lines }
triage-urgent-post =
    <b>{ triage-urgent }</b> { $who } ({ $source }):
    “{ $text }”
triage-urgent-gathered =
    { $count ->
        [one] One more text that cannot wait came within the hour.
       *[other] { $count } more texts that cannot wait came within the hour.
    }
