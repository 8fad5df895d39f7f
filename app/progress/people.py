"""The people who learn on this PC and their group: random ids, names in one event, initials for the face."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.errors import AppError
from app.progress.event import Act
from app.progress.store import Store

NAME_LIMIT = 60  # characters
DEFAULT_GROUP = "Our group"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who learns: a random id, the name as typed, initials, and a label that no two people share."""

    id: str
    name: str
    initials: str
    label: str


def read_people(store: Store) -> tuple[Person, ...]:
    """Everybody who has a name, by name; of two alike the one added later is labelled `Tom Oyelaran (2)`."""
    rows = store.read(
        "SELECT person, body FROM fact WHERE topic = 'person.named' AND person <> '' ORDER BY person"  # uuid7: by age
    )
    return _labelled((str(id), _said(body)) for id, body in rows)


def find_person(store: Store, id: str) -> Person | None:
    """The person of this id, or None."""
    return next((person for person in read_people(store) if person.id == id), None)


def add_person(store: Store, name: str) -> Person:
    """Somebody new, recorded when this returns. AppError for a name that is empty or too long, or not recorded."""
    id = store.new_id()
    store.commit(Act("person.named", id, body={"name": clean_name(name)}))
    return next(person for person in read_people(store) if person.id == id)


def rename_person(store: Store, id: str, name: str) -> Person:
    """The same person under another name; errors as for add_person."""
    store.commit(Act("person.named", id, body={"name": clean_name(name)}))
    return next(person for person in read_people(store) if person.id == id)


def group_name(store: Store) -> str:
    """The group's name; `Our group` until somebody gives it one."""
    rows = store.read("SELECT body FROM fact WHERE topic = 'group.set' ORDER BY rank DESC LIMIT 1")
    return (_said(rows[0][0]) if rows else "") or DEFAULT_GROUP


def name_group(store: Store, name: str) -> None:
    """Give the group its name; errors as for add_person."""
    store.commit(Act("group.set", body={"name": clean_name(name)}))


def clean_name(name: str) -> str:
    """A name as it is kept: white space folded, all of it printable. AppError if nothing is left, or too much."""
    kept = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    if not kept:
        raise AppError("There is no name yet.", "Type the name you go by.")
    if len(kept) > NAME_LIMIT:
        raise AppError(f"This name is longer than {NAME_LIMIT} letters.", "Type a shorter form of it.")
    return kept


def initials(name: str) -> str:
    """First letters of the first and the last word: `LB` for Lena Brook, `T` for Tom; `?` where there is no letter."""
    letters = [next((letter for letter in word if letter.isalnum()), "") for word in name.split()]
    letters = [letter for letter in letters if letter]
    return "".join(letter.upper()[:1] for letter in (letters[:1] + letters[1:][-1:])) or "?"


def _labelled(named: Iterable[tuple[str, str]]) -> tuple[Person, ...]:
    seen: Counter[str] = Counter()
    people = []
    for id, name in named:
        seen[name.casefold()] += 1
        number = seen[name.casefold()]
        people.append(Person(id, name, initials(name), name if number == 1 else f"{name} ({number})"))
    return tuple(sorted(people, key=lambda person: (person.name.casefold(), person.id)))


def _said(body: object) -> str:
    try:
        return str(json.loads(str(body))["name"])
    except (ValueError, KeyError, TypeError):
        return ""
