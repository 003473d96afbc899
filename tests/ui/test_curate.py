"""What the machine asks on the page, and what becomes of a person's answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.identity import Candidate, Question
from tests.ui.invented import filled
from ui.access.served import Access
from ui.answers import ContinuationAnswer
from ui.web.doubts import doubts_of, questions
from ui.web.tab_curate import acted, view
from ui.web.texts import Texts
from ui.workspace import Workspace

VI, EN = Texts("vi"), Texts("en")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return filled(tmp_path)


def test_a_doubtful_continuation_is_asked_until_it_is_decided(workspace: Workspace) -> None:
    thread = workspace.threads()[0]
    later, earlier = thread.tasks[-1].task, thread.tasks[0].task
    sure = ContinuationAnswer(later, earlier, 0.95, (), ())
    doubtful = replace(sure, probability=0.5)
    assert doubts_of([replace(thread, links=(sure,))], []) == []
    (doubt,) = doubts_of([replace(thread, links=(doubtful,))], [])
    html = str(questions((), [doubt], EN))
    assert f'data-what="{earlier} {later}"' in html
    assert "50% sure" in html
    decision = workspace.decide("confirm", [earlier, later], by="Lan")
    assert doubts_of([replace(thread, links=(doubtful,))], [decision]) == []


def test_a_name_that_may_be_two_things_is_asked() -> None:
    evil = "<script>x"
    two = (Candidate("urn:a", evil), Candidate("urn:b", "Phòng B"))
    html = str(questions([Question("urn:q", "unit", evil, two)], [], VI))
    assert "<script" not in html
    assert 'data-verdict="confirm" data-what="urn:a urn:q"' in html
    assert 'data-verdict="reject" data-what="urn:q urn:a urn:b"' in html


def test_a_decision_acts_is_told_and_can_be_taken_back(workspace: Workspace) -> None:
    desk, user = Access.to(workspace).desk, Access.to(workspace).user(None)

    def rename() -> str:
        desk.decide(user, "rename", ["Thanh tra Sở"], "Thanh tra")
        return "kept"

    said, _, past = acted(rename, workspace, EN)
    assert "kept" in said
    assert "“Thanh tra”" in past
    assert workspace.refs("Thanh tra").label == "Thanh tra"
    (decision,) = workspace.decisions()
    assert f'data-undo="{decision.iri}"' in past
    desk.undo(user, decision.iri)
    assert "taken back" in view(workspace, EN)[1]
    assert workspace.refs("Thanh tra Sở").label == "Thanh tra Sở"


def test_what_cannot_be_decided_says_why(workspace: Workspace) -> None:
    user = Access.to(workspace).user(None)
    desk = Access.to(workspace).desk
    said, _, _ = acted(
        lambda: str(desk.decide(user, "merge", ["Phòng Bịa", "Thanh tra Sở"])), workspace, VI
    )
    assert 'role="alert"' in said
    assert workspace.decisions() == []
