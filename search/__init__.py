"""Passages in, ranked hits out.

    query -> read_query -> Reading        its kind, topic, words, glossary concepts   query
    Reading -> gather -> Evidence         FAISS on meaning, BM25 on words             dense, sparse
    Evidence -> fuse -> order             weighed by the kind of the query            fuse
    Evidence -> relevance -> cut-off      what a complete answer holds                cutoff
    -> Hits, each with its reasons                                                    explain

Importing this package loads neither a model nor FAISS.
"""

from search.encoder import load_encoder
from search.index import SearchIndex
from search.types import Answer, Encoder, Hit, Passage

__all__ = ["Answer", "Encoder", "Hit", "Passage", "SearchIndex", "load_encoder"]
