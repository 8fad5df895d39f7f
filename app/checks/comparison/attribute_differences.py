"""How the attributes of a submitted element differ from those wanted."""

from __future__ import annotations

from app.checks.comparison.difference import Difference
from app.checks.comparison.page_tree import Part
from app.page.nearest import distance, nearest
from app.page.nodes import Attribute, Span
from app.page.vocabulary import GLOBAL_ATTRIBUTES, OTHER_ATTRIBUTES


def start_tag(part: Part) -> Span:
    """Where an element is told of: its start tag, or where it begins if nobody wrote one."""
    element = part.element
    if element is not None and element.start is not None:
        return element.start
    return Span(part.start, min(part.start + 1, part.end) if part.end > part.start else part.start)


def attribute_differences(wanted: Part, found: Part) -> list[Difference]:
    """Missing, misspelt, wrong and extra attributes of one element."""
    missing = {a.name: a for a in _attributes(wanted) if a.name not in found.attributes}
    extra = [a for a in _attributes(found) if a.name not in wanted.attributes]
    told: list[Difference] = []
    for attribute in list(extra):
        meant = nearest(attribute.name, missing)
        if meant is not None and not (_known(attribute.name) and attribute.value != missing[meant].value):
            same = (
                found.attributes[attribute.name] == wanted.attributes[meant] or attribute.value == missing[meant].value
            )
            shown = (_written(attribute), meant) if same else (_written(attribute), _written(missing[meant]))
            kind = "attribute-misspelt" if same else "attribute-wrong"
            told.append(_difference(kind, found, attribute, *shown))
            extra.remove(attribute)
            del missing[meant]
    for name, attribute in missing.items():
        told.append(
            Difference("attribute-missing", start_tag(found), found.tag, "", _written(attribute), {"name": name})
        )
    told += [_difference("attribute-unwanted", found, attribute, _written(attribute), "") for attribute in extra]
    for attribute in _attributes(found):
        name = attribute.name
        if name in wanted.attributes and wanted.attributes[name] != found.attributes[name]:
            told.append(_wrong(wanted, found, attribute))
    return told


def _attributes(part: Part) -> tuple[Attribute, ...]:
    return part.element.attributes if part.element else ()


def _known(name: str) -> bool:
    return name in GLOBAL_ATTRIBUTES or name in OTHER_ATTRIBUTES


def _written(attribute: Attribute) -> str:
    return f'{attribute.name}="{attribute.value}"' if attribute.written else attribute.name


def _difference(kind: str, part: Part, attribute: Attribute, found: str, wanted: str) -> Difference:
    end = attribute.value_span.end if attribute.value_span else attribute.name_span.end
    span = Span(attribute.name_span.start, max(end, attribute.name_span.end))
    return Difference(kind, span, part.tag, found, wanted, {"name": attribute.name})


def _wrong(wanted: Part, found: Part, attribute: Attribute) -> Difference:
    want = next(a for a in _attributes(wanted) if a.name == attribute.name)
    one, other = want.value, attribute.value
    slip = one != other and not one.isdigit() and distance(one, other, 2) <= (1 if len(one) <= 4 else 2)
    kind = "attribute-mistyped" if slip else "attribute-wrong"
    return _difference(kind, found, attribute, _written(attribute), _written(want))
