"""A file becomes a Notice.

files       a folder or archive -> the files in it that may hold a notice
readers     bytes of any kind of file -> lines
decode      bytes of a text file -> text in one normal form; legacy: codings before Unicode
lines       text -> lines, markup taken off
mend        lines -> paragraphs: page debris out, cut sentences joined, footnotes apart
assemble    paragraphs -> Document: blocks with their places
outline     what stands under what, which part is head, body, tail
register    the offices that the document names for itself
head        number, issuer, days, chair, signer
pipeline    spaCy components: citations, people, units, projects, places, deadlines
tasks       which blocks, rows and sentences are orders, and whose
read        all of it, in this order

The wording of each kind of fact is in ``patterns``, a module a kind.
"""

from ingest.files import SUFFIXES, find_files, unpack
from ingest.read import read_bytes, read_notice, samples_folder

__all__ = ["SUFFIXES", "find_files", "read_bytes", "read_notice", "samples_folder", "unpack"]
