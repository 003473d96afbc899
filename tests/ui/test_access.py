"""Who is let in, what each role may do, and what is written down of it."""

import json
import re
import shutil
from pathlib import Path
from shutil import ignore_patterns
from typing import Any

import pytest
from click.testing import CliRunner
from fastapi import FastAPI
from fastapi.testclient import TestClient

from kg.errors import ChidaoError, UnknownName
from tests.support import TinyEncoder
from tests.ui.invented import APRIL, MAY
from ui.access.desk import Desk, Forbidden
from ui.access.journal import audit_journal
from ui.access.limits import Limits, TooOften
from ui.access.served import Access
from ui.access.sessions import COOKIE, Sessions
from ui.access.users import LOCAL, Role, User, Users
from ui.cli import main
from ui.web import create_app
from ui.web.page import masthead
from ui.web.signin import within
from ui.web.texts import Texts
from ui.workspace import Workspace

PASSWORD = "một câu đủ dài"
HERE = "http://localhost"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("access")
    (folder / "april.md").write_text(APRIL, encoding="utf-8")
    workspace = Workspace.open(folder / "work", encoder=TinyEncoder())
    workspace.ingest([folder / "april.md"])
    users = Users(workspace.folder)
    for role in Role:
        users.add(role.name.lower(), PASSWORD, role)
    return workspace


@pytest.fixture(scope="module")
def app(made: Workspace) -> FastAPI:
    return create_app(made, Access.to(made, Limits({"signin": 1_000})))


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    return TestClient(app, base_url=HERE, follow_redirects=False)


@pytest.fixture
def workspace(made: Workspace, tmp_path: Path) -> Workspace:
    """A copy to write to, without users."""
    folder = shutil.copytree(made.folder, tmp_path / "work", ignore=ignore_patterns("access"))
    return Workspace.open(folder, encoder=TinyEncoder())


@pytest.fixture
def users(made: Workspace, workspace: Workspace) -> Users:
    """The users of the copy."""
    folder = workspace.folder / "access"
    folder.mkdir(mode=0o700)
    shutil.copy2(made.folder / "access" / "users.json", folder)
    return Users(workspace.folder)


def sign_in(client: TestClient, name: str, password: str = PASSWORD, **more: str) -> Any:
    form = {"name": name, "password": password, **more}
    return client.post("/signin", data=form, headers={"Origin": HERE})


def audit(workspace: Workspace) -> list[dict[str, Any]]:
    lines = (workspace.folder / "access" / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


# The users file


def test_a_password_is_kept_as_an_argon2_hash_that_only_its_owner_reads(users: Users) -> None:
    path = users.folder / "users.json"
    written = path.read_text(encoding="utf-8")
    assert PASSWORD not in written
    assert written.count("$argon2id$") == len(Role)
    assert path.stat().st_mode & 0o077 == 0


def test_only_the_right_password_lets_in(users: Users) -> None:
    assert users.signed_in("editor", PASSWORD) == User("editor", Role.EDITOR)
    assert users.signed_in("editor", PASSWORD + " ") is None
    assert users.signed_in("nobody", PASSWORD) is None


@pytest.mark.parametrize("name", ["", "a b", "x" * 65, "<script>", "a\nb"])
def test_a_name_is_one_word(users: Users, name: str) -> None:
    with pytest.raises(ChidaoError, match="name is made of"):
        users.add(name, PASSWORD, Role.READER)


def test_a_short_password_is_refused(users: Users) -> None:
    with pytest.raises(ChidaoError, match="10 to"):
        users.add("new", "ngắn", Role.READER)
    assert users.get("new") is None


def test_the_last_admin_stays(users: Users) -> None:
    with pytest.raises(ChidaoError, match="only admin"):
        users.set_role("admin", Role.READER)
    with pytest.raises(ChidaoError, match="only admin"):
        users.remove("admin")
    users.set_role("editor", Role.ADMIN)
    users.remove("admin")
    assert [user.name for user in users.all()] == ["editor", "reader"]


def test_a_broken_users_file_lets_nobody_in(users: Users) -> None:
    (users.folder / "users.json").write_text("{", encoding="utf-8")
    with pytest.raises(ChidaoError, match="nobody is let in"):
        bool(users)


def test_a_session_ends_with_its_password_and_cannot_be_forged(users: Users) -> None:
    sessions = Sessions(users)
    cookie = sessions.cookie("reader")
    assert sessions.name(cookie) == "reader"
    assert sessions.name(cookie[:-2] + "xx") is None
    users.add("reader", PASSWORD + "2", Role.READER)
    assert sessions.name(cookie) is None
    gone = sessions.cookie("editor")
    users.remove("editor")
    assert sessions.name(gone) is None


def test_a_user_may_ask_so_often_and_others_still_may() -> None:
    limits = Limits({"sparql": 2})
    limits.count("sparql", "a")
    limits.count("sparql", "a")
    with pytest.raises(TooOften):
        limits.count("sparql", "a")
    limits.count("sparql", "b")


def test_the_desk_checks_the_role_and_writes_down_who_did_what(workspace: Workspace) -> None:
    journal = audit_journal(workspace.folder)
    desk = Desk(workspace, journal)
    with pytest.raises(Forbidden, match="editor"):
        desk.add(User("an", Role.READER), MAY.encode(), "may.md")
    assert len(workspace.notices()) == 1
    assert desk.add(User("bình", Role.EDITOR), MAY.encode(), "may.md").read
    assert len(workspace.notices()) == 2
    with pytest.raises(Forbidden):
        desk.repair(User("bình", Role.EDITOR))
    refused, done, _ = audit(workspace)
    assert (refused["user"], refused["action"], refused["what"]) == ("an", "add", ["may.md"])
    assert refused["result"].startswith("Forbidden")
    assert (done["user"], done["result"]) == ("bình", "done")


# Over HTTP


def test_without_users_only_this_machine_is_let_in(workspace: Workspace) -> None:
    with TestClient(create_app(workspace), base_url=HERE) as client:
        assert client.get("/api/notices").status_code == 200
        assert client.get("/signin", follow_redirects=False).status_code == 303
        elsewhere = client.get("/api/notices", headers={"Host": "elsewhere.vn"})
        assert elsewhere.status_code == 403


def test_users_made_while_it_serves_are_asked_for_at_once(workspace: Workspace) -> None:
    with TestClient(create_app(workspace), base_url=HERE) as client:
        assert client.get("/api/notices").status_code == 200
        Users(workspace.folder).add("admin", PASSWORD, Role.ADMIN)
        assert client.get("/api/notices").status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        "/", "/en/", "/api", "/api/notices", "/api/openapi.json", "/api/export?format=nq", "/print",
        "/sparql", "/.well-known/void", "/gradio_api/info", "/gradio_api/queue/data", "/config",
    ],
)  # fmt: skip
def test_nothing_is_shown_before_signing_in(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (401, 404)
    assert "Sở Xây dựng" not in answer.text


def test_a_person_is_led_to_sign_in_and_back(client: TestClient) -> None:
    led = client.get("/en/?q=nhà", headers={"Accept": "text/html"})
    assert led.status_code == 303
    form = client.get(led.headers["location"])
    assert form.status_code == 200
    target = re.search(r'name="next" value="([^"]+)"', form.text)
    assert target
    back = sign_in(client, "reader", next=target[1])
    assert back.status_code == 303
    assert back.headers["location"] == "/en/?q=nh%C3%A0"
    cookie = back.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()
    assert client.get(back.headers["location"]).status_code == 200


@pytest.mark.parametrize("address", ["//x.vn", "https://x.vn/", "/\\x.vn", "javascript:1", "x"])
def test_signing_in_leads_nowhere_else(address: str) -> None:
    assert within(address) == "/"


def test_a_wrong_password_is_said_and_noted_and_soon_enough_refused(
    workspace: Workspace, users: Users
) -> None:
    assert users
    client = TestClient(create_app(workspace), base_url=HERE)
    first = sign_in(client, "reader", "sai mật khẩu rồi", lang="en")
    assert first.status_code == 401
    assert "not right" in first.text
    answers = [sign_in(client, "reader", "sai mật khẩu rồi").status_code for _ in range(10)]
    assert answers[-1] == 429
    assert COOKIE not in client.cookies
    assert {line["result"] for line in audit(workspace)} == {"refused", "too often"}
    assert "sai mật khẩu" not in (workspace.folder / "access/audit.jsonl").read_text("utf-8")


def test_programs_sign_in_with_each_request(client: TestClient) -> None:
    asked = client.get("/api/notices")
    assert asked.headers["www-authenticate"].startswith("Basic")
    assert client.get("/api/notices", auth=("reader", PASSWORD)).status_code == 200
    assert client.get("/api/notices", auth=("reader", "sai")).status_code == 401


def test_programs_cannot_guess_passwords_faster_than_people(
    workspace: Workspace, users: Users
) -> None:
    assert users
    access = Access.to(workspace, Limits({"signin": 3}))
    client = TestClient(create_app(workspace, access), base_url=HERE)
    for n in range(3):
        assert client.get("/api/notices", auth=("reader", f"đoán {n}")).status_code == 401
    assert client.get("/api/notices", auth=("reader", PASSWORD)).status_code == 401


def test_signing_out_ends_it(client: TestClient) -> None:
    sign_in(client, "reader")
    assert client.get("/api/notices").status_code == 200
    assert client.post("/signout", headers={"Origin": HERE}).status_code == 303
    assert client.get("/api/notices").status_code == 401


def test_a_removed_user_is_out_at_once(client: TestClient, made: Workspace) -> None:
    users = Users(made.folder)
    users.add("passing", PASSWORD, Role.READER)
    sign_in(client, "passing")
    assert client.get("/api/notices").status_code == 200
    users.remove("passing")
    assert client.get("/api/notices").status_code == 401


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "https://elsewhere.vn"}, {"Sec-Fetch-Site": "cross-site"},
     {"Origin": HERE, "Sec-Fetch-Site": "same-site"}],
)  # fmt: skip
def test_a_cookie_sent_from_elsewhere_writes_nothing(
    client: TestClient, headers: dict[str, str]
) -> None:
    sign_in(client, "admin")
    assert client.post("/signout", headers=headers).status_code == 403
    assert client.get("/api/notices").status_code == 200


def test_the_head_says_who_is_signed_in_and_lets_them_out(workspace: Workspace) -> None:
    head = masthead(workspace, Texts("en"), User("<lan>", Role.EDITOR))
    assert "&lt;lan&gt; (editor)" in head
    assert 'action="/signout"' in head
    assert "/signout" not in masthead(workspace, Texts("en"))


def test_what_was_asked_is_in_the_access_journal(client: TestClient, made: Workspace) -> None:
    client.get("/api/notices", auth=("reader", PASSWORD))
    client.get("/api/notices")
    lines = (made.folder / "access/access.jsonl").read_text(encoding="utf-8").splitlines()
    allowed, refused = (json.loads(line) for line in lines[-2:])
    assert (allowed["user"], allowed["path"], allowed["status"]) == ("reader", "/api/notices", 200)
    assert (refused["user"], refused["status"]) == (None, 401)


def test_too_many_requests_are_told_to_wait(workspace: Workspace, users: Users) -> None:
    access = Access.to(workspace, Limits({"sparql": 1}))
    assert users
    with TestClient(create_app(workspace, access), base_url=HERE) as client:
        who = ("reader", PASSWORD)
        assert client.get("/sparql?query=ASK{}", auth=who).status_code == 200
        answer = client.get("/sparql?query=ASK{}", auth=who)
        assert answer.status_code == 429
        assert answer.headers["retry-after"] == "60"


# From the command line


def test_the_command_makes_lists_and_removes_users(workspace: Workspace) -> None:
    runner, data = CliRunner(), ["--data", str(workspace.folder)]
    made = runner.invoke(
        main, [*data, "users", "add", "an", "--role", "admin", "--password-stdin"], input=PASSWORD
    )
    assert made.exit_code == 0, made.output
    assert Users(workspace.folder).signed_in("an", PASSWORD)
    assert runner.invoke(main, [*data, "users", "list"]).stdout == "an\tadmin\n"
    assert runner.invoke(main, [*data, "users", "role", "an", "reader"]).exit_code == 1
    assert runner.invoke(main, [*data, "users", "remove", "an"]).exit_code == 0
    assert not Users(workspace.folder)
    with pytest.raises(UnknownName):
        Users(workspace.folder).remove("an")


def test_it_is_not_served_beyond_this_machine_without_users(workspace: Workspace) -> None:
    data = ["--data", str(workspace.folder)]
    refused = CliRunner().invoke(main, [*data, "serve", "--host", "0.0.0.0"])
    assert refused.exit_code == 2
    assert "chidao users add" in refused.output


def test_the_local_user_may_all(workspace: Workspace) -> None:
    assert Access.to(workspace).user(None) == LOCAL


# The API, each half by its role


def test_an_editor_adds_and_removes_through_the_api(workspace: Workspace, users: Users) -> None:
    assert users
    client = TestClient(create_app(workspace), base_url=HERE)
    editor, reader, data = ("editor", PASSWORD), ("reader", PASSWORD), MAY.encode()
    refused = client.post("/api/notices?name=may.md", content=data, auth=reader)
    assert refused.status_code == 403
    assert refused.json()["error"] == "Forbidden"
    added = client.post("/api/notices?name=may.md", content=data, auth=editor)
    assert added.status_code == 200
    assert len(workspace.notices()) == 2
    broken = client.post("/api/notices?name=x.pdf", content=b"%PDF-1.7", auth=editor)
    assert broken.status_code == 422
    assert "x.pdf" in broken.text
    newest = client.get("/api/notices", auth=reader).json()[0]["notice"]
    original = client.get("/api/original", params={"iri": newest}, auth=reader)
    assert original.content == data
    assert original.headers["content-disposition"] == "attachment; filename*=UTF-8''may.md"
    gone = client.delete("/api/notices", params={"what": newest}, auth=editor)
    assert gone.json()["source"] == "may.md"
    assert client.get("/api/original", params={"iri": newest}, auth=reader).status_code == 404


def test_a_decision_is_kept_under_the_name_signed_in_and_undone(
    workspace: Workspace, users: Users
) -> None:
    assert users
    workspace.add(MAY.encode(), "may.md")
    client = TestClient(create_app(workspace), base_url=HERE)
    editor, reader = ("editor", PASSWORD), ("reader", PASSWORD)
    wish = {"verdict": "rename", "what": ["Thanh tra Sở"], "text": "Thanh tra Sở Xây dựng mới"}
    assert client.post("/api/decisions", json=wish, auth=reader).status_code == 403
    kept = client.post("/api/decisions", json=wish, auth=editor).json()
    assert kept["by"] == "editor"
    assert len(client.get("/api/decisions", auth=reader).json()) == 1
    iri = workspace.decisions()[0].iri
    undone = client.delete("/api/decisions", params={"decision": iri}, auth=editor)
    assert undone.json()["verdict"] == "undo"
    assert client.get("/api/questions", auth=reader).status_code == 200
    odd = client.post("/api/decisions", json={"verdict": "rename", "what": []}, auth=editor)
    assert odd.status_code == 422


def test_only_an_admin_repairs_and_reads_the_journal(client: TestClient) -> None:
    editor, admin = ("editor", PASSWORD), ("admin", PASSWORD)
    assert client.get("/api/me", auth=editor).json() == {"name": "editor", "role": "editor"}
    assert client.post("/api/doctor", auth=editor).status_code == 403
    assert client.get("/api/audit", auth=editor).status_code == 403
    repaired = client.post("/api/doctor", auth=admin)
    assert repaired.status_code == 200
    lines = client.get("/api/audit", auth=admin).text.splitlines()
    assert json.loads(lines[-1])["action"] == "repair"


def test_the_graph_is_walked_through_the_api(client: TestClient) -> None:
    reader = ("reader", PASSWORD)
    unit = client.get("/api/find?text=Thanh tra Sở", auth=reader).json()[0]["iri"]
    around = client.get("/api/neighbourhood", params={"iri": unit}, auth=reader).json()
    assert {node["kind"] for node in around["nodes"]} >= {"unit", "task"}
    ends = {"from": "Nghị định số 15/2021/NĐ-CP", "to": "Phòng Quản lý nhà"}
    steps = client.get("/api/way", params=ends, auth=reader).json()
    assert [step["relation"] for step in steps] == ["cites", "assignedTo"]
    assert client.get("/api/central", auth=reader).json()
    assert client.get("/api/communities", auth=reader).status_code == 200
