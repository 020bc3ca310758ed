"""What became of a cluster: its stage, its people, what was done for it."""

from typing import Self

from pydantic import Field, model_validator

from schemas.base import Id, Model
from schemas.spans import Span
from schemas.vocabularies import ActivityType, Basis, Phase, ProgramStatus


class Activity(Model):
    """Something done, going on or planned for a cluster."""

    type: ActivityType = Field(description="What sort of activity")
    span: Span = Field(description="The words that say so")
    place: Id | None = Field(description="Id of the place where")
    date: Id | None = Field(description="Id of the date when")
    phase: Phase = Field(description="Done, going on, or planned")


class Program(Model):
    """The development programme of one cluster, as this article tells it."""

    id: Id = Field(description="Unique in the record")
    cluster: Id = Field(description="Id of the cluster")
    cluster_basis: Basis = Field(description="What it rests on that this cluster is meant")
    status: ProgramStatus | None = Field(description="Furthest stage said to be reached")
    status_span: Span | None = Field(description="The words that say so")
    start: Id | None = Field(description="Id of the date at which the programme began")
    end: Id | None = Field(description="Id of the date at which it ended or is to end")
    organization: str | None = Field(description="The body that runs the programme")
    agent: Id | None = Field(description="Id of the official who is the development agent")
    officials: tuple[Id, ...] = Field(description="Ids of the officials who speak of or act in it")
    figures: tuple[Id, ...] = Field(description="Ids of the figures about this cluster")
    activities: tuple[Activity, ...] = Field(description="What was, is or will be done")

    @model_validator(mode="after")
    def _status_has_evidence(self) -> Self:
        if (self.status is None) != (self.status_span is None):
            raise ValueError(f"program {self.id}: status and status_span must go together")
        return self
