"""Kick: streams and chat by requests to an address of ours, signed with Kick's key."""
