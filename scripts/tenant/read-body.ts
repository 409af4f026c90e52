import type { IncomingMessage } from 'node:http';

/** The largest honest request is a list of group ids: a few kilobytes. */
const mostBytes = 1024 * 1024;

/** The whole body as text; null when it is longer than anybody needs. Rejects when the caller hangs up. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
