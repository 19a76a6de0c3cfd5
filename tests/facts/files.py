"""One full case file in each language, and the two ways to read one."""

from typing import Any

import pytest

from sortie import facts
from sortie.law.france.vocabulary import FRENCH

ENGLISH = """\
format: sortie/case@1
jurisdiction: fr
title: "One day with an employer"
person:
  born_on: 1973-05-02
custody:
  status: [{is: on_remand, from: 2011-01-05}, {is: convicted, from: 2012-06-10}]
  committed_on: 2012-06-10
  sentences:
    - length: P8Y
      suspended: P1Y
      pronounced_on: 2012-05-02
      final_on: 2012-06-10
      offences: [organised_crime, escape]
      recidivist: true
      socio_judicial_supervision: none
      merged_into: null
      court: interregional
    - {length: life, merged_into: 0, socio_judicial_supervision: incurred}
  remand: [{from: 2011-01-05, until: 2012-06-09}]
  security_period: {from: 2012-06-10, until: 2016-06-09}
  reductions: [{granted_on: 2014-06-10, length: P5M10D, kind: single, withdrawn_on: none}]
  end_of_sentence: 2029-06-10
  placements:
    - {from: 2012-06-10, establishment: "A prison", kind: maison_arret, unit: ordinary}
    - {from: 2025-07-29, establishment: "B", kind: maison_centrale, unit: organised_crime_unit}
  adjustments: [{kind: semi_liberty, from: 2024-01-01, until: 2024-06-30}]
  watch_list: [{from: 2025-07-01}]
  isolation: none
  territory_ban: {since: 2012-06-10, until: none}
  parole_requires_leave: {decided_on: 2025-01-15}
  admissible_to: [parole]
history:
  leaves:
    - type: fr.leave.day
      from: 2024-02-01
      until: 2024-02-01
      granted_by: enforcement_judge
      outcome: returned
  incidents: [{kind: escape, on: 2014-02-07, until: 2014-02-21}]
  applications: [{filed_on: 2025-01-02, decided_on: 2025-02-02, outcome: refused, bar_until: none}]
orders:
  bans: [{kind: contact, since: 2012-06-10, until: 2030-01-01, source: "Judgment of 2 May 2012"}]
  head_of_prison_excluded: {on: 2025-02-02}
application:
  filed_on: 2025-10-01
  purpose: employer
  departs_at: 2025-11-24T07:00
  returns_at: 2025-11-24T21:00
  travel_time: PT5H30M
  days_not_worked: [2025-11-24]
  places: [{country: FR, commune: "69123"}]
  escorted: false
  funds_shown: true
  lodging_shown: not_needed
  transport_shown: true
  representation_possible: null
  video_link_possible: false
  expert_report_on: none
  prosecutor_agrees: false
  prepares_relief: false
"""

FRENCH_TEXT = """\
format: sortie/case@1
droit: fr
titre: "One day with an employer"
personne:
  nee_le: 1973-05-02
detention:
  statut: [{est: prévenu, du: 2011-01-05}, {est: condamné, du: 2012-06-10}]
  ecrou: 2012-06-10
  peines:
    - duree: P8Y
      sursis: P1Y
      prononcee_le: 2012-05-02
      definitive_le: 2012-06-10
      infractions: [criminalité organisée, évasion]
      recidive: oui
      suivi_socio_judiciaire: aucun
      confondue_avec: null
      juridiction: interrégionale
    - {duree: perpétuité, confondue_avec: 0, suivi_socio_judiciaire: encouru}
  detention_provisoire: [{du: 2011-01-05, au: 2012-06-09}]
  periode_de_surete: {du: 2012-06-10, au: 2016-06-09}
  reductions_de_peine:
    - {accordee_le: 2014-06-10, duree: P5M10D, nature: unique, retiree_le: aucune}
  fin_de_peine: 2029-06-10
  affectations:
    - {du: 2012-06-10, etablissement: "A prison", nature: maison d’arrêt, quartier: ordinaire}
    - du: 2025-07-29
      etablissement: "B"
      nature: maison centrale
      quartier: quartier de lutte contre la criminalité organisée
  amenagements: [{nature: semi-liberté, du: 2024-01-01, au: 2024-06-30}]
  repertoire_dps: [{du: 2025-07-01}]
  isolement: aucun
  interdiction_du_territoire: {depuis: 2012-06-10, au: aucune}
  liberation_subordonnee_a_permission: {decidee_le: 2025-01-15}
  admissible_a: [libération conditionnelle]
parcours:
  permissions:
    - type: permission d'une journée
      du: 2024-02-01
      au: 2024-02-01
      accordee_par: juge de l'application des peines
      issue: retour à l'heure
  incidents: [{nature: évasion, le: 2014-02-07, au: 2014-02-21}]
  demandes:
    - deposee_le: 2025-01-02
      decidee_le: 2025-02-02
      issue: rejetée
      irrecevable_jusqu_au: aucune
decisions:
  interdictions:
    - {nature: contact, depuis: 2012-06-10, au: 2030-01-01, source: "Judgment of 2 May 2012"}
  chef_d_etablissement_ecarte: {le: 2025-02-02}
demande:
  deposee_le: 2025-10-01
  motif: employeur
  depart: 2025-11-24T07:00
  retour: 2025-11-24T21:00
  delai_de_route: PT5H30M
  jours_chomes: [2025-11-24]
  lieux: [{pays: FR, commune: "69123"}]
  sous_escorte: non
  ressources_justifiees: oui
  hebergement_justifie: sans objet
  transport_justifie: oui
  representation_possible: null
  visioconference_possible: non
  expertise_du: aucune
  accord_du_procureur: non
  prepare_le_relevement: non
"""


def read(document: object) -> facts.CaseFile:
    return facts.read_case(document, vocabulary=FRENCH, dictionary=facts.house_dictionary())


def faults_of(document: object) -> tuple[facts.Fault, ...]:
    """The faults of a document that must be refused."""
    with pytest.raises(facts.CaseRefused) as refused:
        read(document)
    assert refused.value.faults
    return refused.value.faults


def the_fault(document: object) -> facts.Fault:
    """The one fault of a document."""
    faults = faults_of(document)
    assert len(faults) == 1, faults
    return faults[0]


def a_case(**sections: Any) -> dict[str, Any]:
    """A case that says only what the test says."""
    return {"format": "sortie/case@1", "jurisdiction": "fr", **sections}
