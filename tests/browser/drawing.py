"""Which letters stand where on a page, whatever their order in the text."""

from itertools import groupby

from playwright.sync_api import Locator

# The signs that are drawn, each with its line and its left side.
_LETTERS = """node => {
  const found = [], walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const text = walker.currentNode;
    for (let i = 0; i < text.length; i++) {
      range.setStart(text, i);
      range.setEnd(text, i + 1);
      const box = range.getBoundingClientRect();
      if (box.width > 0.5) found.push([Math.round(box.bottom), box.left, text.data[i]]);
    }
  }
  return found;
}"""


def drawn(node: Locator) -> list[str]:
    """The lines of an element, each from its left side to its right: an Arabic word backwards."""
    letters = sorted(node.evaluate(_LETTERS))
    lines = groupby(letters, key=lambda letter: letter[0])
    return ["".join(letter[2] for letter in line) for _, line in lines]
