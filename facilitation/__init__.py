"""Obrus: the World Café from the first scan of a QR code to the draft charter.

Owns the version and nothing else. ARCHITECTURE.md shows the rooms; `app.py` wires them together,
`__main__.py` starts them.
"""

__version__ = "0.1.0"
