"""Whether a cue is said of a cluster, and not of something else in its clause."""

from collections.abc import Collection

from extractor.clauses import Clause
from extractor.scopes.phrases import is_number, word_set
from extractor.scopes.readings import ANAPHORS, Naming, Reading
from extractor.words import Word

_CLUSTER = frozenset(("خوشه", "خوشهها", "خوشههای"))
_THAT = frozenset(("که", "اینکه"))
_INTRODUCED = frozenset(("اینکه", "آنکه"))  # what follows is told, not described
_BODY = 2  # «شرکت شهرک‌های صنعتی»
_THIS = frozenset(("این", "همین"))
_AND, _OBJECT = "و", "را"
_OWN = frozenset((_OBJECT, "خود", "آن", "هم", "نیز"))
_NEAR = 7  # a preposition this many words before a noun takes it out of the subject


def next_naming(reading: Reading, clause: Clause, after: int, loose: bool) -> Naming | None:
    """The naming that follows a cue in one ezafe chain: «آغاز (اجرای) خوشه …».

    ``loose`` lets prepositions into the chain: «مطالعه امکان‌سنجی برای خوشه …».
    """
    following = [n for n in reading.namings if after < n.first <= clause.last]
    if not following or not _chained(reading, after + 1, following[0].first, loose):
        return None
    members = [following[0]]
    for naming in following[1:]:
        between = reading.sentence.words[members[-1].last + 1 : naming.first]
        if any(word.key not in word_set("joiner") for word in between):
            break
        members.append(naming)
    clusters = tuple(cluster for naming in members for cluster in naming.clusters)
    return Naming(members[0].first, members[-1].last, clusters)


def anaphor_after(reading: Reading, after: int, last: int) -> tuple[int, ...]:
    """The topic, if «این خوشه» or «آن» follows a cue in one ezafe chain."""
    for hit in reading.phrases(after + 1, last, *ANAPHORS):
        if _chained(reading, after + 1, hit.first):
            return reading.topic(hit.first)
    return ()


def goes_on(reading: Reading, clause: Clause, first: int, last: int) -> bool:
    """«خوشه گز در مرحله شناخت و خوشه فرش متوقف است»: the cue is of the cluster before it."""
    after = reading.sentence.words[last + 1 : last + 2]
    return bool(after) and after[0].key == "و" and reading.named(clause.first, first - 1)


def _chained(reading: Reading, first: int, last: int, loose: bool = False) -> bool:
    allowed = word_set("programme", "preposition", "about") if loose else word_set("programme")
    return all(_is_in(word, allowed) for word in reading.sentence.words[first:last])


def _is_in(word: Word, words: frozenset[str]) -> bool:
    return not words.isdisjoint(word.forms)


def dated_after(reading: Reading, clause: Clause, after: int) -> int | None:
    """Last word of a date in one phrase with a noun of stage: «آغاز اجرا از خرداد ۱۴۰۰».

    The noun stands in a list of stages and names no subject: the article's topic is meant.
    """
    words, prepositions = reading.sentence.words, frozenset(("در", "از"))
    for at in range(after + 1, clause.last + 1):
        if reading.dates.covers(words[at].start):
            begun = words[at - 1].key in prepositions or at > after + 1
            last = at
            while last < clause.last and reading.dates.covers(words[last + 1].start):
                last += 1
            return last if begun and reading.topic(after) else None
        if words[at].key == "،" or not _is_in(
            words[at], word_set("programme") | word_set("ends_of_range")
        ):
            return None
    return None


def is_due(reading: Reading, clause: Clause, after: int) -> bool:
    """«مطالعه … باید تا آذر تحویل شود»: what is to be delivered is being done."""
    words = reading.sentence.words[after + 1 : clause.last + 1]
    ordered = next((i for i, word in enumerate(words) if word.key in word_set("must")), None)
    return ordered is not None and any(
        word.stem in word_set("delivery") for word in words[ordered + 1 :]
    )


def is_blocked(reading: Reading, first: int, last: int) -> bool:
    """Whether another noun among these words takes the cue for itself."""
    words = reading.sentence.words
    if _has_object(reading, first, last):
        return False
    told = [at for at in range(first, last) if words[at].key in _INTRODUCED]
    first = told[-1] + 1 if told else first  # «مدیر شرکت با بیان اینکه این خوشه …»
    named = {at for n in reading.namings for at in range(n.first, n.last + 1)}
    bracket = False
    for at in range(first, last):
        bracket = words[at].key == "(" or (bracket and words[at].key != ")")
        if bracket or at in named or reading.dates.covers(words[at].start):
            continue
        noun = words[at].stem in word_set("blocker") or _counts(reading, at, last)
        if noun and not _after_preposition(reading, first, at, named):
            return True
    return False


def _has_object(reading: Reading, first: int, last: int) -> bool:
    """«شرکت تیر ۱۴۰۱ آن را کلید زد»: the cluster is the object, the noun before it acts."""
    words = reading.sentence.words
    at = next((i for i in range(last - 1, first, -1) if words[i].key == _OBJECT), None)
    if at is None or not any(h.last == at - 1 for h in reading.phrases(first, at, *ANAPHORS)):
        return False
    this = (i for i in range(first, at - 1) if words[i].key in _THIS)
    # «بر پایه این سند که شرکت آن را رونمایی کرد»
    return all(_is_in(words[i + 1], word_set("programme")) for i in this)


def _counts(reading: Reading, at: int, last: int) -> bool:
    """Whether a number with another noun than the programme's stands here: «۲۰۰ شغل»."""
    words = reading.sentence.words
    if at + 1 >= last or not is_number(words[at].key) or is_number(words[at + 1].key):
        return False
    noun = words[at + 1]
    return noun.key.isalpha() and noun.stem not in word_set("programme", "measured")


def _after_preposition(reading: Reading, first: int, at: int, named: Collection[int]) -> bool:
    """Whether a preposition takes the noun out of the subject: «با ۳۸ واحد»."""
    words = reading.sentence.words
    number = at
    while number > first and is_number(words[number - 1].key):
        number -= 1
    if first < number < at and words[number - 1].key == _AND:
        return _after_preposition(reading, first, number - 1, named)  # «با ۳۸ واحد و ۹۰ شاغل»
    for before in range(at - 1, max(first, at - _NEAR) - 1, -1):
        if words[before].key in word_set("preposition"):
            return True
        if before in named or words[before].key in word_set("phrase_end"):
            return False
        if before < at - 2 and is_number(words[before + 2].key):
            return False  # a number opens another phrase, but for «با حضور ۴۷ کارگاه»
    return False


def is_governed(reading: Reading, naming: Naming) -> bool:
    """Whether the naming belongs to another noun: «اعضای خوشه …», «شرکت خوشه …»."""
    at = _head(reading, naming)
    if at < 0:
        return False
    words = reading.sentence.words
    object_ = naming.last + 1 < len(words) and words[naming.last + 1].key == "را"
    body = {word.key for word in words[max(at - _BODY, 0) : at + 1]} & word_set("body")
    if words[at].stem in word_set("blocker") and not (object_ and body):
        return True
    if any(word.stem in word_set("programme_head") for word in words[at + 1 : naming.first]):
        return False
    if object_:
        return False  # «سازمان خوشه … را شناسایی کرد»: the noun before is the subject
    return not (
        words[at].key in word_set("preposition", "about", "adverb", "pronoun")
        or not words[at].key[0].isalpha()
        or any(verb.first <= at <= verb.last for verb in reading.sentence.verbs.values())
        or reading.dates.covers(words[at].start)
        or _after_preposition(reading, 0, at, ())
    )


def in_phrase(reading: Reading, naming: Naming) -> bool:
    """Whether a preposition stands before the naming: it is no subject."""
    at = _head(reading, naming)
    return at >= 0 and reading.sentence.words[at].key in word_set("preposition", "about")


def _head(reading: Reading, naming: Naming) -> int:
    """Index of the word before «(پروژه توسعه) خوشه …», -1 if there is none."""
    words, at = reading.sentence.words, naming.first - 1
    allowed = word_set("programme") - word_set("list_mark")
    while at >= 0 and _is_in(words[at], allowed):
        at -= 1
    return at


def has_noun(reading: Reading, at: int) -> bool:
    """Whether a noun that takes stages for itself stands right behind a cue: «شروع برداشت»."""
    words = reading.sentence.words
    if at + 1 >= len(words) or words[at].key == "و":
        return False
    return words[at + 1].stem in word_set("blocker")


def is_counted(reading: Reading, at: int) -> bool:
    """Whether a word is a noun of the programme after a number: several of them."""
    word = reading.sentence.words[at]
    noun = word.key not in _CLUSTER and word.stem in word_set("programme")
    return noun and reading.number_before(at)


def is_of_object(reading: Reading, noun: int, cue: int) -> bool:
    """Whether a cue tells what was done with a noun before it: «مطالعه … را تمام کرده»."""
    between = {word.key for word in reading.sentence.words[noun + 1 : cue]}
    return _OBJECT in between and between <= _OWN


def takes_topic(reading: Reading, clause: Clause, begin: int, at: int, loose: bool) -> bool:
    """Whether a cue in a clause that names no cluster is said of the topic."""
    anaphors = reading.phrases(clause.first, clause.last, *ANAPHORS)
    own = {index for hit in anaphors for index in range(hit.first, hit.last + 1)}
    words = reading.sentence.words
    told = [i for i in range(clause.first, at) if words[i].key in _INTRODUCED]
    if _is_general(reading, told[-1] if told else clause.first, at, own):
        return False
    told = [i for i in range(begin, at) if words[i].key in _THAT]
    begin = told[-1] + 1 if told else begin  # «او با بیان اینکه قرارداد خوشه …»
    first = _first_content(reading, begin, at)
    if anaphors or loose or first is None:
        return True
    behind = _behind_names(reading, first, at)
    if behind > first:  # «گز از تیر آغاز شد», after «خوشه‌های گز و سنگ» were named
        return _ends_or_goes_on(reading, behind, at)
    word = words[first]
    if word.stem not in word_set("programme"):
        return word.key in word_set("preposition")
    # Neither «۲۷ برنامه اجرا شد» nor «دوره آشنایی آغاز شد».
    return not reading.number_before(first) and _ends_or_goes_on(reading, first + 1, at)


def _behind_names(reading: Reading, at: int, stop: int) -> int:
    """The word behind the names, without «خوشه», of what the text is about."""
    words, behind = reading.sentence.words, at
    while at < stop:
        if (last := reading.named_bare(at)) is not None:
            behind = at = last + 1
        elif words[at].key in word_set("joiner"):
            at += 1
        else:
            break
    return behind


def _ends_or_goes_on(reading: Reading, after: int, at: int) -> bool:
    """Whether a word leaves the noun before it to the programme."""
    after = _behind_names(reading, after, at) if after < at else after
    word = reading.sentence.words[after]
    known = word_set("programme", "preposition", "adverb", "pronoun", "phrase_end", "about")
    return (
        after >= at
        or _is_in(word, known)
        or is_number(word.key)
        or reading.dates.covers(word.start)
    )


def _is_general(reading: Reading, first: int, last: int, own: Collection[int]) -> bool:
    """«خوشه‌ها», «۱۳ خوشه» with no names: clusters in general."""
    words = reading.sentence.words
    return any(
        words[i].key in _CLUSTER
        and i not in own
        and (words[i].key != words[i].stem or (i > 0 and is_number(words[i - 1].key)))
        for i in range(first, last)
    )


def _first_content(reading: Reading, first: int, last: int) -> int | None:
    """The first word that is no adverb, number or part of a date."""
    for at in range(first, last):
        word = reading.sentence.words[at]
        known = word.key in word_set("adverb") or is_number(word.key)
        if not known and not reading.dates.covers(word.start):
            return at
    return None
