import { fork } from 'node:child_process';

/** A helper process as the app sees it. */
export interface HelperProcess {
  post(message: object): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when the process has ended, for whatever reason. */
  onExit(listener: () => void): void;
  /** Ends it at once; what it had not yet handed over is dropped. */
  kill(): void;
}

/** Starts one. In the app it wraps Electron's `utilityProcess.fork`, because plain Node is switched off there. */
export type StartHelper = () => HelperProcess;

/** For plain Node: tests and commands. `file` is the built helper. */
export function forkHelper(file: string): StartHelper {
  return () => {
    // 'advanced' carries bytes as bytes; without it they would become JSON.
    const child = fork(file, [], { serialization: 'advanced', stdio: 'ignore', execArgv: [] });
    // A message to a process that has just died is no news: onExit tells.
    child.on('error', () => undefined);
    return {
      post: (message) => void (child.connected && child.send(message, () => undefined)),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
