"""A store and a desk of their own for every test of what people do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fakes import Probe, all_hold
from unit.practice.office import Ending

from app.practice.drafts import Drafts
from app.practice.sitting import Desk
from app.progress.store import Store


@pytest.fixture
def store(home: Path, clock) -> Iterator[Store]:
    with closing(Store.open(home / "progress.sqlite3", clock)) as store:
        yield store


@pytest.fixture
def desk(home: Path, store: Store, clock) -> Desk:
    return Desk(Drafts(home / "drafts", clock), store, Probe(all_hold).ask, clock)


@pytest.fixture
def ending(store: Store) -> Ending:
    return Ending(store)
