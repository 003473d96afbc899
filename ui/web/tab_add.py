"""The tab that takes notices in: files, what was read from them, and only then adding."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from kg.errors import ChidaoError
from ui.access.served import Access
from ui.answers import IngestReport, Progress
from ui.reading import Source, content_of, expanded
from ui.web.cards import failure
from ui.web.parts import joined, message
from ui.web.preview import preview, report
from ui.web.safely import reason
from ui.web.texts import Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace

File = tuple[str, bytes]

_STEPS = ("read", "graph", "index", "save")
_MOST_FILES = 50
"""Files of one upload, those of archives among them; `chidao ingest` takes folders of any size."""
_MOST_MEGABYTES = 100
"""Size of one upload, unpacked: it is held in memory until it is added or discarded."""


@dataclass(frozen=True, slots=True)
class AddTab:
    """The parts of the tab that others wire."""

    added: Any
    """Event after files were added."""


def build(workspace: "Workspace", access: Access, t: Texts) -> AddTab:
    """Lay out the tab and wire what happens inside it."""
    import gradio as gr

    from ingest import SUFFIXES

    with gr.Tab(t("tab_add"), id="add"):
        gr.HTML(str(Markup('<p class="cd-lead">{}</p>').format(t("add_intro"))))
        with gr.Row(elem_classes="cd-bar cd-bar--add"):
            upload = gr.UploadButton(
                t("upload"), file_count="multiple", file_types=list(SUFFIXES), type="filepath",
                scale=0, min_width=220, elem_id="cd-upload",
            )  # fmt: skip
            add = gr.Button(
                t("add_button"), variant="primary", scale=0, min_width=220, visible=False,
                elem_id="cd-add",
            )  # fmt: skip
            cancel = gr.Button(
                t("add_cancel"), scale=0, min_width=80, visible=False, elem_id="cd-cancel"
            )
        files = gr.State([])
        view = gr.HTML(str(_start(t)), elem_id="cd-preview")

    def read(paths: list[str] | None) -> tuple[Any, ...]:
        taken = take(paths or [])
        html, good = previews(workspace, taken, t)
        label = t("add_count", count=len(good)) if len(good) > 1 else t("add_button")
        return html, good, gr.Button(label, visible=bool(good)), gr.Button(visible=True)

    def discard() -> tuple[Any, ...]:
        return str(_start(t)), [], gr.Button(visible=False), gr.Button(visible=False)

    def keep(taken: list[File], request: gr.Request) -> Iterator[tuple[Any, ...]]:
        hidden = gr.Button(visible=False)
        for html in adding(access, request.username, taken, t):
            yield html, [], hidden, hidden

    outputs = [view, files, add, cancel]
    upload.upload(read, upload, outputs, show_progress="minimal", concurrency_limit=2)
    cancel.click(discard, None, outputs, show_progress="hidden", queue=False)
    added = add.click(keep, files, outputs, show_progress="hidden", concurrency_limit=1)
    return AddTab(added)


def take(paths: list[str]) -> list[File]:
    """Return the uploaded files as names and bytes, and remove them from the upload folder."""
    taken = []
    for path in map(Path, paths):
        taken.append((path.name, path.read_bytes()))
        path.unlink(missing_ok=True)
    return taken


def previews(workspace: "Workspace", files: list[File], t: Texts) -> tuple[str, list[File]]:
    """Return what was read from each file as HTML, and the files that could be read.

    An archive's files stand for it; what is over the limits of an upload is said and left out.
    """
    pieces: list[Markup] = []
    good: list[File] = []
    found = [one for name, data in files for one in expanded(Source(name, data=data))]
    space, over = _MOST_MEGABYTES * 2**20, 0
    for position, source in enumerate(found):
        size = len(source.data or b"")
        if position >= _MOST_FILES or size > space:
            over += 1
            continue
        space -= size
        try:
            content = content_of(source)
            pieces.append(preview(workspace.preview(content.data, source.name), t))
            good.append((source.name, content.data))
        except ChidaoError as error:
            said = str(error)
            pieces.append(failure(said if source.name in said else f"{source.name}: {said}", t))
    if over:
        said = t("too_many", count=over, files=_MOST_FILES, megabytes=_MOST_MEGABYTES)
        pieces.insert(0, failure(said, t))
    return str(joined(pieces)), good


def adding(access: Access, name: str | None, files: list[File], t: Texts) -> Iterator[str]:
    """Add the files, yielding how far it is as HTML and at last what became of each.

    Args:
        access: the desk that adds them, if the user may.
        name: who is signed in.
        files: the files that could be read.
        t: the words of the page.
    """
    if not files:
        yield str(message(t("nothing_to_add")))
        return
    steps: SimpleQueue[Progress | IngestReport | Exception | None] = SimpleQueue()

    def work() -> None:
        try:
            user = access.user(name)
            for source, data in files:
                steps.put(access.desk.add(user, data, source, steps.put))
        except Exception as error:  # carried to the reader's thread
            steps.put(error)
        steps.put(None)

    Thread(target=work, daemon=True).start()
    reports: list[IngestReport] = []
    while (step := steps.get()) is not None:
        if isinstance(step, Progress):
            yield str(_progress(step, len(reports), len(files), t))
        elif isinstance(step, IngestReport):
            reports.append(step)
        else:
            yield str(failure(reason(step, t), t))
            return
    yield str(report(_together(reports), t))


def _together(reports: list[IngestReport]) -> IngestReport:
    return IngestReport(
        read=tuple(one for r in reports for one in r.read),
        unchanged=tuple(one for r in reports for one in r.unchanged),
        replaced=tuple(one for r in reports for one in r.replaced),
        failed=tuple(one for r in reports for one in r.failed),
    )


def _progress(step: Progress, done: int, total: int, t: Texts) -> Markup:
    items = joined(
        Markup('<li class="{}"{}>{}</li>').format(
            "is-done" if i < _STEPS.index(step.step) else "is-now" if name == step.step else "",
            Markup(' aria-current="step"') if name == step.step else "",
            t(f"step_{name}"),
        )
        for i, name in enumerate(_STEPS)
    )
    share = step.done / step.total if step.total else 0
    value = (_STEPS.index(step.step) + share) / len(_STEPS)
    return Markup(
        '<div class="cd-progress" role="status"><p><b>{}</b> {}</p><ol>{}</ol>'
        '<progress max="1" value="{:.3f}"></progress></div>'
    ).format(step.source, f"{done + 1}/{total}" if total > 1 else "", items, value)


def _start(t: Texts) -> Markup:
    body = t("add_start_body", files=_MOST_FILES, megabytes=_MOST_MEGABYTES)
    return message(t("add_start_title"), body)
