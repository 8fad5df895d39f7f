"""Sets up a desk with its lesson screen and all that stands beside it; importing this wakes no browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.browser.start import Browser
from app.desk.answering import Answering
from app.desk.comparing import Comparisons
from app.desk.copying import Copying
from app.desk.lesson import LessonDesk
from app.desk.likes import Likes
from app.desk.picturing import Picturing
from app.errors import AppError
from app.settings import Settings
from app.ui.lesson import Lesson
from app.ui.theme import Theme


def set_up(
    theme: Theme, browser: Browser, settings: Settings, opened: Path, tell: Callable[[AppError | str], None]
) -> tuple[LessonDesk, Likes]:
    """The desk, and what knows how people like it. `opened`: for pages given to the office's browser; `tell` says one
    thing to whoever sits there.
    """
    screen = Lesson(theme, browser.editor, browser.preview)
    desk = LessonDesk(screen, browser.editor, browser.preview)
    desk.problem.connect(tell)
    likes = Likes(screen, settings)
    likes.problem.connect(tell)
    Comparisons(desk)
    for beside in (Picturing(desk, theme), Copying(desk, opened), Answering(desk, browser.another_preview)):
        beside.said.connect(tell)
    return desk, likes
