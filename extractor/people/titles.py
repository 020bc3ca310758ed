"""Find offices with what they govern: «معاون صنایع کوچک شرکت شهرک‌های صنعتی یزد»."""

from dataclasses import dataclass

from extractor.people.founded import is_founded
from extractor.people.names import Names
from extractor.people.relatives import is_held
from extractor.people.tokens import Tokens, token_key
from extractor.people.vocabulary import Role, Vocabulary, vocabulary
from extractor.text.scan import watch
from schemas.vocabularies import RoleCode

_LONGEST = 16  # words of a title; a bound on the walk
_LONGEST_QUOTATION = 6
_RECALL = 400  # words back to the body that «این شرکت» means
_AND, _COMMA, _OPEN, _CLOSE = "و", "،", "«", "»"
_DEMONSTRATIVES = frozenset(("این", "آن", "همین"))
_NUMBERED = frozenset(("منطقه", "ناحیه", "شماره", "شعبه"))
_PARLIAMENT_NAME = ["مجلس", "شورای", "اسلامی"]
_IN = "در"
# «آموزش» is a body with these words only: «آموزش و پرورش», «آموزش عالی».
_FIELDS = frozenset(("آموزش", "پژوهش", "بهداشت", "درمان"))
_SCHOOLS = frozenset(("پرورش", "عالی", "فنی", "پزشکی"))
_OFFICES = frozenset(("مدیریت", "حراست", "بسیج", "پلیس", "کانون"))  # bodies within bodies
_MISSIONS = frozenset(("سفارت", "سرکنسولگری", "کنسولگری", "نمایندگی"))
_BLESSINGS = frozenset(("ره", "س", "ص", "ع", "عج"))  # «امام خمینی (ره)»
_ACTING = "سرپرست"
_DELEGATE = "role.representative"
_PARLIAMENT = frozenset(("مجلس", "خانه", "پارلمان"))
# A deputy's superior tells what he is a deputy of.
_SUPERIORS = {
    "استاندار": RoleCode.DEPUTY_GOVERNOR,
    "وزیر": RoleCode.DEPUTY_MINISTER,
    "فرماندار": RoleCode.DEPUTY,
    "شهردار": RoleCode.DEPUTY,
    "دادستان": RoleCode.DEPUTY,
    "رئیسجمهور": RoleCode.DEPUTY,
    "رئیسجمهوری": RoleCode.DEPUTY,
}
_OPENS_TITLE = watch(lambda word: token_key(word) in vocabulary().roles.firsts)


@dataclass(frozen=True, slots=True)
class Title:
    """An office at tokens ``first:end``; its body stands at ``body:body_end``."""

    first: int
    end: int
    role: Role
    code: RoleCode
    head: int  # token after the bare office
    body: int
    body_end: int
    superior: int = 0  # index after the superior of a deputy, 0 if none
    resolved: str | None = None  # what «این شرکت» stands for
    meant: tuple[int, int] | None = None  # the tokens that say so
    held: bool = False  # «که مدیریت شرکت را بر عهده دارد»
    demonstrative: bool = False  # «این نماینده»: somebody named before

    @property
    def has_body(self) -> bool:
        """Whether the office has an organization."""
        return self.body_end > self.body


class TitleFinder:
    """The titles of one text, in text order."""

    def __init__(self, tokens: Tokens, words: Vocabulary, names: Names) -> None:
        self.tokens, self.words, self.names = tokens, words, names
        self.keys = tokens.keys
        self._full: dict[tuple[str, ...], Title] = {}  # by the words up to the body's first

    def find(self) -> list[Title]:
        """All titles; a deputy's superior is none of its own."""
        found: list[Title] = []
        end = 0
        for i in self.tokens.where(_OPENS_TITLE):
            title = self._title_at(i) if i >= end else None
            if title:
                found.append(title)
                self._full.setdefault(tuple(self.keys[title.first : title.body + 1]), title)
                end = title.end
        return found

    def _title_at(self, i: int) -> Title | None:
        match = self.words.roles.at(self.keys, i) or self._parted(i)
        if not match:
            return None
        head, role = match
        if self.keys[i] == _ACTING and role.row.body == "organization":
            head = i + 1  # «سرپرست شرکت …»: the body is told by the office's own words
        while head < len(self.keys) and self.keys[head] in self.words["former"]:
            head += 1
        demonstrative = i > 0 and self.keys[i - 1] in _DEMONSTRATIVES
        body, end, superior = self._walk(head, role)
        code = role.row.code
        if superior:
            if code is RoleCode.DEPUTY:
                code = _SUPERIORS.get(self.keys[superior - 1], code)
            body = end
        seat = head in self.names.places and head not in self.names.countries
        if role.row.id == _DELEGATE and seat:
            code, body = RoleCode.MP, end  # «نماینده تبریز»
        if role.row.body == "none":
            body = end
        held = is_held(self.keys, i, end, self.words["charge"])
        if role.post and not held:
            return None
        meant = self._again(i, body, end) or self._resolve(body, end)
        resolved = self.tokens.quote(*meant) if meant else None
        return Title(
            i, end, role, code, head, body, end, superior, resolved, meant, held, demonstrative
        )

    def _parted(self, i: int) -> tuple[int, Role] | None:
        """«عامل پیشین توسعه خوشه»: an office of several words around «former»."""
        if i + 1 >= len(self.keys) or self.keys[i + 1] not in self.words["former"]:
            return None
        match = self.words.roles.at([self.keys[i], *self.keys[i + 2 : i + 2 + _LONGEST]], 0)
        return (match[0] + i + 1, match[1]) if match else None

    def _walk(self, i: int, role: Role) -> tuple[int, int, int]:
        """Start of the body, end of the title and end of the superior, from the head on."""
        keys = self.keys
        start, body, superior = i, (-1 if role.row.qualified else i), 0
        limit = min(len(keys), i + _LONGEST)
        while i < limit:
            following = self._next(i, role)
            if following is None:
                break
            key = keys[i]
            if role.row.qualified and not superior and key in _SUPERIORS:
                superior = following
            if body < 0 and self._opens_body(i):
                body = i
            elif body >= 0 and self._larger(i) and self._is_part(body):
                body = i  # the larger body counts
            over = self._closed(i, following, role)
            i = following
            if over:
                break
        while i > start and keys[i - 1] in (_AND, _COMMA, "-"):
            i -= 1
        return (i if body < 0 else min(body, i)), i, superior

    def _opens_body(self, i: int) -> bool:
        """Whether the organization starts here: «سازمان», «این سازمان»."""
        at = i + 1 if self.keys[i] in _DEMONSTRATIVES else i
        return self.keys[at] in self.words["organization"] and not self._is_field(at)

    def _is_field(self, i: int) -> bool:
        """«معاون آموزش شرکت …», but «معاون آموزش و پرورش شهر»: a field of work is no body."""
        return self.keys[i] in _FIELDS and _SCHOOLS.isdisjoint(self.keys[i + 1 : i + 3])

    def _larger(self, i: int) -> bool:
        """Whether a larger body is named here: «شرکت», «این شرکت»."""
        at = i + 1 if self.keys[i] in _DEMONSTRATIVES else i
        return self.keys[at] in self.words["larger_body"]

    def _closed(self, i: int, following: int, role: Role) -> bool:
        """Whether nothing of the body can follow: after a place, «مجلس», «کشور»."""
        if i in self.names.places:
            return not self._goes_on(following, role)
        after = self.keys[following] if following < len(self.keys) else ""
        closer = (
            self.keys[i] in self.words["closer"] or self.keys[i - 2 : i + 1] == _PARLIAMENT_NAME
        )
        return closer and after not in self.words["after_closer"]

    def _is_part(self, body: int) -> bool:
        """«دفتر …», «توسعه صنایع کوچک …»: what belongs to a larger body named behind it."""
        if self.keys[body] in self.words["subunit"]:
            return self.keys[body + 1] != "کل"
        return not self._opens_body(body) and self.keys[body] not in _OFFICES

    def _goes_on(self, i: int, role: Role) -> bool:
        """Whether a title goes on after a place: «ایران خودرو», «مردم رشت و خمام در مجلس»."""
        if i >= len(self.keys):
            return False
        key = self.keys[i]
        if role.row.code is RoleCode.MP:
            return key in (_AND, _COMMA, _IN) or i in self.names.places
        if role.row.code in (RoleCode.CLUSTER_AGENT, RoleCode.MANAGER):
            return False
        if key == _IN:
            return self._posted(i)
        if key in self.words.verbals:
            return False  # «به امضای مدیرعامل سازمان … ایران رسیده»
        return self.keys[i - 1] == "ایران" and self.names.is_word(i) and i not in self.names.found

    def _next(self, i: int, role: Role) -> int | None:
        """Index after what the title takes at ``i``, or None where it ends."""
        keys, words = self.keys, self.words
        key = keys[i]
        if i in self.names.places:
            return self.names.places[i]
        if key == _AND:
            return i + 1 if self._joins(i + 1, role) else None
        if key == _COMMA:
            joined = i + 1 < len(keys) and keys[i + 1] in words["comma_part"]
            mp = role.row.code is RoleCode.MP and i + 1 in self.names.places
            return i + 1 if mp or (joined and keys[i - 1] in words["comma_part"]) else None
        if key == _OPEN:
            return self._quotation_end(i)
        if key == _IN and role.row.code is RoleCode.MP:
            return i + 1 if i + 1 < len(keys) and keys[i + 1] in _PARLIAMENT else None
        if key == _IN and (self._posted(i) or self._delegated(i, role)):
            return self.names.places[i + 1]
        if key == "(" and keys[i + 2 : i + 3] == [")"] and keys[i + 1] in _BLESSINGS:
            return i + 3
        if key in _DEMONSTRATIVES and i + 1 < len(keys) and keys[i + 1] in words["organization"]:
            return i + 2
        if key.isdecimal() or key in words["number"]:
            return i + 1 if keys[i - 1] in _NUMBERED else None
        taken = words.takes.at(keys, i)
        if taken:
            return taken[0]
        if not key.isalpha() or self.names.stops(key) or key in words["honorific"]:
            return None
        body = key in words["organization"]
        if not body and i + 1 < len(keys) and keys[i + 1] in words.light_verbs:
            return None  # «عامل توسعه متوقف شد»: the first part of a compound verb
        after = keys[i + 1] if i + 1 < len(keys) else ""
        counted = after.isdecimal() or after in words["number"]
        if counted and key in words["deed"]:
            return None  # «وزیر راه و شهرسازی تأسیس سه شرکت را …»
        name = self.names.found.get(i)
        if (name and not name.weak) or (role.row.narrow and not self._territory(i)):
            return None
        return i + 1

    def _posted(self, i: int) -> bool:
        """«سفارت ایران در بغداد»: the seat of a mission."""
        mission = not _MISSIONS.isdisjoint(self.keys[max(0, i - 3) : i])
        return mission and i + 1 in self.names.places

    def _delegated(self, i: int, role: Role) -> bool:
        """«نماینده یونیدو در ایران»: the country that a body is represented in."""
        return role.row.id == _DELEGATE and i + 1 in self.names.countries

    def _territory(self, i: int) -> bool:
        """Whether a word can name what a governor governs."""
        key, words = self.keys[i], self.words
        if key in words["territory"]:
            return True
        unlisted = key not in words.common and key not in words.family
        return self.keys[i - 1] in words["territory"] or (unlisted and key not in words.given)

    def _joins(self, i: int, role: Role) -> bool:
        """Whether «و» goes on with the body: «صنعت، معدن و تجارت»."""
        if i >= len(self.keys) or self.words.roles.at(self.keys, i):
            return False
        if i in self.names.places:
            return role.row.code is RoleCode.MP
        return self.names.is_word(i) and i not in self.names.found

    def _quotation_end(self, i: int) -> int | None:
        for end in range(i + 2, min(len(self.keys), i + 2 + _LONGEST_QUOTATION)):
            if self.keys[end] == _CLOSE:
                named = self.names.skip_on(i) in self.names.found
                return None if named else end + 1
        return None

    def _again(self, first: int, body: int, end: int) -> tuple[int, int] | None:
        """The body of the same office told in full before: «معاون بازرسی سازمان»."""
        if end - body != 1 or self.keys[body] not in self.words["recalled_body"]:
            return None
        full = self._full.get(tuple(self.keys[first : body + 1]))
        return (full.body, full.body_end) if full and full.body_end > full.body + 1 else None

    def _resolve(self, body: int, end: int) -> tuple[int, int] | None:
        """What «این شرکت» or a bare «شرکت» stands for: the last of that kind with a name."""
        keys = self.keys
        bare = end - body == 1 or keys[body + 1 : body + 2] == [_IN]  # «دفتر شرکت در چابهار»
        if end > body and bare and keys[body] in self.words["recalled_body"]:
            kind = keys[body]
        elif end - body > 1 and keys[body] in _DEMONSTRATIVES:
            kind = keys[body + 1]
        else:
            return None
        founded, elsewhere, founding = None, False, self.words["founding"]
        for i in range(body - 2, max(-1, body - _RECALL), -1):
            elsewhere = elsewhere or keys[i] == "\n"
            if keys[i] == kind and keys[i - 1] not in _DEMONSTRATIVES:
                last = self._body_end(i)
                if last > i + 1 and elsewhere and is_founded(keys, i, last, founding):
                    founded = founded or (i, last)
                elif last > i + 1:
                    return i, last
        return founded

    def _body_end(self, i: int) -> int:
        head = self.words.roles.at(["رئیس"], 0)  # the walk of an office with a body
        return self._walk(i, head[1])[1] if head else i
