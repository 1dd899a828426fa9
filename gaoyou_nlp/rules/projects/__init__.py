"""Names of concrete projects: headed by a noun, quoted, listed.

``find.find_projects`` proposes PROJECT candidates. ``patterns`` holds the words, ``names`` where a
name begins, ``lists`` the items of an enumeration.
"""
