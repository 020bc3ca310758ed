"""The tables that every tabular format writes: one description for all of them."""

from corpus.exports.columns import (
    ARTICLE,
    Column,
    Table,
    gregorian,
    jalali,
    own_id,
    province,
    span,
)
from schemas.vocabularies import (
    ActivityType,
    Basis,
    Calendar,
    Comparator,
    DateKind,
    FindingCode,
    Granularity,
    Indicator,
    Modality,
    Modifier,
    Phase,
    PlaceKind,
    ProgramStatus,
    Resolution,
    RoleCode,
    Severity,
    Unit,
)


def _slug(name: str, fa: str, description: str, vocabulary: type, required: bool = True) -> Column:
    return Column(name, fa, description, required=required, vocabulary=vocabulary)


def _basis(name: str, fa: str, of: str) -> Column:
    return _slug(name, fa, f"What the {of} rests on", Basis, required=False)


def _ref(name: str, fa: str, description: str, table: str, required: bool = False) -> Column:
    return Column(name, fa, description, required=required, refers_to=table)


ARTICLES = Table(
    "articles",
    "خبرها",
    "One row an article",
    (
        Column("id", "شناسه خبر", "Id of the article", required=True),
        Column("title", "تیتر", "Title of its own, if the source has one"),
        Column("published", "تاریخ انتشار", "Gregorian day of publication", "date"),
        Column("year", "سال انتشار", "Jalali year of publication", "integer"),
        Column("source", "منبع", "Name of the outlet"),
        Column("byline", "نویسنده", "Who wrote it, if the source says so"),
        Column("url", "نشانی", "Address"),
        Column("copy_of", "رونوشت", "Id of the article this is a copy of"),
        Column("length", "طول", "Code points of the text", "integer", required=True),
        Column("sha256", "اثر انگشت", "SHA-256 of the text's UTF-8 bytes", required=True),
        Column("text", "متن", "The text all offsets count in", required=True),
        Column("lexicon_digest", "نسخه واژگان", "SHA-256 of the lexicon it was read with"),
        Column("config_digest", "نسخه پیکربندی", "SHA-256 of the configuration"),
        Column("program_version", "نسخه برنامه", "Version of the program it was read with"),
        Column("encoding", "رمزگذاری", "Encoding of the bytes it was read from"),
        Column("origin_file", "پرونده", "File it was read from"),
        Column("origin_member", "عضو بایگانی", "Path inside the archive, if in one"),
        Column("origin_unit", "یکای جا", "What start and end count: byte, row, item"),
        Column("origin_start", "آغاز در پرونده", "First, counted from 0", "integer"),
        Column("origin_end", "پایان در پرونده", "One past the last", "integer"),
    ),
    ("id",),
)
PLACES = Table(
    "places",
    "مکان‌ها",
    "One row a naming of a place",
    (
        ARTICLE,
        own_id("place"),
        *span(),
        _slug("kind", "نوع", "What sort of place", PlaceKind),
        Column("name", "نام", "The name, normalized", required=True),
        Column("code", "کد", "ISO 3166-2:IR of a province, ISO 3166-1 of a country"),
        province(),
        Column("alternatives", "استان‌های دیگر", "Other provinces with such a place, by spaces"),
    ),
    ("article_id", "id"),
)
DATES = Table(
    "dates",
    "تاریخ‌ها",
    "One row a calendar expression or length of time",
    (
        ARTICLE,
        own_id("date"),
        *span(),
        _slug("kind", "نوع", "Stretch of the calendar, length, or repetition", DateKind),
        _slug("granularity", "یکا", "The unit that is named or counted", Granularity),
        _slug("calendar", "تقویم", "The calendar in which the article says it", Calendar),
        _slug("modifier", "قید", "Which part of the unit is meant", Modifier, required=False),
        *jalali(),
        *gregorian(),
        Column("duration", "مدت", "ISO 8601 length"),
        _slug("resolution", "راه یافتن", "From what the days were found", Resolution),
        Column("candidates", "خوانش‌های دیگر", "Other Jalali readings, start..end by spaces"),
    ),
    ("article_id", "id"),
)
OFFICIALS = Table(
    "officials",
    "افراد",
    "One row a person or role-holder of an article",
    (
        ARTICLE,
        own_id("official"),
        Column("name", "نام", "Without honorifics; empty if never named"),
        Column("role", "سمت", "The office as stated, normalized"),
        _slug("role_code", "نوع سمت", "The office as a slug", RoleCode, required=False),
        Column("organization", "سازمان", "The body in which the office is held"),
        province(),
        _basis("province_basis", "مبنای استان", "province"),
    ),
    ("article_id", "id"),
)
CLUSTERS = Table(
    "clusters",
    "خوشه‌ها",
    "One row a cluster of an article",
    (
        ARTICLE,
        own_id("cluster"),
        Column("name", "نام", "Product or trade", required=True),
        province(),
        _basis("province_basis", "مبنای استان", "province"),
        _ref("place_id", "شناسه مکان", "Id of the city or county it lies in", "places"),
        Column("place_name", "مکان", "Name of that place"),
    ),
    ("article_id", "id"),
)


def _mentions(name: str, fa: str, group: str, key: Column) -> Table:
    columns = ARTICLE, key, Column("number", "شماره", "Which naming, from 0", "integer", True)
    told = f"One row a naming of an entry of {group}"
    return Table(name, fa, told, (*columns, *span()), ("article_id", key.name, "number"))


OFFICIAL_MENTIONS = _mentions(
    "official_mentions",
    "ذکر افراد",
    "officials",
    _ref("official_id", "شناسه فرد", "Id of the official", "officials", required=True),
)
CLUSTER_MENTIONS = _mentions(
    "cluster_mentions",
    "ذکر خوشه‌ها",
    "clusters",
    _ref("cluster_id", "شناسه خوشه", "Id of the cluster", "clusters", required=True),
)
FIGURES = Table(
    "figures",
    "رقم‌ها",
    "One row a quantity stated",
    (
        ARTICLE,
        own_id("figure"),
        *span(),
        Column("value", "مقدار", "The number; the lower end of a range", "number"),
        Column("value_exact", "مقدار دقیق", "The same in all its digits", required=True),
        Column("upper", "حد بالا", "The upper end of a range", "number"),
        _slug("comparator", "قید مقدار", "How the number bounds the quantity", Comparator),
        Column("unit", "یکا", "Unit, or ISO 4217 code", required=True, vocabulary=Unit),
        Column("unit_text", "یکا در متن", "The unit or counted noun as written", required=True),
        Column("item", "موضوع شمارش", "The noun phrase that is counted or measured"),
        _slug("indicator", "شاخص", "Which quantity of a cluster's life", Indicator),
        _slug("modality", "قطعیت", "Reached, estimated, or aimed at", Modality),
        _ref("cluster_id", "شناسه خوشه", "Id of the cluster it is about", "clusters"),
        Column("cluster_name", "خوشه", "Name of that cluster"),
        _basis("cluster_basis", "مبنای خوشه", "cluster"),
        province(),
        _basis("province_basis", "مبنای استان", "province"),
        _ref("place_id", "شناسه مکان", "Id of the city or county it is about", "places"),
        Column("place_name", "مکان", "Name of that place"),
        _ref("date_id", "شناسه تاریخ", "Id of the period it holds for", "dates"),
        *jalali(),
        Column("year", "سال", "Jalali year of the period's last day", "integer"),
        _ref("speaker_id", "شناسه گوینده", "Id of the official who says it", "officials"),
        Column("speaker_name", "گوینده", "Name of the speaker, else the office"),
        _ref("part_of_id", "جزئی از", "Id of the figure it is a part of", "figures"),
        Column("context", "جمله", "The line around it, at most 120 characters each way"),
    ),
    ("article_id", "id"),
)
PROGRAMS = Table(
    "programs",
    "برنامه‌ها",
    "One row a cluster that the article says something of",
    (
        ARTICLE,
        own_id("programme"),
        _ref("cluster_id", "شناسه خوشه", "Id of the cluster", "clusters", required=True),
        Column("cluster_name", "خوشه", "Name of the cluster", required=True),
        province(),
        _slug("cluster_basis", "مبنای خوشه", "What it rests on", Basis),
        _slug("status", "مرحله", "Furthest stage said to be reached", ProgramStatus, False),
        *span(required=False),
        _ref("start_id", "شناسه آغاز", "Id of the date at which it began", "dates"),
        Column("start_jalali", "آغاز برنامه", "First day of that date"),
        _ref("end_id", "شناسه پایان", "Id of the date at which it ends", "dates"),
        Column("end_jalali", "پایان برنامه", "Last day of that date"),
        Column("organization", "سازمان", "The body that runs it"),
        _ref("agent_id", "شناسه عامل", "Id of the development agent", "officials"),
    ),
    ("article_id", "id"),
)
PROGRAM_OFFICIALS = Table(
    "program_officials",
    "افراد برنامه‌ها",
    "Who speaks of or acts in a programme",
    (
        ARTICLE,
        _ref("program_id", "شناسه برنامه", "Id of the programme", "programs", required=True),
        _ref("official_id", "شناسه فرد", "Id of the official", "officials", required=True),
    ),
    ("article_id", "program_id", "official_id"),
)
PROGRAM_FIGURES = Table(
    "program_figures",
    "رقم‌های برنامه‌ها",
    "The figures about the cluster of a programme",
    (
        ARTICLE,
        _ref("program_id", "شناسه برنامه", "Id of the programme", "programs", required=True),
        _ref("figure_id", "شناسه رقم", "Id of the figure", "figures", required=True),
    ),
    ("article_id", "program_id", "figure_id"),
)
ACTIVITIES = Table(
    "activities",
    "فعالیت‌ها",
    "One row an activity for a cluster",
    (
        ARTICLE,
        _ref("program_id", "شناسه برنامه", "Id of the programme", "programs", required=True),
        Column("number", "شماره", "Which activity, from 0", "integer", required=True),
        _slug("type", "نوع", "What sort of activity", ActivityType),
        _slug("phase", "وضع", "Done, going on, or planned", Phase),
        *span(),
        _ref("place_id", "شناسه مکان", "Id of the place where", "places"),
        _ref("date_id", "شناسه تاریخ", "Id of the date when", "dates"),
    ),
    ("article_id", "program_id", "number"),
)
STATEMENTS = Table(
    "statements",
    "گفته‌ها",
    "One row a stretch of speech",
    (
        ARTICLE,
        own_id("statement"),
        _ref("speaker_id", "شناسه گوینده", "Id of the official who speaks", "officials"),
        Column("speaker_name", "گوینده", "Name of the speaker, else the office"),
        Column("verb", "فعل", "The verb of speech, normalized", required=True),
        *span(),
    ),
    ("article_id", "id"),
)
FINDINGS = Table(
    "findings",
    "یافته‌ها",
    "One row a check that was done",
    (
        ARTICLE,
        own_id("finding"),
        _slug("code", "بررسی", "Which check", FindingCode),
        _slug("severity", "شدت", "Impossible, doubtful, or good to know", Severity),
        Column("message_fa", "پیام", "One sentence in Persian", required=True),
        Column("message_en", "پیام انگلیسی", "One sentence in English", required=True),
        Column("calculation", "محاسبه", "The sum with its numbers", required=True),
        Column("tolerance", "رواداری", "How far off still counts as agreeing"),
    ),
    ("article_id", "id"),
)
FINDING_REFS = Table(
    "finding_refs",
    "مدخل‌های یافته‌ها",
    "The entries a finding is about",
    (
        ARTICLE,
        _ref("finding_id", "شناسه یافته", "Id of the finding", "findings", required=True),
        Column("number", "شماره", "Which of them, from 0", "integer", required=True),
        Column("entry_group", "گروه", "Group of the entry, as figures", required=True),
        Column("entry_id", "شناسه مدخل", "Id of the entry", required=True),
    ),
    ("article_id", "finding_id", "number"),
)
FINDING_SPANS = Table(
    "finding_spans",
    "عبارت‌های یافته‌ها",
    "The words a finding rests on where no entry has them",
    (
        ARTICLE,
        _ref("finding_id", "شناسه یافته", "Id of the finding", "findings", required=True),
        Column("number", "شماره", "Which of them, from 0", "integer", required=True),
        *span(),
    ),
    ("article_id", "finding_id", "number"),
)

# In an order in which every reference leads to a table before or to the table itself.
TABLES = (
    ARTICLES,
    PLACES,
    DATES,
    OFFICIALS,
    CLUSTERS,
    OFFICIAL_MENTIONS,
    CLUSTER_MENTIONS,
    FIGURES,
    PROGRAMS,
    PROGRAM_OFFICIALS,
    PROGRAM_FIGURES,
    ACTIVITIES,
    STATEMENTS,
    FINDINGS,
    FINDING_REFS,
    FINDING_SPANS,
)
