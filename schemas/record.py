"""The record of one article: the public contract of what comes out."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from schemas.article import ArticleInfo, sha256
from schemas.base import Model
from schemas.entities import Cluster, Date, Official, Place
from schemas.figures import Figure
from schemas.findings import Finding, Statement
from schemas.program import Program
from schemas.references import check_references, check_spans

SCHEMA_VERSION: Literal["1"] = "1"


class Provenance(Model):
    """What the record was made with: the same again gives the same bytes."""

    versions: dict[str, str] = Field(description="Versions of the program and of its libraries")
    lexicon_digest: str = Field(description="SHA-256 of the lexicon's data files")
    config_digest: str = Field(description="SHA-256 of the configuration")
    as_of: date = Field(description="The day taken as today where a year is open; never the clock")


class ArticleRecord(Model):
    """All that was read from one article, every value with its evidence."""

    schema_version: Literal["1"] = Field(default=SCHEMA_VERSION, description="Of this contract")
    article: ArticleInfo = Field(description="The article, with the text that offsets count in")
    provenance: Provenance = Field(description="What the record was made with")
    places: tuple[Place, ...] = Field(description="Every naming of a place")
    dates: tuple[Date, ...] = Field(description="Every calendar expression and length of time")
    officials: tuple[Official, ...] = Field(description="Every person, one entry each")
    clusters: tuple[Cluster, ...] = Field(description="Every cluster, one entry each")
    figures: tuple[Figure, ...] = Field(description="Every quantity stated")
    programs: tuple[Program, ...] = Field(description="What became of the clusters, one each")
    statements: tuple[Statement, ...] = Field(description="Who says what")
    findings: tuple[Finding, ...] = Field(description="What a fact-checker should look at")

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        problems = [*self._article_problems(), *check_references(self), *check_spans(self)]
        if problems:
            more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
            raise ValueError(f"article {self.article.id!r}: {problems[0]}{more}")
        return self

    def _article_problems(self) -> list[str]:
        article, problems = self.article, []
        if article.length != len(article.text):
            problems.append(f"article.length: {article.length}, the text has {len(article.text)}")
        if article.sha256 != sha256(article.text):
            problems.append(f"article.sha256: {article.sha256} is not the digest of the text")
        clusters = [program.cluster for program in self.programs]
        problems += [
            f"programs[{i}].cluster: {key!r} already has a program"
            for i, key in enumerate(clusters)
            if key in clusters[:i]
        ]
        return problems
