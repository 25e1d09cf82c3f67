"""Rights: what a network may let the bot do beside reading and writing; plugins say which of them they need."""

from enum import StrEnum


class Right(StrEnum):
    """By the names that Discord's settings have for them, in small letters; other edges know what comes closest."""

    MANAGE_ROLES = "manage_roles"  # give roles, or tags behind names
    CREATE_INVITES = "create_instant_invite"
    SEE_INVITES = "manage_guild"  # how often each invite was used, by which it is found out who came by whose
    MANAGE_CHANNELS = "manage_channels"  # let people into a place and see them out
    MANAGE_THREADS = "manage_threads"
    MANAGE_MESSAGES = "manage_messages"
    MANAGE_EVENTS = "manage_events"
    MODERATE_MEMBERS = "moderate_members"
