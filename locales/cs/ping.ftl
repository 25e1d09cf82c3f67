cmd-ping = Zjisti, jestli je bot vzhůru
    .name = ping
ping-answer = Jsem vzhůru a poslouchám.
ping-title = Ping
ping-about = Řekne, jestli je bot vzhůru.
