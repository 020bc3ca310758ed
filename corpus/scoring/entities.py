"""Score places, dates, officials and clusters of one article."""

from typing import Any

from corpus.scoring.matching import Item, best_overlap, overlap, pair_up, squash, types
from corpus.scoring.tally import Scores

_HALF = 0.5  # two stretches are the same if they share at least half of what they cover
Names = dict[str, str]  # id of a found entry -> squashed name of the marked one


def words(item: Item) -> str:
    """The words of a marked or found stretch."""
    text: str = item.get("text") or item["span"]["text"]
    return text


def _same_stretch(gold: Item, found: Item) -> bool:
    return overlap(gold, found) >= _HALF


def score_places(scores: Scores, article: str, gold: list[Item], found: list[Item]) -> None:
    """A place is right with its stretch, its kind and its code."""

    def right(g: Item, f: Item) -> bool:
        return _same_stretch(g, f) and (g["kind"], g.get("code")) == (f.get("kind"), f.get("code"))

    def show(x: Item) -> str:
        return f"{words(x)}/{x.get('kind')}/{x.get('code')}"

    pairs = pair_up(gold, found, overlap)
    scores.count("places", article, gold, found, pairs, right, show)


def _date_value(item: Item) -> tuple[Any, ...]:
    days = item.get("jalali")
    if isinstance(days, dict):
        days = [days.get("start"), days.get("end")]
    return item.get("kind"), list(days) if days else None, item.get("duration")


def score_dates(scores: Scores, article: str, gold: list[Item], found: list[Item]) -> None:
    """A date is right with its stretch, its kind, its days and its length."""

    def show(x: Item) -> str:
        return f"{words(x)}={_date_value(x)}"

    def right(g: Item, f: Item) -> bool:
        return _same_stretch(g, f) and _date_value(g) == _date_value(f)

    pairs = pair_up(gold, found, overlap)
    scores.count("dates.span", article, gold, found, pairs, _same_stretch, show)
    scores.count("dates", article, gold, found, pairs, right, show)


def _same_person(gold: Item, found: Item) -> float:
    if gold.get("name") and found.get("name"):
        a, b = squash(gold["name"]), squash(found["name"])
        if a == b:
            return 2.0
        # A family name alone may stand for the whole.
        return 1.0 if a and b and (a.endswith(b) or b.endswith(a)) else 0.0
    if gold.get("name") or found.get("name"):
        return 0.0
    if squash(gold.get("role")) == squash(found.get("role")):
        return 1.0
    return 0.5 if gold.get("role_code") == found.get("role_code") else 0.0


def _person_likeness(gold: Item, found: Item) -> float:
    likeness = _same_person(gold, found)
    return likeness + 0.4 * best_overlap(gold, found) if likeness else 0.0


def score_officials(scores: Scores, article: str, gold: list[Item], found: list[Item]) -> Names:
    """A person is right with name and role code; body, province and namings count apart."""

    def show(x: Item) -> str:
        return f"{x.get('name')}/{x.get('role_code')}"

    def same_name(g: Item, f: Item) -> bool:
        return squash(g.get("name")) == squash(f.get("name"))

    def right(g: Item, f: Item) -> bool:
        return same_name(g, f) and g.get("role_code") == f.get("role_code")

    pairs = pair_up(gold, found, _person_likeness)
    scores.count("officials.name", article, gold, found, pairs, same_name, show)
    scores.count("officials", article, gold, found, pairs, right, show)
    names: Names = {}
    for g, f in ((gold[i], found[j]) for i, j in pairs):
        names[f.get("id", "")] = squash(g.get("name") or g.get("role"))
        if g.get("optional"):
            continue
        where = f"{article} {show(g)}"
        bodies = squash(g.get("organization")), squash(f.get("organization"))
        scores.compare("officials.organization", where, *bodies)
        scores.compare("officials.province", where, g.get("province"), f.get("province"))
        wanted, got = g.get("mentions", []), f.get("mentions", [])
        namings = pair_up(wanted, got, overlap)
        scores.count("officials.mentions", article, wanted, got, namings, _same_stretch, words)
    return names


def _any(_gold: Item, _found: Item) -> bool:
    """To have been paired is enough."""
    return True


def _cluster_likeness(gold: Item, found: Item) -> float:
    best = best_overlap(gold, found)
    if squash(gold["name"]) == squash(found.get("name")):
        return 2.0 + best + (gold.get("province") == found.get("province"))
    return best


def score_clusters(scores: Scores, article: str, gold: list[Item], record: Item) -> Names:
    """A cluster is right by its naming; its program by province and status besides."""
    found: list[Item] = record.get("clusters", [])
    programs: dict[Any, Item] = {p.get("cluster"): p for p in record.get("programs", [])}
    dates: dict[Any, Item] = {d.get("id"): d for d in record.get("dates", [])}

    def status(f: Item) -> Any:
        return programs.get(f.get("id"), {}).get("status")

    def show(x: Item) -> str:
        return f"{x.get('name')}/{x.get('province')}"

    def same_name(g: Item, f: Item) -> bool:
        return squash(g["name"]) == squash(f.get("name"))

    def right(g: Item, f: Item) -> bool:
        return (g.get("province"), g.get("status")) == (f.get("province"), status(f))

    def show_status(x: Item) -> str:
        return f"{show(x)}/{x.get('status') or status(x)}"

    paired = pair_up(gold, found, _cluster_likeness)
    pairs = [(i, j) for i, j in paired if _cluster_likeness(gold[i], found[j]) >= _HALF]
    scores.count("clusters", article, gold, found, pairs, _any, show)
    scores.count("clusters.name", article, gold, found, pairs, same_name, show)
    scores.count("programs", article, gold, found, pairs, right, show_status)
    for g, f in ((gold[i], found[j]) for i, j in pairs):
        if not g.get("optional"):
            program = programs.get(f.get("id"), {})
            _compare_program(scores, f"{article} {show(g)}", g, f, program, dates)
    return {found[j].get("id", ""): squash(gold[i]["name"]) for i, j in pairs}


def _compare_program(
    scores: Scores, where: str, gold: Item, cluster: Item, program: Item, dates: dict[Any, Item]
) -> None:
    scores.compare("programs.status", where, gold.get("status"), program.get("status"))
    scores.compare("programs.province", where, gold.get("province"), cluster.get("province"))
    for end in ("start", "end"):
        wanted = gold.get(end)
        found = (dates.get(program.get(end), {}).get("jalali") or {}).get(end)
        if wanted or found:
            # The gold may know the year alone.
            shown = found[: len(wanted)] if wanted and found else found
            scores.compare(f"programs.{end}", where, wanted, shown)
    wanted_types = types(gold.get("activities", []))
    found_types = {a.get("type") for a in program.get("activities", [])}
    tally = scores.tallies["activities"]
    tally.tp += len(wanted_types & found_types)
    tally.fp += len(found_types - wanted_types)
    tally.fn += len(wanted_types - found_types)
    if wanted_types != found_types:
        scores.tell(
            "activities",
            f"{where}: want {sorted(wanted_types)} got {sorted(filter(None, found_types))}",
        )
