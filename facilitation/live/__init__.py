"""Socket.IO: parse, one call, reply. `register` is the only door; README.md says what stands where."""

from facilitation.live.handlers import register

__all__ = ["register"]
