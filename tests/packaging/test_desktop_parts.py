"""The parts for systems that are not here: what Windows, macOS and the builders are told can be read on any."""

from __future__ import annotations

import importlib
import os
import plistlib
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.packaging.checkout import PACKAGING
from wizard import __version__

ROOT = PACKAGING.parent
DESKTOP = PACKAGING / "desktop"
IDENTITY = "io.github.ami_wizard.AmiWizard"


class Told(SimpleNamespace):
    """One of PyInstaller's records, as it was asked for."""

    def __init__(self, *words: Any, **keywords: Any) -> None:
        super().__init__(words=words, **keywords)


RECORDS = (
    *("FixedFileInfo", "StringFileInfo", "StringStruct", "StringTable"),
    *("VarFileInfo", "VarStruct", "VSVersionInfo"),
)
HOOKS = ("pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_pkgutil", "pyi_rth_pyside6")
PYINSTALLER: dict[str, dict[str, Any]] = {
    "PyInstaller": {"__file__": "/x/PyInstaller/__init__.py"},
    "PyInstaller.utils": {},
    "PyInstaller.utils.win32": {},
    "PyInstaller.utils.hooks": dict.fromkeys(("collect_data_files", "collect_submodules"), lambda _name: []),
    "PyInstaller.utils.win32.versioninfo": dict.fromkeys(RECORDS, Told),
}


def made(monkeypatch: pytest.MonkeyPatch, system: str) -> dict[str, Any]:
    """What the spec asks PyInstaller for on a system: the keywords of Analysis, EXE and BUNDLE, under these names.

    Under EXE and what it is to be called as well: Windows has two.

    Beside them `given`, what each was given back and became.
    """
    for name, parts in PYINSTALLER.items():
        module = ModuleType(name)
        module.__dict__.update(parts)
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "platform", system)
    told: dict[str, Any] = {}

    def maker(name: str) -> Any:
        def make(*_words: Any, **keywords: Any) -> SimpleNamespace:
            scripts = [(script, f"/x/{script}.py", "PYSOURCE") for script in (*HOOKS, "start")]
            given = SimpleNamespace(pure=[], binaries=[], datas=[], scripts=scripts)
            told[name] = told[f"{name} {keywords.get('name')}"] = keywords | {"given": given}
            return given

        return make

    source = (DESKTOP / "ami-wizard.spec").read_text(encoding="utf-8")
    makers = {name: maker(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    exec(compile(source, "ami-wizard.spec", "exec"), {"SPECPATH": str(DESKTOP), **makers})
    return told


def test_on_macos_it_is_an_app_with_windows_and_a_file_type(monkeypatch: pytest.MonkeyPatch) -> None:
    app = made(monkeypatch, "darwin")["BUNDLE"]
    assert (app["name"], app["version"], app["bundle_identifier"]) == (
        "AMI Wizard.app",
        __version__,
        IDENTITY.replace("_", "-"),
    )
    # Of a program with a console PyInstaller makes one that the Dock does not show and no key reaches.
    assert app["info_plist"]["LSBackgroundOnly"] is False
    (document,) = app["info_plist"]["CFBundleDocumentTypes"]
    assert document["CFBundleTypeExtensions"] == ["amiwizard"]


def test_on_macos_the_app_says_what_its_files_are_and_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    app = made(monkeypatch, "darwin")["BUNDLE"]
    said = plistlib.loads(plistlib.dumps(app["info_plist"]))
    # Apple's rule for such names; AppStream's has an underscore where this has a hyphen.
    assert re.fullmatch(r"[A-Za-z0-9.-]+", app["bundle_identifier"])
    (document,), (kind,) = said["CFBundleDocumentTypes"], said["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == document["CFBundleTypeExtensions"]
    mime = ElementTree.parse(DESKTOP / "ami-wizard.xml").getroot()[0].get("type")
    assert kind["UTTypeTagSpecification"]["public.mime-type"] == [mime]
    assert kind["UTTypeConformsTo"] == ["public.json"]
    languages = {each.name for each in (ROOT / "resources" / "i18n").iterdir() if each.is_dir()}
    assert {*said["CFBundleLocalizations"]} == {"en", *languages}
    # The wheels of PySide6 6.11 are for macOS 13 and newer.
    assert said["LSMinimumSystemVersion"] == "13.0"
    assert (said["NSHighResolutionCapable"], said["NSRequiresAquaSystemAppearance"]) == (True, False)


def test_the_app_for_macos_has_the_licences_and_is_signed_with_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(DESKTOP))
    bundle = importlib.import_module("bundle")
    told: list[tuple[str, bool]] = []

    def folder(where: Path) -> Path:
        for each in ("ami-wizard/licences/qt.txt", "AMI Wizard.app/Contents/Info.plist"):
            (where / each).parent.mkdir(parents=True)
            (where / each).touch()
        return where / "ami-wizard"

    def run(words: list[str], **_: object) -> None:
        app = next(Path(word) for word in words if word.endswith(".app"))
        told.append((words[0], (app / "Contents" / "Resources" / "licences" / "qt.txt").exists()))

    monkeypatch.setattr(bundle, "make_folder", folder)
    monkeypatch.setattr(bundle, "write_materials", lambda *_: None)
    monkeypatch.setattr("subprocess.run", run)
    monkeypatch.setattr(sys, "platform", "darwin")
    bundle.make(tmp_path)
    assert told == [("codesign", True), ("ditto", True)]


def test_on_windows_the_window_has_no_console_and_the_command_line_has_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Windows 11's terminal does not hide the console that a program has."""
    told = made(monkeypatch, "win32")
    window, command = told["EXE AMI Wizard"], told["EXE ami-wizard"]
    assert (window["console"], window["hide_console"]) == (False, None)
    assert (command["console"], command["hide_console"]) == (True, "hide-early")
    script = (DESKTOP / "ami-wizard.nsi").read_text(encoding="utf-8")
    names = {"WINDOW": f"{window['name']}.exe", "COMMAND": f"{command['name']}.exe"}
    assert dict(re.findall(r'!define (WINDOW|COMMAND) "(.+)"', script)) == names
    # What a person clicks opens the window.
    clicked = [line for line in script.splitlines() if re.search(r"CreateShortCut|open.command|Icon", line)]
    assert len(clicked) == 4
    assert all("${WINDOW}" in line for line in clicked)


@pytest.mark.parametrize("name", ["ami-wizard", "AMI Wizard"])
def test_on_windows_the_file_says_what_it_is(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    program = made(monkeypatch, "win32")[f"EXE {name}"]
    strings, translation = program["version"].kids
    ((table,),) = strings.words
    language, pairs = table.words
    said = dict(pair.words for pair in pairs)
    assert (said["ProductName"], said["FileVersion"], said["OriginalFilename"]) == (
        "AMI Wizard",
        __version__,
        f"{name}.exe",
    )
    ((variable,),) = translation.words
    # English of the United States in Unicode, once as digits and once as numbers.
    assert language == "{:04X}{:04X}".format(*variable.words[1])
    assert program["version"].ffi.filevers == (*(int(part) for part in __version__.split(".")), 0)


@pytest.mark.parametrize(
    ("words", "began"),
    [
        (["--smoke"], ["program"]),
        (["an.amiwizard"], ["program"]),
        (["recommend", "--os", "linux"], ["program"]),
        (["--multiprocessing-fork", "tracker_fd=5", "pipe_handle=7"], ["pyi_rth_multiprocessing", "beside"]),
        (
            ["-X", "utf8", "-c", "from multiprocessing.resource_tracker import main;main(5)"],
            ["pyi_rth_multiprocessing", "beside"],
        ),
    ],
)
def test_the_packed_program_waits_for_nothing_but_what_it_is_to_do(
    words: list[str], began: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    done: list[str] = []

    def beside() -> None:
        done.append("beside")
        sys.exit()

    monkeypatch.setattr(os, "environ", {**os.environ})
    for hook in HOOKS:
        (tmp_path / f"{hook}.py").write_text("import sys\nsys.began.append(__name__)\n")
        monkeypatch.delitem(sys.modules, hook, raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "began", done, raising=False)
    monkeypatch.setattr("multiprocessing.freeze_support", beside)
    monkeypatch.setattr("wizard.__main__.main", lambda: done.append("program"))
    monkeypatch.setattr(sys, "argv", ["ami-wizard", *words])
    with pytest.raises(SystemExit):
        runpy.run_path(str(DESKTOP / "start.py"))
    assert done == began
    for hook in HOOKS:
        sys.modules.pop(hook, None)


@pytest.mark.parametrize(
    ("system", "before", "seen"),
    [
        ("linux", {"LD_LIBRARY_PATH": "/x/_internal"}, None),
        ("linux", {"LD_LIBRARY_PATH": "/x/_internal", "LD_LIBRARY_PATH_ORIG": "/opt/mine"}, "/opt/mine"),
        ("darwin", {"LD_LIBRARY_PATH": "/opt/mine"}, "/opt/mine"),
    ],
)
def test_what_the_packed_program_starts_runs_with_libraries_of_its_own(
    system: str, before: dict[str, str], seen: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    surroundings = {"HOME": "/home/person", **before}
    monkeypatch.setattr(os, "environ", surroundings)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "argv", ["ami-wizard", "--smoke"])
    monkeypatch.setattr("wizard.__main__.main", lambda: 0)
    with pytest.raises(SystemExit):
        runpy.run_path(str(DESKTOP / "start.py"))
    assert surroundings.get("LD_LIBRARY_PATH") == seen
    assert "LD_LIBRARY_PATH_ORIG" not in surroundings
    # With it the process beside the window looks for its libraries by itself.
    assert surroundings.get("PYINSTALLER_RESET_ENVIRONMENT") == ("1" if system == "linux" else None)


def test_nothing_runs_before_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    # That for Qt puts the folder of its plugins where each program that is started from here would look, too.
    (start,) = made(monkeypatch, "linux")["Analysis"]["given"].scripts
    assert start[0] == "start"


def test_only_windows_is_asked_through_ctypes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ctypes" in made(monkeypatch, "linux")["Analysis"]["excludes"]
    assert "ctypes" not in made(monkeypatch, "win32")["Analysis"]["excludes"]


def test_no_text_in_unicode_is_without_its_codec(monkeypatch: pytest.MonkeyPatch) -> None:
    left_out = made(monkeypatch, "linux")["Analysis"]["excludes"]
    assert {"encodings.cp850", "encodings.iso8859_15", "encodings.gb18030"} <= {*left_out}
    read = ("utf_8", "utf_8_sig", "utf_16", "utf_16_le", "utf_32_be", "ascii", "latin_1", "idna", "aliases")
    assert not {f"encodings.{name}" for name in read} & {*left_out}


def test_the_installer_knows_what_it_is_told_and_no_more() -> None:
    script = (DESKTOP / "ami-wizard.nsi").read_text(encoding="utf-8")
    given = set(re.findall(r'"([A-Z]+)": ', (DESKTOP / "bundle.py").read_text(encoding="utf-8")))
    known = set(re.findall(r"!define (\w+)", script)) | set(re.findall(r"!macro \w+ (\w+)", script))
    asked = set(re.findall(r"\$\{(\w+)\}", script)) - known
    assert asked == given == {"VERSION", "FOLDER", "OUT"}
    # What it writes into the registry the uninstaller takes out.
    written = set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', script))
    gone = re.findall(r'DeleteRegKey HKCU "([^"]+)"', script)
    assert [key for key in written if not key.startswith(tuple(gone))] == []


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed")
def test_the_installer_is_made(tmp_path: Path) -> None:
    (tmp_path / "ami-wizard" / "_internal").mkdir(parents=True)
    (tmp_path / "ami-wizard" / "ami-wizard.exe").write_bytes(b"MZ")
    given = {
        "VERSION": __version__,
        "FOLDER": tmp_path / "ami-wizard",
        "OUT": tmp_path / "ami-wizard-setup.exe",
    }
    words = [f"-D{key}={value}" for key, value in given.items()]
    subprocess.run(["makensis", "-V2", "-WX", *words, str(DESKTOP / "ami-wizard.nsi")], check=True)
    assert (tmp_path / "ami-wizard-setup.exe").read_bytes().startswith(b"MZ")


def test_the_builders_call_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))
    whats = importlib.import_module("build").WHATS
    job = yaml.safe_load((ROOT / ".github" / "workflows" / "packages.yml").read_text(encoding="utf-8"))[
        "jobs"
    ]["build"]
    systems = {each["system"].partition("-")[0]: each for each in job["strategy"]["matrix"]["include"]}
    assert {*systems} == {"ubuntu", "windows", "macos"}
    assert {each["what"] for each in systems.values()} <= {*whats}
    # Debian 12 has glibc 2.36, and what is built with a newer one does not start there: 24.04 has 2.39.
    assert systems["ubuntu"]["system"] == "ubuntu-22.04"
    (build,) = [step["run"] for step in job["steps"] if "build.py" in step.get("run", "")]
    assert build == "python packaging/build.py ${{ matrix.what }} out"
    (python,) = [
        step["with"]["python-version"] for step in job["steps"] if "setup-python" in step.get("uses", "")
    ]
    least = re.search(
        r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    assert least is not None
    assert tuple(map(int, python.split("."))) >= tuple(map(int, least[1].split(".")))


def test_no_action_can_be_changed_behind_our_back() -> None:
    for workflow in (ROOT / ".github" / "workflows").iterdir():
        for job in yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].values():
            for step in job["steps"]:
                assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step.get("uses", f"run@{'0' * 40}")), step


def test_every_script_that_the_builders_run_is_there() -> None:
    job = yaml.safe_load((ROOT / ".github/workflows/packages.yml").read_text(encoding="utf-8"))["jobs"][
        "build"
    ]
    scripts = re.findall(r"python (\S+\.py)", "\n".join(step.get("run", "") for step in job["steps"]))
    assert scripts == ["packaging/build.py", "packaging/desktop/started.py"]
    assert all((ROOT / script).is_file() for script in scripts)


PACKED = """\
#!{python}
import pathlib, sys
fault = {fault!r}
if "--pdf" in sys.argv:
    print("Use an HVM AMI" if fault != "words" else "?")
    pathlib.Path(sys.argv[-1]).write_bytes(b"%PDF-" if fault != "pdf" else b"?")
raise SystemExit(3 if fault in sys.argv else 0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the program in the archive is a script")
@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("", "1 started, 0 faults"),
        ("words", "recommend: exit status 0"),
        ("recommend", "recommend: exit status 3"),
        ("pdf", "is no PDF"),
        ("--smoke", "--smoke: exit status 3"),
        ("none", "0 started, 0 faults"),
    ],
)
def test_what_was_built_is_started(fault: str, said: str, tmp_path: Path) -> None:
    program = tmp_path / "ami-wizard" / "ami-wizard"
    program.parent.mkdir()
    program.write_text(PACKED.format(python=sys.executable, fault=fault), encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "out").mkdir()
    if fault != "none":
        name = str(tmp_path / "out" / "ami-wizard-1-linux-x86_64")
        shutil.make_archive(name, "gztar", tmp_path, "ami-wizard")
    done = subprocess.run(
        [sys.executable, str(DESKTOP / "started.py"), str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said in done.stdout
    assert done.returncode == int(bool(fault))


def test_every_desktop_knows_it_by_one_name() -> None:
    info = ElementTree.parse(DESKTOP / f"{IDENTITY}.metainfo.xml").getroot()
    entry = (DESKTOP / "ami-wizard.desktop").read_text(encoding="utf-8")
    kind = ElementTree.parse(DESKTOP / "ami-wizard.xml").getroot()[0]
    assert info.findtext("id") == IDENTITY
    assert info.findtext("launchable") == "ami-wizard.desktop"
    assert info.findtext("provides/mediatype") == kind.get("type")
    assert f"MimeType={kind.get('type')};" in entry.splitlines()
    release = info.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__
