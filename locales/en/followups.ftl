### The 48 hours after a stream. Texts of journeys may mention every fact, and $stream (its title), $titled (whether it has
### one), $host, $time_there, $highlights, $next_stream.

followups-title = After a stream
followups-about = Follows up a stream for 48 hours: thanks, best moments, one question, the next stream.
followups-journey-after-stream = for everybody who was at a stream
    .title = The 48 hours after a stream
followups-journey-missed-it = for those who signed up and missed it
    .title = What they missed
followups-setting-post = Post in everybody's channel, with a button to one's own note
followups-setting-tell-hosts = Tell the hosts what is planned after each stream
followups-setting-progress = Show the hosts how it goes, in one message that is kept up to date
followups-setting-report = Report to the hosts after 48 hours

cmd-inbox = Open what waits for you; nobody else sees it
cmd-followups = See what came of the last stream's follow-ups

## What people get

followups-untitled = our last stream
followups-nothing-planned = (not planned yet)
followups-nothing-noted = • (no moment was noted)
followups-coming = “{ $title }”, { $when }

followups-thanks-a =
    Thank you for being { $titled ->
        [yes] at “{ $stream }”
       *[no] there
    }.{ $streams_attended ->
        [0] { "" }
        [one] { " " }It was your first stream with us: welcome.
       *[other] { " " }That makes { $streams_attended } streams with us.
    }{ $stream_minutes ->
        [0] { $stream_questions ->
            [0] { "" }
            [one] { " " }You asked a question.
           *[other] { " " }You asked { $stream_questions } questions.
        }
       *[more] { $stream_questions ->
            [0] { " " }You stayed { $time_there }.
            [one] { " " }You stayed { $time_there } and asked a question.
           *[other] { " " }You stayed { $time_there } and asked { $stream_questions } questions.
        }
    }{ $badge_won ->
        [yes] { " " }New on your card: { $badges_won }.
       *[no] { "" }
    }{ $since_ordered ->
        [yes] { " " }And thank you for your order.
       *[no] { "" }
    }
followups-thanks-b =
    And it is quiet again. { $stream_minutes ->
        [0] Thank you for stopping by{ $titled ->
            [yes] { " " }at “{ $stream }”
           *[no] { "" }
        }{ $stream_questions ->
            [0] .
            [one] , and for your question.
           *[other] , and for your { $stream_questions } questions.
        }
       *[more] Thank you for the time you gave { $titled ->
            [yes] “{ $stream }”
           *[no] us
        }: { $time_there }{ $stream_questions ->
            [0] .
            [one] , and a question.
           *[other] , and { $stream_questions } questions.
        }
    }{ $streams_attended ->
        [0] { "" }
        [one] { " " }It was your first stream with us; may it not be the last.
       *[other] { " " }You have been to { $streams_attended } of our streams by now.
    }{ $badge_won ->
        [yes] { " " }New on your card: { $badges_won }.
       *[no] { "" }
    }{ $since_ordered ->
        [yes] { " " }And thank you for your order.
       *[no] { "" }
    }
followups-care = About your order: is anything unclear, such as how to look after it or when it comes? Ask here, and the hosts will see it.{ $has_content ->
        [yes] { "" }
        { "" }
        { $content_liked ->
            [yes] New on what interests you:
           *[no] On what you asked, there is this:
        }
        { $content }
       *[no] { "" }
    }
followups-highlights =
    { $stream_notes ->
        [0] { $has_content ->
            [yes] { "" }
           *[no] Thank you for what you asked.
        }
       *[more] Moments worth keeping{ $titled ->
            [yes] { " " }from “{ $stream }”
           *[no] { "" }
        }:
        { $highlights }
    }{ $has_content ->
        [yes] { $stream_notes ->
            [0] { "" }
           *[more] { "" }
            { "" }
            { "" }
        }{ $content_liked ->
            [yes] New on what interests you:
           *[no] On what you asked, there is this:
        }
        { $content }
       *[no] { "" }
    }
followups-feedback =
    One question{ $titled ->
        [yes] { " " }after “{ $stream }”
       *[no] { "" }
    }: how likely are you to bring a friend to the next stream? 0 is not at all, 10 is certainly. Only the hosts see your answer.
followups-stars =
    How was { $titled ->
        [yes] “{ $stream }”
       *[no] the last stream
    } for you? One tap is enough, and only the hosts see it.
followups-last-call =
    Before the glow{ $titled ->
        [yes] { " " }of “{ $stream }”
       *[no] { "" }
    } fades: the next one is { $next_stream }. Shall I remind you?{ $has_reward ->
        [yes] { "" }
        { "" }
        { $next_reward }
       *[no] { "" }
    }{ $has_referral ->
        [yes] { "" }
        { "" }
        { $referral }
       *[no] { "" }
    }
followups-last-offer =
    Before the glow{ $titled ->
        [yes] { " " }of “{ $stream }”
       *[no] { "" }
    } fades:{ $has_reward ->
        [yes] { "" }
        { $next_reward }
       *[no] { "" }
    }{ $has_referral ->
        [yes] { "" }
        { $referral }
       *[no] { "" }
    }
followups-missed =
    You meant to be at { $titled ->
        [yes] “{ $stream }”
       *[no] the last stream
    } and it did not work out; that happens.{ $stream_notes ->
        [0] { " " }
       *[more] { " " }This is what was worth keeping:
        { $highlights }
        { "" }
        { "" }
    }The next one is { $next_stream }. Shall I remind you?
followups-missed-moments =
    You meant to be at { $titled ->
        [yes] “{ $stream }”
       *[no] the last stream
    } and it did not work out; that happens. This is what was worth keeping:
    { $highlights }

## Buttons

followups-open = Open my note
followups-open-again = Show the last ones again
followups-words = Add a few words
followups-ask = Ask a question
followups-remind = Remind me
followups-read-words = Read the answers
followups-reply = Reply in person

## What answers get

followups-thanks-unhappy = Thank you for saying so plainly. The hosts see it, and one of them may write to you. What would have made it better?
followups-thanks-content = Thank you, that helps. What would have made it even better?
followups-thanks-delighted = Thank you, that is good to read. What did you like most?
followups-given-before =
    Your { $value } of { $kind ->
        [score] 10
       *[stars] 5
    } is kept already, and it stands. You may still add a few words.
followups-words-title = A few words
followups-words-label =
    { $unhappy ->
        [yes] What would have made it better?
       *[no] What should we know?
    }
followups-words-empty = Nothing was written, so nothing was kept. Press the button once more and write a few words.
followups-words-kept =
    { $told ->
        [yes] Thank you, the hosts have your words now.
       *[no] Thank you, that is kept. Only the hosts read it.
    }{ $cut ->
        [yes] { " " }It was long: the first { $limit } characters are kept.
       *[no] { "" }
    }
followups-ask-title = Your question
followups-ask-field = What would you like to know?
followups-ask-kept =
    { $told ->
        [yes] The hosts have your question. What one of them replies comes to you privately.
       *[no] Your question is kept, and the hosts see it with the answers to this stream.
    }{ $cut ->
        [yes] { " " }It was long: the first { $limit } characters are kept.
       *[no] { "" }
    }
followups-not-yours = This button stands under somebody else's message, or under one that is gone. Nothing was changed; /inbox shows what waits for you.
followups-remind-none = No stream is planned just now, so there is nothing to remind you of. The next one will be announced in the channel.

## The inbox and the post

followups-post =
    { $titled ->
        [yes] That was “{ $stream }”.
       *[no] That was the stream.
    } { $people ->
        [one] Thank you for being there.
        [2] Thank you, both of you.
       *[other] Thank you, all { $people } of you.
    } A note of your own waits for each of you; nobody else sees it.
followups-post-over =
    { $titled ->
        [yes] That was “{ $stream }”. Its notes are over; the next stream has new ones.
       *[no] The notes of this stream are over; the next one has new ones.
    }
followups-inbox-empty = Nothing new waits for you. After a stream you were at, you find a note here.
followups-inbox-direct =
    { $route ->
        [thread] Nothing waits here: your last note came into your private thread.
       *[direct] Nothing waits here: your last note came as a direct message.
    }
followups-inbox-more =
    { $count ->
        [one] One more waits for you.
       *[other] { $count } more wait for you.
    }

## For hosts: somebody needs a person

followups-hosts-unhappy =
    { $name } gave { $titled ->
        [yes] “{ $stream }”
       *[no] the last stream
    } { $value } of { $kind ->
        [score] 10
       *[stars] 5
    }. A word in person may help; they know that one of you may write.
followups-hosts-words =
    { $name }, who gave { $titled ->
        [yes] “{ $stream }”
       *[no] the last stream
    } { $value } of { $kind ->
        [score] 10
       *[stars] 5
    }, { $again ->
        [yes] has written anew:
       *[no] adds:
    }
    { $words }
followups-hosts-question =
    { $name } asks about an order{ $titled ->
        [yes] { " " }from “{ $stream }”
       *[no] { "" }
    }:
    { $words }
followups-reply-title = To { $name }
followups-reply-field = Your reply
followups-reply-help = Goes to them privately, with your name. It can be sent once.
followups-reply-empty = Nothing was written, so nothing was sent. Press the button once more and write a reply.
followups-answer-gone = This answer is no longer kept, so there is nobody to reply to. Nothing was sent.
followups-replied-already = One of you replied already. Nothing was sent.
followups-reply-too-late =
    One of you was faster, so yours was not sent. Here it is, in case you want to say it elsewhere:
    { $text }
followups-reply-stopped =
    { $name } gave a score without words and wants no messages, so no reply can be sent.{ $written ->
        [yes] { " " }Here is yours, in case you want to say it elsewhere:
            { $text }
       *[no] { "" }
    }
followups-reply-sent =
    Your reply is on its way to { $name }: as a direct message, or into their inbox where that may not be.{ $cut ->
        [yes] { " " }It was long: the first { $limit } characters are sent.
       *[no] { "" }
    }
followups-reply-message =
    { $host } writes to you about your { $about ->
        [question] question
       *[other] answer
    }:

    { $text }

## For hosts: what is planned

followups-planned-after-stream =
    <b>{ $titled ->
        [yes] “{ $stream }” is over
       *[no] The stream is over
    }.</b> { $reaches ->
        [some] { $people ->
            [one] One person is followed up
           *[other] { $people } people are followed up
        } for 48 hours.
       *[nobody] { $people ->
            [one] One person was
           *[other] { $people } people were
        } there. { followups-planned-nobody }
    }{ $status ->
        [shadow] { " " }Nothing has left yet: this is the first time, so a moderator has to look at it and approve it.
        [waiting] { " " }Nothing has left yet: the journey was edited, and a moderator has to approve it.
        [paused] { " " }Nothing leaves while the journey is paused.
       *[running] { $reaches ->
            [some] { " " }Everything leaves by itself.
           *[nobody] { "" }
        }
    }{ $details }
followups-planned-missed-it =
    { $people ->
        [one] One person wanted to be
       *[other] { $people } people wanted to be
    } at { $titled ->
        [yes] “{ $stream }”
       *[no] the stream
    } and missed it{ $reaches ->
        [some] ; they hear what it was like.
       *[nobody] . { followups-planned-nobody }
    }{ $status ->
        [shadow] { " " }Nothing has left yet: this is the first time, so a moderator has to look at it and approve it.
        [waiting] { " " }Nothing has left yet: the journey was edited, and a moderator has to approve it.
        [paused] { " " }Nothing leaves while the journey is paused.
       *[running] { $reaches ->
            [some] { " " }It leaves by itself.
           *[nobody] { "" }
        }
    }{ $details }
followups-planned-nobody =
    As things stand, nothing is written to them{ $reaches ->
        [off] : all messages are turned off.
        [for-others] : no message fits them. A note of the stream or a next one that is planned can change that.
       *[nobody] .
    }
followups-by-no-route = nobody
followups-planned-share = Of { $people } of them, evenly chosen:
followups-planned-step = { $step }: { $routes }
followups-by-route =
    { $route ->
        [direct] { $count } by direct message
        [inbox] { $count } in the inbox
        [thread] { $count } in a thread
        [mention] { $count } by a mention
       *[stage] { $count } from the host
    }
followups-planned-given = already sent { $routes }
followups-left-out-all = ; left out: { $reasons }
followups-left-out =
    { $count } { $reason ->
        [satisfied] done already
        [left] gone from the community
        [stopped] stopped everything
        [no-consent] without consent
        [no-route] not reachable
        [expired] too late
        [same-person] reached by another account
        [superseded] in a newer stream's journey
        [live-again] live again before
        [exited] ended it by what they did
        [unhappy] unhappy (no marketing)
        [holdout] held out to compare
        [cancelled] stopped by you
        [capped] had enough messages
        [quiet-hours] in quiet hours
        [unknown-outcome] nobody knows whether it arrived
        [refused] refused by the platform
        [broken] could not be put together
       *[other] { $reason }
    }

## Steps, as /why, the reports and the moderators’ screens call them

followups-journey-after-stream-thanks = Thanks
followups-journey-after-stream-care = Care after an order
followups-journey-after-stream-highlights = Best moments
followups-journey-after-stream-feedback = Score 0–10
followups-journey-after-stream-stars = Stars
followups-journey-after-stream-last-call = Next stream
followups-journey-after-stream-last-offer = Before it fades
followups-journey-missed-it-missed = What was missed, and the next stream
followups-journey-missed-it-missed-moments = What was missed

## For hosts: the report

followups-report =
    <b>{ $titled ->
        [yes] “{ $stream }”
       *[no] The last stream
    }{ $over ->
        [yes] , 48 hours later
       *[no] , so far
    }</b>
    { $lines }
followups-report-after-stream =
    { $left ->
        [given] { $people ->
            [one] One person was followed up.
           *[other] { $people } people were followed up.
        }
        [waits] Nothing has left yet. Messages for { followups-for-people } are planned, and wait till a moderator has looked at them and approved them.
        [missed] Nothing left. Messages for { followups-for-people } were planned, but nobody approved them in time.
       *[planned] Nothing has left yet. Messages for { followups-for-people } are planned.
    }
followups-for-people =
    { $people ->
        [one] one person
       *[other] { $people } people
    }
followups-report-missed-it =
    { $people ->
        [one] One person signed up and missed it.
       *[other] { $people } people signed up and missed it.
    }{ $left ->
        [given] { "" }
        [waits] { " " }Nothing has left for them yet: a moderator has to look at it and approve it.
        [missed] { " " }Nothing left for them: nobody approved it in time.
       *[planned] { " " }Nothing has left for them yet.
    }
followups-report-step =
    · { $step }: { $given ->
        [0] none given
       *[more] { $given } given
    }{ $direct ->
        [0] { "" }
       *[more] , { $direct } by direct message
    }{ $thread ->
        [0] { "" }
       *[more] , { $thread } in a private thread
    }{ $mention ->
        [0] { "" }
       *[more] , { $mention } by a mention ({ $called } opened)
    }{ $waiting ->
        [0] { "" }
       *[more] , { $waiting } in the inbox ({ $opened } opened)
    }{ $answered ->
        [0] { "" }
       *[more] , { $answered } answered
    }{ $reached ->
        [0] { "" }
       *[more] , { $reached } reached the goal after it
    }{ $broken ->
        [0] { "" }
       *[more] , { $broken } not delivered
    }
followups-look-named = Preview: { $name }
followups-approve-named = Approve: { $name }
followups-report-to-come = The rest is still to come; what fits whom is decided at its time.
followups-report-variant = — text { $name }: { $given } given, { $opened } opened, { $answered } answered{ $reached ->
        [0] { "" }
       *[more] , { $reached } reached the goal after it
    }
followups-compare =
    { $found ->
        [early] — it takes { $least } people for each of these texts to compare them
       *[enough] — all streams since the last change, { $what ->
            [reached] reached the goal
            [answered] answered
           *[opened] opened
        }: { $shares }. { $found ->
            [better] Text { $name } is better, by { $low } to { $high } points.
           *[open] Which is better is open.
        }
    }
followups-compare-share = { $name } { $did } of { $of } ({ $percent } %, likely { $low } to { $high } %)
followups-goal =
    { $goal ->
        [ordered] Ordered in time: { $reached } of { $people }.
       *[other] Reached the goal “{ $goal }”: { $reached } of { $people }.
    }
followups-report-few =
    { $kind ->
        [score] Scores
       *[stars] Stars
    }: { $count ->
        [one] one answer
       *[other] { $count } answers
    }; a figure needs at least { $fewest }.
followups-report-mean =
    { $mean } ({ $count ->
        [one] one answer
       *[other] { $count } answers
    }).
followups-report-nps =
    { $alike ->
        [yes] { $nps } (n = { $count }; all answers are alike, so there is no margin to tell).
       *[no] { $nps } (95 %, n = { $count }).
    }
followups-picture =
    { $titled ->
        [yes] After “{ $stream }”
       *[no] After the stream
    }
followups-picture-says = What people answered, as columns. The message says the same.
followups-progress =
    <b>{ $over ->
        [yes] The 48 hours{ $titled ->
            [yes] { " " }after “{ $stream }”
           *[no] { "" }
        } are over
       *[no] The follow-ups{ $titled ->
            [yes] { " " }after “{ $stream }”
           *[no] { "" }
        } are under way
    }</b>
    { $lines }
followups-progress-given =
    { $journey }: { $given ->
        [one] one message given
       *[other] { NUMBER($given) } messages given
    } to { followups-for-people }{ $opened ->
        [0] { "" }
       *[more] , { NUMBER($opened) } opened
    }{ $answered ->
        [0] { "" }
       *[more] , { NUMBER($answered) } answered
    }{ $broken ->
        [0] { "" }
       *[more] , { NUMBER($broken) } not delivered
    }.
followups-progress-next = Next: { $step }, from { $when }.
followups-progress-end = Nothing more is to come.
followups-report-no-stream = No stream has ended yet. After one has, its follow-ups are counted here.
followups-report-nobody = Nobody was followed up after the last stream. Who is seen at a stream gets into the journey by itself.
followups-words-heading =
    { $count ->
        [one] One answer with words or a low score.
       *[other] { $count } answers with words or a low score.
    }
followups-words-one =
    { $name }, { $kind ->
        [score] { $value } of 10
        [stars] { $value } of 5
       *[question] a question
    }{ $replied ->
        [yes] { " " }(replied)
       *[no] { "" }
    }{ $written ->
        [yes] :
            { $words }
       *[no] , without words
    }
followups-words-reply = Who should get a reply?
followups-words-next = More ›
followups-words-none = There is no answer here to reply to.

## Facts in conditions

followups-days-since-score-says =
    { $count ->
        [0] { $how ->
            [is_not] has given a score before
           *[is] has never given a score
        }
        [one] last score { $amount } day ago
       *[other] last score { $amount } days ago
    }
followups-days-since-score-missing =
    { $count ->
        [one] { $count } more day since the last score
       *[other] { $count } more days since the last score
    }
followups-days-since-score-called = Days since the last score
followups-sentiment-called = Happy or unhappy
followups-sentiment-says =
    { $how ->
        [is_not]
            { $value ->
                [promoter] last score not 9 or 10
                [passive] last score not 7 or 8
                [detractor] last score not 6 or less
               *[other] last score: { $amount }
            }
       *[is]
            { $value ->
                [promoter] last score 9 or 10
                [passive] last score 7 or 8
                [detractor] last score 6 or less
               *[other] last score: { $amount }
            }
    }
