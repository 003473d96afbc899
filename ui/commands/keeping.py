"""Commands that keep a workspace at work: serve its page, see to its health."""

import sys
from pathlib import Path

import click

from ui.commands.common import (
    complain,
    data_option,
    folder,
    json_option,
    out_json,
    table,
    workspace,
)

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=7860, show_default=True, type=click.IntRange(0, 65535))
@click.option("--open", "open_browser", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--tls-certificate",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Certificate (PEM) to serve by HTTPS with.",
)
@click.option(
    "--tls-key",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Its private key (PEM).",
)
@data_option
def serve(
    host: str,
    port: int,
    open_browser: bool,
    tls_certificate: Path | None,
    tls_key: Path | None,
) -> None:
    """Serve the page at /, SPARQL at /sparql and REST at /api.

    A workspace without users is served to this machine alone; `chidao users add` makes users, who
    then sign in from wherever --host lets them come.
    """
    from ui.access.users import Users

    if host not in _LOOPBACK and not Users(folder()):
        raise click.UsageError(
            f"--host {host} lets other machines in, and this workspace has no users who could "
            "sign in. Make one first: `chidao users add NAME --role admin`."
        )
    if (tls_certificate is None) != (tls_key is None):
        raise click.UsageError("--tls-certificate and --tls-key go together.")
    from ui.serving import serve as serve_page

    tls = (tls_certificate, tls_key) if tls_certificate and tls_key else None
    serve_page(workspace(), host=host, port=port, open_browser=open_browser, tell=complain, tls=tls)


@click.command()
@click.option("--fix", is_flag=True, help="Rebuild what disagrees from the originals.")
@json_option
@data_option
def doctor(fix: bool, as_json: bool) -> None:
    """Check that originals, notices, graph and index agree."""
    from ui.workspace import Workspace

    encoder = click.get_current_context().find_root().obj
    report = Workspace.doctor_of(folder(), encoder=encoder, fix=fix)
    if as_json:
        out_json(report)
    else:
        table(
            ("", "check", "found"),
            [("ok" if c.ok else "BAD", c.name, c.message) for c in report.checks],
            wide="found",
        )
    if not report.ok:
        way_out = "" if fix else " `chidao doctor --fix` rebuilds it from the originals."
        complain(f"Error: the workspace does not agree with itself.{way_out}")
        sys.exit(1)
