import type { App, Dialog } from 'electron';
import { describeError } from '../log/describe-error.ts';
import type { Log } from '../log/types.ts';

/** The sentences of the dialog; `incident` is put where `{incident}` stands. */
export interface LastResortWords {
  readonly title: string;
  readonly message: string;
  readonly detail: string;
  readonly restart: string;
  readonly close: string;
}

/** English words, for the time before a language is known. */
export const lastResortWords: LastResortWords = {
  title: 'Badge Station',
  message: 'Badge Station ran into a fault of its own and has to start again.',
  detail:
    'Nothing that was issued is lost: open badges are shown after the restart. If it happens again, give this number to your help desk: {incident}',
  restart: 'Start again',
  close: 'Close',
};

export interface LastResortOptions {
  readonly app: Pick<App, 'on' | 'isReady' | 'relaunch' | 'exit'>;
  readonly dialog: Pick<Dialog, 'showMessageBox' | 'showErrorBox'>;
  readonly process: Pick<NodeJS.Process, 'on'>;
  readonly log: Log;
  readonly newIncident: () => string;
  /** True where nobody sits in front (demo, tests): log and end instead of asking. */
  readonly unattended: boolean;
  readonly words?: () => LastResortWords;
}

/** Exit code of a fault in the app itself (`EX_SOFTWARE` of sysexits.h). */
export const faultExitCode = 70;

/**
 * The one place every bug ends in: uncaught exceptions, unhandled rejections and a page whose process died. It logs
 * (scrubbed) and offers to start again. Call it first of all, with a log that never throws.
 *
 * The app does not carry on after such a fault: what is half done is in the spool, and the spool is made to be
 * found by the next start. No crash reporter is ever started (docs/security.md).
 */
export function installLastResort(options: LastResortOptions): void {
  const { app, log } = options;
  let isQuitting = false;
  let isOver = false;

  const end = (event: string, facts: ReturnType<typeof describeError>) => {
    const incident = options.newIncident();
    log.error(event, { ...facts, incident });
    // One dialog at a time: a fault seldom comes alone.
    if (isOver) return;
    isOver = true;
    void offerRestart(options, incident);
  };

  options.process.on('uncaughtException', (error: unknown) =>
    end('app.uncaught-exception', describeError(error)),
  );
  options.process.on('unhandledRejection', (reason: unknown) =>
    end('app.unhandled-rejection', describeError(reason)),
  );
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    if (isQuitting || reason === 'clean-exit') log.info('app.page-ended', { reason, exitCode });
    else end('app.page-gone', { reason, exitCode });
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    // Chromium starts its helpers (GPU, network) again by itself.
    if (reason !== 'clean-exit') log.warn('app.helper-gone', { type, reason, exitCode });
  });
}

async function offerRestart(options: LastResortOptions, incident: string): Promise<void> {
  const { app, dialog, log } = options;
  const words = (options.words ?? (() => lastResortWords))();
  const detail = words.detail.replace('{incident}', incident);
  try {
    if (options.unattended) return app.exit(faultExitCode);
    if (!app.isReady()) {
      // Before ready there is no message box with buttons.
      dialog.showErrorBox(words.title, `${words.message}\n\n${detail}`);
      return app.exit(faultExitCode);
    }
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: words.title,
      message: words.message,
      detail,
      buttons: [words.restart, words.close],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (response === 0) app.relaunch();
    app.exit(faultExitCode);
  } catch (thrown) {
    log.error('app.last-resort-failed', describeError(thrown));
    app.exit(faultExitCode);
  }
}
