"""A build happens when something it depends on has changed, and leaves nothing of the one before."""

from __future__ import annotations

import json
import subprocess

import pytest

from tools import bundle, messages, strings


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A small checkout of the test's own with its pages, which share one module, built once."""
    real = bundle.ROOT
    for name in ("package.json", "package-lock.json"):
        (tmp_path / name).write_bytes((real / name).read_bytes())
    (tmp_path / "tools").symlink_to(real / "tools")
    (tmp_path / "node_modules").symlink_to(real / "node_modules")
    sources = tmp_path / "static" / "src"
    for page in bundle.ENTRIES:
        (sources / page).mkdir(parents=True)
        script = f'import {{ say }} from "../shared/say.js";\nsay("{page}");\n'
        (sources / page / "index.jsx").write_text(script)
        (sources / page / f"{page}.css").write_text(f".{page} {{ color: red }}\n")
    (sources / "shared").mkdir()
    (sources / "shared" / "say.js").write_text("export function say(word) { document.title = word; }\n")
    for module in (bundle, messages, strings):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(strings, "TRANSLATIONS", tmp_path / "translations")
    monkeypatch.setattr(bundle, "install_packages", lambda *, dev: None)  # node_modules is the real one
    monkeypatch.setattr(bundle, "SOURCES", sources)
    monkeypatch.setattr(messages, "BROWSER_SOURCES", sources)
    monkeypatch.setattr(bundle, "DIST", tmp_path / "static" / "dist")
    monkeypatch.setattr(bundle, "MANIFEST", tmp_path / "static" / "dist" / "manifest.json")
    assert bundle.build() is True
    return tmp_path


def manifest() -> dict:
    """The manifest as it is on disk."""
    return json.loads(bundle.MANIFEST.read_text("utf-8"))


def test_what_is_current_is_not_built_again(checkout):
    assert bundle.build() is False


@pytest.mark.parametrize(
    "change", ["static/src/shared/say.js", "static/src/phone/phone.css", "package-lock.json"]
)
def test_a_change_of_any_source_is_built(checkout, change):
    with (checkout / change).open("a") as file:
        file.write("\n")
    assert bundle.is_current() is False
    assert bundle.build() is True
    assert bundle.is_current() is True


def test_a_file_that_somebody_deleted_is_built_again(checkout):
    (bundle.DIST / manifest()["entries"]["phone"]["script"]).unlink()
    assert bundle.build() is True


def test_a_page_is_one_script_whatever_it_shares_with_the_others(checkout):
    for entry in manifest()["entries"].values():
        assert entry["preload"] == []
        assert "document.title" in (bundle.DIST / entry["script"]).read_text()


def test_what_a_page_needs_later_only_is_a_file_of_its_own_and_what_both_need_is_preloaded(checkout):
    (bundle.SOURCES / "phone" / "later.js").write_text(
        'import { say } from "../shared/say.js";\nexport const late = () => say("later");\n'
    )
    with (bundle.SOURCES / "phone" / "index.jsx").open("a") as page:
        page.write('import("./later.js").then(({ late }) => late());\n')
    bundle.build()
    entry = manifest()["entries"]["phone"]
    loaded = [(bundle.DIST / name).read_text() for name in (entry["script"], *entry["preload"])]
    assert [len(entry["preload"]), sum("document.title" in text for text in loaded)] == [1, 1]
    assert not any('"later"' in text for text in loaded)


def test_a_changed_page_has_a_new_name_and_the_old_file_is_gone(checkout):
    before = manifest()["entries"]["phone"]["script"]
    (bundle.SOURCES / "phone" / "index.jsx").write_text("document.title = 'new';\n")
    bundle.build()
    after = manifest()["entries"]["phone"]["script"]
    assert after != before
    assert sorted(path.name for path in bundle.DIST.iterdir()) == sorted(
        [*manifest()["files"], "manifest.json"]
    )


def test_a_stylesheet_that_the_script_imports_too_is_loaded_once(checkout):
    (bundle.SOURCES / "board" / "index.jsx").write_text('import "./board.css";\n')
    bundle.build()
    (style,) = manifest()["entries"]["board"]["styles"]
    assert ".board" in (bundle.DIST / style).read_text()


def test_a_mistake_in_a_source_stops_the_build_and_keeps_the_one_before(checkout, capfd):
    before = manifest()
    (bundle.SOURCES / "phone" / "index.jsx").write_text("this is no JavaScript\n")
    with pytest.raises(subprocess.CalledProcessError):
        bundle.build()
    assert manifest() == before
    assert "static/src/phone/index.jsx:1" in capfd.readouterr().err
