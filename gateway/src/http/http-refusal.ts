import type { FaultCode } from '@graphess/subgraph-kit';

/** A request refused before it reaches the graph: its message is French, meant for the client, and holds nothing private. */
export class HttpRefusal extends Error {
  override name = 'HttpRefusal';
  constructor(
    readonly statusCode: number,
    readonly code: FaultCode,
    message: string,
    readonly more: {
      readonly extensions?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
  }

  /** The body of the answer, in the shape of GraphQL errors. */
  body(requestId: string) {
    return {
      errors: [
        { message: this.message, extensions: { code: this.code, ...this.more.extensions, requestId } },
      ],
    };
  }
}
