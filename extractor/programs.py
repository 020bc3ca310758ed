"""From all that is said of a programme to its stage, its start and its end."""

from collections.abc import Sequence

from extractor.mentions import StatusCue
from extractor.reasons import note
from schemas.vocabularies import ProgramStatus

_RANK = {
    status: rank
    for rank, status in enumerate(
        (
            ProgramStatus.IDENTIFIED,
            ProgramStatus.FEASIBILITY_STUDY,
            ProgramStatus.DIAGNOSTIC_STUDY,
            ProgramStatus.PLANNED,
            ProgramStatus.APPROVED,
            ProgramStatus.IN_PROGRESS,
            ProgramStatus.COMPLETED,
        )
    )
}


def final_status(cues: Sequence[StatusCue]) -> StatusCue | None:
    """The cue of the furthest stage; a stop overrides it unless work is told to go on after.

    Cues are in text order; of equals the first is kept.

    >>> told = [StatusCue(0, 5, ProgramStatus.COMPLETED, (0,)),
    ...         StatusCue(9, 14, ProgramStatus.SUSPENDED, (0,))]
    >>> final_status(told).status.value
    'suspended'

    A plan told of several clusters together yields to what is told of one of them, and a stop
    that only a complaint tells of to a beginning or an end.
    """
    cues = _without_claims(_without_vague_plans(cues))
    stops = [i for i, cue in enumerate(cues) if cue.status is ProgramStatus.SUSPENDED]
    if stops:
        resumed = [c for c in cues if c.resumed and c.status is ProgramStatus.IN_PROGRESS]
        last, rule = (resumed[0], "resumed") if resumed else (cues[stops[0]], "stopped")
    elif cues:
        last, rule = max(cues, key=lambda cue: _RANK[cue.status]), "furthest"
    else:
        return None
    note("programs", last, "chosen", f"programs.chosen.{rule}", *cues)
    return last


def _without_vague_plans(cues: Sequence[StatusCue]) -> Sequence[StatusCue]:
    """«دو خوشه نیز در راه است؛ … دومی در مرحله مطالعه است»."""
    fewest = min((len(cue.clusters) for cue in cues), default=0)
    return [c for c in cues if c.status is not ProgramStatus.PLANNED or len(c.clusters) == fewest]


def _without_claims(cues: Sequence[StatusCue]) -> Sequence[StatusCue]:
    """«انتقاد از رها شدن خوشه …», to which the company answers that it is under way."""
    if any(_RANK.get(cue.status, 0) >= _RANK[ProgramStatus.IN_PROGRESS] for cue in cues):
        return [cue for cue in cues if not cue.claimed]
    return cues


def programme_start(cues: Sequence[StatusCue]) -> int | None:
    """Index of the date at which the programme began; a resumed one begins anew."""
    cue = starting(cues)
    return cue.started if cue else None


def starting(cues: Sequence[StatusCue]) -> StatusCue | None:
    """The cue that tells when the programme began."""
    told = [cue for cue in cues if cue.started is not None]
    resumed = [cue for cue in told if cue.resumed]
    begun = [cue for cue in told if cue.status is not ProgramStatus.APPROVED]
    return _first(resumed or begun or told)


def programme_end(cues: Sequence[StatusCue]) -> int | None:
    """Index of the date at which the programme ended, else of that at which it is to end."""
    cue = ending(cues)
    return cue.ended if cue else None


def ending(cues: Sequence[StatusCue]) -> StatusCue | None:
    """The cue that tells when the programme ended or is to end."""
    told = [cue for cue in cues if cue.ended is not None]
    over = [cue for cue in told if cue.status is ProgramStatus.COMPLETED]
    return _first(over or told)


def _first(cues: Sequence[StatusCue]) -> StatusCue | None:
    """The first of the cues; one of a ceremony only where there is no other."""
    return min(cues, key=lambda cue: cue.celebrated, default=None)
