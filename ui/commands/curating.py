"""Commands by which a person corrects what was found: decide, undo, list, be asked."""

import getpass

import click

from ui.commands.common import data_option, json_option, out, out_json, table, workspace

_VERDICTS = ("confirm", "reject", "merge", "split", "rename")


def _me() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


_by = click.option("--by", default=_me, metavar="NAME", help="Who decides [default: your login].")


@click.command()
@click.argument("verdict", type=click.Choice(_VERDICTS))
@click.argument("what", nargs=-1, required=True)
@click.option("--name", metavar="TEXT", help="The new name, for rename.")
@click.option("--note", metavar="TEXT", help="A remark to keep with the decision.")
@_by
@data_option
def decide(
    verdict: str, what: tuple[str, ...], name: str | None, note: str | None, by: str
) -> None:
    """Correct what was found; a person's word is final.

    WHAT are tasks, threads, units, projects ..., by IRI or name.

    \b
      decide confirm A B         both are one
      decide reject A B          they are not
      decide merge A B ...       B and the rest become part of A
      decide split THREAD T ...  the tasks T are another work than the rest of the thread
      decide rename A --name N   A is called N
    """
    if (verdict == "rename") != (name is not None):
        raise click.UsageError("--name goes with rename, and rename with --name.")
    decision = workspace().decide(verdict, what, by=by, text=name or note)
    out(f"{decision.iri.rpartition('/')[2]}\t{verdict}")


@click.command()
@click.argument("decision")
@_by
@data_option
def undo(decision: str, by: str) -> None:
    """Make a DECISION hold no more; `chidao decisions` names them."""
    undone = workspace().undo(decision, by=by)
    out(f"{undone.iri.rpartition('/')[2]}\tundo")


@click.command()
@json_option
@data_option
def decisions(as_json: bool) -> None:
    """List what people decided."""
    from kg.decisions import standing

    decided = workspace().decisions()
    held = {decision.iri for decision in standing(decided)}
    rows = [
        {
            "decision": d.iri,
            "verdict": d.verdict,
            "about": [s.text or s.iri for s in d.subjects],
            "text": d.text,
            "by": d.by,
            "at": d.at,
            "holds": d.iri in held or d.verdict == "undo",
        }
        for d in decided
    ]
    if as_json:
        out_json(rows)
        return
    table(
        ("decision", "verdict", "holds", "by", "at", "text", "about"),
        [
            (
                str(row["decision"]).rpartition("/")[2],
                row["verdict"],
                "yes" if row["holds"] else "undone",
                row["by"],
                row["at"],
                row["text"],
                " | ".join(d.text or d.iri for d in decision.subjects),
            )
            for row, decision in zip(rows, decided, strict=True)
        ],
        wide="about",
    )


@click.command()
@json_option
@data_option
def questions(as_json: bool) -> None:
    """List names that may mean several things.

    `chidao decide confirm A B` answers one: A is what the name B means.
    """
    found = workspace().questions()
    if as_json:
        out_json(found)
        return
    table(
        ("name", "kind", "may be"),
        [(q.name, q.kind, " | ".join(f"{c.label} <{c.iri}>" for c in q.candidates)) for q in found],
        wide="may be",
    )
