"""Tests of facilitation/rehearsal."""
