"""The commands beside `serve`, one file for each subject."""
