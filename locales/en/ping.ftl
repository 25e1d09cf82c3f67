cmd-ping = See whether the bot is awake
    .name = ping
ping-answer = Awake and listening.
ping-title = Ping
ping-about = Tells whether the bot is awake.
