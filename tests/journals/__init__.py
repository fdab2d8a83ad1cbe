"""Recorded workshops. They replay for ever: a recording is never changed, and a new event comes with a new
one (record.py)."""
