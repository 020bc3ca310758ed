"""Of which figure another one is a part, by the words that take the whole up again."""

import pytest

from extractor import Extractor
from schemas.article import Article

CASES = {
    "firms": ("۱۸۶ واحد با ۴۲۰۰ کارگر هست. ۶۰ درصد این واحدها در قم است.", "۶۰ درصد", "۱۸۶ واحد"),
    "workers": (
        "۱۸۶ واحد با ۴۲۰۰ کارگر هست. ۶۰ درصد این کارگران در قم هستند.",
        "۶۰ درصد",
        "۴۲۰۰ کارگر",
    ),
    "goods": (
        "۱۶ تن کیوی صادر شد که ۹۸۰ میلیون ریال می‌ارزید و ۶۴ درصد این مقدار از قم است.",
        "۶۴ درصد",
        "۱۶ تن",
    ),
    "money-spent": (
        "صندوق ۵۰ میلیارد تومان وام به ۲۱ شرکت داده که ۶۰ درصد آن صرف خرید شد.",
        "۶۰ درصد",
        "۵۰ میلیارد تومان",
    ),
    "product": ("۸ تن عسل داریم اما ۵ درصد این محصول صادر می‌شود.", "۵ درصد", "۸ تن"),
    "courses": ("۳۴ دوره برگزار شد؛ سهم خوشه فرش از این دوره‌ها ۱۱ دوره.", "۱۱ دوره", "۳۴ دوره"),
    "relative": ("۴۷ کارگاه داریم که ۱۹ کارگاه در پاوه مستقرند.", "۱۹ کارگاه", "۴۷ کارگاه"),
    "other-unit": ("۴۷ کارگاه داریم که ۱۹ نفر در پاوه مستقرند.", "۱۹ نفر", None),
    "of-kind": (
        "۳ هزار هکتار باغ در قم هست. گواهی برای ۲۵۰ هکتار از باغ‌ها گرفتیم.",
        "۲۵۰ هکتار",
        "۳ هزار هکتار",
    ),
    "of-other-kind": ("۳ هزار هکتار باغ در قم هست. ۲۵۰ هکتار از جنگل‌ها سوخت.", "۲۵۰ هکتار", None),
    "of-all": (
        "بافندگان ۱۱۴۰ نفر هستند. از این تعداد ۲۸۵ نفر زن هستند که ۲۵ درصد کل بافندگان می‌شوند.",
        "۲۵ درصد",
        "۱۱۴۰ نفر",
    ),
    "clause-closed": (
        "۴۰ خوشه ارزیابی شد. در ۷ خوشه از این تعداد شبکه‌ها بسته شد و ۶۵ درصد اعضا گله داشتند.",
        "۶۵ درصد",
        None,
    ),
    "same-sum-again": (
        "از بودجه ۳۸ میلیارد ریالی (۳ میلیارد تومان) بخشی هزینه شد.",
        "۳ میلیارد تومان",
        None,
    ),
    "weighed-of-counted": ("۳۴۰۰ خانوار هستند و ۷۸۰۰ تن گردو از آن به دست آمد.", "۷۸۰۰ تن", None),
    "new-speech": ("او ۱۳ خوشه را برشمرد و گفت: سه خوشه نیز راه می‌افتد.", "سه خوشه", None),
    "row-behind-colon": ("۳۰ خوشه داریم: ۱۴ خوشه در قم، سه خوشه در یزد.", "سه خوشه", "۳۰ خوشه"),
    "level-reached": (
        "از مجموع ۱۴۵ واحد، ۶۲ واحد کار می‌کند و ظرفیت خالی به ۵۵ درصد رسیده.",
        "۵۵ درصد",
        None,
    ),
}


@pytest.mark.parametrize(("text", "part", "whole"), CASES.values(), ids=list(CASES))
def test_whole_of_a_part(extractor: Extractor, text: str, part: str, whole: str | None) -> None:
    figures = extractor.extract(Article(id="a", text=text)).figures
    spans = {figure.id: figure.span.text for figure in figures}
    told = {figure.span.text: spans.get(figure.part_of or "") for figure in figures}
    assert told[part] == whole
