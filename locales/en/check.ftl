### What afterglow check says. { $part } is one of the three that follow.

check-configuration = configuration
check-plugins = plugins
check-texts = texts
check-well = { $part }: well
check-to-mend = { $part }: { $count } to mend
check-plugin-off = { $plugin } is off: { $error } Mend the plugin or uninstall it; the log of afterglow run has the trace.
check-no-text = { $plugin }: screens look for the text { $key }, which is in no language. Add it to { $files }.
