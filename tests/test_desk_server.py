"""The command that opens the desk: what it refuses, how it begins and ends."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest

pytest.importorskip("datasette")

from typer.testing import CliRunner

from corpus.exports.sqlite import write_sqlite
from corpus.reviews import open_reviews, review_path
from extractor.cli import app
from extractor.desk.records import data_name
from tests.hostile_records import hostile_record
from tests.rights import bound_by_rights, public_folder

START = "from extractor.cli import main\nif __name__ == '__main__':\n    main()\n"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "news #1?.sqlite"
    write_sqlite([hostile_record("a")], path)
    return path


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE articles (id)")
        connection.commit()


def another_version(path: Path) -> None:
    write_sqlite([hostile_record("a")], path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()


@pytest.mark.parametrize("command", [["desk", "--port", "0"], ["check"]], ids=["desk", "check"])
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda _: None, "does not exist; make one with: khooshechin export"),
        (Path.mkdir, "is a folder"),
        (Path.touch, "is no SQLite database"),
        (lambda path: path.write_text("SQLite format 3\0x"), "file is not a database"),
        (foreign, "was not written by khooshechin export"),
        (another_version, "has version 99 of its tables"),
    ],
    ids=["nothing", "folder", "empty", "damaged", "of-others", "other-version"],
)
def test_what_is_no_database_of_ours_is_told(
    tmp_path: Path, make: Callable[[Path], object], said: str, command: list[str]
) -> None:
    path = tmp_path / "x.sqlite"
    make(path)
    told = CliRunner().invoke(app, [*command, str(path)])
    assert told.exit_code == 2
    assert said in told.output
    assert not review_path(path).exists()


@pytest.mark.parametrize("kept", [False, True], ids=["no-reviews-yet", "reviews-not-to-write"])
def test_place_where_reviews_cannot_be_kept_is_told(kept: bool) -> None:
    with public_folder() as folder:
        records = folder / "closed" / "news.sqlite"
        write_sqlite([hostile_record("a")], records)
        if kept:
            open_reviews(review_path(records)).close()
            review_path(records).chmod(0o444)
        with bound_by_rights():
            told = CliRunner().invoke(app, ["desk", str(records), "--port", "0"])
    assert told.exit_code == 2
    assert "reviews cannot be kept here" in told.output


def test_busy_port_is_told(records: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        told = CliRunner().invoke(app, ["desk", str(records), "--port", str(port)])
    assert told.exit_code == 2
    assert f"port {port} of 127.0.0.1 is in use" in told.output


def test_wrong_host_is_told(records: Path) -> None:
    told = CliRunner().invoke(app, ["desk", str(records), "--host", "no.such.host.invalid"])
    assert told.exit_code == 2
    assert "is no address of this machine" in told.output


@pytest.mark.parametrize(
    ("name", "known"),
    [("news.sqlite", "news"), ("desk.sqlite", "records"), ("-.sqlite", "records")],
)
def test_database_has_a_name_no_page_has(name: str, known: str) -> None:
    assert data_name(Path(name)) == known


def test_desk_is_served_and_closed(records: Path, tmp_path: Path) -> None:
    start = tmp_path / "start.py"
    start.write_text(START)
    root = Path(__file__).parent.parent
    process = subprocess.Popen(
        [sys.executable, str(start), "desk", str(records), "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    try:
        assert process.stderr is not None
        assert "worked out first" in process.stderr.readline()
        (url,) = re.findall(r"http://127\.0\.0\.1:\d+/", process.stderr.readline())
        page = httpx.get(url, timeout=60)
        assert page.status_code == 200
        assert "server" not in page.headers
        assert httpx.get(url, headers={"host": "evil.example"}, timeout=60).status_code == 400
        # A path with bytes that no browser sends, but a hostile program may.
        with socket.create_connection(("127.0.0.1", httpx.URL(url).port or 0), 60) as raw:
            raw.sendall(b"GET /\xff\xfe HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
            assert raw.recv(1000).startswith((b"HTTP/1.1 404", b"HTTP/1.1 400", b"HTTP/1.1 302"))
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
        assert process.returncode == 0
        assert told.splitlines()[-1] == "khooshechin: closed"
        assert "Traceback" not in told
    finally:
        process.kill()
        process.wait()
