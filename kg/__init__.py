"""The graph: records to RDF, identity, the store, and what is asked of it."""
