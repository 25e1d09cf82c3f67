"""Who the people are, what they did, and what they agreed to."""
