"""What screen readers are told on the main pages, one file a page and phase. `python -m tests.browser.golden`
writes them anew, to be read through before they are committed; `tests/browser/walk.py` compares."""
