"""The file formats in which a stream's chat can be recorded."""
