import { mistypedDomains, sharedPhones } from './contact.rules.ts';
import type {
  Dispute,
  FindingDraft,
  OfficialPostcodes,
  PublishedDataset,
  RegisteredOrganization,
} from './finding-draft.ts';
import { nameVariants } from './name-variant.rules.ts';
import { postcodeFindings } from './postcode.rules.ts';
import { retiredTerritories, staleVintages, undecidedClaims } from './upkeep.rules.ts';

/** What the platform knows that may be wrong. */
export type Inspected = {
  readonly organizations: readonly RegisteredOrganization[];
  readonly disputes: readonly Dispute[];
  readonly datasets: readonly PublishedDataset[];
  readonly now: Date;
};

/** All that is wrong in it, and nothing corrected. */
export function qualityFindings(
  { organizations, disputes, datasets, now }: Inspected,
  postcodes: OfficialPostcodes,
): FindingDraft[] {
  return [
    ...sharedPhones(organizations),
    ...organizations.flatMap((organization) => [
      ...mistypedDomains(organization),
      ...postcodeFindings(organization, postcodes),
      ...nameVariants(organization),
      ...retiredTerritories(organization),
    ]),
    ...undecidedClaims(disputes),
    ...staleVintages(datasets, now),
  ];
}
