### The assistant: answers from the community’s own texts.

assistant-title = Assistant
assistant-about = Answers members’ questions from your own texts, or lets them talk to a person.

## Commands

cmd-ask = Ask something; the answer comes from the community’s own texts, or from a person
opt-ask-question = what you want to know; without it a form opens
cmd-faq-add = Add a question with its answer to what the bot knows
cmd-faq-list = See all questions that the bot can answer, change and remove them
cmd-faq-import = Bring questions and answers along from a file: Markdown, CSV or text
cmd-knowledge = See the documents that the bot answers from, and remove them
cmd-talk = Talk to a person from the team, in private
opt-talk-words = what it is about; without it a form opens
cmd-cases = See who wants to talk to a person, and answer
cmd-duty = See who is on duty for members’ questions, and say that you are
cmd-content-add = Put an article, a video or a guide on the shelf, with its address
cmd-content-list = See what is worth reading and watching
cmd-content-remove = Take something off the shelf
opt-content-remove-title = what it is called

## Settings

assistant-setting-least-confidence = How sure an answer has to be
assistant-setting-least-confidence-takes = percent, 20 to 95: with a higher number the bot is silent more often and wrong less often
assistant-setting-most-handed-in-a-day = How often one person may turn to the team in a day
assistant-setting-remind-after-minutes = When hosts are reminded of somebody who waits
assistant-setting-remind-after-minutes-takes = minutes, 5 to 720; again after three times as long, and then the member is told that nobody could answer yet
assistant-setting-duty-hours = After how many hours duty ends by itself
assistant-setting-answers-in-public = Answers in the channel
assistant-setting-answers-in-public-takes = yes or no: with yes, whoever asks by my name in a channel is answered there, for everybody to read
assistant-setting-phrasing = Answers worded by AI
assistant-setting-phrasing-takes = yes or no: with yes, a question that I am asked leaves here together with up to three of your texts that fit it, for the AI server that whoever runs the bot has chosen; it answers in the asker’s language, with the sources under it. /privacy tells everybody

## Asking

assistant-ask = Ask
assistant-field-question = What would you like to know?
assistant-ask-empty = There was nothing to read in it. Ask in a few words behind /ask.
assistant-ask-long = That is longer than the { NUMBER($most) } characters that I read. Here is your text; shorten it and ask again with /ask: { $text }
assistant-sure = { $sure ->
        [yes] I am quite sure of this:
       *[no] This is probably what you mean:
    }
assistant-foreign = I have it only in { assistant-named-language }.
assistant-named-language = { $language ->
        [cs] Czech
        [en] English
       *[other] another language ({ $language })
    }
assistant-entry = <b>{ $title }</b>
assistant-source = <i>{ $kind ->
        [document] From { $name }
        [shelf] From the content shelf
       *[faq] From the FAQ
    }</i>
assistant-worded = <i>Worded by AI; what counts is the source:</i>
assistant-cited = • { $title } ({ $source })
assistant-read-source = Read the source
assistant-unknown = { $known ->
        [yes] I have found no answer to that in what I know here, and I would rather not guess. Shall a person answer you?
       *[no] Nobody has taught me anything here yet, so I have no answer. Shall a person answer you?
    }
assistant-near = I am not sure enough to answer that. { $several ->
        [yes] Did you mean one of these? If not, a person can answer you.
       *[no] Did you mean this? If not, a person can answer you.
    }
assistant-perhaps-a-form = If that was the answer to a form of mine, the form is closed: open it again by its button.
assistant-smalltalk = { $kind ->
        [greeting] Hello! Ask me in a few words, and I look into what this community has written down. /help shows what else I can do.
       *[thanks] You are welcome.
    }
assistant-read = Read
assistant-entry-gone = That is not here any more. Ask again with /ask.
assistant-question-not-yours = Somebody else asked that. Ask yourself with /ask, and a person can answer you as well.
assistant-question-gone = That question is not here any more: what nobody handed on is forgotten after a day. Ask again with /ask.

## Talking to a person

assistant-offer = { $why ->
        [person] If you would rather talk to a person, press the button; I do nothing by myself.
        [upset] I am afraid I am not much help here. A person from the team can take it from here.
       *[again] You have just asked that, so my answer may not be what you need. A person from the team can take it from here.
    }
assistant-ask-person = Ask a person
assistant-case-talk = Talk to a person
assistant-case-field = What is it about?
assistant-case-more = Add something
assistant-case-reply = Reply
assistant-case-that-is-all = That is all, thanks
assistant-case-words = Add a few words
assistant-case-gone = That talk is not here any more. Begin another one with /talk.
assistant-case-length = What you say to a person may have 1 to { NUMBER($most) } characters, so nothing was sent.{ $written ->
        [yes] { " " }What you wrote: { $text }
       *[no] { "" }
    }
assistant-case-fast = { $most } messages an hour go into one talk, so this one was not sent. Send it a little later: { $text }
assistant-handed-enough = { $most ->
        [one] You can turn to the team once a day, and today you have.
       *[other] You can turn to the team { $most } times a day, and today you have.
    } Send this tomorrow: { $text }
assistant-case-passed = { $how ->
        [new] The team has your words. Their answer comes to you in private.
        [more] The team has this as well.
       *[again] The team has that already.
    }
assistant-case-passed-over = The team had that from you before, and that talk is over. Begin another one with /talk.
assistant-case-staffed = On duty now: { $names }.{ $known ->
        [yes] { " " }A first answer lately took about { $usual }.
       *[no] { "" }
    }
assistant-case-nobody = Nobody from the team is on duty right now. What you wrote waits for them, and nothing is lost.{ $known ->
        [yes] { " " }A first answer lately took about { $usual }.
       *[no] { "" }
    }
assistant-case-passed-on = { $again ->
        [yes] { assistant-case-host } has that already.
       *[no] { assistant-case-host } has this as well now.
    }
assistant-case-host = { $named ->
        [yes] { $host }
       *[no] The team
    }
assistant-case-not-passed-on = { $named ->
        [yes] { $host } from the team is talking with you, so I do not answer. I have not passed that on: press the button to add it.
       *[no] Somebody from the team is talking with you, so I do not answer. I have not passed that on: press the button to add it.
    }
assistant-case-silent = { $named ->
        [yes] { $host } is talking with you, so I keep silent; I have passed this on.
       *[no] A person is talking with you, so I keep silent; I have passed this on.
    } If that was all, say so, and I answer again.
assistant-case-told-taken = <b>{ $host }</b> has what you wrote and answers you here. Until your talk is over, I keep silent.
assistant-case-told-released = <b>{ $host }</b> leaves it to others from the team. What you wrote goes on waiting for them; meanwhile I answer you again.
assistant-case-told-said = <b>{ $host }</b> writes to you:
    { $text }
assistant-case-told-unanswered = Nobody from the team could answer you yet; better I say so than let you wait for nothing. What you wrote is kept, and the team is reminded of it. You can add something, try /ask, or end it.
assistant-case-told-over = { $how ->
        [quiet] There was nothing new for three days, so your talk with the team is over. I answer you again.
       *[host] { $rated ->
            [yes] { $host } hands you back to me: from now on I answer you again.
           *[no] { $host } has closed your talk without an answer. If you still need one, begin again with /talk.
        }
    }{ $rated ->
        [yes] { " " }How many stars for the help?
       *[no] { "" }
    }
assistant-case-done = { $new ->
        [yes] All right, your talk with the team is over. I answer you again.
       *[no] That talk is over already. I answer you again.
    }{ $rated ->
        [yes] { " " }How many stars for the help?
       *[no] { "" }
    }
assistant-case-rated = { $new ->
        [yes] Thank you for { $stars }.
       *[no] You gave { $stars } before, and it stays at that.
    }
assistant-case-words-kept = Thank you, the team reads it.
assistant-case-not-rated = There is no help to give stars for.
assistant-case-remarked = Words go beside stars, once, so these were not kept. What you wrote: { $text }

## The team

assistant-case-post = <b>{ $who }</b> wants to talk to a person (#{ $number }). { $state ->
        [new] { $staffed ->
            [yes] Nobody has it yet. On duty: { $duty }.
           *[no] Nobody has it yet, and nobody is on duty (/duty).
        }
        { $lines }
        [waiting] It is with { assistant-case-host-small } and waits for an answer.
        { $lines }
        [open] Answered by { assistant-case-host-small }.
        { $lines }
       *[closed] { assistant-case-end }
    }
assistant-case-host-small = { $named ->
        [yes] { $host }
       *[no] the team
    }
assistant-case-end = { $how ->
        [member] It is over: that was all.
        [host] It is over, closed by { assistant-case-host-small }.
        [left] It is over: they have left.
       *[quiet] It is over: there was nothing new for three days.
    }{ $starred ->
        [yes] { " " }{ $stars }
       *[no] { "" }
    }{ $remarked ->
        [yes] { " " }“{ $remark }”
       *[no] { "" }
    }
assistant-case-line = { $kind ->
        [member] <b>{ $who }</b>: { $text }
        [host] <b>{ assistant-case-speaker }</b>: { $text }
        [taken] <i>{ assistant-case-speaker } took it.</i>
        [released] <i>{ assistant-case-speaker } left it to others.</i>
        [unanswered] <i>The bot said that nobody could answer yet.</i>
       *[closed] <i>The end.</i>
    }
assistant-case-speaker = { $named ->
        [yes] { $who }
       *[no] Somebody from the team
    }
assistant-case-nudge = { $why ->
        [new] { $who } wants to talk to a person (#{ $number }), and you are on duty.
        [more] { $who } has written more (#{ $number }).
       *[waits] { $who } still waits for an answer (#{ $number }).
    }
assistant-case-reminder = { $taken ->
        [yes] #{ $number } has waited for an answer for { $span }. Whoever has it may be away: anybody can take it over.
       *[no] #{ $number } has waited for an answer for { $span }, and nobody has it.
    }
assistant-case-reminder-done = #{ $number } waited for an answer, and that is seen to.
assistant-case-title = #{ $number } { $who }
assistant-case-state = { $state ->
        [new] Nobody has it. It has waited since { $since }.
        [waiting] It is with { assistant-case-host-small }, and has waited since { $since }.
        [open] Answered by { assistant-case-host-small }, { $since }.
       *[closed] { assistant-case-end }
    }
assistant-case-goes-on = It goes on from #{ $number }.
assistant-case-look = Look
assistant-case-take = Take it
assistant-case-take-over = Take it over
assistant-case-release = Leave it to others
assistant-case-back = Hand back to the bot
assistant-case-close = Close
assistant-case-transcript = Transcript
assistant-case-file = As a text file
assistant-case-back-to = Back to it
assistant-case-transcript-of = Transcript #{ $number }, { $who }
assistant-case-at = <i>{ $at }</i> { $said }
assistant-case-has = { $host } has #{ $number }. Take it over only if that is agreed: two who answer at once confuse.
assistant-case-is-yours = It is yours: I tell you in private when they write more, and leave the answers to you.
assistant-case-released = It is free for others, and waits.
assistant-case-closed = It is over, and the bot answers again.
assistant-case-over = #{ $number } is over{ $how ->
        [member] : they said that it was all
        [left] : they have left
       *[other] { "" }
    }, so nothing was done.{ $written ->
        [yes] { " " }What you wrote: { $text }
       *[no] { "" }
    }
assistant-case-taken = { $host } has #{ $number }, so nothing was done. You can take it over first (/cases).{ $written ->
        [yes] { " " }What you wrote: { $text }
       *[no] { "" }
    }
assistant-answer-title = To { $name }
assistant-field-answer = Your words
assistant-answer-sent = Your words are on their way to { $name }.
assistant-cases = Talks with the team
assistant-cases-all = All talks
assistant-cases-none = Nobody has wanted to talk to a person yet.
assistant-cases-line = • #{ $number } { $who }: { $state ->
        [new] waiting since { $since }
        [waiting] waiting for { $host } since { $since }
        [open] { $host } answered, { $since }
       *[closed] over, { $since }
    }{ $starred ->
        [yes] { " " }{ $stars }
       *[no] { "" }
    }
assistant-duty = Duty
assistant-duty-on = I am on duty
assistant-duty-off = My duty is over
assistant-duty-begun = You are on duty: new questions come to you in private as well.
assistant-duty-ended = Your duty is over.
assistant-duty-now = { $some ->
        [yes] On duty: { $names }.
       *[no] Nobody is on duty.
    }
assistant-duty-waiting = { $count ->
        [0] Nothing waits for an answer.
        [one] One talk waits for an answer:
       *[other] { $count } talks wait for an answer:
    }
assistant-status = { $count ->
        [one] One talk waits for a person.
       *[other] { $count } talks wait for a person.
    }{ $staffed ->
        [yes] { "" }
       *[no] { " " }Nobody is on duty (/duty).
    }
assistant-status-stars = Help by a person: { NUMBER($mean) } of 5 stars.

## The AI server

assistant-sent-out = When I know the answer to a question that you ask me, your question and up to three texts of this community that fit it go to { $server }, where an AI puts the answer into words. Your name and account do not, nor does anything that others wrote to me; a made-up code that means nothing outside of me tells your questions from those of others. What is kept there is up to whoever runs that server, so ask nothing that is to stay here.
assistant-no-server = Answers are to be worded by AI, but whoever runs the bot has set up no AI server for it. So I answer with what I find.
assistant-spent = AI server: { NUMBER($tokens) } of { NUMBER($budget) } tokens used today, { $questions ->
        [one] for one question.
       *[other] for { $questions } questions.
    }{ $counted ->
        [yes] { "" }
       *[no] { " " }It did not count { NUMBER($untold) } of them; they are reckoned as the most it can have been.
    }{ $resting ->
        [yes] { " " }It fails, so I leave it alone for a while and answer with what I find.
       *[no] { "" }
    }

## What the bot knows

assistant-add = Add an entry
assistant-edit = Edit
assistant-import = Bring a file
assistant-remove = Remove
assistant-remove-named = Remove { $name }
assistant-faq = What I can answer
assistant-knowledge = Documents
assistant-content = Content shelf
assistant-field-title = The question
assistant-field-body = The answer
assistant-field-language = Language
assistant-field-tags = Tags
    .help = with commas between them
assistant-field-url = Web address
assistant-field-file = The file
assistant-file-limit = Markdown with headings, CSV (question;answer or any table; one of title, url, category and tags alone fills the shelf) or text; { $megabytes } MB at most
assistant-language = { $language ->
        [cs] Czech
        [en] English
       *[other] { $language }
    }
assistant-entry-about = Language: { assistant-language }{ $tagged ->
        [yes] . Tags: { $tags }
       *[no] { "" }
    }
assistant-learn = Teach the bot
assistant-learn-help = Everybody may read this: leave out names and whatever concerns only who asked.
assistant-learn-nothing = Nobody has answered there yet, so there is nothing to learn.
assistant-added = From now on I answer this.
assistant-edited = That is how I answer it from now on.
assistant-removed = { $name } is gone; I answer nothing from it any more.
assistant-faq-none = I can answer nothing yet. Add an entry, or bring a file.
assistant-faq-line = • { $title }{ $sourced ->
        [yes] { " " }<i>({ $source })</i>
       *[no] { "" }
    }
assistant-documents = Documents
assistant-documents-none = There are no documents yet. Bring a file: Markdown, CSV or text.
assistant-document = • { $name }: { assistant-language }, { $sections ->
        [one] one section
       *[other] { $sections } sections
    }
assistant-document-gone = That document is not here any more. /knowledge shows those there are.
assistant-imported = { $replaced ->
        [yes] { $name } replaces what was here under that name:
       *[no] { $name } is here:
    } { $sections ->
        [one] one section.
       *[other] { $sections } sections.
    }
assistant-entry-empty = An entry needs a question and an answer, so nothing was kept. What you wrote: { $text }
assistant-entry-long = The question may have { NUMBER($title) } characters and the answer { NUMBER($body) }, so nothing was kept. What you wrote: { $text }
assistant-no-address = { $url } is no web address; it begins with https://. Nothing was kept. What you wrote: { $text }
assistant-no-language = I speak no { $language }; there are: { $known }. Nothing was kept.
assistant-full = I keep at most { NUMBER($most) } entries, so nothing was added. Remove some with /faq list or /knowledge first.
assistant-file-large = { $name } is larger than { $megabytes } MB, so nothing was kept. Split it.
assistant-file-binary = { $name } is no text, so nothing was kept. Save it as Markdown, CSV or text.
assistant-file-empty = In { $name } there is nothing that could be an answer, so nothing was kept. A heading needs text under it, a table a row under its head.
assistant-file-many = { $name } has more than { NUMBER($most) } sections, so nothing was kept. Split it.
assistant-file-broken = { $name } is no table that I can read, so nothing was kept. Save it once more as CSV.

## The content shelf

assistant-shelve = To the shelf
assistant-field-content = What it is called
assistant-field-category = Category
assistant-shelf = Worth reading and watching
assistant-shelf-none = Nothing stands on the shelf yet.
assistant-shelf-line = • { $link }{ $said ->
        [yes] { " " }<i>({ $about })</i>
       *[no] { "" }
    }
assistant-shelved = { $title } stands on the shelf.
assistant-shelf-filled = { $lines ->
        [one] One line of { $name } stands on the shelf.
       *[other] { NUMBER($lines) } lines of { $name } stand on the shelf.
    }{ $replaced ->
        [yes] { " " }What had stood there under the same address is put anew.
       *[no] { "" }
    }
assistant-shelf-line-broken = Line { $number } of { $name } needs a name and a web address, beginning with https://; it has “{ $url }”. Nothing was kept: put it right and bring the file again.
assistant-shelf-empty = It needs a name and a web address, so nothing was kept. What you wrote: { $text }
assistant-shelf-full = { NUMBER($most) } things stand on the shelf, which is as many as there may be. Take something off with /content remove first. What you wrote: { $text }
assistant-shelf-unknown = Nothing on the shelf is called { $asked }. /content list shows what there is.
assistant-shelf-several = Several things on the shelf begin with { $asked }. Type the whole name.

## What was changed

assistant-add-changed = entry added: { $after }
assistant-edit-changed = entry edited: { $after }
assistant-import-changed = document brought along: { $after }
assistant-shelve-changed = put on the shelf: { $after }
assistant-remove-changed = removed: { $before }
