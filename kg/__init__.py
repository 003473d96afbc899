"""The graph: records to RDF, identity, the store, and what is asked of it.

    records -> ids (names for things) -> build (RDF with evidence) -> store (Oxigraph on disk)
    store -> names (one label for each thing), query and answers (SPARQL), export, shapes (SHACL)
    store -> lookup (a text to a thing) -> refs (a thing to its tasks), paths (what lies near it)
    records -> threads (work followed across meetings) -> due (open, overdue, done on a day)

Import what is needed from its module: ``from kg.store import GraphStore``.
"""
