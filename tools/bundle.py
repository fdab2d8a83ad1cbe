"""Builds `static/dist` from `static/src`: bundles with hashed names, gzip twins, the strings, a manifest.

`manifest.json` is what `facilitation/assets.py` reads:

    {"sources": HASH, "files": [FILE…],
     "entries": {"phone": {"script": FILE, "styles": [FILE…], "preload": [FILE…]}}}

Every FILE is a name inside `static/dist`; `preload` lists the chunks an entry imports, itself left out. A
build happens only when HASH, taken over the sources, the catalogues, the lock file and these tools, has
changed. Files are written before the manifest and swept after it, so a running server never serves a
half-built set. Neighbours: `strings.py` writes the translations, `node.py` finds Node, `hatch_build.py` calls
`build` when packaging.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools import strings
from tools.node import Node, find_node

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "static" / "src"
DIST = ROOT / "static" / "dist"
MANIFEST = DIST / "manifest.json"
ENTRIES = ("home", "phone", "board", "moderator", "print", "mark")

ESBUILD_FLAGS = (
    "--bundle",
    "--splitting",
    "--format=esm",
    "--target=es2020",
    "--minify",
    "--jsx=automatic",
    "--jsx-import-source=preact",
    "--define:process.env.NODE_ENV='production'",
    "--loader:.svg=file",
    "--loader:.png=file",
    "--loader:.woff2=file",
    "--entry-names=[name]-[hash]",
    "--chunk-names=chunk-[hash]",
    "--asset-names=[name]-[hash]",
    "--log-level=warning",
)

COMPRESSED = {".js", ".css", ".svg"}
"""Kinds that get a gzip twin. No brotli: over plain http, as in a venue, browsers ask for gzip only."""


def build(*, dev: bool = False, force: bool = False) -> bool:
    """Make `static/dist` and the .mo files current; says whether anything had to be built.

    `dev` also installs the packages that only the tests need. Raises CalledProcessError when npm or esbuild
    fails and NodeMissing when there is no Node; the previous build then stays in place.
    """
    with _alone():
        strings.compile_catalogues()
        if dev:
            install_packages(dev=True)
        if not force and is_current():
            return False
        install_packages(dev=dev)
        sources = sources_hash()
        with tempfile.TemporaryDirectory(prefix="obrus-assets-") as scratch:
            out = Path(scratch) / "dist"
            entries = _bundle(find_node(), out)
            _compress(out)
            strings.write_browser_strings(out)
            _publish(out, entries, sources)
        return True


def is_current() -> bool:
    """Whether `static/dist` was built from exactly the present sources and has every file it lists."""
    try:
        manifest = json.loads(MANIFEST.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return manifest.get("sources") == sources_hash() and all(
        (DIST / name).exists() for name in manifest["files"]
    )


def sources_hash() -> str:
    """One hash over the names and contents of everything a build depends on."""
    tools = [ROOT / "tools" / name for name in ("bundle.py", "messages.py", "strings.py")]
    paths = [ROOT / "package.json", ROOT / "package-lock.json", *tools, *strings.catalogues().values()]
    paths += [path for path in SOURCES.rglob("*") if path.is_file()]
    digest = hashlib.sha256()
    for path in sorted(paths):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(ROOT).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def install_packages(*, dev: bool) -> None:
    """`npm ci`, unless `node_modules` already holds what the lock file and `dev` ask for."""
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    stamp = ROOT / "node_modules" / ".obrus-lock"
    have = stamp.read_text("utf-8").split() if stamp.exists() else []
    if have[:1] == [lock] and (not dev or have[1:] == ["dev"]):
        return
    node = find_node()
    omit = [] if dev else ["--omit=dev"]
    _run([*node.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", *omit], node)
    stamp.write_text(f"{lock} dev" if dev else lock, "utf-8")


def _bundle(node: Node, out: Path) -> dict[str, dict[str, Any]]:
    """Run esbuild into `out`, once for each page, and return the manifest's `entries`. A phone opens one
    page: what it would share with the board costs it a request and saves it nothing."""
    out.mkdir()
    return {name: _page(node, out, name) for name in ENTRIES}


def _page(node: Node, out: Path, name: str) -> dict[str, Any]:
    """Bundle one page; only what it imports lazily becomes a chunk of its own."""
    points = [f"{name}={path}" for path in (SOURCES / name / "index.jsx", _own_style(name)) if path]
    meta = out.parent / f"{name}.json"
    esbuild = ROOT / "node_modules" / "esbuild" / "bin" / "esbuild"
    _run(
        [node.executable, str(esbuild), *points, *ESBUILD_FLAGS, f"--outdir={out}", f"--metafile={meta}"],
        node,
    )
    outputs = {
        (ROOT / file).resolve().name: facts
        for file, facts in json.loads(meta.read_text("utf-8"))["outputs"].items()
    }
    return _entry(name, outputs)


def _own_style(name: str) -> Path | None:
    """The page's stylesheet, `<page>.css` or `index.css`, which need not be imported by its script."""
    candidates = (SOURCES / name / f"{name}.css", SOURCES / name / "index.css")
    return next((path for path in candidates if path.exists()), None)


def _entry(name: str, outputs: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What one page loads. A stylesheet that the script imports too is listed once."""
    by_source = {
        Path(facts["entryPoint"]).as_posix(): file for file, facts in outputs.items() if "entryPoint" in facts
    }
    script = next(
        file for source, file in by_source.items() if source.endswith(f"static/src/{name}/index.jsx")
    )
    styles = [Path(outputs[script]["cssBundle"]).name] if "cssBundle" in outputs[script] else []
    own = _own_style(name)
    own_source = own.relative_to(ROOT).as_posix() if own else ""
    if own and not any(own_source in outputs[file]["inputs"] for file in styles):
        styles.append(by_source[own_source])
    return {"script": script, "styles": styles, "preload": sorted(_chunks(script, outputs) - {script})}


def _chunks(file: str, outputs: dict[str, dict[str, Any]]) -> set[str]:
    """`file` and every chunk that it imports statically, however deep."""
    found, waiting = set(), [file]
    while waiting:
        current = waiting.pop()
        if current in found:
            continue
        found.add(current)
        imports = outputs[current]["imports"]
        waiting += [Path(each["path"]).name for each in imports if each["kind"] == "import-statement"]
    return found


def _compress(out: Path) -> None:
    """A .gz beside every text file: by zopfli where it is installed, which packs tighter, else by gzip."""
    try:
        from zopfli.gzip import compress
    except ImportError:

        def compress(data: bytes) -> bytes:
            return gzip.compress(data, compresslevel=9, mtime=0)

    for path in sorted(out.iterdir()):
        if path.suffix in COMPRESSED:
            path.with_name(path.name + ".gz").write_bytes(compress(path.read_bytes()))


def _publish(out: Path, entries: dict[str, dict[str, Any]], sources: str) -> None:
    """Copy the files, then the manifest in one step, then sweep what it does not name."""
    DIST.mkdir(parents=True, exist_ok=True)
    files = sorted(path.name for path in out.iterdir())
    for name in files:
        shutil.copyfile(out / name, DIST / name)
    manifest = {"sources": sources, "entries": entries, "files": files}
    draft = DIST / "manifest.json.new"
    draft.write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n", "utf-8")
    draft.replace(MANIFEST)
    for path in DIST.iterdir():
        if path.name not in {*files, MANIFEST.name}:
            path.unlink()


def _run(command: list[str], node: Node) -> None:
    """Run one build step; its output is shown only when it fails."""
    done = subprocess.run(
        command, cwd=ROOT, env=node.environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        sys.stderr.write(done.stdout)
        done.check_returncode()
    elif "warning" in done.stdout.lower() and "esbuild" in " ".join(command):
        sys.stderr.write(done.stdout)


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """One build at a time in this checkout; on a system without file locks, hope."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    lock = ROOT / "static" / ".build-lock"
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def main() -> None:
    """`python -m tools.bundle [--dev] [--force]`."""
    parser = argparse.ArgumentParser(description="Build static/dist from static/src, if anything changed.")
    parser.add_argument("--dev", action="store_true", help="also install what only the tests need")
    parser.add_argument("--force", action="store_true", help="build even if nothing changed")
    options = parser.parse_args()
    try:
        built = build(dev=options.dev, force=options.force)
    except (subprocess.CalledProcessError, RuntimeError) as failure:
        raise SystemExit(f"the browser assets could not be built: {failure}") from None
    if built:
        print(f"browser assets built: {DIST.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
