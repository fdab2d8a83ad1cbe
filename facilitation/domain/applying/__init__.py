"""What each event does to the state, by noun; `apply.py` beside this folder puts the tables together."""
