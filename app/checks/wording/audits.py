"""The sentences for audits, filled by sentences.py."""

from __future__ import annotations

AUDITS: dict[str, str] = {
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
}
