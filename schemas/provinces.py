"""The provinces of Iran by their codes of ISO 3166-2:IR, as published since November 2020."""

from schemas.labels import Language, Vocabulary


class Province(Vocabulary):
    """What readers call a province; how texts name it is in the lexicon."""

    MARKAZI = "IR-00", "مرکزی", "Markazi"
    GILAN = "IR-01", "گیلان", "Gilan"
    MAZANDARAN = "IR-02", "مازندران", "Mazandaran"
    EAST_AZERBAIJAN = "IR-03", "آذربایجان شرقی", "East Azerbaijan"
    WEST_AZERBAIJAN = "IR-04", "آذربایجان غربی", "West Azerbaijan"
    KERMANSHAH = "IR-05", "کرمانشاه", "Kermanshah"
    KHUZESTAN = "IR-06", "خوزستان", "Khuzestan"
    FARS = "IR-07", "فارس", "Fars"
    KERMAN = "IR-08", "کرمان", "Kerman"
    RAZAVI_KHORASAN = "IR-09", "خراسان رضوی", "Razavi Khorasan"
    ISFAHAN = "IR-10", "اصفهان", "Isfahan"
    SISTAN_AND_BALUCHESTAN = "IR-11", "سیستان و بلوچستان", "Sistan and Baluchestan"
    KURDISTAN = "IR-12", "کردستان", "Kurdistan"
    HAMADAN = "IR-13", "همدان", "Hamadan"
    CHAHARMAHAL_AND_BAKHTIARI = "IR-14", "چهارمحال و بختیاری", "Chaharmahal and Bakhtiari"
    LORESTAN = "IR-15", "لرستان", "Lorestan"
    ILAM = "IR-16", "ایلام", "Ilam"
    KOHGILUYEH_AND_BOYER_AHMAD = "IR-17", "کهگیلویه و بویراحمد", "Kohgiluyeh and Boyer-Ahmad"
    BUSHEHR = "IR-18", "بوشهر", "Bushehr"
    ZANJAN = "IR-19", "زنجان", "Zanjan"
    SEMNAN = "IR-20", "سمنان", "Semnan"
    YAZD = "IR-21", "یزد", "Yazd"
    HORMOZGAN = "IR-22", "هرمزگان", "Hormozgan"
    TEHRAN = "IR-23", "تهران", "Tehran"
    ARDABIL = "IR-24", "اردبیل", "Ardabil"
    QOM = "IR-25", "قم", "Qom"
    QAZVIN = "IR-26", "قزوین", "Qazvin"
    GOLESTAN = "IR-27", "گلستان", "Golestan"
    NORTH_KHORASAN = "IR-28", "خراسان شمالی", "North Khorasan"
    SOUTH_KHORASAN = "IR-29", "خراسان جنوبی", "South Khorasan"
    ALBORZ = "IR-30", "البرز", "Alborz"


def province_name(code: str, language: Language) -> str:
    """What a province is called; a code that none has stays.

    >>> province_name("IR-07", "en"), province_name("IR-99", "en")
    ('Fars', 'IR-99')
    """
    return Province(code).label(language) if code in _CODES else code


_CODES = frozenset(province.value for province in Province)
