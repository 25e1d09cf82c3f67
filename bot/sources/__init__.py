"""Stream chats and signals from outside."""
