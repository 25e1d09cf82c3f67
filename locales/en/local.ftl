### The chat in the terminal. { $name } is a person's name, { $switch } what is typed to play them ("@ema").

local-name-member = Emma
local-name-host = Harry
local-name-moderator = Mia

local-welcome = You write as { $name }. ? shows what you can do, quit ends.
local-first-zone = The community begins on this machine’s clock, { $zone }. community.zone in config.toml sets another.
local-languages-stay = Whoever was here before keeps their language ({ $names }); /preferences changes it.
local-bye = Good night.
local-help =
    Just write to chat. A line that starts with / is a command; try /help.
    @afterglow asks the bot in front of everybody: @afterglow how much is delivery?
    A number presses the button that has it, in the last message of this channel.
    { $people } let you play somebody else.
    @new Ann brings in somebody new; @new Ann cs owner with a language and a role.
    #hosts and #general change the channel, #direct is your private chat with the bot.
    In a form, Enter or - keeps the value in brackets, ! cancels. // and @@ begin an answer with / or @.
    quit ends. What the bot notes down meanwhile is in { $log }.
local-you-are = You are now { $name } ({ $role }).
local-no-such-person = Nobody here is called { $name }. Here are { $people }; @new { $name } brings somebody in.
local-new-how = Write a name, and a language or a role if you like: @new Ann, @new Ann cs, @new Ann owner.
local-new-taken = { $name } is here already. @{ $name } lets you play them.
local-people = Here are { $people }; @new Ann brings in somebody new.
local-more-people = { $people } … ({ $count } in all)
local-places = You can go to { $places }.
local-hosts-only = The channel #hosts is for hosts and moderators; @host lets you play one.

local-only-you = only you see this
local-direct = direct message
local-edited = edited
local-unseen = There is something new for { $name }; { $switch } shows it.
local-unseen-hosts = There is something new in #hosts; @host shows it.

local-no-such-button = There is no button { $number } here; the last message has { $numbers }.
local-no-buttons = Nothing here has buttons yet, so { $number } presses none. It was not sent to the chat either.
local-buttons-elsewhere = Nothing here has buttons. Those shown last are in { $place }; go there first, then press { $number }.
local-link = The button leads to { $link }
local-near-command = There is no command { $typed }. Did you mean <b>{ $near }</b>?
local-unknown-command = There is no command { $typed }. /help lists those you can use.

local-file = The file is kept as { $path }.
local-picture = As a picture: { $path }
local-form-waits = “{ $title }” waits for you; press Enter to answer.
local-form-how = Enter keeps what stands in brackets, ! cancels.
local-form-needed = This one is needed; ! cancels the whole form.
local-form-say-file = The path of a file on this computer, or words that will stand in the file.
local-form-number = A number, please, such as 5 or 2.5; ! cancels.
local-form-choice = Pick one of them by its number or its name; ! cancels.
local-form-choices = Pick any of them by number or name, with commas between: 1, 3; ! cancels.
local-form-yes-no = Answer yes or no; ! cancels.
local-form-say-choices = Pick any of them by number or name, with commas between: 1, 3.
local-form-say-yes-no = Answer yes or no.
local-form-cancelled = Cancelled; nothing was sent.
local-form-left = You left “{ $title }”; nothing of it was sent. To begin an answer with / or @, write // or @@.
local-form-entered = You had entered { $label }: { $value }
local-yes = yes
local-no = no

local-problem-right = I lack the right { $right } here. Give it to me in the settings of the chat.
local-problem-shut = I may not write to { $place }. Open it to me, or choose another place.
local-problem-tag = The tag { $tag } does not fit: it needs 1 to { $most } characters.
local-problem-no-door = There is no place called { $door } here. Choose another one.
