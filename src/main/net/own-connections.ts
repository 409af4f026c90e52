import type { FetchLike } from './fetch-like.ts';

/** A network context with a connection pool of its own: an Electron session, for instance. */
export interface ConnectionPool {
  readonly fetch: FetchLike;
  /** Closes every connection of this pool, idle ones too. */
  closeAllConnections(): Promise<void>;
}

/** A pool that nobody else uses until it is released. */
export interface OwnConnection {
  readonly fetch: FetchLike;
  release(): void;
}

/**
 * Lends out fresh connections, one request each.
 *
 * Why: when a kept-alive connection closes before the answer, Chromium sends the request again by itself, whatever its
 * method (net/http/http_network_transaction.cc, ShouldResendRequest; seen in Electron 33: one `fetch` with PUT arrived
 * twice). It does so only on a reused connection, so a write that must not be repeated gets one that was never used.
 */
export class OwnConnections {
  readonly #newPool: (number: number) => ConnectionPool;
  readonly #idle: ConnectionPool[] = [];
  #made = 0;

  /** `newPool` makes a pool for a running number; a pool is used again, so there are as many as run at one time. */
  constructor(newPool: (number: number) => ConnectionPool) {
    this.#newPool = newPool;
  }

  async borrow(): Promise<OwnConnection> {
    const pool = this.#idle.pop() ?? this.#newPool((this.#made += 1));
    await pool.closeAllConnections();
    let isLent = true;
    return {
      fetch: (url, init) => pool.fetch(url, init),
      release: () => {
        if (isLent) this.#idle.push(pool);
        isLent = false;
      },
    };
  }
}
