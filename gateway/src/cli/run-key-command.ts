import { randomUUID } from 'node:crypto';
import { parisDay, SettingsError } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { ApiKey } from '../access/api-key/api-key.entity.ts';
import { findKey, findKeyByPrefix, keysMatching } from '../access/api-key/api-key.queries.ts';
import { isActive } from '../access/api-key/api-key.rules.ts';
import { explainRotation } from '../access/api-key/explain-rotation.ts';
import { issueKey, type KeyWriter, revokeKey, rotateKey } from '../access/api-key/issue-api-key.ts';
import type { KeyPosture } from '../access/api-key/secret.ts';
import type { KeyCommand, KeyName } from './key-command.ts';

type Where = { db: EntityManager; now: Date; posture: KeyPosture };

/** Does what a command says, and returns the lines to print. Throws SettingsError for what cannot be done. */
export async function runKeyCommand(command: KeyCommand, { db, now, posture }: Where): Promise<string[]> {
  // Whoever runs a program of the platform on its database: the journal names no account of the machine.
  const writer: KeyWriter = {
    actorKind: 'service',
    actor: 'operator',
    requestId: randomUUID(),
    now,
    posture,
  };
  switch (command.verb) {
    case 'create': {
      const issued = await db.transaction((tx) => issueKey(tx, command.request, writer));
      return ['Clé créée.', ...(await described(db, issued.id)), ...shownOnce(issued.secret)];
    }
    case 'rotate': {
      const former = await named(db, command.key);
      const issued = await db.transaction((tx) =>
        rotateKey(tx, { id: former.id, overlapDays: command.overlapDays }, writer),
      );
      if ('reason' in issued) throw new SettingsError(explainRotation(issued));
      const { expiresAt } = await known(db, former.id);
      return [
        command.overlapDays === 0
          ? `Clé remplacée ; l’ancienne, ${former.prefix}…, n’est plus acceptée.`
          : `Clé remplacée ; l’ancienne, ${former.prefix}…, est acceptée jusqu’au ${parisDay(expiresAt)}.`,
        ...(await described(db, issued.id)),
        ...shownOnce(issued.secret),
      ];
    }
    case 'revoke': {
      const key = await named(db, command.key);
      await db.transaction((tx) => revokeKey(tx, key.id, writer));
      return [`Clé ${key.prefix}… (${key.partner}) révoquée : elle n’est plus acceptée.`];
    }
    case 'list': {
      const { sql, params } = keysMatching({
        partner: command.partner,
        active: command.all ? null : true,
        now,
      });
      const keys: ApiKey[] = await db.query(`${sql} ORDER BY k.created_at DESC, k.id DESC`, [...params]);
      return keys.length === 0 ? ['Aucune clé.'] : keys.map((key) => line(key, now));
    }
  }
}

function line(key: ApiKey, now: Date): string {
  const state = isActive(key, now)
    ? `jusqu’au ${parisDay(key.expiresAt)}`
    : key.revokedAt === null
      ? `expirée le ${parisDay(key.expiresAt)}`
      : `révoquée le ${parisDay(key.revokedAt)}`;
  const used = key.lastUsedOn === null ? 'jamais utilisée' : `utilisée le ${key.lastUsedOn}`;
  return [
    key.prefix,
    key.id,
    key.partner,
    key.scopes.join(' '),
    `${key.quotaPerMinute}/min`,
    state,
    used,
  ].join('  ');
}

async function described(db: EntityManager, id: string): Promise<string[]> {
  const key = await known(db, id);
  return [
    `  identifiant   ${key.id}`,
    `  partenaire    ${key.partner}`,
    ...(key.organizationId === null ? [] : [`  structure     ${key.organizationId}`]),
    `  droits        ${key.scopes.join(' ')}`,
    ...(key.networks.length === 0 ? [] : [`  réseaux       ${key.networks.join(' ')}`]),
    `  quota         ${key.quotaPerMinute} requêtes par minute`,
    `  valable       jusqu’au ${parisDay(key.expiresAt)}`,
  ];
}

function shownOnce(secret: string): string[] {
  return ['', 'Le secret, montré cette seule fois, à envoyer dans l’en-tête x-api-key :', secret];
}

async function named(db: EntityManager, name: KeyName): Promise<ApiKey> {
  const key = 'id' in name ? await findKey(db, name.id) : await findKeyByPrefix(db, name.prefix);
  if (key === null) {
    throw new SettingsError(
      'id' in name
        ? `Aucune clé n’a l’identifiant ${name.id}.`
        : `Aucune clé ne commence par ${name.prefix}.`,
    );
  }
  return key;
}

async function known(db: EntityManager, id: string): Promise<ApiKey> {
  return named(db, { id });
}
