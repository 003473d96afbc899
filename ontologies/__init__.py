"""The ontology, its shapes and its named queries, as files."""

from importlib.resources import files

FOLDER = files(__name__)
ONTOLOGY = FOLDER / "chidao.ttl"
SHAPES = FOLDER / "shapes.ttl"
AUTHORITY = FOLDER / "authority.ttl"
CONTEXT = FOLDER / "context.jsonld"
QUERIES = FOLDER / "queries"
EXAMPLES = FOLDER / "examples"
