"""Events about the areas of the charter."""

import msgspec


class AreaDropped(msgspec.Struct, frozen=True, tag_field="type", tag="area.dropped"):
    """An area that nothing belonged to was taken away."""

    area: str


class AreaRestored(msgspec.Struct, frozen=True, tag_field="type", tag="area.restored"):
    """An area that was taken away is back in its place, as it was."""

    area: str


AreasEvent = AreaDropped | AreaRestored
