### What afterglow check says. { $part } is one of the three that follow.

check-configuration = configuration
check-plugins = plugins
check-texts = texts
check-well = { $part }: well
check-to-mend = { $part }: { $count } to mend
check-plugin-off = { $plugin } is off: { $error } Mend the plugin or uninstall it; the log of afterglow run has the trace.
check-no-text = { $plugin }: screens look for the text { $key }, which is in no language. Add it to { $files }.
# What run and replay say instead of beginning. { $problems } are lines of their own.
check-before-one = { $problem } When it is mended, afterglow check tells whether all is well.
check-before-several =
    configuration: { $count } to mend{ $problems }
    When they are mended, afterglow check tells whether all is well.

## On the command line

check-doctor-community = { $name }
check-doctor-well = All is well.
check-doctor-line =
    { $weight ->
        [broken] broken
        [warning] warning
       *[note] note
    }: { $what }
check-doctor-networks = What Discord and Telegram say of rights and places is told by /doctor in chat.
check-doctor-empty = There is no community yet: start the bot and put it into a server or group.
check-doctor-old = The database is new, or older than this program. Start the bot once: it makes it ready.
