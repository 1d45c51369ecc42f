"""A running screening, without Flask or SQL: phases, tickets, questions, text."""
