"""What every command is; the nouns beside this file hold them."""

import msgspec


class Command(msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True):
    """A wish. Its `type` names the subclass, as in `idea.post`."""
