"""What axe-core's rules mean for a learner's page: a sentence each, and what was wanted; filled by sentences.py.

`{found}` is the start tag, or the words of it that axe-core points at; `{wanted}` is the second of each pair.
"""

from __future__ import annotations

_NO_WORDS = "Whoever hears the page cannot tell what it is for."
_ARIA = "Most pages need no `aria-` at all."

RULES: dict[str, tuple[str, str]] = {
    # ---- the page ----
    "document-title": ("The page has no title yet. The goal wants words in {wanted:code}, in its head.", "<title>"),
    "html-has-lang": ("{subject:The} does not say its language. The goal wants {wanted:code} there.", 'lang="en-GB"'),
    "html-lang-valid": (
        "The page has {found:code}, and browsers know no such language. British English is {wanted:code}.",
        'lang="en-GB"',
    ),
    "html-xml-lang-mismatch": ("{subject:The} has `lang` and `xml:lang` that differ. Take `xml:lang` away.", "lang"),
    "valid-lang": (
        "{subject:The} has {found:code}, and browsers know no such language. Welsh, for instance, is {wanted:code}.",
        'lang="cy"',
    ),
    "meta-viewport": (
        "{subject:The} stops people from zooming: {found:code}. Take away `user-scalable` and `maximum-scale`.",
        'content="width=device-width, initial-scale=1"',
    ),
    "meta-refresh": (
        "{subject:The} loads the page anew or leaves it, by itself. Take it away, so that people can read in peace.",
        "",
    ),
    "bypass": (
        "The page has no way past what every page repeats. Put what it is about between {wanted:code} and `</main>`.",
        "<main>",
    ),
    "css-orientation-lock": ("The page can only be read one way up. Take the turn out of its CSS.", ""),
    # ---- headings and parts ----
    "heading-order": (
        "The heading {found:code} skips a level. After `<h1>` comes `<h2>`, after that `<h3>`.",
        "the next level",
    ),
    "empty-heading": ("The heading {found:code} is empty. Give it words, or take it away.", "words"),
    "landmark-one-main": (
        "{subject:The} has no {wanted:code} yet. Put what the page is about between {wanted:code} and `</main>`.",
        "<main>",
    ),
    "region": (
        "{subject:The} stands outside the parts of the page. Put it in {wanted:code}, `<header>` or another part.",
        "<main>",
    ),
    "landmark-no-duplicate-main": (
        "The page has more than one {wanted:code}. It can only be about one thing.",
        "<main>",
    ),
    "landmark-main-is-top-level": (
        "{subject:The} stands inside another part of the page. Take it out of there.",
        "<main> beside the other parts",
    ),
    "landmark-no-duplicate-banner": (
        "The page has more than one {wanted:code} of its own. Keep one, or put the others in a `<section>`.",
        "<header>",
    ),
    "landmark-no-duplicate-contentinfo": (
        "The page has more than one {wanted:code} of its own. Keep one, or put the others in a `<section>`.",
        "<footer>",
    ),
    "landmark-banner-is-top-level": ("{subject:The} stands inside another part of the page. Take it out.", "<header>"),
    "landmark-contentinfo-is-top-level": (
        "{subject:The} stands inside another part of the page. Take it out.",
        "<footer>",
    ),
    "list": (
        "{subject:The} has something in it that is no list item. Only {wanted:code} may stand directly inside.",
        "<li>",
    ),
    "listitem": ("{subject:The} stands in no list. Put it between {wanted:code} and `</ul>`.", "<ul>"),
    "definition-list": (
        "{subject:The} has something in it that is neither {wanted:code} nor `<dd>`, or they stand in another order.",
        "<dt>",
    ),
    "dlitem": ("{subject:The} stands in no description list. Put it between {wanted:code} and `</dl>`.", "<dl>"),
    # ---- pictures, sound, frames ----
    "image-alt": ("{subject:The} does not say what it shows. The goal wants {wanted:code} in its tag.", 'alt="…"'),
    "input-image-alt": (
        "{subject:The} is a button with a picture and does not say what it does. The goal wants {wanted:code} there.",
        'alt="…"',
    ),
    "area-alt": ("{subject:The} does not say where it leads. The goal wants {wanted:code} there.", 'alt="…"'),
    "object-alt": ("{subject:The} does not say what it shows. The goal wants {wanted:code} there.", 'aria-label="…"'),
    "role-img-alt": (
        "{subject:The} stands for a picture and does not say what it shows. The goal wants {wanted:code} there.",
        'aria-label="…"',
    ),
    "svg-img-alt": (
        "{subject:The} does not say what it shows. The goal wants {wanted:code} as the first thing inside.",
        "<title>",
    ),
    "server-side-image-map": ("{subject:The} has `ismap`, which only works with a mouse. Use plain links.", "links"),
    "video-caption": (
        "{subject:The} has no captions for people who cannot hear it. The goal wants {wanted:code} inside.",
        '<track kind="captions">',
    ),
    "no-autoplay-audio": (
        "{subject:The} starts to sound by itself. Take away `autoplay`, or add {wanted:code}.",
        "muted",
    ),
    "frame-title": ("{subject:The} does not say what it holds. The goal wants {wanted:code} there.", 'title="…"'),
    "frame-title-unique": ("{subject:The} has the same title as another frame. Give each its own.", 'title="…"'),
    "frame-focusable-content": ("{subject:The} cannot be reached with the keyboard. Take away `tabindex`.", ""),
    "blink": ("{subject:The} blinks, and that disturbs reading. Use {wanted:code}.", "<strong>"),
    "marquee": ("{subject:The} moves, and that disturbs reading. Use a paragraph {wanted:code}.", "<p>"),
    # ---- links and buttons ----
    "link-name": ("{subject:The} has no words. Whoever hears the page cannot tell where it goes.", "words"),
    "link-in-text-block": (
        "{subject:The} looks like the words around it but for its colour. Underline it.",
        "text-decoration: underline",
    ),
    "button-name": (f"{{subject:The}} has no words. {_NO_WORDS}", "words"),
    "input-button-name": (
        f"{{subject:The}} is a button without words. {_NO_WORDS} The goal wants {{wanted:code}} there.",
        'value="…"',
    ),
    "summary-name": (f"{{subject:The}} has no words. {_NO_WORDS}", "words"),
    "nested-interactive": (
        "{subject:The} has another link, button or field inside. Only one of them would work: take one away.",
        "",
    ),
    "label-content-name-mismatch": (
        "{subject:The} shows other words than its `aria-label` says. Take the `aria-label` away.",
        "the same words",
    ),
    "target-size": (
        "{subject:The} is too small for a finger: {found}. The goal wants {wanted} each way, or space around.",
        "24 pixels",
    ),
    "color-contrast": (
        "{subject:The} is hard to read, too close in colour to its ground: {found}. The goal wants {wanted}.",
        "4.5 to 1",
    ),
    # ---- forms ----
    "label": (
        "{subject:The} has no label. The goal wants a {wanted:code} that belongs to it: its `for` is the field's `id`.",
        "<label>",
    ),
    "select-name": (
        "{subject:The} has no label. The goal wants a {wanted:code} that belongs to it: its `for` is the list's `id`.",
        "<label>",
    ),
    "form-field-multiple-labels": ("{subject:The} has more than one label. Keep one {wanted:code}.", "<label>"),
    "autocomplete-valid": (
        "{subject:The} has an `autocomplete` that browsers do not know: {found:code}. One they know is {wanted:code}.",
        'autocomplete="name"',
    ),
    # ---- tables ----
    "td-headers-attr": (
        "{subject:The} has a cell whose `headers` names no heading cell of this table. It wants the `id` of one.",
        'headers="…"',
    ),
    "th-has-data-cells": (
        "{subject:The} has heading cells that are the heading of nothing. Use {wanted:code} for what is no heading.",
        "<td>",
    ),
    "td-has-header": ("{subject:The} is without a heading: no {wanted:code} stands above it or beside it.", "<th>"),
    "scope-attr-valid": (
        '{subject:The} has a `scope` that browsers do not know. It is {wanted:code} or `scope="row"`, on a `<th>`.',
        'scope="col"',
    ),
    "table-fake-caption": ("{subject:The} has a title in a cell. Put it in {wanted:code}.", "<caption>"),
    # ---- keys and reading aloud ----
    "scrollable-region-focusable": (
        "{subject:The} scrolls and cannot be scrolled with the keyboard. The goal wants {wanted:code} there.",
        'tabindex="0"',
    ),
    "avoid-inline-spacing": (
        "{subject:The} has letter, word or line spacing that nobody can widen: {found:code}. The goal wants it in CSS.",
        "",
    ),
    "p-as-heading": ("{subject:The} looks like a heading and is none. Make it a heading: {wanted:code}.", "<h2>"),
    "duplicate-id-aria": (
        "{subject:The} has an `id` that stands on the page already, and a label or `aria-` needs to tell them apart.",
        "another id",
    ),
    "aria-hidden-body": ("{subject:The} has `aria-hidden`: nobody would hear the page. Take it away.", ""),
    "aria-hidden-focus": (
        "{subject:The} is hidden from people who hear the page, and can be reached with the Tab key all the same. "
        "Take `aria-hidden` away.",
        "",
    ),
    "aria-valid-attr": (f"{{subject:The}} has {{found:code}}, which browsers do not know. {_ARIA}", ""),
    "aria-valid-attr-value": (
        "{subject:The} has {found:code}, and that says nothing: an `id` that is not on the page, or another odd value.",
        "the id of an element on the page",
    ),
    "aria-allowed-attr": (f"{{subject:The}} has {{found:code}}, which does not belong there. {_ARIA}", ""),
    "aria-prohibited-attr": (f"{{subject:The}} has {{found:code}}, which does not belong there. {_ARIA}", ""),
    "aria-conditional-attr": (f"{{subject:The}} has {{found:code}}, which does not belong there. {_ARIA}", ""),
    "aria-required-attr": ("{subject:The} has a `role` that also needs {found:code}.", ""),
    "aria-required-children": ("{subject:The} has a `role` that needs parts inside which are not there.", ""),
    "aria-required-parent": ("{subject:The} has a `role` that only works inside another one.", ""),
    "aria-roles": ("{subject:The} has a `role` that browsers do not know: {found:code}. Take it away.", ""),
    "aria-deprecated-role": ("{subject:The} has a `role` that is out of use: {found:code}. Take it away.", ""),
    "aria-braille-equivalent": ("{subject:The} speaks in braille only. Give it an `aria-label` too.", 'aria-label="…"'),
    "aria-command-name": (f"{{subject:The}} has no words. {_NO_WORDS}", "words"),
    "aria-input-field-name": (f"{{subject:The}} has no label. {_NO_WORDS}", 'aria-label="…"'),
    "aria-meter-name": (f"{{subject:The}} has no label. {_NO_WORDS}", 'aria-label="…"'),
    "aria-progressbar-name": (f"{{subject:The}} has no label. {_NO_WORDS}", 'aria-label="…"'),
    "aria-tab-name": (f"{{subject:The}} has no words. {_NO_WORDS}", "words"),
    "aria-toggle-field-name": (f"{{subject:The}} has no label. {_NO_WORDS}", 'aria-label="…"'),
    "aria-tooltip-name": (f"{{subject:The}} has no words. {_NO_WORDS}", "words"),
}

AXE = {f"axe-{rule}": sentence for rule, (sentence, _) in RULES.items()}
