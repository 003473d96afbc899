"""The application over a workspace: page, SPARQL Protocol, REST API, and what is refused."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx import Document
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from tests.support import TinyEncoder
from tests.ui.invented import APRIL, filled
from ui.web import create_app
from ui.web.page import at_address, sentence
from ui.web.tab_add import reading
from ui.web.tab_follow import view as follow_view
from ui.web.tab_search import read, search, values_of
from ui.web.tab_sparql import answer
from ui.web.tab_work import view as work_view
from ui.web.texts import Texts
from ui.web.uploads import Batch
from ui.workspace import Workspace

VI, EN = Texts("vi"), Texts("en")
QUERY = "SELECT ?text WHERE { ?task a cd:Task ; cd:text ?text } ORDER BY ?text"
CONSTRUCT = "CONSTRUCT { ?task cd:text ?text } WHERE { ?task cd:text ?text }"
EVIL = APRIL.replace("xã Vân Trình", "xã <script>alert(1)</script> <img src=x>")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return filled(tmp_path_factory.mktemp("web"))


@pytest.fixture(scope="module")
def client(workspace: Workspace) -> Iterator[TestClient]:
    with TestClient(create_app(workspace), base_url="http://127.0.0.1") as client:
        yield client


# SPARQL Protocol


@pytest.mark.parametrize(
    ("accept", "media", "begins"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", "{"),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("text/csv", "text/csv", "text\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values", "?text\n"),
        ("*/*", "application/sparql-results+json", "{"),
        ("text/html, text/csv;q=0.5", "text/csv", "text"),
    ],
)  # fmt: skip
def test_rows_are_answered_in_the_format_asked(
    client: TestClient, accept: str, media: str, begins: str
) -> None:
    got = client.get("/sparql", params={"query": QUERY}, headers={"accept": accept})
    assert got.status_code == 200
    assert got.headers["content-type"].startswith(media)
    assert got.text.startswith(begins)
    assert "danh mục nhà ở cũ" in got.text


@pytest.mark.parametrize("media", ["text/turtle", "application/n-triples", "application/ld+json"])
def test_triples_are_answered_in_the_format_asked(client: TestClient, media: str) -> None:
    got = client.get("/sparql", params={"query": CONSTRUCT}, headers={"accept": media})
    assert got.status_code == 200
    assert got.headers["content-type"].startswith(media)
    assert "danh mục nhà ở cũ" in got.text


def test_json_and_xml_results_are_what_the_standard_says(client: TestClient) -> None:
    data = client.get("/sparql", params={"query": QUERY}).json()
    assert data["head"]["vars"] == ["text"]
    values = [row["text"]["value"] for row in data["results"]["bindings"]]
    xml = client.get("/sparql", params={"query": QUERY, "format": "xml"}).text
    space = "{http://www.w3.org/2005/sparql-results#}"
    assert [node.text for node in ElementTree.fromstring(xml).iter(f"{space}literal")] == values
    asked = client.get("/sparql", params={"query": "ASK { ?task a cd:Task }"}).json()
    assert asked["boolean"] is True


def test_a_query_may_be_posted_both_ways(client: TestClient) -> None:
    wanted = client.get("/sparql", params={"query": QUERY}).text
    assert client.post("/sparql", data={"query": QUERY}).text == wanted
    direct = client.post(
        "/sparql", content=QUERY.encode(), headers={"content-type": "application/sparql-query"}
    )
    assert direct.text == wanted


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?x WHERE {\n ?x ?y }", "line 2"),
        ("DROP ALL", "DROP"),
        ("SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE"),
        ("", "exactly one"),
    ],
)  # fmt: skip
def test_a_bad_query_is_told_why(client: TestClient, query: str, said: str) -> None:
    got = client.get("/sparql", params={"query": query})
    assert got.status_code == 400
    assert said in got.text


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"method": "GET", "url": "/sparql?query="}, 400),
        ({"method": "POST", "url": "/sparql"}, 415),
        ({"method": "GET", "url": "/sparql?query=ASK{}&default-graph-uri=a%20b"}, 400),
        ({"method": "GET", "url": "/sparql?query=ASK{}&query=ASK{}"}, 400),
        ({"method": "GET", "url": "/sparql?query=ASK{}", "headers": {"accept": "image/png"}}, 406),
        ({"method": "GET", "url": "/sparql?query=ASK{}&format=turtle"}, 406),
        ({"method": "POST", "url": "/sparql", "data": {"update": "DROP ALL"}}, 403),
        ({"method": "POST", "url": "/sparql", "json": {"query": QUERY}}, 415),
        ({"method": "POST", "url": "/sparql", "data": {"query": "#" * 1_100_000}}, 413),
    ],
)  # fmt: skip
def test_what_the_endpoint_refuses(
    client: TestClient, request_: dict[str, object], status: int
) -> None:
    got = client.request(**request_)  # type: ignore[arg-type]
    assert got.status_code == status
    assert got.text.strip()


def test_the_request_may_choose_the_graphs(client: TestClient, workspace: Workspace) -> None:
    april, may = (notice.notice for notice in reversed(workspace.notices()))

    def ask(query: str, **graphs: object) -> bool:
        fields = {name.replace("_", "-"): value for name, value in graphs.items()}
        got = client.get("/sparql", params={"query": query, **fields})  # type: ignore[dict-item]
        return bool(got.json()["boolean"])

    tasks = "ASK { ?task a cd:Task }"
    of_april = f"ASK {{ ?task cd:statedIn <{april}> }}"
    assert ask(tasks, default_graph_uri=april)
    assert not ask(tasks, default_graph_uri="urn:x")
    assert not ask(of_april, default_graph_uri=may)
    assert ask(of_april, default_graph_uri=[may, april])
    assert not ask(tasks, named_graph_uri=april)
    assert ask("ASK { GRAPH ?g { ?task a cd:Task } }", named_graph_uri=april)
    posted = client.post("/sparql", data={"query": of_april, "default-graph-uri": may})
    assert posted.json()["boolean"] is False


def test_without_a_query_the_service_describes_itself(
    client: TestClient, workspace: Workspace
) -> None:
    from rdflib import Graph, URIRef

    got = client.get("/sparql")
    assert got.headers["content-type"].startswith("text/turtle")
    said = Graph().parse(data=got.text, format="turtle")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    objects = set(said.objects())
    assert {URIRef("http://127.0.0.1/sparql"), URIRef(f"{sd}SPARQL11Query")} <= objects
    assert {URIRef(n.notice) for n in workspace.notices()} <= objects
    names = {str(o).rsplit("#")[-1] for o in said.objects(None, URIRef(f"{sd}extensionFunction"))}
    assert names == {"fold", "status", "relevance"}


def test_the_data_are_described(client: TestClient) -> None:
    from rdflib import Graph, URIRef

    got = client.get("/.well-known/void")
    assert got.headers["content-type"].startswith("text/turtle")
    said = Graph().parse(data=got.text, format="turtle")
    void = "http://rdfs.org/ns/void#"
    (part,) = said.subjects(URIRef(f"{void}class"), URIRef("https://w3id.org/chidao/ontology#Task"))
    counted = client.get("/sparql?query=SELECT (COUNT(*) AS ?n) { ?t a cd:Task }").json()
    tasks = counted["results"]["bindings"][0]["n"]["value"]
    assert str(said.value(part, URIRef(f"{void}entities"))) == tasks
    (dump,) = said.objects(None, URIRef(f"{void}dataDump"))
    assert client.get(str(dump)).status_code == 200


def test_functions_join_search_with_the_graph(client: TestClient) -> None:
    query = """SELECT ?text ?fit ?may ?june {
        ?task a cd:Task ; cd:text ?text ; cd:due ?due
        BIND(cd:relevance(?task, "danh muc nha o cu") AS ?fit)
        BIND(cd:status(?task, "2023-05-26"^^xsd:date) AS ?june)
        BIND(cd:status(?task, "2023-05-25"^^xsd:date) AS ?may)
        FILTER(CONTAINS(cd:fold(?text), "van trinh"))
    } ORDER BY DESC(?fit) LIMIT 1"""
    (row,) = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    assert "danh mục nhà ở cũ" in row["text"]["value"]
    assert 0 < float(row["fit"]["value"]) <= 1
    assert (row["may"]["value"], row["june"]["value"]) == ("open", "overdue")
    wrong = client.get("/sparql?query=SELECT (cd:status(?t, 'May') AS ?s) { ?t a cd:Task }")
    assert wrong.status_code == 400
    assert "cd:status expects a day" in wrong.text


def test_an_update_posted_directly_changes_nothing(client: TestClient) -> None:
    before = client.get("/sparql", params={"query": QUERY}).text
    got = client.post(
        "/sparql", content=b"DROP ALL", headers={"content-type": "application/sparql-update"}
    )
    assert got.status_code == 403
    assert client.get("/sparql", params={"query": QUERY}).text == before


def test_a_download_has_a_file_name(client: TestClient) -> None:
    got = client.post("/sparql", data={"query": CONSTRUCT, "format": "turtle", "download": "1"})
    assert 'filename="chidao.ttl"' in got.headers["content-disposition"]


# REST


def test_search_answers_json_csv_and_excel(client: TestClient) -> None:
    params = {"q": "danh mục nhà ở cũ"}
    data = client.get("/api/search", params=params).json()
    assert data["total"] == len(data["hits"]) > 0
    best = data["hits"][0]
    assert {"task", "text", "source", "notice", "assignees", "due", "relevance", "why"} <= set(best)
    rows = client.get("/api/search", params={**params, "format": "csv"}).content
    assert best["text"] in rows.decode("utf-8-sig")
    book = client.get("/api/search", params={**params, "format": "xlsx", "lang": "en"}).content
    sheet = load_workbook(io.BytesIO(book)).active
    assert sheet is not None
    assert sheet["B1"].value == "Task"
    assert sheet["B2"].value == best["text"]


def test_what_is_shown_is_what_is_taken_away(client: TestClient, workspace: Workspace) -> None:
    params = {"q": "nhà ở", "from": "2023-05-01", "lang": "en"}
    shown = search(workspace, fields(query="nhà ở", from_="1/5/2023", everything=True), EN)
    count = shown.count('class="cd-hit"')
    csv = client.get("/export", params={**params, "format": "csv"}).content.decode("utf-8-sig")
    assert len(csv.splitlines()) == count + 1 > 1
    word = Document(io.BytesIO(client.get("/export", params={**params, "format": "docx"}).content))
    assert len(word.tables[0].rows) == count + 1
    sheet = load_workbook(io.BytesIO(client.get("/export", params=params).content)).active
    assert sheet is not None
    assert sheet.max_row == count + 1
    dates = client.get("/export", params={**params, "format": "ics"}).text
    assert dates.count("BEGIN:VEVENT") == shown.count("cd-badge--due")


def test_suggestions_are_names_and_concepts(client: TestClient) -> None:
    found = client.get("/suggest", params={"text": "thanh tra"}).json()
    assert {"text": "Thanh tra Sở", "kind": "Đơn vị", "css": "unit"} in found
    english = client.get("/suggest", params={"text": "mine clos", "lang": "en"}).json()
    assert {one["css"] for one in english} == {"concept"}
    assert client.get("/suggest", params={"text": "t"}).json() == []


def test_filters_narrow_a_search(client: TestClient) -> None:
    params = {"q": "cầu Nà Lốc", "from": "2023-05-01", "unit": "Thanh tra Sở"}
    hits = client.get("/api/search", params=params).json()["hits"]
    assert {hit["source"] for hit in hits} == {"may.md"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/search", 422),
        ("/api/search?q=" + "a" * 10_001, 422),
        ("/api/search?q=a&from=yesterday", 422),
        ("/api/search?q=a&unit=Ph%C3%B2ng+B%E1%BB%8Ba", 404),
        ("/api/refs?what=99/2099/N%C4%90-CP", 404),
        ("/api/notice?iri=urn:none", 404),
        ("/api/tasks?iri=urn:none", 404),
        ("/api/sparql?query=SELECT", 400),
        ("/api/export?format=pdf", 422),
    ],
)  # fmt: skip
def test_a_bad_question_is_an_error_in_json(client: TestClient, path: str, status: int) -> None:
    got = client.get(path)
    assert got.status_code == status
    assert got.json()


def test_the_rest_of_the_api_answers(client: TestClient) -> None:
    notices = client.get("/api/notices").json()
    assert {notice["source"] for notice in notices} == {"april.md", "may.md"}
    whole = client.get("/api/notice", params={"iri": notices[0]["notice"]}).json()
    assert whole["tasks"]
    refs = client.get("/api/refs", params={"what": "NĐ 15/2021"}).json()
    assert refs["total"] == 2
    task = refs["threads"][0]["tasks"][0]
    assert client.get("/api/tasks", params={"iri": task["task"]}).json() == task
    assert client.get("/api/find", params={"text": "15/2021"}).json()[0]["kind"] == "document"
    choices = client.get("/api/choices").json()
    assert {unit["label"] for unit in choices["units"]} >= {"Phòng Quản lý nhà", "Thanh tra Sở"}
    assert client.get("/api/due", params={"as_of": "2023-05-10"}).json()
    assert isinstance(client.get("/api/threads").json(), list)
    assert client.get("/api/queries").json()
    rows = client.get("/api/sparql", params={"query": QUERY}).json()
    assert rows["variables"] == ["text"]
    assert b"cd:Task" in client.get("/api/export", params={"format": "ttl"}).content
    preview = client.post(
        "/api/preview?name=x.md", content=APRIL.encode(), headers={"content-type": "text/plain"}
    )
    assert len(preview.json()["tasks"]) == 4
    assert len(client.get("/api/notices").json()) == 2


def test_the_api_is_described_and_shown_without_fetching_anything(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert "/api/search" in described["paths"]
    assert "/sparql" in described["paths"]
    page = client.get("/api").text
    for path in described["paths"]:
        assert path in page
    assert "http://" not in page
    assert "https://" not in page
    assert client.get("/docs").status_code == 404


# The page


def test_the_page_is_there_in_two_languages(client: TestClient) -> None:
    for path, title in (("/", "theo dõi"), ("/en/", "following")):
        page = client.get(path)
        assert page.status_code == 200
        assert title in page.text
        assert 'analytics_enabled":false' in page.text.replace(" ", "")
    assert client.get("/chidao/page.js").status_code == 200


def test_the_language_can_be_asked_for(client: TestClient) -> None:
    got = client.get("/?lang=en&q=a+b&all=1", follow_redirects=False)
    assert got.headers["location"].endswith("/en/?q=a+b&all=1")
    back = client.get("/en/?lang=vi&q=a", follow_redirects=False)
    assert back.headers["location"].endswith("/?q=a")
    assert client.get("/en?q=a", follow_redirects=False).headers["location"].endswith("/en/?q=a")


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file=http://127.0.0.1:9/",
        "/gradio_api/proxy=http://127.0.0.1:9/",
        "/en/gradio_api/file=/etc/passwd",
        "/gradio_api/info",
        "/monitoring",
        "/chidao/../texts.py",
    ],
)  # fmt: skip
def test_no_file_and_no_address_is_handed_out(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_another_site_may_not_write(client: TestClient) -> None:
    refused = client.post(
        "/gradio_api/upload", headers={"origin": "http://evil.example"}, files={"files": b"x"}
    )
    assert refused.status_code == 403


def test_every_answer_carries_safe_headers(client: TestClient) -> None:
    for path in ("/", "/api/notices", "/sparql", "/gradio_api/file=x"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'self'" in headers["content-security-policy"]


# What the handlers of the page do


def fields(**values: object) -> tuple[object, ...]:
    names = ("query", "unit", "project", "document", "from_", "to", "due", "everything")
    return tuple(values.get(name, "") for name in names)


def test_the_search_tab_finds_narrows_and_explains(workspace: Workspace) -> None:
    html = search(workspace, fields(query="dong cua", everything=False), VI)
    assert "cd-hit" in html
    html = search(workspace, fields(query="nhà ở", everything=False, due="1/5/2023"), VI)
    assert "april.md" in html
    assert "may.md" not in html
    assert "“hôm qua” không phải là ngày" in search(workspace, fields(query="x", to="hôm qua"), VI)
    assert VI("start_title") in search(workspace, fields(), VI)


def test_an_unknown_filter_is_explained_in_the_page(workspace: Workspace) -> None:
    values = fields(query="nhà ở", unit="Phòng Bịa Đặt")
    shown = at_address(workspace, "?q=nhà ở&unit=Phòng Bịa Đặt", VI)[10]
    assert VI("unknown_name") in shown
    assert read(values).filters.unit == "Phòng Bịa Đặt"


def test_a_search_survives_the_address(workspace: Workspace) -> None:
    asked = read(fields(query="nhà ở", from_="1/4/2023", everything=False))
    assert read(values_of(asked)) == asked
    opened = at_address(workspace, f"?{asked.link}", VI)
    assert opened[1:9] == values_of(asked)
    assert "cd-hit" in opened[10]


def test_a_task_is_shown_in_its_notice(workspace: Workspace) -> None:
    hit = workspace.search("danh mục nhà ở cũ").hits[0]
    html = sentence(workspace, hit.task, VI)
    assert html.count("cd-paper") >= 1
    chosen = html[html.index('class="cd-chosen">', html.index("cd-paper")) :]
    assert "danh mục nhà ở cũ" in chosen[:400]


def test_a_document_is_followed(workspace: Workspace) -> None:
    about, _, picture, *_, tasks = follow_view(workspace, "nghị định số 15/2021/NĐ-CP", VI)
    assert "15/2021/NĐ-CP" in about
    assert "april.md" in tasks
    assert "may.md" in tasks
    assert picture.value is not None
    about, *_, tasks = follow_view(workspace, "99/2099/NĐ-CP", VI)
    assert VI("unknown_name") in about
    assert tasks == ""
    assert "Thanh tra Sở" in follow_view(workspace, "", VI)[0]


def test_work_is_shown_as_of_a_day(workspace: Workspace) -> None:
    html = work_view(workspace, ("20/5/2023", None, "", "status"), EN)[0]
    assert "days late" in html
    html = work_view(workspace, ("2023-04-10", "Thanh tra Sở", "", "status"), EN)[0]
    assert "days left" in html
    assert "is no day" in work_view(workspace, ("soon", None, "", "status"), EN)[0]


def test_sparql_errors_are_shown_in_place(workspace: Workspace) -> None:
    assert "line 1" in answer(workspace, "SELECT ?x WHERE { ?x }", EN)
    assert "cd-table" in answer(workspace, QUERY, EN)


def test_a_hostile_notice_stays_text_everywhere(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "work", encoder=TinyEncoder())
    workspace.add(EVIL.encode(), "<b>evil<b>.md")
    hit = workspace.search("danh mục nhà ở cũ").hits[0]
    pages = [
        search(workspace, fields(query="<script>alert(1)</script> nhà ở"), VI),
        sentence(workspace, hit.task, VI),
        *(str(part) for part in follow_view(workspace, "NĐ 15/2021", VI)[::6]),
        work_view(workspace, ("20/4/2023", None, "", "status"), VI)[0],
        answer(workspace, QUERY, VI),
        list(reading(workspace, Batch(), [("<b>evil<b>.md", EVIL.encode())], VI))[-1][1],
    ]
    for page in pages:
        assert "<script" not in page
        assert "<img" not in page
        assert "<b>evil" not in page
    assert "&lt;script&gt;alert(1)" in "".join(pages)


def test_an_empty_workspace_says_what_to_do(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "none", encoder=TinyEncoder())
    for html in (
        search(workspace, fields(query="x"), EN),
        follow_view(workspace, None, EN)[0],
        work_view(workspace, (None, None, "", "status"), EN)[0],
    ):
        assert EN("empty_title") in html
    with TestClient(create_app(workspace), base_url="http://localhost") as client:
        assert client.get("/").status_code == 200
        assert json.loads(client.get("/api/notices").text) == []
