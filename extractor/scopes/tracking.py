"""Which clusters a text is about, as it is read clause by clause."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extractor.clauses import Clause, split_clauses
from extractor.cues import Hit, Sentence
from extractor.lexicon.models import PhraseRow
from extractor.mentions import Cluster, Place, Topic
from extractor.reasons import inherit, note
from extractor.scopes.homes import Homes
from extractor.scopes.phrases import word_set
from extractor.scopes.products import ProductNames
from extractor.scopes.readings import ANAPHORS, Naming
from extractor.scopes.references import (
    announces_one,
    counts_clusters,
    is_aside,
    is_pronoun,
    opens,
    says_clusters,
)
from schemas.vocabularies import PlaceKind

PHRASES = (
    *(*ANAPHORS, "members", "general", "foreign", "home"),
    *("public", "area", "question", "estate"),
)
_TAKES_UP = frozenset((*ANAPHORS, "members"))


class TopicTracker:
    """The clusters spoken of now, last, and together last."""

    def __init__(
        self, clusters: Sequence[Cluster], places: Sequence[Place], headline_end: int
    ) -> None:
        mentions = ((m.start, m.end, i) for i, c in enumerate(clusters) for m in c.mentions)
        self._mentions = sorted(mentions)
        self._starts = [start for start, _, _ in self._mentions]
        self._products = ProductNames(clusters)
        self._places = {place.start: place for place in places}
        self._homes = Homes(self._mentions, self._places)
        named = {i for start, _, i in self._mentions if start < headline_end}
        main = tuple(named) if len(named) == 1 else tuple(range(len(clusters)))
        self._main = main if len(main) == 1 else ()
        self._headline_end = headline_end
        self._first = tuple(i for _, _, i in self._mentions[:1])
        self._now: tuple[int, ...] = ()
        self._passed = 0
        self._last: tuple[int, ...] = ()
        self._group: tuple[int, ...] = ()
        self._taken_up: Hit[PhraseRow] | None = None  # the words that kept or brought the topic
        self._since = -1  # where the topic of now was set

    def turn(self, start: int = 0, end: int = 0, *, governs: bool = False) -> None:
        """Another person takes the word: only the article's main cluster outlives that.

        ``start:end`` introduces the person. «فرماندار رامیان گفت …»: a governor speaks of the
        cluster of the town; what others of the town call «این خوشه» is that cluster.
        """
        home = self._homes.of_town(start, end)
        self._now = (governs and home) or self._main
        self._last = self._now or home or self._last

    def paragraph(self, *, item: bool) -> None:
        """Clusters told of one by one do not lend the last of them to a new paragraph.

        Nor does one item of a report lend its cluster to the next: «۴. آموزش: ۳۴ دوره».
        """
        if self._passed > 1 or item:
            self._now = self._main

    def read(self, sentence: Sentence, hits: Sequence[Hit[PhraseRow]]) -> Iterator[Topic]:
        """The topics of a sentence."""
        if not sentence.words:  # signs alone
            return
        start, end = sentence.words[0].start, sentence.words[-1].end
        before, aside = self._now, False
        inside = self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        if not inside and not self._last:
            self._now = self._foretold(sentence, start, end) or self._now
        passed: set[tuple[int, ...]] = set()
        for clause in split_clauses(sentence):
            within = [hit for hit in hits if clause.first <= hit.first <= clause.last]
            namings = list(_grouped(sentence, self._namings(sentence, clause, inside, within)))
            passed.update(naming.clusters for naming in namings)
            if not namings:
                kinds = {hit.row.kind for hit in within}
                taken_up = not kinds.isdisjoint(_TAKES_UP) and "public" not in kinds
                if aside and all(is_pronoun(hit) for hit in within if hit.row.kind in _TAKES_UP):
                    taken_up = False  # «این دانشگاه ۳۰ طرح داشت که ۱۲ طرح از آن‌ها …»
                elsewhere = not kinds.isdisjoint(("foreign", "public")) and "home" not in kinds
                aside = not taken_up and (aside or elsewhere)
                if aside:
                    continue
                self._now = self._without_naming(sentence, clause, within)
            aside = False
            for first, last, about in _stretches(sentence, clause, namings, self._now):
                self._remember(about)
                if about:
                    self._note(sentence, namings, first)
                    yield Topic(first, last, about)
        self._passed = len(passed)
        if inside and inside[-1][2:] == self._now:
            own = inside[-2] if len(inside) > 1 else None
            abroad = self._is_abroad(own[1] if own else start, inside[-1][0])
            if abroad and inside[-1][2] not in self._homes.ours:
                self._now = own[2:] if own else before  # a cluster cited as a model

    def _foretold(self, sentence: Sentence, start: int, end: int) -> tuple[int, ...]:
        """Of which cluster a text speaks before it has named any.

        «۸۰ درصد گلاب بردسیر …»: a headline may name no more than the town of the main cluster.
        """
        if start < self._headline_end:
            home = self._homes.of_town(start, end)
            return home if home in (self._main, self._first) else ()
        return self._first if announces_one(sentence) else ()

    def _note(self, sentence: Sentence, namings: Sequence[Naming], start: int) -> None:
        words, source = sentence.words, ("topics", self._since, "clusters")
        if namings:
            cut = [n for n in namings if words[n.first].start <= start] or namings[:1]
            named = words[cut[-1].first].start, words[cut[-1].last].end
            note("topics", start, "clusters", "topics.named", named)
        elif hit := self._taken_up:
            said = words[hit.first].start, words[hit.last].end
            note("topics", start, "clusters", "topics.taken_up", said, row=hit.row.id)
            inherit("topics", start, "clusters", "topics.taken_up", source, said)
        else:
            inherit("topics", start, "clusters", "topics.kept", source)
        self._since = start

    def _is_abroad(self, start: int, end: int) -> bool:
        """Whether a foreign country is named among these characters."""
        return any(
            place.kind is PlaceKind.COUNTRY and place.code != "IR"
            for place in (self._places[s] for s in range(start, end) if s in self._places)
        )

    def _remember(self, about: tuple[int, ...]) -> None:
        self._now = about
        self._last = about or self._last
        self._group = about if len(about) > 1 else self._group

    def _namings(
        self,
        sentence: Sentence,
        clause: Clause,
        mentions: Sequence[tuple[int, int, int]],
        hits: Sequence[Hit[PhraseRow]],
    ) -> list[Naming]:
        words, found = sentence.words, []
        begin, stop = words[clause.first].start, words[clause.last].end
        low = bisect_left(mentions, begin, key=lambda mention: mention[1])
        high = bisect_left(mentions, stop, low, key=lambda mention: mention[0])
        for start, end, cluster in mentions[low:high]:
            first = bisect_right(words, start, clause.first, key=lambda word: word.end)
            last = bisect_left(words, end, first, key=lambda word: word.start) - 1
            if first <= last and first <= clause.last:
                found.append(Naming(first, min(last, clause.last), (cluster,)))
        return found or self._products_in(sentence, clause, hits)

    def _products_in(
        self, sentence: Sentence, clause: Clause, hits: Sequence[Hit[PhraseRow]]
    ) -> list[Naming]:
        words = sentence.words
        found = [
            Naming(first, last, (cluster,))
            for first, last, cluster in self._products.find(words, clause.first, clause.last)
            if words[first].start not in self._places
        ]
        if any(hit.row.kind == "public" for hit in hits):
            return []  # «۳۰۰ قالی‌باف بیمه می‌شوند»
        if found and self._is_provincial(sentence, clause, hits):
            # «صادرات کیوی استان» is not that of «خوشه کیوی تنکابن».
            others = [naming for naming in found if naming.clusters[0] not in self._homes.local]
            self._now = self._now if others else ()
            found = others
        estates = {hit.last + 1 for hit in hits if hit.row.kind == "estate"}
        in_estate = any(naming.first in estates for naming in found)
        return [] if in_estate else found  # «شهرک تخصصی چرم» is no cluster

    def _is_provincial(
        self, sentence: Sentence, clause: Clause, hits: Sequence[Hit[PhraseRow]]
    ) -> bool:
        """Whether the clause speaks of a whole province or of the country."""
        words = sentence.words[clause.first : clause.last + 1]
        places = (self._places[word.start] for word in words if word.start in self._places)
        return any(hit.row.kind == "area" for hit in hits) or any(
            place.kind is PlaceKind.PROVINCE for place in places
        )

    def _without_naming(
        self, sentence: Sentence, clause: Clause, hits: Sequence[Hit[PhraseRow]]
    ) -> tuple[int, ...]:
        told = [hit for hit in hits if not is_aside(sentence, hit)]
        kinds = {hit.row.kind for hit in told}
        if "general" in kinds and opens(told, "general", "anaphor"):
            kinds.discard("anaphor")  # «خوشه‌های در حال اجرا و صادرات آنها»
        if counts_clusters(sentence, clause):
            kinds.add("general")
        if any(hit.row.kind == "plural" and says_clusters(sentence, hit) for hit in told):
            kinds.add("those")  # clusters in general, where none were named together
        kind, about = self._by_kind(kinds)
        self._taken_up = next((hit for hit in told if hit.row.kind == kind), None)
        return about

    def _by_kind(self, kinds: set[str]) -> tuple[str, tuple[int, ...]]:
        """The kind of phrase that decides, and what the text is then about."""
        members = "members" in kinds and "general" not in kinds
        if "plural" in kinds and self._group:
            return "plural", self._group
        if "those" in kinds:
            return "general", ()
        if "they" in kinds and self._group and len(self._now) != 1:
            return "they", self._group
        if "question" in kinds:
            return "question", self._main
        if "definite" in kinds:
            return "definite", self._now or self._last
        if members and len(self._now) != 1:
            # «اعضای خوشه»: of the article's own, of the one last told of, or of the first.
            own = (c for c in (self._main, self._last, self._first) if len(c) == 1)
            return "members", next(own, ())
        if "anaphor" in kinds or members:
            return "anaphor" if "anaphor" in kinds else "members", self._now
        return ("general", ()) if "general" in kinds else ("", self._now)


def _grouped(sentence: Sentence, namings: Sequence[Naming]) -> Iterator[Naming]:
    """Members of one list are one naming of all."""
    group: Naming | None = None
    for naming in namings:
        between = sentence.words[group.last + 1 : naming.first] if group else ()
        if group and all(word.key in word_set("joiner") for word in between):
            members = tuple(dict.fromkeys(group.clusters + naming.clusters))
            group = Naming(group.first, naming.last, members)
            continue
        if group:
            yield group
        group = naming
    if group:
        yield group


def _stretches(
    sentence: Sentence, clause: Clause, namings: Sequence[Naming], current: tuple[int, ...]
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """The clause, cut where it names other clusters than before."""
    words = sentence.words
    start, end = words[clause.first].start, words[clause.last].end
    if not namings:
        yield start, end, current
        return
    cuts = [start, *(words[naming.first].start for naming in namings[1:]), end]
    for naming, begin, stop in zip(namings, cuts, cuts[1:], strict=False):
        yield begin, stop, naming.clusters
