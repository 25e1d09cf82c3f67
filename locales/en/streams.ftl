### Streams: going live, plans, check-ins, questions, shout-outs, recaps.

streams-title = Streams
streams-about = Start, plan and end streams; check-ins, questions, shout-outs and the recap.

## Commands

cmd-stream-start = Go live; everybody is told
    .name = start
opt-stream-start-title = What the stream is called
cmd-stream-end = End the live stream; the follow-ups begin
    .name = end
cmd-stream-status = See how the stream is doing, or what comes next
    .name = status
cmd-stream-plan = Announce a stream; people can ask to be reminded
    .name = plan
opt-stream-plan-when = When it starts: “tomorrow 18:30”, “friday 20:00”, “24.12. 18:00”
opt-stream-plan-title = What the stream will be called
cmd-stream-move = Give a planned stream another time
    .name = move
opt-stream-move-when = The new time: “tomorrow 19:00”, “in 2 h”
cmd-stream-cancel = Call off a planned stream
    .name = cancel
cmd-stream-note = Keep a moment worth repeating in the recap
    .name = note
opt-stream-note-text = What happened
cmd-stream-recap = See the recap of the last stream, to post or edit it
    .name = recap
cmd-shoutout = Thank somebody in front of everybody, or promise it for the next stream
    .name = shoutout
opt-shoutout-member = Whom to thank
opt-shoutout-why = What for
cmd-drop = Open a timed check-in, with a button and a code to say aloud
    .name = drop
opt-drop-minutes = For how many minutes it stays open
cmd-cues = See whom to greet, what to answer and what was promised
    .name = cues
cmd-here = Check in with the code that was said in the stream
    .name = here
opt-here-code = The code as you heard it
cmd-q = Ask the hosts something
    .name = q
opt-q-text = Your question
cmd-streams = See what is on, what comes next, and be reminded
    .name = streams

## Settings

streams-setting-announce = Post for everybody when a stream is planned, moved, called off or live
streams-setting-remind-minutes = How many minutes before the start to remind those who asked
streams-setting-checkin-minutes = How many minutes a check-in stays open
streams-setting-go-on-minutes = For how many minutes the end of a stream can be taken back (0: not at all)
streams-setting-recap = Draft a recap for the hosts after each stream
streams-setting-recap-off = none
streams-setting-recap-draft = a draft for the hosts
streams-setting-recap-phrased = a draft in the words of the AI server
streams-setting-recap-also-in = Write the recap in a second language too
streams-setting-recap-also-in-none = no
streams-setting-recap-also-in-cs = in Czech
streams-setting-recap-also-in-en = in English

## What streams are called

streams-untitled =
    { $which ->
        [numbered] Stream { $number }
        [next] Our next stream
       *[other] That stream
    }
streams-short = less than a minute
streams-plan-named = { $title }, { $when }

## Going live

streams-live-post =
    <b>{ $title }</b> is live.
    Come in, and tap once so that we know you are here.
streams-check-in = I’m here
streams-write-after = Write to me after the stream
streams-here-counted = Good to have you. You are counted as here.
streams-here-before = You are counted already. Enjoy the stream.
streams-agreed =
    Agreed: after the streams you come to I write to you directly, only about what you did or asked for.
    Say /stop at any time and I am quiet.
streams-agreed-before =
    You agreed to this before, so nothing changed: I write to you after the streams you come to.
    Say /stop at any time and I am quiet.
streams-write-not = Rather not
streams-disagreed = All right: I will not write to you directly. Your check-ins and everything else stay as they are.

## For hosts: the control message

streams-control-post =
    <b>{ $title }</b> is live.{ $some ->
        [yes] { " " }So far: { $counts }.
       *[no] { "" }
    }
    Everything you need on air is below; only hosts see this.
streams-control-over = <b>{ $title }</b> is over. It was on for { $lasted }: { $counts }.
streams-status-now = Status
streams-cues-now = Cue card
streams-drop-now = Check-in
streams-note-form = Keep a moment
streams-thank-form = Shout-out
streams-ask-end = End the stream
streams-end-now = End it now
streams-go-on = Keep going
streams-note-field = What happened?
streams-thank-who = Whom do you thank?
streams-thank-why = What for?

streams-started = <b>{ $title }</b> is live.
streams-buttons-there = Everything you need on air is in the hosts’ channel; /stream status shows it here.
streams-everything-stopped = Everything is stopped, so nobody is told of it. A moderator lets it go on with /everything resume.
streams-continued = <b>{ $title }</b> goes on: it had not ended yet.
streams-live-before = <b>{ $title }</b> is live already; nothing changed.
streams-renamed = The stream was live already. It is now called <b>{ $title }</b>.
streams-end-sure =
    End <b>{ $title }</b> after { $lasted }? { $counts ->
        [yes] The follow-ups begin then. { $minutes ->
            [0] It cannot be taken back.
            [one] It can be taken back for { $minutes } minute.
           *[other] It can be taken back for { $minutes } minutes.
        }
       *[no] It would not count: nobody was here so far, or it is too short. Nothing follows from it then.
    }
streams-ended = <b>{ $title }</b> has ended after { $lasted }.
streams-ended-for-nothing =
    { $why ->
        [short] It lasted less than { $least }, so this one does not count
       *[nobody] Nobody was here, so this one does not count
    }{ $others ->
        [yes] : the follow-ups of the last stream go on.
       *[no] .
    }
streams-ended-recap =
    { $channel ->
        [yes] If there is something to tell, a draft of the recap waits in the hosts’ channel.
       *[no] See the draft of the recap with /stream recap.
    }

streams-ended-too-early =
    { $minutes ->
        [one] If that was too early, it can still go on for { $minutes } minute: one tap, and nothing is lost.
       *[other] If that was too early, it can still go on for { $minutes } minutes: one tap, and nothing is lost.
    }
streams-take-back = It goes on
streams-taken-back = <b>{ $title }</b> goes on as if it had not ended. The follow-ups wait for its real end.
streams-other-title = If you meant another stream, end this one and give the new one a title: /stream start Tea night
streams-went-on-post =
    <b>{ $title }</b> goes on: { $who } took its end back ({ $ended }).
    What was planned since waits for the real end, and what has left is not sent again.
streams-end-stands =
    { $newer ->
        [yes] Another stream came after that one, so its end stands.
       *[no] { $minutes ->
            [0] Ends cannot be taken back here, as the setting says.
            [one] Its end can be taken back for { $minutes } minute, and that is over.
           *[other] Its end can be taken back for { $minutes } minutes, and they are over.
        }
    } Nothing changed; /stream start begins a new stream.

streams-unnoticed-post =
    <b>{ $title }</b> is over: nobody ended it, and its last sign of life was { $ended }.
    I take that for its end; the follow-ups count from there. If it ended at another time, tell me. /stream recap shows its recap.
streams-say-end = It ended at another time
streams-say-end-when = When did it end?
streams-say-end-help = Such as “yesterday 21:30”
streams-end-corrected = <b>{ $title }</b> ended { $ended }, after { $lasted }. What has not left yet counts from that now; what has left stays.
streams-end-unread = I cannot read “{ $asked }” as a time. Try “yesterday 21:30”. Nothing changed.
streams-end-impossible = It cannot have ended then: the end lies after the start, not in the future, and before the next stream. Nothing changed.
streams-end-closed = The follow-ups of that stream are over, or it is on again, so its end stays as it is. Nothing changed.

streams-status-title = <b>{ $title }</b> is live
streams-status-since =
    { $just ->
        [yes] It started a moment ago.
       *[no] On for { $lasted }, since { $since }.
    }
streams-status-counts = Counted so far: { $counts }.
streams-status-drop =
    { $present ->
        [0] A check-in with the code <code>{ $code }</code> closes { $until }. Nobody has come to it yet.
        [one] A check-in with the code <code>{ $code }</code> closes { $until }. { $present } person has come to it.
       *[other] A check-in with the code <code>{ $code }</code> closes { $until }. { $present } people have come to it.
    }
streams-status-nothing = Nothing is live and nothing is planned. /stream start goes live, /stream plan announces.
streams-status-next = Nothing is live. Next: { $plan }.

streams-count-people =
    { $count ->
        [0] nobody
        [one] { $count } person{ streams-count-new }
       *[other] { $count } people{ streams-count-new }
    }
streams-count-new =
    { $new ->
        [0] { "" }
       *[more] { $before ->
            [0] { $count ->
                [1] { " " }(for the first time)
                [2] { " " }(both for the first time)
               *[more] { " " }(all for the first time)
            }
           *[more] { " " }({ $new } for the first time)
        }
    }
streams-count-messages =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
streams-count-questions =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
streams-count-drops =
    { $count ->
        [one] { $count } check-in round
       *[other] { $count } check-in rounds
    }
streams-count-thanks =
    { $count ->
        [one] { $count } shout-out
       *[other] { $count } shout-outs
    }
streams-count-notes =
    { $count ->
        [one] { $count } moment kept
       *[other] { $count } moments kept
    }

## Plans

streams-planned-post =
    Planned: <b>{ $title }</b>, { $when }.
    One tap and I remind you in time.
streams-moved-post = <b>{ $title }</b> has a new time: { $when }.
streams-cancelled-post = <b>{ $title }</b>, { $when }, is called off.
streams-remind = Remind me
streams-remind-not = Don’t remind me
streams-planned =
    { $announced ->
        [yes] Planned: { $plan }. Everybody can read it now.
       *[no] Planned: { $plan }. I did not post it, as announcing is switched off.
    }
streams-moved =
    { $count ->
        [0] Moved: { $plan }. Nobody had asked for a reminder.
        [one] Moved: { $plan }. { $count } person had asked for a reminder and is told.
       *[other] Moved: { $plan }. { $count } people had asked for a reminder and are told.
    }
streams-move-which = Which stream moves to { $when }?
streams-cancel-which = Which stream is called off? Whoever asked for a reminder is told.
streams-cancel-sure = Call off { $plan }? Everybody can read it then, and whoever asked for a reminder is told.
streams-cancel-plan = Call it off
streams-move-plan = Move it
streams-cancelled =
    { $count ->
        [0] Called off: { $plan }. Nobody had asked for a reminder.
        [one] Called off: { $plan }. { $count } person had asked for a reminder and is told.
       *[other] Called off: { $plan }. { $count } people had asked for a reminder and are told.
    }

streams-reminder-on = I remind you of <b>{ $title }</b>: { $at }.
streams-reminder-off = No reminder then. Tap if you change your mind.
streams-reminder-needless = Noted: { $plan }. That is so soon that I send no reminder.
streams-reminder =
    { $minutes ->
        [one] <b>{ $title }</b> starts in { $minutes } minute. You asked me to remind you.
       *[other] <b>{ $title }</b> starts in { $minutes } minutes. You asked me to remind you.
    }
streams-moved-note = <b>{ $title }</b> has a new time: { $when }. I remind you before that, as you asked.
streams-cancelled-note = <b>{ $title }</b>, { $when }, is called off. You had asked for a reminder, so I tell you.

streams-list-empty = Nothing is live and nothing is planned. When a stream is announced, you find it here.
streams-list-live = Live now: <b>{ $title }</b>
streams-list-planned = Planned:
streams-list-plan =
    { $count ->
        [0] · { $plan }
        [one] · { $plan } ({ $count } person wants a reminder)
       *[other] · { $plan } ({ $count } people want a reminder)
    }
streams-list-remind = Remind me: { $title }
streams-list-remind-not = Don’t remind me: { $title }

## Check-ins with a code

streams-drop-post =
    { $minutes ->
        [one] Are you here? Tap within { $minutes } minute, or send /here with the code you hear.
       *[other] Are you here? Tap within { $minutes } minutes, or send /here with the code you hear.
    }
streams-at-drop = Count me in
streams-drop-open =
    { $new ->
        [yes] The check-in is open. Say the code: <code>{ $code }</code>. It closes { $until }.
       *[no] A check-in is open already, so I opened no second one. Say the code: <code>{ $code }</code>. It closes { $until }.
    }
streams-drop-over =
    { $present ->
        [0] The check-in of <b>{ $title }</b> is closed. Nobody came to it.
        [one] The check-in of <b>{ $title }</b> is closed: { $present } person was here.
       *[other] The check-in of <b>{ $title }</b> is closed: { $present } people were here.
    }
streams-drop-counted = You are in. Thanks for being here.
streams-drop-before = You are in already; this check-in counts once.

## Questions

streams-asked = Your question is on the hosts’ card now.
streams-asked-early = Nothing is live just now. I keep your question for the next stream.

## Notes and shout-outs

streams-noted = Kept for the recap.
streams-thanks-post =
    { $reason ->
        [yes] A shout-out to { $who }: { $why }
       *[no] A shout-out to { $who }.
    }
streams-thanked = Everybody can read your thanks to { $who }; the recap will mention it.
streams-thanked-quietly = Your thanks to { $who } are kept, but not posted: they asked not to be shown, or I have no channel to post in.
streams-thanks-promised = Nothing is live just now. Your shout-out to { $who } is on the cue card of the next stream.

## The cue card

streams-cues-title = <b>{ $title }</b>: your cues
streams-cues-before = <b>Before the next stream</b>
streams-cues-empty = No cues just now: nobody new to greet, no open question, no promised shout-out.
streams-cues-again = Refresh
streams-cue-first-timers = Here for the first time: { $names }
streams-cue-returning = Back after a long time: { $names }
streams-cue-questions =
    { $count ->
        [one] { $count } open question:
       *[other] { $count } open questions, the oldest first:
    }
streams-cue-question = { $number }. { $name }: { $text }
streams-cue-promises = Promised shout-outs:
streams-cue-promise =
    { $reason ->
        [yes] · { $who }: { $why }
       *[no] · { $who }
    }
streams-answered = Answered: { $number }
streams-answered-one = Answered
streams-heard = /q
streams-reply = Answer in person
streams-reply-field = Your answer
streams-reply-sent = Your answer is on its way to { $name }. It is off the hosts’ card.
streams-reply-length = An answer has 1 to { NUMBER($most) } characters, so nothing was sent. What you wrote: { $text }
streams-reply-late =
    { $gone ->
        [yes] That question is not here any more, so nothing was sent.
       *[no] That was answered already, so nothing was sent.
    }{ $written ->
        [yes] { " " }What you wrote: { $text }
       *[no] { "" }
    }
streams-reply-message =
    <b>{ $host }</b> answers what you asked (“{ $quoted }”):
    { $text }
streams-said = Said: { $who }
streams-said-one = Said
streams-promises = Take a promise back
streams-promises-which = Which promised shout-out is not to be said?
streams-promise-off-do = Take it back
streams-promise-on-do = Promise it after all
streams-promise-off-whom = Not to { $who }
streams-promise-turned =
    { $on ->
        [yes] Your shout-out to { $who } is on the cue card of the next stream again.
       *[no] The shout-out to { $who } is off the cue card. Nobody was told of it.
    }
streams-said-aloud = Said
streams-cue-stage = To say aloud, to { $who }: { $text }

## The recap

streams-recap-draft =
    A draft of the recap. Only hosts see it until you post it.{ $phrased ->
        [yes] { " " }A machine put it into words, so read it first.
       *[no] { "" }
    }

    <b>{ $title }</b>
    { $text }
streams-recap-anew = Nothing was posted yet: who is in the draft has changed meanwhile, so I wrote it anew. Read it before you post it.
streams-recap-post =
    <b>{ $title }</b>
    { $text }
streams-recap-counts =
    { $known ->
        [yes] { $lasted } together: { $counts }.
       *[no] Together: { $counts }.
    }
streams-recap-thanks = Thanks to { $names }.
streams-recap-asked = You asked most about: { $topics }.
streams-recap-moments = Moments to keep:
streams-recap-moment = · { $text }
streams-recap-more = · … and { $count } more
streams-post-recap = Post it
streams-edit-recap = Edit
streams-leave-recap = Not this time
streams-recap-field = The recap
streams-recap-also-field = The same in your second language
streams-recap-sent-out = When a stream is over, the draft of its recap (numbers, names that are in it, the moments that hosts kept, topics of questions) goes to { $server }, which puts it into words. Hosts decide what is posted.
streams-recap-posted = Posted for everybody.
streams-recap-left = No recap this time. The draft is kept: /stream recap brings it back.

## The profile card

streams-profile-attended =
    { $count ->
        [one] { $count } stream so far, no. { $last }
       *[other] { $count } streams so far, the last one no. { $last }
    }
streams-early-called = Streams joined in the first ten minutes
streams-early-says =
    { $count ->
        [one] there in the first ten minutes of { $amount } stream
       *[other] there in the first ten minutes of { $amount } streams
    }
streams-early-missing =
    { $count ->
        [one] there in the first ten minutes of { $count } more stream
       *[other] there in the first ten minutes of { $count } more streams
    }
streams-profile-streak =
    { $count ->
        [one] { $count } stream in a row
       *[other] { $count } streams in a row
    }
streams-card-attended = { NUMBER($count) }
    .label =
        { $count ->
            [one] stream
           *[other] streams
        }
streams-card-streak = { NUMBER($count) }
    .label =
        { $count ->
            [one] stream in a row
           *[other] streams in a row
        }

## What cannot be done, and what to do instead

streams-none-live = Nothing is live just now. Nothing was changed; /streams shows what comes next.
streams-none-planned = No stream is planned. Nothing was changed; /stream plan announces one.
streams-plan-past = That moment is over. Give one to come, such as “tomorrow 18:30”. Nothing was planned or moved.
streams-title-empty = A stream needs a title here. It keeps the one it has.
streams-title-long =
    { $limit ->
        [one] A title may have at most { $limit } character. Shorten it and try again; nothing was changed.
       *[other] A title may have at most { $limit } characters. Shorten it and try again; nothing was changed.
    }
streams-plan-twice =
    { $titled ->
        [yes] “{ $title }” is planned for that time already. Nothing changed; /streams shows what is planned.
       *[no] A stream is planned for that time already. Nothing changed; give this one a title if it is another.
    }
streams-note-long =
    A moment may have { $limit } characters at most, so it is not kept. Shorten it and send it again:
    { $text }
streams-thank-whom =
    { $several ->
        [yes] { $asked } may be several people here: { $candidates }. Write what stands in brackets instead.
       *[no] I know nobody called { $asked } here. Use the name as it is shown.
    } Nobody was thanked; this is what you wrote:
    { $why }
streams-note-empty = That note is empty. Write what happened, and I keep it.
streams-not-here = I know nothing of this here any more. Nothing was changed.
streams-over = <b>{ $title }</b> is over, so this button does nothing now. /streams shows what comes next.
streams-remind-live = It has started already: you can come right in.
streams-remind-late = This stream is no longer planned. /streams shows what comes next.
streams-drop-late = This check-in is closed. Stay for the next one; what you did so far is counted.
streams-drop-none = No check-in is open just now. The hosts say a code when one is.
streams-code-wrong = The code “{ $code }” is not it. Listen once more and send /here with the code you hear.
streams-question-empty = There is no question in it yet. Write it behind /q.
streams-question-long =
    { $limit ->
        [one] A question may have at most { $limit } character. Shorten it and send it again.
       *[other] A question may have at most { $limit } characters. Shorten it and send it again.
    }
streams-question-enough =
    { $limit ->
        [one] { $limit } question of yours waits for an answer already. It is kept; ask again once it is answered.
       *[other] { $limit } questions of yours wait for answers already. They are kept; ask again once one is answered.
    }
streams-why-long =
    { $limit ->
        [one] A reason may have at most { $limit } character. Shorten it and try again.
       *[other] A reason may have at most { $limit } characters. Shorten it and try again.
    }
streams-promise-kept = This shout-out was said already. It is not said twice.
streams-promise-off = This shout-out was taken back meanwhile. Nothing was said.
streams-recap-typed =
    { $written ->
        [yes] { " " }What you wrote: { $text }
       *[no] { "" }
    }
streams-recap-was-posted = This recap was posted already and stands as it is. Nothing was changed.{ streams-recap-typed }
streams-recap-nothing = Nobody was counted and nothing was kept in this stream, so there is nothing to tell.
streams-recap-early = The stream is still live. Its recap is drafted at its end.{ streams-recap-typed }
streams-recap-none = There was no stream yet. A recap is drafted when one ends.
streams-recap-empty = The recap is empty. I kept the draft as it was; /stream recap brings it back.{ streams-recap-typed }
streams-recap-long =
    { $limit ->
        [one] A recap may have at most { $limit } character. I kept the draft as it was; shorten yours and send it again. What you wrote: { $text }
       *[other] A recap may have at most { $limit } characters. I kept the draft as it was; shorten yours and send it again. What you wrote: { $text }
    }
streams-no-channel = I have no channel to post in. The draft is kept until I have one.
