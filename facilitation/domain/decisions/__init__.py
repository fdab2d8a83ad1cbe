"""One file for each thing people decide about; decide.py beside this folder says which command goes where."""
