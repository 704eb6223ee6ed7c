/** Whether a role holds on a day (`2024-11-13`); a bound that is not known keeps no day out. All do when `on` is null. */
export function isInForce(
  on: string | null,
): (span: { readonly since: string | null; readonly until: string | null }) => boolean {
  return ({ since, until }) => on === null || ((since ?? on) <= on && on <= (until ?? on));
}
