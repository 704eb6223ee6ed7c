import {
  either,
  fields,
  type PermissionTable,
  type PublicFields,
  roles,
  scopes,
} from '@graphess/subgraph-kit';
import { BOTH_SIDES, STAFF } from '../who-may.ts';

const THEIR_SIDE = roles('agent', 'admin', 'applicant');
/** Who follows the money of an edition. */
const TRAIL = either(STAFF, scopes('bi:read'));

export const PAYMENT_PUBLIC: PublicFields = {
  CancelPaymentSuccess: ['application'],
  RecordPaymentSuccess: ['application'],
};
export const PAYMENT_OF_APPLICATION = fields(BOTH_SIDES, 'payments');
export const MONEY_TRAIL_OF_CALL = fields(TRAIL, 'moneyTrail');
export const PAYMENT_RESTRICTED: NonNullable<PermissionTable['restricted']> = {
  MoneyTrail: fields(
    TRAIL,
    ...[
      'awarded',
      'awardedShare',
      'awardsKnown',
      'completeness',
      'envelope',
      'laureates',
      'lines',
      'missing',
    ],
    ...['paid', 'paidShare', 'threshold'],
  ),
  MoneyTrailLine: fields(TRAIL, 'application', 'awarded', 'paid', 'payments'),
  // Reached through an application, where the condition is asked.
  Payment: {
    ...fields(THEIR_SIDE, 'afterReport', 'amount', 'dueOn', 'number', 'paidOn', 'reference'),
    cancellations: STAFF,
  },
  PaymentCancellation: fields(STAFF, 'cancelledAt', 'paidOn', 'reason', 'reference'),
};
export const PAYMENT_MUTATIONS = fields(STAFF, 'cancelPayment', 'recordPayment');
