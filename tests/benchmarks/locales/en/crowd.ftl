crowd-thanks = Thanks for staying, { $name }. { $streams_attended ->
    [one] It was your first stream with us.
   *[other] It was your stream number { $streams_attended }.
}
crowd-remind = Remind me
crowd-less = Less of this
