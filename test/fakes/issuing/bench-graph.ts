import { GraphHttpClient } from '../../../src/main/graph/client.ts';
import type { HttpDoor, HttpOutcome, HttpRequest } from '../../../src/main/net/door.ts';
import { practiceAddresses } from '../../../src/main/practice/directory.ts';
import { ok } from '../../../src/shared/result.ts';

interface Parts {
  readonly door: HttpDoor;
  /** The access token of whoever stands there. */
  readonly token: () => string;
  readonly now: () => number;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Sees each request with what came back. */
  readonly onWire: (request: HttpRequest, outcome: HttpOutcome) => void;
}

/** The app's own Graph client, watched on the wire, for a station at which nobody signs in. */
export function benchGraph({ door, token, now, wait, onWire }: Parts): GraphHttpClient {
  return new GraphHttpClient({
    door: {
      send: async (request) => {
        const outcome = await door.send(request);
        onWire(request, outcome);
        return outcome;
      },
    },
    tokens: { accessToken: () => Promise.resolve(ok(token())) },
    base: practiceAddresses.graphBase,
    scopes: [],
    randomUUID: () => crypto.randomUUID(),
    waiting: { now, wait, random: () => 0.5 },
  });
}
