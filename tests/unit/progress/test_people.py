"""People have random ids, a name they chose, and can be told apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import AppError
from app.progress.people import (
    add_person,
    find_person,
    group_name,
    initials,
    name_group,
    read_people,
    rename_person,
)
from app.progress.store import Store


@pytest.fixture
def store(home: Path, clock) -> Iterator[Store]:
    with closing(Store.open(home / "progress.sqlite3", clock)) as store:
        yield store


def test_people_are_listed_by_name(store: Store):
    assert read_people(store) == ()
    tom, lena = add_person(store, "  Tom \t Oyelaran "), add_person(store, "lena Brook")
    assert read_people(store) == (lena, tom)
    assert (tom.name, tom.initials) == ("Tom Oyelaran", "TO")
    assert find_person(store, tom.id) == tom
    assert find_person(store, "nobody") is None


def test_two_of_one_name_are_told_apart_for_good(store: Store):
    first, second = add_person(store, "Tom Bell"), add_person(store, "tom bell")
    assert [person.label for person in (first, second)] == ["Tom Bell", "tom bell (2)"]
    assert rename_person(store, first.id, "Thomas Bell").label == "Thomas Bell"
    assert [person.label for person in read_people(store)] == ["Thomas Bell", "tom bell"]


@pytest.mark.parametrize("name", ["", "  \n", "\u200b", "x" * 61])
def test_no_name_or_a_very_long_one_is_asked_for_again(store: Store, name: str):
    with pytest.raises(AppError) as refused:
        add_person(store, name)
    assert refused.value.remedy.startswith("Type")
    assert read_people(store) == ()


@pytest.mark.parametrize(
    ("name", "face"),
    [
        ("Lena Brook", "LB"),
        ("Tom", "T"),
        ("Ana María de la Cruz", "AC"),
        ("éva ß", "ÉS"),
        ("'Al' (x)", "AX"),
        ("—", "?"),
    ],
)
def test_initials_for_the_face(name: str, face: str):
    assert initials(name) == face


def test_the_group_has_a_name(store: Store):
    assert group_name(store) == "Our group"
    name_group(store, "Constituency office")
    assert group_name(store) == "Constituency office"
