"""What trying a pack shows, as values: remarks by exercise, and how many changes of the answer were tried."""

from __future__ import annotations

from dataclasses import dataclass

from app.packs.model import Where


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that trying an exercise showed: its kind, where in the pack, what, and what to do about it.

    A mild one is worth a look and does not stop the pack from being handed out. Kinds: `answer`, `start`, `unchecked`,
    `cannot-fail`, `variant` (a harmless change fails), `left-out` (the answer without something of it passes),
    `slips-through` (another mistake passes), `hints`, `reading-age`, `missing`, `outside`, `picture-text`.
    `check` is the Markdown of a goal that would notice the mistake, where one is known.
    """

    kind: str
    where: Where
    message: str
    remedy: str
    mild: bool = False
    check: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many harmless variants of the answer were tried and passed, how many mistakes were made and noticed."""

    variants: int = 0
    passed: int = 0
    mistakes: int = 0
    noticed: int = 0


@dataclass(frozen=True, slots=True)
class ExerciseTrial:
    """What trying one exercise showed; `reading_age` in years where its text is long enough to tell."""

    lesson: str
    exercise: str
    title: str
    file: str
    remarks: tuple[Remark, ...]
    reading_age: int | None
    tally: Tally = Tally()

    @property
    def passed(self) -> bool:
        """Nothing but mild remarks."""
        return all(remark.mild for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class Trial:
    """What trying a pack showed, exercise by exercise."""

    exercises: tuple[ExerciseTrial, ...]

    @property
    def passed(self) -> bool:
        """Whether the pack is fit to be handed out."""
        return all(exercise.passed for exercise in self.exercises)

    @property
    def unchecked(self) -> bool:
        """Whether something could not be tried, since the browser did not answer."""
        return any(remark.kind == "unchecked" for exercise in self.exercises for remark in exercise.remarks)
