"""A hybrid logical clock: time stamps that follow the wall clock, never go back, and order what one device saw.

Kulkarni, Demirbas, Madeppa, Avva, Leone: Logical Physical Clocks (OPODIS 2014). A stamp is one integer: milliseconds
since 1970 in the upper bits, a counter in the lower 16. Unlike the paper, a counter that runs over carries into the
milliseconds, and a stamp from a clock that is far ahead is not followed: one wrong clock must not drag a group along.
"""

from __future__ import annotations

COUNTER_BITS = 16
TRUSTED_AHEAD_MS = 24 * 60 * 60 * 1000


def tick(last: int, now_ms: int) -> int:
    """The next stamp of a device whose last one was `last`, at wall time `now_ms`: always greater than `last`."""
    return max(last + 1, now_ms << COUNTER_BITS)


def observe(last: int, seen: int, now_ms: int) -> int:
    """What to remember as the last stamp after seeing another device's; more than 24 hours ahead is not followed."""
    if wall_ms(seen) > now_ms + TRUSTED_AHEAD_MS:
        return last
    return max(last, seen)


def wall_ms(stamp: int) -> int:
    """The wall time inside a stamp, in milliseconds since 1970."""
    return stamp >> COUNTER_BITS
