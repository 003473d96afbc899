"""States on disk: switched to as a whole, held while read, cleaned up after a kill."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import Locked, WorkspaceError, WrongVersion
from ui.committing import NextState, keep_original, leftovers, states, write_lock
from ui.state import CURRENT, LOCK, META, ORIGINALS, STATES, Entry, Meta, current_name, open_current

HOLDER = """
import sys, time
from pathlib import Path
from ui.committing import write_lock
with write_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""
WRITER = """
import sys
from pathlib import Path
from ui.committing import NextState, keep_original, write_lock
from ui.state import Entry, Meta, open_current
root = Path(sys.argv[1])
number = 0
while True:
    with write_lock(root):
        number = open_current(root).meta.tasks + 1
        name = f"{number:064d}"
        keep_original(root, name + ".md", b"x" * number)
        state = NextState(root)
        for part in range(20):
            state.write(f"notices/{part}.json", [number] * 50)
        entry = Entry("iri", "a.md", name + ".md", name, "r", number)
        state.commit(Meta("0", None, (entry,), number, 0))
        print(number, flush=True)
"""


def meta(tasks: int, *originals: str) -> Meta:
    entries = tuple(
        Entry(f"iri:{name}", name, name, name.split(".")[0], "reader", tasks) for name in originals
    )
    return Meta("0", None, entries, tasks, 0)


def commit(root: Path, tasks: int, *originals: str) -> str:
    with write_lock(root):
        for name in originals:
            keep_original(root, name, b"text")
        state = NextState(root)
        state.commit(meta(tasks, *originals))
        return state.folder.name


def test_an_absent_folder_is_an_empty_workspace_and_stays_absent(tmp_path: Path) -> None:
    held = open_current(tmp_path / "none")
    assert held.name is None
    assert held.meta.entries == ()
    assert not (tmp_path / "none").exists()


def test_a_reader_sees_the_state_that_was_current_when_it_opened(tmp_path: Path) -> None:
    commit(tmp_path, 1)
    held = open_current(tmp_path)
    commit(tmp_path, 2)
    assert held.meta.tasks == 1
    assert open_current(tmp_path).meta.tasks == 2


def test_a_state_being_read_outlives_many_writes_and_goes_after(tmp_path: Path) -> None:
    first = commit(tmp_path, 1)
    held = open_current(tmp_path)
    for tasks in range(2, 6):
        commit(tmp_path, tasks)
    assert held.path(META) is not None
    assert first in [path.name for path in states(tmp_path)]
    del held
    commit(tmp_path, 6)
    commit(tmp_path, 7)
    assert [path.name for path in states(tmp_path)] == ["000006", "000007"]


def test_an_unfinished_state_is_a_leftover_and_is_removed_by_the_next_write(tmp_path: Path) -> None:
    commit(tmp_path, 1, "a.md")
    NextState(tmp_path).write("threads.json", [])
    keep_original(tmp_path, "b.md", b"text")
    assert {path.name for path in leftovers(tmp_path)} == {"000002", "b.md"}
    assert open_current(tmp_path).meta.tasks == 1
    commit(tmp_path, 2, "a.md")
    assert leftovers(tmp_path) == []
    assert [path.name for path in (tmp_path / ORIGINALS).iterdir()] == ["a.md"]


def test_originals_stay_where_the_current_state_cannot_be_read(tmp_path: Path) -> None:
    name = commit(tmp_path, 1, "a.md")
    (tmp_path / STATES / name / META).write_text("{", encoding="utf-8")
    with write_lock(tmp_path):
        pass
    assert (tmp_path / ORIGINALS / "a.md").exists()


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        began = time.monotonic()
        with (
            pytest.raises(Locked, match=f"process {holder.pid}"),
            write_lock(tmp_path, patience=0.3),
        ):
            pass
        assert time.monotonic() - began < 2
    finally:
        holder.kill()
        holder.wait()
    with write_lock(tmp_path, patience=0):
        assert (tmp_path / LOCK).read_text(encoding="utf-8") == str(os.getpid())


def test_a_kill_at_any_instant_leaves_a_whole_state(tmp_path: Path) -> None:
    last = 0
    for delay in (0.0, 0.003, 0.011, 0.017, 0.029, 0.041, 0.05, 0.07):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        told = int(writer.stdout.readline())  # it is in the middle of its second write now
        time.sleep(delay)
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().split()
        writer.wait()
        told = int(rest[-1]) if rest else told
        held = open_current(tmp_path)
        assert held.folder is not None
        assert held.meta.tasks in (told, told + 1)
        assert told > last
        last = held.meta.tasks
        for part in range(20):
            record = json.loads((held.folder / "notices" / f"{part}.json").read_text())
            assert record == [last] * 50
        for entry in held.meta.entries:
            assert (tmp_path / ORIGINALS / entry.original).read_bytes() == b"x" * last


def test_another_format_is_refused_with_the_way_out(tmp_path: Path) -> None:
    name = commit(tmp_path, 1)
    path = tmp_path / STATES / name / META
    plain = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(plain | {"format": 99, "chidao": "9.9"}), encoding="utf-8")
    with pytest.raises(
        WrongVersion, match=r"format 99, written by chidao 9\.9.*format 3\b.*ingest"
    ):
        open_current(tmp_path)


@pytest.mark.parametrize("text", ["", "../elsewhere\n", ".hidden\n", "000777\n"])
def test_a_damaged_pointer_is_told_with_the_way_out(tmp_path: Path, text: str) -> None:
    commit(tmp_path, 1)
    (tmp_path / CURRENT).write_text(text, encoding="utf-8")
    with pytest.raises(WorkspaceError, match="doctor --fix"):
        open_current(tmp_path)


def test_a_lost_pointer_is_told_and_nothing_is_begun_anew(tmp_path: Path) -> None:
    commit(tmp_path, 1, "a.md")
    (tmp_path / CURRENT).unlink()
    with pytest.raises(WorkspaceError, match="doctor --fix"):
        open_current(tmp_path)
    with pytest.raises(WorkspaceError, match="doctor --fix"), write_lock(tmp_path):
        pass


def test_a_folder_of_other_things_gets_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(b"")
    with pytest.raises(WorkspaceError, match=r"letter\.docx"), write_lock(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["letter.docx"]


def test_a_file_is_no_workspace(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="is a file"):
        current_name(path)
