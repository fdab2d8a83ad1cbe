"""Tokens: who a bearer is in one workshop. Signed, not secret, and the same every time, so that joining
again with the same command id hands out the same token. The secret that signs them is kept by
facilitation/keys.py."""

import hashlib
from typing import Final, get_args

from itsdangerous import BadData, URLSafeSerializer

from facilitation.domain.actors import Actor, Role
from facilitation.domain.refusals import Refusal

_BEARERS: Final = tuple(role for role in get_args(Role) if role not in ("guest", "system"))


class Tokens:
    """Issues and reads tokens with one secret; those of another secret, workshop or role do not read."""

    def __init__(self, secret: bytes) -> None:
        self._signers = {
            role: URLSafeSerializer(
                secret,
                salt=f"obrus.token.{role}",
                signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256},
            )
            for role in _BEARERS
        }

    def issue(self, code: str, actor: Actor) -> str:
        """The token of anybody but a guest and the system itself. Raises KeyError for these."""
        who = actor.table or actor.participant
        return str(self._signers[actor.role].dumps([code, actor.role, who]))

    def read(self, code: str, token: str) -> Actor:
        """Whose token this is in the workshop `code`; anything else is refused as `unauthorized`."""
        for role, signer in self._signers.items():
            try:
                told = signer.loads(token)
            except (BadData, ValueError):
                continue
            if isinstance(told, list) and told[:2] == [code, role] and len(told) == 3:
                return Actor(role, table=told[2]) if role in ("table", "preview") else Actor(role, told[2])
        raise Refusal("unauthorized")
