### Ideas: giving one, voting, what becomes of it, and what hosts do about it.

ideas-title = Ideas
ideas-about = Members give ideas and vote; hosts say what becomes of them.

## Commands

cmd-idea = Give an idea; others can vote for it, and you hear what becomes of it
opt-idea-text = your idea in a sentence; without it a form opens
cmd-ideas = See what others wish for, vote, and see what became of it
opt-ideas-which = which ones; those that can be voted for, if you do not say
    .open = open
    .new = new
    .planned = planned
    .done = done
    .declined = declined
    .hidden = hidden
opt-ideas-order = which come first
    .votes = votes
    .newest = newest
cmd-answer-idea = Say how an idea stands; everybody who asked for it or voted is told, with your words
opt-answer-idea-idea = its number or words of its title
opt-answer-idea-state = how it stands
    .new = new
    .planned = planned
    .done = done
    .declined = declined
opt-answer-idea-words = what you have to say about it

## Settings

ideas-setting-most-in-an-hour = How many ideas somebody may give in an hour
ideas-setting-most-in-a-day = How many ideas somebody may give in a day
ideas-setting-post-done = Post in everybody's channel when an idea is done

## What it is called

ideas-badge-idea-adopted = Idea adopted
ideas-adopted-called = Ideas adopted
ideas-adopted-says =
    { $count ->
        [one] { $amount } idea adopted
       *[other] { $amount } ideas adopted
    }
ideas-adopted-missing =
    { $count ->
        [one] { $count } more idea adopted
       *[other] { $count } more ideas adopted
    }
ideas-state =
    { $state ->
        [new] new
        [planned] planned
        [done] done
       *[declined] declined
    }
ideas-votes-of =
    { $votes ->
        [0] no votes
        [one] { NUMBER($votes) } vote
       *[other] { NUMBER($votes) } votes
    }
ideas-words-gone = an idea whose words are gone

## Giving one

ideas-give = Give an idea
ideas-form = Your idea
ideas-field-title = The idea in a sentence
    .help = Up to { NUMBER($most) } letters; everybody reads it.
ideas-field-more = More about it
ideas-given =
    Noted as #{ $number }, with your vote: “{ $title }”.
    You hear from us when it is planned, done or declined.
ideas-alike =
    { $several ->
        [no] There is one that sounds much like yours:
       *[yes] There are some that sound much like yours:
    }
ideas-alike-kept = One idea with many votes says more than two. I keep what you wrote for a week; if yours is something else, give it.
ideas-vote-instead = Vote: { $title }
ideas-give-draft = Mine is something else
ideas-draft-gone = What you wrote is not waiting here any more: it was given, or you wrote something newer. /ideas new newest shows whether yours is there; if not, say it again with /idea.
ideas-empty =
    An idea needs a few words that can be read. { $written ->
        [yes] Here is what you wrote; put the idea into a sentence and send it again with /idea: { $text }
       *[no] Say it with /idea and a sentence.
    }
ideas-long = That is more than fits: up to { NUMBER($title) } letters for the sentence and { NUMBER($most) } for the rest. Here is what you wrote; shorten it and send it again with /idea: { $text }
ideas-enough =
    { $hour ->
        [yes] { $most ->
            [one] One idea an hour is as many as I take from one person here.
           *[other] { NUMBER($most) } ideas an hour are as many as I take from one person here.
        }
       *[no] { $most ->
            [one] One idea a day is as many as I take from one person here.
           *[other] { NUMBER($most) } ideas a day are as many as I take from one person here.
        }
    } Send this one again from { $again } on: { $text }
ideas-giver-gone = Whoever said that is not known here any more. Give it as your own with /idea.

## The board

ideas-all = All ideas
ideas-board =
    { $which ->
        [open] Ideas
        [new] New ideas
        [planned] Planned ideas
        [done] Ideas that are done
        [declined] Declined ideas
       *[hidden] Ideas that only hosts see
    }, { $order ->
        [votes] most votes first
       *[newest] newest first
    }
ideas-board-none =
    { $which ->
        [open] No idea waits at the moment. Give one with /idea; others can vote for it.
        [new] There are no new ideas at the moment. Give one with /idea.
        [planned] Nothing is planned at the moment.
        [done] Nothing is done yet. What becomes of an idea stands here.
        [declined] No idea was declined.
       *[hidden] No idea is hidden.
    }
ideas-line = #{ $number } <b>{ $title }</b>, { ideas-votes-of } ({ ideas-state })
ideas-by =
    { $order ->
        [votes] Most votes first
       *[newest] Newest first
    }
ideas-which =
    { $which ->
        [open] Open
        [new] New
        [planned] Planned
        [done] Done
        [declined] Declined
       *[hidden] Hidden
    }
ideas-look = Look
ideas-not-here = That idea is not here, or not any more. /ideas shows those that are.
ideas-unknown = I know no idea like “{ $asked }”. /ideas shows them with their numbers; a number works too.
ideas-several = “{ $asked }” could be several: { $titles }. Say its number.

## One idea

ideas-page = #{ $number } <b>{ $title }</b>
ideas-page-more = { $text }
ideas-page-state =
    { $votes ->
        [0] No votes yet
        [one] { NUMBER($votes) } vote
       *[other] { NUMBER($votes) } votes
    }{ $voted ->
        [yes] , one of them yours
       *[no] { "" }
    }. { $state ->
        [new] It is new.
        [planned] It is planned{ $decided ->
            [yes] { " " }(since { $since }).
           *[no] .
        }
        [done] It is done{ $decided ->
            [yes] { " " }({ $since }).
           *[no] .
        }
       *[declined] It was declined{ $decided ->
            [yes] { " " }({ $since }).
           *[no] .
        }
    }
ideas-page-answer = The hosts: { $text }
ideas-page-giver =
    { $named ->
        [yes] From { $name }; only hosts see that.
       *[no] Whoever gave it is not known any more.
    }{ $hidden ->
        [yes] { " " }It is hidden from everybody else.
       *[no] { "" }
    }
ideas-vote = Vote for it
ideas-unvote = Take my vote back
ideas-voted = Your vote counts. You hear what becomes of it.
ideas-unvoted = Your vote does not count any more.
ideas-vote-over =
    { $state ->
        [done] “{ $title }” is done, so there is nothing to vote for any more.
       *[declined] “{ $title }” was declined, so votes are over. If something has changed since, give it anew with /idea.
    } Nothing changed.

## Hosts

ideas-do =
    { $state ->
        [new] New again
        [planned] Planned
        [done] Done
       *[declined] Declined
    }
ideas-do-again = Change the answer
ideas-answer = Answer
ideas-field-answer = Your words
ideas-answer-help =
    { $state ->
        [new] Nobody is told of that.
       *[told] Everybody who gave it or voted reads them.
    }
ideas-decided =
    { $state ->
        [new] It is new again; nobody is told of that.
       *[told] Noted; whoever gave it or voted is told ({ ideas-votes-of }).
    }{ $again ->
        [yes] { " " }Who was told of that before is not told again.
       *[no] { "" }
    }
ideas-answer-long = Your words are more than { NUMBER($most) } letters, so nothing was changed. Here they are, to be shortened: { $text }
ideas-decided-meanwhile =
    { $named ->
        [yes] { $name } was there first
       *[no] Another host was there first
    }: “{ $title }” is now { ideas-state }. Nothing of yours was changed; look at it, and decide again.{ $written ->
        [yes] { " " }Your words: { $text }
       *[no] { "" }
    }
ideas-edit = Edit
ideas-edited = The words are changed.
ideas-hide-it = Hide
ideas-hide =
    { $hidden ->
        [yes] Show it again
       *[no] Hide
    }
ideas-hidden =
    { $hidden ->
        [yes] Only hosts see it now; nobody was told. Its votes stay.
       *[no] Everybody sees it again.
    }
ideas-merge = Merge
ideas-merge-other = Into another one
ideas-merge-which =
    { $some ->
        [yes] Into which one does “{ $title }” go?
       *[no] There is no other idea here into which “{ $title }” could go.
    }
ideas-field-into = Into which one?
    .help = Its number, or words of its title
ideas-merge-sure =
    #{ $number } “{ $title }” ({ ideas-votes-of }) goes into #{ $other } “{ $into }”: one idea on the board, with everybody's votes, each person counted once. You can take them apart later.
ideas-merge-round = The other way round
ideas-merge-now = Merge them
ideas-merged = #{ $number } went into this one.
ideas-merged-before = They are one already: “{ $title }”. Nothing changed.
ideas-parts = { NUMBER($count) } merged into it
ideas-parts-all = What was merged
ideas-parts-title = Merged into “{ $title }”
ideas-apart = Take apart
ideas-apart-which = Take out: { $title }
ideas-apart-now = It is an idea of its own again, with its own votes.
ideas-apart-before = It is an idea of its own already. Nothing changed.
ideas-export = As a table
ideas-exported = All ideas, those with the most votes first, for any spreadsheet. No names are in it.
ideas-take-up = Make an idea of it
ideas-take-up-help = Everybody will read it: put it so that it gives nobody away.
ideas-taken-up = It is an idea now, of whoever said it; they hear what becomes of it.
ideas-csv-number = Number
ideas-csv-title = Idea
ideas-csv-more = More
ideas-csv-state = State
ideas-csv-votes = Votes
ideas-csv-given = Given
ideas-csv-decided = Decided
ideas-csv-answer = Answer
ideas-csv-merged = Merged into
ideas-csv-hidden = Hidden
ideas-csv-yes = yes
ideas-state-changed =
    idea #{ $subject }: { $after ->
        [new] new again
        [planned] planned
        [done] done
       *[declined] declined
    }
ideas-edit-changed = words of idea #{ $subject } changed
ideas-hide-changed =
    { $after ->
        [yes] idea #{ $subject } hidden
       *[no] idea #{ $subject } shown again
    }
ideas-merge-changed = idea #{ $subject } merged: { $before } → { $after }

## What is told unasked

ideas-whose =
    { $titled ->
        [yes] { $own ->
            [yes] Your idea “{ $title }”
           *[no] “{ $title }”, which you voted for,
        }
       *[no] { $own ->
            [yes] Your idea
           *[no] An idea that you voted for
        }
    }
ideas-words-of =
    { $said ->
        [yes] { " " }The hosts write: “{ $answer }”
       *[no] { "" }
    }
ideas-told-planned = { ideas-whose } is planned.{ ideas-words-of } Thanks for saying it.
ideas-told-done = { ideas-whose } is done. You said, we did.{ ideas-words-of } Thank you.
ideas-told-declined = { ideas-whose } will not be done.{ ideas-words-of } Thanks for saying it all the same.
ideas-done-post =
    You said, we did: <b>{ $title }</b>{ $several ->
        [no] .
       *[yes] { " " }({ NUMBER($votes) } of you wanted it).
    }{ $said ->
        [yes] { " " }{ $answer }
       *[no] { "" }
    }
    What is next? /ideas

## In what others show

ideas-cue =
    { $count ->
        [one] { NUMBER($count) } new idea since the last stream: /ideas new newest
       *[other] { NUMBER($count) } new ideas since the last stream: /ideas new newest
    }
ideas-status =
    { $count ->
        [one] { NUMBER($count) } idea waits for a word of yours: /ideas
       *[other] { NUMBER($count) } ideas wait for a word of yours: /ideas
    }
ideas-profile =
    { $count ->
        [one] { NUMBER($count) } idea adopted
       *[other] { NUMBER($count) } ideas adopted
    }
