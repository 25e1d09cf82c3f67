"""Pictures: letters of many scripts, cards, and the studio that draws them."""
