type Serve = (request: Request) => Promise<Response>;

/** How long nothing must be asked for, in milliseconds: a body is still read after its answer was given. */
const quietMs = 15;

/**
 * Wraps a file server. `served` resolves once the page has its scripts and asks for nothing more for a moment; then the
 * page is busy with itself and the main process may be, too. Before, every millisecond of ours is one the page waits.
 * `giveUp` resolves it for a page that never came so far.
 */
export function watchFirstPage(serve: Serve): {
  readonly serve: Serve;
  readonly served: Promise<void>;
  readonly giveUp: () => void;
} {
  let resolve: () => void = () => undefined;
  const served = new Promise<void>((done) => {
    resolve = done;
  });
  let open = 0;
  let hasScript = false;
  let timer: NodeJS.Timeout | undefined;
  return {
    served,
    giveUp: () => resolve(),
    serve: async (request) => {
      open += 1;
      clearTimeout(timer);
      try {
        return await serve(request);
      } finally {
        open -= 1;
        hasScript ||= new URL(request.url).pathname.endsWith('.js');
        if (open === 0 && hasScript) timer = setTimeout(resolve, quietMs);
      }
    },
  };
}
