"""Files of every format, made for the tests of the readers."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import polars
import zstandard

TITLE = "خوشه فرش قم فعال شد"
TEXT = "مدیر شرکت شهرک‌های صنعتی قم گفت: خوشه فرش ۱۲ واحد دارد و ۳۴۰ نفر در آن کار می‌کنند"

PACKED: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.compress,
}


def body(number: int) -> str:
    return f"{TEXT}؛ این خبر شماره {number} است."


def html(number: int, charset: str = "utf-8") -> bytes:
    page = f"""<!DOCTYPE html>
<html lang="fa"><head><meta charset="{charset}"><title>{TITLE} {number} | خبرگزاری نمونه</title>
<meta property="og:site_name" content="خبرگزاری نمونه"><meta name="author" content="سارا نمونه">
<meta property="article:published_time" content="2023-08-03T10:00:00+03:30">
<style>p {{ color: red }}</style><script>var x = "<p>نه</p>";</script></head>
<body><nav><a href="/">خانه</a> <a href="/1">اقتصاد</a></nav>
<div class="sidebar"><p>پربازدیدترین خبرهای امروز را این‌جا می‌خوانید و نه در متن خبر</p></div>
<article><h1>{TITLE} {number}</h1><div class="share">اشتراک‌گذاری</div>
<p>{body(number)}</p>
<p>یک بند <b>دیگر</b> &laquo;با نشانه&raquo; &amp; شهرک&zwnj;ها.</p>
<ul><li><a href="/2">بیشتر بخوانید: خبر دیگری که پیوند است</a></li></ul></article>
<footer>همه حقوق محفوظ است</footer></body></html>"""
    return page.encode(charset)


def text_of_html(number: int) -> str:
    return f"{body(number)}\nیک بند دیگر «با نشانه» & شهرک\u200cها."


def rows(numbers: range) -> list[dict[str, Any]]:
    return [
        {"id": f"a{i}", "title": f"{TITLE} {i}", "date": "1402/05/12", "text": body(i)}
        for i in numbers
    ]


def jsonl(numbers: range) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows(numbers))


def json_array(numbers: range) -> bytes:
    return json.dumps(rows(numbers), ensure_ascii=False, indent=1).encode()


def json_object(numbers: range) -> bytes:
    value = {"total": len(numbers), "articles": rows(numbers), "tags": [{"x": 1}]}
    return json.dumps(value, ensure_ascii=False).encode()


def csv(numbers: range, delimiter: str = ",") -> bytes:
    lines = [delimiter.join(("id", "title", "date", "text"))]
    for row in rows(numbers):
        cells = [str(value).replace('"', '""') for value in row.values()]
        lines.append(delimiter.join(f'"{cell}"' for cell in cells))
    return "\r\n".join(lines).encode()


def tsv(numbers: range) -> bytes:
    return csv(numbers, "\t")


def parquet(numbers: range) -> bytes:
    out = io.BytesIO()
    polars.DataFrame(rows(numbers)).write_parquet(out, row_group_size=3)
    return out.getvalue()


def rss(numbers: range) -> bytes:
    items = "".join(
        f"<item><title>{row['title']}</title><guid>{row['id']}</guid>"
        f"<link>https://example.com/{row['id']}</link><pubDate>Thu, 03 Aug 2023 10:00:00 +0330"
        f"</pubDate><content:encoded><![CDATA[<p>{row['text']}</p>]]></content:encoded>"
        "<description>خلاصه</description></item>"
        for row in rows(numbers)
    )
    head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>ن</title>'
    return f"{head}{items}</channel></rss>".encode()


def atom(numbers: range) -> bytes:
    entries = "".join(
        f"<entry><title>{row['title']}</title><id>{row['id']}</id>"
        f'<link rel="alternate" href="https://example.com/{row["id"]}"/>'
        f"<published>2023-08-03T10:00:00Z</published><author><name>سارا</name></author>"
        f'<content type="html">&lt;p&gt;{row["text"]}&lt;/p&gt;</content></entry>'
        for row in rows(numbers)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode()


def collection(numbers: range) -> bytes:
    docs = "\n".join(
        f"<DOC>\n<DOCID>{row['id']}</DOCID>\n<DOCNO>{row['id']}</DOCNO>\n"
        f'<DATE calender="Persian">{row["date"]}</DATE>\n'
        f'<DATE calender="Western">2023-08-03</DATE>\n<TITLE><![CDATA[{row["title"]}]]></TITLE>\n'
        f"<TEXT>\n{row['text']}\n</TEXT>\n</DOC>"
        for row in rows(numbers)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<HAMSHAHRI2>\n{docs}\n</HAMSHAHRI2>'.encode()


def trec(numbers: range) -> bytes:
    return "\n".join(
        f"<DOC>\n<DOCNO>{row['id']}</DOCNO>\n<DATE>{row['date']}</DATE>\n"
        f"<TITLE>{row['title']}</TITLE>\n<TEXT>\n{row['text']}\n</TEXT>\n</DOC>"
        for row in rows(numbers)
    ).encode()


def warc_records(numbers: range) -> list[bytes]:
    records = [warc_record("warcinfo", "w", b"software: test\r\n", "application/warc-fields")]
    for i in numbers:
        for kind, key, data in (
            ("text/html; charset=UTF-8", f"a{i}", html(i)),
            ("image/png", f"p{i}", b"\x89PNG"),
        ):
            payload = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + data
            records.append(warc_record("response", key, payload))
    return records


def warc_record(
    kind: str, key: str, payload: bytes, content: str = "application/http; msgtype=response"
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <{key}>\r\n"
        f"WARC-Target-URI: https://example.com/{key}\r\nContent-Type: {content}\r\n"
        f"WARC-Date: 2024-01-01T00:00:00Z\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def warc(numbers: range) -> bytes:
    return b"".join(warc_records(numbers))


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


TABULAR: dict[str, Callable[[range], bytes]] = {
    "a.jsonl": jsonl,
    "a.json": json_array,
    "o.json": json_object,
    "a.csv": csv,
    "a.tsv": tsv,
    "a.parquet": parquet,
    "rss.xml": rss,
    "atom.xml": atom,
    "hamshahri.xml": collection,
    "trec.xml": trec,
    "a.warc": warc,
}
