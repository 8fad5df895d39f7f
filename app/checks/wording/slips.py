"""The sentences for typing slips in HTML and CSS (kinds: app/page/slips.py, css.py), filled by sentences.py."""

from __future__ import annotations

SLIPS: dict[str, str] = {
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
}
