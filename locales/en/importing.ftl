### What afterglow import says in the terminal, and why a file of points cannot be used. { $file } is its name.

importing-missing = There is no file { $file }. Nothing was changed.
importing-folder = { $file } is a folder. Name the file in it with the points. Nothing was changed.
importing-closed = { $file } cannot be opened: { $reason }. Nothing was changed.
importing-large = { $file } is larger than { $most } MB. Split it; each part can be brought along by itself. Nothing was changed.
importing-empty = { $file } is empty. Nothing was changed.
importing-no-json = { $file } begins like JSON and is none: { $why }. Save the page once more as it comes. Nothing was changed.
importing-unknown = { $file } is JSON, but neither MEE6's leaderboard (a list "players") nor StreamElements' points (a list "users"). Nothing was changed.
importing-columns = In the first line of { $file } a column is missing: { $missing }. Nothing was changed.
importing-column-points = points (call it points, xp or body)
importing-column-name = whose they are (call it name, username or jméno, or id)
importing-nothing = Nobody in { $file } has any points. Nothing was changed.
importing-nothing-first = Nothing in { $file } can be read; the first thing wrong, at { $number }: { $why }. Nothing was changed.
importing-one-for = --one-for takes a whole number from 1 on. Nothing was changed.
importing-platform = --platform "{ $typed }" is none that is known here; there are: { $known }. Nothing was changed.
importing-no-community = There is no community yet that points could belong to. Start the bot once with afterglow run, and let it be greeted. Nothing was changed.
importing-which-community = Say with --community which one is meant. There are: { $known }. Nothing was changed.
importing-no-import = There is no import { $number }. afterglow import list shows those there are. Nothing was changed.

importing-no-name = the name is missing
importing-long-name = the name is over { $most } characters long
importing-no-platform = it has an id, but of which network? Say so with --platform, or in a column platform
importing-no-points = { $typed } is no number of points
importing-points-out-of-range = points are 0 to { $most }
importing-no-player = it is no player of MEE6's leaderboard
importing-no-user = it is no user of StreamElements
importing-row = the row is no row of a table ({ $problem })

importing-stage = Bringing points along
importing-undoing-stage = Taking points back
importing-title = <b>{ $file }</b>: { $format ->
        [mee6] the leaderboard of MEE6
        [streamelements] the points of StreamElements
       *[csv] a table
    }, for { $community }
importing-accounts = { $count ->
        [one] account with points
       *[other] accounts with points
    }
importing-points = { $one_for ->
        [1] points together; they do not expire
        [one] points together; they do not expire
       *[other] points together, one for each { NUMBER($one_for) } of the file; they do not expire
    }
importing-known = { $count ->
        [one] is a member by that account, and is paid at once
       *[other] are members by that account, and are paid at once
    }
importing-not-here-yet = not here yet: paid when the account first appears, within a year
importing-by-name = known by the name of their account: paid as soon as it is seen or linked
importing-by-nobody = known by a name alone: paid when somebody claims it (/claim) and a moderator says yes, or by /import match
importing-repeated = said twice; the first time counts
importing-no-points-left = without points, left out
importing-broken = cannot be read, left out:
importing-broken-line = { "  " }{ $number }: { $why }
importing-sample = { "  " }{ $name }: { NUMBER($points) }
importing-say-platform = Is it a channel on Twitch? Then add <b>{ $option }</b>: a name there belongs to one account.
importing-paid-before = { $count ->
        [one] { NUMBER($count) } of these accounts was paid from another file of this kind. These points come on top; undo that import first if they should not.
       *[other] { NUMBER($count) } of these accounts were paid from another file of this kind. These points come on top; undo that import first if they should not.
    }
importing-known-file = This very file was brought along before, as import { $number }: nobody is paid twice, and whoever came since is paid now.
importing-only-shown = Nothing was changed. Add <b>{ $option }</b> to do it.
importing-done = Import { $number }: { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    } got { $points ->
        [one] { NUMBER($points) } point
       *[other] { NUMBER($points) } points
    } together.
importing-waiting = { $count ->
        [one] { NUMBER($count) } line waits
       *[other] { NUMBER($count) } lines wait
    } for its people: { $points ->
        [one] { NUMBER($points) } point
       *[other] { NUMBER($points) } points
    }.
importing-undo-hint = To undo it: <b>{ $command }</b>
importing-none = Nothing was brought along yet.
importing-line = { $number }, { $day }: { $file } ({ $format }){ $state ->
        [undone] , undone, { NUMBER($missing) } points were spent before
        [begun] , not finished: bring the same file along once more
       *[done] {""}
    }; { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    } paid, { NUMBER($points) } points, { NUMBER($waiting) } lines wait
importing-would-undo = Import { $number } ({ $file }): { $points ->
        [one] { NUMBER($points) } point
       *[other] { NUMBER($points) } points
    } of { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    } can be taken back. Lines that wait are not paid any more.
importing-would-miss = { $points ->
        [one] { NUMBER($points) } point is spent already and stays so
       *[other] { NUMBER($points) } points are spent already and stay so
    }: nobody owes anything for them.
importing-undone = { $points ->
        [one] { NUMBER($points) } point
       *[other] { NUMBER($points) } points
    } of { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    } were taken back; { $missing ->
        [0] none was missing.
        [one] one had been spent before.
       *[other] { NUMBER($missing) } had been spent before.
    }
importing-shelf = { $sections ->
        [one] One line of { $file } ({ $language }) stands on the shelf.
       *[other] { $sections } lines of { $file } ({ $language }) stand on the shelf.
    }{ $replaced ->
        [yes] { " " }What had stood there under the same address is put anew.
       *[no] { "" }
    }
importing-knowledge = { $replaced ->
        [yes] { $file } ({ $language }) replaces what was there under that name: { $sections ->
            [one] one section.
           *[other] { $sections } sections.
        }
       *[no] { $file } ({ $language }) is kept: { $sections ->
            [one] one section.
           *[other] { $sections } sections.
        }
    }
importing-nobody-takes-it = No plugin here takes documents. Nothing was changed.
