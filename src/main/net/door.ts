/**
 * The one way out to the network. The app uses Electron's `net` (system proxy, PAC, the operating system's
 * certificates), tests use Node's fetch, and the practice tenant answers without a socket.
 */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whole-call limit in milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Must reach the server at most once: no layer below may send it again by itself (rule R4). */
  readonly once?: boolean;
}

export interface HttpAnswer {
  readonly status: number;
  /** Header names in lower case; several values of one name joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Why no answer came. `sent` says whether the request may have reached the server: `no` only when it is certain that
 * it did not (name not found, refused, host not allowed, cancelled before sending). Everything else is `maybe`.
 */
export interface HttpTrouble {
  readonly kind: 'offline' | 'timeout' | 'reset' | 'cancelled' | 'host-refused' | 'tls' | 'too-large';
  readonly sent: 'no' | 'maybe';
}

export type HttpOutcome =
  { readonly ok: true; readonly answer: HttpAnswer } | { readonly ok: false; readonly trouble: HttpTrouble };

/** Sends one request and never throws: whatever goes wrong is an `HttpTrouble`. Never follows redirects. */
export interface HttpDoor {
  send(request: HttpRequest): Promise<HttpOutcome>;
}
