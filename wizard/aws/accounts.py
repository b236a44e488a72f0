"""Which account a profile's name means, and the accounts that are kept between questions."""

from __future__ import annotations

import queue
import threading
from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager, suppress

from wizard.aws.account import Account, AskCode
from wizard.aws.cancel import Cancel, current_cancel
from wizard.aws.login import keys_stamp, logins_stamp
from wizard.aws.profiles import CredentialSource, Profile, Profiles, read_profiles


def profiles_named(names: Sequence[str], known: Profiles | None = None) -> list[Profile]:
    """The profiles of these names, each once; that of the environment if none is named.

    A name that no file has is no refusal yet: asking says what is wrong with it.
    known: what the files say; None to read them.
    """
    known = known or read_profiles()
    found = []
    for name in dict.fromkeys(names or [known.chosen]):
        profile = known.get(name) or Profile(name, CredentialSource.NOTHING)
        if not names and name == "default" and profile.source is CredentialSource.NOTHING:
            # Nobody named it: what the environment may have beside keys, a container's login for one.
            profile = Profile("", CredentialSource.NOTHING, region=profile.region)
        if known.problems and profile.problem is None:
            # botocore reads the whole file or nothing of it.
            profile = Profile(name, CredentialSource.NOTHING, problem=known.problems[0])
        found.append(profile)
    return found


class Accounts:
    """Accounts by profile, each kept as long as its files stay as they are.

    So a session that works is used again, and its MFA code is not asked for twice; a profile that
    was edited or a login that was made elsewhere counts with the next question.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[Hashable, Account]] = {}
        self._asking: dict[Cancel, AskCode] = {}

    def get(self, name: str) -> Account:
        """The account of this profile; empty for the environment's."""
        known = read_profiles()
        (profile,) = profiles_named([name], known)
        stamp = (profile, keys_stamp(), logins_stamp() if _signs_in(profile, known) else ())
        with self._lock:
            kept = self._kept.get(name)
            if kept is None or kept[0] != stamp or kept[1].unfinished:
                kept = self._kept[name] = (stamp, Account(profile, self._ask_code))
            return kept[1]

    def forget(self, name: str) -> None:
        """Its session is no good: sign in anew with the next question."""
        with self._lock:
            self._kept.pop(name, None)

    @contextmanager
    def asking(self, cancel: Cancel, ask_code: AskCode) -> Iterator[None]:
        """While inside, codes that are needed under this token are asked for by `ask_code`."""
        self._asking[cancel] = ask_code
        try:
            yield
        finally:
            self._asking.pop(cancel, None)

    def _ask_code(self, device: str) -> str | None:
        """Asks in a thread of its own, which a cancelling need not wait for."""
        cancel = current_cancel()
        ask_code = self._asking.get(cancel)
        if ask_code is None:
            return None
        answer: queue.SimpleQueue[str | None] = queue.SimpleQueue()

        def ask() -> None:
            code = None
            with suppress(Exception):  # a window that is gone gives no code
                code = ask_code(device)
            answer.put(code)

        with cancel.stopping(lambda: answer.put(None)):
            threading.Thread(target=ask, name="asking for a code", daemon=True).start()
            return answer.get()


def _signs_in(profile: Profile, known: Profiles) -> bool:
    """Whether its credentials come from a login that is kept in a file."""
    seen: set[str] = set()
    at: Profile | None = profile
    while at is not None and at.name not in seen:
        if at.source in (CredentialSource.SSO, CredentialSource.LOGIN):
            return True
        seen.add(at.name)
        at = known.get(at.source_profile) if at.source_profile else None
    return False
