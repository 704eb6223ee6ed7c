import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { HttpRefusal } from '../../http/http-refusal.ts';
import { PAGE_POLICY } from '../page.ts';
import { requireOwnPage } from '../same-origin.ts';
import { sendPage } from '../send-page.ts';
import { accountNamed } from './accounts.ts';
import { createProvider, type ProviderOptions } from './create-provider.ts';
import { PROVIDER_PATH } from './provider-address.ts';
import { accountPage } from './provider-pages.ts';

const FORM = 'application/x-www-form-urlencoded';
const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

type Options = Omit<ProviderOptions, 'origin'> & { origin: () => string };

/** The provider at `/oidc`, for this machine alone: its accounts open everything, without a password. */
export async function registerLocalProvider(app: FastifyInstance, options: Options): Promise<void> {
  let made: Provider | null = null;
  const provider = () => {
    made ??= createProvider({ ...options, origin: options.origin() });
    return made;
  };
  app.addHook('onRequest', async (request) => {
    const forwarded = ['forwarded', 'x-forwarded-for', 'via'].some(
      (name) => request.headers[name] !== undefined,
    );
    if (!forwarded && LOOPBACK.includes(request.raw.socket.remoteAddress ?? '')) return;
    throw new HttpRefusal(404, 'BAD_REQUEST', 'Cette adresse n’existe pas.');
  });

  await app.register(async (pages) => {
    pages.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    });
    const interactionOf = (request: FastifyRequest, reply: FastifyReply) =>
      provider()
        .interactionDetails(request.raw, reply.raw)
        .catch(() => {
          throw new HttpRefusal(400, 'BAD_REQUEST', 'Cette connexion a expiré : recommencez à /auth/login.');
        });
    const ofInteraction = `${PROVIDER_PATH}/interaction/:uid`;
    pages.get(ofInteraction, async (request, reply) => {
      await interactionOf(request, reply);
      return sendPage(reply, accountPage(request.url));
    });
    pages.post<{ Body?: Record<string, string> }>(ofInteraction, async (request, reply) => {
      requireOwnPage(request, options.origin());
      await interactionOf(request, reply);
      const account = accountNamed(request.body?.['account'] ?? '');
      if (account === undefined)
        throw new HttpRefusal(400, 'BAD_REQUEST', 'Ce compte de démonstration n’existe pas.');
      const next = await provider().interactionResult(request.raw, reply.raw, {
        login: { accountId: account.name },
      });
      return reply.redirect(next, 303);
    });
  });

  await app.register(async (protocol) => {
    // The provider reads bodies by itself.
    protocol.removeAllContentTypeParsers();
    protocol.addContentTypeParser('*', (_request, _payload, done) => done(null));
    protocol.all(`${PROVIDER_PATH}/*`, async (request, reply) => {
      const { raw } = request;
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.raw.setHeader('content-security-policy', PAGE_POLICY);
      reply.hijack();
      Object.assign(raw, { originalUrl: raw.url, url: raw.url?.slice(PROVIDER_PATH.length) });
      await provider().callback()(raw, reply.raw);
    });
  });
}
