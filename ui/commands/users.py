"""Commands for who may sign in to the page of a workspace."""

import sys

import click

from ui.commands.common import complain, data_option, folder, json_option, out_json, table

_ROLES = click.Choice(["reader", "editor", "admin"])


@click.group()
@data_option
def users() -> None:
    """Say who may sign in to the page, and what they may do there.

    A reader searches, follows and exports; an editor also adds notices and decides; an admin also
    edits the authority file and repairs the workspace.
    """


@users.command()
@click.argument("name")
@click.option("--role", type=_ROLES, default="reader", show_default=True)
@click.option(
    "--password-stdin", is_flag=True, help="Take the password from standard input's first line."
)
@data_option
def add(name: str, role: str, password_stdin: bool) -> None:
    """Add a user, or give one another password and role."""
    from ui.access.users import Role, Users
    from ui.state import current_name

    current_name(folder())  # refuse a folder that is no workspace
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    user = Users(folder()).add(name, password, Role.named(role))
    complain(f"{user.name} may sign in as {role}.")


@users.command(name="list")
@json_option
@data_option
def list_(as_json: bool) -> None:
    """List the users and their roles."""
    from ui.access.users import Users

    found = Users(folder()).all()
    if as_json:
        out_json([{"name": user.name, "role": user.role.name.lower()} for user in found])
    else:
        table(("name", "role"), [(user.name, user.role.name.lower()) for user in found])


@users.command()
@click.argument("name")
@click.argument("role", type=_ROLES)
@data_option
def role(name: str, role: str) -> None:
    """Give a user another role."""
    from ui.access.users import Role, Users

    user = Users(folder()).set_role(name, Role.named(role))
    complain(f"{user.name} is {role} now.")


@users.command()
@click.argument("name")
@data_option
def remove(name: str) -> None:
    """Remove a user; their session ends at once."""
    from ui.access.users import Users

    Users(folder()).remove(name)
    complain(f"{name} may not sign in any more.")
