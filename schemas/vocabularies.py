"""The closed vocabularies of the output contract, each slug with Persian and English labels.

The labels are what reports show; the slugs alone stand in the data and never change.
"""

from schemas.labels import Vocabulary


class PlaceKind(Vocabulary):
    """What sort of place a name stands for."""

    PROVINCE = "province", "استان", "province"
    COUNTY = "county", "شهرستان", "county"
    CITY = "city", "شهر", "city"
    COUNTRY = "country", "کشور", "country"
    REGION = "region", "منطقه", "region"
    ESTATE = "estate", "شهرک صنعتی", "industrial estate"


class DateKind(Vocabulary):
    """What sort of time expression it is."""

    DATE = "date", "تاریخ", "date"
    DURATION = "duration", "مدت", "duration"
    SET = "set", "تکرار", "repetition"


class Granularity(Vocabulary):
    """The unit of time that is named or counted."""

    DAY = "day", "روز", "day"
    WEEK = "week", "هفته", "week"
    MONTH = "month", "ماه", "month"
    SEASON = "season", "فصل", "season"
    QUARTER = "quarter", "سه‌ماهه", "quarter"
    HALF = "half", "نیم‌سال", "half year"
    YEAR = "year", "سال", "year"
    DECADE = "decade", "دهه", "decade"
    CENTURY = "century", "قرن", "century"
    ERA = "era", "دوره", "era"


class Calendar(Vocabulary):
    """The calendar in which a date is said."""

    JALALI = "jalali", "هجری شمسی", "Jalali"
    GREGORIAN = "gregorian", "میلادی", "Gregorian"
    HIJRI = "hijri", "هجری قمری", "Hijri"


class Modifier(Vocabulary):
    """Which part of the named unit is meant."""

    START = "start", "ابتدا", "start"
    MID = "mid", "میانه", "middle"
    END = "end", "پایان", "end"
    BEFORE = "before", "پیش از", "before"
    AFTER = "after", "پس از", "after"
    ABOUT = "about", "حدود", "about"


class Resolution(Vocabulary):
    """From what the days of a date were found."""

    EXPLICIT = "explicit", "صریح", "explicit"
    WEEKDAY = "weekday", "از روز هفته", "by the weekday"
    PUBLISHED = "published", "از تاریخ انتشار", "from the day of publication"
    CONTEXT = "context", "از تاریخ نزدیک", "from a date nearby"
    ERA = "era", "از دوره", "from an era"
    UNRESOLVED = "unresolved", "نامعلوم", "unresolved"


class RoleCode(Vocabulary):
    """The office a person holds."""

    MINISTER = "minister", "وزیر", "minister"
    DEPUTY_MINISTER = "deputy_minister", "معاون وزیر", "deputy minister"
    GOVERNOR_GENERAL = "governor_general", "استاندار", "governor-general"
    DEPUTY_GOVERNOR = "deputy_governor", "معاون استاندار", "deputy governor-general"
    COUNTY_GOVERNOR = "county_governor", "فرماندار", "county governor"
    MP = "mp", "نماینده مجلس", "member of parliament"
    MAYOR = "mayor", "شهردار", "mayor"
    MANAGING_DIRECTOR = "managing_director", "مدیرعامل", "managing director"
    DIRECTOR_GENERAL = "director_general", "مدیرکل", "director-general"
    HEAD = "head", "رئیس", "head"
    DEPUTY = "deputy", "معاون", "deputy"
    MANAGER = "manager", "مدیر", "manager"
    CHAIR = "chair", "رئیس هیئت‌مدیره", "chair of the board"
    SECRETARY = "secretary", "دبیر", "secretary"
    SPOKESPERSON = "spokesperson", "سخنگو", "spokesperson"
    CLUSTER_AGENT = "cluster_agent", "عامل توسعه خوشه", "cluster development agent"
    EXPERT = "expert", "کارشناس", "expert"
    MEMBER = "member", "عضو", "member"
    ENTREPRENEUR = "entrepreneur", "کارآفرین", "entrepreneur"
    OTHER = "other", "سمت دیگر", "other office"


class Comparator(Vocabulary):
    """How the number bounds the quantity."""

    EXACT = "exact", "دقیق", "exactly"
    ABOUT = "about", "حدود", "about"
    MORE_THAN = "more_than", "بیش از", "more than"
    AT_LEAST = "at_least", "دست‌کم", "at least"
    LESS_THAN = "less_than", "کمتر از", "less than"
    AT_MOST = "at_most", "حداکثر", "at most"
    RANGE = "range", "از … تا", "from - to"


class Indicator(Vocabulary):
    """Which quantity of a cluster's life a figure tells."""

    EMPLOYMENT = "employment", "اشتغال", "employment"
    EXPORTS = "exports", "صادرات", "exports"
    IMPORTS = "imports", "واردات", "imports"
    PRODUCTION = "production", "تولید", "production"
    SALES = "sales", "فروش", "sales"
    INVESTMENT = "investment", "سرمایه‌گذاری", "investment"
    CREDIT = "credit", "تسهیلات و اعتبار", "credit and budget"
    ENTERPRISES = "enterprises", "بنگاه‌ها", "enterprises"
    CLUSTERS = "clusters", "خوشه‌ها", "clusters"
    PARTICIPANTS = "participants", "شرکت‌کنندگان", "participants"
    TRAINING = "training", "آموزش", "training"
    EXHIBITIONS = "exhibitions", "نمایشگاه‌ها", "exhibitions"
    TOURS = "tours", "تورها", "tours"
    MEETINGS = "meetings", "نشست‌ها", "meetings"
    EVENTS = "events", "رویدادها", "events"
    STUDIES = "studies", "مطالعات", "studies"
    ACTION_PLAN = "action_plan", "برنامه عملیاتی", "action plan"
    PROJECTS = "projects", "طرح‌ها", "projects"
    CONSORTIA = "consortia", "کنسرسیوم‌ها", "consortia"
    PERMITS = "permits", "مجوزها", "permits"
    ESTATES = "estates", "شهرک‌ها", "estates"
    AREA = "area", "مساحت", "area"
    CAPACITY = "capacity", "ظرفیت", "capacity"
    GROWTH = "growth", "رشد", "growth"
    SHARE = "share", "سهم", "share"
    PRICE = "price", "قیمت", "price"
    OTHER = "other", "شاخص دیگر", "other"


class Modality(Vocabulary):
    """Whether a figure was reached, is estimated, or is aimed at."""

    ACTUAL = "actual", "تحقق‌یافته", "actual"
    ESTIMATE = "estimate", "برآورد", "estimate"
    TARGET = "target", "هدف", "target"


class ProgramStatus(Vocabulary):
    """The stages of a development programme, in their order; then suspended."""

    IDENTIFIED = "identified", "شناسایی‌شده", "identified"
    FEASIBILITY_STUDY = "feasibility_study", "امکان‌سنجی", "feasibility study"
    DIAGNOSTIC_STUDY = "diagnostic_study", "مطالعه شناختی", "diagnostic study"
    PLANNED = "planned", "در دستور کار", "planned"
    APPROVED = "approved", "مصوب", "approved"
    IN_PROGRESS = "in_progress", "در حال اجرا", "in progress"
    COMPLETED = "completed", "پایان‌یافته", "completed"
    SUSPENDED = "suspended", "متوقف", "suspended"


class ActivityType(Vocabulary):
    """What is done for a cluster."""

    TRAINING = "training", "آموزش", "training"
    CONSULTING = "consulting", "مشاوره", "consulting"
    EXHIBITION = "exhibition", "نمایشگاه", "exhibition"
    TOUR = "tour", "تور صنعتی", "study tour"
    TRADE_MISSION = "trade_mission", "هیئت تجاری", "trade mission"
    EVENT = "event", "رویداد", "event"
    MEETING = "meeting", "نشست", "meeting"
    STUDY = "study", "مطالعه", "study"
    CONSORTIUM = "consortium", "کنسرسیوم", "consortium"
    INSTITUTION = "institution", "تشکیل نهاد", "institution"
    BRANDING = "branding", "برندسازی", "branding"
    STANDARD = "standard", "استاندارد", "standard"
    PRODUCT_DEVELOPMENT = "product_development", "توسعه محصول", "product development"
    MARKET_DEVELOPMENT = "market_development", "توسعه بازار", "market development"
    DATABASE = "database", "بانک اطلاعات", "database"
    FINANCE = "finance", "تأمین مالی", "finance"
    INFRASTRUCTURE = "infrastructure", "زیرساخت", "infrastructure"
    AGREEMENT = "agreement", "تفاهم‌نامه", "agreement"
    OTHER = "other", "فعالیت دیگر", "other"


class Phase(Vocabulary):
    """Whether an activity is over, going on, or to come."""

    DONE = "done", "انجام‌شده", "done"
    ONGOING = "ongoing", "در جریان", "ongoing"
    PLANNED = "planned", "برنامه‌ریزی‌شده", "planned"


class Severity(Vocabulary):
    """How much a finding should worry a fact-checker."""

    ERROR = "error", "ناممکن", "impossible"
    WARNING = "warning", "نیازمند بررسی", "to be checked"
    INFO = "info", "برای آگاهی", "for information"


class Basis(Vocabulary):
    """What an inferred link rests on."""

    STATED = "stated", "گفته‌شده", "stated"
    OFFICE = "office", "از سمت", "from the office"
    PLACE = "place", "از مکان", "from a place"
    CONTEXT = "context", "از متن", "from the context"


class FindingCode(Vocabulary):
    """The checks; with the suffix ``.ok`` one that passed."""

    LIST_COUNT = "list_count", "شمار فهرست نمی‌خواند", "list has another count"
    LIST_COUNT_OK = "list_count.ok", "شمار فهرست می‌خواند", "list has the count stated"
    SHARE_SUM = "share_sum", "جمع سهم‌ها ۱۰۰ نیست", "shares do not make 100"
    SHARE_SUM_OK = "share_sum.ok", "جمع سهم‌ها ۱۰۰ است", "shares make 100"
    PART_EXCEEDS_WHOLE = "part_exceeds_whole", "جزء از کل بیشتر است", "part exceeds whole"
    WEEKDAY_MISMATCH = (
        "weekday_mismatch",
        "روز هفته با تاریخ نمی‌خواند",
        "weekday does not fit the date",
    )
    INVALID_DATE = "invalid_date", "چنین روزی در تقویم نیست", "no such day in the calendar"
    DATE_ORDER = "date_order", "پایان پیش از آغاز است", "ends before it starts"
    FIGURE_CONFLICT = "figure_conflict", "دو رقم برای یک چیز", "two values for one thing"
    UNIT_DOUBT = "unit_doubt", "واحد پول جای تردید دارد", "unit is doubtful"
    UNRESOLVED_DATE = "unresolved_date", "تاریخ مشخص نشد", "date not resolved"
    SUM_OF_PARTS = "sum_of_parts", "جمع اجزا با کل نمی‌خواند", "parts do not add up"
    SUM_OF_PARTS_OK = "sum_of_parts.ok", "جمع اجزا با کل می‌خواند", "parts add up"
    SHARE_OF_COUNT = "share_of_count", "درصد با شمار نمی‌خواند", "percentage does not fit the counts"
    SHARE_OF_COUNT_OK = "share_of_count.ok", "درصد با شمار می‌خواند", "percentage fits the counts"
    GROWTH = "growth", "رشد با دو رقم نمی‌خواند", "growth does not fit the values"
    GROWTH_OK = "growth.ok", "رشد با دو رقم می‌خواند", "growth fits the values"
    HEADLINE_BODY = "headline_body", "رقم تیتر با متن نمی‌خواند", "headline and body differ"
    ARCHIVE_CONFLICT = "archive_conflict", "دو رقم در دو خبر", "two articles differ"
    RECYCLED_FIGURE = (
        "recycled_figure",
        "رقم تکراری با تاریخ دیگر",
        "figure used again with another date",
    )
    FALLING_TOTAL = "falling_total", "شمار انباشته کاهش یافته است", "cumulative total falls"


class ReviewState(Vocabulary):
    """What a person found of a finding."""

    SEEN = "seen", "دیده شد", "seen"
    RIGHT = "right", "درست است", "right"
    WRONG = "wrong", "نادرست است", "wrong"


class Unit(Vocabulary):
    """Money, measures, and what is counted."""

    IRR = "IRR", "ریال", "rial"
    IRT = "IRT", "تومان", "toman"
    USD = "USD", "دلار آمریکا", "US dollar"
    EUR = "EUR", "یورو", "euro"
    AED = "AED", "درهم امارات", "UAE dirham"
    CNY = "CNY", "یوان", "yuan"
    IQD = "IQD", "دینار عراق", "Iraqi dinar"
    GBP = "GBP", "پوند", "pound sterling"
    TRY = "TRY", "لیر ترکیه", "Turkish lira"
    RUB = "RUB", "روبل", "rouble"
    JPY = "JPY", "ین", "yen"
    PERCENT = "percent", "درصد", "percent"
    TONNE = "tonne", "تن", "tonne"
    KILOGRAM = "kilogram", "کیلوگرم", "kilogram"
    GRAM = "gram", "گرم", "gram"
    LITRE = "litre", "لیتر", "litre"
    METRE = "metre", "متر", "metre"
    SQUARE_METRE = "square_metre", "مترمربع", "square metre"
    CUBIC_METRE = "cubic_metre", "مترمکعب", "cubic metre"
    HECTARE = "hectare", "هکتار", "hectare"
    KILOMETRE = "kilometre", "کیلومتر", "kilometre"
    MEGAWATT = "megawatt", "مگاوات", "megawatt"
    HOUR = "hour", "ساعت", "hour"
    PERSON_HOUR = "person_hour", "نفرساعت", "person-hour"
    PERSON_DAY = "person_day", "نفرروز", "person-day"
    PERSON = "person", "نفر", "person"
    JOB = "job", "شغل", "job"
    ENTERPRISE = "enterprise", "واحد، بنگاه، شرکت", "enterprise"
    WORKSHOP = "workshop", "کارگاه", "workshop"
    CLUSTER = "cluster", "خوشه", "cluster"
    COURSE = "course", "دوره", "course"
    TOUR = "tour", "تور", "tour"
    EXHIBITION = "exhibition", "نمایشگاه", "exhibition"
    EVENT = "event", "رویداد", "event"
    MEETING = "meeting", "نشست", "meeting"
    STUDY = "study", "مطالعه", "study"
    PROGRAMME = "programme", "برنامه", "programme"
    PROJECT = "project", "طرح، پروژه", "project"
    CONTRACT = "contract", "قرارداد", "contract"
    CONSORTIUM = "consortium", "کنسرسیوم", "consortium"
    NETWORK = "network", "شبکه", "network"
    PRODUCT = "product", "محصول", "product"
    BRAND = "brand", "برند", "brand"
    PERMIT = "permit", "مجوز", "permit"
    ESTATE = "estate", "شهرک", "estate"
    COUNTRY = "country", "کشور", "country"
    PROVINCE = "province", "استان", "province"
    CITY = "city", "شهر", "city"
    ITEM = "item", "عدد، مورد", "item"
    OTHER = "other", "واحد دیگر", "other"
