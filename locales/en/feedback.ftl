### Feedback: a word to the hosts at any time, and their answer in person.

feedback-title = Feedback
feedback-about = A private word to the hosts at any time, which they answer.

## Commands

cmd-feedback = Tell the hosts what you think; nobody else reads it
opt-feedback-text = what you want to say; without it a form opens
cmd-read-feedback = See what members said, and answer them in person
opt-read-feedback-which = which of it; what waits, if you do not say
    .open = open
    .answered = answered
    .all = all

## Settings

feedback-setting-most-in-an-hour = How often somebody may say something in an hour
feedback-setting-most-in-a-day = How often somebody may say something in a day
feedback-setting-tell-hosts = Tell the hosts of each at once

## Saying something

feedback-say = Say something
feedback-form = To the hosts
feedback-field-text = What do you want to say?
feedback-field-about = What is it about?
feedback-field-stars = Stars, if you like
feedback-field-may-answer = May the hosts answer you?
feedback-about-of =
    { $about ->
        [stream] the streams
        [community] the community
        [goods] what we make and sell
        [bot] this bot
       *[other] something else
    }
feedback-kept =
    Thanks, the hosts have it; nobody else reads it. { $may ->
        [yes] If one of them answers, it comes to you privately.
       *[no] Nobody writes to you about it.
    }
feedback-no-answer-wanted = I need no answer
feedback-no-answer-noted = Noted: nobody writes to you about it. What you said stays.
feedback-empty = There was nothing to read in it, so nothing was kept. Say it with /feedback and a few words.
feedback-long = That is more than the { NUMBER($most) } letters that fit, so nothing was kept. Here is what you wrote; shorten it and send it again with /feedback: { $text }
feedback-enough = That is as much as I take from one person at once. Send this again from { $again } on: { $text }
feedback-not-yours = That was said by somebody else, or is gone. Nothing changed.

## Hosts

feedback-stars-of =
    { $starred ->
        [yes] , { $stars }
       *[no] { "" }
    }
feedback-from =
    { $about ->
        [other] { $who }{ feedback-stars-of }
       *[known] { $who } about { feedback-about-of }{ feedback-stars-of }
    }
feedback-post =
    { feedback-from }:
    “{ $text }”{ $may ->
        [yes] { "" }
       *[no] { " " }No answer is wanted.
    }{ $state ->
        [new] { "" }
        [read] { " " }Read by { $host }.
       *[answered] { " " }Answered by { $host }.
    }
feedback-all = All feedback
feedback-look = Look
feedback-read = I have read it
feedback-answer = Answer in person
feedback-make-idea = Make an idea of it
feedback-no-idea = Nobody knows whose words these are, so they are nobody's idea. Give it as your own with /idea.
feedback-nobody = somebody unknown
feedback-list =
    { $which ->
        [open] Feedback that waits
        [answered] Answered feedback
       *[all] All feedback
    }
feedback-list-none =
    { $which ->
        [open] Nothing waits: all that was said is answered, or nothing was said yet.
        [answered] Nothing was answered yet.
       *[all] Nobody has said anything yet. Everybody can with /feedback.
    }
feedback-which =
    { $which ->
        [open] What waits
        [answered] Answered
       *[all] All
    }
feedback-line =
    • { feedback-from }: “{ $text }” ({ $when }, { $state ->
        [new] new
        [read] read
       *[answered] answered
    })
feedback-page = { feedback-from }, { $when }
feedback-page-text = “{ $text }”
feedback-page-state =
    { $state ->
        [new] Nobody has read it yet.
        [read] Read by { $host }.
       *[answered] Answered by { $host }.
    }{ $may ->
        [yes] { "" }
       *[no] { " " }No answer is wanted.
    }
feedback-page-answer = Answer: “{ $text }”
feedback-field-answer = Your answer
    .help = Goes to them privately, with your name. It can be sent once.
feedback-answer-title = To { $name }
feedback-answer-sent = Your answer is on its way to { $name }: as a direct message, or into their inbox where that may not be.
feedback-answer-message =
    { $host } answers what you said (“{ $quoted }”):
    { $text }
feedback-answer-empty = Nothing was written, so nothing was sent. Press the button once more and write an answer.
feedback-answer-long = An answer has up to { NUMBER($most) } letters, so nothing was sent. Here is what you wrote; shorten it: { $text }
feedback-answered-before =
    { $named ->
        [yes] { $host } has answered already
       *[no] Somebody has answered already
    }: “{ $answer }” Nothing was sent.{ $written ->
        [yes] { " " }What you wrote: { $text }
       *[no] { "" }
    }
feedback-no-answer =
    Whoever said that wants no answer, so nothing was sent.{ $written ->
        [yes] { " " }What you wrote: { $text }
       *[no] { "" }
    }
feedback-heard = feedback
feedback-heard-nameless = feedback without a name
feedback-gone = That is no longer kept: whoever said it was forgotten. Nothing was changed or sent.

## Without a name

feedback-setting-most-nameless = How often somebody may say something without their name in a day; 0 for not at all
feedback-setting-tell-answers = Tell everybody when the hosts have answered something that was said without a name
feedback-ways = How do you want to say it? The hosts read it either way. Without your name nobody can find out that it was you; they get it at the end of the hour, with whatever others said.
feedback-by-name = With my name
feedback-nameless = Without my name
feedback-nameless-form = Without your name
feedback-field-may-answer-unseen = May the hosts answer, without seeing you?
feedback-nameless-kept =
    Kept without your name; the hosts get it within the hour. { $may ->
        [yes] If they answer, you find it in /feedback.
       *[no] Nobody can answer it.
    }
feedback-nameless-enough =
    { $most ->
        [0] Nothing can be said without a name here, so nothing was kept.
        [one] Without a name I take one word a day from one person, so nothing was kept.
       *[other] Without a name I take { NUMBER($most) } words a day from one person, so nothing was kept.
    } Here is what you wrote: { $text }
feedback-answers = Answers to me
feedback-answers-none = Nothing that you said without your name was answered yet. Nobody sees that you looked.
feedback-answers-line =
    You said: “{ $text }”
    The hosts: { $answer }
feedback-answers-post =
    { $count ->
        [one] The hosts have answered something that was said without a name. Whoever said it can read the answer here, and nobody else.
       *[other] The hosts have answered { NUMBER($count) } things that were said without a name. Whoever said them can read the answers here, and nobody else.
    }
feedback-nameless-all = Without a name
feedback-nameless-list = Said without a name
feedback-nameless-none = Nothing was said without a name yet. What comes is shown here once an hour.
feedback-nameless-line =
    { NUMBER($turn) }. “{ $text }”{ $about ->
        [other] { "" }
       *[known] { " " }About { feedback-about-of }.
    }{ $starred ->
        [yes] { " " }{ $stars }
       *[no] { "" }
    } ({ $day }){ $state ->
        [answered] { " " }Answered: “{ $answer }”
        [none] { " " }No answer is wanted.
       *[new] { "" }
    }
feedback-nameless-post =
    { $count ->
        [one] Something was said to you without a name. Nobody can see by whom; you can answer all the same.
       *[other] { NUMBER($count) } things were said to you without a name, here in no order. Nobody can see by whom; you can answer all the same.
    }
feedback-nameless-answer-to = Answer no. { NUMBER($turn) }
feedback-answer-unseen = Answer
feedback-answer-unseen-title = To somebody unseen
feedback-field-answer-unseen = Your answer
    .help = They read it by themselves; neither you nor I can see who. It can be sent once.
feedback-answer-unseen-kept = Your answer waits for whoever said that; neither you nor I can see who. Within the hour everybody hears that there is one.

## In what others show

feedback-cue =
    { $count ->
        [one] { NUMBER($count) } word of feedback since the last stream: /read feedback
       *[other] { NUMBER($count) } words of feedback since the last stream: /read feedback
    }
feedback-status =
    { $count ->
        [one] { NUMBER($count) } word of feedback that nobody has read yet: /read feedback
       *[other] { NUMBER($count) } words of feedback that nobody has read yet: /read feedback
    }
