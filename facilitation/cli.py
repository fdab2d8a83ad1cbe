"""The command `obrus`: what can be asked for, and how an answer, a refusal or a wrong usage leaves the
process (0, 1 with one line on stderr, 2). What the commands do is in server.py, demo.py, archive.py and
drafting.py, imported when they are asked for, so that `obrus --help` answers at once.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from facilitation import __version__, config

Done = TypeVar("Done")
Decorated = Callable[..., Any]

_SETTINGS = {setting.name: setting for setting in config.table()}


class Refused(click.ClickException):
    """Not done, for a reason that one line can say; exit status 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        """The line, on stderr."""
        click.echo(f"obrus: {' '.join(self.message.split())}", file=file or sys.stderr)


def main() -> NoReturn:
    """Runs the command line and leaves the process."""
    obrus(prog_name="obrus")
    raise AssertionError("click leaves by itself")


def _option(name: str) -> Decorated:
    """A setting as an option; its default is shown, and applied by config.load after the environment."""
    setting = _SETTINGS[name]
    shown = f"{setting.sentence}  [{setting.variable}; default: {setting.default or 'none'}]"
    kind: Any = int if setting.kind is int else str
    return click.option(setting.option, name, type=kind, default=None, help=shown)


def _options(*names: str) -> Decorated:
    def decorate(command: Decorated) -> Decorated:
        for name in reversed(names):
            command = _option(name)(command)
        return command

    return decorate


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="obrus", message="%(prog)s %(version)s")
def obrus() -> None:
    """Obrus runs a World Café: phones, a board, a moderator's console, and a charter at the end."""


@obrus.command()
@_options(*_SETTINGS)
def serve(**given: Any) -> None:
    """Run the server until it is stopped with Ctrl+C."""
    from facilitation import desk

    _try(lambda: desk.serve(_settings(given)))


@obrus.command()
@click.option(
    "--people", type=click.IntRange(4, 120), default=24, show_default=True, help="How many take part."
)
@click.option(
    "--speed", type=click.FloatRange(0.1, 60), default=1.0, show_default=True, help="How fast it goes."
)
@_options("host", "port", "sessions", "moderator_key", "public_url", "language")
def demo(people: int, speed: float, **given: Any) -> None:
    """Run a server with one sample workshop in which simulated people take part."""
    from facilitation import desk

    _try(lambda: desk.demo(given, os.environ, people, speed))


@obrus.command()
@click.argument("ideas", metavar="IDEAS.csv")
@click.option("--edits", metavar="EDITS.json", help="A moderator's corrections, all of which are kept.")
@click.option("--answers", metavar="ANSWERS.json", help="What people in the room answered.")
@click.option(
    "--ask", "questions", type=click.IntRange(1), metavar="N", help="Print the next N questions instead."
)
@click.option(
    "--language", type=click.Choice(config.LANGUAGES), help="Language of ideas whose row names none."
)
@click.option(
    "--fineness", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="0 few themes, 1 many."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Where chance is used, this decides it.")
@_options("encoder")
@click.option("-o", "out", metavar="OUT.json", default="-", help="Where to write; - is stdout.")
def themes(
    ideas: str, edits: str | None, answers: str | None, questions: int | None, out: str, **manner: Any
) -> None:
    """Group ideas into themes, without a server."""
    import json

    from facilitation import drafting

    def group() -> None:
        encoder = _settings({"encoder": manner["encoder"]}).encoder
        rows = drafting.read_ideas(ideas)
        _progress(f"grouping {len(rows)} ideas…")
        how = drafting.Manner(manner["language"] or "", manner["fineness"], manner["seed"], encoder)
        found = drafting.themes(rows, how, edits or "", answers or "", questions)
        _write(out, (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode())

    _try(group)


@obrus.command()
@click.argument("instance", metavar="INSTANCE.json")
@click.option(
    "--seconds", type=click.FloatRange(0, 600), help="How long to search; without it, as long as pays."
)
@click.option("-o", "out", metavar="PLAN.json", default="-", help="Where to write; - is stdout.")
def seat(instance: str, seconds: float | None, out: str) -> None:
    """Plan who sits where in every round, without a server."""
    from facilitation import drafting

    def plan() -> None:
        _progress("planning…")
        found, sentences = drafting.seated(instance, seconds)
        _write(out, found)
        _progress(" ".join(sentences))

    _try(plan)


@obrus.command()
@click.argument("source", metavar="IDEAS.csv|CODE")
@click.option("--format", "form", type=click.Choice(["md", "docx", "html"]), default="md", show_default=True)
@click.option(
    "--language", type=click.Choice(config.LANGUAGES), default="pl", show_default=True, help="For a file."
)
@click.option("-o", "out", metavar="FILE", default="-", help="Where to write; - is stdout.")
@_options("sessions", "encoder")
def charter(source: str, form: str, language: str, out: str, **given: Any) -> None:
    """Draft a charter from a file of ideas or from a recorded workshop."""
    from facilitation import archive, drafting

    def draft() -> None:
        if source == drafting.STDIN or Path(source).suffix or Path(source).is_file():
            rows = drafting.read_ideas(source)
            _progress(f"grouping {len(rows)} ideas and drafting…")
            encoder = _settings({"encoder": given["encoder"]}).encoder
            drafted = drafting.charter_of_ideas(rows, source, language, encoder)
            _write(out, drafting.written(drafted, form))
        else:
            folder = _folder(given)
            state = drafting.charter_of_workshop(folder, source, _settings(given).encoder)
            occasion = archive.occasion_of(state, archive.logos(folder, state))
            _write(out, drafting.written(state, form, occasion))

    _try(draft)


@obrus.command("list")
@_options("sessions")
def list_(**given: Any) -> None:
    """List the workshops on disk: code, day, people, ideas, phase, title."""
    from facilitation import archive
    from facilitation.journal.failures import JournalFailed

    def show() -> None:
        folder = _folder(given)
        damaged = []
        for code in archive.codes(folder):
            try:
                click.echo(archive.line(archive.workshop(folder, code)))
            except JournalFailed:
                damaged.append(code)
        if damaged:
            raise Refused(f"{folder}: can't be read: {', '.join(damaged)}; obrus check says why")

    _try(show)


@obrus.command()
@click.argument("code")
@click.argument("paper", default="ideas.csv")
@click.option("-o", "out", metavar="FILE", default="-", help="Where to write; - is stdout.")
@_options("sessions")
def export(code: str, paper: str, out: str, **given: Any) -> None:
    """Write a workshop's data: ideas.csv, unless another PAPER is named (report.docx, ideas.xlsx…)."""
    from facilitation import archive

    if paper not in (*archive.PAPERS, archive.JOURNAL):
        raise click.BadParameter(
            f"choose from {', '.join((*archive.PAPERS, archive.JOURNAL))}", param_hint="PAPER"
        )
    _try(lambda: _write(out, archive.exported(_folder(given), code, paper)))


@obrus.command()
@click.argument("code", required=False)
@_options("sessions")
def check(code: str | None, **given: Any) -> None:
    """Prove that journals are whole: the file, its order, its checksums, and a full replay."""
    from facilitation import archive

    def prove() -> None:
        folder = _folder(given)
        damaged = []
        for one in [code] if code else archive.codes(folder):
            findings = archive.check(folder, one)
            for line in archive.findings_lines(findings):
                click.echo(line)
            if not findings.whole:
                damaged.append(findings.code)
        if damaged:
            raise Refused(f"{folder}: not whole: {', '.join(damaged)}")

    _try(prove)


@obrus.command()
@click.argument("code", required=False)
@click.option(
    "-o", "out", metavar="FILE|DIR", required=True, help="Where to write; of all workshops a folder."
)
@_options("sessions")
def backup(code: str | None, out: str, **given: Any) -> None:
    """Copy one workshop, or all of them, to another place, while the server runs or not."""
    from facilitation import archive

    def copy() -> None:
        folder, target = _folder(given), Path(out)
        if not code:
            target.mkdir(mode=0o700, parents=True, exist_ok=True)
        elif not target.parent.is_dir():
            raise Refused(f"{target.parent}: there is no such folder")
        for one in [code.upper()] if code else archive.codes(folder):
            click.echo(f"{one}\t{archive.backed_up(folder, one, target)}")

    _try(copy)


@obrus.command()
@click.argument("copies", metavar="FILE...", nargs=-1, required=True)
@click.option("--force", is_flag=True, help="Take the place of a workshop that is there; it is kept aside.")
@_options("sessions")
def restore(copies: tuple[str, ...], force: bool, **given: Any) -> None:
    """Put copies of workshops back, if they are whole, while no server runs on the folder."""
    from facilitation import archive

    def put_back() -> None:
        for copy in copies:
            code, aside = archive.restored(_settings(given).sessions, Path(copy), over=force)
            click.echo(f"{code}\trestored" + (f"; the one before is {aside}" if aside else ""))

    _try(put_back)


def _settings(given: dict[str, Any]) -> config.Settings:
    return config.load(given, os.environ)


def _folder(given: dict[str, Any]) -> Path:
    """The sessions folder, which has to be there."""
    folder = _settings(given).sessions
    if not folder.is_dir():
        raise Refused(f"{folder}: there is no such folder")
    return folder


def _progress(sentence: str) -> None:
    """For a person who waits; programs get nothing but the result."""
    if sys.stderr.isatty():
        click.echo(sentence, err=True)


def _write(out: str, data: bytes) -> None:
    if out == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        Path(out).write_bytes(data)


def _try(work: Callable[[], Done]) -> Done:
    """Does the work; whatever a person can mend is told in one line, and what is our fault in a traceback."""
    from facilitation.assets import AssetsMissing
    from facilitation.journal.failures import JournalFailed
    from facilitation.undone import Undone

    try:
        return work()
    except config.SettingsWrong as wrong:
        raise click.UsageError("\n".join(wrong.problems)) from None
    except (Undone, JournalFailed, AssetsMissing) as error:
        raise Refused(str(error)) from None
    except OSError as error:
        raise Refused(f"{error.filename or ''}: {error.strerror or error}".lstrip(": ")) from None
