"""The bundled plugins; each imports only bot.api."""
