"""A workshop while it is running: one writer, group commits, delivery of what changed; see README.md
beside this file."""
