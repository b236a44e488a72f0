from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.report.account_mask import AccountMask, unmasked

PUBLIC = ("099720109477",)
ACCOUNTS = st.from_regex(r"[0-9]{12}", fullmatch=True).filter(lambda id: id not in PUBLIC)
AROUND = st.text(st.characters(exclude_categories=["Nd"], codec="utf-8"), max_size=8)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("123456789012", "account-1"),
        ("arn:aws:iam::123456789012:role/Reader", "arn:aws:iam::account-1:role/Reader"),
        ("123456789012/x.manifest.xml, 210987654321", "account-1/x.manifest.xml, account-2"),
        ("acct123456789012_Admin", "acctaccount-1_Admin"),
        ("1234-5678-9012 is 123456789012", "account-1 is account-1"),
        ("099720109477/ubuntu-jammy", "099720109477/ubuntu-jammy"),
        ("ami-0a123456789012bcd", "ami-0a123456789012bcd"),
        ("1234567890123 and 12345678901", "1234567890123 and 12345678901"),
        ("ami-12345678", "ami-12345678"),
        ("", ""),
    ],
)
def test_only_accounts_are_masked(text: str, shown: str) -> None:
    assert AccountMask(PUBLIC)(text) == shown
    assert unmasked(text) == text


def test_one_account_is_called_the_same_in_all_texts() -> None:
    mask = AccountMask(PUBLIC)
    assert [mask("111111111111"), mask("222222222222"), mask("by 111111111111")] == [
        "account-1",
        "account-2",
        "by account-1",
    ]


@given(st.lists(st.tuples(AROUND, ACCOUNTS, AROUND), min_size=1, max_size=5))
def test_no_account_is_left_and_none_become_one(parts: list[tuple[str, str, str]]) -> None:
    mask = AccountMask(PUBLIC)
    text = " ".join(f"{before}{account}{after}" for before, account, after in parts)
    shown = mask(text)
    assert not re.search("[0-9]{12}", shown)
    names = {account: mask(account) for _, account, _ in parts}
    assert len(set(names.values())) == len(names)
