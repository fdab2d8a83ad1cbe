"""What a running workshop promises: to those who ask, to those who watch, and after the power came back."""
