### What afterglow replay says in the terminal. { $zone } is the community's time zone, by whose clock moments are told;
### { $option } is an option as it is typed.

replay-stage-reading = Reading the file
replay-stage-counting = Counting who was there
replay-stage-simulating = The 48 hours

replay-title = <b>{ $title }</b>, ended { $ended } ({ $zone })
replay-people =
    { $count ->
        [one] person
       *[other] people
    }
replay-slots =
    { $count ->
        [one] stretch of ten minutes of one person
       *[other] stretches of ten minutes, each of one person
    }
replay-messages =
    { $count ->
        [one] message
       *[other] messages
    }
replay-new =
    { $count ->
        [one] of them new
       *[other] of them new
    }
replay-questions =
    { $count ->
        [one] question
       *[other] questions
    }
replay-askers =
    { $count ->
        [one] person who asked
       *[other] people who asked
    }

replay-broken =
    { $count ->
        [one] { $count } line cannot be read and was left out:
       *[other] { $count } lines cannot be read and were left out:
    }

replay-zone-taken = Its times name no zone, so that of the community is taken for them: { $zone } (community.zone).

replay-too-old = Its 48 hours are over, so nobody is written to. Live through them with <b>--simulate</b>, or say that it ended lately, as with <b>{ $option }</b>.
replay-nobody = Nobody was there who could be followed up.
replay-planned =
    { $people ->
        [one] { $people } person gets follow-ups
       *[other] { $people } people get follow-ups
    }: { $planned } planned.
replay-moved =
    { $people ->
        [one] The stream was planned for before: what { $people } person still has to come counts from its new end, and what has left stays.
       *[other] The stream was planned for before: what { $people } people still have to come counts from its new end, and what has left stays.
    }
replay-held = Nothing leaves before a moderator lets it: start the bot with <b>afterglow run</b>, then look at <b>/journey list</b>.
replay-simulated = The 48 hours in a simulation, on data of its own; nothing was sent to anybody:
replay-simulated-in = Its data is in { $folder }; the newest { $kept } simulations are kept.
replay-sent = sent
replay-available = put into inboxes
replay-unknown = of unknown outcome
replay-failed = failed
replay-left-out =
    left out: { $reason ->
        [not-for-them] for another case, such as care without an order
        [satisfied] done already
        [left] the person had left
        [stopped] the person stopped all messages
        [no-consent] no consent
        [no-route] no way to reach the person
        [expired] too late
        [merged] gave way to a later one
        [same-person] the person got it by another account
        [superseded] a newer stream took over
        [live-again] the stream was on again
        [exited] the person did what ends the series
        [unhappy] no invitation after a low score
        [holdout] held out for comparison
        [cancelled] the series was stopped
        [capped] enough messages already
        [quiet-hours] quiet hours until it was too late
       *[other] another reason
    }
