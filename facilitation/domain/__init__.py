"""The rules of a World Café: commands in, events or a refusal out; see README.md beside this file."""
