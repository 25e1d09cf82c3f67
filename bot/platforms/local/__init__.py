"""The local platform: a chat in the terminal, the smallest example of an edge."""
