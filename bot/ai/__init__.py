"""The server that puts what is known into words: asked within bounds of time and tokens, and never trusted."""
