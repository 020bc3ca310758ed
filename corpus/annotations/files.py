"""Write gold so that ``khooshechin evaluate --gold`` finds it."""

import json
from collections.abc import Iterable
from pathlib import Path

from corpus.annotations.sheets import Sheet
from corpus.annotations.to_gold import Fill, gold_article, gold_entry, no_fill
from corpus.readers.archive import InputError
from corpus.sinks.atomic import atomic_folder


def write_gold(sheets: Iterable[Sheet], output: Path, fill: Fill = no_fill) -> int:
    """``articles.jsonl`` and ``gold.jsonl`` in a folder; how many articles there are.

    Raises InputError for an annotation that can't be read, or an article that comes twice.
    """
    seen: set[str] = set()
    with atomic_folder(output) as folder:
        articles, gold = folder / "articles.jsonl", folder / "gold.jsonl"
        with articles.open("w", encoding="utf-8") as told, gold.open("w", encoding="utf-8") as file:
            for sheet in sheets:
                if sheet.id in seen:
                    raise InputError(f"article {sheet.id!r}: is there twice; keep one annotation")
                seen.add(sheet.id)
                told.write(json.dumps(gold_article(sheet), ensure_ascii=False) + "\n")
                file.write(json.dumps(gold_entry(sheet, fill), ensure_ascii=False) + "\n")
    return len(seen)
