# What the Discord edge says itself.

# Under the last question of a form that is longer than Discord can show at once.
discord-form-cut = Discord shows { $shown } of { $all } questions here. The others stay as they are.
# Where a form could not be shown within the three seconds that Discord gives.
discord-form-late = That took me too long, and now Discord no longer lets me open the questions. Please try once more.
# Where the database does not take what somebody did.
discord-not-kept = I could not write that down, so nothing has happened. Please try once more in a moment.
# Seen by one person only, above an answer that everybody sees.
discord-answered-below = Here it is:

# Problems that `/doctor` and the panel show, each with its cure.
discord-problem-not-connected = The bot is not connected to Discord right now. It keeps trying; if this lasts, look into the log.
discord-problem-not-there = The bot is not in this Discord server. Invite it again: { $link }
discord-problem-rights = In { $server } the bot lacks these rights: { $rights }. Give them to its role in Server Settings, Roles.
discord-problem-commands = Discord has no room for these commands: { $names }. Switch off a plugin you do not need.
discord-problem-publishing = Discord did not take the list of commands: { $reason }. The commands from before go on working.
discord-problem-role-gone = A role that the bot is to give no longer exists in { $server }. Choose another one.
discord-problem-role-everyone = Everybody has the role { $role }, so it cannot be given. Choose another one.
discord-problem-role-managed = The role { $role } belongs to another app or to Discord itself, so nobody can give it by hand. Choose another one.
discord-problem-role-above = The role { $role } stands above the bot's own role { $mine }. Drag { $mine } above it in Server Settings, Roles.
discord-problem-place = In #{ $channel } the bot lacks these rights: { $rights }. Give them to its role in the channel's settings, Permissions.
discord-problem-role-order = In { $server } the bot's role { $mine } stands below all others, so it can give none of them. Drag it above those it is to give in Server Settings, Roles.
discord-problem-members = The bot is not told who joins and leaves, so nobody is greeted, invites are not attributed, and who left is noticed late. Switch on "Server Members Intent" at discord.com/developers, your application, Bot, and set discord.members to true.
discord-problem-door-gone = In { $server } there is no thread or role any more that was to let people in, or I do not see it. Choose another one.
