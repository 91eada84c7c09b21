"""What pages keep between visits, as it is: nobody changes it, so nobody needs a copy of his own.

Django's own memory cache writes every value out and reads it again at every visit, which for a long account of what is
owed takes longer than the rest of the page.
"""

from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.locmem import LocMemCache


class KeptAsItIs(LocMemCache):
    """A memory of one process, used with `get` and `set` alone."""

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        own = self.make_and_validate_key(key, version=version)
        with self._lock:
            if self._has_expired(own):
                self._delete(own)
                return default
            return self._cache[own]

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        own = self.make_and_validate_key(key, version=version)
        with self._lock:
            self._set(own, value, timeout)
