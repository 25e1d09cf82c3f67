"""What the server keeps of polls and invite links."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Poll:
    """A poll with its votes, by person."""

    id: str
    question: str
    options: list[str]
    several: bool
    anonymous: bool
    period: int
    closed: bool = False
    votes: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def shown(self) -> dict[str, Any]:
        """As the Bot API tells it."""
        counts = [sum(number in chosen for chosen in self.votes.values()) for number in range(len(self.options))]
        options = [
            {"persistent_id": f"o{number}", "text": text, "voter_count": counts[number]}
            for number, text in enumerate(self.options)
        ]
        poll: dict[str, Any] = {
            "id": self.id,
            "question": self.question,
            "options": options,
            "total_voter_count": sum(bool(chosen) for chosen in self.votes.values()),
            "is_closed": self.closed,
            "is_anonymous": self.anonymous,
            "type": "regular",
            "allows_multiple_answers": self.several,
            "allows_revoting": True,
            "members_only": False,
        }
        return poll | ({"open_period": self.period} if self.period else {})


@dataclass
class Link:
    """An invite link that the bot made."""

    address: str
    group_id: int
    name: str = ""
    asks: bool = False
    limit: int = 0
    until: int = 0
    revoked: bool = False

    def shown(self) -> dict[str, Any]:
        """As the Bot API tells it."""
        creator = {"id": 1, "is_bot": True, "first_name": "Afterglow", "username": "afterglow_bot"}
        link: dict[str, Any] = {
            "invite_link": self.address,
            "creator": creator,
            "creates_join_request": self.asks,
            "is_primary": False,
            "is_revoked": self.revoked,
        }
        optional = {"name": self.name, "member_limit": self.limit, "expire_date": self.until}
        return link | {key: value for key, value in optional.items() if value}
