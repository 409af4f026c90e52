import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from './eventually.ts';

export interface PrivateQueue {
  readonly name: string;
  readonly deviceUri: string;
  readonly errorPolicy?: 'abort-job' | 'retry-job' | 'stop-printer';
  readonly state?: 'Idle' | 'Stopped';
  readonly accepting?: boolean;
  /** A driver (PPD text); without one the queue hands jobs on as they come. */
  readonly ppd?: string;
}

/** A real cupsd with folders, a port and a socket of its own; nothing of the machine's CUPS is used or changed. */
export class PrivateCups {
  readonly dir: string;
  readonly port: number;
  #daemon: ChildProcess | null = null;

  private constructor(dir: string, port: number) {
    this.dir = dir;
    this.port = port;
  }

  static async open(queues: readonly PrivateQueue[], { preserve = '' } = {}): Promise<PrivateCups> {
    // Backends run as another user and must be able to read the job.
    const dir = await mkdtemp(path.join(tmpdir(), 'badge-cups-'));
    await chmod(dir, 0o755);
    const cups = new PrivateCups(dir, await freePort());
    for (const name of ['etc', 'etc/ppd', 'spool', 'spool/tmp', 'cache', 'state', 'log']) {
      await mkdir(path.join(dir, name));
      await chmod(path.join(dir, name), 0o755);
    }
    await chmod(path.join(dir, 'spool/tmp'), 0o1777);
    await writeFile(cups.confFile, cups.#conf(preserve));
    await writeFile(path.join(dir, 'etc/cups-files.conf'), cups.#filesConf());
    await writeFile(path.join(dir, 'etc/printers.conf'), queues.map(printerConf).join(''));
    for (const { name, ppd } of queues) {
      if (ppd !== undefined) await writeFile(path.join(dir, `etc/ppd/${name}.ppd`), ppd, { mode: 0o644 });
    }
    await cups.start();
    return cups;
  }

  get confFile(): string {
    return path.join(this.dir, 'etc/cupsd.conf');
  }

  get socketPath(): string {
    return path.join(this.dir, 'state/cups.sock');
  }

  /** Documents at rest in the spool folder (`d00001-001`). */
  async documents(): Promise<readonly string[]> {
    const names = await readdir(path.join(this.dir, 'spool'));
    return names.filter((name) => /^d\d/.test(name));
  }

  /** Resolves when somebody answers at both places: a socket left behind by the one before is a file, too. */
  async start(): Promise<void> {
    await rm(this.socketPath, { force: true });
    const file = (name: string) => path.join(this.dir, 'etc', name);
    const daemon = spawn('cupsd', ['-f', '-c', file('cupsd.conf'), '-s', file('cups-files.conf')], {
      stdio: 'ignore',
      env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
    });
    let isOver = false;
    daemon.once('exit', () => {
      isOver = true;
    });
    daemon.once('error', () => {
      isOver = true;
    });
    this.#daemon = daemon;
    await eventually('cupsd listens', async () => {
      if (isOver) throw new Error('cupsd did not start; is the package "cups-daemon" installed?');
      return (
        (await answers({ path: this.socketPath })) && (await answers({ host: '127.0.0.1', port: this.port }))
      );
    });
  }

  async stop(): Promise<void> {
    const daemon = this.#daemon;
    this.#daemon = null;
    if (!daemon || daemon.exitCode !== null || daemon.signalCode !== null) return;
    const gone = new Promise((resolve) => daemon.once('exit', resolve));
    daemon.kill('SIGTERM');
    await gone;
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.dir, { recursive: true, force: true });
  }

  #conf(preserve: string): string {
    return [
      `Listen 127.0.0.1:${this.port}`,
      `Listen ${this.socketPath}`,
      'LogLevel debug',
      'Browsing No',
      'WebInterface No',
      'DefaultAuthType Basic',
      preserve,
      '<Location />',
      '  Order allow,deny',
      '  Allow from 127.0.0.1',
      '</Location>',
      // Everybody may print; only the owner may cancel, and has to prove it (stricter than Debian's own file).
      '<Policy default>',
      '  <Limit Create-Job Print-Job Print-URI Validate-Job>',
      '    Order deny,allow',
      '  </Limit>',
      '  <Limit Cancel-Job Purge-Jobs Hold-Job Release-Job CUPS-Move-Job>',
      '    AuthType Default',
      '    Require user @OWNER @SYSTEM',
      '    Order deny,allow',
      '  </Limit>',
      '  <Limit All>',
      '    Order deny,allow',
      '  </Limit>',
      '</Policy>',
      '',
    ].join('\n');
  }

  #filesConf(): string {
    const at = (name: string) => path.join(this.dir, name);
    return [
      `ServerRoot ${at('etc')}`,
      `RequestRoot ${at('spool')}`,
      `TempDir ${at('spool/tmp')}`,
      `CacheDir ${at('cache')}`,
      `StateDir ${at('state')}`,
      `AccessLog ${at('log/access_log')}`,
      `ErrorLog ${at('log/error_log')}`,
      `PageLog ${at('log/page_log')}`,
      'SystemGroup root',
      '',
    ].join('\n');
  }
}

function printerConf({ name, deviceUri, errorPolicy, state, accepting }: PrivateQueue): string {
  return [
    `<Printer ${name}>`,
    `DeviceURI ${deviceUri}`,
    `State ${state ?? 'Idle'}`,
    `Accepting ${accepting === false ? 'No' : 'Yes'}`,
    'Shared No',
    `ErrorPolicy ${errorPolicy ?? 'abort-job'}`,
    '</Printer>',
    '',
  ].join('\n');
}

async function answers(place: { path: string } | { host: string; port: number }): Promise<boolean> {
  const socket = connect(place);
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  socket.destroy();
  return isOpen;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
