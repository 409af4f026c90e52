/** The part of the Fetch standard we use: Node's `fetch` in tests, Electron's `net.fetch` in the app. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;
