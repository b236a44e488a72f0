"""Keep the translations of the program's texts (program_texts.py), in resources/i18n.

    .venv-test/bin/python packaging/translations.py update    # new texts into the .po files, old ones out
    .venv-test/bin/python packaging/translations.py compile   # wizard.mo from the .po files

A language has its errors in errors.po and all else in wizard.po; one wizard.mo has both. The test run fails where a
translation is missing, is of no use any more, or has other placeholders than its text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from program_texts import PLACEHOLDER, ROOT, texts

I18N = ROOT / "resources" / "i18n"
# The texts of these folders have a .po of their own, which is as large as the rest.
_APART = {"errors": "resources/errors/"}


def languages() -> list[str]:
    """The languages with a catalogue, in two letters."""
    return sorted(path.parent.parent.name for path in I18N.glob("*/LC_MESSAGES/wizard.po"))


def po_file(language: str, part: str = "wizard") -> Path:
    """Where the translations of a language stand."""
    return I18N / language / "LC_MESSAGES" / f"{part}.po"


def mo_file(language: str) -> Path:
    """What gettext reads of a language."""
    return po_file(language).with_suffix(".mo")


def read(language: str) -> Catalog:
    """The translations of a language as they stand in its files."""
    catalog = _read(po_file(language), language)
    for part in _APART:
        # A language begins with the header of its wizard.po.
        if po_file(language, part).exists():
            for message in _read(po_file(language, part), language):
                if message.id:
                    catalog[message.id] = message
    return catalog


def _read(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="wizard")


def updated(old: Catalog) -> Catalog:
    """The catalogue with every text of today and no other; what was translated stays."""
    new = _empty(old)
    for text in texts():
        key = (text.template, text.plural) if text.plural else text.template
        known = old.get(text.template)
        said = known.string if known and isinstance(known.string, tuple) == bool(text.plural) else ""
        new.add(key, said or (("", "") if text.plural else ""), locations=[(text.file, 0)])
    return new


def _empty(old: Catalog) -> Catalog:
    return Catalog(
        locale=old.locale,
        domain="wizard",
        header_comment="# Translations of AMI Wizard.",
        project="AMI Wizard",
        version="1",
        msgid_bugs_address="none",
        last_translator="AMI Wizard",
        language_team="AMI Wizard",
        charset="utf-8",
        creation_date=old.creation_date,
        revision_date=old.creation_date,
        fuzzy=False,
    )


def write(language: str, catalog: Catalog) -> None:
    """An updated catalogue into the files of its language."""
    parts = {part: _empty(catalog) for part in ("wizard", *_APART)}
    for message in catalog:
        if message.id:
            file, _ = message.locations[0]
            part = next((name for name, folder in _APART.items() if file.startswith(folder)), "wizard")
            parts[part][message.id] = message
    for part, each in parts.items():
        out = BytesIO()
        # Where each text stands would make a file a fifth larger; `problems` names the file of what is missing.
        write_po(out, each, width=100, no_location=True, omit_header=False, ignore_obsolete=True)
        po_file(language, part).write_bytes(out.getvalue())


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def problems(catalog: Catalog) -> Iterator[str]:
    """What is missing, of no use, or differs in its placeholders, a line each."""
    wanted = {text.template: text for text in texts()}
    for text in wanted.values():
        known = catalog.get(text.template)
        said = known.string if known else ""
        forms = said if isinstance(said, tuple) else (str(said),)
        if not forms or not all(forms):
            yield f"not translated: {text.template!r} of {text.file}"
            continue
        asked = set(PLACEHOLDER.findall(text.template + text.plural))
        if set(PLACEHOLDER.findall("".join(forms))) != asked:
            yield f"other placeholders: {text.template!r} and {forms!r}"
        if len(forms) != (2 if text.plural else 1):
            yield f"other forms: {text.template!r}"
    for message in catalog:
        template = message.id[0] if isinstance(message.id, tuple) else message.id
        if template and template not in wanted:
            yield f"of no use: {template!r}"


def main(words: list[str]) -> int:
    """Do what the first word says, for each language."""
    if words not in (["update"], ["compile"]):
        print(__doc__)
        return 2
    for language in languages():
        catalog = read(language)
        if words == ["update"]:
            catalog = updated(catalog)
            write(language, catalog)
            for problem in problems(catalog):
                print(f"{language}: {problem}")
        mo_file(language).write_bytes(compiled(catalog))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
