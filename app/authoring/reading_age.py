"""How old somebody must be to read a text with ease: Flesch and Kincaid's grade (1975) plus five years."""

from __future__ import annotations

import re

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1[`~]*[ \t]*$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`[^`]*`|<[^>]*>|\{\{.*?\}\}")
_SENTENCE = re.compile(r"[.!?:]+(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*]|\d+[.)])\s)")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*")
_VOWELS = re.compile(r"[aeiouyà-ÿ]+")


def reading_age(markdown: str) -> int | None:
    """Years, from 5 to 20; None for fewer than twenty words, where the figure would say nothing. Code is left out."""
    text = _CODE.sub(" ", _FENCE.sub("\n\n", markdown))
    sentences = [words for part in _SENTENCE.split(text) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if len(words) < 20:
        return None
    syllables = sum(_syllables(word.lower()) for word in words)
    grade = 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
    return min(20, max(5, round(grade + 5)))


def _syllables(word: str) -> int:
    silent = re.search(r"[^l]e$|..e[ds]$", word) and not word.endswith("ee")
    return max(1, len(_VOWELS.findall(word)) - bool(silent))
