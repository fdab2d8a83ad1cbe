"""What each channel shows of a workshop, and what has changed in it: see README.md beside this file."""

from facilitation.projections.channels import channels_of, patch, reseated, touched, view
from facilitation.projections.merge import diff, merge
from facilitation.projections.span import Span
from facilitation.projections.traces import told

__all__ = ["Span", "channels_of", "diff", "merge", "patch", "reseated", "told", "touched", "view"]
