import type { ApolloServerPlugin, BaseContext } from '@apollo/server';

/** What is wrong with a document or its variables, in a request that HTTP itself has nothing to say of. */
const ABOUT_THE_OPERATION: readonly unknown[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
];

/**
 * Whoever asks for `application/json` by name, and for nothing newer, may not tell our 400 from that of a proxy: the
 * specification has such a client find these errors in a 200 (GraphQL over HTTP, 6.4.1). All others see the status.
 */
export const legacyJson: ApolloServerPlugin<BaseContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, errors = [], response }) {
        const accepted = (request.http?.headers.get('accept') ?? '').split(',').map(mediaType);
        if (response.http.status !== 400 || !accepted.every((type) => type === 'application/json')) return;
        const known = errors.every(({ extensions }) => ABOUT_THE_OPERATION.includes(extensions['code']));
        if (errors.length > 0 && known) response.http.status = 200;
      },
    };
  },
};

function mediaType(range: string): string {
  return range.split(';')[0]?.trim().toLowerCase() ?? '';
}
