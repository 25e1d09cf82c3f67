"""The AI server: how it is asked, when it is left alone, and what it may cost."""
