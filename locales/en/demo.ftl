### The demo's narrator. { $name } is a person of the sample stream, { $said } what they typed; { $clock } and { $city } are the
### local time and the place of somebody far away.

demo-title = Afterglow: an evening stream and its 48 hours, in seconds
demo-about = The whole bot plays “{ $title }” from a recorded chat, on a database that is gone afterwards. Beside the bars stands what people see, each in their own language.

demo-community = Clay and Light
demo-past-1 = Cups and saucers
demo-past-2 = The bowl that grew
demo-past-3 = Spouts that do not drip
demo-past-4 = Lids, by eye and by callipers
demo-next = Trimming, and a cap for the acorn
demo-note-handle = The handle let go and was nursed back
demo-note-name = Glaze number seven got its name: Babí léto
demo-thanks-for = for answering in two languages all evening
demo-words-of-the-unhappy = I lost the thread whenever the chat went Czech. Loved the handle, missed half of the jokes.
demo-reply-of-the-host = That is fair. Next Friday I repeat every answer in English, and the jokes too. Klára

demo-live = Live
demo-over = The end
demo-after = The 48 hours
demo-broken-off = Stopped here. Good night.
demo-came-of-it = What came of it
demo-where-next = Where next

demo-starts = { $name } types <b>{ $said }</b>
demo-consents = { $name }, a regular, would like to hear from us afterwards. Others press it too.
demo-asks = { $name } asks: “{ $said }” Lines are counted; what they say is not kept.
demo-drop = A check-in opens for five minutes; { $name } is there.
demo-thanks = { $name } thanks the moderator for everybody to see.
demo-orders = { $name } orders a freckled cup. Shops are not connected yet, so the demo notes it itself.
demo-shadow = The first time nothing leaves by itself: { $name } sees the plan first
demo-release = … looks it over, and lets it go.

demo-first-timer = To { $name }, who was here for the first time, in Czech
demo-regular = To { $name }, who has not missed one yet
demo-inbox = { $name } never asked to be written to, so a note waits in the inbox. It is opened from the channel:
demo-far-away = To { $name } in { $city }: it was night there, so the thanks waited until { $clock }
demo-buyer = To { $name }, who bought something; it waited for the morning
demo-happy = { $name } gives a 9
demo-unhappy = { $name } gives a 3. From here on no invitation reaches them, but a person does:
demo-host-told = The hosts are told, with what { $name } can do about it
demo-answered-in-person = … and this is what { $name } gets
demo-stopped = { $name } has had enough: one tap, and nothing more is sent
demo-last-call = To { $name }, four hours before it is over

demo-sum-people =
    { $count ->
        [one] person
       *[other] people
    } at the stream, with { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    }, { $questions ->
        [one] { $questions } of them a question
       *[other] { $questions } of them questions
    }
demo-sum-planned =
    { $count ->
        [one] follow-up
       *[other] follow-ups
    } planned for { $people } of them, and accounted for one by one:
demo-sum-sent =
    sent as { $count ->
        [one] a direct message
       *[other] direct messages
    }, to those who asked for them
demo-sum-available =
    put into { $count ->
        [one] an inbox
       *[other] inboxes
    }, of which { $opened ->
        [one] { $opened } was
       *[other] { $opened } were
    } opened
demo-sum-left-out = left out: { $reasons }
demo-sum-lost = lost
demo-sum-answers =
    { $count ->
        [one] was answered
       *[other] were answered
    }
demo-sum-nps = NPS, give or take { $margin } (95 %, from { $count } scores)
demo-left-out =
    { $count } { $reason ->
        [not-for-them] for another case, such as care without an order
        [satisfied] done already
        [merged] gave way to a later one
        [stopped] after a stop
        [unhappy] no invitation after a low score
        [quiet-hours] asleep
        [no-consent] without consent
        [expired] too late
       *[other] { $reason }
    }

demo-next-run = talk to it yourself, in this terminal, without a token
    .command = afterglow run
demo-next-replay = a recorded chat of your own: Twitch, YouTube, a table
    .command = afterglow replay FILE
demo-next-more = Discord, Telegram, settings, how it decides what to send
    .command = README.md
