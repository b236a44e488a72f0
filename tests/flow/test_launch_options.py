from __future__ import annotations

from wizard.flow.launch_options import LAUNCH_OPTIONS


def test_an_option_is_called_alike_everywhere_but_for_two() -> None:
    alike = {option.key: (option.key.replace("_", "-"), option.key) for option in LAUNCH_OPTIONS}
    names = {option.key: (option.name, option.field) for option in LAUNCH_OPTIONS}
    assert names == alike | {
        "amd_sev_snp": ("sev-snp", "sev_snp"),
        "root_encrypted": ("encrypted-root", "root_encrypted"),
    }


def test_an_option_that_is_on_or_off_has_no_words() -> None:
    words = {option.key: option.words for option in LAUNCH_OPTIONS if option.words}
    assert words == {
        "tenancy": ("default", "dedicated", "host"),
        "http_tokens": ("optional", "required"),
        "edition": ("current", "2014"),
    }
