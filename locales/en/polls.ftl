### Polls: asking everybody, voting, figures, results.

polls-title = Polls
polls-about = Questions to everybody, one vote a person, and what they came to.

## Commands

cmd-polls = See the polls that are open, vote, and what earlier ones came to
cmd-poll = Ask everybody: a question and its answers with | between them
opt-poll-question = question | answer | answer; empty for a form
cmd-nps = See the net promoter score month by month, with its margin

## Settings

polls-setting-anonymous = New polls are anonymous
polls-setting-minutes = How many minutes a poll is open, where no stream is on
polls-setting-fewest = An anonymous poll shows its figures from so many answers on, and moves by as many
polls-setting-own-network = New polls are the network's own where they fit; everybody sees there who voted what

## Words

polls-yes = Yes
polls-no = No
polls-kind = { $kind ->
        [single] one answer
        [several] several answers
        [ranked] the best three, in order
        [score] a score from 0 to 10
        [stars] stars
       *[words] in their own words
    }

## The post

polls-post = <b>{ $question }</b>
    { $result }
    { $secrecy ->
        [open] {""}
        [public] {""}
       *[other] Anonymous: nobody can find out who voted what.{" "}
    }{ $ends ->
        [closed] Closed. Thank you for voting.
        [stream] Open until the stream ends.
        [time] Open until { $until }.
       *[never] Open.
    }
polls-people = { $count ->
        [0] No votes yet.
        [one] { NUMBER($count) } vote
       *[other] { NUMBER($count) } votes
    }
polls-not-shown = { $hides ->
        [yes] The figures are shown at the end.
       *[other] The figures are shown once enough people have voted.
    }
polls-too-few = Too few votes to show figures: they would tell who voted what.
polls-row = { $best ->
        [yes] <b>{ $label }</b>
       *[no] { $label }
    } · { $kind ->
        [ranked] { $points ->
            [one] { NUMBER($points) } point
           *[other] { NUMBER($points) } points
        }
       *[other] { NUMBER($votes) } · { NUMBER($share) } %
    }
polls-recap-best = { $question } { $best } ({ $count ->
        [one] { NUMBER($count) } vote
       *[other] { NUMBER($count) } votes
    })
polls-recap-mean = { $question } { NUMBER($mean) } on average ({ $count ->
        [one] { NUMBER($count) } answer
       *[other] { NUMBER($count) } answers
    })

## Voting

polls-vote = Vote
polls-answer = Answer
polls-voted = { $some ->
        [no] You have taken back your vote.
       *[yes] { $kind ->
            [single] Your vote: { $chosen }.
            [ranked] Your order: { $chosen }. { $more ->
                [yes] Press the next best one, or one again to take it out.
               *[no] Press one again to take it out.
            }
           *[other] Your votes: { $chosen }.
        }
    }
polls-given = { $kind ->
        [stars] You gave { $value ->
            [one] { $value } star
           *[other] { $value } stars
        }.
       *[other] You gave { $value } of 10.
    }
polls-written = Thank you, I kept what you wrote.
polls-can-change = { $ends ->
        [time] You can change it until { $until }.
       *[other] You can change it as long as the poll is open.
    }
polls-cast = { $secrecy ->
        [answerable] It counts. Nobody can find out that it was yours; an answer by the hosts reaches you through me.
       *[other] It counts. Nobody can find out that it was yours, so it cannot be changed either.
    }
polls-paper = <b>{ $question }</b>
polls-own = You chose: { $chosen }
polls-rank = Choice { $turn }
polls-rank-none = none

## The list

polls-list = Polls
polls-look = Look
polls-line = { $state ->
        [open] Open: { $question }
        [draft] Draft: { $question }
        [planned] Planned: { $question }
       *[closed] { $question }
    }
polls-none = There has been no poll so far.{ $host ->
        [yes] {" "}Ask one with /poll.
       *[no] {""}
    }
polls-head = <b>{ $question }</b>
    { $ends ->
        [closed] Closed { $at }.
        [stream] Open until the stream ends.
        [time] Open until { $at }.
       *[never] Open.
    }

## For hosts

polls-ask = Poll
polls-edit = Edit
polls-set = Set
polls-rule = Who may vote
polls-rule-none = Everybody may vote in “{ $title }”. Add a condition and only some may.
polls-when = Plan
polls-post-now = Ask now
polls-throw-away = Throw away
polls-close = Close the poll
polls-again = Ask again
polls-csv = CSV
polls-read = Read the answers
polls-reply = Answer
polls-reply-to = Answer no. { $turn }
polls-form-new = A new poll
polls-form-edit = The poll
polls-field-question = Question
polls-field-answers = Answers
    .help = One a line, up to { $most }. Nothing for yes and no.
polls-field-kind = How people answer
polls-field-when = When to ask
    .help = Such as: tomorrow 18:30, in 2 h
polls-asked = Asked: { $question }
polls-draft = <b>{ $question }</b>
    { $kind ->
        [single] One answer each.
        [several] As many answers as one likes.
        [ranked] Everybody puts up to three in order.
        [score] A score from 0 to 10.
        [stars] One to five stars.
       *[words] In their own words.
    }
polls-draft-answer = • { $text }
polls-draft-how = { $secrecy ->
        [public] Everybody can see who voted what, in the network's own poll where it fits.
        [open] Hosts can see who voted what.
        [answerable] Anonymous, and you can answer without seeing whom.
       *[anonymous] Anonymous: nobody can find out who voted what.
    } { $hides ->
        [yes] The figures are shown at the end.
       *[no] The figures are shown as they come in.
    }
polls-draft-everybody = Everybody may vote.
polls-draft-stream = Who was at this stream may vote.
polls-draft-rule = Who may vote: { $rule } ({ $count ->
        [one] { NUMBER($count) } person now
       *[other] { NUMBER($count) } people now
    })
polls-draft-long = { $planned ->
        [yes] Opens { $opens }.{" "}
       *[no] {""}
    }{ $ends ->
        [time] Open for { $lasts }.
        [stream] Open until the stream ends.
       *[never] Open until you close it.
    }
polls-set-secrecy = { $value ->
        [public] The network's own
        [open] By name
        [answerable] Anonymous, answerable
       *[anonymous] Anonymous
    }
polls-set-hides = { $value ->
        [yes] Figures at the end
       *[no] Figures at once
    }
polls-set-who = { $value ->
        [stream] Only who was there
       *[all] Everybody
    }
polls-thrown-away = Thrown away: { $question }
polls-csv-here = The figures of “{ $question }”.
polls-words-of = { $question }
polls-words-line = { $turn }. { $named ->
        [yes] <b>{ $who }</b>:{" "}
       *[no] {""}
    }{ $words }
polls-words-none = Nobody has written anything yet.
polls-replied = Sent. Neither you nor I can see to whom.
polls-back = About your answer to “{ $question }” a host writes:
    { $words }

## The score over time

polls-trend = <b>Net promoter score</b>
polls-trend-title = Net promoter score
polls-trend-about = { $month }, from −100 to +100
polls-trend-says = The score month by month. The message says the same.
polls-trend-line = { $month } · { $score }{ $certain ->
        [yes] {" "}± { $margin }
       *[no] {""}
    } · { $count ->
        [one] { NUMBER($count) } answer
       *[other] { NUMBER($count) } answers
    }
polls-trend-few = { $month } · too few answers ({ $count })
polls-trend-none = Nobody has given a score yet.

## Refusals

polls-not-here = That poll is not here any more.
polls-not-open = The poll is closed. /polls shows what it came to.
polls-no-such-answer = The poll has no such answer any more. /polls shows it as it is.
polls-no-such-setting = That cannot be set any more. /polls shows the draft as it is.
polls-not-for-you = This poll asks some people only. What you still need: { $lacking }. /polls shows the others.
polls-only-who-was-there = This poll asks who was at the stream. /polls shows the others.
polls-ranked-full = You have put { $most } in order. Press one again to take it out, then the other.
polls-voted-before = You have voted. An anonymous vote cannot be changed: nobody knows which one is yours.
polls-choose-some = { $most ->
        [one] Choose one answer.
       *[other] Choose one to { $most } answers, each once.
    } Nothing was counted yet.
polls-words-empty = There is nothing to keep yet. Write a few words.
polls-words-long = That is { $over ->
        [one] one character
       *[other] { NUMBER($over) } characters
    } too long; { NUMBER($most) } fit. Here it is, so that you can shorten it: { $typed }
polls-words-too-few = Too few have answered. Fewer would tell who wrote what.
polls-question-empty = A poll needs a question. Such as: /poll Which tea? | Green | Black
polls-question-long = The question is too long; { $most } characters fit. You wrote: { $typed }
polls-answers-twice = Two answers are the same. You wrote: { $typed }
polls-answers-number = A poll has { $fewest } to { $most } answers, and you gave { $count }. You wrote: { $typed }
polls-answer-long = The answer “{ $answer }” is too long; { $most } characters fit. You wrote: { $typed }
polls-asked-already = People can see that poll already, so it stays as it is. Close it and ask again.
polls-when-wrong = I do not understand “{ $typed }” as a time to come. Try: tomorrow 18:30
polls-csv-nothing = The figures can be taken along once the poll is closed and enough have voted.

## The list of changes

polls-open-changed = poll asked: { $after }
polls-plan-changed = poll planned: { $after }
polls-close-changed = poll closed: { $after }

## Pictures

polls-picture-says = What “{ $question }” came to so far, as bars. The message says the same.
polls-picture-row = { $kind ->
        [ranked] { $points ->
            [one] { NUMBER($points) } point
           *[other] { NUMBER($points) } points
        }
       *[other] { $votes ->
            [one] { NUMBER($votes) } vote
           *[other] { NUMBER($votes) } votes
        } · { NUMBER($share) } %
    }
