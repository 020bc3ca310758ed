"""The tables of the second file: what people decided, and what was computed from the records."""

APPLICATION = 0x4B68C5A3  # one more than that of the databases of records
VERSION = 1

# Written by people; nothing that is computed ever changes them.
_BY_PEOPLE = (
    """CREATE TABLE merges (
 kind TEXT NOT NULL CHECK (kind IN ('cluster', 'official')),
 name_key TEXT NOT NULL,
 province TEXT NOT NULL DEFAULT '',
 office TEXT NOT NULL DEFAULT '',
 identity TEXT NOT NULL DEFAULT '',
 note TEXT NOT NULL DEFAULT '',
 changed TEXT NOT NULL,
 PRIMARY KEY (kind, name_key, province, office)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE reviews (
 finding TEXT PRIMARY KEY,
 state TEXT NOT NULL CHECK (state IN ('seen', 'right', 'wrong')),
 note TEXT NOT NULL DEFAULT '',
 about TEXT NOT NULL DEFAULT '',
 changed TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
)
# ``row`` and ``figure`` are keys of rows of the database of records beside this file.
_COMPUTED = {
    "cluster_identities": """CREATE TABLE cluster_identities (
 identity TEXT PRIMARY KEY, name TEXT NOT NULL, name_folded TEXT NOT NULL, province TEXT,
 names INTEGER NOT NULL, articles INTEGER NOT NULL, figures INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
    "cluster_members": """CREATE TABLE cluster_members (
 row INTEGER PRIMARY KEY, identity TEXT NOT NULL, name_key TEXT NOT NULL,
 province TEXT NOT NULL
) STRICT""",
    "official_identities": """CREATE TABLE official_identities (
 identity TEXT PRIMARY KEY, name TEXT, name_folded TEXT NOT NULL, role TEXT, role_code TEXT,
 organization TEXT, province TEXT,
 names INTEGER NOT NULL, articles INTEGER NOT NULL, figures INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
    "official_members": """CREATE TABLE official_members (
 row INTEGER PRIMARY KEY, identity TEXT NOT NULL, name_key TEXT NOT NULL,
 province TEXT NOT NULL, office TEXT NOT NULL
) STRICT""",
    "archive_findings": """CREATE TABLE archive_findings (
 finding TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE,
 code TEXT NOT NULL, severity TEXT NOT NULL,
 message_fa TEXT NOT NULL, message_en TEXT NOT NULL,
 calculation TEXT NOT NULL, tolerance TEXT,
 cluster TEXT, province TEXT, indicator TEXT NOT NULL, year INTEGER
) STRICT, WITHOUT ROWID""",
    "archive_finding_figures": """CREATE TABLE archive_finding_figures (
 finding TEXT NOT NULL, number INTEGER NOT NULL, figure INTEGER NOT NULL,
 article_id TEXT NOT NULL, figure_id TEXT NOT NULL,
 span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, quote TEXT NOT NULL,
 PRIMARY KEY (finding, number)
) STRICT, WITHOUT ROWID""",
    "article_findings": """CREATE TABLE article_findings (
 row INTEGER PRIMARY KEY, finding TEXT NOT NULL
) STRICT""",
    "computed_from": """CREATE TABLE computed_from (
 name TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
}
_INDEXES = (
    "CREATE INDEX cluster_identities_by_size ON cluster_identities (articles DESC)",
    "CREATE INDEX cluster_identities_province ON cluster_identities (province, articles DESC)",
    "CREATE INDEX cluster_members_identity ON cluster_members (identity)",
    "CREATE INDEX official_identities_by_size ON official_identities (articles DESC)",
    "CREATE INDEX official_identities_province ON official_identities (province, articles DESC)",
    "CREATE INDEX official_members_identity ON official_members (identity)",
    "CREATE INDEX archive_findings_code ON archive_findings (code, number)",
    "CREATE INDEX archive_findings_cluster ON archive_findings (cluster)",
    "CREATE INDEX archive_finding_figures_figure ON archive_finding_figures (figure)",
    "CREATE INDEX archive_finding_figures_article ON archive_finding_figures (article_id)",
    "CREATE INDEX article_findings_finding ON article_findings (finding)",
)

COMPUTED = tuple(_COMPUTED)
COMPUTED_TABLES = tuple(_COMPUTED.values())
CREATE = (*_BY_PEOPLE, *COMPUTED_TABLES, *_INDEXES)
