"""Pictures: cards drawn from frozen data, beside the text that says the same."""
