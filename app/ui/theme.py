"""The look of the whole program: one palette, one text scale, the shipped fonts, and the style sheet made from them."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from functools import lru_cache
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from app import paths
from app.ui.tokens import CONTRAST, DARK, LIGHT, Palette

WORDS = "Atkinson Hyperlegible Next"
CODE = "Atkinson Hyperlegible Mono"
Choice = Literal["system", "light", "dark", "contrast"]
CHOICES: dict[str, Palette] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
SMALLEST = 14  # px; nothing is ever written smaller
LEAST, MOST = 1.0, 2.0
_TEXT_SIZE = re.compile(r"\b(\d+)tx\b")


class Theme(QObject):
    """Holds the look and puts it on the application; screens ask it for colours and sizes when they paint.

    `changed` is sent after another palette or scale has been put on. Sizes of text go through `px`.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: Choice = "system", scale: float = 1.0) -> None:
        super().__init__(app)
        load_fonts()
        self.app, self._choice = app, choice
        self._system = QPalette(app.palette())  # before ours is put on
        self.scale = _bounded(scale)
        self.colours = LIGHT
        app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self._put_on()

    @property
    def name(self) -> str:
        """`light`, `dark` or `contrast`: what the editor is told."""
        return self.colours.name

    def px(self, size: float) -> int:
        """A length that belongs to text, in pixels at the present scale."""
        return round(size * self.scale)

    def font(self, size: float = 16, weight: int = 400, *, code: bool = False) -> QFont:
        """The font for words or code at a size in pixels before scaling."""
        font = QFont(CODE if code else WORDS)
        font.setPixelSize(self.px(max(size, SMALLEST)))
        font.setWeight(QFont.Weight(weight))
        return font

    def colour(self, token: str) -> QColor:
        """One named colour of the palette."""
        return QColor(getattr(self.colours, token))

    def set_choice(self, choice: Choice) -> None:
        """Wear another palette; `system` follows the desktop's."""
        if choice != self._choice:  # to put it on again costs as much as to put on another
            self._choice = choice
            self._put_on()

    def set_scale(self, scale: float) -> None:
        """Make all text larger, from 1.0 to 2.0."""
        self.scale = _bounded(scale)
        self._put_on()

    def style_sheet(self) -> str:
        """The program's style sheet with colours and sizes filled in."""
        tokens = {name: value for name, value in asdict(self.colours).items() if name != "name"}
        filled = Template(_template()).substitute(tokens, words=WORDS, code_font=CODE)
        return _TEXT_SIZE.sub(lambda found: f"{self.px(float(found[1]))}px", filled)

    def _on_system_changed(self) -> None:
        if self._choice == "system":
            self._put_on()

    def _put_on(self) -> None:
        self.colours = CHOICES.get(self._choice) or self._followed()
        self.app.setPalette(_qt_palette(self.colours))
        self.app.setFont(self.font())
        self.changed.emit()

    def _followed(self) -> Palette:
        hints = self.app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return contrast_palette(self._system)
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def contrast_palette(system: QPalette) -> Palette:
    """The high-contrast palette in the system's own colours."""

    def of(role: QPalette.ColorRole) -> str:
        return str(system.color(role).name())

    role = QPalette.ColorRole
    ink, ground, base = of(role.WindowText), of(role.Window), of(role.Base)
    strong, on_strong, link = of(role.Highlight), of(role.HighlightedText), of(role.Link)
    return replace(
        CONTRAST,
        **dict.fromkeys(("ink", "soft", "line", "edge", "good", "care", "care_line", "stop"), ink),
        **dict.fromkeys(("code_tag", "code_name", "code_text", "code_soft", "sun", "focus"), ink),
        **dict.fromkeys(("paper", "shade", "well", "sand", "chip"), ground),
        **dict.fromkeys(("card", "code", "teal_pale", "good_pale", "care_pale", "focus_pale"), base),
        teal=link if strong == base else ink,
        teal_hover=strong,
        on_teal=base if strong != base else on_strong,
        on_good=base,
    )


@lru_cache(maxsize=1)
def load_fonts() -> tuple[str, ...]:
    """Make the shipped fonts known to Qt, once; the families that are there then."""
    families: list[str] = []
    for file in sorted((paths.resources_dir() / "fonts").glob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return tuple(dict.fromkeys(families))


@lru_cache(maxsize=1)
def _template() -> str:
    return (paths.resources_dir() / "themes" / "midweek.qss").read_text("utf-8")


def _bounded(scale: float) -> float:
    return min(max(scale, LEAST), MOST)


def _qt_palette(colours: Palette) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    given = {
        role.Window: colours.paper,
        role.WindowText: colours.ink,
        role.Base: colours.card,
        role.AlternateBase: colours.shade,
        role.Text: colours.ink,
        role.Button: colours.card,
        role.ButtonText: colours.ink,
        role.PlaceholderText: colours.soft,
        role.Highlight: colours.teal,
        role.HighlightedText: colours.on_teal,
        role.Link: colours.teal,
        role.ToolTipBase: colours.card,
        role.ToolTipText: colours.ink,
    }
    for of, value in given.items():
        palette.setColor(of, QColor(value))
    for of in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, of, QColor(colours.soft))
    return palette
