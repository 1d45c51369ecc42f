"""The kit for an evening with a documentary: guide, nameless answers before and after, summary."""
