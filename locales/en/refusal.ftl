### Why Afterglow does not begin. { $why } is what the system or the database says, { $where } the key or file in question.

refusal-config = { $where }: { $problem } { $cure }
refusal-config-at = { $what } ({ $source })
refusal-config-argument = argument
refusal-config-environment = environment
refusal-config-in-environment = { $name } in the environment
refusal-config-no-key = there is no such key.
refusal-config-did-you-mean = Did you mean { $near }?
refusal-config-there-are = There are: { $known }.
refusal-config-remove = Remove it.
refusal-config-is-section = it is a section.
refusal-config-is-section-cure = Write [{ $name }], and its keys below it.
refusal-config-secret-in-file = a secret must not stand in this file, which gets shared.
refusal-config-secret-in-file-cure = Remove it here, and set { $name } in the environment or write it into a secret file { $file }.
refusal-config-secrets-unreadable = this folder cannot be read ({ $why }).
refusal-config-secrets-unreadable-cure = Name a folder of secret files that the bot may read, or remove the variable.
refusal-config-unreadable = it cannot be read ({ $why }).
refusal-config-unreadable-cure = See that the file is there and that the bot may read it.
refusal-config-no-text = it is not UTF-8 text.
refusal-config-no-text-cure = Save it as UTF-8.
refusal-config-key-unkept = the secret key cannot be kept here ({ $why }).
refusal-config-key-unkept-cure = Let the bot read and write there, or set { $name }.
refusal-config-key-short = it holds fewer than { $least } bytes.
refusal-config-key-short-cure = Put it back from a backup.

## What is wrong with a value: { $what } is one of those that follow it.

refusal-config-value = { $what }.
refusal-config-takes-text = it should be text in quotes, such as "Our community"
refusal-config-takes-something = it should not be empty
refusal-config-takes-folder = it should be the path of a folder in quotes, such as "data"
refusal-config-takes-whole = it should be a whole number
refusal-config-takes-number = it should be a number
refusal-config-takes-yes-no = it should be { $yes } or { $no }
refusal-config-takes-time = it should be a time of day in whole minutes, such as "22:00"
refusal-config-takes-place = it should be an address and a port, such as "127.0.0.1:8080"
refusal-config-takes-zone = it should be the name of a time zone, such as "Europe/Prague"
refusal-config-takes-one-of = it should be { $choices }
refusal-config-takes-or-more = it should be { $least } or more
refusal-config-takes-or-less = it should be { $most } or less
refusal-config-takes-characters = it should have { $most } characters at most
refusal-config-takes-other = it is nothing that this key takes
refusal-config-begins-with = it should begin with { $choices }
refusal-config-bare = it should have no spaces and no quotes in it
refusal-config-too-short = it should be at least { $least } bytes long
refusal-one-of =
    { $several ->
        [yes] { $most } or { $last }
       *[no] { $last }
    }

## What is wrong with the way the file is written

refusal-toml = this is not TOML: { $what }.
refusal-toml-at = { $file }, line { $line }, column { $column }
refusal-toml-at-end = { $file }, end of document
refusal-toml-twice = this section or key is there already, further up
refusal-toml-twice-cure = Put everything of a section below one heading, and each key there once.
refusal-toml-quote = a quotation mark is not closed
refusal-toml-quote-cure = Close it, or write text in quotes on one line.
refusal-toml-bracket = a bracket is not closed
refusal-toml-bracket-cure = Close it.
refusal-toml-backslash = a backslash stands for itself in single quotes only
refusal-toml-backslash-cure = Write C:/data, or 'C:\data'.
refusal-toml-moment = there is no such date or time
refusal-toml-moment-cure = Write times in quotes, such as "22:00".
refusal-toml-other = this line cannot be understood
refusal-toml-other-cure = Texts stand in quotes, sections in brackets: name = "Our community" below [community].

## What each key is for

refusal-about-data-folder = The folder for the database, the secret key and backups; made when it is missing.
refusal-about-secret-key = Signs links and buttons, and seals what people write: at least 32 bytes. Without it one is made at the first start and kept in the data folder.
refusal-about-former-secret-key = The secret key before this one: set it when the key changes, until what people wrote is sealed with the new one, which takes a night.
refusal-about-community-name = What a new community is called.
refusal-about-community-language = The language a new community speaks until somebody chooses another: "en" or "cs".
refusal-about-community-zone = The time zone of a new community, by its IANA name, such as "Europe/Prague".
refusal-about-database-url = "sqlite:///path/to/file" or "postgresql://user@host/name". Empty: SQLite in the data folder.
refusal-about-discord-token = The bot's token from discord.com/developers. Without it Discord is off.
refusal-about-discord-members = Whether the server members intent is switched on for the bot, so that it learns who joins and leaves.
refusal-about-discord-new-direct-per-minute = How many new private chats and threads the bot may open in a minute (0 to 30). Discord locks bots out that open many; people it has a chat with already cost nothing.
refusal-about-discord-new-direct-per-day = How many in a day (0 to 1000). Whoever is not reached so is asked in a channel, where their journey has that way.
refusal-about-discord-api-url = Another address of Discord's API, such as a proxy's, up to and including "/v10". Empty: Discord's own.
refusal-about-telegram-token = The bot's token from @BotFather. Without it Telegram is off.
refusal-about-telegram-base-url = Another Bot API server, up to and including "/bot". Empty: Telegram's own.
refusal-about-telegram-webhook-url = The public https address at which Telegram reaches the web server below. Empty: the bot asks Telegram for updates, which needs no address.
refusal-about-sources-community = The name of the community whose streams the channels below show. Empty: the only one there is.
refusal-about-twitch-channels = Whose streams to see on Twitch: names with commas between them. Moderators can add others with /source add.
refusal-about-twitch-client-id = The client id of the application that you made at dev.twitch.tv/console/apps. Without it Twitch is off.
refusal-about-twitch-client-secret = The secret of that application.
refusal-about-twitch-refresh-token = The refresh token of an account that reads the chat, with the scope user:read:chat. Without it somebody signs in at the address that /status shows.
refusal-about-twitch-webhook-url = The public https address at which Twitch reaches the web server below. Empty: the bot keeps a connection open itself, which needs no address.
refusal-about-youtube-channels = Whose streams to see on YouTube: handles such as "@tea", or ids that begin with "UC", with commas between them.
refusal-about-youtube-api-key = A key of the YouTube Data API v3 from console.cloud.google.com. Without it YouTube is off.
refusal-about-youtube-units-per-day = How many units a day Google gives that key (500 or more); the bot asks no more often than they allow.
refusal-about-kick-channels = Whose streams to see on Kick: names with commas between them.
refusal-about-kick-client-id = The client id of the application that you made at kick.com/settings/developer. Without it Kick is off.
refusal-about-kick-client-secret = The secret of that Kick application.
refusal-about-hooks-sources = Names for programs of your own that tell when a stream is on, with commas between them: "obs" makes the address /hooks/stream/obs.
refusal-about-hooks-secret = What those programs sign with: at least 32 bytes. Without it there are no such addresses.
refusal-about-delivery-in-flight = How many messages may be on their way at once (1 to 100), and so how many a crash can leave in doubt.
refusal-about-delivery-quiet-from = When the quiet hours begin for people who chose none, by their own clock.
refusal-about-delivery-quiet-until = When those quiet hours end. The same time as their beginning: no quiet hours.
refusal-about-streams-debounce-minutes = For how many minutes (1 to 30) a stream may be away before it counts as ended.
refusal-about-retention-update-hours = For how many hours (1 to 24) what people sent to the bot stays readable after it was answered, so that a mistake can be traced.
refusal-about-retention-post-days = For how many days (1 to 30) the words of posts in channels are kept after they were sent; they may be somebody's own.
refusal-about-retention-job-days = For how many days (3 to 365) work that is over is kept, so that /doctor and whoever looks for a mistake can see it.
refusal-about-retention-incident-days = For how many days (1 to 365) incidents are kept with their traces, which may hold what people typed.
refusal-about-ai-api-key = The key. Without it nothing is ever sent. A server of your own that asks for none takes any word.
refusal-about-ai-model = The model to ask, by the name that the server knows, such as "gpt-4.1-mini". Needed with the key.
refusal-about-ai-base-url = The server's address, up to and including "/v1". Empty: OpenAI's own.
refusal-about-ai-api = "responses" for OpenAI's own protocol, "chat" for chat completions, which most other servers speak.
refusal-about-ai-effort = How long a model that thinks first may do so: "none", "minimal", "low", "medium" or "high". Empty: nothing is said of it, as models that do not think refuse it.
refusal-about-ai-seconds = After how many seconds (0.2 to 4), a second try included, the answer is given as the search found it.
refusal-about-ai-at-once = How many questions may be with the server at once (1 to 32). Whoever asks meanwhile gets what the search finds.
refusal-about-ai-tokens-per-day = How many tokens a community may use in a day (20000 or more), by what the server counts.
refusal-about-ai-tokens-per-member = How many of them one member may use in a day (20000 or more).
refusal-about-web-listen = Address and port to listen on, such as "0.0.0.0:8080" for every address of this machine. What the world reaches, with https, is set up in front of it.
refusal-about-log-level = How much is logged: "DEBUG", "INFO", "WARNING" or "ERROR".
refusal-about-log-format = "text" for people, "json" for programs (one object a line).

## The database and its folder

refusal-storage-held = Afterglow already runs on this folder{ $who }. Stop it first, or set another data_folder.
refusal-storage-held-database = Afterglow already runs on this database{ $who }. Stop it first, or set another database.url.
refusal-storage-holder = { " " }(process { $process }, since { $moment })
refusal-storage-unlockable = { $file } cannot be locked ({ $why }), so nothing would keep two processes apart. Choose a data_folder on a disk of this machine.
refusal-storage-unopened = { $file } cannot be opened ({ $why }). Let the bot read and write there, or set another data_folder.
refusal-storage-unmade = { $folder } cannot be made ({ $why }). Set another data_folder.
refusal-storage-folder = this folder cannot be made ({ $why }).
refusal-storage-closed = the database cannot be read and written here.
refusal-storage-folder-cure = Name another folder with data_folder, or let the bot read and write there.
refusal-storage-no-address = it is not an address that can be understood.
refusal-storage-no-kind = { $kind } is not a database that Afterglow knows.
refusal-storage-address-cure = Write "sqlite:///data/afterglow.db" or "postgresql://user@host/name".
refusal-storage-no-driver = PostgreSQL needs the asyncpg driver.
refusal-storage-no-driver-cure = Install it: { $command }
refusal-storage-unusable = The database cannot be used: { $why }. Look at database.url and data_folder.
refusal-storage-newer = The database is newer than this Afterglow: the tables of { $owner } are at revision { $stored }, and the newest one known here is { $newest }. Install the newer version again, or restore the backup made before the upgrade.
refusal-storage-taken = The database already holds tables of other making: { $tables }. Give Afterglow an empty one.
refusal-storage-unmigrated = The tables of { $owner } could not be brought to revision { $newest }; nothing was changed. { $why }

## The platforms

refusal-discord-members = this bot may not learn who joins and leaves.
refusal-discord-members-cure = Switch "Server Members Intent" on at discord.com/developers, your application, Bot; or set discord.members to false.
refusal-discord-token = Discord does not accept this token.
refusal-discord-token-cure = Reset it at discord.com/developers, your application, Bot, and put the new one here.
refusal-telegram-token = Telegram does not accept it.
refusal-telegram-token-cure = Ask @BotFather for a new one and put it in its place.
refusal-telegram-taken = another program fetches this bot's updates, or has set a webhook for it.
refusal-telegram-taken-cure = End the other one and start this one again; if you know of none, ask @BotFather for a new token.
refusal-web-twice = two parts of the bot want { $path }.
refusal-web-twice-cure = Give one of them another address.
refusal-web-port = nobody can listen there ({ $why }).
refusal-web-port-cure = Choose another port.

## Why the system refuses something; in brackets

refusal-system-denied = not allowed
refusal-system-missing = it is not there
refusal-system-no-folder = part of the path is a file
refusal-system-folder = it is a folder
refusal-system-no-answer = nobody answers there

## Where streams are seen

refusal-source-away = { $source } cannot be reached ({ $why }).
refusal-source-odd = { $source } answered something that cannot be understood.
refusal-source-refused = { $source } refused a request ({ $status }).
refusal-source-busy = { $source } asks to wait.
refusal-source-no-community = There is no community yet: put the bot into a server or a group first.
refusal-source-which-community = There are several communities ({ $known }): name one in sources.community, or let its moderators use /source add.
refusal-source-other-community = There is no community { $name }. There are: { $known }.
refusal-source-wrong-name = { $name } cannot be the name of a channel there.
refusal-source-wrong-name-cure = Write it as it stands in the channel's address.
refusal-source-no-channel = There is no channel { $name } on { $source }.
refusal-source-missing = { $source } needs it as well.
refusal-source-missing-cure = Set it, or remove { $other } so that { $source } is off.
refusal-ai-missing = Putting answers into words needs it as well.
refusal-ai-missing-cure = Set it, or remove { $other } so that answers stay as the search finds them.
refusal-source-incident = Something went wrong; its code is { $code }.
refusal-twitch-application = Twitch does not accept the application's id and secret.
refusal-twitch-application-cure = Make a new secret at dev.twitch.tv/console/apps and put it here.
refusal-twitch-account = Twitch does not accept the account's token any more.
refusal-twitch-account-cure = Get a new refresh token with the scope user:read:chat and put it here.
refusal-twitch-scope = the token does not allow reading the chat.
refusal-twitch-scope-cure = Get one with the scope { $scope }.
refusal-twitch-chat = The chat of { $name } on Twitch is not counted: its owner must allow the application to read it.
refusal-twitch-full = Twitch lets this account watch no more channels, so { $name } is left out. With twitch.webhook_url there is room for all.
refusal-twitch-events = Twitch does not tell of the streams of { $name } ({ $status }).
refusal-twitch-revoked = Twitch tells no more about { $name } ({ $status }). If that was not meant, allow the application again and start the bot anew.
refusal-youtube-key = Google does not accept the key.
refusal-youtube-key-cure = Make a new one at console.cloud.google.com, under APIs and services, Credentials, which may use the YouTube Data API v3, and put it here.
refusal-youtube-api = the YouTube Data API v3 is not switched on for the key's project.
refusal-youtube-api-cure = Switch it on at console.cloud.google.com, under APIs and services, Library, and start the bot again.
refusal-youtube-units = The day's units for YouTube are used up; it goes on at { $at }. Google gives more on request.
refusal-youtube-chat = The chat on YouTube is not counted until { $at }: the units that are left are needed to see streams.
refusal-kick-application = Kick does not accept the application's id and secret.
refusal-kick-application-cure = Look both up at kick.com/settings/developer and put them here.
refusal-kick-events = Kick does not tell of { $events } on { $name }: switch webhooks on for the application, with the address of this bot.
refusal-twitch-sign-in = Twitch waits for somebody to sign in: open { $address } with the account that shall read the chat, see that the code is { $code }, and allow it.
