"""What pages keep between visits, as it is: nobody changes it, so nobody needs a copy of his own.

Django's own memory cache writes every value out and reads it again at every visit, which for a long account of what is
owed takes longer than the rest of the page.
"""

import threading
import time
from typing import Any, Final

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

MOST: Final = 20  # values; the oldest goes first

_LOCK: Final = threading.Lock()
# One store for all threads of the process: Django makes an object of the class below for each of them.
_STORES: Final[dict[str, dict[str, tuple[float | None, Any]]]] = {}


class KeptAsItIs(BaseCache):
    """The memory of one process. A value is kept with the moment at which it is forgotten."""

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.store = _STORES.setdefault(name, {})

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        ends, value = self.store.get(self.make_and_validate_key(key, version=version), (0.0, None))
        return value if ends is None or ends > time.time() else default

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        own = self.make_and_validate_key(key, version=version)
        with _LOCK:
            self.store.pop(own, None)
            while len(self.store) >= MOST:
                del self.store[next(iter(self.store))]
            self.store[own] = (self.get_backend_timeout(timeout), value)

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        is_there = self.get(key, self, version=version) is not self
        if not is_there:
            self.set(key, value, timeout, version=version)
        return not is_there

    def delete(self, key: Any, version: int | None = None) -> bool:
        with _LOCK:
            return self.store.pop(self.make_and_validate_key(key, version=version), None) is not None

    def clear(self) -> None:
        with _LOCK:
            self.store.clear()
