import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { userInfo } from 'node:os';
import { type IppAnswer, decodeAnswer } from './ipp-decode.ts';
import { type IppRequest, encodeRequest } from './ipp-encode.ts';

/** Where a CUPS server listens. Only on this computer: a badge does not travel through another one's queue. */
export type CupsPlace =
  { readonly socketPath: string } | { readonly host: '127.0.0.1' | '::1'; readonly port: number };

/** Debian and most Linux systems, older Linux systems, macOS. */
const sockets = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd'];

export function usualCups(): CupsPlace {
  const socketPath = sockets.find((file) => existsSync(file));
  return socketPath === undefined ? { host: '127.0.0.1', port: 631 } : { socketPath };
}

/** No answer, or none that is IPP. `mayBeThere`: the request may have reached the server all the same. */
export class CupsTrouble extends Error {
  override readonly name = 'CupsTrouble';
  readonly mayBeThere: boolean;
  readonly why: string;

  constructor(why: string, mayBeThere: boolean) {
    super(why);
    this.why = why;
    this.mayBeThere = mayBeThere;
  }
}

const answerLimitBytes = 4 * 1024 * 1024;
/** These say that no connection came about. */
const neverThere = new Set(['ECONNREFUSED', 'ENOENT', 'EACCES', 'EPERM', 'ENOTSOCK']);

interface HttpAnswer {
  readonly status: number;
  readonly challenges: string;
  readonly body: Buffer;
}

/** Speaks IPP over HTTP to one CUPS server (RFC 8010 4). */
export class CupsServer {
  readonly #place: CupsPlace;
  /** The name jobs are sent under; CUPS lets only their owner cancel them. */
  readonly user: string;
  #lastId = 0;

  constructor(place: CupsPlace = usualCups(), user: string = userInfo().username) {
    this.#place = place;
    this.user = user;
  }

  /** @throws {CupsTrouble} */
  async ask(path: string, request: IppRequest, timeoutMs: number, document?: Uint8Array): Promise<IppAnswer> {
    this.#lastId += 1;
    const head = encodeRequest(request, this.#lastId);
    const body = document === undefined ? head : Buffer.concat([head, document]);
    let answer = await this.#post(path, body, timeoutMs, null);
    if (answer.status === 401) {
      // The server asks who we are; over its own socket it believes the kernel (cupsd.conf, AuthType Default).
      if (!('socketPath' in this.#place) || !/PeerCred/i.test(answer.challenges)) {
        throw new CupsTrouble('http-401', false);
      }
      answer = await this.#post(path, body, timeoutMs, `PeerCred ${this.user}`);
    }
    if (answer.status !== 200) throw new CupsTrouble(`http-${answer.status}`, answer.status >= 500);
    const decoded = decodeAnswer(answer.body);
    if (decoded === null) throw new CupsTrouble('no-ipp', true);
    return decoded;
  }

  #post(
    path: string,
    body: Uint8Array,
    timeoutMs: number,
    authorization: string | null,
  ): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const call = request({
        ...this.#place,
        method: 'POST',
        path,
        // Never kept for later: a server that restarts would break the next job.
        agent: false,
        headers: {
          // CUPS answers only to names it knows; this one it always knows.
          host: 'localhost',
          'content-type': 'application/ipp',
          'content-length': body.length,
          ...(authorization === null ? {} : { authorization }),
        },
      });
      const timer = setTimeout(() => call.destroy(new CupsTrouble('timeout', true)), Math.max(1, timeoutMs));
      call.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        if (error instanceof CupsTrouble) return reject(error);
        const code = error.code ?? 'unknown';
        reject(new CupsTrouble(code, !neverThere.has(code)));
      });
      call.on('response', (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > answerLimitBytes) call.destroy(new CupsTrouble('answer-too-long', true));
          else chunks.push(chunk);
        });
        response.on('error', () => call.destroy(new CupsTrouble('cut-off', true)));
        response.on('end', () => {
          clearTimeout(timer);
          resolve({
            status: response.statusCode ?? 0,
            challenges: response.headers['www-authenticate'] ?? '',
            body: Buffer.concat(chunks),
          });
        });
      });
      call.end(body);
    });
  }
}
