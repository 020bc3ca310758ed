"""How numbers are written for readers, and digits of all scripts as Latin ones."""

from decimal import Decimal

LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
# Digits, then the signs for thousands and for the fraction, as Persian writes them.
PERSIAN = str.maketrans("0123456789,.", "۰۱۲۳۴۵۶۷۸۹٬٫")


def show(value: Decimal) -> str:
    """A number as a reader writes it.

    >>> show(Decimal("45000000.50"))
    '45,000,000.5'
    """
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def show_persian(value: Decimal) -> str:
    """A number as a Persian reader writes it.

    >>> show_persian(Decimal("1250.5"))
    '۱٬۲۵۰٫۵'
    """
    return show(value).translate(PERSIAN)
