"""Who is who across notices: names that leave something out, matched where one thing fits.

    mentions -> options (documents, people, units, projects) -> resolve -> graph

    documents   a mention without year, issuer or kind: the one document cited elsewhere that it
                can mean, never one later than the notice
    people      "Đ/c Phùng": the one person of that given name in the house
    units       "Phòng QLĐĐ", "Ban Quản lí ...", "... VILG tỉnh": the one unit of the house, in
                another spelling
    projects    "dự án đường Cao tốc": the one project whose name begins so

Where two things fit, none is chosen, and the question is kept for a person. What a person said
comes first. The alias is written as the thing that it means when a notice's quads are stored;
that it was, how and how surely stands in a graph of its own.
"""

from kg.identity.graph import IDENTITY_GRAPH, identity_quads, rewritten
from kg.identity.records import Candidate, Identity, Question, Resolution
from kg.identity.resolve import resolve

__all__ = [
    "IDENTITY_GRAPH",
    "Candidate",
    "Identity",
    "Question",
    "Resolution",
    "identity_quads",
    "resolve",
    "rewritten",
]
