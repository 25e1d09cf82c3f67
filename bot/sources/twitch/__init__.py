"""Twitch: streams and chat by EventSub, over a connection of our own or by requests to an address of ours."""
