"""Word lists: the library's own, as data files, and a user's."""
