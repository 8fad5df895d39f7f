"""What each tag is called in plain words."""

from __future__ import annotations

import re

NOUNS: dict[str, tuple[str, str, str]] = {
    # tag: (the one, with its article, several)
    "html": ("page", "a page", "pages"),
    "head": ("head of the page", "a head", "heads"),
    "body": ("body of the page", "a body", "bodies"),
    "title": ("page title", "a page title", "page titles"),
    "h1": ("main heading", "a main heading", "main headings"),
    "p": ("paragraph", "a paragraph", "paragraphs"),
    "a": ("link", "a link", "links"),
    "img": ("picture", "a picture", "pictures"),
    "ul": ("bullet list", "a bullet list", "bullet lists"),
    "ol": ("numbered list", "a numbered list", "numbered lists"),
    "li": ("list item", "a list item", "list items"),
    "dl": ("description list", "a description list", "description lists"),
    "strong": ("strong text", "strong text", "strong texts"),
    "em": ("emphasised text", "emphasised text", "emphasised texts"),
    "table": ("table", "a table", "tables"),
    "caption": ("caption", "a caption", "captions"),
    "tr": ("table row", "a table row", "table rows"),
    "th": ("heading cell", "a heading cell", "heading cells"),
    "td": ("table cell", "a table cell", "table cells"),
    "thead": ("head of the table", "a table head", "table heads"),
    "tbody": ("body of the table", "a table body", "table bodies"),
    "header": ("header", "a header", "headers"),
    "nav": ("navigation", "a navigation", "navigations"),
    "main": ("main part", "a main part", "main parts"),
    "footer": ("footer", "a footer", "footers"),
    "section": ("section", "a section", "sections"),
    "article": ("article", "an article", "articles"),
    "aside": ("aside", "an aside", "asides"),
    "figure": ("figure", "a figure", "figures"),
    "figcaption": ("picture caption", "a picture caption", "picture captions"),
    "blockquote": ("quotation", "a quotation", "quotations"),
    "address": ("address", "an address", "addresses"),
    "time": ("date or time", "a date or time", "dates or times"),
    "form": ("form", "a form", "forms"),
    "label": ("label", "a label", "labels"),
    "input": ("form field", "a form field", "form fields"),
    "textarea": ("text box", "a text box", "text boxes"),
    "select": ("drop-down list", "a drop-down list", "drop-down lists"),
    "option": ("option", "an option", "options"),
    "button": ("button", "a button", "buttons"),
    "fieldset": ("group of fields", "a group of fields", "groups of fields"),
    "legend": ("legend", "a legend", "legends"),
    "link": ("link to another file", "a link to another file", "links to other files"),
    "meta": ("note about the page", "a note about the page", "notes about the page"),
    "style": ("style block", "a style block", "style blocks"),
    "br": ("line break", "a line break", "line breaks"),
    "hr": ("dividing line", "a dividing line", "dividing lines"),
    "details": ("fold-out", "a fold-out", "fold-outs"),
    "iframe": ("frame", "a frame", "frames"),
    "svg": ("drawing", "a drawing", "drawings"),
    "video": ("video", "a video", "videos"),
    "audio": ("sound", "a sound", "sounds"),
    "summary": ("fold-out's summary", "a fold-out's summary", "summaries"),
}
_HEADING = ("heading", "a heading", "headings")
_PLAIN = ("element", "an element", "elements")


def noun(tag: str) -> tuple[str, str, str]:
    """The words for a tag: the one, one with its article, several."""
    return NOUNS.get(tag) or (_HEADING if re.fullmatch("h[2-6]", tag) else _PLAIN)
