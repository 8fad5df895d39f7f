"""The least of two pages between which a patch goes wrong: what is left when all else is taken out of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.patching.twins import Files, Twins

TRIES = 150


def minimal(twins: Twins, before: Files, after: Files, tries: int = TRIES) -> tuple[Files, Files]:
    """Two such pages, as small as `tries` trials make them; those given, where these two alone show no difference."""
    left = [tries]

    def wrong(pair: tuple[Files, Files]) -> bool:
        left[0] -= 1
        twins.begin(pair[0])
        return twins.compare(pair[1]).differs

    if not wrong((before, after)):
        return before, after
    for size in (512, 128, 32, 8, 2, 1):
        before, after = _without(before, after, size, lambda pair: left[0] > 0 and wrong(pair))
    return before, after


def _without(
    before: Files, after: Files, size: int, wrong: Callable[[tuple[Files, Files]], bool]
) -> tuple[Files, Files]:
    """Both without every piece of `size` letters that they have in common and that the difference does not need."""
    for name in before:
        start = 0
        while start < max(len(before[name]), len(after[name])):
            for pair in _cuts(before, after, name, start, size):
                if wrong(pair):
                    before, after = pair
                    break
            else:
                start += size
    return before, after


def _cuts(before: Files, after: Files, name: str, start: int, size: int) -> Iterator[tuple[Files, Files]]:
    one, other = before[name], after[name]
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if start < same:
        end = min(start + size, same)
        yield {**before, name: one[:start] + one[end:]}, {**after, name: other[:start] + other[end:]}
        return
    back = [text[: max(len(text) - (start - same), same)] for text in (one, other)]
    tails = [text[len(kept) :] for text, kept in zip((one, other), back, strict=True)]
    if back[0][same:][-size:] == back[1][same:][-size:] and len(back[0]) - size >= same <= len(back[1]) - size:
        yield {**before, name: back[0][:-size] + tails[0]}, {**after, name: back[1][:-size] + tails[1]}
