"""The bundled plugins, talked to in a whole bot."""
