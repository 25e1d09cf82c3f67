"""The data that travels between the parts, and the ports that the edges implement."""
