"""Named bodies: public bodies, committees, zones, institutions, companies.

``find.find_organisations`` proposes ORG candidates from five finders, one a file. Takes the areas
and amounts that were found before.
"""
