"""A sample of code as HTML, coloured by Pygments in the editor's own colours."""

from __future__ import annotations

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.style import Style
from pygments.token import Comment, Keyword, Name, Number, Punctuation, String, Token
from pygments.util import ClassNotFound

from app.ui.tokens import Palette


def coloured(code: str, language: str, colours: Palette) -> str:
    """The code as HTML without a frame; as plain text where nothing is known of the language."""
    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        lexer = get_lexer_by_name("text")
    return highlight(code, lexer, HtmlFormatter(nowrap=True, noclasses=True, style=_style(colours))).rstrip("\n")


def _style(colours: Palette) -> type[Style]:
    class Sample(Style):
        background_color = colours.chip
        styles = {  # noqa: RUF012 - pygments wants it so
            Token: colours.ink,
            Comment: colours.code_soft,
            Comment.Preproc: colours.code_soft,
            Keyword: colours.code_tag,
            Keyword.Constant: colours.code_text,
            Name.Tag: colours.code_tag,
            Name.Attribute: colours.code_name,
            String: colours.code_text,
            Number: colours.code_text,
            Punctuation: colours.ink,
        }

    return Sample
