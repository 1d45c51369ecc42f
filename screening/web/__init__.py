"""The Flask side: one blueprint per reader."""
