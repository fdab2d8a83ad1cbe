"""A workshop played by simulated people, through the same sockets as everybody's.

`cast.py` says who comes and what they write, `play.py` what happens when, `line.py` is a phone's connection.
It knows of the server only what the public interface says, and runs as a process of its own:
`python -m facilitation.rehearsal`, with its part as JSON on stdin.
"""
