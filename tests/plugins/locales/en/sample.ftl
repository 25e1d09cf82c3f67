sample-about = Says hello, to be tried out.
cmd-hello = Say hello
sample-hello = { $greeting }.
sample-wave = Wave
sample-thanks =
    Thanks for staying { $stream_minutes ->
        [one] { $stream_minutes } minute
       *[other] { $stream_minutes } minutes
    }, { $name }.
sample-thanks-brief = Thanks, { $name }.
sample-question = How was it?
sample-last = See you next time.
sample-setting-greeting = What it says
sample-setting-minutes = Minutes to wait
sample-setting-loud = Say it loudly
sample-setting-tone = Tone
sample-setting-tone-warm = warm
sample-setting-tone-brief = brief
sample-setting-days = On which days
sample-setting-days-saturday = Saturday
sample-setting-days-sunday = Sunday
sample-setting-patience = How long it waits
sample-setting-evening = When the evening starts
sample-journey-after-thanks = Thanks
sample-journey-after-question = Question
