"""A file -> its Notice: the stages of reading, one after another."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ingest.assemble import document_of_lines
from ingest.circumstances import read_circumstances, recipients
from ingest.document import Document
from ingest.facts import Facts
from ingest.fill import AllFacts, fill
from ingest.findings import find_late_works
from ingest.head import read_head
from ingest.outline import outline
from ingest.patterns.times import Frame
from ingest.readers import lines_of_file
from ingest.register import register_of
from ingest.tasks import TaskReader
from kg.errors import ReadError
from kg.records import Caveat, Citation, Mention, Notice, Stated


def read_notice(path: Path) -> Notice:
    """Read the notice in a file of any kind: its content tells which.

    Raises:
        MissingProgram: the file needs a program that is not installed.
        ReadError: the file is missing, damaged, too large, or holds no text at all.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path}: no such file") from None
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from None
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Notice:
    """Read the notice in a file's bytes; ``name`` is the file's, without folders.

    Raises:
        MissingProgram, ReadError: as ``read_notice``.
    """
    return read_document(document_of_lines(lines_of_file(data, name), name))


def read_document(document: Document) -> Notice:
    """Read the notice in a document."""
    # The pipeline brings spaCy, a second of imports that `chidao --help` should not wait for.
    from ingest import pipeline

    nodes = outline(document)
    register = register_of(document, nodes)
    head = read_head(document, nodes, register)
    issued = head["issued"].value if "issued" in head else None
    meeting = head["meeting_date"].value if "meeting_date" in head else None
    frame = Frame(issued, issued or meeting)
    head |= read_circumstances(document, nodes, head, frame.reference)
    doc = pipeline.annotate(document.text, register, frame)
    citations = Facts[Citation](pipeline.records(doc, pipeline.CITATIONS))
    facts = AllFacts(
        citations,
        Facts(resolve_projects(pipeline.records(doc, pipeline.PROJECTS))),
        Facts(pipeline.records(doc, pipeline.PEOPLE)),
        Facts(pipeline.records(doc, pipeline.PLACES)),
        Facts(pipeline.records(doc, pipeline.DEADLINES)),
    )
    drafts = TaskReader(document, nodes, register, frame).drafts()
    tasks = tuple(fill(draft, document.text, register, facts) for draft in drafts)
    warnings = [
        Caveat(f"read “{r.printed}” as “{document.text[r.start : r.end]}”", r.start, r.end)
        for r in document.repairs
    ]
    if not tasks:
        warnings.append(Caveat("no task was found in this text", 0, min(80, len(document.text))))
    warnings += [
        Caveat("no unit could be read for this task", t.start, t.end)
        for t in tasks
        if not t.assignees
    ]
    return Notice(
        source=document.source,
        text=document.text,
        tasks=tasks,
        documents=documents_cited(citations.found, head.get("number")),
        findings=find_late_works(document, nodes, citations),
        warnings=tuple(warnings),
        recipients=recipients(document, nodes),
        pages=document.pages,
        **head,
    )


def documents_cited(
    citations: Sequence[Citation], number: Stated[str] | None
) -> tuple[Citation, ...]:
    """The fullest mention of each document cited, the notice itself apart, in order."""
    own = number.value.casefold() if number else None
    fullest: dict[str, Citation] = {}
    for citation in citations:
        key = citation.key.casefold()
        if key == own:
            continue
        known = fullest.get(key)
        if known is None:
            fullest[key] = citation
        elif known.date is None and citation.date is not None:
            fullest[key] = replace(citation, title=citation.title or known.title)
    return tuple(fullest.values())


def resolve_projects(projects: Sequence[Mention]) -> list[Mention]:
    """Give a project named in short the full name, where it can be only one of the document's."""
    full = {p.name.casefold(): p.name for p in projects}
    folded = sorted(full)
    resolved = []
    for project in projects:
        short = f"{project.name.casefold()} "
        first = bisect_left(folded, short)
        longer = [name for name in folded[first : first + 2] if name.startswith(short)]
        if len(longer) == 1 and len(short.split()) >= 2:
            project = replace(project, canonical=full[longer[0]])
        resolved.append(project)
    return resolved


def samples_folder() -> Path:
    """The folder of the sample notices that come with chidao."""
    return Path(__file__).with_name("samples")
