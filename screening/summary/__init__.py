"""Pure functions: answers in, findings out."""
