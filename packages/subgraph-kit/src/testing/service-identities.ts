import {
  GATEWAY_SERVICE,
  generateServiceKeys,
  readServiceIdentity,
  type ServiceIdentity,
} from '../statement/service-identity.ts';

/** Fresh identities that know one another: the gateway’s and those of the services named. */
export async function testIdentities(
  ...services: readonly string[]
): Promise<(service: string) => ServiceIdentity> {
  const names = [GATEWAY_SERVICE, ...services];
  const { privateKeys, publicKeys } = await generateServiceKeys(names);
  const identities = new Map<string, ServiceIdentity>();
  for (const name of names) {
    const privateKey = privateKeys[name];
    if (privateKey) identities.set(name, await readServiceIdentity(name, { privateKey, publicKeys }));
  }
  return (service) => {
    const identity = identities.get(service);
    if (identity === undefined) throw new RangeError(`No test identity for ${service}`);
    return identity;
  };
}
