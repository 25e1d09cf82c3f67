"""Finding the text that answers a question, or that says much the same; in memory, without anything but its words."""
