"""The province that a figure is about: stated, the cluster's, the speaker's, the article's."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from extractor.clusters.provinces import is_abroad
from extractor.lexicon.models import Cue
from extractor.linking.article_provinces import (
    counts_provinces,
    is_home,
    main_province,
    names_road,
    research_bodies,
    tells_of_several,
)
from extractor.linking.cells import Cells, read_cells
from extractor.linking.scene import Scene
from extractor.linking.words import Hit
from extractor.mentions import Mention, Official, Place, Quantity, Reference
from extractor.reasons import inherit, note
from schemas.vocabularies import Basis, PlaceKind, RoleCode, Unit

# Counts of these are about a province or the country, not about one cluster.
COUNTS_OF_AREAS = frozenset((Unit.CLUSTER, Unit.ESTATE, Unit.PROVINCE, Unit.CITY, Unit.COUNTRY))
# A figure with its speaker and its province.
Earlier = tuple[Quantity, int | None, str | None]
_IN, _TO, _WITH, _JOINTS = "در", "به", "با", ("و", "،")
_AREAS = ("است", "شهر")  # «استان», «استان‌های», «شهر», «شهرستان»
_HEAD = 18  # characters: « به استان‌های »
_NATION = 60  # characters from «در کشور» to a figure of it
_FEW = 6  # figures of a sentence that are looked at
_LIST = 90  # characters in which a list of places follows its count


class ProvinceLinker:
    """The province of each figure: stated, the cluster's, the speaker's, the article's."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        # «در هفت استان» before any province is named: those named later are examples.
        self._of_several = tells_of_several(scene)
        self._article = None if self._of_several else main_province(scene)
        self._told_of = {cluster.province for cluster in scene.doc._.clusters}
        self._cells: dict[int, Cells] = {}  # by sentence

    def link(
        self,
        quantity: Quantity,
        cluster: int | None,
        speaker: int | None,
        before: Earlier | None,
    ) -> tuple[str | None, Basis | None, int | None]:
        """Province, its basis, and the index of the place where one is named for it."""
        doc = self._scene.doc
        unbound = quantity.unit == Unit.COUNTRY and cluster is None
        if unbound:
            return None, None, None
        office = self._office(doc._.officials[speaker]) if speaker is not None else None
        holder = self._holder(quantity, office) if cluster is None else None
        if holder is not None:
            return self._of_place(quantity, holder)
        if self._is_national(quantity) or self._spread(quantity):
            return None, None, None
        if cluster is not None and self._lies_abroad(cluster):
            return None, None, None
        if cluster is not None and (province := doc._.clusters[cluster].province):
            first = doc._.clusters[cluster].mentions[0]
            _note_province(quantity, "of_cluster", ("clusters", first, "province"))
            return province, Basis.CONTEXT, None
        # Officials of a province speak of it; the places they name are fairs and markets.
        if speaker is not None and office:
            first = doc._.officials[speaker].mentions[0]
            _note_province(quantity, "of_office", ("officials", first.start, "province"))
            return office, Basis.OFFICE, self._home_place(quantity, office)
        stated = self._stated(quantity)
        if stated is not None and (self._in_row(stated) or self._is_divided(quantity, stated)):
            return None, None, None
        if self._of_several and counts_provinces(self._scene, self._scene.sentence(quantity.start)):
            return None, None, None
        if stated is not None:
            return self._of_place(quantity, stated)
        clause = self._scene.clause(quantity.start)
        if self._scene.hits("country", clause.start, quantity.start):
            before = None  # «شمار خوشه‌های کشور به ۳۵۰ خوشه رسید»
        if before and (carried := self._carried(quantity, speaker, before)):
            _note_province(quantity, "carried", ("figures", before[0], "province"))
            return carried, Basis.CONTEXT, None
        if speaker is None and self._article:
            province, place = self._article
            note("figures", quantity, "province", "figures.province.of_article", place)
            return province, Basis.CONTEXT, None
        return None, None, None

    def _of_place(self, quantity: Quantity, i: int) -> tuple[str | None, Basis, int]:
        place = self._scene.places[i]
        note("figures", quantity, "province", "figures.province.stated", place)
        note("figures", quantity, "place", "figures.place.stated", place)
        basis = Basis.STATED if place.kind is PlaceKind.PROVINCE else Basis.PLACE
        return place.province or place.code, basis, i

    def _holder(self, quantity: Quantity, office: str | None) -> int | None:
        """«خوزستان با ۹ خوشه و اردبیل با هفت خوشه»: a place with its count."""
        cells = self._cells_at(quantity)
        held = cells.place_of.get(quantity.start)
        if held is not None and not (cells.goal and not self._is_allotted(quantity)):
            # An official tells of what went to other provinces, or was seen there, as of his own.
            return held if office in (None, self._scene.places[held].province) else None
        i = bisect_right(self._scene.places, quantity.start, key=attrgetter("start")) - 1
        place = self._scene.places[i] if i >= 0 else None
        if place is None or place.kind is not PlaceKind.PROVINCE or self._is_aside(place):
            return None
        return i if self._scene.gap(place.end, quantity.start).strip() == _WITH else None

    def _cells_at(self, quantity: Quantity) -> Cells:
        scene, i = self._scene, self._scene.sentence_index(quantity.start)
        if i not in self._cells:
            # The whole sentence at once: a long one would else be read for each of its figures.
            sentence = scene.sentences[i]
            inside = [at for at in scene.places_in(sentence) if is_home(scene.places[at])]
            self._cells[i] = read_cells(scene, sentence, inside)
        return self._cells[i]

    def _is_allotted(self, quantity: Quantity) -> bool:
        """«۲۱ پروانه به قم و ۱۵ پروانه به یزد تعلق دارد»: it is not a journey there."""
        sentence = self._scene.sentence(quantity.start)
        return bool(self._scene.hits("allotted", sentence.start, sentence.end))

    def _is_divided(self, quantity: Quantity, stated: int) -> bool:
        """«۴۱۲ میلیون دلار بود که سهم قم ۹ و یزد ۷ میلیون دلار است»: the whole is of none."""
        cells = self._cells_at(quantity)
        return cells.several and stated in cells.places and quantity.start not in cells.place_of

    def _lies_abroad(self, cluster: int) -> bool:
        place = self._scene.doc._.clusters[cluster].place
        return place is not None and is_abroad(self._scene.places[place])

    def _carried(
        self, quantity: Quantity, speaker: int | None, before: Earlier | None
    ) -> str | None:
        """The province of the figure that the same speaker gave just before."""
        if speaker is None or before is None or before[1] != speaker:
            return None
        here = self._scene.sentence_index(quantity.start)
        near = here - self._scene.sentence_index(before[0].start) <= 1
        return before[2] if near and not self._compared(before[0]) else None

    def _compared(self, earlier: Quantity) -> bool:
        """«در گیلان ۲۱۰ و در قم ۷۴ عضو»: provinces set against each other carry nothing on."""
        near = self._scene.quantities_in(self._scene.sentence(earlier.start))
        stated = (self._stated(self._scene.quantities[i]) for i in near[:_FEW])
        places = [self._scene.places[i] for i in stated if i is not None]
        return len({place.province or place.code for place in places}) > 1

    def _spread(self, quantity: Quantity) -> bool:
        """«سه خوشه گز اصفهان، چرم تبریز و …»: a list over several provinces is of none."""
        if quantity.unit not in COUNTS_OF_AREAS:
            return False
        listed = Mention(quantity.end, quantity.end + _LIST)
        places = [self._scene.places[i] for i in self._scene.places_in(listed)]
        provinces = {p.province or p.code for p in places if is_home(p)}
        sentence = self._scene.sentence(quantity.start)
        if len(provinces) < 2 or any(p.end > sentence.end for p in places):
            return False
        note("figures", quantity, "province", "figures.province.spread", *places)
        return True

    def _in_row(self, i: int) -> bool:
        """«استان‌های اصفهان، فارس و یزد»: what is told of several is of none."""
        places = self._scene.places
        for first, second in ((i - 1, i), (i, i + 1)):
            if first < 0 or second >= len(places):
                continue
            gap = self._scene.gap(places[first].end, places[second].start).strip()
            both = places[first].kind is places[second].kind is PlaceKind.PROVINCE
            if both and gap in _JOINTS and places[first].code != places[second].code:
                return True
        return False

    def _home_place(self, quantity: Quantity, province: str) -> int | None:
        stated = self._stated(quantity)
        if stated is None or self._scene.places[stated].kind is PlaceKind.PROVINCE:
            return None
        place = self._scene.places[stated]
        if place.province != province:
            return None
        note("figures", quantity, "place", "figures.place.of_office", place)
        return stated

    def _stated(self, quantity: Quantity) -> int | None:
        """A place of this country in the sentence, the nearest one."""
        places = self._scene.places
        scene, sentence = self._scene, self._scene.sentence(quantity.start)
        colon = scene.text.rfind(":", sentence.start, quantity.start)
        inside = [
            i
            for i in scene.places_in(sentence)
            if is_home(places[i])
            and not self._is_aside(places[i])
            and not (places[i].end <= colon and _is_venue(scene, places[i]))
            and not self._is_goal(i, sentence.start)
        ]
        return min(inside, key=lambda i: _distance(places[i], quantity), default=None)

    def _office(self, official: Official) -> str | None:
        """The province an official speaks of, if there is just one."""
        # A place that was guessed, and a member of parliament's, counts where a cluster of it
        # is told of; else they may speak of the whole country.
        if official.province_basis is Basis.CONTEXT and not self._told_of:
            return None
        if official.role_code is RoleCode.MP and official.province not in self._told_of:
            return None
        if self._of_several and (official.organization or "").startswith(research_bodies()):
            return None
        return official.province

    def _is_goal(self, i: int, start: int) -> bool:
        """«سه تور به استان‌های گیلان و قزوین»: where one goes is not where it is counted."""
        places = self._scene.places
        while i and places[i - 1].start >= start:
            gap = self._scene.gap(places[i - 1].end, places[i].start).strip(" ")
            if gap not in _JOINTS:
                break
            i -= 1
        before = self._scene.gap(max(start, places[i].start - _HEAD), places[i].start).split()
        return before[-1:] == [_TO] or (before[-2:-1] == [_TO] and before[-1][:3] in _AREAS)

    def _is_aside(self, place: Place) -> bool:
        """A place in the name of a speaker's office, or of a road, tells of these."""
        if names_road(self._scene, place):
            return True
        references: Sequence[Reference] = self._scene.doc._.references
        last = bisect_right(references, place.start, key=attrgetter("start"))
        return any(place.start < r.end for r in references[max(0, last - 3) : last])

    def _is_national(self, quantity: Quantity) -> bool:
        """«در کل کشور» beside the figure, nearer than any place."""
        clause = self._scene.clause(quantity.start)
        start, end = max(clause.start, quantity.start - _NATION), min(clause.end, quantity.end + 25)
        hits = self._scene.hits("national", start, end)
        if start == clause.start and self._scene.gap(start - 1, start) == ":":
            hits = [*self._scene.hits("national", max(0, start - 20), start), *hits]
        if not hits:
            return False
        stated = self._stated(quantity)
        nearest = min(hits, key=lambda h: _distance(h, quantity))
        reach = _distance(nearest, quantity)
        if stated is not None and reach >= _distance(self._scene.places[stated], quantity):
            return False
        note("figures", quantity, "province", "figures.province.national", nearest)
        return True


def _note_province(quantity: Quantity, rule: str, source: tuple[str, Mention | int, str]) -> None:
    inherit("figures", quantity, "province", f"figures.province.{rule}", source)


def _is_venue(scene: Scene, place: Place) -> bool:
    """«… در اردبیل گفت:»: where it was said is not where it holds."""
    return _IN in scene.gap(max(0, place.start - 14), place.start).split()[-2:]


def _distance(named: Mention | Hit[Cue], quantity: Quantity) -> int:
    before = named.end <= quantity.start
    return quantity.start - named.end if before else named.start - quantity.end
