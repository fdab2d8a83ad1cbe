"""Workshops with simulated people.

A moderator's rehearsal of a prepared workshop runs inside the server: `rehearsals.py` begins and ends them,
`duplicate.py` says what is copied, `company.py` lets people act, `crowd.py` decides what each does. The
demonstration of `obrus demo` comes through the same sockets as everybody: `play.py` says what happens when,
`line.py` is a phone's connection; it runs as `python -m facilitation.rehearsal` with its part as JSON on
stdin and knows of the server only what the public interface says. Both take people and words from `cast.py`.
"""
