"""HTML text built into a tree of nodes that remember their tags: html5lib's parser over our own small nodes."""

from __future__ import annotations

from typing import Any

from html5lib.html5parser import HTMLParser
from html5lib.treebuilders.base import Marker, TreeBuilder

from app.page.source import CHARACTERS, END_TAG, SPACES, START_TAG, Tag, Tokens

_EARLY = (
    "InitialPhase",
    "BeforeHtmlPhase",
    "BeforeHeadPhase",
    "AfterHeadPhase",
    "AfterBodyPhase",
    "AfterAfterBodyPhase",
)


class Run:
    """A stretch of text in the tree: its pieces, and the span it was written in."""

    __slots__ = ("end", "parent", "pieces", "start")

    def __init__(self, data: str, span: tuple[int, int]) -> None:
        self.pieces = [data]
        self.start, self.end = span
        self.parent: Node | None = None

    def add(self, data: str, span: tuple[int, int]) -> None:
        """More text right after this one."""
        self.pieces.append(data)
        self.start, self.end = min(self.start, span[0]), max(self.end, span[1])


class Remark:
    """A comment and the span it was written in."""

    __slots__ = ("data", "parent", "span")

    def __init__(self, data: str, span: tuple[int, int]) -> None:
        self.data = data
        self.span = span
        self.parent: Node | None = None


class Node:
    """An element as html5lib's tree builder wants it; `tag` is the start tag it was written with, `end` its end tag."""

    __slots__ = ("attributes", "children", "end", "name", "nameTuple", "namespace", "open", "parent", "source", "tag")

    def __init__(self, name: str, namespace: str) -> None:
        self.name = name
        self.namespace = namespace
        self.nameTuple = (namespace, name)
        self.attributes: dict[Any, str] = {}
        self.children: list[Node | Run | Remark] = []
        self.parent: Node | None = None
        self.open = False
        self.tag: Tag | None = None
        self.source: Tag | None = None  # where the attributes stand: for a clone, the tag it was cloned from
        self.end: Tag | None = None

    def appendChild(self, node: Any) -> None:
        """Put a node last."""
        if node.parent is not None:
            node.parent.removeChild(node)
        node.parent = self
        self.children.append(node)

    def insertBefore(self, node: Any, before: Any) -> None:
        """Put a node before a child; last where there is none."""
        if node.parent is not None:
            node.parent.removeChild(node)
        node.parent = self
        self.children.insert(self._place(before), node)

    def insert_text(self, data: str, span: tuple[int, int], before: Any = None) -> None:
        """Put text before a child or last, joined with text that stands there already."""
        at = len(self.children) if before is None else self._place(before)
        last = self.children[at - 1] if at else None
        if isinstance(last, Run):
            last.add(data, span)
            return
        run = Run(data, span)
        run.parent = self
        self.children.insert(at, run)

    def _place(self, child: Any) -> int:
        for index in range(len(self.children) - 1, -1, -1):  # nearly always among the last
            if self.children[index] is child:
                return index
        return len(self.children)

    def removeChild(self, node: Any) -> None:
        """Take a child out."""
        node.parent = None
        at = self._place(node)
        if at < len(self.children):
            del self.children[at]

    def reparentChildren(self, parent: Node) -> None:
        """Give all children to another node."""
        for child in self.children:
            child.parent = parent
        parent.children.extend(self.children)
        self.children = []

    def cloneNode(self) -> Node:
        """The same element, empty, and written by nobody."""
        clone = Node(self.name, self.namespace)
        clone.attributes = dict(self.attributes)
        clone.source = self.source
        return clone

    def hasContent(self) -> bool:
        """Anything inside."""
        return bool(self.children)


class OpenElements(list[Node]):
    """The stack of open elements: counts its names, and tells a node which end tag closed it."""

    def __init__(self, builder: Builder) -> None:
        super().__init__()
        self.builder = builder
        self.names: dict[str, int] = {}

    def __contains__(self, node: object) -> bool:
        return isinstance(node, Node) and node.open

    def _opened(self, node: Node) -> None:
        node.open = True
        self.names[node.name] = self.names.get(node.name, 0) + 1

    def _closed(self, node: Node) -> None:
        node.open = False
        self.names[node.name] -= 1
        tag = self.builder.end_tag
        if tag is not None and tag.node is None and tag.name == node.name and node.tag is not None:
            tag.node = node
            node.end = tag

    def append(self, node: Node) -> None:
        """Open a node."""
        self._opened(node)
        super().append(node)

    def insert(self, index: Any, node: Node) -> None:
        """Open a node in the middle, as the adoption agency does."""
        self._opened(node)
        super().insert(index, node)

    def __setitem__(self, index: Any, node: Any) -> None:
        self._closed(self[index])
        self._opened(node)
        super().__setitem__(index, node)

    def pop(self, index: Any = -1) -> Node:
        """Close the innermost node."""
        node = super().pop(index)
        self._closed(node)
        return node

    def remove(self, node: Node) -> None:
        """Close a node wherever it stands."""
        super().remove(node)
        self._closed(node)


class Builder(TreeBuilder):
    """html5lib's tree builder over our nodes; it asks the tokens where the text it is given was written."""

    def __init__(self, namespaceHTMLElements: bool = True) -> None:  # noqa: N803
        self.tokens: Tokens | None = None
        self.doctype: str | None = None
        self.end_tag: Tag | None = None
        self.text_start = 0
        super().__init__(namespaceHTMLElements)

    def reset(self) -> None:
        """Start with nothing open."""
        super().reset()
        self.openElements: OpenElements = OpenElements(self)

    def documentClass(self) -> Any:
        """The node that holds the root."""
        return Node("#document", "")

    def elementClass(self, name: str, namespace: str) -> Any:
        """An element that is not written anywhere yet."""
        return Node(name, namespace)

    def createElement(self, token: Any) -> Any:
        """An element for a token: the one a learner wrote if it carries a tag."""
        node = Node(token["name"], token.get("namespace") or str(self.defaultNamespace))
        node.attributes = token["data"]
        tag = token.get("tag")
        if tag is not None and tag.node is None:
            node.tag = node.source = tag
            tag.node = node
        elif tag is not None:
            node.source = tag
        return node

    def insertElementNormal(self, token: Any) -> Any:
        """Open an element inside the innermost one."""
        node = self.createElement(token)
        self.openElements[-1].appendChild(node)
        self.openElements.append(node)
        return node

    def insertDoctype(self, token: Any) -> None:
        """Keep the doctype's words, folded as HTML folds them."""
        parts = [token["name"] or "", token["publicId"], token["systemId"]]
        self.doctype = " ".join(part for part in parts if part)

    def insertComment(self, token: Any, parent: Any = None) -> None:
        """Put a comment where it stands."""
        tokens = self.tokens
        span = (tokens.start, tokens.end) if tokens else (0, 0)
        (parent or self.openElements[-1]).appendChild(Remark(token["data"], span))

    def insertText(self, data: str, parent: Any = None) -> None:
        """Put text in the innermost element, or before the table it may not stand in."""
        node = parent or self.openElements[-1]
        before = None
        if self.insertFromTable and node.name in ("table", "tbody", "tfoot", "thead", "tr"):
            node, before = self.getTableMisnestedNodePosition()  # type: ignore[no-untyped-call]
        node.insert_text(data, self._span(), before)

    def _span(self) -> tuple[int, int]:
        """Where the text now given was written: this token, or the run before it that a table had held back."""
        tokens = self.tokens
        if tokens is None:
            return (0, 0)
        if tokens.kind in (CHARACTERS, SPACES):
            return (tokens.start, tokens.end)
        return (self.text_start, tokens.start)

    def elementInScope(self, target: Any, variant: str | None = None) -> bool:
        """As html5lib's, without a search for what is not open at all."""
        name = target if isinstance(target, str) else getattr(target, "name", None)
        if name is not None and not self.openElements.names.get(name):
            return False
        return bool(super().elementInScope(target, variant))  # type: ignore[no-untyped-call]

    def getDocument(self) -> Any:
        """The node that holds the root."""
        return self.document


class Parser(HTMLParser):
    """html5lib's parser, told of every token before it is worked on."""

    def __init__(self) -> None:
        super().__init__(tree=Builder)
        self.after_body: int | None = None
        self.gave_up = False
        self.template_phases: list[Any] = []

    def read(self, text: str) -> Tokens:
        """Build the tree of a whole page (newlines normalised); the tree is then `self.tree.document`."""
        self.innerHTMLMode = False
        self.container = "div"
        self.scripting = False
        tokens = _Watched(text, self)
        self.tokenizer = tokens
        self.reset()
        self.tree.tokens = tokens
        try:
            self.mainLoop()
        except (AssertionError, AttributeError, IndexError, KeyError, TypeError, ValueError):
            # html5lib gives up on a few absurd nestings; what it has built until there is the page.
            self.gave_up = True
        return tokens

    def parseError(self, *_: Any) -> None:
        """Slips are found from the tags, not from html5lib's parse errors (whose positions cost a search each)."""


class _Watched(Tokens):
    """Tokens that tell the tree builder what is coming."""

    def __iter__(self) -> Any:
        tree = self.parser.tree
        in_text = False
        for token in super().__iter__():
            kind = token["type"]
            text = kind in (CHARACTERS, SPACES)
            if text and not in_text:
                tree.text_start = self.start
            in_text = text
            tree.end_tag = None
            if kind == START_TAG and self.parser.phase.__class__.__name__ == "TextPhase":
                self._leave_raw_text()
            if kind == END_TAG and "tag" in token:
                tree.end_tag = token["tag"]
                token["tag"].current = tree.openElements[-1] if tree.openElements else None
            self._note_after_body(token, kind)
            if not (kind in (START_TAG, END_TAG) and token["name"] == "template" and self._template(token, kind)):
                yield token

    def _template(self, token: dict[str, Any], kind: int) -> bool:
        """Open or close a template, which html5lib does not know: what is inside is read as if it stood in the body.

        True if that is done; a template where no head or body is open yet is left to html5lib.
        """
        parser, tree = self.parser, self.parser.tree
        if kind == START_TAG:
            early = parser.phase.__class__.__name__ in _EARLY
            if early or tree.openElements[-1].namespace != tree.defaultNamespace:
                return False
            parser.template_phases.append(parser.phase)
            tree.insertElementNormal(token)
            tree.activeFormattingElements.append(Marker)
            parser.phase = parser.phases["inBody"]
            return True
        if not parser.template_phases or not tree.openElements.names.get("template"):
            return False
        while tree.openElements.pop().name != "template":
            pass
        tree.clearActiveFormattingElements()
        parser.phase = parser.template_phases.pop()
        return True

    def _leave_raw_text(self) -> None:
        """A style or script inside SVG or MathML in a table: html5lib waits for text that is not raw, and gives up."""
        self.parser.tree.openElements.pop()
        self.parser.phase = self.parser.originalPhase

    def _note_after_body(self, token: dict[str, Any], kind: int) -> None:
        parser = self.parser
        if parser.after_body is None and parser.phase.__class__.__name__ in ("AfterBodyPhase", "AfterAfterBodyPhase"):
            written = kind == CHARACTERS and token["data"].strip("\t\n\f\r ")
            if kind == START_TAG or written:
                parser.after_body = self.start if kind == CHARACTERS else token["tag"].start
