"""The moderator key: who has it may create workshops and moderate every one of this server."""

import hmac


class ModeratorKey:
    """The key of one server, and the cookie value that says a browser has shown it."""

    def __init__(self, key: str, secret: bytes) -> None:
        """`secret` signs the cookie; another key or secret makes every cookie handed out before worthless."""
        self._key = key.encode()
        self._proof = hmac.new(secret, b"obrus moderator key\0" + self._key, "sha256").hexdigest()

    def opens(self, attempt: str) -> bool:
        """Whether this is the key; takes equally long however much of it is right."""
        return hmac.compare_digest(attempt.encode(), self._key)

    @property
    def proof(self) -> str:
        """The cookie's value: shows that the key was given, without containing it."""
        return self._proof

    def proven(self, cookie: str) -> bool:
        """Whether a cookie's value is the proof; in constant time, too."""
        return hmac.compare_digest(cookie.encode(), self._proof.encode())
