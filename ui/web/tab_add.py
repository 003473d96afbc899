"""The tab that takes notices in: files, what was read from each, and only then adding."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ui.access.served import Access
from ui.answers import Progress
from ui.web.cards import failure
from ui.web.events import ADDING
from ui.web.review import adding_progress, reading_progress, view
from ui.web.safely import reason
from ui.web.texts import Texts
from ui.web.uploads import Batch, File, accepted, read, rejected, restored, taken, undone

if TYPE_CHECKING:
    from ui.workspace import Workspace

Shown = tuple[Batch, str]
"""The files, and the HTML that shows them."""


@dataclass(frozen=True, slots=True)
class AddTab:
    """The parts of the tab that others wire."""

    tab: Any
    changed: Any
    """Event after files were added or taken out again."""


def build(workspace: "Workspace", access: Access, t: Texts) -> AddTab:
    """Lay out the tab and wire what happens inside it."""
    import gradio as gr

    with gr.Tab(t("tab_add"), id="add", visible=not access.users) as tab:
        gr.HTML(str(Markup('<p class="cd-lead">{}</p>').format(t("add_intro"))))
        with gr.Row(elem_classes="cd-bar cd-bar--add"):
            upload = gr.UploadButton(
                t("upload"), file_count="multiple", type="filepath", scale=0, min_width=220,
                elem_id="cd-upload",
            )  # fmt: skip
        batch = gr.State(Batch())
        listing = gr.HTML(str(view(Batch(), t)), elem_id="cd-preview", js_on_load=ADDING)

    def uploaded(paths: list[str] | None, held: Batch) -> Iterator[Shown]:
        yield from reading(workspace, held, taken(paths or []), t)

    def look(held: Batch, event: gr.EventData) -> Shown:
        return looked(held, event.act, event.file, t)

    def change(held: Batch, event: gr.EventData, request: gr.Request) -> Iterator[Shown]:
        yield from changing(access, request.username, workspace, held, event.act, event.file, t)

    outputs = [batch, listing]
    quiet: dict[str, Any] = {"show_progress": "hidden", "concurrency_limit": 2}
    upload.upload(uploaded, [upload, batch], outputs, **quiet)
    listing.look(look, batch, outputs, **quiet)
    changed = listing.change_files(
        change, batch, outputs, show_progress="hidden", concurrency_limit=1
    )
    return AddTab(tab, changed)


def reading(workspace: "Workspace", batch: Batch, files: list[File], t: Texts) -> Iterator[Shown]:
    """Read files, yielding how far it is and at last what was read."""
    for so_far, name, done, total in read(workspace, batch, files):
        said = reading_progress(name, done, total, t) if name else Markup("")
        yield so_far, str(view(so_far, t, said, busy=bool(name)))


def looked(batch: Batch, act: str, key: str, t: Texts) -> Shown:
    """Show another file, leave one out or take it back, or begin anew; the workspace stays."""
    if act == "show":
        batch = Batch(batch.files, key, batch.over)
    elif act == "reject":
        batch = rejected(batch, key)
    elif act == "restore":
        batch = restored(batch, key)
    elif act == "clear":
        batch = Batch()
    return batch, str(view(batch, t))


def changing(
    access: Access,
    name: str | None,
    workspace: "Workspace",
    batch: Batch,
    act: str,
    key: str,
    t: Texts,
) -> Iterator[Shown]:
    """Add files or take one out again, yielding how far it is and at last what became of each."""

    def work(tell: Callable[[Progress], None]) -> Batch:
        if act == "undo":
            return undone(access, name, workspace, batch, key)
        keys = batch.among(["waiting"]) if act == "accept-all" else [key]
        return accepted(access, name, workspace, batch, keys, tell)

    for step in _stepping(work):
        if isinstance(step, Progress):
            yield batch, str(view(batch, t, adding_progress(step, t), busy=True))
        elif isinstance(step, Batch):
            yield step, str(view(step, t))
        else:
            yield batch, str(view(batch, t, failure(reason(step, t), t)))


def _stepping(
    work: Callable[[Callable[[Progress], None]], Batch],
) -> Iterator[Progress | Batch | Exception]:
    """Do the work in a thread, yielding what it tells and at last what it made, or its error."""
    steps: SimpleQueue[Progress | Batch | Exception] = SimpleQueue()

    def run() -> None:
        try:
            steps.put(work(steps.put))
        except Exception as error:  # carried to the reader's thread
            steps.put(error)

    Thread(target=run, daemon=True).start()
    while isinstance(step := steps.get(), Progress):
        yield step
    yield step
