"""Points of other bots, out of files: what a file is, what it says, and how it is brought along."""
