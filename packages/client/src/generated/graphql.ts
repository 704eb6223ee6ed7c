/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** La pièce à joindre. */
export type AddAttachmentInput = {
  /** Identifiant de la candidature : `APP:…`. */
  applicationId: string | number;
  /** Sa taille exacte en octets, 10 000 000 au plus. */
  bytes: number;
  /** Nom du fichier, de 1 à 200 caractères, sans dossier. */
  fileName: string;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
  /** Nature de la pièce. */
  kind: AttachmentKind;
  /** Son empreinte SHA-256, en hexadécimal. */
  sha256: string;
};

/** Relations de la structure avec l’administration. */
export type AdministrativeStandingInput = {
  /** Agréments administratifs, avec qui les donne et quand. */
  approvals: Array<string>;
  /** Assujettie aux impôts commerciaux. */
  paysBusinessTaxes?: boolean | null | undefined;
  /** Reconnue d’utilité publique. */
  recognisedPublicUtility?: boolean | null | undefined;
};

/** La structure qui candidate, telle qu’elle se décrit. */
export type ApplicantStructureInput = {
  /** Sigle de la structure. */
  acronym?: string | null | undefined;
  /** Adresse postale du siège. */
  address?: string | null | undefined;
  /** Personne à joindre. */
  contact?: ContactPersonInput | null | undefined;
  /** Agréée entreprise solidaire d’utilité sociale ; nul si la structure ne le sait pas. */
  isEsus?: boolean | null | undefined;
  /** Catégorie juridique de l’INSEE, niveau III, quatre chiffres. */
  legalForm?: string | null | undefined;
  /** Nom de la structure. */
  name?: string | null | undefined;
  /** Numéro au répertoire national des associations (RNA). */
  rna?: string | null | undefined;
  /** SIRET de l’établissement, quatorze chiffres. */
  siret?: string | null | undefined;
  /** Site internet. */
  website?: string | null | undefined;
};

/** Ce qui peut être fait d’une candidature ; chaque édition dit depuis quel état, et par qui. */
export type ApplicationAction =
  /** Répondre à la demande de précisions. */
  | 'ANSWER'
  /** Accorder une subvention. */
  | 'AWARD'
  /** Déclarer irrecevable, avec un motif. */
  | 'DECLARE_INELIGIBLE'
  /** Noter que l’audition a eu lieu. */
  | 'RECORD_AUDITION'
  /** Refuser, avec un motif. */
  | 'REJECT'
  /** Revenir sur une décision : un second agent, avec un motif. */
  | 'REOPEN'
  /** Demander des précisions ou des corrections. */
  | 'REQUEST_INFORMATION'
  /** Présélectionner. */
  | 'SHORTLIST'
  /** Mettre à l’instruction. */
  | 'START_REVIEW'
  /** Déposer. */
  | 'SUBMIT'
  /** Mettre sur liste d’attente. */
  | 'WAITLIST'
  /** Retirer. */
  | 'WITHDRAW';

/** Le dossier, de la famille du formulaire CERFA 12156. Une partie donnée remplace la même partie déjà enregistrée ; une partie absente est laissée comme elle est. */
export type ApplicationFormInput = {
  /** Relations avec l’administration. */
  administration?: AdministrativeStandingInput | null | undefined;
  /** Attestations. */
  attestations?: AttestationsInput | null | undefined;
  /** Moyens humains. */
  means?: HumanMeansInput | null | undefined;
  /** Budget de la structure. */
  organizationBudget?: BudgetInput | null | undefined;
  /** Le projet. */
  project?: ProjectDescriptionInput | null | undefined;
  /** Budget du projet. */
  projectBudget?: BudgetInput | null | undefined;
  /** La structure. */
  structure?: ApplicantStructureInput | null | undefined;
  /** Codes des thématiques auxquelles le projet répond. */
  themes?: Array<string> | null | undefined;
};

/** État d’une candidature. */
export type ApplicationState =
  /** Auditionnée. */
  | 'AUDITIONED'
  /** Lauréate. */
  | 'AWARDED'
  /** Brouillon, pas encore déposée. */
  | 'DRAFT'
  /** Irrecevable. */
  | 'INELIGIBLE'
  /** Des précisions sont demandées au porteur du projet. */
  | 'MORE_INFO_REQUESTED'
  /** Refusée. */
  | 'REJECTED'
  /** Présélectionnée. */
  | 'SHORTLISTED'
  /** Déposée. */
  | 'SUBMITTED'
  /** À l’instruction. */
  | 'UNDER_REVIEW'
  /** Sur liste d’attente. */
  | 'WAITLISTED'
  /** Retirée par le porteur du projet. */
  | 'WITHDRAWN';

/** Une candidature à confier à un juré. */
export type AssignReviewerInput = {
  /** Candidature : `APP:…`. */
  applicationId: string | number;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
  /** Identifiant opaque d’une personne du jury de l’édition. */
  reviewer: string;
};

/** Nature d’une pièce jointe. */
export type AttachmentKind =
  /** Derniers comptes approuvés. */
  | 'ACCOUNTS'
  /** Dernier rapport d’activité. */
  | 'ACTIVITY_REPORT'
  /** Relevé d’identité bancaire de la structure. */
  | 'BANK_DETAILS'
  /** Autre document. */
  | 'OTHER'
  /** Devis. */
  | 'QUOTE'
  /** Pouvoir de la personne qui dépose, si elle n’est pas le représentant légal. */
  | 'REPRESENTATION_MANDATE'
  /** Statuts de la structure. */
  | 'STATUTES';

/** Ce que la structure atteste. */
export type AttestationsInput = {
  /** Être à jour de ses déclarations sociales et fiscales, et des cotisations correspondantes. */
  declarationsUpToDate?: boolean | null | undefined;
  /** Avoir souscrit le contrat d’engagement républicain (décret n° 2021-1947). */
  republicanCommitment?: boolean | null | undefined;
  /** Que la personne qui dépose le dossier a le droit de représenter la structure. */
  rightToRepresent?: boolean | null | undefined;
};

/** Une subvention à accorder, seule. */
export type AwardApplicationInput = {
  /** Montant en centimes : ni plus que demandé, ni plus que le plafond, ni plus qu’il ne reste de l’enveloppe. */
  cents: number;
  /** Version lue avant de modifier : si elle a changé entre-temps, rien n’est écrit. */
  expectedVersion: number;
  /** Ce que la subvention paie, 2 000 caractères au plus ; ce qui était écrit reste si c’est absent. */
  fundedItems?: string | null | undefined;
  /** La candidature. */
  id: string | number;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
  /** Note publique, 2 000 caractères au plus ; celle d’avant reste si elle est absente. */
  publicInfo?: string | null | undefined;
  /** Conditions de versement. */
  terms: AwardTerms;
};

/** Conditions de versement d’une subvention. */
export type AwardTerms =
  /** Plusieurs versements. */
  | 'INSTALMENTS'
  /** Un seul versement. */
  | 'SINGLE';

/** Ce que l’édition apporte aux lauréats. */
export type BenefitInput = {
  /** Code stable : lettres majuscules, chiffres et « _ », 40 caractères au plus. `NETWORK` fait des lauréats des membres du Club. */
  code: string;
  /** Structure qui l’apporte : `ORG:…`. */
  partner?: string | number | null | undefined;
  /** Ce qui est apporté, en une phrase. */
  statement: string;
};

/** Un budget : charges, produits et contributions volontaires. */
export type BudgetInput = {
  /** Lignes, 100 au plus. */
  lines: Array<BudgetLineInput>;
  /** Exercice, pour le budget de la structure. */
  year?: number | null | undefined;
};

/** Une ligne d’un budget. */
export type BudgetLineInput = {
  /** Compte du plan comptable : 60 à 69 pour les charges, 70 à 79 pour les produits, 86 et 87 pour les contributions volontaires (emplois, ressources). */
  account: string;
  /** Montant en centimes d’euro. */
  cents: number;
  /** Libellé de la ligne. */
  label?: string | null | undefined;
};

/** Un document de l’appel à projets. */
export type CallDocumentInput = {
  /** Empreinte SHA-256 du fichier, en hexadécimal. */
  sha256: string;
  /** Titre. */
  title: string;
  /** Adresse, en https. */
  url: string;
};

/** Étape où en est un appel à projets, déduite de son calendrier. */
export type CallPhase =
  /** Annoncé, pas encore lancé. */
  | 'ANNOUNCED'
  /** Les porteurs de projets présélectionnés sont auditionnés. */
  | 'AUDITIONS'
  /** Les résultats sont attendus ou ne sont pas connus de la plateforme. */
  | 'AWAITING_RESULTS'
  /** Les candidatures sont closes, la suite n’a pas commencé. */
  | 'CLOSED'
  /** Les subventions sont soldées. */
  | 'CLOSED_OUT'
  /** Les résultats sont connus. */
  | 'DECIDED'
  /** Lancé : les candidatures sont reçues. */
  | 'OPEN'
  /** Les candidatures sont à l’instruction. */
  | 'REVIEW';

/** Ce qui peut lier un juré à la structure qui candidate. */
export type ConflictKind =
  /** Les deux structures sont au Club des lauréats. */
  | 'CLUB'
  /** L’une achète à l’autre. */
  | 'CONTRACT'
  /** L’une fournit les données que l’autre publie. */
  | 'DATA_PRODUCER'
  /** Les deux structures mènent un projet ensemble. */
  | 'JOINT_PROJECT'
  /** Un lien personnel, que seul le juré connaît. */
  | 'PERSONAL'
  /** Les deux structures candidatent à la même édition. */
  | 'RIVAL'
  /** La structure qui l’envoie est celle qui candidate. */
  | 'SAME_ORGANIZATION'
  /** L’une accompagne l’autre, ou une édition où l’autre est engagée. */
  | 'SUPPORT_PARTNER';

/** Ce qu’un lien entraîne. */
export type ConflictSeverity =
  /** Le juré ne peut pas évaluer la candidature. */
  | 'BLOCKING'
  /** Le juré se récuse, ou un second agent écarte le lien avec un motif. */
  | 'TO_DECLARE';

/** La personne que le Département peut joindre. */
export type ContactPersonInput = {
  /** Adresse électronique. */
  email?: string | null | undefined;
  /** Prénom et nom. */
  name?: string | null | undefined;
  /** Numéro de téléphone. */
  phone?: string | null | undefined;
  /** Fonction dans la structure. */
  position?: string | null | undefined;
};

/** Le fichier voulu. Un filtre absent garde tout. */
export type CreateExportInput = {
  /** Instant de publication dont on veut les valeurs ; maintenant s’il est absent. La requête gardée en retient l’instant de la dernière publication qui le précède. */
  asOf?: string | null | undefined;
  /** Jeu de données, par exemple `ESS-FLORES`. */
  datasetCode: string;
  /** Manière d’écrire un fichier CSV ; sans objet pour les autres formats. */
  dialect?: CsvDialect;
  /** Détail gardé : les observations qui ont ces dimensions et aucune autre. Une liste vide ne garde que les totaux ; des modalités vides les gardent toutes. */
  dimensions?: Array<DimensionFilter> | null | undefined;
  /** Format du fichier. */
  format: ExportFormat;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
  /** Indicateurs gardés, par exemple `ESS_JOBS`. */
  indicators?: Array<string> | null | undefined;
  /** Années gardées ; une observation sans année est alors écartée. */
  period?: PeriodInput | null | undefined;
  /** Territoires gardés, de tous échelons : `COM:92050`, `EPT:…`, `DEP:92`… 1 000 au plus. */
  territories?: Array<string> | null | undefined;
};

/** Un critère de la grille d’évaluation. */
export type CriterionInput = {
  /** Code stable : lettres majuscules, chiffres et « _ », 40 caractères au plus. */
  code: string;
  /** Ce que les jurés jugent. */
  description: string;
  /** Libellé, 200 caractères au plus. */
  label: string;
  /** Note la plus haute, de 1 à 100. */
  maxScore: number;
  /** Poids, plus grand que 0. */
  weight: number;
};

/** Manière d’écrire un fichier CSV. */
export type CsvDialect =
  /** Point-virgule, virgule décimale et marque d’ordre : celle qu’Excel ouvre en français. */
  | 'EXCEL_FR'
  /** Virgule, point décimal, UTF-8 : celle de la RFC 4180. */
  | 'RFC_4180';

/** Ce que la source dit d’une date. */
export type DatePrecision =
  /** Un jour. */
  | 'DAY'
  /** Un jour et un mois, sans l’année. */
  | 'DAY_WITHOUT_YEAR'
  /** La fin d’un mois, du 21 au dernier jour. */
  | 'END_OF_MONTH'
  /** Un mois, du premier au dernier jour. */
  | 'MONTH'
  /** Le début d’un mois, du 1er au 10. */
  | 'START_OF_MONTH';

/** Ce qu’un juré déclare avant de lire une candidature. */
export type DeclareConflictInput = {
  /** Évaluation confiée. */
  assignmentId: string | number;
  /** Le lien qu’il déclare, sinon : il se récuse. */
  conflict?: ConflictKind | null | undefined;
  /** Version lue avant de modifier : si elle a changé entre-temps, rien n’est écrit. */
  expectedVersion: number;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
  /** Vrai s’il déclare que rien ne le lie à la structure qui candidate. */
  nothing: boolean;
  /** Motif, de 3 à 2 000 caractères. Demandé pour un lien personnel. */
  reason?: string | null | undefined;
};

/** Modalités voulues d’une dimension. */
export type DimensionFilter = {
  /** Dimension, par exemple `ESS_FAMILY` ou `SECTOR_A17`. */
  dimension: string;
  /** Codes des modalités, 100 au plus. */
  in: Array<string>;
};

/** Un projet à comparer aux règles d’une édition. */
export type EligibilityInput = {
  /** Codes des territoires où le projet agit ; liste vide s’ils sont à préciser. */
  actionTerritories: Array<string>;
  /** Numéro de l’édition. */
  edition: number;
  /** La structure a-t-elle l’agrément « entreprise solidaire d’utilité sociale » ? Nul si on ne le sait pas. */
  isEsus?: boolean | null | undefined;
  /** Catégorie juridique de la structure (INSEE, niveau III) : quatre chiffres, `9220` pour une association déclarée. */
  legalForm: string;
  /** Montant demandé, en centimes. */
  requestedCents: number;
  /** Numéro RNA de l’association : W suivi de neuf caractères. Seule sa forme est vérifiée : aucun répertoire n’est consulté. */
  rna?: string | null | undefined;
  /** SIRET de la structure, avec ou sans espaces. Seule sa forme est vérifiée : aucun répertoire n’est consulté. */
  siret?: string | null | undefined;
  /** Codes des thématiques du projet ; liste vide si elles sont à préciser. */
  themeCodes: Array<string>;
};

/** Une règle que la plateforme sait appliquer. */
export type EligibilityRuleCode =
  /** Territoire d’action. */
  | 'ACTION_TERRITORY'
  /** Forme juridique. */
  | 'LEGAL_FORM'
  /** Montant demandé. */
  | 'REQUESTED_AMOUNT'
  /** Thématiques. */
  | 'THEMES';

/** Une règle d’éligibilité. */
export type EligibilityRuleInput = {
  /** Règle. */
  code: EligibilityRuleCode;
  /** Ce que la règle demande. */
  description: string;
  /** Libellé, 200 caractères au plus. */
  label: string;
};

/** Les règles d’éligibilité. */
export type EligibilityTermsInput = {
  /** Code du territoire où les projets agissent : `DEP:92`. */
  actionWithin: string;
  /** Structures auxquelles l’édition est ouverte. */
  openTo: EligibleStructures;
  /** Règles, dans l’ordre où elles sont montrées. */
  rules: Array<EligibilityRuleInput>;
};

/** Structures auxquelles une édition est ouverte. */
export type EligibleStructures =
  /** Associations. */
  | 'ASSOCIATIONS'
  /** Associations, et structures agréées ESUS. */
  | 'ASSOCIATIONS_AND_ESUS';

/** Ce qui est connu de la date d’un événement. */
export type EventPrecision =
  /** Le jour, sans l’heure. */
  | 'DAY'
  /** Le jour et l’heure. */
  | 'INSTANT'
  /** Le mois seulement : `startsOn` en est le premier jour. */
  | 'MONTH';

/** Situation d’un événement. */
export type EventStatus =
  /** Annulé. */
  | 'CANCELLED'
  /** Complet. */
  | 'FULL'
  /** Maintenu, mais en ligne. */
  | 'MOVED_ONLINE'
  /** Reporté à une date qui n’est pas encore connue. */
  | 'POSTPONED'
  /** Reprogrammé : la date indiquée est la nouvelle. */
  | 'RESCHEDULED'
  /** Programmé à la date indiquée. */
  | 'SCHEDULED';

/** Nature d’un événement. */
export type EventType =
  /** Journée où le jury entend les projets présélectionnés ; elle vient du domaine des subventions. */
  | 'AUDITION'
  /** Rendez-vous d’affaires entre structures d’insertion et acheteurs. */
  | 'BUSINESS_CONVENTION'
  /** Journée départementale qui réunit plusieurs temps. */
  | 'ESS_AND_TERRITORY_DAY'
  /** Événement du Mois de l’ESS qui n’est d’aucune autre nature. */
  | 'ESS_MONTH'
  /** Matinée où des porteurs de projets rencontrent des financeurs. */
  | 'FUNDING_MORNING'
  /** Rencontre des lauréats de l’appel à projets. */
  | 'LAUREATES_CLUB'
  /** Rencontre entre collectivités sur l’ESS. */
  | 'LOCAL_AUTHORITIES_MEETING'
  /** Autre événement. */
  | 'OTHER'
  /** Entraînement à présenter son projet devant des experts. */
  | 'PITCH_TRAINING'
  /** Présentation publique d’une stratégie ou d’un programme. */
  | 'PROGRAMME_PRESENTATION'
  /** Atelier de découverte de l’ESS destiné aux jeunes. */
  | 'YOUTH_WORKSHOP';

/** Format d’un fichier d’observations. */
export type ExportFormat =
  /** CSV de la RFC 4180 : virgule, point décimal, UTF-8 sans marque d’ordre. */
  | 'CSV'
  /** Un objet JSON par ligne. */
  | 'JSONL'
  /** JSON-stat 2.0 : un cube, ses dimensions et le statut de chaque cellule. */
  | 'JSON_STAT'
  /** Apache Parquet : colonnes typées, codes en texte. */
  | 'PARQUET'
  /** SDMX-CSV 2.0, pour les outils des instituts de statistique. */
  | 'SDMX_CSV'
  /** Classeur Excel : codes en texte, nombres en nombres, notice jointe. */
  | 'XLSX';

/** Où en est un fichier demandé. */
export type ExportStatus =
  /** Il est prêt, à l’adresse donnée. */
  | 'DONE'
  /** Il n’est plus gardé, ou des valeurs ont été masquées depuis ; sa requête permet de le refaire. */
  | 'EXPIRED'
  /** Il n’a pas pu être fait ; il peut être redemandé. */
  | 'FAILED'
  /** Il attend son tour. */
  | 'PENDING'
  /** Il est en cours de fabrication. */
  | 'RUNNING';

/** Moyens humains de la structure. */
export type HumanMeansInput = {
  /** Nombre de salariés. */
  employees?: number | null | undefined;
  /** Salariés en équivalents temps plein travaillé. */
  fullTimeEquivalents?: number | null | undefined;
  /** Nombre d’adhérents. */
  members?: number | null | undefined;
  /** Volontaires, en service civique par exemple. */
  serviceVolunteers?: number | null | undefined;
  /** Nombre de bénévoles. */
  volunteers?: number | null | undefined;
};

/** Un versement prévu par une convention. */
export type InstalmentInput = {
  /** Code d’un compte rendu de l’édition : le versement attend qu’il soit accepté. Absent, il n’attend rien. */
  afterReport?: string | null | undefined;
  /** Montant, en centimes d’euro. */
  cents: number;
  /** Jour où il est dû, au plus tôt celui de la signature. */
  dueOn: string;
};

/** Lauréats voulus. Un champ absent ne filtre rien ; tous les champs donnés s’appliquent ensemble. */
export type LaureateFilter = {
  /** Lauréats déjà désignés à cette date. Seule l’année de désignation est connue : elle compte dès son 1er janvier. */
  asOf?: string | null | undefined;
  /** Éditions de l’appel à projets. */
  editions?: Array<number> | null | undefined;
  /** Vrai : la démonstration seule ; faux : les faits seuls. */
  isDemonstration?: boolean | null | undefined;
  /** Montant accordé maximal, en centimes ; un montant inconnu ne convient pas. */
  maxCents?: number | null | undefined;
  /** Montant accordé minimal, en centimes ; un montant inconnu ne convient pas. */
  minCents?: number | null | undefined;
  /** Texte cherché dans le titre, le résumé et les noms de la structure, sans tenir compte des accents. */
  search?: string | null | undefined;
  /** Codes de thématiques ; `UNKNOWN` pour les lauréats dont la thématique n’est pas précisée. */
  themes?: Array<string> | null | undefined;
  /** Code d’un territoire (`COM:92002`, `EPT:…`, `DEP:92`) : le territoire du projet s’y trouve en entier. */
  within?: string | null | undefined;
};

/** Une étape du calendrier. */
export type MilestoneInput = {
  /** Code : `FILE_ONLINE`, `LAUNCH`, `DEADLINE`, `HEARINGS`, `RESULTS`, ou un autre. */
  code: string;
  /** Libellé, 200 caractères au plus. */
  label: string;
  /** Ce que la date dit. */
  precision: DatePrecision;
  /** La date telle qu’elle s’écrit ; déduite si absente. */
  statement?: string | null | undefined;
  /** `2026-11-30` pour un jour, `2026-11` pour un mois ou son début ou sa fin. */
  value: string;
};

/** Ce que vaut une observation, ou pourquoi elle n’a pas de valeur. */
export type ObservationStatus =
  /** Rupture de série : la valeur ne se compare pas à la précédente. */
  | 'BREAK'
  /** Valeur estimée. */
  | 'ESTIMATED'
  /** Aucune valeur n’est connue ; ce n’est pas zéro. */
  | 'MISSING'
  /** Valeur publiée. */
  | 'NORMAL'
  /** L’indicateur n’a pas de sens pour ce territoire. */
  | 'NOT_APPLICABLE'
  /** Valeur provisoire, qui sera révisée. */
  | 'PROVISIONAL'
  /** Valeur révisée depuis sa première publication. */
  | 'REVISED'
  /** Valeur masquée par le secret statistique. */
  | 'SUPPRESSED'
  /** Valeur masquée : une unité domine (visible des producteurs). */
  | 'SUPPRESSED_DOMINANCE'
  /** Valeur masquée : trop peu d’unités (visible des producteurs). */
  | 'SUPPRESSED_FREQUENCY'
  /** Valeur masquée par le producteur de la source (visible des producteurs). */
  | 'SUPPRESSED_PRODUCER'
  /** Valeur masquée pour en protéger une autre (visible des producteurs). */
  | 'SUPPRESSED_SECONDARY';

/** Rôle d’une organisation dans l’économie sociale et solidaire du département. */
export type OrgRole =
  /** A candidaté à un appel à projets. */
  | 'APPLICANT'
  /** Acheteur public ou privé. */
  | 'BUYER'
  /** Porte un appel à projets. */
  | 'CALL_OWNER'
  /** Membre du club d’entreprises inclusives. */
  | 'CLUB_MEMBER'
  /** Chambre consulaire. */
  | 'CONSULAR_CHAMBER'
  /** Fournit ou mobilise des données. */
  | 'DATA_PROVIDER'
  /** Finance des projets. */
  | 'FUNDER'
  /** Héberge et fait grandir des projets. */
  | 'INCUBATOR'
  /** Lauréate d’un appel à projets. */
  | 'LAUREATE'
  /** Organise des événements. */
  | 'ORGANIZER'
  /** Publie un document dont viennent des faits. */
  | 'PUBLISHER'
  /** Structure d’insertion par l’activité économique. */
  | 'SIAE'
  /** Intervient dans un événement. */
  | 'SPEAKER'
  /** Accompagne les porteurs de projets. */
  | 'SUPPORT_PARTNER';

/** Années, bornes comprises. */
export type PeriodInput = {
  /** Première année. */
  from: number;
  /** Dernière année. */
  to: number;
};

/** Façon dont une structure vend son travail. */
export type PrestaType =
  /** Fabrication et commercialisation de biens. */
  | 'BUILD'
  /** Mise à disposition de personnel, intérim. */
  | 'DISP'
  /** Prestation de services. */
  | 'PREST';

/** Le projet, tel que la structure le décrit. */
export type ProjectDescriptionInput = {
  /** Bénéficiaires. */
  beneficiaries?: string | null | undefined;
  /** Calendrier, étape par étape. */
  calendar?: string | null | undefined;
  /** Description. */
  description?: string | null | undefined;
  /** Dernier jour du projet. */
  endsOn?: string | null | undefined;
  /** Comment le projet sera évalué. */
  evaluation?: string | null | undefined;
  /** Ce que la subvention paierait. */
  fundedItems?: string | null | undefined;
  /** Indicateurs de résultat. */
  indicators: Array<string>;
  /** Moyens humains et matériels du projet. */
  means?: string | null | undefined;
  /** Objectifs. */
  objectives?: string | null | undefined;
  /** Montant demandé, en centimes d’euro. */
  requestedCents?: number | null | undefined;
  /** Premier jour du projet. */
  startsOn?: string | null | undefined;
  /** Le projet en quelques mots, montré s’il est lauréat. */
  summary?: string | null | undefined;
  /** Codes des territoires où le projet agit : `COM:…`, `EPT:…`, `DEP:…`. */
  territories: Array<string | number>;
  /** Intitulé, 200 caractères au plus. */
  title?: string | null | undefined;
};

/** Ce que fait une publication en cours. */
export type PublicationStage =
  /** Elle vérifie les lignes et les sommes. */
  | 'CHECKING'
  /** Elle applique le secret statistique, et le contrôle. */
  | 'PROTECTING'
  /** Elle lit le fichier. */
  | 'READING'
  /** Elle écrit le millésime. */
  | 'WRITING';

/** L’édition à publier, entière. */
export type PublishCallInput = {
  /** Année où les lauréats sont désignés. */
  awardYear?: number | null | undefined;
  /** Ce que l’édition apporte aux lauréats. */
  benefits?: Array<BenefitInput> | null | undefined;
  /** Premier instant où le dépôt est clos ; la fin du jour de `DEADLINE`, à Paris, si elle est absente. */
  closesAt?: string | null | undefined;
  /** Adresse de contact, sans nom de personne. */
  contact?: string | null | undefined;
  /** Grille d’évaluation. */
  criteria: Array<CriterionInput>;
  /** Documents. */
  documents?: Array<CallDocumentInput> | null | undefined;
  /** Numéro : un de ceux qu’aucune édition n’a. */
  edition: number;
  /** Règles d’éligibilité. */
  eligibility: EligibilityTermsInput;
  /** Enveloppe en centimes ; nulle si elle n’est pas fixée. */
  envelopeCents?: number | null | undefined;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
  /** Année du lancement. */
  launchYear: number;
  /** Plafond par projet, en centimes. */
  maxPerProjectCents: number;
  /** Calendrier ; `LAUNCH` et `DEADLINE` au moins. */
  milestones: Array<MilestoneInput>;
  /** Objectifs. */
  objectives?: Array<string> | null | undefined;
  /** Ouverture du dépôt ; le premier instant de l’étape `LAUNCH`, à Paris, si elle est absente. */
  opensAt?: string | null | undefined;
  /** Comptes rendus dus par les lauréats. */
  reports?: Array<ScheduledReportInput> | null | undefined;
  /** Structures qui accompagnent les lauréats : `ORG:…`. */
  supportPartners?: Array<string | number> | null | undefined;
  /** Thématiques. */
  themes: Array<ThemeInput>;
  /** Titre, 200 caractères au plus. */
  title: string;
  /** Circuit des candidatures ; le circuit habituel s’il est absent. */
  workflow?: WorkflowInput | null | undefined;
};

/** Le millésime à publier. */
export type PublishVintageInput = {
  /** Jeu de données, par exemple `ESS-FLORES`. */
  datasetCode: string;
  /** Vrai pour un essai : tout est fait, compté, contrôlé, et rien n’est gardé. */
  dryRun?: boolean;
  /** Jour de la géographie du fichier : `2024-01-01` pour le code officiel géographique de 2024. */
  geographyDate: string;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
  /** Nom du millésime, de 2 à 80 caractères, unique dans le jeu : « 2023 provisoire ». */
  label: string;
  /** Raison des révisions, montrée avec chaque valeur qui change ; 500 caractères au plus. */
  reason?: string | null | undefined;
  /** Envoi du fichier, ouvert par `createUpload` et reçu. */
  uploadId: string | number;
};

/** Subventions voulues. Tous les champs donnés s’appliquent ensemble. */
export type PublishedGrantFilter = {
  /** Montant maximal, en centimes. */
  maxCents?: number | null | undefined;
  /** Montant minimal, en centimes. */
  minCents?: number | null | undefined;
  /** Texte cherché dans le nom du bénéficiaire et l’objet, sans tenir compte des accents. */
  search?: string | null | undefined;
  /** SIREN du bénéficiaire. */
  siren?: string | null | undefined;
  /** Source. */
  source?: string | null | undefined;
  /** Années. */
  years?: Array<number> | null | undefined;
};

/** Un versement qui a été fait. */
export type RecordPaymentInput = {
  /** Candidature lauréate : `APP:…`. */
  applicationId: string | number;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
  /** Numéro du versement dans la convention. */
  number: number;
  /** Jour où il a été fait, aujourd’hui au plus tard. */
  paidOn: string;
  /** Référence comptable, de 1 à 60 caractères. */
  reference: string;
};

/** Les précisions à demander. */
export type RequestInformationInput = {
  /** Dernier jour souhaité pour répondre, à Paris ; passé ce jour, la structure peut encore répondre. */
  dueOn?: string | null | undefined;
  /** Version lue avant de modifier : si elle a changé entre-temps, rien n’est écrit. */
  expectedVersion: number;
  /** Identifiant de la candidature : `APP:…`. */
  id: string | number;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
  /** Points à préciser ou à corriger, de 1 à 20, de 3 à 2 000 caractères chacun. */
  points: Array<string>;
  /** Motif, de 3 à 2 000 caractères. La structure le lit. */
  reason: string;
};

/** La note d’un critère. */
export type ReviewScoreInput = {
  /** Commentaire, 5 000 caractères au plus. */
  comment?: string | null | undefined;
  /** Code d’un critère de la grille de l’édition. */
  criterion: string;
  /** Note, de 0 au maximum du critère ; nulle si le critère est sans objet. */
  score?: number | null | undefined;
};

/** Ce qui est à enregistrer d’un dossier. */
export type SaveDraftInput = {
  /** Version lue avant de modifier : si elle a changé entre-temps, rien n’est écrit. */
  expectedVersion: number;
  /** Les parties du dossier qui ont changé. */
  form: ApplicationFormInput;
  /** Identifiant de la candidature : `APP:…`. */
  id: string | number;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
};

/** Un compte rendu dû par les lauréats. */
export type ScheduledReportInput = {
  /** Code stable : lettres majuscules, chiffres et « _ », 40 caractères au plus. */
  code: string;
  /** Libellé, 200 caractères au plus. */
  label: string;
  /** Mois après la décision, de 1 à 120. */
  monthsAfter: number;
};

/** Critères de recherche de structures, tous à la fois. Dans une liste, une seule des valeurs suffit ; une liste vide ne retient rien. */
export type SiaeFilter = {
  /** Dans un quartier prioritaire ou non ; celles dont on ne le sait pas ne répondent à aucun des deux. */
  inQpv?: boolean | null | undefined;
  /** Membres ou non du club de fournisseurs inclusifs du département. */
  isClubMember?: boolean | null | undefined;
  /** Inventées pour la démonstration, ou réelles ; les deux si le critère est absent. */
  isDemonstration?: boolean | null | undefined;
  /** Portées ou non par un lauréat d’un appel à projets. */
  isLaureate?: boolean | null | undefined;
  /** Natures de structure. */
  kinds?: Array<SiaeKind> | null | undefined;
  /** Labels et agréments. */
  labels?: Array<string> | null | undefined;
  /** Code du territoire dans lequel elles sont installées, par exemple `EPT:200057982`. */
  locatedIn?: string | null | undefined;
  /** Effectif minimal, salariés en insertion et permanents réunis ; une structure qui ne l’indique pas n’est pas retenue. */
  minEmployees?: number | null | undefined;
  /** Chiffre d’affaires annuel minimal, en centimes d’euro ; une structure qui ne l’indique pas n’est pas retenue. */
  minTurnoverCents?: number | null | undefined;
  /** Façons de vendre. */
  prestaTypes?: Array<PrestaType> | null | undefined;
  /** Mots du nom ou des secteurs, sans tenir compte des accents, de la casse ni de la ponctuation. */
  search?: string | null | undefined;
  /** Codes de secteur, tels que la facette `sectors` les donne. */
  sectors?: Array<string> | null | undefined;
  /** Ajoutées ou modifiées à cet instant ou après. */
  updatedSince?: string | null | undefined;
};

/** Nature d’une structure d’insertion ou du secteur adapté et protégé. */
export type SiaeKind =
  /** Atelier et chantier d’insertion (code du travail, L. 5132-15). */
  | 'ACI'
  /** Association intermédiaire (code du travail, L. 5132-7). */
  | 'AI'
  /** Entreprise adaptée (code du travail, L. 5213-13). */
  | 'EA'
  /** Entreprise adaptée de travail temporaire (code du travail, L. 5213-13-3). */
  | 'EATT'
  /** Entreprise d’insertion (code du travail, L. 5132-5). */
  | 'EI'
  /** Entreprise d’insertion par le travail indépendant (code du travail, L. 5132-5-1). */
  | 'EITI'
  /** Établissement et service d’accompagnement par le travail (code de l’action sociale et des familles, L. 344-2). */
  | 'ESAT'
  /** Entreprise de travail temporaire d’insertion (code du travail, L. 5132-6). */
  | 'ETTI'
  /** Groupement d’employeurs pour l’insertion et la qualification (code du travail, L. 1253-1). */
  | 'GEIQ'
  /** Produits et services réalisés en prison (code de la commande publique, L. 2113-13-1). */
  | 'SEP';

/** La convention signée avec un lauréat. */
export type SignAgreementInput = {
  /** Candidature lauréate : `APP:…`. */
  applicationId: string | number;
  /** Dernier jour de la convention. */
  endsOn: string;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
  /** Versements, par jour : de 1 à 12, dont la somme est exactement le montant accordé. */
  instalments: Array<InstalmentInput>;
  /** Jour de la signature, aujourd’hui au plus tard. */
  signedOn: string;
  /** Premier jour de la convention. */
  startsOn: string;
};

/** Le brouillon à ouvrir. */
export type StartApplicationInput = {
  /** Numéro de l’édition. */
  edition: number;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
};

/** La candidature à mettre à l’instruction. */
export type StartReviewInput = {
  /** Version lue avant de modifier : si elle a changé entre-temps, rien n’est écrit. */
  expectedVersion: number;
  /** Identifiant de la candidature : `APP:…`. */
  id: string | number;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
};

/** Une sous-thématique. */
export type SubThemeInput = {
  /** Code stable : lettres majuscules, chiffres et « _ », 40 caractères au plus. */
  code: string;
  /** Libellé, 200 caractères au plus. */
  label: string;
};

/** Le brouillon à déposer. */
export type SubmitApplicationInput = {
  /** Identifiant du brouillon : `APP:…`. */
  draftId: string | number;
  /** Version lue avant de modifier : si elle a changé entre-temps, rien n’est écrit. */
  expectedVersion: number;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
};

/** L’évaluation d’une candidature, à garder en brouillon ou à rendre. */
export type SubmitReviewInput = {
  /** Évaluation confiée. */
  assignmentId: string | number;
  /** Avis général, 5 000 caractères au plus. */
  comment?: string | null | undefined;
  /** Vrai pour garder un brouillon ; rendue, une évaluation ne change plus. */
  draft?: boolean;
  /** Version du brouillon tel qu’il a été lu ; absente ou nulle s’il n’y en a pas encore. */
  expectedVersion?: number | null | undefined;
  /** Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois. */
  idempotencyKey: string;
  /** Notes ; toutes celles de la grille pour rendre l’évaluation. */
  scores: Array<ReviewScoreInput>;
};

/** Échelon d’un territoire. */
export type TerritoryLevel =
  /** Commune. */
  | 'COMMUNE'
  /** Pays. */
  | 'COUNTRY'
  /** Département. */
  | 'DEPARTMENT'
  /** Établissement public de coopération intercommunale à fiscalité propre. */
  | 'EPCI'
  /** Établissement public territorial de la Métropole du Grand Paris. */
  | 'EPT'
  /** Quartier prioritaire de la politique de la ville. */
  | 'QPV'
  /** Région. */
  | 'REGION';

/** Une thématique. */
export type ThemeInput = {
  /** Code stable : lettres majuscules, chiffres et « _ », 40 caractères au plus. */
  code: string;
  /** Libellé, 200 caractères au plus. */
  label: string;
  /** Ses sous-thématiques. */
  subThemes?: Array<SubThemeInput> | null | undefined;
};

/** Ce qu’un changement d’état demande en plus du rôle et de l’état de départ. */
export type TransitionGuard =
  /** L’appel à projets reçoit les candidatures. */
  | 'CALL_OPEN'
  /** Le dossier est complet. */
  | 'FORM_COMPLETE'
  /** Un motif est donné. */
  | 'REASON_GIVEN'
  /** La personne n’est pas celle qui avait décidé. */
  | 'SECOND_AGENT'
  /** Le montant tient dans l’enveloppe et sous le plafond par projet. */
  | 'WITHIN_ENVELOPE';

/** Réponse du test d’éligibilité. */
export type Verdict =
  /** Rien ne s’oppose à la candidature. */
  | 'ELIGIBLE'
  /** Une règle au moins n’est pas respectée. */
  | 'INELIGIBLE'
  /** Un point est à vérifier par le Département. */
  | 'NEEDS_REVIEW';

/** Le circuit des candidatures. */
export type WorkflowInput = {
  /** États, dans l’ordre. */
  states: Array<WorkflowStateInput>;
  /** Changements permis. */
  transitions: Array<WorkflowTransitionInput>;
};

/** Un état du circuit. */
export type WorkflowStateInput = {
  /** Son nom pour les agents et le jury. */
  label: string;
  /** Son nom pour le porteur du projet. */
  publicLabel: string;
  /** État montré au porteur du projet. */
  publicState: ApplicationState;
  /** État. */
  state: ApplicationState;
};

/** Un changement d’état permis. */
export type WorkflowTransitionInput = {
  /** Action. */
  action: ApplicationAction;
  /** États de départ. */
  from: Array<ApplicationState>;
  /** Ce qu’il demande en plus. */
  guards: Array<TransitionGuard>;
  /** Rôles qui en ont le droit : `agent`, `applicant`. */
  roles: Array<string>;
  /** État d’arrivée. */
  to: ApplicationState;
};

export type ApplicationsToInstructQueryVariables = Exact<{
  edition: number;
  after?: string | null | undefined;
}>;


export type ApplicationsToInstructQuery = { applications: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, number: number | null, version: number, state: ApplicationState, applicantName: string, title: string | null, requested: { cents: number } | null, filedEligibility: { verdict: Verdict, toCheck: Array<string> } | null }> } };

export type AssignReviewerMutationVariables = Exact<{
  input: AssignReviewerInput;
}>;


export type AssignReviewerMutation = { assignReviewer:
    | { __typename: 'AssignReviewerSuccess', assignment: { id: string, version: number, candidates: Array<{ kind: ConflictKind, severity: ConflictSeverity }> } }
    | { __typename: 'ConflictError', message: string, currentVersion: number | null, code: string, path: Array<string> | null }
    | { __typename: 'ConflictOfInterestError', code: string, message: string, path: Array<string> | null, candidates: Array<{ kind: ConflictKind, severity: ConflictSeverity }> }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null, problems: Array<{ code: string, message: string, path: Array<string> | null }> }
   };

export type AwardApplicationMutationVariables = Exact<{
  input: AwardApplicationInput;
}>;


export type AwardApplicationMutation = { awardApplication:
    | { __typename: 'ConflictError', message: string, currentVersion: number | null, code: string, path: Array<string> | null }
    | { __typename: 'DecisionSuccess', application: { id: string, version: number, state: ApplicationState } }
    | { __typename: 'EnvelopeExceededError', code: string, message: string, path: Array<string> | null, remaining: { cents: number }, missing: { cents: number } }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null, problems: Array<{ code: string, message: string, path: Array<string> | null }> }
   };

export type EditionsQueryVariables = Exact<{ [key: string]: never; }>;


export type EditionsQuery = { calls: Array<{ edition: number, title: string, launchYear: number, awardYear: number | null, phase: CallPhase, counts: { applications: number | null, awarded: number | null, publishedLaureates: number }, envelope: { total: { cents: number } | null, maxPerProject: { cents: number } | null }, claims: Array<{ field: string, statement: string, current: boolean, source: { citation: string } }> }> };

export type ProgrammeDayQueryVariables = Exact<{
  slug: string;
}>;


export type ProgrammeDayQuery = { event: { title: string, aliases: Array<string>, startsOn: string, precision: EventPrecision, venue: { name: string } | null, parts: Array<{ slug: string, title: string, startsAt: string | null, endsAt: string | null, speedMeetings: { slotMinutes: number, slots: number } | null, claims: Array<{ field: string, statement: string, current: boolean }> }> } | null };

export type PublishEditionMutationVariables = Exact<{
  input: PublishCallInput;
}>;


export type PublishEditionMutation = { publishCall:
    | { __typename: 'ConflictError', message: string, currentVersion: number | null, code: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PublishCallSuccess', call: { id: string, version: number, opensAt: string | null, closesAt: string | null } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null, problems: Array<{ code: string, message: string, path: Array<string> | null }> }
   };

export type RecordPaymentMutationVariables = Exact<{
  input: RecordPaymentInput;
}>;


export type RecordPaymentMutation = { recordPayment:
    | { __typename: 'ConflictError', message: string, currentVersion: number | null, code: string, path: Array<string> | null }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'RecordPaymentSuccess', application: { id: string, payments: Array<{ number: number, paidOn: string | null, reference: string | null, amount: { cents: number } }> | null } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null, problems: Array<{ code: string, message: string, path: Array<string> | null }> }
   };

export type RequestInformationMutationVariables = Exact<{
  input: RequestInformationInput;
}>;


export type RequestInformationMutation = { requestInformation:
    | { __typename: 'ConflictError', message: string, currentVersion: number | null, code: string, path: Array<string> | null }
    | { __typename: 'InstructApplicationSuccess', application: { id: string, version: number, state: ApplicationState, pendingRequest: { reason: string, points: Array<string>, dueOn: string | null } | null } }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null, problems: Array<{ code: string, message: string, path: Array<string> | null }> }
   };

export type SignAgreementMutationVariables = Exact<{
  input: SignAgreementInput;
}>;


export type SignAgreementMutation = { signAgreement:
    | { __typename: 'ConflictError', message: string, currentVersion: number | null, code: string, path: Array<string> | null }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'SignAgreementSuccess', application: { id: string, agreement: { signedOn: string, version: number } | null, payments: Array<{ number: number, dueOn: string, afterReport: string | null, amount: { cents: number } }> | null } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null, problems: Array<{ code: string, message: string, path: Array<string> | null }> }
   };

export type StartReviewMutationVariables = Exact<{
  input: StartReviewInput;
}>;


export type StartReviewMutation = { startReview:
    | { __typename: 'ConflictError', message: string, currentVersion: number | null, code: string, path: Array<string> | null }
    | { __typename: 'InstructApplicationSuccess', application: { id: string, version: number, state: ApplicationState } }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null, problems: Array<{ code: string, message: string, path: Array<string> | null }> }
   };

export type GrantStatisticsQueryVariables = Exact<{
  editions?: Array<number> | number | null | undefined;
}>;


export type GrantStatisticsQuery = { byEdition: Array<{ keys: Array<string>, applications: number | null, awarded: number | null, successRate: number | null, medianAwardedCents: number | null, suppressed: boolean, requested: { cents: number } | null, granted: { cents: number } | null }>, byTheme: Array<{ keys: Array<string>, applications: number | null, awarded: number | null, suppressed: boolean }> };

export type PublishedGrantsQueryVariables = Exact<{
  filter?: PublishedGrantFilter | null | undefined;
}>;


export type PublishedGrantsQuery = { publishedGrants: { totalCount: number, totalAmount: { cents: number }, nodes: Array<{ year: number, grantorName: string | null, beneficiaryName: string | null, beneficiarySiren: string | null, object: string | null, source: string, line: number, amount: { cents: number } }> }, publishedGrantFiles: Array<{ source: string, fileName: string, read: number, kept: number, quarantined: number, problems: Array<{ code: string, message: string, count: number }> }>, scdlFile: { url: string, schemaVersion: string, rowCount: number, sha256: string, validationErrors: number, generatedAt: string } | null };

export type TerritoryGapQueryVariables = Exact<{
  within: string;
  from: string;
}>;


export type TerritoryGapQuery = { territories: Array<{ code: string, name: string, population: number | null, grantCentsPerInhabitant: number | null, indicators: Array<{ value: number | null, status: ObservationStatus, indicator: { code: string } }>, grantSummary: { applications: number | null, awarded: number, lastAwardYear: number | null, granted: { cents: number } | null } | null, inclusiveSummary: { siaeCount: number, insertionJobs: number | null, contractsLast3Years: number, clubMembers: number, isDemonstration: boolean } | null, agenda: { totalCount: number } | null }> };

export type FindSiaeQueryVariables = Exact<{
  filter?: SiaeFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type FindSiaeQuery = { siaes: { totalCount: number, facets: { kinds: Array<{ key: string, label: string, count: number }>, sectors: Array<{ key: string, label: string, count: number }>, territories: Array<{ key: string, label: string, count: number }> }, edges: Array<{ matchReasons: Array<string>, node: { id: string, kind: SiaeKind, sectors: Array<string>, labels: Array<string>, isClubMember: boolean, isDemonstration: boolean, organization: { name: string, siret: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AsPrintedQueryVariables = Exact<{
  territory: string;
  codes: Array<string> | string;
  period: PeriodInput;
  asOf: string;
}>;


export type AsPrintedQuery = { territory: { name: string, today: Array<{ value: number | null, status: ObservationStatus, vintage: { label: string } | null, revisions: Array<{ value: number | null, status: ObservationStatus, validFrom: string, validTo: string | null, reason: string | null }> }>, asPrinted: Array<{ value: number | null, status: ObservationStatus, vintage: { label: string } | null }> } | null };

export type BulkExportMutationVariables = Exact<{
  input: CreateExportInput;
}>;


export type BulkExportMutation = { createExport:
    | { __typename: 'ConflictError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'ExportJob', id: string, status: ExportStatus, url: string | null, rowCount: number | null, sha256: string | null, expiresAt: string | null, query: string }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null }
   };

export type DisputedClaimsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DisputedClaimsQuery = { claims: { totalCount: number, nodes: Array<{ subject: string, field: string, statement: string, current: boolean, source: { citation: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type JobsByFamilyQueryVariables = Exact<{
  communes: Array<string> | string;
  period: PeriodInput;
  families: Array<string> | string;
}>;


export type JobsByFamilyQuery = { indicator: { label: string, unit: string, nextReleaseOn: string | null, series: Array<{ territory: { code: string, name: string }, dimensions: Array<{ code: string, label: string }>, observations: Array<{ period: number | null, value: number | null, status: ObservationStatus, comparableWithPrevious: boolean }> }> } | null };

export type PanoramaByEptQueryVariables = Exact<{
  within: string;
}>;


export type PanoramaByEptQuery = { territories: Array<{ code: string, name: string, population: number | null, indicators: Array<{ value: number | null, status: ObservationStatus, approximate: boolean, statement: string | null, indicator: { code: string, label: string }, vintage: { label: string } | null, provenance: Array<{ producer: string, title: string, vintage: string | null, citation: string, quotation: string | null }> }> }> };

export type PublishVintageMutationVariables = Exact<{
  input: PublishVintageInput;
}>;


export type PublishVintageMutation = { publishVintage:
    | { __typename: 'ConflictError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PublicationRunning', publication: { id: string, stage: PublicationStage | null } }
    | { __typename: 'PublishVintageRejected', code: string, message: string, path: Array<string> | null, rowErrors: Array<{ line: number, column: string | null, code: string, message: string }> }
    | { __typename: 'PublishVintageSuccess', inserted: number, revised: number, deleted: number, disclosure: { suppressedPrimary: number, suppressedSecondary: number, recoverableCells: number }, vintage: { id: string, label: string } | null }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null }
   };

export type FactCallsQueryVariables = Exact<{ [key: string]: never; }>;


export type FactCallsQuery = { calls: Array<{ id: string, edition: number, title: string, launchYear: number, awardYear: number | null, contact: string | null, objectives: Array<string>, themes: Array<{ code: string, label: string, subThemes: Array<{ code: string, label: string }>, claims: Array<{ field: string, statement: string, current: boolean, source: { title: string } }> }>, milestones: Array<{ code: string, label: string, date: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, statement: string, sources: Array<{ producer: string, title: string, publishedOn: string | null }> }>, envelope: { total: { cents: number, currency: string } | null, maxPerProject: { cents: number, currency: string } | null }, counts: { applications: number | null, eligible: number | null, shortlisted: number | null, auditioned: number | null, awarded: number | null, publishedLaureates: number }, benefits: Array<{ code: string, statement: string, partner: { id: string, name: string } | null, sources: Array<{ title: string }> }>, supportPartners: Array<{ id: string, name: string } | null>, claims: Array<{ subject: string, field: string, statement: string, current: boolean, source: { producer: string, title: string } }>, sources: Array<{ producer: string, title: string, vintage: string | null, publishedOn: string | null }> }> };

export type FactClaimsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FactClaimsQuery = { claims: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ subject: string, field: string, statement: string, current: boolean, source: { producer: string, title: string, vintage: string | null, publishedOn: string | null } }> } };

export type FactEventsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FactEventsQuery = { events: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, slug: string, title: string, aliases: Array<string>, type: EventType, startsOn: string, precision: EventPrecision, startsAt: string | null, endsAt: string | null, timeZone: string, status: EventStatus, description: string | null, isDemonstration: boolean, venue: { name: string, address: string | null } | null, territory: { code: string, name: string } | null, series: { code: string } | null, parent: { slug: string } | null, parts: Array<{ slug: string, title: string }>, organizers: Array<{ id: string, name: string } | null>, sessions: Array<{ title: string, startsAt: string | null, endsAt: string | null, speakers: Array<{ id: string, name: string } | null> }>, speedMeetings: { slotMinutes: number, slots: number } | null, claims: Array<{ subject: string, field: string, statement: string, current: boolean, source: { producer: string, title: string, publishedOn: string | null } }>, sources: Array<{ producer: string, title: string, publishedOn: string | null }> }> } };

export type FactInstrumentsQueryVariables = Exact<{ [key: string]: never; }>;


export type FactInstrumentsQuery = { fundingInstruments: Array<{ code: string, label: string, family: string, sources: Array<{ producer: string, title: string }> }> };

export type FactLaureatesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FactLaureatesQuery = { laureates: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, applicantName: string, title: string | null, summary: string, areaAsStated: string | null, isDemonstration: boolean, state: ApplicationState, fundedItems: string | null, call: { edition: number, launchYear: number, awardYear: number | null }, themes: Array<{ code: string, label: string }>, actionTerritories: Array<{ code: string, name: string } | null>, organization: { id: string, name: string, aliases: Array<string>, legalForm: string | null, website: string | null, description: string | null, seat: { code: string, name: string } | null, operatesIn: Array<{ code: string }>, links: Array<{ url: string, source: { title: string } }>, claims: Array<{ field: string, statement: string, current: boolean, source: { title: string } }> } | null, sources: Array<{ producer: string, title: string, vintage: string | null }> }> } };

export type FactObservationsQueryVariables = Exact<{
  code: string;
  codes?: Array<string> | string;
}>;


export type FactObservationsQuery = { territory: { code: string, name: string, level: TerritoryLevel, claims: Array<{ field: string, statement: string, current: boolean, source: { producer: string, title: string } }>, indicators: Array<{ period: number | null, value: number | null, approximate: boolean, statement: string | null, status: ObservationStatus, isDemonstration: boolean, indicator: { code: string, label: string, unit: string }, vintage: { label: string, dataset: { code: string } } | null, provenance: Array<{ producer: string, title: string, vintage: string | null, publishedOn: string | null, quotation: string | null }> }> } | null };

export type FactOrganizationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FactOrganizationsQuery = { organizations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, aliases: Array<string>, roles: Array<OrgRole>, description: string | null, legalForm: string | null, website: string | null, roleSpans: Array<{ role: OrgRole, since: string | null, until: string | null, source: { title: string } }>, links: Array<{ url: string, label: string | null, source: { title: string } }>, jointProjects: Array<{ title: string, since: string | null, partners: Array<{ id: string, name: string } | null> }> | null, claims: Array<{ field: string, statement: string, current: boolean, source: { title: string } }>, sources: Array<{ producer: string, title: string }> }> } };

export type FactSeriesQueryVariables = Exact<{ [key: string]: never; }>;


export type FactSeriesQuery = { eventSeries: Array<{ code: string, name: string, aliases: Array<string>, frequency: string | null, audience: string | null, contact: string | null, claims: Array<{ field: string, statement: string, current: boolean, source: { title: string } }>, sources: Array<{ producer: string, title: string }> }> };

export type AddAttachmentMutationVariables = Exact<{
  input: AddAttachmentInput;
}>;


export type AddAttachmentMutation = { addAttachment:
    | { __typename: 'AddAttachmentSuccess', uploadUrl: string, expiresAt: string, attachment: { id: string, kind: AttachmentKind, fileName: string } }
    | { __typename: 'ConflictError', message: string, currentVersion: number | null, code: string, path: Array<string> | null }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null, problems: Array<{ code: string, message: string, path: Array<string> | null }> }
   };

export type CommunePageQueryVariables = Exact<{
  code: string;
  from: string;
}>;


export type CommunePageQuery = { territory: { code: string, name: string, population: number | null, populationYear: number | null, ept: Array<{ name: string }>, epci: Array<{ name: string }>, department: Array<{ name: string }>, indicators: Array<{ period: number | null, value: number | null, status: ObservationStatus, approximate: boolean, statement: string | null, indicator: { code: string, label: string, unit: string, decimals: number }, provenance: Array<{ producer: string, title: string, citation: string }> }>, grantSummary: { awarded: number, lastAwardYear: number | null } | null, laureates: { totalCount: number, nodes: Array<{ id: string, title: string | null, summary: string, applicantName: string, organization: { name: string, website: string | null } | null, call: { edition: number, awardYear: number | null }, sources: Array<{ citation: string }> }> } | null, siaes: { totalCount: number, nodes: Array<{ id: string, kind: SiaeKind, sectors: Array<string>, isDemonstration: boolean, organization: { name: string } | null, sources: Array<{ citation: string }> }> } | null, agenda: { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, startsOn: string, precision: EventPrecision, isDemonstration: boolean, venue: { name: string } | null, sources: Array<{ citation: string }> }> } | null } | null };

export type CurrentCallQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrentCallQuery = { currentCall: { id: string, edition: number, title: string, phase: CallPhase, launchYear: number, contact: string | null, themes: Array<{ code: string, label: string, subThemes: Array<{ code: string, label: string }> }>, milestones: Array<{ code: string, label: string, date: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, statement: string }>, eligibilityRules: Array<{ code: string, label: string, description: string }>, envelope: { total: { cents: number } | null, maxPerProject: { cents: number } | null }, supportPartners: Array<{ name: string, website: string | null } | null> } | null };

export type CheckEligibilityQueryVariables = Exact<{
  input: EligibilityInput;
}>;


export type CheckEligibilityQuery = { checkEligibility: { verdict: Verdict, rulesVersion: string, reasons: Array<{ passed: boolean, explanation: string, rule: { code: string, label: string } }> } };

export type LaureateDirectoryQueryVariables = Exact<{
  filter?: LaureateFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type LaureateDirectoryQuery = { laureates: { totalCount: number, totalAwarded: { cents: number, currency: string } | null, facets: { themes: Array<{ key: string, label: string, count: number }>, editions: Array<{ key: string, label: string, count: number }>, territories: Array<{ key: string, label: string, count: number }> }, nodes: Array<{ id: string, applicantName: string, title: string | null, summary: string, fundedItems: string | null, areaAsStated: string | null, organization: { name: string, aliases: Array<string>, website: string | null, seat: { name: string } | null } | null, actionTerritories: Array<{ code: string, name: string, level: TerritoryLevel } | null>, call: { edition: number, awardYear: number | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SaveDraftMutationVariables = Exact<{
  input: SaveDraftInput;
}>;


export type SaveDraftMutation = { saveDraft:
    | { __typename: 'ConflictError', message: string, currentVersion: number | null, code: string, path: Array<string> | null }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'SaveDraftSuccess', application: { id: string, version: number, updatedAt: string | null }, warnings: Array<{ code: string, message: string, path: Array<string> | null }> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null }
   };

export type StartApplicationMutationVariables = Exact<{
  input: StartApplicationInput;
}>;


export type StartApplicationMutation = { startApplication:
    | { __typename: 'CallClosedError', message: string, closedAt: string, code: string, path: Array<string> | null }
    | { __typename: 'ConflictError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'StartApplicationSuccess', application: { id: string, version: number, state: ApplicationState } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null }
   };

export type SubmitApplicationMutationVariables = Exact<{
  input: SubmitApplicationInput;
}>;


export type SubmitApplicationMutation = { submitApplication:
    | { __typename: 'CallClosedError', message: string, closedAt: string, code: string, path: Array<string> | null }
    | { __typename: 'ConflictError', message: string, currentVersion: number | null, code: string, path: Array<string> | null }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'SubmitApplicationSuccess', receiptUrl: string, application: { id: string, number: number | null, state: ApplicationState, history: Array<{ to: ApplicationState, at: string, hash: string }> } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null, problems: Array<{ code: string, message: string, path: Array<string> | null }> }
   };

export type DeclareConflictMutationVariables = Exact<{
  input: DeclareConflictInput;
}>;


export type DeclareConflictMutation = { declareConflict:
    | { __typename: 'ConflictError', message: string, currentVersion: number | null, code: string, path: Array<string> | null }
    | { __typename: 'ConflictOfInterestError', code: string, message: string, path: Array<string> | null, candidates: Array<{ kind: ConflictKind, severity: ConflictSeverity }> }
    | { __typename: 'DeclareConflictSuccess', assignment: { id: string, version: number, declaredAt: string | null, recusedAt: string | null } }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null, problems: Array<{ code: string, message: string, path: Array<string> | null }> }
   };

export type MyReviewsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyReviewsQuery = { currentCall: { edition: number, criteria: Array<{ code: string, label: string, description: string, weight: number, maxScore: number }> } | null, myReviews: Array<{ id: string, version: number, applicantName: string, declaredAt: string | null, recusedAt: string | null, candidates: Array<{ kind: ConflictKind, severity: ConflictSeverity }>, application: { id: string, title: string | null, summary: string } | null, review: { version: number, submittedAt: string | null } | null }> };

export type SubmitReviewMutationVariables = Exact<{
  input: SubmitReviewInput;
}>;


export type SubmitReviewMutation = { submitReview:
    | { __typename: 'ConflictError', message: string, currentVersion: number | null, code: string, path: Array<string> | null }
    | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'PermissionError', code: string, message: string, path: Array<string> | null }
    | { __typename: 'SubmitReviewSuccess', review: { version: number, submittedAt: string | null } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> | null, problems: Array<{ code: string, message: string, path: Array<string> | null }> }
   };


export const ApplicationsToInstructDocument = {"__meta__":{"hash":"sha256:87bdfeee2d0899961777e651fc20d591ec1ed223a78e7b5be096bbe162b3fa65"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApplicationsToInstruct"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"edition"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"edition"},"value":{"kind":"Variable","name":{"kind":"Name","value":"edition"}}},{"kind":"Argument","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"SUBMITTED"},{"kind":"EnumValue","value":"UNDER_REVIEW"},{"kind":"EnumValue","value":"MORE_INFO_REQUESTED"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"filedEligibility"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"toCheck"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ApplicationsToInstructQuery, ApplicationsToInstructQueryVariables>;
export const AssignReviewerDocument = {"__meta__":{"hash":"sha256:52329127871702f5fc53998e690c5b46fbca5513417f66c3178c51141c7a91d5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssignReviewer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AssignReviewerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignReviewer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssignReviewerSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictOfInterestError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AssignReviewerMutation, AssignReviewerMutationVariables>;
export const AwardApplicationDocument = {"__meta__":{"hash":"sha256:12c5bdbec2646247a8d98022e61d595c1e0a53674bcf9ebca793b082292ffea4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AwardApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AwardApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"awardApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DecisionSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnvelopeExceededError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AwardApplicationMutation, AwardApplicationMutationVariables>;
export const EditionsDocument = {"__meta__":{"hash":"sha256:325eff05f26ffdd4b48667a12d9c54fa87d88dbce5edd11a1ea79be80433e096"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Editions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calls"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"launchYear"}},{"kind":"Field","name":{"kind":"Name","value":"awardYear"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applications"}},{"kind":"Field","name":{"kind":"Name","value":"awarded"}},{"kind":"Field","name":{"kind":"Name","value":"publishedLaureates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"envelope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"maxPerProject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}}]}}]}}]} as unknown as DocumentNode<EditionsQuery, EditionsQueryVariables>;
export const ProgrammeDayDocument = {"__meta__":{"hash":"sha256:fa7f7002455997ac72b1d3702ddddf2f1382f0a26eed9a00174da9600a62bb6a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProgrammeDay"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"speedMeetings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slotMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"slots"}}]}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ProgrammeDayQuery, ProgrammeDayQueryVariables>;
export const PublishEditionDocument = {"__meta__":{"hash":"sha256:2b7bf62ce3f758c54e8250662b491a3b543936b28a531f16b7571a2af0a14e19"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishEdition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PublishCallInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishCall"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublishCallSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"opensAt"}},{"kind":"Field","name":{"kind":"Name","value":"closesAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<PublishEditionMutation, PublishEditionMutationVariables>;
export const RecordPaymentDocument = {"__meta__":{"hash":"sha256:8ac8099bdc789083f61961995d8349dce1c6e3d9f597f436621e783ddf278ac6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordPayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordPaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordPaymentSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paidOn"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RecordPaymentMutation, RecordPaymentMutationVariables>;
export const RequestInformationDocument = {"__meta__":{"hash":"sha256:92f0ce93047ad2c229d5a0423f4276de4735d62217feb9fc38c1e1d735fec2f3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestInformation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestInformationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestInformation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InstructApplicationSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"pendingRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RequestInformationMutation, RequestInformationMutationVariables>;
export const SignAgreementDocument = {"__meta__":{"hash":"sha256:a128727fb3f3bc939193104a9489638bd65fc30678bcc4a998aa9205063752ad"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignAgreement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignAgreementInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signAgreement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignAgreementSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"agreement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signedOn"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"afterReport"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SignAgreementMutation, SignAgreementMutationVariables>;
export const StartReviewDocument = {"__meta__":{"hash":"sha256:1f3f06e32993d0a9b217c0731641a7b8d52f67248d32283764406a747ac5c5ab"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartReview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartReviewInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startReview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InstructApplicationSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<StartReviewMutation, StartReviewMutationVariables>;
export const GrantStatisticsDocument = {"__meta__":{"hash":"sha256:9089a308a2820301d39d2d6195b6a74dd8ae251c95b67d58910df34db000ef00"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GrantStatistics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"editions"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"byEdition"},"name":{"kind":"Name","value":"grantStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"editions"},"value":{"kind":"Variable","name":{"kind":"Name","value":"editions"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"EDITION"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"}},{"kind":"Field","name":{"kind":"Name","value":"applications"}},{"kind":"Field","name":{"kind":"Name","value":"awarded"}},{"kind":"Field","name":{"kind":"Name","value":"successRate"}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"granted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"medianAwardedCents"}},{"kind":"Field","name":{"kind":"Name","value":"suppressed"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"byTheme"},"name":{"kind":"Name","value":"grantStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"editions"},"value":{"kind":"Variable","name":{"kind":"Name","value":"editions"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"EDITION"},{"kind":"EnumValue","value":"THEME"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"}},{"kind":"Field","name":{"kind":"Name","value":"applications"}},{"kind":"Field","name":{"kind":"Name","value":"awarded"}},{"kind":"Field","name":{"kind":"Name","value":"suppressed"}}]}}]}}]} as unknown as DocumentNode<GrantStatisticsQuery, GrantStatisticsQueryVariables>;
export const PublishedGrantsDocument = {"__meta__":{"hash":"sha256:1a31030678edacc2299a746006b21b3860dfdc46d11b8faa72b245bc7655a213"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PublishedGrants"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PublishedGrantFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishedGrants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"grantorName"}},{"kind":"Field","name":{"kind":"Name","value":"beneficiaryName"}},{"kind":"Field","name":{"kind":"Name","value":"beneficiarySiren"}},{"kind":"Field","name":{"kind":"Name","value":"object"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"line"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"publishedGrantFiles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"read"}},{"kind":"Field","name":{"kind":"Name","value":"kept"}},{"kind":"Field","name":{"kind":"Name","value":"quarantined"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"scdlFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"edition"},"value":{"kind":"IntValue","value":"4"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"schemaVersion"}},{"kind":"Field","name":{"kind":"Name","value":"rowCount"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"validationErrors"}},{"kind":"Field","name":{"kind":"Name","value":"generatedAt"}}]}}]}}]} as unknown as DocumentNode<PublishedGrantsQuery, PublishedGrantsQueryVariables>;
export const TerritoryGapDocument = {"__meta__":{"hash":"sha256:56272c278d8e8a23d24af4144a60324f3337fbeaa00742bed94592a69a781e32"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TerritoryGap"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"territories"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"EnumValue","value":"COMMUNE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"indicators"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"codes"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"ESS_JOBS_PER_1000","block":false},{"kind":"StringValue","value":"ESS_JOBS_RANK","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grantSummary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applications"}},{"kind":"Field","name":{"kind":"Name","value":"awarded"}},{"kind":"Field","name":{"kind":"Name","value":"granted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAwardYear"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grantCentsPerInhabitant"}},{"kind":"Field","name":{"kind":"Name","value":"inclusiveSummary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"siaeCount"}},{"kind":"Field","name":{"kind":"Name","value":"insertionJobs"}},{"kind":"Field","name":{"kind":"Name","value":"contractsLast3Years"}},{"kind":"Field","name":{"kind":"Name","value":"clubMembers"}},{"kind":"Field","name":{"kind":"Name","value":"isDemonstration"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agenda"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]} as unknown as DocumentNode<TerritoryGapQuery, TerritoryGapQueryVariables>;
export const FindSiaeDocument = {"__meta__":{"hash":"sha256:d08007a616c247b09218ecf14aaa1460418ad80da5167d019ad66b676d45f38a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindSiae"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SiaeFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"siaes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sectors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matchReasons"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sectors"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"isClubMember"}},{"kind":"Field","name":{"kind":"Name","value":"isDemonstration"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"siret"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<FindSiaeQuery, FindSiaeQueryVariables>;
export const AsPrintedDocument = {"__meta__":{"hash":"sha256:cf3925a555e87cc8c5b467a60a6625a499b734059513f2c99894b0e286bcff82"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AsPrinted"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"territory"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"codes"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"territory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"territory"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","alias":{"kind":"Name","value":"today"},"name":{"kind":"Name","value":"indicators"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"codes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"codes"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"vintage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revisions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"asPrinted"},"name":{"kind":"Name","value":"indicators"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"codes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"codes"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"vintage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AsPrintedQuery, AsPrintedQueryVariables>;
export const BulkExportDocument = {"__meta__":{"hash":"sha256:15ae73ec801866d44b4644ac0d398e9aeaf09e7a6c64c82dc1e86a2b11f36459"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BulkExport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateExportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createExport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportJob"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"rowCount"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"query"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<BulkExportMutation, BulkExportMutationVariables>;
export const DisputedClaimsDocument = {"__meta__":{"hash":"sha256:e317fcfe4b42a14aef25aea0f99d33147ee226956dec499825cbe13bdf65f4e7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DisputedClaims"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claims"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"disputed"},"value":{"kind":"BooleanValue","value":true}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<DisputedClaimsQuery, DisputedClaimsQueryVariables>;
export const JobsByFamilyDocument = {"__meta__":{"hash":"sha256:56848f4df24819f80ae482ce016b1727108ac7168bcf5c8fa6ca2768e5078aff"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"JobsByFamily"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"communes"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"families"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"StringValue","value":"ESS_JOBS","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"nextReleaseOn"}},{"kind":"Field","name":{"kind":"Name","value":"series"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"territories"},"value":{"kind":"Variable","name":{"kind":"Name","value":"communes"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"dimensions"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"dimension"},"value":{"kind":"StringValue","value":"ESS_FAMILY","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"Variable","name":{"kind":"Name","value":"families"}}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dimensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"comparableWithPrevious"}}]}}]}}]}}]}}]} as unknown as DocumentNode<JobsByFamilyQuery, JobsByFamilyQueryVariables>;
export const PanoramaByEptDocument = {"__meta__":{"hash":"sha256:22c2c2cce46ce55fc45ded8aa2244ea8f4fc0c96f39702391a26bd2cbcde6e48"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PanoramaByEpt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"territories"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"EnumValue","value":"EPT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"indicators"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"codes"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"ESS_ESTABLISHMENTS_SHARE","block":false},{"kind":"StringValue","value":"ESS_JOBS_SHARE","block":false},{"kind":"StringValue","value":"ESS_ESTABLISHMENTS_DEPARTMENT_SHARE","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"approximate"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"vintage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"vintage"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}},{"kind":"Field","name":{"kind":"Name","value":"quotation"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PanoramaByEptQuery, PanoramaByEptQueryVariables>;
export const PublishVintageDocument = {"__meta__":{"hash":"sha256:94e950da3857f348a84ec28cfc3982afbe2730c1deef5fabb448037e9fa8ee43"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishVintage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PublishVintageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishVintage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublishVintageSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inserted"}},{"kind":"Field","name":{"kind":"Name","value":"revised"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suppressedPrimary"}},{"kind":"Field","name":{"kind":"Name","value":"suppressedSecondary"}},{"kind":"Field","name":{"kind":"Name","value":"recoverableCells"}}]}},{"kind":"Field","name":{"kind":"Name","value":"vintage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublishVintageRejected"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rowErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublicationRunning"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<PublishVintageMutation, PublishVintageMutationVariables>;
export const FactCallsDocument = {"__meta__":{"hash":"sha256:f51f6418e8ff4f03da7582975eeab0558f37a48417ab825759e2d15b12bd0ee8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FactCalls"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calls"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"launchYear"}},{"kind":"Field","name":{"kind":"Name","value":"awardYear"}},{"kind":"Field","name":{"kind":"Name","value":"contact"}},{"kind":"Field","name":{"kind":"Name","value":"objectives"}},{"kind":"Field","name":{"kind":"Name","value":"themes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"subThemes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"milestones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"envelope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"maxPerProject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applications"}},{"kind":"Field","name":{"kind":"Name","value":"eligible"}},{"kind":"Field","name":{"kind":"Name","value":"shortlisted"}},{"kind":"Field","name":{"kind":"Name","value":"auditioned"}},{"kind":"Field","name":{"kind":"Name","value":"awarded"}},{"kind":"Field","name":{"kind":"Name","value":"publishedLaureates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"benefits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"supportPartners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"vintage"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}}]}}]}}]}}]} as unknown as DocumentNode<FactCallsQuery, FactCallsQueryVariables>;
export const FactClaimsDocument = {"__meta__":{"hash":"sha256:b088a5ad1a6712d6716cc4e10a3b314edf28b778d6f66cdf4a406a4d57744264"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FactClaims"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claims"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"vintage"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FactClaimsQuery, FactClaimsQueryVariables>;
export const FactEventsDocument = {"__meta__":{"hash":"sha256:7d38ebe31b57a06f7f374661179649e18f4ae886bb7706180c9e0a819d4a9d62"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FactEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"isDemonstration"},"value":{"kind":"BooleanValue","value":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"isDemonstration"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organizers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"speakers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"speedMeetings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slotMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"slots"}}]}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FactEventsQuery, FactEventsQueryVariables>;
export const FactInstrumentsDocument = {"__meta__":{"hash":"sha256:bb731c38d844a59dcd38ba49fb85328c6c6d8557399fd7da3b47ccd0c25d2ca2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FactInstruments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fundingInstruments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<FactInstrumentsQuery, FactInstrumentsQueryVariables>;
export const FactLaureatesDocument = {"__meta__":{"hash":"sha256:ad6b0078cb188daa2fed80e8bc9a4911036e9d031da950a5a95f680d375725d6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FactLaureates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"laureates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"25"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"areaAsStated"}},{"kind":"Field","name":{"kind":"Name","value":"isDemonstration"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fundedItems"}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"launchYear"}},{"kind":"Field","name":{"kind":"Name","value":"awardYear"}}]}},{"kind":"Field","name":{"kind":"Name","value":"themes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"actionTerritories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"legalForm"}},{"kind":"Field","name":{"kind":"Name","value":"website"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"seat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operatesIn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"vintage"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FactLaureatesQuery, FactLaureatesQueryVariables>;
export const FactObservationsDocument = {"__meta__":{"hash":"sha256:b843c2e61adf079ae800f5c9193d4d4d8d51fb08ac3ae3c2f9a8a896c07a131a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FactObservations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"codes"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}},"defaultValue":{"kind":"ListValue","values":[{"kind":"StringValue","value":"ESS_ESTABLISHMENTS_SHARE","block":false},{"kind":"StringValue","value":"ESS_JOBS_SHARE","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"territory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"indicators"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"codes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"codes"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"approximate"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isDemonstration"}},{"kind":"Field","name":{"kind":"Name","value":"vintage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"provenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"vintage"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"quotation"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FactObservationsQuery, FactObservationsQueryVariables>;
export const FactOrganizationsDocument = {"__meta__":{"hash":"sha256:a04dc50d92d4dfd87e022ba92d55bce99bba5bac9113e7b9d5a9e8a64277bfc2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FactOrganizations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"isDemonstration"},"value":{"kind":"BooleanValue","value":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"legalForm"}},{"kind":"Field","name":{"kind":"Name","value":"website"}},{"kind":"Field","name":{"kind":"Name","value":"roleSpans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"jointProjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"partners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FactOrganizationsQuery, FactOrganizationsQueryVariables>;
export const FactSeriesDocument = {"__meta__":{"hash":"sha256:021e2edcda60cf8a0ef35ceb152dc2fcc1b5c425057cb3f3347dac4d2ff15d1b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FactSeries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventSeries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"frequency"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"contact"}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<FactSeriesQuery, FactSeriesQueryVariables>;
export const AddAttachmentDocument = {"__meta__":{"hash":"sha256:0ce581badb5fc6b7a4a5e4a8e4f9747ed28ed12bb9140b36bb74ab91fef906c2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddAttachment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddAttachmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addAttachment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AddAttachmentSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"attachment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AddAttachmentMutation, AddAttachmentMutationVariables>;
export const CommunePageDocument = {"__meta__":{"hash":"sha256:51a729f3dc1698bd78f5bb6c1f26caf627a6f493e8c30d1e0bbe19782bf6b27c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CommunePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"territory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"populationYear"}},{"kind":"Field","alias":{"kind":"Name","value":"ept"},"name":{"kind":"Name","value":"within"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"EnumValue","value":"EPT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"epci"},"name":{"kind":"Name","value":"within"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"EnumValue","value":"EPCI"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"department"},"name":{"kind":"Name","value":"within"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"EnumValue","value":"DEPARTMENT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"indicators"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"codes"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"ESS_JOBS_RANK","block":false},{"kind":"StringValue","value":"ESS_JOBS_PER_1000","block":false},{"kind":"StringValue","value":"ESS_JOBS_SHARE","block":false},{"kind":"StringValue","value":"ESS_ESTABLISHMENTS","block":false},{"kind":"StringValue","value":"ESS_JOBS","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"approximate"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"provenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"producer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"grantSummary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"awarded"}},{"kind":"Field","name":{"kind":"Name","value":"lastAwardYear"}}]}},{"kind":"Field","name":{"kind":"Name","value":"laureates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"website"}}]}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"awardYear"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"siaes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sectors"}},{"kind":"Field","name":{"kind":"Name","value":"isDemonstration"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"agenda"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"isDemonstration"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CommunePageQuery, CommunePageQueryVariables>;
export const CurrentCallDocument = {"__meta__":{"hash":"sha256:f7899959d9fe9d64c3d3037a0ab3e532a6509db97bbe1488e3eea2f23b1c996e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CurrentCall"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentCall"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"launchYear"}},{"kind":"Field","name":{"kind":"Name","value":"contact"}},{"kind":"Field","name":{"kind":"Name","value":"themes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"subThemes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"milestones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}}]}},{"kind":"Field","name":{"kind":"Name","value":"eligibilityRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}},{"kind":"Field","name":{"kind":"Name","value":"envelope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"maxPerProject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"supportPartners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"website"}}]}}]}}]}}]} as unknown as DocumentNode<CurrentCallQuery, CurrentCallQueryVariables>;
export const CheckEligibilityDocument = {"__meta__":{"hash":"sha256:d5e988b4af4e3c186880285952ddd1a52c77cba30c10274f7378cd492b377be4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CheckEligibility"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EligibilityInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkEligibility"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"rulesVersion"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CheckEligibilityQuery, CheckEligibilityQueryVariables>;
export const LaureateDirectoryDocument = {"__meta__":{"hash":"sha256:f20db9be8a60848c78b4fcb8ec7ae20f06532b33846f37648bdc938744562082"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LaureateDirectory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LaureateFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"laureates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"12"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"NAME_ASC"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"totalAwarded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"themes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"editions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"fundedItems"}},{"kind":"Field","name":{"kind":"Name","value":"areaAsStated"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"website"}},{"kind":"Field","name":{"kind":"Name","value":"seat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"actionTerritories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"awardYear"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<LaureateDirectoryQuery, LaureateDirectoryQueryVariables>;
export const SaveDraftDocument = {"__meta__":{"hash":"sha256:66c27144d8b3760088a8acb2e53a2eba322005efd28561aa971e61ac3fd31812"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveDraftInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SaveDraftSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SaveDraftMutation, SaveDraftMutationVariables>;
export const StartApplicationDocument = {"__meta__":{"hash":"sha256:9ad1d3c16f76deb258c6423959e4f881bdf0f0dc3ae57630a08046de14c8c681"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StartApplicationSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CallClosedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<StartApplicationMutation, StartApplicationMutationVariables>;
export const SubmitApplicationDocument = {"__meta__":{"hash":"sha256:092a587c1f9497892a9451fe01b211773cd4ffaffd35275eedbe198a69f1e557"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitApplicationSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receiptUrl"}},{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CallClosedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitApplicationMutation, SubmitApplicationMutationVariables>;
export const DeclareConflictDocument = {"__meta__":{"hash":"sha256:677ea6307d5a695da035f7adbde28bfddc506a7270d3d4932ac369128bd69a09"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeclareConflict"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeclareConflictInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declareConflict"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeclareConflictSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recusedAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictOfInterestError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DeclareConflictMutation, DeclareConflictMutationVariables>;
export const MyReviewsDocument = {"__meta__":{"hash":"sha256:a9315277f6ef160737e46ac35f5f36901bb15cda7c28c18886c11b8ae37e4b98"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyReviews"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentCall"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"criteria"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"maxScore"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"myReviews"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recusedAt"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}},{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}}]}}]}}]}}]} as unknown as DocumentNode<MyReviewsQuery, MyReviewsQueryVariables>;
export const SubmitReviewDocument = {"__meta__":{"hash":"sha256:ce840d33312146c4627c94f6cc15858384732b2d840371b7de1df45253149e07"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitReview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitReviewInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitReview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitReviewSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitReviewMutation, SubmitReviewMutationVariables>;