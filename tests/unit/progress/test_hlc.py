"""Stamps follow the wall clock, never go back, and are not dragged along by a clock that is far ahead."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.progress.hlc import COUNTER_BITS, TRUSTED_AHEAD_MS, observe, tick, wall_ms

NOW = 1_795_424_400_000
walls = st.integers(NOW - 400 * 86_400_000, NOW + 5 * 365 * 86_400_000)


@given(st.lists(walls, min_size=2, max_size=50))
def test_stamps_grow_whatever_the_wall_clock_does(times: list[int]):
    stamps = [0]
    for now in times:
        stamps.append(tick(stamps[-1], now))
    assert all(earlier < later for earlier, later in pairwise(stamps))


def test_a_clock_that_goes_forward_is_followed():
    assert wall_ms(tick(tick(0, NOW), NOW + 5)) == NOW + 5


def test_a_full_counter_carries_into_the_milliseconds():
    full = ((NOW + 1) << COUNTER_BITS) - 1
    assert tick(full, NOW) == (NOW + 1) << COUNTER_BITS


@given(walls)
def test_what_was_seen_is_before_what_is_done_next_unless_its_clock_is_a_day_ahead(their_wall: int):
    seen = tick(0, their_wall)
    mine = tick(observe(tick(0, NOW), seen, NOW), NOW)
    if their_wall <= NOW + TRUSTED_AHEAD_MS:
        assert mine > seen
    else:
        assert wall_ms(mine) == NOW
