"""Turn the quantities of a document into linked figures."""

from spacy.tokens import Doc

from extractor.linking.indicators import IndicatorLinker
from extractor.linking.modalities import link_modalities
from extractor.linking.periods import link_periods
from extractor.linking.scene import Scene, finite_verbs, linking_phrases
from extractor.linking.scopes import ProvinceLinker, link_cluster, link_speaker
from extractor.linking.wholes import link_wholes
from extractor.mentions import Figure, Mention
from schemas.vocabularies import Indicator, Modality


class FigureLinker:
    """Links every quantity; compiled once, holds nothing of a document."""

    def __init__(self) -> None:
        self._indicators = IndicatorLinker()
        self._phrases = linking_phrases()
        self._verbs = finite_verbs()

    def link(self, doc: Doc) -> tuple[Figure, ...]:
        """The figures of a document that all components have been over, in text order."""
        if not doc._.quantities:
            return ()
        scene = Scene(doc, self._phrases, self._verbs)
        told = self._indicators.link(scene)
        indicators = [indicator for indicator, _ in told]
        wholes = link_wholes(scene, indicators)
        modalities = link_modalities(scene, wholes)
        periods = link_periods(scene, indicators, wholes)
        provinces = ProvinceLinker(scene)
        figures: list[Figure] = []
        for i in range(len(scene.quantities)):
            figures.append(
                self._figure(scene, provinces, i, told[i], modalities[i], wholes[i], periods[i])
            )
        return tuple(figures)

    @staticmethod
    def _figure(
        scene: Scene,
        provinces: ProvinceLinker,
        i: int,
        told: tuple[Indicator, Mention | None],
        modality: Modality,
        whole: int | None,
        period: int | None,
    ) -> Figure:
        quantity = scene.quantities[i]
        cluster, cluster_basis = link_cluster(scene, quantity)
        speaker = link_speaker(scene, quantity)
        province, province_basis, place = provinces.link(quantity, cluster, speaker)
        return Figure(
            quantity.start,
            quantity.end,
            quantity=quantity,
            indicator=told[0],
            measured=told[1],
            modality=modality,
            cluster=cluster,
            cluster_basis=cluster_basis,
            province=province,
            province_basis=province_basis,
            place=place,
            date=period,
            speaker=speaker,
            part_of=whole,
        )
