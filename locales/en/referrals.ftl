### Referrals: bringing somebody along, saying who brought you, and what moderators do about what is in doubt.

referrals-title = Referrals
referrals-about = Members bring others along by a code or an invite, for points.

## Commands

cmd-refer = Bring somebody along: your code, your links and a card to show, and what both of you get
cmd-invited = Say who brought you along, by their code
opt-invited-code = the code of whoever brought you; without it a form opens
cmd-referral-queue = See whose coming is in doubt, and let it count or not
cmd-referral-list = See who brought whom, and how it stands
cmd-referral-ban = Let a member bring nobody any more; what is on its way ends
opt-referral-ban-member = who
opt-referral-ban-why = why, for the other moderators
cmd-referral-unban = Let a member bring people along again
opt-referral-unban-member = who
cmd-referral-stats = See how many came along, how far they got, and whether they stay more than others
cmd-referral-campaign = See the campaigns, begin one, and say what else has to hold

## Settings

referrals-setting-days-to-say = For how many days a newcomer can say who brought them
referrals-setting-days-stayed = How many days somebody has to stay to count
referrals-setting-stream = They also have to come to a stream
referrals-setting-order = They also have to order something
referrals-setting-days-in-all = In how many days all of that has to happen
referrals-setting-points-for-bringing = Points for whoever brought somebody
referrals-setting-points-for-coming = Points for whoever came along
referrals-setting-days-pending = After how many days these points count
referrals-setting-days-taken-back = For how many days after that leaving takes them back
referrals-setting-most-in-a-week = From how many people in a week brought by one member a person takes a look
referrals-setting-codes-in-a-day = From how many in a day who only typed one code a person takes a look
referrals-setting-least-account-days = How many days old an account has to be so that nobody takes a look (Discord only)
referrals-setting-on-request = On Telegram, whoever follows a personal invite asks to come in, and I let them
referrals-setting-fewest-for-rate = From how many people on each side shares are shown

referrals-without-invites = Personal invites: without them people can only pass on their code.
referrals-without-sight = Telling by whose invite somebody came: without it newcomers have to say it by a code.

## Inviting

referrals-code = Your code: <code>{ $code }</code>
referrals-way = { $title }: { $address }
referrals-way-bot = Straight to me
referrals-needs-days =
    { $days ->
        [one] stayed for { NUMBER($days) } day
       *[other] stayed for { NUMBER($days) } days
    }
referrals-needs-stream = been to a stream
referrals-needs-order = ordered something
referrals-needs-nothing = come in
referrals-counts = Somebody counts once they have { $needs }.
referrals-counts-rule = What else has to hold: { $rule }.
referrals-points-of =
    { $points ->
        [one] { NUMBER($points) } point
       *[other] { NUMBER($points) } points
    }
referrals-their-points-of =
    { $theirs ->
        [one] { NUMBER($theirs) } point
       *[other] { NUMBER($theirs) } points
    }
referrals-later =
    { $days ->
        [0] .
        [one] , which count a day later.
       *[other] , which count { NUMBER($days) } days later.
    }
referrals-brings =
    { $who ->
        [nobody] It brings no points here, but company.
        [they] They then get { referrals-their-points-of }{ referrals-later }
        [you] You then get { referrals-points-of }{ referrals-later }
       *[both] You then get { referrals-points-of }, and they get { referrals-their-points-of }{ referrals-later }
    }
referrals-campaign-on =
    { $name } is on until { $until }{ $bonus ->
        [0] .
        [one] ; { NUMBER($bonus) } of these points is its bonus, for each of you.
       *[other] ; { NUMBER($bonus) } of these points are its bonus, for each of you.
    }
referrals-so-far-of =
    { $counted ->
        [0] nobody counted yet
        [one] { NUMBER($counted) } counted
       *[other] { NUMBER($counted) } counted
    }, { NUMBER($coming) } on the way
referrals-so-far = So far: { referrals-so-far-of }.
referrals-card-sentence = would like you to come along. Once you are here, send /invited with this code.
referrals-card-reads = Your card reads: “{ $name } { $words }”
referrals-card-says = A card with your code { $code } and a square code that leads here.
referrals-board = Who brings the most
referrals-board-title = Who brought the most people
referrals-board-none = Nobody has brought anybody who counted yet. /refer shows how to be the first.
referrals-board-people =
    { $count ->
        [one] { NUMBER($count) } person
       *[other] { NUMBER($count) } people
    }
referrals-board-line = { NUMBER($place) }. { $name }: { $words }
referrals-board-says = A picture of the same list.
referrals-banned = You cannot bring anybody along here at the moment. If that surprises you, ask a moderator.

## Saying who brought you

referrals-claim = Somebody brought me
referrals-field-code = Whose code do you have?
    .help = Six letters and digits, as K7QMZ4.
referrals-claim-sure = Did { $name } bring you here?
referrals-claim-yes = Yes, so it was
referrals-noted =
    { $state ->
        [waits] Noted: { $name } brought you. Something about it is not clear, so a moderator takes a look; you need not do anything.
        [over] You said that before: { $name }. It does not count any more; if that surprises you, ask a moderator.
       *[noted] Noted: { $name } brought you. Nice that you are here.
    }
referrals-come-in = One step is left, come in:
referrals-come-by = { $address }
referrals-code-unknown = Nobody here has the code “{ $typed }”. Compare it with the one you were given and send it again with /invited.
referrals-code-own = That is your own code. Give it to somebody who is not here yet; /refer shows it with your links.
referrals-said-before = Who brought you is noted already, and the first word counts. If it is wrong, tell a moderator.
referrals-not-new =
    That is for newcomers, { $days ->
        [one] within a day
       *[other] within { NUMBER($days) } days
    } of their first coming. You have been here before, so nothing was noted.
referrals-ask = Welcome. It looks as if somebody here brought you along, but I cannot tell for sure. Was it by a member's invite that you came?
referrals-confirm = Yes, by an invite
referrals-deny = No
referrals-confirmed =
    { $yes ->
        [yes] { $state ->
            [waiting] Thanks, noted.
           *[other] Thanks. It was settled meanwhile.
        }
       *[no] Thanks, then nothing is noted.
    }

## What is told

referrals-told-bringing = Somebody whom you brought has settled in. { referrals-points-of } are on the way to you and count from { $day }.
referrals-told-coming = Nice that you have settled in. { referrals-points-of } are on the way to you and count from { $day }, since a friend brought you.
referrals-told-back =
    { $reason ->
        [left] Somebody whom you brought has left again
        [refunded] An order of somebody whom you brought went back
        [self] One of the accounts you brought turned out to be yours
       *[other] Somebody whom you brought does not count after all
    }, so { referrals-points-of } for that are taken back.
referrals-for-bringing = for bringing somebody along
referrals-for-coming = for coming along
referrals-how =
    { referrals-points-of } for somebody whom you bring along (/refer){ $who ->
        [both] , and { referrals-their-points-of } for them
       *[you] { "" }
    }; these do not run out.
referrals-promoter = If you know somebody who would like it here: /refer gives you a code and a card, and both of you get something.
referrals-last-call =
    { $coded ->
        [yes] Somebody else would like it here? Your code for them is <code>{ $code }</code>, and /refer has your links and a card.
       *[no] Somebody else would like it here? /refer gives you a code and a card to pass on.
    }
referrals-profile = Brought along: { referrals-so-far-of }
referrals-cue =
    { $count ->
        [one] Here for the first time because a friend brought them: { $names }. Say hello.
       *[other] Here for the first time because friends brought them: { $names }. Say hello.
    }
referrals-cue-campaign =
    { $name }: who brings somebody by { $until } gets { $bonus ->
        [0] the usual points
        [one] { NUMBER($bonus) } point more
       *[other] { NUMBER($bonus) } points more
    } (/refer).
referrals-status =
    { $count ->
        [one] { NUMBER($count) } referral waits for a word: /referral queue
       *[other] { NUMBER($count) } referrals wait for a word: /referral queue
    }
referrals-queue-told = Somebody's coming is in doubt and waits for a word of yours.

## For moderators

referrals-queue = What waits
referrals-queue-title = What waits for a word
referrals-queue-empty = Nothing is in doubt at the moment.
referrals-list = All of them
referrals-list-title = Who brought whom
referrals-list-empty = Nobody has brought anybody yet. /refer gives everybody their code.
referrals-somebody = somebody who was forgotten
referrals-look = Look at it
referrals-look-at = #{ $number } { $inviter }, { $invited }
referrals-state =
    { $state ->
        [waiting] waits until they have stayed and come
        [contested] waits for a word
        [qualified] counts, the points are on the way
        [paid] counted
        [refused] does not count
       *[taken_back] taken back
    }
referrals-reason =
    { $reason ->
        [doubtful] it only follows from the uses of invites
        [contradicts] the code is one member's, the invite another's
        [velocity] many at once by the same member
        [young] the account is quite new
        [unseen] nobody saw them arrive
        [known] they were known a while before they came
        [forgotten] somebody else whom the same member brought was forgotten
        [self] both are one person
        [twice] the same person was brought twice
        [rejoined] they had been here before
        [left] they left
        [gone] they had themself forgotten
        [late] it took too long
        [banned] one of them may not take part
        [denied] they said that it was not so
        [refunded] the order went back
       *[decided] a moderator said so
    }
referrals-line =
    #{ $number } { $inviter } brought { $invited }: { referrals-state }{ $reason ->
        [none] { "" }
       *[other] { " " }({ referrals-reason })
    }
referrals-page = #{ $number } <b>{ $inviter }</b> brought <b>{ $invited }</b>
referrals-page-how =
    { $how ->
        [code] By the code
        [invite] By the personal invite
       *[both] By the personal invite, and they said so
    }; { $grade ->
        [proof] their own word
        [sure] the network says so
       *[hint] only a hint
    }.
referrals-page-state =
    It { referrals-state }{ $reason ->
        [none] { "" }
       *[other] : { referrals-reason }
    }.
referrals-page-rival = It may also have been { $name }.
referrals-page-when =
    Noted { $began }, { $inside ->
        [yes] joined { $joined }
       *[no] not seen to join yet
    }.
referrals-page-points = { NUMBER($points) } for bringing and { NUMBER($theirs) } for coming, counting from { $day }.
referrals-approve = Let it count
referrals-approve-for =
    { $both ->
        [yes] Let it count for { $name }
       *[no] Let it count
    }
referrals-refuse = Refuse
referrals-take-back = Take it back
referrals-approved = It goes on; it counts once they have stayed and come.
referrals-refused = Refused.
referrals-taken-back = It does not count any more.
referrals-decided =
    That is settled: it { $state ->
        [waiting] waits until they have stayed and come
        [qualified] counts
        [paid] counted
        [refused] does not count
       *[other] was taken back
    }. Nothing was changed.
referrals-own = You are one of them, so another moderator has to decide. Nothing was changed.
referrals-nobody = Whoever that would be for is not here any more. Refuse it, or let it be. Nothing was changed.
referrals-not-here = There is no such referral here. /referral list shows those there are.
referrals-banned-now =
    { $name } brings nobody along from now on. { $count ->
        [0] Nothing was on its way.
        [one] One that was on its way ended.
       *[other] { NUMBER($count) } that were on their way ended.
    } /referral unban lets them again.
referrals-banned-before = { $name } may not bring anybody already. Nothing was changed.
referrals-unbanned = { $name } may bring people along again. What ended stays so.
referrals-not-banned = { $name } may bring people along. Nothing was changed.

## Figures

referrals-stats-title = Referrals so far
referrals-stats-inviting =
    { $count ->
        [0] Nobody has fetched a code yet.
        [one] { NUMBER($count) } member has fetched a code.
       *[other] { NUMBER($count) } members have fetched a code.
    }
referrals-stats-says = A picture of the funnel.
referrals-funnel-brought =
    { $count ->
        [one] { NUMBER($count) } person was noted as brought along
       *[other] { NUMBER($count) } people were noted as brought along
    }
    .label = Noted
referrals-funnel-inside =
    { $count ->
        [one] { NUMBER($count) } of them came in
       *[other] { NUMBER($count) } of them came in
    }
    .label = Came in
referrals-funnel-counted =
    { $count ->
        [one] { NUMBER($count) } stayed and came
       *[other] { NUMBER($count) } stayed and came
    }
    .label = Stayed and came
referrals-funnel-paid =
    { $count ->
        [one] { NUMBER($count) } counted for good
       *[other] { NUMBER($count) } counted for good
    }
    .label = Counted
referrals-funnel-aside = Waiting for a word: { NUMBER($contested) }, refused: { NUMBER($refused) }, taken back: { NUMBER($back) }
referrals-rate = Still at streams in the last 30 days, of those who joined 30 to 120 days ago: { NUMBER($percent) } % of the { NUMBER($brought) } who were brought along, { NUMBER($base) } % of the { NUMBER($others) } others. That they stay is no proof that it is because of it.
referrals-rate-few = Whether they stay more than others shows once { NUMBER($fewest) } of each joined 30 to 120 days ago.

## Campaigns

referrals-campaigns = All campaigns
referrals-campaigns-title = Campaigns
referrals-campaigns-none = There was no campaign yet. One gives some days a bonus, words of your own and figures of their own.
referrals-campaign-open = Open: { $name }
referrals-campaign-new = New campaign
referrals-campaign-edit = Edit
referrals-campaign-end = End it now
referrals-campaign-form = Campaign
referrals-campaign-line =
    <b>{ $name }</b>, { $state ->
        [on] on until { $ends }
        [over] over since { $ends }
       *[soon] from { $begins } until { $ends }
    }{ $bonus ->
        [0] , no bonus
        [one] , { NUMBER($bonus) } point more for either side
       *[other] , { NUMBER($bonus) } points more for either side
    }
referrals-campaign-says = On cards it says: { $words }
referrals-field-name = What it is called
referrals-field-begins = From
    .help = As "22 December 18:00"; now, if empty.
referrals-field-ends = Until
    .help = As "6 January 20:00".
referrals-field-bonus = Points more for each of the two
    .help = 0 for none.
referrals-field-words = What it says on cards
    .help = A sentence that goes on after the name: "invites you to ...".
referrals-campaign-gone = That campaign is not here. /referral campaign shows those there are.
referrals-campaign-words = It needs a name of up to { NUMBER($name) } letters, and up to { NUMBER($most) } for the words. Nothing was changed; here is what you wrote: { $text }
referrals-campaign-when = I cannot read “{ $typed }” as a day and a time. Write it as "22 December 18:00"; nothing was changed.
referrals-campaign-ends = It would end before it begins. Nothing was changed; send the form again.
referrals-campaign-bonus = The bonus is a whole number up to { NUMBER($most) }, not “{ $typed }”. Nothing was changed.
referrals-campaign-overlaps = Then there would be two at once: { $name } is on in these days. Choose others or end that one; nothing was changed.
referrals-campaign-over = { $name } is over already. Nothing was changed.
referrals-rule-title = Outside of campaigns
referrals-rule-none = { $title }: nothing else has to hold.
