"""Who says each stretch of a text."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.mentions import Reference, Statement
from extractor.people.interviews import answers, find_questions
from extractor.people.sentences import Sentence
from extractor.people.speech import Reading, Speech, colons, told_before
from extractor.people.vocabulary import Vocabulary
from extractor.reasons import inherit, note

# The lede sums up a speech that is attributed at most this many sentences later.
_LEDE = 3
# An archive that breaks the line after every sentence has no paragraphs to go by.
_SENTENCES_A_LINE = 1.25
_FEWEST_LINES = 5
_COLON = frozenset((":", "«"))
_AUXILIARIES = frozenset(("بود", "است"))
_FIRST_PERSON = ("ایم", "یم", "میکنم", "کردهام", "داریم", "هستیم", "کردیم", "شدیم")
_TOLD = "گفته"
_OPENING, _CLOSING = "«", "»"
_AFTER_VERB = frozenset((":", "گفت", "افزود", "کرد", "داد", "نوشت", "شد", "بود", "داشت"))


@dataclass(slots=True)
class _Open:
    """The quotation that is going on."""

    start: int
    end: int
    speaker: int | None
    verb: str
    direct: bool
    quoted: int = 0  # how many «…» are open
    closed: bool = False  # «…» has ended
    answer: bool = False  # in an interview: up to the next question


class Attribution:
    """Assigns the sentences of one text to speakers."""

    def __init__(
        self,
        reading: Reading,
        words: Vocabulary,
        sentences: list[Sentence],
        references: Sequence[Reference],
    ) -> None:
        self.tokens, self.speeches, self.words = reading.tokens, reading.speeches, words
        self.keys = self.tokens.keys
        self.sentences = sentences
        self._speech_firsts = [speech.first for speech in self.speeches]
        self.references = sorted(references, key=lambda r: r.start)
        self._starts = [r.start for r in self.references]
        self._colons = colons(self.keys)
        self.lines = _broken_lines(sentences)
        self.found: list[Statement] = []
        self.open: _Open | None = None
        self.speaker: int | None = None
        self._told_at = -1  # the statement by which the speaker is known
        self.questions = find_questions(self.keys, sentences)
        self._asked = False

    def run(self) -> list[Statement]:
        """The statements in text order, none within another."""
        lede: list[Sentence] | None = []
        for sentence in self.sentences:
            attributed = self._attribute(sentence)
            if sentence.headline or lede is None:
                continue
            if attributed:
                self._give_lede(lede)
            # Once somebody spoke, known or not, what follows is no lede.
            lede = None if self.open else [*lede, sentence][-_LEDE:]
        self._close()
        return sorted(self.found, key=lambda s: s.start)

    def _give_lede(self, lede: list[Sentence]) -> None:
        """What stands before the first speech is the first speaker's."""
        if not lede or len(lede) >= _LEDE or not self.open:
            return
        start, end = self._span(lede[0])[0], self._span(lede[-1])[1]
        for field in ("speaker", "verb"):
            source = "statements", self.open.start, field
            inherit("statements", start, field, f"statements.{field}.lede", source)
        self.found.append(Statement(start, end, self.open.speaker, self.open.verb))

    def _attribute(self, sentence: Sentence) -> bool:
        """Give the sentence to a speaker; whether it names one of its own."""
        references = self._references(sentence)
        if self.questions and self._interviews(sentence, references):
            return False
        told = next((r for r in references if self._told(r)), None)
        if told and references[0] is not told and references[0].official == told.official:
            told = None  # «رادی گفت … که به گفته او»
        speech = self._speech(sentence)
        subject = told or (references[0] if references else None)
        if told:
            at = self.tokens.starts[max(sentence.first, self._first(told) - 2)]
            self._begin(sentence, told.official, _TOLD, direct=True)
            self._note(sentence, "according_to", told, (at, told.start))
            return True
        if subject and speech and self._first(subject) < speech.first:
            self._begin(sentence, subject.official, speech.verb.shown, self._direct(speech))
            self._note(sentence, "subject", subject, self._words(speech))
            return True
        if subject and self._introduces(subject, sentence):
            self._begin(sentence, subject.official, ":", direct=True)
            self._note(sentence, "colon", subject, subject)
            return True
        if speech and not speech.verb.weak and not self._quoted(sentence):
            return self._unnamed(sentence, speech)
        if self.open and self._continues(sentence):
            self.open.end = self._span(sentence)[1]
        else:
            self._close()
        return False

    def _interviews(self, sentence: Sentence, references: Sequence[Reference]) -> bool:
        """Whether the sentence is a question, or an answer that names no speaker."""
        if sentence.index in self.questions:
            self._close()
            self._asked = True
            return True
        if not self._asked or not answers(self.keys, sentence):
            return self._asked
        self._asked = False
        if self._narrated(sentence) or (references and self._introduces(references[0], sentence)):
            return False
        known_at = self._told_at
        self._begin(sentence, self._interviewed(sentence), ":", direct=False)
        if self.open:
            self.open.answer = True
        own, source = self._span(sentence)[0], ("statements", known_at, "speaker")
        inherit("statements", own, "speaker", "statements.speaker.answers", source)
        return True

    def _interviewed(self, sentence: Sentence) -> int | None:
        """Who spoke last, else the person named first before the questions."""
        if self.speaker is not None or not self.references:
            return self.speaker
        first = self.references[0]
        return first.official if first.start < self._span(sentence)[0] else None

    def _unnamed(self, sentence: Sentence, speech: Speech) -> bool:
        """A verb of saying without a subject that we know."""
        goes_on = speech.verb.continues or self.names_nobody(sentence, speech)
        speaker = self.speaker if goes_on else None
        known_at = self._told_at
        self._begin(sentence, speaker, speech.verb.shown, self._direct(speech))
        self._note(sentence, "unknown", None, self._words(speech))
        if speaker is not None:
            own = "statements", self._span(sentence)[0], "speaker"
            source = "statements", known_at, "speaker"
            inherit(*own, "statements.speaker.goes_on", source, self._words(speech))
        return speaker is not None

    def _words(self, speech: Speech) -> tuple[int, int]:
        return self.tokens.starts[speech.first], self.tokens.ends[speech.end - 1]

    def _note(
        self,
        sentence: Sentence,
        rule: str,
        subject: Reference | None,
        verb: Reference | tuple[int, int],
    ) -> None:
        start = self._span(sentence)[0]
        note("statements", start, "speaker", f"statements.speaker.{rule}", subject, verb)
        note("statements", start, "verb", "statements.verb", verb)

    def names_nobody(self, sentence: Sentence, speech: Speech) -> bool:
        """Whether the subject is left out: «در پاسخ به این پرسش گفت»."""
        first = self.keys[sentence.first]
        return first in self.words["stop"] or sentence.first == speech.first

    def _begin(self, sentence: Sentence, speaker: int | None, verb: str, direct: bool) -> None:
        self._close()
        start, end = self._span(sentence)
        if sentence.headline:
            self.found.append(Statement(start, end, speaker, verb))
            return
        self.open = _Open(start, end, speaker, verb, direct)
        if direct:
            self._follow_marks(self.open, sentence)
        if speaker is not None:
            self.speaker, self._told_at = speaker, start

    def _follow_marks(self, quotation: _Open, sentence: Sentence) -> None:
        """Note where the quotation marks of what is said open and close."""
        for i in range(sentence.first, sentence.end):
            key = self.keys[i]
            if key == _OPENING and (quotation.quoted or self.keys[i - 1] in _AFTER_VERB):
                quotation.quoted += 1
                quotation.closed = False
            elif key == _CLOSING and quotation.quoted:
                quotation.quoted -= 1
                quotation.closed = not quotation.quoted

    def _close(self) -> None:
        if self.open:
            o = self.open
            self.found.append(Statement(o.start, o.end, o.speaker, o.verb))
        self.open = None

    def _continues(self, sentence: Sentence) -> bool:
        """Whether a sentence without a speaker of its own still belongs to the quotation."""
        quotation = self.open
        if quotation is None or self._narrated(sentence):
            return False
        if quotation.quoted:
            self._follow_marks(quotation, sentence)
            return self.keys[sentence.first] != _CLOSING
        if quotation.closed and sentence.opens:
            return False
        if not sentence.opens or quotation.answer:
            return True
        return quotation.direct and (self.lines or self._first_person(sentence))

    def _narrated(self, sentence: Sentence) -> bool:
        """Whether the reporter takes over: «گفتنی است»."""
        i = sentence.first
        while i < sentence.end and not self.keys[i].isalpha():
            i += 1
        return i < sentence.end and self.words.narrator.at(self.keys, i) is not None

    def _first_person(self, sentence: Sentence) -> bool:
        keys = self.keys[sentence.first : sentence.end]
        return any(key.endswith(_FIRST_PERSON) and key in self.words.finite for key in keys)

    def _quoted(self, sentence: Sentence) -> bool:
        """Whether the sentence is spoken itself: «ما گفتیم»."""
        return self.open is not None and self.open.direct and self._first_person(sentence)

    def _introduces(self, reference: Reference, sentence: Sentence) -> bool:
        """Whether the sentence opens with «فرماندار میبد: …», «وی کارنامه را مرور کرد: …»."""
        i = self._first(reference)
        while i > sentence.first and self._unspoken(i - 1):
            i -= 1
        at = bisect_left(self._colons, self._first(reference))
        return i == sentence.first and at < len(self._colons) and self._colons[at] < sentence.end

    def _unspoken(self, i: int) -> bool:
        """Whether a token before the subject says nothing: signs and honorifics."""
        return not self.keys[i].isalnum() or self.keys[i] in self.words["honorific"]

    def _told(self, reference: Reference) -> bool:
        """Whether «به گفته» stands before the reference."""
        i = self._first(reference) - 1
        while i > 0 and (self.keys[i] in self.words["honorific"] or self.keys[i] == "این"):
            i -= 1
        return told_before(self.keys, i, self.words)

    def _first(self, reference: Reference) -> int:
        return self.tokens.holding(reference.start)

    def _references(self, sentence: Sentence) -> list[Reference]:
        start, end = self._span(sentence)
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.references[low:high]

    def _speech(self, sentence: Sentence) -> Speech | None:
        """The verb that opens the quotation: before a colon, else the last one."""
        low = bisect_left(self._speech_firsts, sentence.first)
        high = bisect_left(self._speech_firsts, sentence.end)
        speeches = self.speeches[low:high]
        direct = [s for s in speeches if self._direct(s)]
        strong = [s for s in speeches if not s.verb.weak]
        return next(iter(direct or strong or speeches), None)

    def _direct(self, speech: Speech) -> bool:
        end = speech.end
        if end < len(self.keys) and self.keys[end] in _AUXILIARIES:
            end += 1  # «گفته بود: …»
        return end < len(self.keys) and self.keys[end] in _COLON

    def _span(self, sentence: Sentence) -> tuple[int, int]:
        end = sentence.end
        while end > sentence.first + 1 and self.keys[end - 1] == "\n":
            end -= 1
        return self.tokens.starts[sentence.first], self.tokens.ends[end - 1]


def _broken_lines(sentences: list[Sentence]) -> bool:
    """Whether the text has a line break after every sentence."""
    body = [s for s in sentences if not s.headline]
    lines = sum(1 for s in body if s.opens)
    return lines >= _FEWEST_LINES and len(body) <= _SENTENCES_A_LINE * lines
