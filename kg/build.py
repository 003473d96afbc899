"""Notice -> RDF: everything that one notice states, in the graph named after it.

The shape, as triple patterns (``cd:`` = https://w3id.org/chidao/ontology#). All of it is in the
graph ``<notice>`` but for the three lines marked names, which ``kg.names`` keeps in the graph
``id:graph/names``, chosen over all notices, so that a thing has one preferred label::

    ?notice   a cd:Notice, cd:LegalDocument ; cd:source "file.md" ; cd:fullText "..."@vi ;
              cd:number "41/TB-SXD" ; cd:title "..."@vi ; cd:issuedOn DAY ; cd:documentType ?type ;
              cd:passedBy ?unit ; cd:signedBy ?person ; cd:issuedAt "..."@vi ;
              cd:concludes ?meeting ; cd:cites ?document .
    ?meeting  a cd:Meeting ; cd:meetingDate DAY ; cd:chairedBy ?person ; cd:heldBy ?unit .
    ?task     a cd:Task ; cd:statedIn ?notice ; cd:text "..."@vi ; cd:position 1 ; cd:label "7" ;
              cd:section "..."@vi ; cd:assignedTo ?doer ; cd:coordinatedWith ?doer ;
              cd:cites ?document ; cd:concernsProject ?project ; cd:concernsPerson ?person ;
              cd:concernsPlace ?place ; cd:deadline ?deadline ; cd:due DAY .
    ?deadline a cd:Deadline ; cd:kind "before" ; cd:wording "trước ngày ..."@vi ; cd:due DAY ;
              (a time:ProperInterval ; time:hasBeginning/time:inXSDDate DAY ;
               time:hasEnd/time:inXSDDate DAY)                      only where days are known
    ?finding  a cd:Finding ; cd:statedIn ?notice ; cd:kind "late-work" ; cd:text "..."@vi ;
              cd:cites ?document .
    ?document a cd:LegalDocument (, cd:UnresolvedDocument) ; cd:number "59/QĐ-UBND" ;
              cd:documentType ?type ; cd:issuedOn DAY ; cd:passedBy ?unit ; cd:title "..."@vi .
    ?unit     a cd:Unit (, cd:Agency or cd:EveryUnit) ; cd:unitOf ?issuer .
    ?person   a cd:Person ; cd:role "..."@vi .   ?place a cd:Place ; cd:placeKind "xã"@vi .
    ?project  a cd:Project .                     ?type  a cd:DocumentType .
    ?thing    cd:fullName "Sở Tư pháp"@vi ; cd:name "Tư pháp"@vi .    as full and as printed
    ?thing    skos:prefLabel "..."@vi .                               names: exactly one
    ?thing    skos:altLabel "..."@vi .                                names: other spellings
    ?thing    skos:hiddenLabel "so tu phap" .                         names: folded, for look-up

    ?evidence a oa:Annotation ; oa:motivatedBy oa:identifying ; oa:hasBody ?fact ;
              oa:hasTarget ?target ; prov:wasDerivedFrom ?notice ; prov:wasGeneratedBy ?reading .
    ?fact     a cd:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o
              (; cd:pinpoint ; cd:citedAs).
    ?target   a oa:SpecificResource ; oa:hasSource ?notice ; oa:hasSelector ?quote, ?position .
    ?quote    a oa:TextQuoteSelector ; oa:exact ; oa:prefix ; oa:suffix .
    ?position a oa:TextPositionSelector ; oa:start ; oa:end .         offsets into cd:fullText

``?doer`` is a ?unit, or the ?person told to act himself. ``cd:EveryUnit`` ("các phòng, đơn vị")
is one node for each issuer: a task assigned to it is assigned to every unit that the issuer's
notices address. Threads are in graphs of their own.
"""

from datetime import date
from typing import Any

from kg.facts import Facts
from kg.fold import digest
from kg.ids import (
    BASE,
    DocumentNumber,
    Scope,
    document_iris,
    mention_name,
    notice_home,
    notice_iri,
    task_iris,
)
from kg.records import EVERY_UNIT, Citation, Deadline, Finding, Mention, Notice, Stated, Task
from kg.terms import Literal, NamedNode, Quad, day, named, number, plain, term, vi
from kg.things import Things, spaced


def notice_quads(notice: Notice) -> list[Quad]:
    """Return every quad that the notice states, in its graph, sorted and without repetition.

    Raises:
        ValueError: a span of the record lies outside the notice's text.
    """
    return _Builder(notice).build()


class _Builder:
    """One notice on its way to RDF: the notice, its scope and what has been said so far."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice
        self.scope = Scope.of(notice)
        self.node = named(notice_iri(notice))
        self.home = notice_home(notice)
        self.facts = Facts(self.node, notice.text, self.home)
        self.things = Things(notice, self.scope, self.facts)
        self.documents = document_iris(notice)

    def build(self) -> list[Quad]:
        self.head()
        for position, (iri, task) in enumerate(
            zip(task_iris(self.notice), self.notice.tasks, strict=True), start=1
        ):
            self.task(named(iri), task, position)
        for citation in self.notice.documents:
            self.cite(self.node, citation)
        for finding in self.notice.findings:
            self.finding(finding)
        self.things.say_names()
        return self.facts.quads()

    def head(self) -> None:
        """State what the notice is, and the meeting that it concludes."""
        notice, node, add = self.notice, self.node, self.facts.add
        add(node, "rdf:type", term("cd:Notice"))
        add(node, "rdf:type", term("cd:LegalDocument"))
        add(node, "cd:source", plain(notice.source))
        add(node, "cd:fullText", vi(notice.text))
        add(node, "cd:documentType", self.things.document_type("Thông báo"))
        self.things.name(node, self.notice_name())
        if notice.number:
            self.stated(node, "cd:number", plain(notice.number.value), notice.number)
        if notice.title:
            self.stated(node, "cd:title", vi(notice.title.value), notice.title)
        if notice.issued:
            self.stated(node, "cd:issuedOn", day(notice.issued.value), notice.issued)
        if notice.issuer:
            issuer = self.things.unit(notice.issuer.value)
            add(issuer, "rdf:type", term("cd:Agency"))
            self.stated(node, "cd:passedBy", issuer, notice.issuer)
        if notice.place:
            self.stated(node, "cd:issuedAt", vi(notice.place.value), notice.place)
        if notice.signer:
            signer = self.things.person(notice.signer.value, None)
            self.stated(node, "cd:signedBy", signer, notice.signer)
        if notice.signer_post:
            self.stated(node, "cd:signedAs", vi(notice.signer_post.value), notice.signer_post)
        self.meeting()

    def meeting(self) -> None:
        notice = self.notice
        if not (notice.meeting_date or notice.chair):
            return
        held = notice.meeting_date.value if notice.meeting_date else None
        meeting = named(
            f"{BASE}meeting/{self.scope.issuer}/{held.isoformat() if held else self.home}"
        )
        self.facts.add(meeting, "rdf:type", term("cd:Meeting"))
        self.facts.add(self.node, "cd:concludes", meeting)
        if notice.meeting_date and held:
            self.stated(meeting, "cd:meetingDate", day(held), notice.meeting_date)
        if notice.chair:
            chair = self.things.person(notice.chair.value, None)
            self.stated(meeting, "cd:chairedBy", chair, notice.chair)
        if notice.issuer:
            self.facts.add(meeting, "cd:heldBy", self.things.unit(notice.issuer.value))
        self.things.name(meeting, f"Cuộc họp{_on(held)}{self.things.by_issuer()}")

    def task(self, node: NamedNode, task: Task, position: int) -> None:
        """State one order, whom it is for, until when, and what it concerns."""
        add = self.facts.add
        add(node, "rdf:type", term("cd:Task"))
        add(node, "cd:statedIn", self.node)
        add(node, "cd:position", number(position))
        self.facts.evident(node, "cd:text", vi(task.text), task.start, task.end)
        if task.label:
            add(node, "cd:label", plain(task.label))
        if task.section:
            add(node, "cd:section", vi(task.section))
        for mention in task.assignees:
            self.mentioned(node, "cd:assignedTo", self.things.doer(mention, task.people), mention)
        for mention in task.coordinators:
            self.mentioned(
                node, "cd:coordinatedWith", self.things.doer(mention, task.people), mention
            )
        for mention in task.projects:
            self.mentioned(node, "cd:concernsProject", self.things.project(mention), mention)
        for mention in task.people:
            person = self.things.person(mention_name(mention), mention.role)
            self.mentioned(node, "cd:concernsPerson", person, mention)
        for mention in task.places:
            self.mentioned(node, "cd:concernsPlace", self.things.place(mention), mention)
        for mention in task.supervisors:
            person = self.things.person(mention_name(mention), mention.role)
            self.mentioned(node, "cd:supervisedBy", person, mention)
        for mention in task.submitted_to:
            self.mentioned(node, "cd:submittedTo", self.things.doer(mention, task.people), mention)
        if task.tone:
            add(node, "cd:tone", plain(task.tone))
        for citation in task.refs:
            self.cite(node, citation)
        for deadline in task.deadlines:
            self.deadline(node, deadline)

    def deadline(self, task: NamedNode, deadline: Deadline) -> None:
        """State a deadline; days that the wording leaves open stay unsaid."""
        content = f"{deadline.start}-{deadline.end} {deadline.kind}"
        home = task.value.removeprefix(f"{BASE}task/")
        node = named(f"{BASE}deadline/{home}/{digest(content)}")
        start, end = deadline.start, deadline.end
        self.facts.add(node, "rdf:type", term("cd:Deadline"))
        self.facts.add(node, "cd:kind", plain(deadline.kind))
        self.facts.evident(node, "cd:wording", vi(deadline.text), start, end)
        self.facts.evident(task, "cd:deadline", node, start, end)
        if deadline.due:
            self.facts.add(node, "cd:due", day(deadline.due))
            self.facts.evident(task, "cd:due", day(deadline.due), start, end)
        first, last = deadline.begin, deadline.until or deadline.due
        for relation, value in (("time:hasBeginning", first), ("time:hasEnd", last)):
            if value:
                instant = named(f"{BASE}day/{value.isoformat()}")
                self.facts.add(node, "rdf:type", term("time:ProperInterval"))
                self.facts.add(node, relation, instant)
                self.facts.add(instant, "rdf:type", term("time:Instant"))
                self.facts.add(instant, "time:inXSDDate", day(value))

    def finding(self, finding: Finding) -> None:
        content = f"{finding.kind} {' '.join(finding.text.split())}"
        node = named(f"{BASE}finding/{self.home}/{digest(content)}")
        self.facts.add(node, "rdf:type", term("cd:Finding"))
        self.facts.add(node, "cd:statedIn", self.node)
        self.facts.add(node, "cd:kind", plain(finding.kind))
        self.facts.evident(node, "cd:text", vi(finding.text), finding.start, finding.end)
        for citation in finding.refs:
            self.cite(node, citation)

    def cite(self, subject: NamedNode, citation: Citation) -> None:
        """State that something cites a document, and what the citation tells of it."""
        document = named(self.documents[citation])
        start, end = citation.start, citation.end
        if document != self.node:
            self.facts.evident(
                subject,
                "cd:cites",
                document,
                start,
                end,
                pinpoint=citation.pinpoint,
                cited_as=citation.relation,
            )
        if citation.antecedent is not None:
            return  # what is known of the document stands where it is named
        self.facts.add(document, "rdf:type", term("cd:LegalDocument"))
        self.facts.add(document, "cd:documentType", self.things.document_type(citation.type))
        stub = document.value.startswith(f"{BASE}stub/")
        if stub:
            self.facts.add(document, "rdf:type", term("cd:UnresolvedDocument"))
        parsed = DocumentNumber.parse(citation.key, type=citation.type)
        if parsed is None or parsed.issuer or stub:
            self.things.name(document, _document_name(citation, parsed), citation.text)
        else:
            self.things.name(document, None, citation.text)
        if parsed and (parsed.issuer or stub):
            self.facts.evident(document, "cd:number", plain(_number(citation, parsed)), start, end)
        if citation.date:
            self.facts.evident(document, "cd:issuedOn", day(citation.date), start, end)
        if citation.title:
            self.facts.evident(document, "cd:title", vi(citation.title), start, end)
        if citation.issuer:
            issuer = self.things.unit(citation.issuer)
            self.facts.evident(document, "cd:passedBy", issuer, start, end)

    def mentioned(self, task: NamedNode, relation: str, node: NamedNode, mention: Mention) -> None:
        self.facts.evident(task, relation, node, mention.start, mention.end)
        if mention.canonical != EVERY_UNIT:
            self.things.name(node, None, mention.name)

    def stated(
        self, node: NamedNode, relation: str, value: NamedNode | Literal, stated: Stated[Any]
    ) -> None:
        self.facts.evident(node, relation, value, stated.start, stated.end)

    def notice_name(self) -> str:
        notice = self.notice
        if notice.number:
            return f"Thông báo {notice.number.value}"
        held = notice.meeting_date.value if notice.meeting_date else None
        when = (
            f" cuộc họp ngày {held.day}/{held.month}/{held.year}" if held else f" {notice.source}"
        )
        return f"Thông báo{when}{self.things.by_issuer()}"


def _on(day: date | None) -> str:
    return f" ngày {day.day}/{day.month}/{day.year}" if day else ""


def _number(citation: Citation, parsed: DocumentNumber) -> str:
    """The number as printed; written out where the mention leaves the issuer's code unsaid."""
    said = DocumentNumber.parse(citation.key)
    if said and said.issuer and said.issuer == parsed.issuer and "/" in citation.key:
        return spaced(citation.key)
    return str(parsed)


def _document_name(citation: Citation, parsed: DocumentNumber | None) -> str:
    key = citation.key if parsed is None else _number(citation, parsed)
    if parsed and not parsed.issuer:
        return citation.key if not citation.key[:1].isdigit() else f"{citation.type} {citation.key}"
    return key if key.casefold().startswith(citation.type.casefold()) else f"{citation.type} {key}"
