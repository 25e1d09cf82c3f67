# What the Discord edge says itself.

# Under the last question of a form that is longer than Discord can show at once.
discord-form-cut = Discord shows { $shown } of { $all } questions here. The others stay as they are.
# Seen by one person only, above an answer that everybody sees.
discord-answered-below = Here it is:

# Problems that `/doctor` and the panel show, each with its cure.
discord-problem-not-connected = The bot is not connected to Discord right now. It keeps trying; if this lasts, look into the log.
discord-problem-not-there = The bot is not in this Discord server. Invite it again with the link from /setup.
discord-problem-rights = In { $server } the bot lacks these rights: { $rights }. Give them to its role in Server Settings, Roles.
discord-problem-commands = Discord has no room for these commands: { $names }. Switch off a plugin you do not need.
discord-problem-publishing = Discord did not take the list of commands: { $reason }. The commands from before go on working.
