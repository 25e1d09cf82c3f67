### The assistant: answers from the community’s own texts.

assistant-title = Assistant
assistant-about = Answers members’ questions from your own texts, or offers them a person.

## Commands

cmd-ask = Ask something; the answer comes from the community’s own texts, or from a person
opt-ask-question = what you want to know; without it a form opens
cmd-faq-add = Add a question with its answer to what the bot knows
cmd-faq-list = See all questions that the bot can answer, change and remove them
cmd-faq-import = Bring questions and answers along from a file: Markdown, CSV or text
cmd-knowledge = See the documents that the bot answers from, and remove them
cmd-content-add = Put an article, a video or a guide on the shelf, with its address
cmd-content-list = See what is worth reading and watching
cmd-content-remove = Take something off the shelf
opt-content-remove-title = what it is called

## Settings

assistant-setting-least-confidence = How sure an answer has to be
assistant-setting-least-confidence-takes = percent, 20 to 95: with a higher number the bot is silent more often and wrong less often
assistant-setting-most-handed-in-a-day = How many questions one person may hand to the team in a day
assistant-setting-phrasing = Answers worded by AI
assistant-setting-phrasing-takes = yes or no: with yes, a question asked with /ask leaves here together with up to three of your texts that fit it, for the AI server that whoever runs the bot has chosen; it answers in the asker’s language, with the sources under it. /privacy tells everybody

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
assistant-read = Read
assistant-ask-person = Ask a person
assistant-entry-gone = That is not here any more. Ask again with /ask.
assistant-question-gone = That question is not here any more: what nobody handed on is forgotten after a day. Ask again with /ask.
assistant-handed = { $new ->
        [yes] The team has your question. Their answer comes to you in private.
       *[no] The team has your question already. Their answer comes to you in private.
    }
assistant-handed-enough = { $most ->
        [one] One question a day goes to the team from one person, and yours is on its way.
       *[other] { $most } questions a day go to the team from one person, and yours are on their way.
    } Send this one tomorrow: { $text }

## The team

assistant-post = <b>{ $who }</b> asks, and I have no answer:
    “{ $text }”{ $state ->
        [answered] { " " }Answered by { $host }.
       *[open] { "" }
    }
assistant-answer = Answer in person
assistant-answer-title = Answer to { $name }
assistant-field-answer = Your answer
assistant-answer-sent = Your answer is on its way to { $name }.
assistant-answer-length = An answer has 1 to { NUMBER($most) } characters, so nothing was sent. What you wrote: { $text }
assistant-answered-before = { $named ->
        [yes] { $host } has answered already, so nothing was sent.
       *[no] Somebody has answered already, so nothing was sent.
    }{ $written ->
        [yes] { " " }What you wrote: { $text }
       *[no] { "" }
    }
assistant-answer-message = <b>{ $host }</b> answers what you asked (“{ $quoted }”):
    { $text }
assistant-status = { $count ->
        [one] One question waits for a person.
       *[other] { $count } questions wait for a person.
    }

## The AI server

assistant-sent-out =
    <b>What leaves here</b>
    When I know the answer to a question that you ask with /ask, your question and up to three texts of this community that fit it go to { $server }, where an AI puts the answer into words. Your name and account do not, nor does anything that others wrote to me; a made-up code that means nothing outside of me tells your questions from those of others. What is kept there is up to whoever runs that server, so ask nothing that is to stay here.
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
assistant-file-limit = Markdown with headings, CSV (question;answer, or a table) or text; { $megabytes } MB at most
assistant-language = { $language ->
        [cs] Czech
        [en] English
       *[other] { $language }
    }
assistant-entry-about = Language: { assistant-language }{ $tagged ->
        [yes] . Tags: { $tags }
       *[no] { "" }
    }
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
