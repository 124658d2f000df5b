"""The command line in Swedish: its help, and what it says of a command that cannot be run."""

from __future__ import annotations

import re
import sys
from typing import IO, Any

import click

_IN_BRACKETS = re.compile(r"\((?P<words>[^()]+)\)$")


def _sentence(error: click.UsageError) -> str:
    """What is wrong with the command as it was written."""
    if isinstance(error, click.NoSuchOption):
        others = " eller ".join(error.possibilities or ())
        return f"Valet {error.option_name} finns inte." + (f" Menades {others}?" if others else "")
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"Kommandot {error.command_name} finns inte."
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return f"{error.param.metavar or error.param.human_readable_name} saknas."
    if isinstance(error, click.BadOptionUsage):
        return f"Valet {error.option_name} ska följas av ett värde."
    words = _IN_BRACKETS.search(error.message)
    return f"Det här hör inte till kommandot: {words['words'] if words else error.message}"


class Misused(click.UsageError):
    """A command that cannot be run as it was written, told in Swedish."""

    def show(self, file: IO[Any] | None = None) -> None:
        """The usage, where help is, and what is wrong."""
        out = file or sys.stderr
        if self.ctx is not None:
            click.echo(self.ctx.get_usage(), file=out)
            click.echo(f"Mer hjälp: {self.ctx.command_path} --help\n", file=out)
        click.echo(self.format_message(), file=out)


class Command(click.Command):
    """A command whose help and complaints are Swedish."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[VAL]")
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that prints the help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Visa den här hjälpen."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How the command is written."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Användning: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options with their help."""
        options = (one for one in self.get_params(ctx) if isinstance(one, click.Option))
        records = (one.get_help_record(ctx) for one in options)
        with formatter.section("Val"):
            formatter.write_dl([record for record in records if record is not None])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the words behind the command. Raises Misused where they do not fit it."""
        try:
            return super().parse_args(ctx, args)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise Misused(_sentence(error), ctx) from error


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("subcommand_metavar", "KOMMANDO [ARGUMENT]...")
        super().__init__(*args, **kwargs)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and below them the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with the first sentence of their help."""
        found = sorted(self.commands.items())
        with formatter.section("Kommandon"):
            formatter.write_dl([(name, one.get_short_help_str(limit=72)) for name, one in found])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named. Raises Misused where there is none such."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise Misused(_sentence(error), ctx) from error
