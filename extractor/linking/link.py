"""Turn the quantities of a document into linked figures."""

from spacy.tokens import Doc

from extractor.linking.clause_verbs import clause_forms
from extractor.linking.indicators import IndicatorLinker, inherit_from_wholes
from extractor.linking.modalities import link_modalities
from extractor.linking.periods import link_periods
from extractor.linking.repeated import inherit_from_repeated
from extractor.linking.scene import Scene, linking_phrases
from extractor.linking.scopes import link_scopes
from extractor.linking.wholes import link_wholes
from extractor.mentions import Figure


class FigureLinker:
    """Links every quantity; compiled once, holds nothing of a document."""

    def __init__(self) -> None:
        self._indicators = IndicatorLinker()
        self._phrases = linking_phrases()
        self._verbs = clause_forms()

    def link(self, doc: Doc) -> tuple[Figure, ...]:
        """The figures of a document that all components have been over, in text order."""
        if not doc._.quantities:
            return ()
        scene = Scene(doc, self._phrases, self._verbs)
        told = self._indicators.link(scene)
        indicators = [indicator for indicator, _ in told]
        wholes = link_wholes(scene, indicators)
        inherit_from_wholes(scene, told, wholes)
        inherit_from_repeated(scene, told)
        indicators = [indicator for indicator, _ in told]
        modalities = link_modalities(scene, wholes)
        periods = link_periods(scene, indicators, wholes)
        scopes = link_scopes(scene, indicators, wholes)
        return tuple(
            Figure(
                quantity.start,
                quantity.end,
                quantity=quantity,
                indicator=told[i][0],
                measured=told[i][1],
                modality=modalities[i],
                cluster=scopes[i].cluster,
                cluster_basis=scopes[i].cluster_basis,
                province=scopes[i].province,
                province_basis=scopes[i].province_basis,
                place=scopes[i].place,
                date=periods[i],
                speaker=scopes[i].speaker,
                part_of=wholes[i],
            )
            for i, quantity in enumerate(scene.quantities)
        )
