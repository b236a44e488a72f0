"""The value that a Python program printed: boto3's replies, with dates and all."""

from __future__ import annotations

import ast
import re
import warnings

_LIKE_PYTHON = re.compile(r"\A\s*(?:>>>[^\n{\[]*\n?)?\s*(?P<value>(?:[\[(]\s*)*\{\s*')")


def python_value(text: str) -> object:
    """The value, with its dates as texts; None for any other text, or a damaged one.

    Nothing in it is run: only texts, numbers, lists and objects are taken from its syntax.
    """
    begun = _LIKE_PYTHON.match(text)
    if begun is None:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of backslashes in somebody's description
            tree = ast.parse(text[begun.start("value") :].strip(), mode="eval")
        return _plain(tree.body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _plain(node: ast.expr) -> object:
    if isinstance(node, ast.Dict):
        return {_key(key): _plain(value) for key, value in zip(node.keys, node.values, strict=True)}
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return [_plain(each) for each in node.elts]
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str | bool | int | float) else None
    if isinstance(node, ast.Call):
        return ast.unparse(node)
    return None


def _key(node: ast.expr | None) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    raise ValueError  # Node's, which leaves out the quotes
