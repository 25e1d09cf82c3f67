### Help, plugins, journeys, roles, status, changes, and the stop button.

admin-title = Help and moderation
admin-about = Help, settings, journeys, roles, and the button that stops everything.

## Commands

cmd-help = See what you can do here
cmd-status = See whether everything is well
cmd-everything-stop = Stop every message that nobody asked for, at once
cmd-everything-resume = Let go on what was stopped
cmd-plugin-list = See all plugins and which are on
cmd-plugin-enable = Turn a plugin on
cmd-plugin-disable = Turn a plugin off
cmd-plugin-configure = See a plugin's settings, or change one
cmd-journey-list = See all journeys and which run
cmd-journey-show = See a journey step by step
cmd-journey-preview = See who would get what, when, and who would not and why
cmd-journey-test = Get a journey's messages yourself, as a test
cmd-journey-edit = Change when, how and what a journey writes
cmd-journey-approve = Let a journey run that waits for it, or all of a plugin's
cmd-journey-pause = Hold a journey's messages until you let it go on
cmd-journey-resume = Let a paused or stopped journey go on
cmd-journey-start = Start a one-off journey; asks once more before it does
cmd-journey-stop = Stop a journey for everybody; asks once more before it does
cmd-permission = Choose who may use a command, or see what was chosen
cmd-host-add = Make somebody a host
cmd-host-remove = Make a host a plain member again
cmd-moderator-add = Make somebody a moderator, who may also approve what others edit
cmd-moderator-remove = Make a moderator a plain member again
cmd-audit = See who changed what, and undo it

opt-help-command = the command, such as stream start
opt-plugin-enable-name = the plugin's name
opt-plugin-disable-name = the plugin's name
opt-plugin-configure-name = the plugin's name
opt-plugin-configure-key = the setting to change
opt-plugin-configure-value = its new value
opt-journey-show-name = the journey's name
opt-journey-preview-name = the journey's name
opt-journey-test-name = the journey's name
opt-journey-edit-name = the journey's name
opt-journey-approve-name = the journey's name
opt-journey-pause-name = the journey's name
opt-journey-resume-name = the journey's name
opt-journey-start-name = the journey's name
opt-journey-stop-name = the journey's name
opt-permission-command = the command, in quotes if it has several words
opt-permission-role = the least role that may use it
    .member = member, members, everybody
    .host = host, hosts
    .moderator = moderator, moderators
    .owner = owner
opt-host-add-member = who
opt-host-remove-member = who
opt-moderator-add-member = who
opt-moderator-remove-member = who
opt-audit-page = which page, from 1

## Parts of every screen

admin-yes = yes
admin-no = no
admin-nothing = nothing
admin-quoted = “{ $text }”
admin-diff = { $what }: { $before } → { $after }
admin-undo = Undo
admin-undo-numbered = Undo { $entry }
admin-redo = Undo the undoing
admin-undone = Undone. Now: { $what }

## Help

admin-help-page = Help
admin-help-title = What you can do here
admin-help-plugin = <b>{ $name }</b>
admin-help-line = <code>{ $command }</code> – { $what }
admin-help-more = More about one of them: <code>/help COMMAND</code>
admin-help-who =
    { $role ->
        [member] Everybody may use it.
        [host] For hosts and moderators.
        [moderator] For moderators.
       *[owner] For the owner.
    }
admin-help-options = <b>Options</b>
admin-help-option =
    <code>{ $name }</code> – { $what }{ $closed ->
        [yes] : { $choices }
       *[no] { "" }
    }{ $required ->
        [yes] { "" }
       *[no] { " " }(may be left out)
    }
admin-help-kind =
    { $kind ->
        [whole] a whole number
        [number] a number
        [yes_no] yes or no
        [member] a member's name
        [moment] a time, such as “tomorrow 18:30” or “in 2 h”
        [choice] one of
       *[text] a text
    }
admin-help-examples = <b>Examples</b>
admin-help-example = <code>{ $example }</code>
admin-help-unknown =
    { $found ->
        [yes] There is no command { $asked } for you here. Did you mean { $near }?
       *[no] There is no command { $asked } for you here. /help lists those you can use.
    }

## Status

admin-status-title = Status
admin-status-stopped =
    { $named ->
        [yes] Everything is stopped since { $since }, by { $name }. What falls due is held until you let it go on.
       *[no] Everything is stopped since { $since }. What falls due is held until you let it go on.
    }
admin-platform =
    { $name ->
        [local] Chat in the terminal
        [discord] Discord
        [telegram] Telegram
       *[other] { $name }
    }
admin-status-platform =
    { $running ->
        [yes] { admin-platform }: running
       *[no] { admin-platform }: does not run. { $problem } It keeps trying; if this lasts, check the token and the network.
    }
admin-status-live =
    { $titled ->
        [yes] Live since { $since }: { $title }
       *[no] Live since { $since }
    }
admin-status-last-stream =
    { $titled ->
        [yes] Nobody is live. The last stream, { $title }, ended { $ended }.
       *[no] Nobody is live. The last stream ended { $ended }.
    }
admin-status-no-stream = There has been no stream yet.
admin-status-deliveries = Messages: { $sent } sent or put into inboxes today, { $posts } posted in channels, { $skipped } left out today, { $pending } to come, { $held } held
admin-status-held = Held: { $reasons }
admin-status-held-reason =
    { $count } { $reason ->
        [shadow] till the journey's first release
        [needs-approval] till the journey is approved
        [paused] while the journey is paused
        [plugin-off] while the plugin is off
        [all-stopped] while everything is stopped
        [on-air] till the stream is over
       *[other] for another reason
    }
admin-status-next = Next message: { $at }
admin-status-unknown =
    { $count ->
        [one] Of { $count } message today nobody can say whether it arrived. It is not repeated.
       *[other] Of { $count } messages today nobody can say whether they arrived. They are not repeated.
    }
admin-status-failed =
    { $count ->
        [one] { $count } message failed today. The incidents say where.
       *[other] { $count } messages failed today. The incidents say where.
    }
admin-status-no-incidents = No incidents.
admin-status-incidents = <b>Newest incidents</b>
admin-status-incident = <code>{ $code }</code> – { $place }, { $at }
admin-stop-everything = Stop everything
admin-stopped =
    Everything is stopped. Nothing leaves that nobody asked for; answers to what people do go on.
    { $waiting ->
        [0] Nothing is waiting.
        [one] { $waiting } message waits.
       *[other] { $waiting } messages wait.
    }{ $scheduled ->
        [yes] { " " }The next one would be due { $next }.
       *[no] { "" }
    }
admin-stopped-till = A moderator can let it go on with /everything resume.
admin-resume-everything = Let it go on
admin-resumed =
    It goes on.
    { $waiting ->
        [0] Nothing was waiting.
        [one] { $waiting } message that waits is looked at afresh; if it has become pointless, it is left out.
       *[other] { $waiting } messages that wait are looked at afresh; what has become pointless is left out.
    }
admin-not-stopped = Nothing is stopped, so all goes on as before.

## Plugins

admin-suggested = { $name }
admin-plugins-title = Plugins
admin-plugins-page = Plugins
admin-plugin-card = Plugin
admin-plugins-line =
    <b>{ $name }</b> · { $state ->
        [on] on
        [off] off
       *[locked] always on
    } – { $about }
admin-plugins-failed = <b>{ $name }</b> · could not be loaded: { $error } Mend or remove it, then restart the bot. The log has more under <code>{ $code }</code>.
admin-plugin-title =
    <b>{ $name }</b> · { $state ->
        [on] on
        [off] off
       *[locked] always on
    }
admin-plugin-no-settings = It has no settings.
admin-plugin-nothing-to-set = { $name } has no settings to change.
admin-plugin-setting =
    { $changed ->
        [yes] <code>{ $key }</code> – { $label }: <b>{ $value }</b> (usually { $default })
       *[no] <code>{ $key }</code> – { $label }: <b>{ $value }</b>
    }
admin-plugin-on =
    { $speaks ->
        [yes] <b>{ $name }</b> is on. Its commands: { $commands }.
       *[no] <b>{ $name }</b> is on.
    }{ $writes ->
        [yes] { " " }What was held meanwhile is looked at afresh; what has become pointless is left out.
       *[no] { "" }
    }
admin-plugin-off =
    <b>{ $name }</b> is off.{ $speaks ->
        [yes] { " " }These no longer answer: { $commands }.
       *[no] { "" }
    }{ $writes ->
        [yes] { " " }Its journeys take nobody in. What falls due for those under way is held, and looked at afresh when the plugin is on again.
       *[no] { "" }
    } Its settings and data stay as they are.
admin-plugin-lacks = ⚠ { $what } Without it: { $without }
admin-plugin-already =
    { $state ->
        [on] { $name } is on already.
       *[off] { $name } is off already.
    }
admin-switch-on = Turn on
admin-switch-off = Turn off
admin-change-settings = Change settings
admin-change-settings-part = Change settings ({ $part } of { $of })
admin-settings-of = Settings of { $name }
admin-settings-draft =
    { $some ->
        [yes] <b>{ $name }</b>: this would change
       *[no] <b>{ $name }</b>: nothing of that fits yet
    }
admin-settings-no-draft = Nothing of yours waits to be kept for { $name }; it may be a day old, or kept already. /plugin configure { $typed } shows what holds.
admin-settings-dropped = Dropped. { $name } stays as it was.
admin-settings-correct = Correct it
admin-settings-more = Change more
admin-keep-settings = Keep it
admin-drop-settings = Drop it
admin-settings-saved = <b>{ $name }</b>: changed
admin-settings-same = Nothing changed: { $name } is set like that already.
admin-setting-unknown = { $name } has no setting { $asked }. It has: { $known }
admin-setting-wrong = { $label }: I cannot use “{ $given }”. It takes { $expected }. I kept { $kept }.
admin-expects-yes-no = yes or no
admin-expects-choice =
    { $several ->
        [yes] any of: { $choices }
       *[no] one of: { $choices }
    }
admin-expects-number =
    { $whole ->
        [yes] a whole number
       *[no] a number
    }{ $bounds ->
        [both] { " " }from { $low } to { $high }
        [low] { " " }from { $low } up
        [high] { " " }up to { $high }
       *[none] { "" }
    }
admin-expects-span = a length of time up to 400 days, such as 10 min, 3 h or 2 d
admin-expects-clock = a time of day, such as 18:00
admin-expects-list = a list with commas between
admin-expects-text =
    { $limited ->
        [yes] a text of at most { $longest } characters
       *[no] a text
    }

## Journeys: the list and one in detail

admin-journeys-title = Journeys
admin-journeys-page = Journeys
admin-journeys-none = There are no journeys here. A plugin that brings some is turned on with /plugin enable.
admin-journeys-line =
    <b>{ $name }</b>{ $told ->
        [yes] , { $about }
       *[no] { "" }
    }
    { admin-status-word } · version { $version } · { $people ->
        [0] nobody under way
        [one] { $people } person under way
       *[other] { $people } people under way
    }
admin-status-word =
    { $status ->
        [shadow] waits for its first release
        [waiting] waits for approval
        [running] running
        [paused] paused
       *[stopped] stopped
    }{ $off ->
        [yes] { " " }· the plugin is off
       *[no] { "" }
    }
admin-journey-card = Journey
admin-journey-title =
    <b>{ $name }</b> · { admin-status-word } · version { $version } · { $people ->
        [0] nobody under way
        [one] { $people } person under way
       *[other] { $people } people under way
    }
admin-journey-starts = Starts { $start }. For: { $whom }.
admin-trigger-stream =
    { $who ->
        [signed_up] when a stream ends, for those who signed up and did not come
       *[attended] when a stream ends, for those who were there
    }
admin-trigger-activity = when somebody does this: { $activity }
admin-trigger-date = on the day in “{ $fact }” at { $clock }
admin-trigger-segment = when somebody enters the segment { $segment }
admin-trigger-once = by hand, once
admin-step-title =
    { "" }
    <b>{ $number }. { $name }</b>{ $kind ->
        [task] { " " }(a task)
        [wait] { " " }(a wait)
       *[message] { "" }
    }{ $on ->
        [yes] { "" }
       *[no] { " " }· switched off
    }
admin-step-when = When: { $when }
admin-step-whom = To whom: { $whom }
admin-step-routes = How: { $routes }; time to send it: { $expiry }
admin-way =
    { $way ->
        [direct-inbox] direct message, else the inbox
        [inbox] inbox only
        [direct] direct message only
        [direct-thread-inbox] direct message, else a private thread, else the inbox
        [direct-mention-inbox] direct message, else a mention, else the inbox
        [thread-inbox] private thread, else the inbox
        [mention-inbox] mention, else the inbox
       *[off] not at all: the step is switched off
    }
admin-whole-line = { $what }: { $value }
admin-whole-caps = { $day } a day, { $week } a week
admin-whole-holdout = { $share } %
admin-whole-goal = Goal: { $what } within { $span }
admin-step-needless = Needless once this is done: { $what }
admin-step-needs = Only where one of these says something: { $what }
admin-step-waits = Waits for: { $what }
admin-step-task = Does: <code>{ $task }</code>
admin-step-text =
    { $several ->
        [yes] To you, variant { $name } ({ $share } %): <i>{ $text }</i>
       *[no] To you: <i>{ $text }</i>
    }
admin-when-delay =
    { $at_once ->
        [yes] at once
       *[no] { $span }
    } { $anchor ->
        [stream_ended] after the stream's end
        [activity] after it happened
        [date] after that time
        [segment] after entering
        [wait] after the wait before it
       *[once] after the start
    }
admin-when-local =
    { $days ->
        [0] the same day at { $clock }, their own time
        [one] the day after at { $clock }, their own time
       *[other] { $days } days later at { $clock }, their own time
    }
admin-route =
    { $route ->
        [direct] direct message
        [thread] private thread
        [mention] mention in a channel
        [inbox] their inbox
       *[stage] said in the next stream
    }

## Journeys: before they leave

admin-preview = Preview
admin-preview-title = Preview: { $name }
admin-preview-basis =
    { $basis ->
        [stream] If it is let go now, for { admin-preview-people } of the newest stream{ $titled ->
            [yes] , { $title }
           *[no] { "" }
        }.
        [running] It is under way. { $people ->
            [0] Nobody
            [one] { $people } person
           *[other] { $people } people
        } of the newest stream{ $titled ->
            [yes] , { $title },
           *[no] { "" }
        } { $people ->
            [0] is
            [one] is
           *[other] are
        } in it; the figures are of what is still to come.
        [edited] Whoever is in it already goes on with the version they began with. This one, as if the newest stream{ $titled ->
            [yes] , { $title },
           *[no] { "" }
        } had just ended, for { admin-preview-people } who were there.
        [live] If the stream that is live{ $titled ->
            [yes] , { $title },
           *[no] { "" }
        } ended now, for { admin-preview-people } seen so far.
        [past] As if the newest stream{ $titled ->
            [yes] , { $title },
           *[no] { "" }
        } had just ended, for { admin-preview-people } who were there.
        [everybody] If it started now for everybody whom it may concern: { admin-preview-people }.
       *[none] There has been no stream yet, so nobody is in it. A test shows you its texts.
    }
admin-preview-share = That is more than I can go through while you wait: the figures are of { $people } of them, evenly chosen.
admin-preview-people =
    { $people ->
        [0] nobody
        [one] { $people } person
       *[other] { $people } people
    }
admin-preview-step = <b>{ $step }</b>: { $count }
admin-preview-routes = · gets it: { $routes }
admin-preview-route =
    { $count } { $route ->
        [direct] by direct message
        [thread] in a private thread
        [mention] by a mention
        [inbox] in their inbox
       *[stage] in the next stream
    }
admin-preview-left-out = · left out: { $reasons }
admin-preview-given-before = · already given: { $routes }
admin-preview-left-out-before = · already left out: { $reasons }
admin-preview-reason =
    { $count } { $reason ->
        [not-for-them] whom the step is not for
        [satisfied] who did it already
        [left] who left
        [stopped] who stopped all messages
        [no-consent] without consent
        [no-route] who cannot be reached
        [expired] too late
        [merged] who get a later step instead
        [live-again] since you were live again
        [exited] who ended it themselves
        [unhappy] who were unhappy
        [holdout] held out for comparison
        [capped] who get enough already
        [quiet-hours] in quiet hours till it is pointless
        [cap-wait] who get enough already
        [same-person] who get it by another account
        [superseded] who are in a newer stream's journey
        [cancelled] since the journey was stopped
        [unknown-outcome] of which nobody knows whether it arrived
        [refused] refused by the platform
        [broken] that could not be put together
       *[other] for another reason
    }
admin-preview-samples = <b>As they would see it</b>
admin-preview-sample =
    { $name }, { $at }, { $route ->
        [direct] direct message
        [thread] private thread
        [mention] mention
        [inbox] inbox
       *[stage] next stream
    } ({ $step }): <i>{ $text }</i>
admin-preview-nothing-left = This was only a look: nothing was sent.
admin-test = Test on me
admin-test-mark = <b>Test { $number } of { $of }: { $step }</b>, really { $when }
admin-test-done = That was a test of { $name }, for you alone. Nothing was counted.
admin-only-a-test = Test
admin-only-a-test-answer = This is a test, so the button does nothing here. In the real message it works.

## Journeys: editing

admin-edit = Edit
admin-edit-title = Edit { $name }
admin-edit-line =
    { $number }. <b>{ $step }</b> – { $when }{ $on ->
        [yes] { "" }
       *[no] { " " }· switched off
    }
admin-edit-places = In a text of your own these are filled in: { $names }
admin-edit-what-happens = A change makes a new version, which waits for approval. Those under way stay on the version they started with.
admin-edit-whole = The journey itself
admin-edit-whole-title = { $name } itself
admin-edit-step-title = { $step } in { $name }
admin-edit-saved =
    <b>{ $name }</b>, version { $version }, { $status ->
        [shadow] which waits for its first release.
        [waiting] which waits for approval. Until then its messages are held.
       *[stopped] which is stopped.
    }
admin-edit-same = Nothing changed: { $step } is like that already.
admin-edit-same-whole = Nothing changed: { $name } is like that already.
admin-edit-wrong = { $field }: I cannot use “{ $given }”. It takes { $expected }. I kept “{ $kept }”.
admin-edit-too-late = Mind: { $step } is due only after the journey closes, so nobody gets it.
admin-edit-unknown-place = Mind: nothing fills { $names }; people would read it as it stands.
admin-edit-one-language = Mind: this step now says your text to everybody, also in { $languages }. Write it in that language too.
admin-field-when = When
admin-field-expiry = Time to send it
admin-field-on = Switched on
admin-field-how = How
admin-field-caps = Unasked messages at most
admin-field-closes = Closes after
admin-field-live-again = Ends when you are live again
admin-field-holdout = Held out for comparison
admin-field-goal = Goal counts within
admin-field-share = Share of variant { $variant } in %
admin-field-text = Text in { $language }
admin-help-when = 10 min, 3 h, or days later and their hour: +1 18:00
admin-help-on = a step that is switched off is left out for everybody
admin-help-how = one of the ways listed; a step that is switched off is left out for everybody
admin-help-caps = two whole numbers, a day (up to 20) and a week (up to 50), such as 2 / 6; inboxes do not count
admin-help-closes = a length of time from its start, up to 400 days, such as 48 h or 3 d; nothing is sent later
admin-help-live-again = yes or no; with yes, what is still to come is then left out
admin-help-holdout = per cent, a number from 0 to 50; so many get nothing, which shows what the journey does
admin-help-goal = a length of time from its start, up to 400 days, such as 48 h or 3 d
admin-help-share = per cent, a whole number from 0 to 100; the other variants divide the rest
admin-help-text =
    { $standard ->
        [yes] Empty: the standard text. {"{"}name{"}"}, {"{"}stream_minutes{"}"} are filled in
       *[no] {"{"}name{"}"}, {"{"}stream_minutes{"}"} are filled in
    }
admin-expects-step-text = a text of at most 1500 characters; only a step with a standard text may be empty
admin-standard-text = the standard text
admin-language-en = English
admin-language-cs = Czech
admin-diff-step = { $step } · { $diff }
admin-diff-switched =
    { $on ->
        [yes] switched on
       *[no] switched off
    }
admin-diff-share = Share of variant { $variant }: { $before } % → { $after } %
admin-diff-other = a part that is not shown here

## Journeys: running, pausing, stopping

admin-approve = Approve
admin-pause = Pause
admin-go-on = Let it go on
admin-start = Start …
admin-start-journey = Yes, start it
admin-journey-start-asked =
    <b>{ $name }</b> would begin now for { $people ->
        [0] nobody: its rule fits no one
        [one] one person
       *[other] { $people } people
    }.{ $held ->
        [yes] { " " }Nothing leaves before it is approved.
       *[no] { " " }Its first messages leave as soon as they are due.
    }
    Start it?
admin-journey-started =
    <b>{ $name }</b> has begun.{ $held ->
        [yes] { " " }Its messages are planned and wait until it is approved.
       *[no] { "" }
    }
admin-stop = Stop …
admin-stop-journey = Yes, stop it
admin-journeys-approved = { $count ->
    [one] The journey of { $plugin } runs now.
   *[other] All { $count } journeys of { $plugin } that waited run now.
} See them with /journey list.
admin-journeys-none-wait = No journey of { $plugin } waits for anybody. See them with /journey list.
admin-journey-approved =
    <b>{ $name }</b> runs in version { $version }. { $people ->
        [0] Nobody is under way yet.
        [one] { $people } person is under way; what was held for them is looked at now, and sent only if it still makes sense.
       *[other] { $people } people are under way; what was held for them is looked at now, and sent only if it still makes sense.
    }{ $own ->
        [yes] { " " }You approved your own edit, since I know of no other moderator here.
       *[no] { "" }
    }
admin-held-stopped = Everything is stopped for now, so nothing leaves until that goes on.
admin-held-plugin-off = The plugin { $plugin } is off, so nothing of this leaves until it is on.
admin-held-plugin-gone = The plugin { $plugin } is not there or could not be loaded, so nothing of this leaves, and its texts cannot be shown. Put it back and restart the bot.
admin-journey-not-waiting =
    { $name } does not wait for approval: it is { $status ->
        [running] running
        [paused] paused
       *[stopped] stopped
    }.
admin-journey-paused =
    <b>{ $name }</b> is paused. What falls due is held, and looked at afresh when it goes on. { $people ->
        [0] Nobody is under way.
        [one] { $people } person is under way.
       *[other] { $people } people are under way.
    }
admin-journey-not-running =
    { $status ->
        [paused] { $name } is paused already.
        [stopped] { $name } is stopped already.
       *[waiting] { $name } waits for approval, so nothing of it leaves anyway.
    }
admin-journey-goes-on =
    <b>{ $name }</b> goes on. What was held is looked at afresh; what has become pointless is left out.
admin-journey-back = <b>{ $name }</b> is back and waits for approval. Until then nothing of it leaves.
admin-journey-not-paused =
    { $status ->
        [running] { $name } is running.
       *[waiting] { $name } waits for approval; /journey approve lets it run.
    }
admin-journey-stop-asked =
    Stop <b>{ $name }</b>? Nobody is taken in any more, and what is still to come is dropped. { $people ->
        [0] Nobody is under way.
        [one] { $people } person is under way and gets nothing more of it.
       *[other] { $people } people are under way and get nothing more of it.
    } To hold it for a while, pause it instead.
admin-journey-stopped = <b>{ $name }</b> is stopped. Nothing more of it leaves.

## Roles and permissions

admin-role-given =
    { $role ->
        [moderator] <b>{ $name }</b> is a moderator now: plugins, journeys and changes are theirs too.
       *[host] <b>{ $name }</b> is a host now: streams and the stop button are theirs too.
    }
admin-role-taken =
    { $left ->
        [member] <b>{ $name }</b> is a plain member again.
       *[other] { $role ->
            [moderator] What /moderator add gave <b>{ $name }</b> is taken back. But { admin-role-of-platform }
           *[host] What /host add gave <b>{ $name }</b> is taken back. But { admin-role-of-platform }
        }
    }
admin-role-of-platform =
    { $left ->
        [owner] by the platform’s own rights they own this place and may do everything.
        [moderator] by the platform’s own rights they are a moderator, so they may do what they could before.
       *[host] by the platform’s own rights they are a host, so they may do what they could before.
    } That is changed there: on Discord in Server Settings, Roles (Manage Server, Administrator), on Telegram among the group’s administrators.
admin-role-already =
    { $role ->
        [host] { $name } is a host already.
        [moderator] { $name } is a moderator already.
       *[owner] { $name } is the owner already.
    }
admin-role-more =
    { $has ->
        [owner] { $name } is the owner, and may do all that already. Nothing changed.
       *[moderator] { $name } is a moderator, and may do all that already. Nothing changed.
    }
admin-role-other =
    { $role ->
        [moderator] { $name } was not made a moderator with /moderator add, so there is nothing to take back. { $left ->
            [member] { "" }
           *[other] But { admin-role-of-platform }{ " " }
        }Nothing changed.
       *[host] { $name } was not made a host with /host add, so there is nothing to take back. { $left ->
            [member] { "" }
           *[other] But { admin-role-of-platform }{ " " }
        }Nothing changed.
    }
admin-permission-changed = <code>{ $command }</code>: { admin-role-before } → { admin-role-after }
admin-role-before =
    { $before ->
        [member] everybody
        [host] hosts
        [moderator] moderators
       *[owner] the owner
    }
admin-role-after =
    { $after ->
        [member] everybody
        [host] hosts
        [moderator] moderators
       *[owner] the owner
    }
admin-permission-usual = <code>{ $command }</code>: { admin-role-before }, as usual
admin-permission-line =
    <code>{ $command }</code>: { admin-role-after } (usually { admin-role-before }){ $named ->
        [yes] { " " }· { $name }, { $at }
       *[no] { "" }
    }
admin-permissions-title = Who may use what, where it was changed
admin-permissions-none = Nothing was changed: every command is for those it is usually for.
admin-permissions-list = list
admin-permissions-page = Permissions
admin-permission-same =
    { $role ->
        [member] Everybody may use { $command } already.
        [host] { $command } is for hosts already.
        [moderator] { $command } is for moderators already.
       *[owner] { $command } is for the owner already.
    }

## The list of changes

admin-audit-page = Changes
admin-audit-title = Changes
admin-audit-empty = Nothing was changed here yet.
admin-audit-line =
    { $entry } · { $at } · { $named ->
        [yes] { $name }
       *[no] the bot
    }{ $undo ->
        [yes] { " " }(undid { $undoes })
       *[no] { "" }
    } – { $what }
admin-audit-plugin =
    { $on ->
        [yes] plugin { $name } turned on
       *[no] plugin { $name } turned off
    }
admin-audit-settings = settings of { $name }: { $diff }
admin-audit-permission = <code>{ $command }</code>: { admin-role-before } → { admin-role-after }
admin-audit-role =
    { $member }: { $before ->
        [member] member
        [host] host
        [moderator] moderator
       *[owner] owner
    } → { $after ->
        [member] member
        [host] host
        [moderator] moderator
       *[owner] owner
    }
admin-audit-journey = journey { $name }: { $diff }
admin-audit-status = journey { $name }: { admin-audit-status-before } → { admin-audit-status-after }
admin-audit-status-before =
    { $before ->
        [shadow] first release pending
        [waiting] waiting for approval
        [running] running
        [paused] paused
       *[stopped] stopped
    }
admin-audit-status-after =
    { $after ->
        [shadow] first release pending
        [waiting] waiting for approval
        [running] running
        [paused] paused
       *[stopped] stopped
    }
admin-audit-started = journey { $name }: started by hand
admin-audit-linked =
    { $on ->
        [yes] { $account } and { $other } joined into one member
       *[no] { $account } and { $other } taken apart
    }
admin-audit-account-gone = a forgotten account
admin-audit-everything =
    { $stopped ->
        [yes] everything stopped
       *[no] everything goes on
    }
admin-audit-stream =
    { $on ->
        [yes] { $titled ->
            [yes] the stream { $title } goes on, its end was taken back
           *[no] the stream goes on, its end was taken back
        }
       *[no] { $titled ->
            [yes] the stream { $title } ended
           *[no] the stream ended
        }
    }
admin-audit-other-end =
    { $titled ->
        [yes] the end of the stream { $title }
       *[no] the end of the stream
    }: { $before } → { $after }
admin-audit-other = { $action } { $subject }
