import type { HttpAnswer, HttpOutcome, HttpTrouble } from '../net/door.ts';
import { readClaims } from './challenge.ts';
import type { Endpoint } from './endpoints.ts';
import { readGraphError, type GraphError } from './errors.ts';

/** What one attempt came to. */
export type Verdict =
  /** 2xx, or a deletion that found nothing left to delete. `json` is undefined when the body holds none. */
  | { readonly kind: 'answer'; readonly answer: HttpAnswer; readonly json: unknown }
  /** Refused before any work was done. */
  | { readonly kind: 'refused'; readonly status: number; readonly error: GraphError }
  | {
      readonly kind: 'throttled';
      readonly status: number;
      readonly retryAfter: string | undefined;
      readonly error: GraphError;
    }
  | { readonly kind: 'challenge'; readonly claims: string; readonly error: GraphError }
  /** The server, or something in front of it, gave up: a write may have happened. */
  | {
      readonly kind: 'unclear';
      readonly status: number;
      readonly retryAfter: string | undefined;
      readonly error: GraphError;
    }
  | { readonly kind: 'trouble'; readonly trouble: HttpTrouble };

/**
 * Reads one outcome by its HTTP status first (Graph concept page "errors").
 *
 * - 2xx is success whatever the exact number: the reference contradicts itself on 200, 201 and 204.
 * - 408 joins the 5xx: a gateway sends it, and it cannot know what happened behind it.
 * - 404 means "there is none" for a read and "done" for a deletion, so it must be Graph's own: a proxy's page is unclear.
 * - A redirect is not followed. For a write it may mean "done, look there", so it is unclear.
 */
export function judge(outcome: HttpOutcome, endpoint: Endpoint): Verdict {
  if (!outcome.ok) return { kind: 'trouble', trouble: outcome.trouble };
  const { answer } = outcome;
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return { kind: 'answer', answer, json: parseJson(answer.body) };
  const json = parseJson(answer.body);
  const isForeign = json === undefined && answer.body.length > 0;
  if (status === 404 && endpoint.method === 'DELETE' && !isForeign) return { kind: 'answer', answer, json };

  const error = readGraphError(json);
  const retryAfter = headers['retry-after'];
  if (status === 429) return { kind: 'throttled', status, retryAfter, error };
  if (status === 401 || status === 403 || status === 400) {
    const claims = readClaims(headers['www-authenticate']);
    if (claims !== null) return { kind: 'challenge', claims, error };
  }
  const isForeign404 =
    status === 404 && isForeign && (endpoint.method === 'GET' || endpoint.method === 'DELETE');
  if (status < 400 || status === 408 || status >= 500 || isForeign404)
    return { kind: 'unclear', status, retryAfter, error };
  return { kind: 'refused', status, error };
}

/** The JSON in a body, or undefined: empty, cut in half, a gateway's HTML page. */
function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    return undefined;
  }
}
