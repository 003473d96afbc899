"""Serve the page of a workspace on a port of this machine."""

import errno
import socket
import ssl
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ChidaoError, PortInUse

if TYPE_CHECKING:
    from ui.workspace import Workspace

_STARTING = 120.0
"""Seconds within which the page should answer: Gradio and the model load in some ten."""


def serve(
    workspace: "Workspace",
    *,
    host: str,
    port: int,
    open_browser: bool,
    tell: Callable[[str], None],
    tls: tuple[Path, Path] | None = None,
) -> None:
    """Serve until stopped.

    Args:
        workspace: what the page shows.
        host: address to listen on.
        port: port to listen on; 0 lets the system choose one.
        open_browser: open the page once it answers.
        tell: takes lines for the person who started it.
        tls: certificate and private key (PEM files) to serve by HTTPS with.

    Raises:
        PortInUse: another program has the port.
    """
    listener = listen(host, port)  # first: who asks for a busy port need not wait for Gradio
    with listener:
        import uvicorn

        from ui.web import create_app

        bound = listener.getsockname()[1]
        shown = f"[{host}]" if ":" in host else host
        name = "localhost" if host in ("", "0.0.0.0", "::") else shown
        url = f"{'https' if tls else 'http'}://{name}:{bound}/"
        certificate, key = tls or (None, None)
        config = uvicorn.Config(
            create_app(workspace), log_level="warning", proxy_headers=False,
            ssl_certfile=certificate, ssl_keyfile=key,
        )  # fmt: skip
        server = uvicorn.Server(config)
        waiting = threading.Thread(
            target=_when_it_answers, args=(url, open_browser, tell), daemon=True
        )
        waiting.start()
        threading.Thread(target=_warm, args=(workspace, tell), daemon=True).start()
        server.run(sockets=[listener])


def _warm(workspace: "Workspace", tell: Callable[[str], None]) -> None:
    """Load the model while the page comes up, so that the first search need not wait for it."""
    try:
        workspace.warm()
    except ChidaoError as error:
        tell(f"Searching will fail: {error}")


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on the port.

    Raises:
        PortInUse: another program has the port.
        ChidaoError: the address is none of this machine's, or the port is reserved.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            other = port + 1 if port < 65535 else 8000
            raise PortInUse(
                f"port {port} of {host} is in use by another program. "
                f"Stop that one or choose another, as in --port {other}."
            ) from error
        raise ChidaoError(f"cannot listen on {host} port {port}: {error.strerror}.") from error
    return listener


def _when_it_answers(url: str, open_browser: bool, tell: Callable[[str], None]) -> None:
    deadline = time.monotonic() + _STARTING
    unverified = ssl.create_default_context()  # it only asks whether its own process answers
    unverified.check_hostname = False
    unverified.verify_mode = ssl.CERT_NONE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5, context=unverified):
                break
        except urllib.error.HTTPError:
            break
        except OSError:
            time.sleep(0.2)
    else:
        tell(f"The page has not answered at {url} for {_STARTING:.0f} seconds.")
        return
    tell(f"chidao is at {url}  (Ctrl-C stops it)")
    if open_browser:
        webbrowser.open(url)
