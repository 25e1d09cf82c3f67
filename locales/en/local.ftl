### The chat in the terminal. { $name } is a person's name, { $switch } what is typed to play them ("@ema").

local-name-member = Emma
local-name-host = Harry
local-name-moderator = Mia

local-welcome = You write as { $name }. ? shows what you can do, quit ends.
local-bye = Good night.
local-help =
    Just write to chat. A line that starts with / is a command; try /help.
    A number presses the button that has it, in the last message of this channel.
    { $people } let you play somebody else.
    @new Ann brings in somebody new; @new Ann cs owner with a language and a role.
    #hosts and #general change the channel, #direct is your private chat with the bot.
    In a form, Enter or - keeps the value in brackets, ! cancels.
    quit ends.
local-you-are = You are now { $name } ({ $role }).
local-no-such-person = Nobody here is called { $name }. Here are { $people }; @new { $name } brings somebody in.
local-new-how = Write a name, and a language or a role if you like: @new Ann, @new Ann cs, @new Ann owner.
local-new-taken = { $name } is here already. @{ $name } lets you play them.
local-hosts-only = The channel #hosts is for hosts and moderators; @host lets you play one.

local-only-you = only you see this
local-direct = direct message
local-edited = edited
local-unseen = There is something new for { $name }; { $switch } shows it.
local-unseen-hosts = There is something new in #hosts; @host shows it.

local-no-such-button = There is no button { $number } here; the last message has { $first } to { $last }.
local-link = The button leads to { $link }
local-near-command = There is no command { $typed }. Did you mean <b>{ $near }</b>?
local-unknown-command = There is no command { $typed }. /help lists those you can use.

local-form-waits = “{ $title }” waits for you; press Enter to answer.
local-form-how = Enter keeps what stands in brackets, ! cancels.
local-form-needed = This one is needed; ! cancels the whole form.
local-form-number = A number, please, such as 5 or 2.5.
local-form-choice = Pick one of them by its number or its name.
local-form-choices = Pick any of them by number or name, with commas between: 1, 3.
local-form-yes-no = Answer yes or no.
local-form-cancelled = Cancelled; nothing was sent.
local-yes = yes
local-no = no
