"""The journal: append, read, check, erase. `journal.py` is its interface; `sqlite.py` and `shelf.py` keep
it in SQLite files."""
