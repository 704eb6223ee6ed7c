import type { ApplicationState } from '../application/application.state.ts';
import { INSTRUMENT_RULES, needOf } from './instrument.rules.ts';
import type { UpcomingCall, UpcomingMorning } from './upcoming.type.ts';

export type Proposal =
  | { kind: 'CALL'; callId: string; on: string; explanation: string }
  | { kind: 'MEETING'; eventId: string; on: string; explanation: string }
  | { kind: 'INSTRUMENT'; code: string; on: null; explanation: string };

export type Steps = { proposals: Proposal[]; none: string | null; missing: string[] };

type Facts = {
  /** As whoever asks is shown it. */
  state: ApplicationState;
  requestedCents: number | null;
  awardedCents: number | null;
  legalForm: string | null;
  folded: string;
};

const NOT_FUNDED: readonly ApplicationState[] = ['REJECTED', 'INELIGIBLE', 'WAITLISTED'];

/** What may follow an application that got nothing, or less than it asked for; otherwise why nothing is proposed. */
export function nextStepsOf(
  facts: Facts,
  upcoming: { call: UpcomingCall | null; morning: UpcomingMorning | null },
): Steps {
  const none = whyNone(facts);
  if (none !== null) return { proposals: [], none, missing: [] };
  const { call, morning } = upcoming;
  const need = needOf(facts);
  return {
    proposals: [
      ...(call === null ? [] : [callStep(call, facts)]),
      ...(morning === null ? [] : [morningStep(morning)]),
      ...INSTRUMENT_RULES.filter(({ suits }) => suits(need)).map(
        ({ code, because }): Proposal => ({ kind: 'INSTRUMENT', code, on: null, explanation: because }),
      ),
    ],
    none: null,
    missing: [
      ...(call === null ? ['Aucune autre édition de l’appel à projets n’est annoncée.'] : []),
      ...(morning === null ? ['Aucune Matinée des financements à impact n’est annoncée.'] : []),
    ],
  };
}

function whyNone({ state, requestedCents, awardedCents }: Facts): string | null {
  if (NOT_FUNDED.includes(state)) return null;
  if (state === 'WITHDRAWN') return 'La candidature a été retirée par celui qui l’a déposée.';
  if (state !== 'AWARDED') return 'Aucune décision n’est encore prise sur cette candidature.';
  if (requestedCents === null || awardedCents === null) {
    return 'On ne sait pas si la subvention couvre tout ce qui était demandé.';
  }
  return awardedCents < requestedCents ? null : 'La subvention couvre tout ce qui était demandé.';
}

function callStep({ id, edition, opensOn, isOpen }: UpcomingCall, { state }: Facts): Proposal {
  const again =
    state === 'INELIGIBLE'
      ? 'Ses règles peuvent différer : le test d’éligibilité le dira.'
      : 'Un projet peut s’y représenter.';
  return {
    kind: 'CALL',
    callId: id,
    on: opensOn,
    explanation: isOpen
      ? `La ${edition}e édition reçoit les candidatures. ${again}`
      : `La ${edition}e édition s’ouvre prochainement. ${again}`,
  };
}

function morningStep({ id, title, startsOn, isDemonstration }: UpcomingMorning): Proposal {
  const invented = isDemonstration ? ' (événement de démonstration)' : '';
  return {
    kind: 'MEETING',
    eventId: id,
    on: startsOn,
    explanation: `« ${title} »${invented} : on y rencontre des financeurs en rendez-vous.`,
  };
}
