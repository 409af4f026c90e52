import { readFileSync } from 'node:fs';
import type { TokenRequest, TokenSource } from '../../src/main/auth/types.ts';
import { GraphHttpClient } from '../../src/main/graph/client.ts';
import type { HttpOutcome } from '../../src/main/net/door.ts';
import { ok, type Result } from '../../src/shared/result.ts';
import { JumpingClock } from './jumping-clock.ts';
import { answer, ScriptedDoor } from './scripted-door.ts';

/** Gives `token-1`, `token-2`, … or what a test wants, and remembers what it was asked. */
export class ScriptedTokens implements TokenSource {
  readonly requests: TokenRequest[] = [];
  next: ((request: TokenRequest) => Result<string>) | null = null;

  accessToken(request: TokenRequest): Promise<Result<string>> {
    this.requests.push(request);
    return Promise.resolve(this.next === null ? ok(`token-${this.requests.length}`) : this.next(request));
  }
}

/** A Graph client whose server answers from a list. */
export function scriptedGraph(...outcomes: HttpOutcome[]) {
  const door = new ScriptedDoor(...outcomes);
  const tokens = new ScriptedTokens();
  const clock = new JumpingClock();
  let calls = 0;
  const graph = new GraphHttpClient({
    door,
    tokens,
    base: 'https://graph.microsoft.com/v1.0',
    scopes: ['https://graph.microsoft.com/User.Read.All'],
    randomUUID: () => `call-${(calls += 1)}`,
    waiting: { now: clock.now, wait: clock.wait, random: () => 0 },
  });
  return { door, tokens, clock, graph };
}

interface Sample {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}
interface Samples {
  readonly requests: Readonly<
    Record<string, { readonly method: string; readonly path: string; readonly body: unknown }>
  >;
  readonly responses: Readonly<Record<string, Sample>>;
  readonly errors: Readonly<Record<string, Sample>>;
  readonly rawContentDecoded: { readonly standard: string };
}

export const samples = JSON.parse(
  readFileSync(new URL('../fixtures/graph/samples.json', import.meta.url), 'utf8'),
) as Samples;

/** One of the recorded samples as an outcome of the door. */
export function sample(name: string): HttpOutcome {
  const found = samples.responses[name] ?? samples.errors[name];
  if (found === undefined) throw new Error(`No sample called ${name}`);
  const headers = Object.entries(found.headers ?? {}).map(([key, value]) => [key.toLowerCase(), value]);
  return answer(found.status, found.body, Object.fromEntries(headers) as Record<string, string>);
}

/** The body of one of the recorded samples. */
export function sampleBody(name: string): unknown {
  return (samples.responses[name] ?? samples.errors[name])?.body;
}

/** The recorded answer to E1 with parts changed. */
export function createdSample(
  change: (body: Record<string, unknown>, code: Record<string, unknown>) => void,
): unknown {
  const body = structuredClone(sampleBody('E1_created')) as Record<string, unknown>;
  change(body, body['standardQRCode'] as Record<string, unknown>);
  return body;
}
