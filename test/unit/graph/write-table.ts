import type { GraphHttpClient } from '../../../src/main/graph/client.ts';
import type { CallOptions, Traced } from '../../../src/main/graph/types.ts';
import type { HttpOutcome } from '../../../src/main/net/door.ts';
import { answer, trouble } from '../../fakes/scripted-door.ts';
import { sample } from '../../fakes/scripted-graph.ts';

export const wanda = '00000000-0000-4000-8000-0000000000e1';
export const dates = { startsAt: '2026-11-20T09:00:00.000Z', expiresAt: '2027-11-20T09:00:00.000Z' };

export type Write = (graph: GraphHttpClient, options?: CallOptions) => Promise<Traced<unknown>>;

/** The writes that bring a secret, with an answer that carries it. */
export const creating: readonly (readonly [string, Write, string])[] = [
  ['E1 first badge', (graph, options) => graph.createMethod(wanda, dates, '40718529', options), 'E1_created'],
  [
    'E5 new standard code',
    (graph, options) => graph.createCode(wanda, 'standard', dates, options),
    'E5_created',
  ],
  [
    'E9 temporary code',
    (graph, options) => graph.createCode(wanda, 'temporary', dates, options),
    'E9_created',
  ],
  ['E11 new PIN', (graph, options) => graph.resetPin(wanda, options), 'E11_reset_201'],
];
/** The writes that may be repeated. */
export const repeatable: readonly (readonly [string, Write, string])[] = [
  ['E3', (graph, options) => graph.deleteMethod(wanda, options), 'E3_deleted'],
  ['E6', (graph, options) => graph.extend(wanda, dates.expiresAt, options), 'E6_updated_204'],
  ['E7', (graph, options) => graph.deleteCode(wanda, 'standard', options), 'E7_deleted'],
  ['E10', (graph, options) => graph.deleteCode(wanda, 'temporary', options), 'E10_deleted'],
];

/** One lost attempt: what happened, and whether the write may have been done. */
export const lost: readonly (readonly [string, HttpOutcome])[] = [
  ['a time-out after sending', trouble('timeout')],
  ['a reset connection', trouble('reset')],
  ['a cancelled wait', trouble('cancelled')],
  ['an answer that is too long', trouble('too-large')],
  ['trouble with encryption in mid-flight', trouble('tls')],
  ['500', answer(500, { error: { code: 'generalException' } })],
  ['502 with a gateway page', answer(502, '<html>bad gateway</html>')],
  ['503 with Retry-After', sample('unavailable')],
  ['504 with a gateway page', sample('gateway_html')],
  ['509', answer(509)],
  ['501', answer(501)],
  ['408', answer(408)],
  ['a redirect', answer(302, null, { location: 'https://elsewhere.example/' })],
];
export const refused: readonly (readonly [string, HttpOutcome])[] = [
  ['a name that is not found', trouble('offline', 'no')],
  ['a connection that never opened', trouble('timeout', 'no')],
  ['a refused host', trouble('host-refused', 'no')],
  ['a certificate nobody vouches for', trouble('tls', 'no')],
  ['cancelled before sending', trouble('cancelled', 'no')],
  ['400', sample('generic_400_nested')],
  ['401', sample('token_invalid')],
  ['403', sample('role_missing')],
  ['404', sample('user_not_found')],
  ['405', answer(405)],
  ['409', answer(409)],
  ['412', answer(412)],
  ['415', answer(415)],
  ['422', answer(422)],
  ['423', answer(423)],
  ['424', answer(424)],
];
