"""Sessions of roles that cost a person a code, handed from one worker to the next."""

from __future__ import annotations

import threading

from wizard.app.worker_messages import RoleAssumed
from wizard.model.account.listing_events import Trouble


class RoleSessions:
    """Temporary credentials, in memory only, as long as the files with keys stay as they are.

    Without them, cancelling one question would cost the next one a code. Can be used from several
    threads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, dict[str, object]] = {}
        self._stamp: object = None

    def __repr__(self) -> str:
        return f"{type(self).__name__} of {len(self._known)} profiles"

    def known(self) -> dict[str, dict[str, object]]:
        """Profile -> botocore's name of a role -> its session."""
        from wizard.aws.login import keys_stamp

        with self._lock:
            stamp = keys_stamp()
            if stamp != self._stamp:
                self._stamp = stamp
                self._known.clear()
            return {profile: dict(roles) for profile, roles in self._known.items()}

    def keep(self, assumed: RoleAssumed) -> None:
        """The next question may use this one."""
        with self._lock:
            self._known.setdefault(assumed.profile, {})[assumed.role] = assumed.session

    def look_at(self, event: object) -> None:
        """A profile that has trouble with its login signs in anew the next time."""
        if isinstance(event, Trouble) and event.problem.kind.of_login:
            with self._lock:
                self._known.pop(event.profile, None)

    def clear(self) -> None:
        """Forget them all."""
        with self._lock:
            self._known.clear()
