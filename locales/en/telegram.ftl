### What the Telegram edge says by itself.

## Private answers to something that was said in a group

telegram-open-private = I answer this in private. Open our chat, then try again here.
telegram-open-private-button = Open our chat
telegram-answered-privately = The answer is in our private chat.
telegram-anonymous = You write as the group, so I cannot tell who you are. An administrator who presses this button asked for it.
telegram-anonymous-button = It is me
telegram-anonymous-not-you = Only an administrator of the group can do that.

## Forms, one question after another

telegram-form-way-out = To stop, send { $command }.
telegram-form-stop = Cancel
telegram-form-resumed = You were at question { $number } of { $total }.
telegram-form-yes = Yes
telegram-form-no = No
telegram-form-done = Done
telegram-form-skip = Skip
telegram-form-keep = Keep: { $value }
telegram-form-now = This is there now; a tap copies it:
telegram-form-number = That needs a number, such as 12 or 3.5.
telegram-form-file = Send the file here, please, as you send files to anybody.
telegram-form-choose = Please choose with the buttons.
telegram-form-cancelled = Stopped. Nothing was changed.
telegram-form-over = This question is closed. Start again with the command.

## What stops the bot from doing its work in a group, with the cure

telegram-problem-not-in-chat = I am not in the group. Add me in the group's settings, then make me an administrator.
telegram-problem-not-administrator = I am not an administrator of the group, so I do not see who joins, leaves and reacts. Make me one in the group's settings; the right to invite people is enough.
telegram-problem-no-answer = Telegram does not answer at the moment. Try again in a few minutes.
telegram-problem-token = Telegram does not accept my token any more. Whoever runs me must ask @BotFather for a new one and start me with it.
telegram-problem-webhook = Telegram cannot bring me what happens at { $address }: { $why }. Whoever runs me must see to that address, or leave it out of the configuration; then I ask by myself.
telegram-problem-tag = A tag has at most { $limit } characters, and no emoji.
telegram-problem-no-tags = I may not give tags. Allow me to manage them in the group's settings, under administrators.
telegram-problem-no-invites = I may not invite people or let them in. Allow me to in the group's settings, under administrators.
telegram-problem-no-removing = I may not see anybody out. Allow me to ban people in the group's settings, under administrators; that is how Telegram calls it.
telegram-problem-no-topics = I may not manage topics. Allow me to in the group's settings, under administrators.
telegram-problem-no-deleting = I may not delete messages. Allow me to in the group's settings, under administrators.
telegram-problem-no-video-chats = I may not manage video chats. Allow me to in the group's settings, under administrators.
telegram-problem-silenced = I may not write here. Allow me to post, or make me an administrator.
telegram-problem-door-kind = { $door } is a simple group, from which nobody can be seen out for a while. Turn on “Chat history for new members” in its settings: then Telegram makes a supergroup of it.
