"""Pages laid out as those of Iranian outlets are: their elements and class names, our words."""

from datetime import date

import pytest

from corpus.readers.html import read_page

FIRST = "استاندار گفت: خوشه سفال با ۳۵۰ کارگاه و ۱۲ میلیارد تومان اعتبار آغاز شد و ادامه دارد."
SECOND = "به گفته او، در این خوشه ۹۰۰ نفر کار می‌کنند و دو نمایشگاه نیز برای فروش برگزار شد."
LEAD = "استاندار از آغاز کار خوشه سفال با ۳۵۰ کارگاه در جنوب استان خبر داد و آن را بزرگ خواند."
KICKER = "در نشست بررسی برنامه‌های توسعه صنایع کوچک و متوسط استان مطرح شد؛"
TITLE = "آغاز کار خوشه سفال"
TAGS = "<ul><li><a href=/t>سفال</a></li></ul>"
OTHERS = "<ul>" + 12 * "<li><a href=/n>خبر دیگری از شهرهای استان که در فهرست است</a></li>" + "</ul>"

AGENCY = f"""<title>{TITLE} - خبرگزاری نمونه</title>
<meta property=og:site_name content="خبرگزاری نمونه"></head>
<body><header><div class=date>یکشنبه ۳ آذر ۱۴۰۵</div></header><article class=item>
<div class=print-header><div class=meta><ul><li class=date>۱۲ مرداد ۱۴۰۲، ۹:۳۰</li>
<li class=id>کد خبر <span>6017</span></li></ul></div></div>
<div class=item-header><div class="item-nav row">
<ol class=breadcrumb><li><a href=/a>اقتصاد</a></ol>
<div class=item-date><span>۱۲ مرداد ۱۴۰۲، ۹:۳۰</span></div></div>
<div class=item-title><h4 class="subtitle kicker">{KICKER}</h4>
<h1 class=title>{TITLE}</h1></div></div>
<div class=item-summary><figure class=item-img><figcaption>عکس</figcaption></figure>
<p class="summary introtext" itemprop=description>{LEAD}</p></div>
<div class=item-body><div itemprop=articleBody class=item-text>
<p>{FIRST}</p><p>{SECOND}</p></div></div>
<div class=item-code>کد خبر <span>6017</span></div>
<section class="box tags">{TAGS}</section></article>
<section class="box related">{OTHERS}</section>"""

CALENDAR = f"""<title>{TITLE} - نمونه</title></head><body><div class=full-news><article>
<div class=item-header><div class=full-news-meta><ul>
<li><i class="fa fa-calendar-o"></i> <span class=title-meta>پنجشنبه /</span>
<span class=text-meta>۱۲ مرداد ۱۴۰۲ / ۱۹:۳۱</span></li>
<li><span class=title-meta>کد خبر:</span> <span class=text-meta>1404030905</span></li></ul></div>
<h1 class=first-title itemprop=headline>{TITLE}</h1></div>
<p class=summary itemprop=description>{LEAD}</p>
<div itemprop=articleBody class=item-text><p>{FIRST}</p><p>{SECOND}</p></div></article>
<footer class=tags><span>برچسب‌ها:</span>{TAGS}</footer>{OTHERS}</div>"""

OLD = f"""<title>{TITLE}</title></head><body><div id=main><div class=cervees>سرویس: اقتصادی</div>
<div class=newsPubDate>پنجشنبه ۱۲ مرداد ۱۴۰۲ - ۱۰:۴۴</div><div class=newsCode>کد خبر: ۹۵۰۳</div>
<div class=titr><h1><p>{TITLE}</p></h1></div><div class=lead>{LEAD}</div>
<div class=body><p>{FIRST}</p><p>{SECOND}</p></div><div class=tag>{TAGS}</div></div>
<div class=sidebar>{OTHERS}</div>"""

TOOLBAR = f"""<title>{TITLE} - سایت نمونه</title></head><body>
<div class=header><div class=header_date>۳ آذر ۱۴۰۵</div></div><div class=newsbody>
<div class=news_toolbar><div class="news_nav news_id_c">
<span class=news_nav_title>کد خبر: </span>۷۱۲۳۴</div><div class="news_nav news_comments">
<span class=news_nav_title>تعداد نظرات: </span>۳ نظر</div><div class="news_nav news_pdate_c">
<span class=news_nav_title>تاریخ انتشار: </span>۱۲ مرداد ۱۴۰۲ - ۰۸:۳۰</div></div>
<div class=rutitr>{KICKER}</div><div class=title><h1 class=title><a href=/n>{TITLE}</a></h1></div>
<div class=subtitle>{LEAD}</div>
<div class=body id=echo_detail><div></div>{FIRST}<br><br>{SECOND}<div class=wrapper></div></div>
<div class=tags_container>{TAGS}</div><div class=comments><p>{FIRST * 3}</p></div></div>{OTHERS}"""

STORY = f"""<title>{TITLE}- اخبار اقتصاد - نمونه | نمونه‌نیوز</title></head><body>
<section class=page><article class=single-news>
<h1 class=title>{TITLE}</h1><ul class="list-inline details">
<li class=service><a href=/s>اقتصادی</a></li><li class=time>12 مرداد 1402 - 08:30</li></ul>
<h3 class=lead>{LEAD}</h3><figure><figcaption>عکس</figcaption></figure>
<div class=story><p dir=RTL>{FIRST}</p><p dir=RTL>{SECOND}</p></div></article>
<div class=related>{OTHERS}</div></section>"""

CLOCK = f"""<title>{TITLE} | خبرگزاری نمونه</title></head><body><div class=container>
<header class=main-header><time>یکشنبه ۳ آذر ۱۴۰۵</time></header><div class=news-box>
<div class="title mb-2">{TITLE}</div><div class="news-data d-flex"><div class=publish-time>
<time datetime="8/3/2023 8:30:00 AM">۱۲ مرداد ۱۴۰۲ - ۰۸:۳۰</time></div></div>
<p class="lead p-2 radius">{LEAD}</p>
<div class="nt-body mt-4"><p>{FIRST}</p><p>{SECOND}</p></div></div>
{OTHERS}<time>۱ مرداد ۱۴۰۲</time></div>"""

BLOG = f"""<title>{TITLE} - نمونه</title><script type=application/ld+json>
{{"@graph": [{{"@type": "WebPage", "datePublished": "2023-08-03T05:00:00+00:00"}}]}}</script></head>
<body class=single><main><div class=post-meta><date>۱ مرداد ۱۴۰۲</date>
<span class=post-code>کد خبر: ۱۲۳۴</span><span class=post-view>بازدید: ۵۶</span></div>
<h1 class=entry-title>{TITLE}</h1><div class=entry-content><p>{LEAD}</p>
<p>{FIRST}</p><p>{SECOND}</p>
<div class=sharedaddy><a href=/s>تلگرام</a></div></div></main>{OTHERS}"""

PAGES = {
    "agency": AGENCY,
    "calendar": CALENDAR,
    "old": OLD,
    "toolbar": TOOLBAR,
    "story": STORY,
    "clock": CLOCK,
    "blog": BLOG,
}


@pytest.mark.parametrize("source", PAGES.values(), ids=PAGES.keys())
def test_page_gives_its_article_alone(source: str) -> None:
    page = read_page(f"<!doctype html><html lang=fa dir=rtl><head>{source}")
    assert page.body.text.split("\n") == [LEAD, FIRST, SECOND]
    assert page.title == TITLE
    assert page.published == date(2023, 8, 3)
