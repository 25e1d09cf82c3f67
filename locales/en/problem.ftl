### What the doctor finds wrong, each with its cure.

problem-platform-down = { $name } does not run: { $why } It keeps trying; if this lasts, check the token and the network.
problem-ai = { $fault ->
        [refused] The AI server { $host } does not accept the bot’s key, or there is no credit left on it: look at api_key under [ai].
       *[other] The AI server { $host } does not know the model, or what is asked of it at all: look at model, base_url and api under [ai].
    } Until then answers are as the search finds them.
problem-source =
    { $name ->
        [twitch] Streams on Twitch: { $why }
        [youtube] Streams on YouTube: { $why }
        [kick] Streams on Kick: { $why }
       *[hook] Streams that programs tell of: { $why }
    }
problem-plugin-broken = The plugin { $name } could not be loaded: { $why } Mend or remove it and restart me; the log has more under <code>{ $code }</code>.
problem-texts =
    { $count ->
        [one] The plugin { $name } lacks { $count } text in { $language }; English stands in. Its author can add it.
       *[other] The plugin { $name } lacks { $count } texts in { $language }; English stands in. Its author can add them.
    }
problem-clock =
    { $ahead ->
        [one] My clock was set back by { $ahead } minute. Set the machine's clock right, best by NTP.
       *[other] My clock was set back by { $ahead } minutes. Set the machine's clock right, best by NTP.
    }
problem-incidents =
    { $count ->
        [one] { $count } thing broke within a day. /status names it; the log has more under its code.
       *[other] { $count } things broke within a day. /status names the newest; the log has more under their codes.
    }
problem-jobs =
    { $count ->
        [one] { $count } piece of work was given up within a day. The incidents say why.
       *[other] { $count } pieces of work were given up within a day. The incidents say why.
    }
problem-jobs-late =
    { $count ->
        [one] { $count } piece of work is ten minutes late: the database or the machine is too slow, or something hangs. Restart me, and look into the log if it comes again.
       *[other] { $count } pieces of work are ten minutes late: the database or the machine is too slow, or something hangs. Restart me, and look into the log if it comes again.
    }
problem-stopped = Everything is stopped. What falls due is held until a moderator lets it go on.
problem-late =
    { $count ->
        [one] { $count } message is ten minutes late. If this lasts, restart me and look into the log.
       *[other] { $count } messages are ten minutes late. If this lasts, restart me and look into the log.
    }
problem-unknown =
    { $count ->
        [one] Of { $count } message nobody knows whether it arrived. It is not repeated; ask the person if it matters.
       *[other] Of { $count } messages nobody knows whether they arrived. They are not repeated; ask the people if it matters.
    }
problem-failed =
    { $count ->
        [one] { $count } message failed within a day. /status has the incidents.
       *[other] { $count } messages failed within a day. /status has the incidents.
    }
problem-journey-gone = { $name } has { $people } under way, but its plugin { $plugin } is not installed. Install it again, or stop the series with /journey stop { $typed }.
problem-journey-off = { $name } has { $people } under way, but its plugin { $plugin } is off. Turn it on, or stop the series with /journey stop { $typed }.
problem-journey-held = { $name } has { $people } under way and waits for a moderator. Look at the preview, then let it go or stop it.
problem-journey-paused = { $name } has { $people } under way and is paused. Let it go on with /journey resume { $typed }, or stop it.
problem-no-post = In { $where } I have no place to post for everybody. Choose one with /setup.
problem-no-hosts-place = In { $where } hosts have no place of their own, so they are told privately. Type /setup hosts here in one that only they read.
problem-joined = { $where } joined this community, and whoever runs it there is a plain member here. If they are to run this one too, an owner says so.
problem-hosts-open = Everybody reads { $where }, where I write what concerns hosts only. Close it to the others; until then hosts can be told privately.
problem-nowhere = I am in no server or group of this community any more. Put me back in.
problem-no-host = Nobody hosts here but its owner. Choose a role or people with /setup.
problem-zone = The clock is UTC. If that is not yours, choose a city with /setup.
problem-no-quiet = There are no quiet hours: direct messages may come at night. Set delivery.quiet_from and quiet_until for new communities; each person has their own in /preferences.
