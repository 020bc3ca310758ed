"""Which letters stand where on a page, whatever their order in the text."""

from operator import itemgetter

from playwright.sync_api import Locator

_LEFT = itemgetter(1)
_SAME_LINE = 8  # pixels between the feet of letters
# The signs that are drawn, each with its line and its left side.
_LETTERS = r"""node => {
  const found = [], walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const text = walker.currentNode;
    for (let i = 0; i < text.length; i++) {
      range.setStart(text, i);
      range.setEnd(text, i + 1);
      const box = range.getBoundingClientRect();
      if (box.width > 0.5) found.push([box.bottom, box.left, text.data[i].replace(/\s/, ' ')]);
    }
  }
  return found;
}"""


def drawn(node: Locator) -> list[str]:
    """The lines of an element, each from its left side to its right: an Arabic word backwards."""
    lines: list[list[tuple[float, float, str]]] = []
    for letter in sorted(map(tuple, node.evaluate(_LETTERS))):
        if not lines or letter[0] - lines[-1][-1][0] > _SAME_LINE:
            lines.append([])
        lines[-1].append(letter)
    return ["".join(letter for _, _, letter in sorted(line, key=_LEFT)) for line in lines]
