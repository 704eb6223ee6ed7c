import type { QualityFinding } from './quality-finding.entity.ts';

/** A finding before it has an id. */
export type FindingDraft = Pick<
  QualityFinding,
  'kind' | 'severity' | 'subjects' | 'field' | 'statement' | 'explanation' | 'sourceIds'
>;

export type PrintedContact = {
  kind: 'ADDRESS' | 'PHONE' | 'EMAIL';
  /** As the source prints it. */
  asPrinted: string;
  normalised: string | null;
  sourceId: string;
};

/** A living organisation with what its sources print, those of the organisations that were merged into it included. */
export type RegisteredOrganization = {
  id: string;
  name: string;
  aliases: string[];
  /** Addresses of its pages. */
  sites: string[];
  seat: { id: string; name: string } | null;
  contacts: PrintedContact[];
  /** Seat and areas that the official geographic code no longer has. */
  retiredTerritories: { id: string; name: string }[];
  sourceIds: string[];
};

/** Claims on one field of one subject that differ. */
export type Dispute = {
  subject: string;
  field: string;
  statements: string[];
  /** How many of them are held. */
  held: number;
  sourceIds: string[];
};

export type PublishedDataset = {
  code: string;
  title: string;
  updateFrequency: string;
  /** Day announced for the next publication (`2026-03-02`), null when none is. */
  announcedOn: string | null;
  /** The latest vintage that was not withdrawn. */
  label: string;
  lastReleasedAt: Date;
};

/** Official postcodes, from the file of communes of the official geographic code. */
export type OfficialPostcodes = {
  /** Those of a commune (`COM:92026`); none where the code gives none. */
  of(communeId: string): readonly string[];
  /** Départements (`92`) that a postcode is used in; none for one that the code does not give. */
  departmentsOf(postcode: string): readonly string[];
  /** The département of a commune. */
  departmentOf(communeId: string): string | null;
};
