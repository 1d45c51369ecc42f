"""The only place with SQL: the library and the rooms."""
