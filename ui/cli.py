"""The command ``chidao``.

Nothing heavy is imported here nor by the modules of the commands: each imports what it needs when
it runs, so that help and ``extract`` answer at once.
"""

from typing import Any

import click

from kg.errors import ChidaoError
from ui.commands import asking, curating, keeping, reading, saving, sparql, users
from ui.commands.common import data_option

_INTERRUPTED = 130


class _Commands(click.Group):
    """A group that turns our errors into one line and exit code 1, and Ctrl-C into code 130."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ChidaoError as error:
            raise click.ClickException(" ".join(str(error).split())) from error
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"chidao {version('chidao')}")
        context.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version,
    help="Show the version.",
)  # fmt: skip
@data_option
def main() -> None:
    """What did the leaders order, who has it, when is it due, and which decree is behind it?

    chidao reads notices of conclusions into a graph and a search index. Try:

    \b
      chidao ingest --samples
      chidao search "đóng cửa mỏ" --all
      chidao serve --open
    """


for _command in (
    reading.ingest,
    reading.extract,
    asking.search,
    saving.saved,
    asking.refs,
    asking.threads,
    asking.due,
    asking.central,
    sparql.sparql,
    asking.export,
    keeping.serve,
    keeping.doctor,
    users.users,
    curating.decide,
    curating.undo,
    curating.decisions,
    curating.questions,
    reading.notices,
    reading.remove,
):
    main.add_command(_command)


if __name__ == "__main__":
    main()
