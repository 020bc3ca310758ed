"""The closed vocabularies of the output contract, each slug with Persian and English labels."""

from enum import StrEnum


class PlaceKind(StrEnum):
    PROVINCE = "province"
    COUNTY = "county"
    CITY = "city"
    COUNTRY = "country"
    REGION = "region"
    ESTATE = "estate"


class DateKind(StrEnum):
    DATE = "date"
    DURATION = "duration"
    SET = "set"


class Granularity(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    ERA = "era"


class Calendar(StrEnum):
    JALALI = "jalali"
    GREGORIAN = "gregorian"
    HIJRI = "hijri"


class Modifier(StrEnum):
    START = "start"
    MID = "mid"
    END = "end"
    BEFORE = "before"
    AFTER = "after"
    ABOUT = "about"


class Resolution(StrEnum):
    EXPLICIT = "explicit"
    WEEKDAY = "weekday"
    PUBLISHED = "published"
    CONTEXT = "context"
    ERA = "era"
    UNRESOLVED = "unresolved"


class RoleCode(StrEnum):
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    GOVERNOR_GENERAL = "governor_general"
    DEPUTY_GOVERNOR = "deputy_governor"
    COUNTY_GOVERNOR = "county_governor"
    MP = "mp"
    MAYOR = "mayor"
    MANAGING_DIRECTOR = "managing_director"
    DIRECTOR_GENERAL = "director_general"
    HEAD = "head"
    DEPUTY = "deputy"
    MANAGER = "manager"
    CHAIR = "chair"
    SECRETARY = "secretary"
    SPOKESPERSON = "spokesperson"
    CLUSTER_AGENT = "cluster_agent"
    EXPERT = "expert"
    MEMBER = "member"
    ENTREPRENEUR = "entrepreneur"
    OTHER = "other"


class Comparator(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    RANGE = "range"


class Indicator(StrEnum):
    EMPLOYMENT = "employment"
    EXPORTS = "exports"
    IMPORTS = "imports"
    PRODUCTION = "production"
    SALES = "sales"
    INVESTMENT = "investment"
    CREDIT = "credit"
    ENTERPRISES = "enterprises"
    CLUSTERS = "clusters"
    PARTICIPANTS = "participants"
    TRAINING = "training"
    EXHIBITIONS = "exhibitions"
    TOURS = "tours"
    MEETINGS = "meetings"
    EVENTS = "events"
    STUDIES = "studies"
    ACTION_PLAN = "action_plan"
    PROJECTS = "projects"
    CONSORTIA = "consortia"
    PERMITS = "permits"
    ESTATES = "estates"
    AREA = "area"
    CAPACITY = "capacity"
    GROWTH = "growth"
    SHARE = "share"
    PRICE = "price"
    OTHER = "other"


class Modality(StrEnum):
    ACTUAL = "actual"
    ESTIMATE = "estimate"
    TARGET = "target"


class ProgramStatus(StrEnum):
    IDENTIFIED = "identified"
    FEASIBILITY_STUDY = "feasibility_study"
    DIAGNOSTIC_STUDY = "diagnostic_study"
    PLANNED = "planned"
    APPROVED = "approved"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    SUSPENDED = "suspended"


class ActivityType(StrEnum):
    TRAINING = "training"
    CONSULTING = "consulting"
    EXHIBITION = "exhibition"
    TOUR = "tour"
    TRADE_MISSION = "trade_mission"
    EVENT = "event"
    MEETING = "meeting"
    STUDY = "study"
    CONSORTIUM = "consortium"
    INSTITUTION = "institution"
    BRANDING = "branding"
    STANDARD = "standard"
    PRODUCT_DEVELOPMENT = "product_development"
    MARKET_DEVELOPMENT = "market_development"
    DATABASE = "database"
    FINANCE = "finance"
    INFRASTRUCTURE = "infrastructure"
    AGREEMENT = "agreement"
    OTHER = "other"


class Phase(StrEnum):
    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Basis(StrEnum):
    STATED = "stated"
    OFFICE = "office"
    PLACE = "place"
    CONTEXT = "context"


class FindingCode(StrEnum):
    LIST_COUNT = "list_count"
    LIST_COUNT_OK = "list_count.ok"
    SHARE_SUM = "share_sum"
    SHARE_SUM_OK = "share_sum.ok"
    PART_EXCEEDS_WHOLE = "part_exceeds_whole"
    WEEKDAY_MISMATCH = "weekday_mismatch"
    INVALID_DATE = "invalid_date"
    DATE_ORDER = "date_order"
    FIGURE_CONFLICT = "figure_conflict"
    UNIT_DOUBT = "unit_doubt"
    UNRESOLVED_DATE = "unresolved_date"
    SUM_OF_PARTS = "sum_of_parts"
    SUM_OF_PARTS_OK = "sum_of_parts.ok"
    SHARE_OF_COUNT = "share_of_count"
    SHARE_OF_COUNT_OK = "share_of_count.ok"
    GROWTH = "growth"
    GROWTH_OK = "growth.ok"
    HEADLINE_BODY = "headline_body"
    ARCHIVE_CONFLICT = "archive_conflict"
    RECYCLED_FIGURE = "recycled_figure"
    FALLING_TOTAL = "falling_total"


class Unit(StrEnum):
    IRR = "IRR"
    IRT = "IRT"
    USD = "USD"
    EUR = "EUR"
    AED = "AED"
    CNY = "CNY"
    IQD = "IQD"
    GBP = "GBP"
    TRY = "TRY"
    RUB = "RUB"
    JPY = "JPY"
    PERCENT = "percent"
    TONNE = "tonne"
    KILOGRAM = "kilogram"
    GRAM = "gram"
    LITRE = "litre"
    METRE = "metre"
    SQUARE_METRE = "square_metre"
    CUBIC_METRE = "cubic_metre"
    HECTARE = "hectare"
    KILOMETRE = "kilometre"
    MEGAWATT = "megawatt"
    HOUR = "hour"
    PERSON_HOUR = "person_hour"
    PERSON_DAY = "person_day"
    PERSON = "person"
    JOB = "job"
    ENTERPRISE = "enterprise"
    WORKSHOP = "workshop"
    CLUSTER = "cluster"
    COURSE = "course"
    TOUR = "tour"
    EXHIBITION = "exhibition"
    EVENT = "event"
    MEETING = "meeting"
    STUDY = "study"
    PROGRAMME = "programme"
    PROJECT = "project"
    CONTRACT = "contract"
    CONSORTIUM = "consortium"
    NETWORK = "network"
    PRODUCT = "product"
    BRAND = "brand"
    PERMIT = "permit"
    ESTATE = "estate"
    COUNTRY = "country"
    PROVINCE = "province"
    CITY = "city"
    ITEM = "item"
    OTHER = "other"
