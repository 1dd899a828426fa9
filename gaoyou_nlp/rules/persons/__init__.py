"""Personal names, by the words around them and by the characters of names.

``find.find_persons`` proposes OFFICIAL and PERSON candidates: ``positions`` says where a name may
begin and how likely, ``readings`` where it ends, ``borrowed`` reads names with a dot, ``bylines``
those of reporters. Takes titles, bodies and areas as evidence.
"""
