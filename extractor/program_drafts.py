"""Gather what was found about each cluster into one programme."""

from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.mentions import Activity, StatusCue
from extractor.programs import final_status, programme_end, programme_start
from schemas.vocabularies import RoleCode


@dataclass(frozen=True, slots=True)
class ProgramDraft:
    """A programme before its offsets and ids are made; indexes count in the document's groups."""

    cluster: int
    status: StatusCue | None
    start: int | None
    end: int | None
    organization: str | None
    agent: int | None
    officials: tuple[int, ...]
    figures: tuple[int, ...]
    activities: tuple[Activity, ...]


def draft_programs(doc: Doc) -> list[ProgramDraft]:
    """One draft for each cluster of which a stage, an activity or a figure is told."""
    drafts = [_draft(doc, i) for i in range(len(doc._.clusters))]
    return [d for d in drafts if d.status or d.activities or d.figures]


def _draft(doc: Doc, cluster: int) -> ProgramDraft:
    cues = [cue for cue in doc._.statuses if cluster in cue.clusters]
    figures = tuple(i for i, f in enumerate(doc._.figures) if f.cluster == cluster)
    speakers = {doc._.figures[i].speaker for i in figures}
    speakers |= {_speaker_at(doc, cue.start) for cue in cues}
    agent = _agent(doc, cluster)
    officials = tuple(sorted(o for o in speakers | {agent} if o is not None))
    return ProgramDraft(
        cluster=cluster,
        status=final_status(cues),
        start=programme_start(cues),
        end=programme_end(cues),
        organization=_organization(doc, officials),
        agent=agent,
        officials=officials,
        figures=figures,
        activities=tuple(a for a in doc._.activities if cluster in a.clusters),
    )


def _speaker_at(doc: Doc, position: int) -> int | None:
    return next(
        (s.speaker for s in reversed(doc._.statements) if s.start <= position < s.end), None
    )


def _agent(doc: Doc, cluster: int) -> int | None:
    """The development agent whose office or speech is about this cluster."""
    for i, official in enumerate(doc._.officials):
        if official.role_code is not RoleCode.CLUSTER_AGENT or official.name is None:
            continue
        spoken = [s.start for s in doc._.statements if s.speaker == i]
        for position in [m.start for m in official.mentions] + spoken:
            topic = next((t for t in doc._.topics if t.start <= position < t.end), None)
            if topic is not None and topic.clusters == (cluster,):
                return i
    return None


def _organization(doc: Doc, officials: tuple[int, ...]) -> str | None:
    """The body of the first official who speaks of the cluster and has one."""
    return next(
        (o.organization for o in (doc._.officials[i] for i in officials) if o.organization), None
    )
