import { asFields, type Fields } from './request-fields.ts';

/** What the practice tenant answers, before it becomes bytes. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects are sent as JSON, texts and bytes as they are, null as an empty body. */
  readonly body: object | string | Uint8Array | null;
}

export function json(status: number, body: object): Reply {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
}

export function noContent(): Reply {
  return { status: 204, body: null };
}

/** A Graph error with a finer code inside, as Graph nests them; `innerName` differs between services. */
export function graphError(
  status: number,
  code: string,
  options: { readonly innerName?: string; readonly innerCode?: string; readonly message?: string } = {},
): Reply {
  const inner = options.innerCode === undefined ? {} : { code: options.innerCode };
  return json(status, {
    error: {
      code,
      message: options.message ?? 'Refused by the practice tenant.',
      [options.innerName ?? 'innerError']: { date: '2026-01-01T00:00:00', ...inner },
    },
  });
}

export function bytesOf(reply: Reply): Uint8Array {
  if (reply.body === null) return new Uint8Array(0);
  if (reply.body instanceof Uint8Array) return reply.body;
  return new TextEncoder().encode(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
}

/** A call as the routes see it. */
export interface Call {
  readonly method: string;
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The JSON object in a body, or null. */
export function bodyObject(call: Call): Fields | null {
  try {
    return asFields(JSON.parse(call.body === '' ? '{}' : call.body));
  } catch {
    return null;
  }
}
