"""From what identities and findings were computed, in few letters."""

import sqlite3
from hashlib import blake2b

from corpus.exports.sqlite_schema import TABLE_COLUMNS

VERSION = "4"  # of the rules of ``corpus.checks``; another one makes every check due again
_ARTICLES = """SELECT id, sha256, published, copy_of, lexicon_digest, config_digest,
 program_version FROM articles ORDER BY key"""
_MERGES = """SELECT kind, name_key, province, office, identity FROM merges
ORDER BY kind, name_key, province, office"""


def records_digest(base: sqlite3.Connection) -> str:
    """What the articles are, with what they were read, and how much was found in them."""
    digest = blake2b(digest_size=16)
    for row in base.execute(_ARTICLES):
        digest.update(repr(row).encode())
    for table in TABLE_COLUMNS:
        digest.update(repr(base.execute(f"SELECT MAX(key) FROM {table}").fetchone()).encode())
    return digest.hexdigest()


def decisions_digest(base: sqlite3.Connection) -> str:
    """What people said of names; notes and times change nothing."""
    digest = blake2b(digest_size=16)
    for row in base.execute(_MERGES):
        digest.update(repr(tuple(row)).encode())  # of a Row of a reader's, too
    return digest.hexdigest()
