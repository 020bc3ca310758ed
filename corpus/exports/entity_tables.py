"""The tables of articles and of whom, where and when they name."""

from corpus.exports.columns import (
    ARTICLE,
    Column,
    Table,
    basis,
    gregorian,
    jalali,
    own_id,
    province,
    ref,
    slug,
    span,
)
from schemas.vocabularies import (
    Calendar,
    DateKind,
    Granularity,
    Modifier,
    PlaceKind,
    Resolution,
    RoleCode,
)

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
        slug("kind", "نوع", "What sort of place", PlaceKind),
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
        slug("kind", "نوع", "Stretch of the calendar, length, or repetition", DateKind),
        slug("granularity", "یکا", "The unit that is named or counted", Granularity),
        slug("calendar", "تقویم", "The calendar in which the article says it", Calendar),
        slug("modifier", "قید", "Which part of the unit is meant", Modifier, required=False),
        *jalali(),
        *gregorian(),
        Column("duration", "مدت", "ISO 8601 length"),
        slug("resolution", "راه یافتن", "From what the days were found", Resolution),
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
        slug("role_code", "نوع سمت", "The office as a slug", RoleCode, required=False),
        Column("organization", "سازمان", "The body in which the office is held"),
        province(),
        basis("province_basis", "مبنای استان", "province"),
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
        basis("province_basis", "مبنای استان", "province"),
        ref("place_id", "شناسه مکان", "Id of the city or county it lies in", "places"),
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
    ref("official_id", "شناسه فرد", "Id of the official", "officials", required=True),
)
CLUSTER_MENTIONS = _mentions(
    "cluster_mentions",
    "ذکر خوشه‌ها",
    "clusters",
    ref("cluster_id", "شناسه خوشه", "Id of the cluster", "clusters", required=True),
)
