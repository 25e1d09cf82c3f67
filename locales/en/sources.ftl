### Channels elsewhere that are watched for streams.

sources-title = Where streams are seen
sources-about = Streams on Twitch, YouTube and Kick begin and end here by themselves.
sources-heading = <b>Where streams are seen</b>

cmd-source-list = See which channels are watched for streams
cmd-source-add = Watch a channel, so that its streams begin here by themselves
cmd-source-remove = Watch a channel no more
opt-source-add-service = where it is
opt-source-add-channel = its name or address
opt-source-remove-service = where it is
opt-source-remove-channel = its name
sources-setting-channels = Channels that are watched for streams
sources-name =
    { $source ->
        [twitch] Twitch
        [youtube] YouTube
        [kick] Kick
       *[hook] Programs of your own
    }
sources-none = No channel is watched: streams begin by /stream start, or by themselves on Discord and Telegram. /source add watches one.
sources-running =
    { $watching ->
        [yes] { sources-name }: watching { $channels }
       *[no] { sources-name }: ready, without a channel of yours
    }
sources-down = { sources-name }: does not run. { $problem }
sources-off = { sources-name }: not set up, so { $channels } cannot be watched. Whoever runs the bot has to set its keys.
sources-note = { sources-name }: { $note }
sources-added = { sources-name }: { $name } is watched from now on. Its streams begin and end here by themselves, and whoever writes in its chat counts as there.
sources-added-off = { sources-name }: { $name } is noted, but { sources-name } is not set up: whoever runs the bot has to set its keys.
sources-there = { sources-name }: { $name } is watched already.
sources-removed = { sources-name }: { $name } is watched no more.
sources-not-there = { sources-name }: { $name } was not added here. What stands in the bot's configuration is removed there.
sources-no-name = { $typed } cannot be the name of a channel there. Write it as it stands in the channel's address.
sources-full = { $most } channels are watched already. Remove one first.
sources-elsewhere = { sources-name }: { $name } is watched for another community of this bot.
