import { z } from 'zod';
import { clockSetTo, systemClock } from './clock.ts';

/** A wrong configuration. The message lists every problem, in French, one a line. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads a deployable's configuration once. `schema` is a zod object whose keys are the variables; `further` are problems
 * that the caller found between variables, each as `VARIABLE : what is wrong`.
 * Throws SettingsError with all problems at once; an empty variable counts as absent.
 */
export function readSettings<Shape extends z.ZodType>(
  schema: Shape,
  env: Record<string, string | undefined>,
  further: readonly string[] = [],
): z.output<Shape> {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(present);
  if (result.success && further.length === 0) return result.data;
  const own = result.error?.issues.map((issue) => `${issue.path.join('.')} : ${issue.message}`) ?? [];
  const problems = [...own, ...further].map((each) => `  - ${each}`);
  throw new SettingsError(`La configuration est incorrecte :\n${problems.join('\n')}`);
}

const port = (fallback: number) =>
  z.coerce
    .number({ error: 'un numéro de port est attendu' })
    .int('un numéro de port est attendu')
    .min(0, 'un numéro de port va de 0 à 65535')
    .max(65_535, 'un numéro de port va de 0 à 65535')
    .default(fallback);

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'une adresse postgres://utilisateur:motdepasse@serveur:port/base est attendue',
});

const httpUrl = z.url({ protocol: /^https?$/, error: 'une adresse http://… est attendue' });

const clock = z
  .string()
  .transform((text, ctx) => {
    try {
      return clockSetTo(text);
    } catch {
      ctx.addIssue({
        code: 'custom',
        message: 'une date (2025-11-20) ou un instant (2025-11-20T10:00:00Z) est attendu',
      });
      return z.NEVER;
    }
  })
  .optional()
  .transform((set) => set ?? systemClock);

const posture = z
  .enum(['development', 'test', 'production'], {
    error: '« development », « test » ou « production » est attendu',
  })
  .default('development');

const logLevel = z
  .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
    error: '« trace », « debug », « info », « warn », « error » ou « silent » est attendu',
  })
  .default('info');

/** Building blocks for the settings of a deployable. */
export const setting = { port, postgresUrl, httpUrl, clock, posture, logLevel };
