"""RFC 7396 merge patches on plain dicts: applying one, and finding the one that leads from a view to another.

Views hold no None, since a merge patch can't carry it; lists and scalars are replaced whole.
"""

from typing import Any

View = dict[str, Any]


def merge(view: View, patch: View) -> View:
    """The view after the patch, as RFC 7396 section 2 has it; the given view is unchanged."""
    merged = dict(view)
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, dict):
            below = merged.get(key)
            merged[key] = merge(below if isinstance(below, dict) else {}, value)
        else:
            merged[key] = value
    return merged


def diff(before: View, after: View) -> View:
    """The smallest patch with `merge(before, patch) == after`; empty when nothing differs."""
    patch: View = {key: None for key in before if key not in after}
    for key, value in after.items():
        if key not in before:
            patch[key] = value
        elif before[key] != value:
            both = isinstance(value, dict) and isinstance(before[key], dict)
            patch[key] = diff(before[key], value) if both else value
    return patch
