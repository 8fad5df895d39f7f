"""Small real things with the signatures of the real ones, for tests that must not start a browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Answers = list[dict[str, Any]]


class Probe:
    """A probe that knows its answers beforehand, or does not answer until it is told to, or cannot.

    `answer` maps the questions to answers; None: the browser does not answer. `waits`: each question set is kept in
    `waiting` until `answer_next`. `asked` holds every set of questions with the page it was about.
    """

    def __init__(self, answer: Callable[[Sequence[Mapping[str, Any]]], Answers | None], *, waits: bool = False) -> None:
        self.asked: list[tuple[dict[str, bytes], str, list[Mapping[str, Any]]]] = []
        self.waiting: list[Callable[[], None]] = []
        self._answer = answer
        self._waits = waits

    def ask(
        self,
        served: Mapping[str, bytes],
        entry: str,
        questions: Sequence[Mapping[str, Any]],
        done: Callable[[Answers], None],
        failed: Callable[[str], None],
    ) -> None:
        """As Probe.ask: exactly one of `done` and `failed` is called, once."""
        self.asked.append((dict(served), entry, list(questions)))

        def reply() -> None:
            answers = self._answer(questions)
            if answers is None:
                failed("The page did not answer in time.")
            else:
                done(answers)

        if self._waits:
            self.waiting.append(reply)
        else:
            reply()

    def answer_next(self) -> None:
        """Let the oldest question set that waits have its answer."""
        self.waiting.pop(0)()


def all_hold(questions: Sequence[Mapping[str, Any]]) -> Answers:
    """Every effect holds for one element, no audit finds anything."""
    return [
        {"elements": [{"order": 4, "holds": True, "found": ""}]} if question["ask"] == "effect" else {"violations": []}
        for question in questions
    ]


def none_hold(questions: Sequence[Mapping[str, Any]]) -> Answers:
    """No effect holds, and every audit finds the first element at fault."""
    return [
        {"elements": [{"order": 4, "holds": False, "found": "rgb(0, 0, 0)"}]}
        if question["ask"] == "effect"
        else {"violations": [{"rule": rule, "order": 0} for rule in question["rules"]]}
        for question in questions
    ]


def no_answer(questions: Sequence[Mapping[str, Any]]) -> None:
    """The browser does not answer."""
    return
