"""Where the names of the graph live."""

BASE = "https://w3id.org/chidao/id/"
"""Everything that the notices speak of."""
ONTOLOGY = "https://w3id.org/chidao/ontology#"
"""The terms of ``ontologies/chidao.ttl``."""
