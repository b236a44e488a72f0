from __future__ import annotations

from tests.aws.conftest import aws, no_thread_is_left, quiet_again, sso_cache, write_config

__all__ = ["aws", "no_thread_is_left", "quiet_again", "sso_cache", "write_config"]
