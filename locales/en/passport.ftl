### One person on their own terms. $own is "yes" where the reader is the person it is about.

passport-title = You and this bot
passport-about = Your card, your preferences, one tap that stops me, and why you got what you got.
passport-setting-contact = Whom to ask about personal data: a name and an address
passport-setting-policy = Link to your privacy policy
passport-setting-policy-takes = a link that begins with https://, or nothing
passport-setting-interests = Topics that members can say they are interested in
passport-setting-interests-takes = up to 12 topics with commas between them, each of at most 30 characters, or nothing

cmd-start = See what this bot does and where everything is
cmd-community = Choose which of your communities our private chat is about
cmd-me = Open your card, or somebody else's
opt-me-member = Whose card; yours when left out
cmd-privacy = Read what is kept about you and why, and whom to ask
cmd-mydata = Get a file with everything that is kept about you here
cmd-forget = Be forgotten: have everything erased that is kept about you here
cmd-preferences = See and change what I write to you, when and how often
cmd-settings = See and change what I write to you: the same as /preferences
cmd-stop = Stop everything I write to you unasked, at once
cmd-resume = Undo the stop: what you allowed before holds again
cmd-link = Join this account with another of yours, on any platform, so that you are one member
opt-link-code = The code that the other account was shown; left out, this one is shown a code
cmd-unlink = Take linked accounts apart again
cmd-why = See what was sent to you, what was not, what comes next, and why
opt-why-page = Which page; the first holds the newest
opt-why-member = About whom; only moderators may ask about others

## Buttons

passport-button-me = My card
passport-button-community = Another community
passport-button-privacy = Privacy
passport-button-mydata = My data
passport-button-forget = Forget me
passport-button-link = Join another account
passport-button-link-yes = Yes, both are me
passport-button-link-no = No, join nothing
passport-button-unlink = Take apart
passport-button-preferences = Preferences
passport-button-stop = Stop everything
passport-button-resume = Start again
passport-button-why = What you sent me
passport-button-why-this = Why did I get this?
passport-button-less = Less of this
passport-button-language = Language
passport-button-zone = Time zone
passport-button-quiet = Quiet hours
passport-button-allow = Allow
passport-button-often = How often
passport-button-ways = Other ways
passport-button-hide = Hide me
passport-button-look = Pictures
passport-button-interests = Interests
passport-undo = Undo
passport-do-hide =
    { $on ->
        [yes] Hide me
       *[no] Stop hiding me
    }
passport-do-often =
    { $fewer ->
        [yes] At most one message a day
       *[no] Write as usual
    }
passport-do-way =
    { $route ->
        [thread] { $purpose ->
            [marketing] { $on ->
                [yes] Thread: allow invitations
               *[no] Thread: no invitations
            }
           *[service] { $on ->
                [yes] Thread: allow thanks and news
               *[no] Thread: no thanks, no news
            }
        }
       *[mention] { $purpose ->
            [marketing] { $on ->
                [yes] Mention: allow invitations
               *[no] Mention: no invitations
            }
           *[service] { $on ->
                [yes] Mention: allow thanks and news
               *[no] Mention: no thanks, no news
            }
        }
    }
passport-do-look =
    { $look ->
        [text] Words alone
        [light] Light
       *[dark] Dark
    }
passport-do-interest =
    { $chosen ->
        [yes] ✓ { $topic }
       *[no] { $topic }
    }
passport-do-consent =
    { $purpose ->
        [marketing] { $on ->
            [yes] Allow invitations
           *[no] No invitations
        }
       *[service] { $on ->
            [yes] Allow thanks and news
           *[no] No thanks, no news
        }
    }

## Hello and card

passport-start =
    Hello! I am the bot of { $community }: after a stream I say thanks, ask how it was and tell you about the next one. I write to you only if you allow it, and one tap stops me.
passport-me-name = <b>{ $name }</b>
passport-me-since = With us since { $day }
passport-picture-says = The card of { $name }. All that it shows stands in the text beside it.
passport-me-role = Here as: { $role }
passport-me-waiting =
    { $count ->
        [one] One message waits for you{ $openable ->
            [yes] : /inbox opens it
           *[no] { "" }
        }
       *[other] { $count } messages wait for you{ $openable ->
            [yes] : /inbox opens them
           *[no] { "" }
        }
    }
passport-me-hidden = You are hidden: others see neither this card nor your name in lists.
passport-hidden = { $name } prefers not to be shown, so there is no card to see.

## Preferences

# The language by its own name.
passport-language = English
passport-preferences-title = <b>Your preferences</b>
passport-preferences-stopped = You stopped everything: nothing leaves unasked until you start me again.
passport-preferences-language = Language: { $language }
passport-preferences-zone = Time zone: { $zone }, where it is { $clock }
passport-preferences-quiet = Quiet hours: { $start } to { $until }
passport-preferences-no-quiet = Quiet hours: none
passport-preferences-service =
    Thanks and news about what you did here, by direct message: { $on ->
        [yes] allowed
       *[no] not allowed
    }
passport-preferences-marketing =
    Invitations and offers, by direct message: { $on ->
        [yes] allowed
       *[no] not allowed
    }
passport-preferences-often =
    How often: { $fewer ->
        [yes] at most one unasked message a day
       *[no] as usual, within the limits set here
    }
passport-preferences-hidden =
    Card and lists: { $hidden ->
        [yes] you are hidden
       *[no] others can see you
    }

passport-preferences-look =
    Cards and leaderboards: { $look ->
        [text] in words alone
        [light] as pictures on light ground
       *[dark] as pictures on dark ground
    }

passport-preferences-interests =
    Interests: { $any ->
        [yes] { $topics }
       *[no] none chosen
    }

passport-language-which = Which language shall I speak with you?
passport-language-now = From now on I speak { $language } with you.
passport-language-gone = I no longer speak that language. Your language stays as it was; the preferences show those I know.

passport-zone-title = Your time zone
passport-zone-field = City or time zone
passport-zone-help = A large city in your zone, such as Prague or New York
passport-zone-unknown =
    { $near ->
        [0] I know no time zone or city called “{ $typed }”. Try a larger city nearby. Your zone is still { $zone }.
        [one] I know no time zone or city called “{ $typed }”. Did you mean this one? Your zone is still { $zone }.
       *[other] I know no time zone or city called “{ $typed }”. Did you mean one of these? Your zone is still { $zone }.
    }
passport-zone-again = Another city
passport-zone-now = Your time zone is { $zone }, where it is { $clock } now. All times follow it.
passport-zone-gone = I no longer know that time zone. Yours stays as it was; choose again in the preferences.

passport-quiet-title = Your quiet hours
passport-quiet-from = Quiet from
passport-quiet-until = Quiet until
passport-quiet-help = Such as 22:00 or 7; “off” for none
passport-quiet-now = { $hours }, by your own clock. What is due then waits; only what you asked for, such as a reminder, still comes.
passport-quiet-off = No quiet hours: what is due may come at any hour.
passport-quiet-wrong =
    { $given ->
        [yes] I cannot read “{ $typed }” as a time of day. Write it like 22:00 or 7. Your quiet hours stay as they were.
       *[no] I need both times, from and until, such as 22:00 and 7. Your quiet hours stay as they were.
    }
passport-quiet-same = From { $clock } to { $clock } would be no time at all. Give two different times, or write “off”. Your quiet hours stay as they were.

passport-consent-service =
    { $on ->
        [yes] Allowed: I may send you thanks and news about what you did here.{ $ended ->
            [yes] { " " }That also ends your stop.
           *[no] { "" }
        }
       *[no] I no longer write you thanks or news. What there is waits in your inbox, which only you open.
    }
passport-consent-marketing =
    { $on ->
        [yes] Allowed: I may send you invitations and offers.{ $ended ->
            [yes] { " " }That also ends your stop.
           *[no] { "" }
        }
       *[no] I no longer write you invitations or offers. What there is waits in your inbox, which only you open.
    }
passport-ways =
    <b>Other ways to reach you</b>
    Where people here meet, I can reach you as well, if you allow it. What is not allowed waits in your inbox.
passport-ways-about =
    { $route ->
        [thread] <b>Private thread:</b> only you read it, and those who run this place.
       *[mention] <b>Mention:</b> a post calls you by name where everybody reads. It says only that something waits for you; the button shows that to you alone.
    }
passport-ways-line =
    { $purpose ->
        [marketing] Invitations and offers: { $on ->
            [yes] allowed
           *[no] not allowed
        }
       *[service] Thanks and news about what you did here: { $on ->
            [yes] allowed
           *[no] not allowed
        }
    }
passport-ways-none = There are no other ways to reach you here. What you allowed so far stays as it is; /preferences shows it.
passport-way-now =
    { $on ->
        [yes] Allowed: I may { $route ->
            [thread] write to you in a private thread
           *[mention] call you by a mention
        } for { $purpose ->
            [marketing] invitations and offers
           *[service] thanks and news
        }.{ $ended ->
            [yes] { " " }That also ends your stop.
           *[no] { "" }
        }
       *[no] I no longer { $route ->
            [thread] write to you in a private thread
           *[mention] call you by a mention
        } for { $purpose ->
            [marketing] invitations and offers
           *[service] thanks and news
        }.
    }
passport-often-now =
    { $fewer ->
        [yes] At most one unasked message a day from now on. What you ask for still comes when you want it.
       *[no] Messages come as usual again, within the limits set here.
    }
passport-hide-now =
    { $hidden ->
        [yes] You are hidden: others see neither your card nor your name in lists.
       *[no] Others can see your card, and your name in lists.
    }
passport-look-which = How shall I show you cards and leaderboards? The words always stand beside a picture.
passport-look-now =
    { $look ->
        [text] From now on you get cards in words alone.
        [light] From now on cards come as pictures on light ground.
       *[dark] From now on cards come as pictures on dark ground.
    }
passport-interests-which =
    <b>What are you interested in?</b>
    { $chosen }
    Press a topic to choose it, and once more to take it back. The hosts can choose by it whom something is for.
passport-interests-not-offered = There are no topics to choose from here any more. Nothing was changed.
passport-interest-gone = That topic is not offered here any more. Nothing was changed; the preferences show those that are.
passport-interests-called = Interests
passport-interests-none = No topics are set here yet: /plugin configure passport does that.
passport-interests-says =
    { $how ->
        [has_not] no interest in “{ $value }”
       *[has] an interest in “{ $value }”
    }
passport-stop-now =
    { $before ->
        [yes] It is stopped already: I write nothing to you unasked. Only what you ask for still comes, such as a reminder.
       *[no] Stopped. I write nothing more to you unasked; only what you ask for still comes, such as a reminder.
    }
passport-resume-now =
    { $before ->
        [yes] { $allowed ->
            [both] I am back. I write about what you did here, and now and then with an invitation, as you allowed before.
            [service] I am back. I write only about what you did here, as you allowed before.
            [marketing] I am back. I write only with invitations and offers, as you allowed before.
           *[nothing] The stop is over, but you have not allowed me to write to you. What shall I send?
        }
       *[no] { $allowed ->
            [both] Nothing was stopped. I write about what you did here, and now and then with an invitation.
            [service] Nothing was stopped. I write only about what you did here.
            [marketing] Nothing was stopped. I write only with invitations and offers.
           *[nothing] Nothing was stopped; you have not allowed me to write to you yet. What shall I send?
        }
    }

## The way out

passport-less =
    { $stopped ->
        [yes] Everything is stopped already: I write nothing to you unasked.
       *[no] As you like. What shall change?
    }

## Why

passport-why-title =
    { $own ->
        [yes] <b>What I sent you, and why</b>
       *[no] <b>What I sent to { $name }, and why</b>
    }{ $page ->
        [one] { "" }
       *[other] { " " }· page { $page }
    }
passport-why-allowed =
    { $stopped ->
        [yes] { $own ->
            [yes] You stopped everything that comes unasked.
           *[no] Everything unasked is stopped.
        }
       *[no] { $allowed ->
            [both] Allowed: thanks and news, invitations and offers.
            [service] Allowed: thanks and news. Not allowed: invitations and offers.
            [marketing] Allowed: invitations and offers. Not allowed: thanks and news.
           *[nothing] { $own ->
                [yes] You have not allowed direct messages, so what there is waits in your inbox.
               *[no] Direct messages are not allowed, so what there is waits in the inbox.
            }
        }
    }
passport-why-empty = Nothing was sent so far, and nothing is planned.
passport-why-newer = Newer
passport-why-older = Older
passport-why-line =
    <b>{ $at }</b> · { $state ->
        [planned] planned
        [sent] { $route ->
            [thread] sent into the private thread
            [mention] announced by a mention
           *[direct] sent
        }
        [available] waits in the inbox
        [opened] opened in the inbox
        [answered] answered
        [lapsed] waited in the inbox, and was not opened
        [skipped] not sent
        [held] on hold
        [unknown] perhaps sent
        [failed] failed
       *[done] done
    }
passport-why-what = { $what }{ $after }
passport-why-after =
    { $titled ->
        [yes] { " " }· after “{ $title }”, { $when }
       *[no] { " " }· after the stream, { $when }
    }
passport-why-own-message = a message outside any series
passport-why-because =
    { $how ->
        [asked] { $own ->
            [yes] It answers what you asked for or wrote.
           *[no] It answers what was asked for or written.
        }
        [pull] Nobody has to open the inbox, so what waits there needs no consent.
        [marketing] { $own ->
            [yes] You allowed invitations and offers.
           *[no] Invitations and offers are allowed.
        }
       *[service] { $own ->
            [yes] It is about what you did here, and you allowed such messages.
           *[no] It is about what the person did here, and such messages are allowed.
        }
    }
passport-why-planned = Whether something planned leaves is decided when its time comes.
passport-why-others = Only in other cases: { $steps }.
passport-why-reason = { $reason }
passport-why-not-allowed = Only moderators may see what was sent to somebody else. /why without a name shows what was sent to you.
passport-why-not-yours = That message was not sent to you, so I may not explain it. /why shows all that was.

## Privacy

passport-privacy-kept =
    <b>What I keep about you, and why</b>
    · Your account's id and name, which other accounts you joined with it, language, time zone and quiet hours: to know you, and to write at a decent hour.
    · When you were at a stream, and how many messages, questions and reactions you sent, but not what you wrote in chat: to thank you for what really happened.
    · What you did here, each with its date, such as an answer or a check-in: for your card, and for figures about everybody.
    · What you wrote to me, in private, in forms or by my name in a chat, such as an answer or a question for the host: so that it is read and answered.
    · What you allowed and when, what I sent you and why: so that /why can tell you.
    · Commands and pressed buttons as they arrived: for some hours only.
passport-privacy-interests = · What you said interests you, until you take it back: so that what reaches you fits.
passport-privacy-leaves = <b>What leaves here</b>
passport-privacy-yours =
    <b>Your say</b>
    /me shows your card and /why what I sent. /preferences changes what I may send, and /stop stops it at once. /mydata gives you all of it as a file, and /forget erases it.
passport-privacy-ask =
    <b>Whom to ask</b>
    { $contact }
passport-privacy-ask-team =
    <b>Whom to ask</b>
    The moderators of { $community }.
passport-privacy-policy = Privacy policy

passport-mydata = Everything I keep about you here is in this file. Whoever has it can read it, so keep it in a safe place.
passport-mydata-file = my-data.json
passport-forget-ask =
    <b>Shall I forget you?</b>
    I erase everything I know of you here: your card and history, your answers, your preferences, your role, and what still waits for you. This cannot be undone. “My data” gives you a copy first.{ $linked ->
        [yes] { " " }So it is with every account that is joined with this one; /unlink first takes apart what is to stay.
       *[no] { "" }
    }
passport-forget-late = This button works for ten minutes only, so that nobody vanishes by accident. Send /forget again if you still want to.
passport-forget-done = Done. From now on I send you nothing, and by tomorrow nothing is left of you here. What was already posted, such as the recap of a stream, stays where it stands. If you write to me again, we start from the beginning.

## Of whoever is in several communities

passport-community =
    { $others ->
       *[no] Our private chat is about <b>{ $community }</b>. You are in no other community that I know of.
        [yes] Our private chat is about <b>{ $community }</b>. Press another to talk about that one.
    }
passport-community-now = From now on our private chat is about <b>{ $community }</b>.
passport-community-not-yours = You are not in that community.

## One person, several accounts

passport-link-code =
    <b>Your code: { $code }</b>
    On your other account, write me /link { $code } within { $minutes } minutes. The code works once, and a new one takes its place. Nothing is joined until both accounts have said yes.
passport-link-open =
    Continue in { $platform ->
        [discord] Discord
        [telegram] Telegram
        [twitch] Twitch
        [youtube] YouTube
        [kick] Kick
       *[other] { $platform }
    }
passport-link-ask =
    <b>Are both of these you?</b>
    · this account: { $mine }
    · the other one: { $theirs }
    If so, you become one member: one history, one role, and each message comes to one of them only. Both sides have to say yes within { $minutes } minutes. If you do not know the other one, say no.
passport-link-asked =
    <b>Are both of these you?</b>
    The code from this account was used by { $theirs_platform ->
        [discord] Discord
        [telegram] Telegram
        [twitch] Twitch
        [youtube] YouTube
        [kick] Kick
       *[other] { $theirs_platform }
    } ({ $theirs }). If that is you, say yes here as well: you become one member. If you do not know that account, say no, and nothing happens.
passport-link-agreed = Noted. Now { $theirs } has to say yes too. If no question came there, /link shows it.
passport-link-done =
    Done: { $mine } and { $theirs } are one member now. What each account allowed me to send stays as it was, for that account alone. /unlink takes them apart again.
passport-link-done-note =
    Done: this account and { $theirs_platform ->
        [discord] Discord
        [telegram] Telegram
        [twitch] Twitch
        [youtube] YouTube
        [kick] Kick
       *[other] { $theirs_platform }
    } ({ $theirs }) are one member now. What each account allowed me to send stays as it was, for that account alone. /unlink takes them apart again.
passport-link-refused = All right, nothing was joined. That code is used up.
passport-link-refused-note =
    { $theirs_platform ->
        [discord] Discord
        [telegram] Telegram
        [twitch] Twitch
        [youtube] YouTube
        [kick] Kick
       *[other] { $theirs_platform }
    } ({ $theirs }) said no, so nothing was joined.
passport-link-over = This is over: it was answered, or the ten minutes have passed. /link starts anew.
passport-link-unknown = I know no such code; it may be mistyped, used, or older than ten minutes. /link on the other account shows a new one.
passport-link-too-many = Too many wrong codes came in the last hour, so I take no more for now. Try again in an hour; a new code from /link on the other account will do then.
passport-link-own = That is the code of this very account. Write it on the other one.
passport-link-already = These two accounts are one member already. /unlink shows what is joined.
passport-unlink-none = No other account is joined with this one.
passport-unlink-ask = <b>Take these accounts apart?</b>
passport-account-line = · { $account }
passport-unlink-named = Part from { $account }
passport-unlink-done = Done: { $account } and { $other } go separate ways. Each has what it had before; what came since then stays with the one you have known me by longest.
passport-unlink-over = There is nothing to take apart here any more. /unlink shows what is joined.
passport-me-accounts = One member by several accounts: { $accounts }
