### Challenges: members' pictures or words on a theme, a vote for one of them, and thanks to whoever won.

challenges-title = Challenges
challenges-about = Members hand in pictures or words on a theme, and vote.

## Commands

cmd-challenge-start = Let members hand in pictures or words on a theme; behind a | stands until when
opt-challenge-start-theme = theme | until when; empty opens a form
cmd-challenge-join = Hand in your picture or words
opt-challenge-join-text = your words; without them a form opens, which takes a picture too
cmd-challenge-close = Close the challenge that is open, and see what it came to
cmd-challenges = See challenges that are open, vote, and what earlier ones came to

## Settings

challenges-setting-moderated = Hosts see what is handed in before everybody does
challenges-setting-days = For how many days a challenge is open where no stream is on

## What it is called

challenges-entered-called = Challenges taken part in
challenges-entered-says =
    { $count ->
        [one] part in { $amount } challenge
       *[other] part in { $amount } challenges
    }
challenges-entered-missing =
    { $count ->
        [one] part in { $count } more challenge
       *[other] part in { $count } more challenges
    }
challenges-won-called = Challenges won
challenges-won-says =
    { $count ->
        [one] { $amount } challenge won
       *[other] { $amount } challenges won
    }
challenges-won-missing =
    { $count ->
        [one] { $count } more challenge to win
       *[other] { $count } more challenges to win
    }
challenges-somebody = somebody
challenges-end =
    { $end ->
        [stream] End of the stream
        [hand] By hand
        [day] A day
       *[week] A week
    }
challenges-entries-of =
    { $entries ->
        [0] no entry yet
        [one] { NUMBER($entries) } entry
       *[other] { NUMBER($entries) } entries
    }
challenges-votes-of =
    { $votes ->
        [one] { NUMBER($votes) } vote
       *[other] { NUMBER($votes) } votes
    }
challenges-runs =
    { $ends ->
        [stream] Open until the stream ends.
        [time] Open until { $until }.
        [hand] Open until a host closes it.
       *[closed] Over.
    }

## Starting

challenges-start = Challenge
challenges-field-theme = What is the theme?
    .help = Until when, if you like, behind a |: Your mug in the wild | tomorrow 18:00
challenges-started = “{ $theme }” is on its way into your channel. { challenges-runs }
challenges-ends = Until when
challenges-close = Close it
challenges-no-theme = A challenge needs a theme, such as: /challenge start Your mug in the wild
challenges-theme-long = A theme has up to { NUMBER($most) } letters, so nothing began. Here it is, to be shortened: { $typed }
challenges-until-wrong = I do not understand “{ $until }” as an end within 90 days, so nothing began. Such as: tomorrow 18:00, in 2 h, week, stream, or by hand. What you typed: { $typed }
challenges-no-stream = No stream is on, so it cannot end with one. Nothing changed.

## Taking part

challenges-join = Take part
challenges-change = Change mine
challenges-which = Several are open. Which one is it for?
challenges-field-picture = A picture
    .help =
        { $there ->
            [yes] JPEG, PNG or WebP. Leave it empty to keep the one you have.
           *[no] JPEG, PNG or WebP. Where it was taken is removed.
        }
challenges-field-text = Words, with it or instead
    .help =
        Everybody sees it, with your name. { $moderated ->
            [yes] A host looks at it first.
           *[no] { "" }
        }
challenges-entered =
    { $changed ->
        [yes] Changed; votes for what it was are gone.
       *[no] You take part.
    } { $state ->
        [shown] Everybody can see it and vote.
       *[waiting] Everybody sees it once a host has looked at it.
    }
challenges-without-picture = Your words are kept, without the picture. { $trouble }
challenges-empty = There was neither a picture nor words in it, so nothing was kept. Press the button once more.
challenges-long = That is more than the { NUMBER($most) } letters that fit, so nothing was kept. Here it is, to be shortened: { $text }
challenges-over = “{ $theme }” is over, so nothing changed. /challenges shows what it came to.
challenges-over-with-words =
    “{ $theme }” is over, so nothing was kept.{ $written ->
        [yes] { " " }What you wrote: { $text }
       *[no] { "" }
    }
challenges-none-open =
    No challenge is open, so nothing was kept. Hosts start one with /challenge start.{ $written ->
        [yes] { " " }What you wrote: { $text }
       *[no] { "" }
    }
challenges-withdraw = Take mine back
challenges-withdrawn = Taken back: what you handed in is erased, wherever it stood.
challenges-entry-gone = That is not here any more: it was taken back, or is not shown. Nothing changed.
challenges-entry-not-yours = Somebody else handed that in. Nothing changed.
challenges-entry-changed = It was changed meanwhile, so nothing was decided. Look at the newest post about it.

## The list and the gallery

challenges-all = All challenges
challenges-list = Challenges
challenges-none =
    There was none yet.{ $host ->
        [yes] { " " }Start one: /challenge start Your mug in the wild
       *[no] { "" }
    }
challenges-line =
    { $state ->
        [open] Open: { $theme }
       *[closed] { $theme }
    }
challenges-look = Look
challenges-back = To the challenge
challenges-not-here = That challenge is not here. /challenges shows those there are.
challenges-page =
    <b>{ $theme }</b>
    { challenges-entries-of }, { challenges-votes-of }. { challenges-runs }
challenges-gallery = Look and vote
challenges-empty-gallery = There is nothing to see of “{ $theme }” yet.
challenges-entry =
    { $numbered ->
        [yes] #{ $number }, by { $who }
       *[no] By { $who }
    }{ $written ->
        [yes] { "" }
        “{ $text }”
       *[no] { "" }
    }
challenges-entry-votes =
    { challenges-votes-of }{ $won ->
        [yes] . This one won.
       *[no] .
    }
challenges-entry-state =
    { $state ->
        [waiting] It waits for a host.
        [refused] It is not shown.
       *[shown] { $own ->
            [yes] This is yours.
           *[no] { $voted ->
                [yes] You vote for this one.
               *[no] It is shown.
            }
        }
    }
challenges-vote = Vote for it
challenges-take-back = Take my vote back
challenges-voted = You vote for #{ $number }. Until the end you can vote for another instead.
challenges-vote-taken-back = You vote for none now.
challenges-own = That one is yours, so your vote cannot go to it. Your vote is as it was.
challenges-row =
    #{ $number } · { challenges-votes-of }{ $won ->
        [yes] { " " }🏆
       *[no] { "" }
    }

## Hosts

challenges-show = Show it
challenges-refuse = Do not show it
challenges-decided =
    { $state ->
        [shown] Everybody sees it now.
       *[refused] Nobody sees it; whoever handed it in is told.
    }
challenges-closed = Closed. Whoever won is told, and stands on your list for the next stream.
challenges-close-which =
    { $some ->
        [yes] Which one?
       *[no] No challenge is open.
    }
challenges-start-changed = challenge started: { $after }
challenges-waiting =
    { $count ->
        [one] { NUMBER($count) } entry of a challenge waits for a host
       *[other] { NUMBER($count) } entries of a challenge wait for a host
    }
challenges-hosts-post =
    { $changed ->
        [yes] Changed entry
       *[no] Entry
    } for “{ $theme }” by { $who }{ $written ->
        [yes] { "" }
        “{ $text }”
       *[no] { "" }
    }
    { $state ->
        [waiting] Nobody sees it yet.
        [shown] Everybody sees it.
       *[refused] It is not shown.
    }

## What is written unasked

challenges-post =
    { $ends ->
        [closed] <b>{ $theme }</b> is over: { challenges-entries-of }, { challenges-votes-of }.
       *[open] Challenge: <b>{ $theme }</b>
    }
    { $ends ->
        [closed] { $result }
       *[open] { challenges-entries-of }, { challenges-votes-of }. { challenges-runs }
    }
challenges-winner-post =
    The winner of <b>{ $theme }</b> with { challenges-votes-of }: #{ $number }{ $known ->
        [yes] , by { $who }
       *[no] { "" }
    }{ $written ->
        [yes] { "" }
        “{ $text }”
       *[no] { "" }
    }
challenges-won-message = You won “{ $theme }” with { challenges-votes-of }. A host thanks you in the next stream.
challenges-refused-message = What you handed in for “{ $theme }” is not shown. You can hand in something else.
challenges-thanks = won the challenge “{ $theme }”
challenges-photo-of =
    Picture for “{ $theme }”{ $known ->
        [yes] { " " }by { $who }
       *[no] { "" }
    }
challenges-picture-says = { $theme }: { $result }
challenges-picture-row = #{ $number }
challenges-picture-note = { challenges-entries-of }, { challenges-votes-of }
challenges-recap = Challenge “{ $theme }”: { challenges-entries-of }, { challenges-votes-of }
