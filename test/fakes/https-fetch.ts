import { request } from 'node:https';
import type { FetchLike } from '../../src/main/net/fetch-like.ts';

/** A fetch that believes one certificate authority, each request on a connection of its own. Node's cannot be told. */
export function httpsFetch(ca: string): FetchLike {
  return (url, init) =>
    new Promise((resolve, reject) => {
      const sending = request(
        url,
        {
          ca,
          agent: false,
          method: init.method ?? 'GET',
          headers: Object.fromEntries(new Headers(init.headers)),
          ...(init.signal ? { signal: init.signal } : {}),
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            const status = answer.statusCode ?? 0;
            const isEmpty = status === 204 || status === 304;
            const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
              [value ?? []].flat().map((one): [string, string] => [name, one]),
            );
            resolve(new Response(isEmpty ? null : Buffer.concat(chunks), { status, headers }));
          });
        },
      );
      sending.on('error', reject);
      sending.end(typeof init.body === 'string' ? init.body : undefined);
    });
}
