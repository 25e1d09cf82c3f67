### The rule builder: a rule over facts put together by buttons, for whichever plugin has one.

rule-builder = Rule
rule-builder-none = “{ $title }” is for everybody. Add a condition, and it is only for whoever fulfils it.
rule-builder-now = “{ $title }” is for whoever has { $rule }.
rule-builder-count =
    { $count ->
        [0] Nobody fulfils that now.
        [one] One member fulfils that now.
       *[other] { NUMBER($count) } members fulfil that now.
    }
rule-builder-stale = Not counted here at the moment, so that it stands as it was: { $what }. Its plugin is off, or the badge is not there any more.

## Buttons

rule-builder-add = Add a condition
rule-builder-badge = Add a badge
rule-builder-all = All of them are needed
rule-builder-any = Any of them will do
rule-builder-last = Take the last one back
rule-builder-clear = No rule
rule-builder-done = Done
rule-builder-back = Back to the rule
rule-builder-again = Try again

## What is asked

rule-builder-which-fact = What is it about?
rule-builder-which-badge = Which badge does one need?
rule-builder-which-level = From which level of “{ $badge }” on?
rule-builder-level = Level { NUMBER($level) }
rule-builder-how = How it is compared
rule-builder-value = With what
rule-builder-yes = It has to be so
rule-builder-way =
    { $way ->
        [at_least] at least
        [at_most] at most
        [has] among them is
        [has_not] among them is not
        [is_not] is not
       *[is] { $exact ->
            [yes] exactly
           *[no] is
        }
    }

## What does not fit, and what to do instead

rule-builder-long = A rule has at most { NUMBER($most) } conditions. Take one back first; nothing was changed.
rule-builder-fact-gone = What that condition is about is not counted here any more: its plugin is off. Choose another; nothing was changed.
rule-builder-badge-gone = That badge cannot be had any more. Choose another; nothing was changed.
rule-builder-steps-none = { $why } Nothing was changed.
rule-builder-choices-none = There is nothing to choose from here yet.
rule-builder-choice-gone = “{ $given }” is not there any more. Choose another; nothing was changed.
rule-builder-number-wrong = I cannot read “{ $given }” as a number from 0 on. Try again with digits; nothing was changed.
rule-builder-yes-wrong = I cannot read “{ $given }” as yes or no. Try again with one of them; nothing was changed.
rule-builder-value-none = It has to be compared with something. Try again; nothing was changed.
rule-builder-value-long = “{ $given }” is a little long. Say it in { NUMBER($most) } characters at most; nothing was changed.
