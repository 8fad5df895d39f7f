"""A pack's text: Markdown, coloured code, and nothing of what is typed in it ever obeyed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument

from app.ui.text_view import TextView
from app.ui.theme import CODE, Theme


@pytest.fixture
def view(theme: Theme, qtbot) -> TextView:
    view = TextView(theme)
    qtbot.addWidget(view)
    view.resize(320, 200)
    return view


def font_at(view: TextView, word: str) -> list[str]:
    cursor = view.document().find(word)
    assert not cursor.isNull(), word
    return cursor.charFormat().fontFamilies() or []


def test_code_stands_in_the_code_font(view: TextView) -> None:
    view.show_markdown("Say it with `width`.\n\n```css\nh1 { color: green }\n```\n\nAnd then?")
    assert CODE in font_at(view, "width")
    assert CODE in font_at(view, "color")
    assert CODE not in font_at(view, "And then")


def test_a_sample_is_coloured_by_what_its_words_are(view: TextView, theme: Theme) -> None:
    view.show_markdown('```html\n<img alt="Stalls">\n```')
    colours = {
        word: view.document().find(word).charFormat().foreground().color().name() for word in ("img", "alt", "Stalls")
    }
    assert colours == {
        "img": theme.colours.code_tag,
        "alt": theme.colours.code_name,
        "Stalls": theme.colours.code_text,
    }


def test_tags_in_the_text_are_shown_and_not_obeyed(view: TextView) -> None:
    view.show_markdown('A tag <b>like this</b> and\n\n<div><img src="file:///etc/passwd"></div>\n\n<script>x</script>')
    shown = view.toPlainText()
    for typed in ("<b>like this</b>", '<img src="file:///etc/passwd">', "<script>x</script>"):
        assert typed in shown


def test_nothing_is_loaded_from_anywhere(view: TextView, tmp_path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    address = QUrl.fromLocalFile(str(tmp_path / "a.png"))
    view.show_markdown(f"![a]({address.toString()})")
    assert view.document().resource(QTextDocument.ResourceType.ImageResource, address).size() == QSize(1, 1)


def test_a_sentence_has_strong_words_and_code_and_is_said_whole(view: TextView, theme: Theme) -> None:
    view.show_line("**Line 2: nearly there.** The word is `<h1>` & not `h2`.")
    assert view.toPlainText() == "Line 2: nearly there. The word is <h1> & not h2."
    assert view.accessibleName() == view.toPlainText()
    assert view.document().find("nearly").charFormat().fontWeight() >= 600


def test_a_lone_backtick_is_a_backtick(view: TextView) -> None:
    view.show_line("One ` alone")
    assert view.toPlainText() == "One ` alone"


def test_it_is_as_high_as_its_text_at_any_width(view: TextView, theme: Theme) -> None:
    view.show_markdown("word " * 80)
    narrow, wide = view.heightForWidth(200), view.heightForWidth(600)
    assert narrow > 2 * wide
    theme.set_scale(2.0)
    assert view.heightForWidth(600) > 3 * wide


def test_its_colours_follow_the_theme(view: TextView, theme: Theme) -> None:
    view.show_markdown("Words")
    theme.set_choice("dark")
    cursor = QTextCursor(view.document())
    cursor.movePosition(QTextCursor.MoveOperation.Right)
    assert cursor.charFormat().foreground().color().name() == theme.colours.ink
