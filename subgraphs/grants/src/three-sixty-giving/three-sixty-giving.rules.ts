import type { Grantor } from '../scdl/grantor.ts';
import type { ToldAward } from './grants-to-tell.queries.ts';

/** Identifiers of this platform; the prefix is in no register of 360Giving. */
const PREFIX = '360G-graphess92';

/**
 * Awards in the data standard of 360Giving (https://standard.threesixtygiving.org, 1.1). The standard demands an amount
 * and a day: an award that lacks either is left out, and counted.
 */
export function threeSixtyGivingOf(awards: readonly ToldAward[], grantor: Grantor, publicUrl: string) {
  const told = awards.flatMap((award) => {
    const { cents, decidedOn } = award;
    return cents === null || decidedOn === null
      ? []
      : [grantOf({ ...award, cents, decidedOn }, grantor, publicUrl)];
  });
  const left = awards.length - told.length;
  return {
    grants: told,
    leftOut: { count: left, reason: 'Montant ou jour de décision inconnu.' },
  };
}

function grantOf(
  award: ToldAward & { cents: number; decidedOn: string },
  grantor: Grantor,
  publicUrl: string,
) {
  const { applicationId, applicantName, organizationId, callId, callTitle, startsOn, endsOn, places } = award;
  return {
    id: `${PREFIX}-${applicationId}`,
    title: award.title ?? award.summary,
    description: award.summary,
    currency: 'EUR',
    amountAwarded: award.cents / 100,
    awardDate: award.decidedOn,
    ...(startsOn === null || endsOn === null
      ? {}
      : { plannedDates: [{ startDate: startsOn, endDate: endsOn }] }),
    recipientOrganization: [{ id: `${PREFIX}-${organizationId}`, name: applicantName }],
    fundingOrganization: [{ id: `${PREFIX}-SIREN:${grantor.siren}`, name: grantor.name }],
    ...(places.length === 0
      ? {}
      : {
          beneficiaryLocation: places.map(({ code, name }) => ({
            ...(name === null ? {} : { name }),
            countryCode: 'FR',
            geoCode: code.replace(/^[A-Z]+:/, ''),
            geoCodeType: code.replace(/:.*$/, ''),
          })),
        }),
    grantProgramme: [{ code: callId, title: callTitle }],
    dataSource: `${publicUrl}/open-data/three-sixty-giving.json`,
  };
}
