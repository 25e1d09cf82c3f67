### Why a recorded chat cannot be used, and why a line of one cannot be read. { $file } is its name, { $typed } what stands
### there. The reasons further down stand within a sentence: they begin small and have no full stop.

recording-no-day = { $file } does not say on which day it was recorded. Add --ended-at with the moment the stream ended, such as <code>{ $option }</code> or <code>--ended-at "yesterday 20:00"</code>. Nothing was changed.
recording-in-future = { $file } would end in the future, at { $moment } UTC. Give an earlier moment, such as <code>--ended-at "yesterday 20:00"</code>, or --simulate it. Nothing was changed.
recording-no-moment = --ended-at "{ $typed }" is not a moment. Write it like <code>--ended-at "2026-11-20 20:00"</code> or <code>--ended-at "yesterday 20:00"</code>, as the clock shows it in the community's zone, { $zone }. Nothing was changed.
recording-unreadable = { $file } is no chat that can be read: { $reason }. Expected is a Twitch chat as TwitchDownloader writes it (JSON), a YouTube chat as yt-dlp writes it (.live_chat.json), or a table (CSV) with the columns time, author and text; each may be packed with gzip. Nothing was changed.
recording-missing = There is no file { $file }. Nothing was changed.
recording-folder = { $file } is a folder. Name the file in it with the chat. Nothing was changed.
recording-closed = { $file } cannot be opened: { $reason }. Nothing was changed.

recording-other = { $problem }
recording-empty = it is empty
recording-json-list = it is a JSON list
recording-no-text = it is no text
recording-no-message = not one message in it can be read
recording-no-message-first = not one message in it can be read; the first thing wrong, at { $number }: { $why }
recording-columns = found: { $found }; not found: { $missing }
recording-columns-none = none of the columns
recording-column = { $what } ({ $name })
recording-column-time = time
recording-column-time-missing = time (call it time, offset or čas)
recording-column-author = author
recording-column-author-missing = author (call it author, user or jméno)
recording-column-text = text
recording-column-text-missing = text (call it text, message or zpráva)
recording-comments-no-list = its `comments` are not a list
recording-no-comments = it has no list of `comments`
recording-list-cut = the file ends before its list of comments does
recording-json-cut = the file ends within it, or it is no JSON ({ $why })
recording-no-json = it is no JSON ({ $why })
recording-no-offset = videoOffsetTimeMsec: the message has no time
recording-no-time = { $typed } is no time: write seconds, h:mm:ss, 2026-11-28 18:00:00 or 28.11.2026 18:00
recording-out-of-range = the time { $time } is out of range
recording-two-days = { $typed } may mean two days: write the year first, { $day }
recording-too-far = the time { $seconds } s is more than { $days } days from the start
recording-day-among-seconds = the time has a date, but the first row counts from the start
recording-open-quote = a quotation mark ({ $mark }) is never closed
recording-few-columns = the row has too few columns ({ $count })
recording-no-author = the author is missing
recording-long-text = the text is over { $most } characters long
