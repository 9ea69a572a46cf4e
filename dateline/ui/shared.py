"""What is worked out once for everybody who looks at the same tables.

Streamlit's own cache pickles its keys, which costs more here than what most of them lead to; the
choices of a view are small values that Python hashes at once.
"""

from collections.abc import Callable, Hashable
from threading import Condition
from typing import Any, TypeVar

from cachetools import LRUCache, cached
from cachetools.keys import hashkey

Function = TypeVar("Function", bound=Callable[..., Any])


def shared(most: int, keyed: Callable[..., Hashable] = hashkey) -> Callable[[Function], Function]:
    """Keep the last *most* results of a function and hand the same ones to every session, so
    nobody writes into them; two who ask at once wait for one.

    *keyed* makes the key of the arguments, where not all of them belong to it.
    """

    def decorate(function: Function) -> Function:
        cache: LRUCache[Hashable, Any] = LRUCache(most)
        kept: Any = cached(cache, key=keyed, condition=Condition())(function)
        found: Function = kept
        return found

    return decorate


def but_last(*arguments: Hashable) -> Hashable:
    """A key for functions whose last argument follows from the others."""
    return arguments[:-1]
