"""A film's discussion guide: files on disk to frozen records."""
