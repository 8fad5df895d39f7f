"""The only place where sentences about a learner's page are made: one template a kind of fault, and the nouns for tags.

A template is filled by `fault(kind, …)`. Behind the colon of a field stands how it is said:
`{x:The}` The picture `<img>` · `{x:the}` the picture `<img>` · `{x:a}` a picture `<img>` · `{x:noun}` picture `<img>` ·
`{x:many}` pictures `<img>` · `{x:code}` between backticks · `{x:said}` between quotation marks ·
`{x:count}` 3 as "three" · `{x:list}` "4, 9" as "4 and 9".
Translating means another TEMPLATES and another NOUNS, nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter

from app.checks.report import Fault, Place
from app.checks.wording_differences import DIFFERENCES

LONGEST_QUOTE = 90

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
    "summary": ("fold-out's summary", "a fold-out's summary", "summaries"),
}
_HEADING = ("heading", "a heading", "headings")
_PLAIN = ("element", "an element", "elements")
_COUNTS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]

TEMPLATES: dict[str, str] = {
    # what a goal wants and does not find
    "element-missing": "The page has no {subject:noun} yet.",
    "element-missing-like": "The page has no {subject:noun} like this yet: {wanted:code}",
    "element-missing-inside": "{inside:The} has no {subject:noun} inside it yet.",
    "element-missing-inside-like": "{inside:The} has no {subject:noun} like this inside it yet: {wanted:code}",
    "doctype-missing": "The page does not begin with {wanted:code} yet. It tells the browser that this is modern HTML.",
    "goal-unmet": "The page is not yet what the goal wants.",
    "text-absent": "The page does not say {wanted:said} yet.",
    # what is there and is not quite it
    "tag-wrong-around": "{said:said} stands in {found:a}. The goal wants {wanted:code}.",
    "tag-wrong": "{found:The} is not the tag the goal wants here. The goal wants {wanted:code}.",
    "heading-level": "The heading is {found:code}. The goal wants {wanted:code}.",
    "attribute-missing": "{subject:The} has no {name:code} yet. The goal wants {wanted:code}.",
    "attribute-misspelt": "{subject:The} has {found:code}. The word is {wanted:code}.",
    "attribute-wrong": "{subject:The} has {found:code}. The goal wants {wanted:code}.",
    "attribute-empty": "{subject:The} has an empty {name:code}. The goal wants something between its quotes.",
    "attribute-unwanted": "{subject:The} has {found:code}. The goal wants it without.",
    "class-missing": "{subject:The} has {found:code}. The goal wants the class {wanted:code} there.",
    "text-empty": "{subject:The} is empty. The goal wants words in it.",
    "text-missing": "{subject:The} is empty. The goal wants {wanted:said} there.",
    "text-mistyped": "{subject:The} says {found:said}. The goal wants {wanted:said}.",
    "text-wrong": "{subject:The} says {found:said}. The goal wants {wanted:said}.",
    "text-lacks": "{subject:The} says {found:said}. The goal wants {wanted:said} in it.",
    "text-extra": "{subject:The} says {found:said} too much. The goal wants just {wanted:said}.",
    "text-kind": "{subject:The} says {found:said}. The goal wants {wanted} there.",
    "text-case": "{subject:The} says {found:said}. The goal wants {wanted:said}, letter for letter.",
    # where it stands
    "element-outside": "{subject:The} stands outside of {inside:the}. The goal wants it inside.",
    "element-not-direct": "{subject:The} stands too deep. The goal wants it directly inside {inside:the}.",
    "element-early": "{subject:The} comes too early. The goal wants it after {other:the} on line {line}.",
    "element-late": "{subject:The} comes too late. The goal wants it before {other:the} on line {line}.",
    "unwrapped": "{found:said} stands without its tags. The goal wants {wanted:code} before and {close:code} after.",
    "element-not-first": "{subject:The} is not the first thing inside {inside:the}. The goal wants it first.",
    "element-not-last": "{subject:The} is not the last thing inside {inside:the}. The goal wants it last.",
    # how many
    "too-many": "There are {found:count} {subject:many}, on lines {lines:list}. The goal wants {wanted:count}.",
    "too-many-alike": "There are {found:count} {subject:many} like {like:code}, on lines {lines:list}. "
    "The goal wants {wanted:count}.",
    "too-few": "There are {found:count} {subject:many} so far. The goal wants {wanted:count}.",
    "too-few-one": "There is {found:count} {subject:noun} so far. The goal wants {wanted:count}.",
    # what should not be there
    "unwanted": "{subject:The} is still there: {found:code} The goal wants a page without it.",
    "text-unwanted": "The page still says {found:said}. The goal wants a page without it.",
    "extra-element": "{subject:The} is more than the goal wants inside {inside:the}.",
    "extra-text": "{subject:The} also says {found:said}. The goal wants nothing else in it.",
    # typing slips: the kinds of app/page/slips.py and app/page/css.py
    "unclosed": "{subject:The} is never closed. Write {wanted:code} where it ends.",
    "self-closed": "{found:code} does not close itself. Write {wanted:code} where it ends.",
    "stray-end": "{found:code} closes nothing. Take it away, or write {wanted:code} where it should begin.",
    "stray-void-end": "{found:code} is too much: {subject:the} needs no end tag. Take it away.",
    "mismatched-end": "{subject:The} is closed with {found:code}. Write {wanted:code}.",
    "crossed-end": "{found:code} comes before the end of {other:the}. Close what was opened last first.",
    "misplaced-tag": "{subject:The} has no place here, so the browser leaves it out.",
    "after-body": "{found:code} stands after `</body>`. Move it up, before `</body>`.",
    "missing-slash": "{found:code} begins another one. Write {wanted:code} to close it.",
    "unclosed-comment": "The comment is never closed. Write {wanted:code} where it ends.",
    "tag-misspelt": "There is no tag {found:code}. The nearest right word is {wanted:code}.",
    "tag-unknown": "There is no tag {found:code}. Check how it is spelt.",
    "missing-bracket": "The tag {found:code} is not finished. Write {wanted:code} after it.",
    "unclosed-quote": "{name:code} has no closing quotation mark. Write {wanted:code} where its value ends.",
    "unopened-quote": "{name:code} has no opening quotation mark. Write {wanted:code} where its value begins.",
    "stray-quote": "There is a quotation mark too many in {subject:the}: {found:code}",
    "missing-equals": "Between {name:code} and its value there is no {wanted:code}.",
    "duplicate-attribute": "{subject:The} has {name:code} twice. Only the first one counts.",
    "missing-brace": "{found:code} opens a brace that is never closed. Write {wanted:code} after its last line.",
    "missing-open-brace": "{found:code} has no opening brace. Write {wanted:code} after it.",
    "stray-brace": "There is a {found:code} too many here. Take it away.",
    "missing-semicolon": "{found:code} does not end. Write {wanted:code} after it.",
    "missing-colon": "{subject:code} needs a {wanted:code} between the property and its value.",
    "missing-value": "{subject:code} has no value yet. Write a colon and what it should be.",
    "property-misspelt": "CSS has no property {found:code}. The nearest right word is {wanted:code}.",
    "unclosed-string": "A quotation mark is missing after {subject:code}.",
    "unclosed-css-comment": "The comment is never closed. Write {wanted:code} where it ends.",
    "unclosed-parenthesis": "A bracket of {subject:code} is never closed. Write {wanted:code} where it ends.",
    # effects of CSS
    "effect-unset": "Nothing in the CSS sets {name:code} for {tag:the} yet. The goal wants {wanted:code}.",
    "effect-wrong": "{tag:The} gets {found:code}. The goal wants {wanted:code}.",
    "effect-overruled": "{tag:The} should get {wanted:code}, but {found:code} is stronger.",
    "rule-unmatched": "{found:code} fits nothing on the page. The goal wants {wanted:code} for {tag:the}.",
    "selector-nothing": "Nothing on the page fits {found:code} yet, so {wanted:code} has nothing to work on.",
    "style-sheet-missing": "The page asks for the style sheet {found:code}. There is no file of that name.",
    # audits
    "audit": "{subject:The} needs another look: {summary}",
    "audit-page-title": "The page has no title yet. The goal wants words between {wanted:code} and its end tag.",
    "audit-page-language": "{subject:The} does not say its language. The goal wants {wanted:code} or another one.",
    "audit-heading-order": "The heading {found:code} skips a level. After `<h1>` comes `<h2>`, after that `<h3>`.",
    "audit-no-empty-headings": "The heading {found:code} is empty. Give it words, or take it away.",
    "audit-image-alt": "{subject:The} does not say what it shows. The goal wants {wanted:code} in its tag.",
    "audit-link-text": "{subject:The} has no words. People who hear the page cannot tell where it goes.",
    "audit-form-labels": "{subject:The} has no label. The goal wants a `<label>` that belongs to it.",
    "audit-landmarks": "{subject:The} stands outside the parts of the page. Put it in `<main>` or another part.",
    "audit-no-main": "{subject:The} has no `<main>` yet. Put what the page is about between `<main>` and `</main>`.",
    "audit-contrast": "The words in {subject:the} are too close in colour to what is behind them to be read by all.",
    "audit-autocomplete": "{subject:The} has an `autocomplete` that browsers do not know.",
    "audit-target-size": "{subject:The} is too small to be hit with a finger. The goal wants 24 pixels each way.",
    "audit-viewport-not-locked": "{subject:The} stops zooming. Take away `user-scalable` and `maximum-scale`.",
    **DIFFERENCES,
}


def _noun(tag: str) -> tuple[str, str, str]:
    return NOUNS.get(tag) or (_HEADING if re.fullmatch("h[2-6]", tag) else _PLAIN)


def code(text: str) -> str:
    """The text between backticks, on one line, shortened where it is long."""
    return f"`{_short(text).replace('`', 'ˋ')}`"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_QUOTE else f"{flat[: LONGEST_QUOTE - 1].rstrip()}…"


def _counted(number: str) -> str:
    return _COUNTS[int(number)] if number.isdigit() and int(number) < len(_COUNTS) else number


def _listed(words: str) -> str:
    parts = words.split(", ")
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _named(tag: str, form: int, article: str = "") -> str:
    return f"{article}{_noun(tag)[form]} `<{_short(tag)}>`"


_FORMS = {
    "The": lambda tag: _named(tag, 0, "The "),
    "the": lambda tag: _named(tag, 0, "the "),
    "a": lambda tag: _named(tag, 1),
    "noun": lambda tag: _named(tag, 0),
    "many": lambda tag: _named(tag, 2),
    "code": code,
    "said": lambda text: f"“{_short(text)}”",
    "count": _counted,
    "list": _listed,
    "": _short,
}


class _Sentence(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        return _FORMS[format_spec](str(value))


def sentence(kind: str, fields: Mapping[str, str]) -> str:
    """The template of a kind with its fields filled in; KeyError for an unknown kind or a missing field."""
    said = _Sentence().vformat(TEMPLATES[kind], (), fields)
    return said.replace(".”.", ".”")  # what is quoted brings its own full stop


def fault(kind: str, place: Place | None, subject: str, found: str = "", wanted: str = "", **more: str) -> Fault:
    """A Fault of this kind with its sentence; `subject` is a tag or property, `more` what else its template says."""
    fields = {"subject": subject, "found": found, "wanted": wanted, **more}
    return Fault(kind, place, subject, found, wanted, sentence(kind, fields))


def with_line(fault: Fault) -> str:
    """The sentence with its line in front, for where no heading says it: `Line 12: …`, `style.css, line 3: …`."""
    if fault.place is None:
        return fault.text
    where = f"{fault.place.file}, line" if fault.place.file.endswith(".css") else "Line"
    return f"{where} {fault.place.line}: {fault.text}"
