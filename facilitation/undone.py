"""What a command of the command line could not do: one line for the person who asked, exit status 1."""


class Undone(Exception):
    """Not done. The text is one English line that says what is at fault and where."""
