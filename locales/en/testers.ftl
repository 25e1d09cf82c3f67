### Testers: calls, putting oneself forward, picking, the private place, reminders, what was found.

testers-title = Testers
testers-about = Finds people who test something new, and hears what they found.

## Commands

cmd-testers = See what is to be tested, put yourself forward, and say what you found
cmd-tester-call = Call for testers: what | how many | until when | due when; without words a form opens
opt-tester-call-what = what | how many | until when | due when; all but the first may be missing
cmd-tester-list = See all calls for testers, who tests, and what they found

## Settings

testers-setting-way = How testers are picked, where the call does not say so
testers-setting-way-first = First come
testers-setting-way-lot = By draw
testers-setting-way-hand = By hand, by hosts
testers-setting-volunteer-days = For how many days people may put themselves forward, where the call does not say so
testers-setting-test-days = How many days after that the test is due, where the call does not say so
testers-setting-confirm-hours = For how many hours a place is kept for whoever was picked
testers-setting-wait-days = How many days after the test is due a call closes by itself
testers-setting-tell-hosts = Tell the hosts of each report at once

## What it is called

testers-done-called = Tests done
testers-done-says =
    { $count ->
        [one] { $amount } test done
       *[other] { $amount } tests done
    }
testers-done-missing =
    { $count ->
        [one] { $count } more test done
       *[other] { $count } more tests done
    }
testers-way-words =
    { $way ->
        [first] first, first come
        [lot] lot, draw, by lot
       *[hand] hand, by hand
    }
testers-way =
    { $way ->
        [first] whoever comes first
        [lot] by draw
       *[hand] hosts choose
    }

## The post

testers-post-reports =
    { $reports ->
        [0] Thanks to everybody who put themselves forward.
        [one] One tester said what they found. Thank you!
       *[other] { NUMBER($reports) } testers said what they found. Thank you!
    }
testers-post-wanted =
    { $seats ->
        [one] One tester is wanted
       *[other] { NUMBER($seats) } testers are wanted
    }
testers-post =
    <b>{ $title }</b>
    { $state ->
        [over] This test is over. { testers-post-reports }
        [running] The testers are at work, until { $due }. { NUMBER($taken) } of { NUMBER($seats) } places are taken{ $reports ->
            [0] .
            [one] , one tester has reported.
           *[other] , { NUMBER($reports) } have reported.
        }
        [picking] { $way ->
            [lot] Nobody can join any more: the list stands, and the draw follows in five minutes.
           *[hand] Nobody can join any more: the hosts are choosing.
        }
       *[open] { $described ->
            [yes] { $about }
            { testers-post-wanted }{ testers-post-how }
           *[no] { testers-post-wanted }{ testers-post-how }
        }
    }{ $sealed ->
        [yes] { $state ->
            [over] { "" }
            [picking] { " " }Fingerprints of the secret that decides: <code>{ $commitment }</code>, and of the list: <code>{ $listed }</code>
           *[on] { " " }Fingerprint of the secret that decides: <code>{ $commitment }</code>
        }
        [told] { " " }Drawn by <code>{ $secret }</code> from the list <code>{ $listed }</code>.
       *[no] { "" }
    }
testers-post-how =
    , { $way ->
        [first] whoever comes first
        [lot] picked by a draw that anybody can check
       *[hand] picked by the hosts
    }{ $ruled ->
        [yes] , from those who fulfil its rule
       *[no] { "" }
    }. Put yourself forward until { $until }; the test is due { $due }. { $way ->
        [first] { $free ->
            [0] All places are taken; whoever is next in line moves up.
            [one] One place is free.
           *[other] { NUMBER($free) } places are free.
        }
       *[later] { $waiting ->
            [0] Nobody is in yet.
            [one] One person is in.
           *[other] { NUMBER($waiting) } people are in.
        }
    }

## Members

testers-all = What is to be tested
testers-list = What is to be tested
testers-none = Nothing is to be tested right now. When the hosts look for testers, it is posted for everybody and stands here.
testers-line =
    • <b>{ $title }</b>: { $stand ->
        [reported] you said what you found
        [testing] you are a tester
        [asked] a place is kept for you
        [line] you put yourself forward
       *[other] { $state ->
            [open] testers are wanted
            [picking] testers are being picked
           *[running] the testers are at work
        }
    }
testers-card = <b>{ $title }</b>
testers-card-about = { $text }
testers-look = Look
testers-how-over = This test is over.{ $stand ->
        [reported] { " " }Thank you for what you found.
       *[other] { "" }
    }
testers-how-place =
    { $placed ->
        [yes] { " " }Testers meet here: { $name }.
        [barred] { " " }You could not be let into { $name } yet; the hosts know.
       *[no] { "" }
    }
testers-how =
    { $stand ->
        [reported] Your report is with the hosts; until the end you can still change it.{ testers-how-place }
        [testing] You are a tester. Try it and say what you found by { $due }.{ testers-how-place }
        [asked] A place is kept for you until { $kept }. The test is due { $due }.
        [line] { $way ->
            [first] All places are taken. You are number { NUMBER($place) } in line and move up when somebody steps back.
            [lot] { $drawn ->
                [yes] You were not drawn this time; if somebody steps back, the draw’s order says who moves up.
               *[no] You are in the draw with the ticket { $ticket }. It is drawn after { $until }, and you are told.
            }
           *[hand] You are on the list. The hosts choose, and you are told.
        }
        [lapsed] The place that was kept for you went on to the next in line.
        [back] You stepped back.
        [shut] Nobody can put themselves forward any more.
       *[none] { $way ->
            [first] { $free ->
                [0] All places are taken, but you can get in line until { $until }.
                [one] One place is free, until { $until }. The test is due { $due }.
               *[other] { NUMBER($free) } places are free, until { $until }. The test is due { $due }.
            }
            [lot] Testers are drawn after { $until }; anybody can check it. The test is due { $due }.
           *[hand] Put yourself forward until { $until }, then the hosts choose. The test is due { $due }.
        }
    }
testers-volunteer = I would test it
testers-confirm = I will test it
testers-step-back = I cannot after all
testers-forward =
    { $new ->
        [yes] Thanks for putting yourself forward: “{ $title }”.
       *[no] You are in for “{ $title }” already; nothing changed.
    }
testers-confirmed =
    { $new ->
        [yes] The place for “{ $title }” is yours.
       *[no] The place for “{ $title }” is yours already.
    }
testers-stepped-back = You are out of “{ $title }”. Thanks for saying so; the next in line can move up.
testers-report-now = Say what you found
testers-report =
    { $again ->
        [yes] Change my report
       *[no] Say what you found
    }
testers-report-form = What did you find?
testers-field-found = What did you find?
    .help = What worked, what did not, what you would change. Only the hosts read it.
testers-field-stars = Stars, if you like
testers-reported = The hosts have what you found about “{ $title }”. Thank you!
testers-draw-check = Check the draw
testers-draw = <b>The draw of testers for “{ $title }”</b>
testers-draw-promise = The secret’s fingerprint, told at the start: <code>{ $commitment }</code>
testers-draw-open = People can still put themselves forward, until { $until }.
testers-draw-list =
    The list is in the file: { $count ->
        [one] { NUMBER($count) } ticket
       *[other] { NUMBER($count) } tickets
    }. Its fingerprint: <code>{ $fingerprint }</code>
testers-draw-secret = The secret: <code>{ $secret }</code>
testers-draw-order = The order ({ NUMBER($seats) } wanted): <code>{ $tickets }</code>
testers-draw-passed = Stepped back, did not answer, or were forgotten, so the next moved up: <code>{ $tickets }</code>
testers-draw-holds =
    { $fair ->
        [yes] I worked it out again: the secret is the one that was promised. Afterglow’s README says how to work the order out.
       *[no] I worked it out again, and it does not fit. Please tell a moderator.
    }
testers-draw-own = Your ticket: <code>{ $ticket }</code>

## Refusals

testers-not-here = That call is not here, or no longer. /testers shows what is to be tested.
testers-shut = Nobody can put themselves forward for “{ $title }” any more. You are not in it; /testers shows what else is to be tested.
testers-crowded = So many have put themselves forward for “{ $title }” that the list is full. You are not in it.
testers-not-for-you = “{ $title }” is for those who have what the hosts ask for. You lack: { $missing }. You are not in it; come back when you have it.
testers-not-kept = No place in “{ $title }” is kept for you any more, so nothing changed. /testers shows how you stand.
testers-not-in = You are not in “{ $title }”, so there is nothing to step back from.
testers-reported-before = You have said what you found about “{ $title }”, so your place is used. Nothing changed.
testers-report-others =
    Only the testers of “{ $title }” report on it, so nothing was kept.{ $written ->
        [yes] { " " }What you wrote: { $text }
       *[no] { "" }
    }
testers-report-over =
    “{ $title }” is over, so nothing was kept. You can still tell the hosts with /feedback.{ $written ->
        [yes] { " " }What you wrote: { $text }
       *[no] { "" }
    }
testers-report-empty = There was nothing to read in it, so nothing was kept. Press the button once more and say what you found.
testers-report-long = That is more than the { NUMBER($most) } letters that fit, so nothing was kept. Here is what you wrote; shorten it: { $text }
testers-title-empty = Say what is to be tested: /tester call The new glaze | 5. Nothing was posted.
testers-title-long = What is to be tested fits in { NUMBER($most) } letters, so nothing was posted. What you wrote: { $typed }
testers-about-long = More about it fits in { NUMBER($most) } letters, so nothing changed. What you wrote: { $typed }
testers-seats-wrong = “{ $given }” is no number of testers from 1 to { NUMBER($most) }, so nothing changed. What you wrote: { $typed }
testers-seats-taken =
    { $taken ->
        [one] One person has a place in “{ $title }” already, so it cannot have fewer. Nothing changed.
       *[other] { NUMBER($taken) } people have a place in “{ $title }” already, so it cannot have fewer. Nothing changed.
    }
testers-line-wrong = I cannot read “{ $piece }” as a number, a time or a way to pick. Say it like: The new glaze | 5 | friday 18:00 | sunday 20:00 | lot. Nothing was posted; what you wrote: { $typed }
testers-moment-unread = “{ $typed }” is no time that I can read; say it like: friday 18:00. Nothing changed.
testers-moments-wrong =
    { $past ->
        [yes] { $until } is over, so nobody could put themselves forward. Choose a time to come; nothing changed.
       *[no] The test would be due { $due }, not after people can put themselves forward ({ $until }). Nothing changed.
    }
testers-moments-far = { $due } is more than { NUMBER($days) } days ahead, so nothing changed.
testers-way-stands = People have put themselves forward for “{ $title }” and rely on how testers are picked. Nothing changed.
testers-rule-stands = Nobody can put themselves forward for “{ $title }” any more, so its rule stands. Nothing changed.
testers-posted-before = “{ $title }” is posted already. It can be closed; nothing changed.
testers-over-before = “{ $title }” is over. Nothing changed.
testers-not-by-hand = The testers of “{ $title }” are not chosen by hand now. Nothing changed.
testers-not-waiting = They are not waiting any more: they stepped back, or have a place. Nothing changed.
testers-full =
    { $seats ->
        [one] The one place in “{ $title }” is taken. Nobody was added; “Words and times” can give it more.
       *[other] All { NUMBER($seats) } places in “{ $title }” are taken. Nobody was added; “Words and times” can give it more.
    }
testers-too-late = “{ $title }” is due { $due }: too soon for somebody new. Move that with “Words and times”; nobody was added.
testers-where-gone = That place is not there any more. Choose again; nothing changed.
testers-where-refused = { $name } cannot be used: { $why } Nothing changed.

## Hosts

testers-form = A call for testers
testers-field-title = What is to be tested?
    .help = In a line; everybody reads it.
testers-field-about = More about it
    .help = Who it is for, what to try, what testers get.
testers-field-seats = How many testers?
    .help = From 1 to { NUMBER($most) }
testers-field-until = Until when may people put themselves forward?
    .help = “friday 18:00”; empty for the usual
testers-field-due = When is the test due?
    .help = “sunday 20:00”; empty for the usual
testers-posted = It is posted for everybody.
testers-saved = Saved.
testers-thrown-away = “{ $title }” is gone; nobody saw it.
testers-host-all = All calls
testers-host-list = Calls for testers
testers-host-none = There was no call for testers yet. One line makes one: /tester call The new glaze | 5
testers-host-line =
    • <b>{ $title }</b> ({ $state ->
        [draft] draft
        [open] open
        [picking] being picked
        [running] at work
       *[over] over
    }): { testers-counts }
testers-counts = { NUMBER($testing) } testing, { NUMBER($reports) } reported, { NUMBER($asked) } asked, { NUMBER($waiting) } waiting, for { $seats ->
        [one] { NUMBER($seats) } place
       *[other] { NUMBER($seats) } places
    }
testers-host-state =
    { $state ->
        [draft] A draft; nobody sees it yet.
        [open] People put themselves forward.
        [picking] Nobody more can come; testers are being picked.
        [running] The testers are at work.
       *[over] It is over.
    } Picked: { testers-way }.
testers-host-when =
    { $early ->
        [yes] Until { $until } people can put themselves forward
       *[no] People can put themselves forward as long as usual
    }; the test is { $late ->
        [yes] due { $due }
       *[no] due as usual after that
    }.{ $state ->
        [draft] { "" }
        [over] { "" }
       *[on] { " " }It closes by itself { $ends }.
    }
testers-host-everybody = Everybody may put themselves forward.
testers-host-rule =
    For whoever has: { $rule } ({ $count ->
        [one] one member now
       *[other] { NUMBER($count) } members now
    }).
testers-host-where =
    { $placed ->
        [yes] Testers are let into { $name }, until the end.
       *[no] Testers have no place of their own.
    }
testers-host-counts =
    { $state ->
        [draft] { $seats ->
            [one] One tester is wanted.
           *[other] { NUMBER($seats) } testers are wanted.
        }
       *[on] { testers-counts }.
    }
testers-open = Look
testers-edit = Words and times
testers-rule = Who may
testers-rule-none = Everybody may put themselves forward for “{ $title }”.
testers-pick-by-it = Pick so
testers-pick-by =
    { $way ->
        [first] First come
        [lot] By draw
       *[hand] By hand
    }
testers-post-it = Post it
testers-throw-away = Throw away
testers-where = Private place
testers-where-which =
    { $some ->
        [yes] Testers of “{ $title }” are let into { $now }. Where instead?
       *[no] Where do the testers of “{ $title }” meet? Only they are let in, until the call closes.
    }
testers-where-new = New private thread on { $name }
testers-where-none = No place
testers-back = Back
testers-who = Who is in
testers-people = Who is in: { $title }
testers-people-none = Nobody has put themselves forward for “{ $title }” yet.
testers-somebody = somebody unknown
testers-person =
    • { $name }: { $state ->
        [reported] has reported
        [testing] tests
        [asked] asked, until { $kept }
       *[line] waits
    }{ $barred ->
        [yes] { " " }(not let in: { $why })
       *[no] { "" }
    }
testers-take-them = Take
testers-take = Take { $name }
testers-taken = { $name } is asked; the place is kept for a while.
testers-pick = Pick now
testers-pick-now =
    { $way ->
        [first] No more volunteers
        [lot] Draw now
       *[hand] Choose now
    }
testers-picking =
    { $state ->
        [picking] The list stands and everybody can see it. In { NUMBER($minutes) } minutes it is drawn by itself.
       *[running] Nobody more can put themselves forward; the testers are at work.
    }
testers-remind = Remind
testers-reminded =
    { $count ->
        [0] There was nobody to remind: all have reported, or were reminded just now.
        [one] One tester is reminded.
       *[other] { NUMBER($count) } testers are reminded.
    }
testers-close = Close
testers-close-now = Close it now
testers-close-sure = Close “{ $title }”? Testers are let in no longer, those who reported are thanked, and all others hear that it is over.
testers-closed = It is over, and everybody in it is told.
testers-read = What they found
testers-reports = What they found: { $title }
testers-reports-none = Nobody has said yet what they found about “{ $title }”.
testers-report-line =
    • <b>{ $name }</b>{ $starred ->
        [yes] , { $stars }
       *[no] { "" }
    }: “{ $text }”
testers-csv = As a table
testers-csv-here = What was found about “{ $title }”, for any spreadsheet. It has names in it: hand it on with care.
testers-csv-who = Who
testers-csv-stars = Stars
testers-csv-found = What they found
testers-csv-at = When

testers-call-changed = a call for testers: { $after }
testers-edit-changed = a changed call for testers: { $after }
testers-pick-changed = testers picked: { $after }
testers-close-changed = a closed call for testers: { $after }

## What is said by itself

testers-host-choose =
    “{ $title }”: nobody more can put themselves forward. { $count ->
        [0] Nobody did.
        [one] One person did
       *[other] { NUMBER($count) } people did
    }{ $count ->
        [0] { "" }
       *[some] { $seats ->
            [one] , and one tester is wanted. Choose who tests.
           *[other] , and { NUMBER($seats) } testers are wanted. Choose who tests.
        }
    }
testers-host-free =
    “{ $title }”: { $free ->
        [one] one place is free again
       *[other] { NUMBER($free) } places are free again
    }, and { $waiting ->
        [one] one person waits
       *[other] { NUMBER($waiting) } people wait
    }. Choose who moves up.
testers-host-report =
    { $name } tested “{ $title }”{ $starred ->
        [yes] , { $stars }
       *[no] { "" }
    }:
    “{ $text }”
testers-host-refused = { $name } could not be let into { $place } for “{ $title }”: { $why } They can test all the same; I try again every day.
testers-picked = You were picked to test “{ $title }”. Say yes until { $until }, or the place goes to the next in line; the test is due { $when }.
testers-not-drawn = You were not drawn for “{ $title }” this time. You stay in line: if somebody steps back, the next one in the draw’s order moves up.
testers-lapsed = The place in “{ $title }” that was kept for you went to the next in line.
testers-inside = The testers’ place is open to you until the test ends: { $name }.
testers-outside = You are a tester of “{ $title }”, but I could not let you into { $name } yet. The hosts know; you can test all the same.
testers-soon = You are testing “{ $title }”; what you found is awaited by { $when }.
testers-due = “{ $title }” is due now: what did you find? A few words are enough.
testers-nudge = The hosts still wait for what you found about “{ $title }”. The test closes { $ends }; I ask no more after this.
testers-reminder = The hosts ask what you found about “{ $title }” so far; it is awaited by { $when }.
testers-thanks = “{ $title }” is over, and what you found is with the hosts. Thank you for testing!
testers-is-over =
    “{ $title }” is over. { $tested ->
        [yes] Your place as a tester has ended.
       *[no] No place came free for you this time; thank you for putting yourself forward.
    }

## In what others show

testers-cue =
    Testers wanted: “{ $title }”, { $count ->
        [0] nobody is in yet
        [one] one person is in
       *[other] { NUMBER($count) } people are in
    }, { $seats ->
        [one] { NUMBER($seats) } place
       *[other] { NUMBER($seats) } places
    }: /testers
testers-status =
    { $count ->
        [one] One call for testers waits for a host to choose: /tester list
       *[other] { NUMBER($count) } calls for testers wait for a host to choose: /tester list
    }
testers-profile =
    { $count ->
        [one] { NUMBER($count) } test done
       *[other] { NUMBER($count) } tests done
    }
