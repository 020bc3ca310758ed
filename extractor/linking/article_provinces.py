"""The provinces of a whole article: the one it is about, or several that it counts."""

from collections import Counter
from functools import cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import Cue
from extractor.linking.scene import Scene
from extractor.mentions import Mention, Place
from schemas.vocabularies import PlaceKind, Unit

_IN = "در"
_ROAD = 20  # characters
_LEAD = 4  # sentences
_SEVERAL = 3  # provinces
_HOME = frozenset((PlaceKind.PROVINCE, PlaceKind.COUNTY, PlaceKind.CITY, PlaceKind.ESTATE))


def is_home(place: Place) -> bool:
    """Whether a place lies in this country."""
    return place.kind in _HOME and (place.province or place.code) is not None


def names_road(scene: Scene, place: Place) -> bool:
    """«آزادراه تهران-شمال»: a place in the name of a road."""
    return bool(scene.hits("route", max(0, place.start - _ROAD), place.start))


def tells_of_several(scene: Scene) -> bool:
    """Whether an article begins with a count of provinces, before it names one."""
    named = (p.start for p in scene.places if p.kind is PlaceKind.PROVINCE)
    lead = scene.sentences[:_LEAD][-1].end
    return counts_provinces(scene, Mention(0, min(next(named, lead), lead)))


def counts_provinces(scene: Scene, bounds: Mention) -> bool:
    """«در هفت استان» within bounds."""
    return any(
        quantity.unit == Unit.PROVINCE
        and quantity.number.value >= _SEVERAL
        and scene.gap(max(0, quantity.start - 4), quantity.start).split()[-1:] == [_IN]
        for quantity in (scene.quantities[i] for i in scene.quantities_in(bounds))
    )


@cache
def research_bodies() -> tuple[str, ...]:
    """What the names of bodies of research begin with."""
    rows = load_rows("linking.toml", Cue)
    return tuple(s for row in rows if row.kind == "research" for s in row.surfaces)


def main_province(scene: Scene) -> tuple[str, Place] | None:
    """The province named most often, and where first; none known by its cities alone."""
    counts: Counter[str] = Counter()
    proper: set[str] = set()
    first: dict[str, Place] = {}
    for place in (p for p in scene.places if is_home(p) and not names_road(scene, p)):
        province = place.province or place.code or ""
        counts[province] += 1
        first.setdefault(province, place)
        if place.kind is not PlaceKind.CITY or place.start < scene.headline_end:
            proper.add(province)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    code = ranked[0][0]
    return (code, first[code]) if code in proper else None
