### Reviews: what members say of the community and of what there is, with stars and a photo.

reviews-title = Reviews
reviews-about = Stars, words and photos of members, shown with their leave.

## Commands

cmd-review = Say what you think, with stars, words and a photo; you decide who may see it
opt-review-about = what it is about; all of it, if you do not say
cmd-reviews = See what members say, and what it comes to
opt-reviews-about = what they are about; everything, if you do not say

## Settings

reviews-setting-most-in-a-day = How many reviews somebody may give in a day

## What it is called

reviews-given-called = Reviews
reviews-given-says =
    { $count ->
        [one] { $amount } review
       *[other] { $amount } reviews
    }
reviews-given-missing =
    { $count ->
        [one] { $count } more review
       *[other] { $count } more reviews
    }
reviews-somebody = somebody
reviews-you = You
reviews-whole = the community
reviews-leave =
    { $leave ->
        [named] Yes, with my name
        [nameless] Yes, without my name
       *[none] No, it is for the hosts alone
    }
reviews-of =
    { $some ->
        [yes] { $about }
       *[no] the community
    }

## Giving one

reviews-give = Give a review
reviews-form = Your review
reviews-field-about = What is it about?
    .help = Leave it empty for the community as a whole.
reviews-field-stars = Stars
reviews-field-text = In your words
reviews-field-photo = A photo
    .help =
        { $there ->
            [yes] JPEG, PNG or WebP. Leave it empty to keep the one you have.
           *[no] JPEG, PNG or WebP. Where it was taken is removed.
        }
reviews-field-leave = May everybody see it?
    .help = Hosts approve it first, and may also post it. You can change your mind at any time.
reviews-kept =
    { $changed ->
        [yes] Changed. Until the hosts have looked at it, nobody else sees it.
       *[no] Thank you, the hosts have it.
    } { $leave ->
        [named] Once they approve it, it stands in /reviews with your name, and they may post it.
        [nameless] Once they approve it, it stands in /reviews without your name, and they may post it.
       *[none] It is for them alone; only your stars count in the mean.
    }
reviews-without-photo = Your words are kept, without the photo. { $trouble }
reviews-no-stars =
    Stars are missing, from one to five, so nothing was kept. Send it again with /review.{ $written ->
        [yes] { " " }Here is what you wrote: { $text }
       *[no] { "" }
    }
reviews-no-leave-said =
    You have not said who may see it, so nothing was kept. Send it again with /review.{ $written ->
        [yes] { " " }Here is what you wrote: { $text }
       *[no] { "" }
    }
reviews-long = That is more than the { NUMBER($most) } letters that fit, so nothing was kept. Here is what you wrote; shorten it and send it again with /review: { $text }
reviews-about-long = What it is about may have { NUMBER($most) } letters, so nothing was kept. Shorten it: { $about }
reviews-too-many-things = There are too many things with reviews here already, so nothing was kept under “{ $about }”. Leave it empty, or choose one that /reviews shows.
reviews-enough =
    That is as much as I take from one person in a day, so nothing was kept. Send it again from { $again } on.{ $written ->
        [yes] { " " }Here is what you wrote: { $text }
       *[no] { "" }
    }
reviews-gone = That review is not here any more: it was taken back, or is not shown. Nothing changed.
reviews-not-yours = That is somebody else's review, or it is gone. Nothing changed.

## One's own

reviews-change = Change it
reviews-photo = Add a photo
reviews-photo-drop = Remove the photo
reviews-photo-kept = The photo is with your review. The hosts look at both before anybody else does.
reviews-photo-dropped = The photo is gone. The hosts look at the rest before anybody else does.
reviews-withdraw = Take it back
reviews-withdraw-sure =
    Take it back? Words, stars and photo are erased{ $published ->
        [yes] , and the post shows them no longer
       *[no] { "" }
    }. That cannot be undone.
reviews-withdraw-now = Take it back for good
reviews-withdrawn =
    Taken back: nothing of it is kept.{ $published ->
        [yes] { " " }The post that showed it is being emptied.
       *[no] { "" }
    }
reviews-mine = My reviews
reviews-mine-list = Your reviews
reviews-mine-none = You have not given one yet. /review takes it.

## The list

reviews-all = All reviews
reviews-list =
    { $state ->
        [waiting] Reviews that wait for you
        [refused] Refused reviews
       *[approved] Reviews
    }{ $some ->
        [yes] { " " }of { $about }
       *[no] { "" }
    }
reviews-list-none =
    { $state ->
        [waiting] None waits.
        [refused] None was refused.
       *[approved] There is none to see yet. Give the first with /review.
    }
reviews-which =
    { $state ->
        [waiting] Waiting
        [refused] Refused
       *[approved] Approved
    } ({ NUMBER($count) })
reviews-mean =
    { $count ->
        [one] { NUMBER($mean) } of { $of } stars on average, from { NUMBER($count) } review
       *[other] { NUMBER($mean) } of { $of } stars on average, from { NUMBER($count) } reviews
    }
reviews-too-few = From { NUMBER($fewest) } reviews on, the mean stands here.
reviews-line =
    { $stars } { $who }{ $some ->
        [yes] { " " }on { $about }
       *[no] { "" }
    }{ $written ->
        [yes] : “{ $text }”
       *[no] { "" }
    }{ $photo ->
        [yes] { " " }(with a photo)
       *[no] { "" }
    }
reviews-unknown = Nobody has reviewed “{ $about }” yet. /review takes the first, /reviews shows all others.
reviews-look = Look
reviews-page =
    { $stars } { $who }{ $some ->
        [yes] { " " }on { $about }
       *[no] { "" }
    }
reviews-page-text = “{ $text }”
reviews-page-reply = The hosts: { $reply }
reviews-page-state =
    { $state ->
        [waiting] Waits for a host.
        [refused] Refused: nobody else sees it.
       *[approved] { $published ->
            [yes] Approved and posted.
           *[no] Approved.
        }
    } { $leave ->
        [named] Everybody may see it, with the name.
        [nameless] Everybody may see it, without the name.
       *[none] It is for the hosts alone.
    }
reviews-page-reason = Why: { $reason }
reviews-photo-of =
    Photo with a review of { reviews-of }{ $known ->
        [yes] { " " }by { $who }
       *[no] { "" }
    }

## Hosts

reviews-hosts-post =
    { $changed ->
        [yes] Changed review
       *[no] Review
    } of { reviews-of } by { $who }: { $stars }{ $written ->
        [yes] { "" }
        “{ $text }”
       *[no] { "" }
    }{ $replied ->
        [yes] { "" }
        Reply: { $reply }
       *[no] { "" }
    }
    { $state ->
        [waiting] { $leave ->
            [named] Everybody may see it, with the name.
            [nameless] Everybody may see it, but not the name.
           *[none] For you alone: it may not be shown.
        }
        [refused] Refused.
       *[approved] { $published ->
            [yes] Approved and posted.
           *[no] { $leave ->
                [none] Approved; for you alone.
               *[shown] Approved.
            }
        }
    }
reviews-approve = Approve
reviews-refuse = Refuse
reviews-reply = Reply
reviews-publish = Publish
reviews-take-down = Take the post back
reviews-field-reason = Why?
    .help = Its author reads it, and can change the review.
reviews-field-reply = Your reply
    .help = It stands under the review, and its author is told.
reviews-approved = Approved.
reviews-refused = Refused; whoever wrote it is told.
reviews-replied = Your reply stands under it, and whoever wrote the review is told.
reviews-published = It is on its way into your channel. If its author takes it back, the post is emptied by itself.
reviews-taken-down = The post is being emptied; the review stays approved.
reviews-reply-empty = Nothing was written, so nothing was kept. Press the button once more.
reviews-reply-long = That has more than { NUMBER($most) } letters, so nothing was kept. Here it is, to be shortened: { $text }
reviews-no-leave = Its author does not want it to be shown, so it was not. You can ask them in person.
reviews-changed-meanwhile = It was changed since it was approved, so nothing was posted. Look at it again with /reviews.
reviews-changed-since =
    Its author changed it meanwhile, so nothing was done. Look at it again with /reviews.{ $written ->
        [yes] { " " }What you wrote: { $text }
       *[no] { "" }
    }
reviews-decide-changed =
    review #{ $subject }: { $after ->
        [approved] approved
       *[refused] refused
    }
reviews-publish-changed = review #{ $subject } posted

## What is written unasked

reviews-post =
    <b>{ $stars }</b>{ $some ->
        [yes] { " " }{ $about }
       *[no] { "" }
    }{ $written ->
        [yes] { "" }
        “{ $text }”
       *[no] { "" }
    }
    { $known ->
        [yes] { $who }
       *[no] somebody from our community
    }{ $replied ->
        [yes] { "" }
        Our reply: { $reply }
       *[no] { "" }
    }
reviews-refused-message =
    Your review of { reviews-of } is not shown{ $why ->
        [yes] : “{ $reason }”
       *[no] .
    } You can change it and send it again.
reviews-reply-message =
    { $host } replies to your review{ $written ->
        [yes] { " " }(“{ $quoted }”)
       *[no] { "" }
    }:
    { $reply }

## In what others show

reviews-status =
    { $count ->
        [one] { NUMBER($count) } review waits for a host: /reviews
       *[other] { NUMBER($count) } reviews wait for a host: /reviews
    }
reviews-promoter = Would you say so in a review? /review takes stars, words and a photo, and you decide who sees it.
