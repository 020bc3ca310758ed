"""What a figure measures where its own words are few: defaults, comparisons, beneficiaries."""

import pytest

from extractor import Extractor
from schemas.article import Article
from schemas.figures import Figure


def figures_of(extractor: Extractor, text: str) -> dict[str, Figure]:
    return {f.span.text: f for f in extractor.extract(Article(id="a", text=text)).figures}


CASES = {
    "large-sum-of-cluster": ("با ۲۱ میلیارد تومان، چرخ خوشه لنج گناوه می‌چرخد.", "credit"),
    "large-sum": ("با ۲۱ میلیارد تومان، چرخ این کار می‌چرخد.", "other"),
    "small-sum-of-cluster": ("خوشه لنج گناوه با ۲۱ میلیون تومان سر و کار دارد.", "other"),
    "dollars-of-cluster": ("خوشه لنج گناوه ۳ میلیون دلار آورد.", "exports"),
    "dollars": ("این تیم ۳ میلیون دلار آورد.", "other"),
    "compared-with": ("صادرات سیمان به ۵۱۰ تن رسید که نسبت به ۶۸۰ تن پارسال کم است.", "exports"),
    "other-unit": ("صادرات سیمان به ۵۱۰ تن رسید که نسبت به ۶۸۰ مورد پارسال کم است.", "other"),
    "growth-of": ("صادرات یک میلیون دلار بود که نسبت به ۸۰۰ دلار پارسال رشد کرد.", "exports"),
    "verb-behind-verb": ("قیمت آن به ۹۲ میلیون تومان رسیده ولی سود آن به ما نمی‌رسد.", "price"),
    "noun-before-verb": ("ارزش کار ۹۲ میلیون تومان سود است و قیمت ندارد.", "other"),
    "income-reached": ("درآمد ۴ میلیون تومان است و با این طرح به ۷ میلیون تومان می‌رسد.", "other"),
    "project": ("برای این طرح ۷ میلیون تومان می‌رسد.", "investment"),
    "growers": ("شمار نوغان‌داران را به ۴۸۰ خانوار رساند.", "employment"),
    "spectators": ("شمار تماشاگران را به ۴۸۰ خانوار رساند.", "other"),
    "livelihood": ("نان ۵۶۰ خانوار به این صنعت گره خورده است.", "employment"),
    "counted-households": ("در سرشماری ۵۶۰ خانوار ثبت شد.", "other"),
    "households-of-cluster": ("خوشه زرشک قاین ۹ هزار خانوار دارد.", "employment"),
    "classes": ("۲۴ کلاس ترویجی داشتیم.", "training"),
    "classes-of-school": ("۲۴ کلاس درس داشتیم.", "other"),
    "woven": ("سالانه ۳۵ هزار متر مربع گلیم می‌بافند.", "production"),
    "floor": ("سالنی با ۳۵ هزار متر مربع ساخته شد.", "area"),
    "workshops-to-come": ("چهار کارگاه دیگر برپا خواهد شد.", "training"),
    "shareholders": ("شرکت صادرات با سهام ۱۴ واحد ثبت شد.", "participants"),
    "firms": ("شرکت صادرات ۱۴ واحد دارد.", "enterprises"),
    "lent": ("برای ۹۵ کارخانه ۴۶ میلیارد تومان تسهیلات گرفته شد.", "participants"),
    "worked-for": ("برای ۹۵ کارخانه برق کشیده شد.", "enterprises"),
    "taken-abroad": ("۱۰ زنبوردار را برای بازدید به ترکیه می‌بریم.", "participants"),
    "beekeepers": ("۱۰ زنبوردار در ترکیه داریم.", "employment"),
    "stores-of-members": ("۲۲ سردخانه عضو این خوشه‌اند.", "enterprises"),
    "stores": ("۲۲ سردخانه خاموش است.", "other"),
    "delegations": ("اعزام سه هیأت خریدار برای فروش", "other"),
    "contracts": ("ارزش قراردادهای آنان ۹۵۰ میلیارد تومان بود.", "sales"),
    "each-sold": ("هر لیتر شیر شتر را ۱۱۰ هزار تومان می‌فروشیم.", "price"),
    "one-rug": ("یک جاجیم پنج‌متری به ۷ میلیون تومان فروش می‌رود.", "price"),
    "one-rug-sold": ("یک جاجیم پنج‌متری به ۷ میلیون تومان فروش رفت.", "sales"),
    "each-weaver-sells": ("هر بافنده سالی ۷ میلیون تومان می‌فروشد.", "sales"),
    "sold-in-another-clause": ("هر لیتر شیر گران است و ۷ میلیون تومان می‌فروشیم.", "sales"),
    "weave": ("در این روستا ۲۱۰ نفر ورنی می‌بافند.", "employment"),
    "weave-cloth": ("سالی ۲۱۰ تخته ورنی می‌بافند.", "production"),
    "at-machines": ("در این شهر ۹۵۰ نفر پشت دستگاه می‌نشینند.", "employment"),
    "at-a-hearing": ("در این شهر ۹۵۰ نفر پشت درها می‌نشینند.", "other"),
    "kept-at-work": ("کارگاه‌ها ۸۰۰ نفر را سر کار نگه داشته‌اند.", "employment"),
    "kept-waiting": ("کارگاه‌ها ۸۰۰ نفر را چشم به راه نگه داشته‌اند.", "other"),
    "to-be-exported": ("باید ۲۰ تن صادر کنیم.", "exports"),
    "to-be-stored": ("باید ۲۰ تن انبار کنیم.", "other"),
    "laboratory": ("آزمایشگاه با هزینه ۸ میلیون ریال راه افتاد.", "investment"),
    "rug-of-months": ("یک جاجیم که دو ماه پای آن می‌نشینیم به ۷ میلیون تومان فروش می‌رود.", "price"),
    "member-at-a-fair": ("۱۳ شرکت عضو در نمایشگاه مبل حضور یافتند.", "participants"),
    "members": ("۱۳ شرکت عضو در نمایشگاه مبل نداشتند.", "participants"),
    "in-workshops": ("زنان در چهار کارگاه آموزشی شرکت کردند.", "training"),
    "tours-for": ("پنج تور برای ۶۰ شرکت گردشگری برپا کردیم.", "participants"),
    "shops-for": ("پنج سوله برای ۶۰ شرکت گردشگری برپا کردیم.", "enterprises"),
    "standing-there": ("در خوشه‌های استان ۴۰۰ واحد حضور دارند.", "enterprises"),
    "aim-of-sales": ("فروش به ۷ ریال رسید، در حالی که هدف ما ۹ ریال بود.", "sales"),
    "debt-after-sales": ("فروش به ۷ ریال رسید، در حالی که بدهی ما ۹ ریال بود.", "other"),
    "guests": ("۶ نفر کار می‌کنند. شمار مهمانان به ۹ نفر رسید.", "other"),
    "workers-grown": ("۶ نفر کار می‌کنند. این تعداد به ۹ نفر رسید.", "employment"),
    "on-their-way": ("۲۸ باغدار راهی مشهد می‌شوند تا از کارگاه‌ها بازدید کنند.", "participants"),
    "to-hospital": ("۲۸ باغدار راهی بیمارستان شدند.", "employment"),
    "lodgings": ("۸۶ واحد اقامتی عضو آن هستند.", "enterprises"),
    "dwellings": ("۸۶ واحد مسکونی خریدار ندارد.", "other"),
    "ranked": ("این شهر با ۸ هزار تن عسل رتبه سوم کشور را دارد.", "production"),
    "unranked": ("این شهر با ۸ هزار تن عسل نام خود را دارد.", "other"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "indicator"), CASES.values(), ids=list(CASES))
def test_indicator_of_the_last_figure(extractor: Extractor, text: str, indicator: str) -> None:
    figures = figures_of(extractor, text)
    counted = [f for f in figures.values() if f.unit.value != "percent"]
    assert figure_told(counted, text).indicator.value == indicator


def figure_told(figures: list[Figure], text: str) -> Figure:
    """The beneficiaries of a loan stand first; else the last figure is asked for."""
    return figures[0] if text.startswith("برای ۹۵") else figures[-1]


def test_indicator_of_two_subjects_of_one_verb(extractor: Extractor) -> None:
    grown = "شمار پروانه‌ها ۲۰ درصد و ارزش سرمایه‌گذاری ۳۱ درصد بالا رفته است."
    parts = "۲۰ درصد آن سهم روسیه است و ارزش سرمایه‌گذاری ۳۱ درصد بالا رفته است."
    told = [
        [f.indicator.value for f in figures_of(extractor, text).values()] for text in (grown, parts)
    ]
    assert told == [["growth", "growth"], ["share", "growth"]]
