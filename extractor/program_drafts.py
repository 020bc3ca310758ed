"""Gather what was found about each cluster into one programme."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.mentions import Activity, Official, StatusCue
from extractor.programs import ending, final_status, starting
from extractor.reasons import collecting, inherit, note
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
    status, start, end = final_status(cues), starting(cues), ending(cues)
    body = _body(doc, officials)
    draft = ProgramDraft(
        cluster=cluster,
        status=status,
        start=start.started if start else None,
        end=end.ended if end else None,
        organization=body.organization if body else None,
        agent=agent,
        officials=officials,
        figures=figures,
        activities=tuple(a for a in doc._.activities if cluster in a.clusters),
    )
    if collecting():
        _note(doc, draft, cues, start, end, body)
    return draft


def _note(
    doc: Doc,
    draft: ProgramDraft,
    cues: Sequence[StatusCue],
    start: StatusCue | None,
    end: StatusCue | None,
    body: Official | None,
) -> None:
    """Note what each value of the programme was taken from."""
    at = doc._.clusters[draft.cluster].mentions[0]
    figures = [doc._.figures[i] for i in draft.figures]
    note("programs", at, "cluster", "programs.cluster", *cues, *draft.activities, *figures)
    note("programs", at, "figures", "programs.figures", *figures)
    speakers = (doc._.officials[i].mentions[0] for i in draft.officials)
    note("programs", at, "officials", "programs.officials", *speakers)
    if draft.agent is not None:
        person = doc._.officials[draft.agent].mentions[0]
        note("programs", at, "agent", "programs.agent", person)
    if body:
        source = ("officials", body.mentions[0].start, "organization")
        inherit("programs", at, "organization", "programs.organization", source)
    if start:
        inherit("programs", at, "start", "programs.start", ("statuses", start, "started"))
    if end:
        inherit("programs", at, "end", "programs.end", ("statuses", end, "ended"))


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


def _body(doc: Doc, officials: tuple[int, ...]) -> Official | None:
    """The first official who speaks of the cluster and is of a body."""
    return next((o for o in (doc._.officials[i] for i in officials) if o.organization), None)
