from __future__ import annotations

import gettext

from wizard.model.account.problem import Kind, Problem, Unanswered
from wizard.model.message import Message

PROBLEM = Problem(Kind.LOGIN, Message("Not logged in."), Message("It ended."), Message("Log in:"))


def test_it_is_one_text_where_one_is_wanted() -> None:
    english = gettext.NullTranslations()
    assert PROBLEM.message.render(english) == "Not logged in. It ended. Log in:"
    commanded = Problem(Kind.LOGIN, Message("a"), Message("b"), Message("c"), command="aws sso login")
    assert commanded.message.render(english) == "a b c aws sso login"
    assert str(Unanswered(PROBLEM)) == "Not logged in."


def test_what_a_login_or_a_mended_profile_would_help_is_of_the_login() -> None:
    assert {kind for kind in Kind if kind.of_login} == {Kind.LOGIN, Kind.MFA, Kind.CONFIG, Kind.CLOCK}
