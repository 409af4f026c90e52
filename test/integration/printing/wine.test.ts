import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrivateCups } from '../../fakes/printing/private-cups.ts';
import { Sink } from '../../fakes/printing/sink.ts';
import { WindowsNode } from '../../fakes/printing/windows.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const everyByte = Buffer.concat([
  Buffer.from(Array.from({ length: 256 }, (_, at) => at)),
  // Line ends and control-Z are what a text mode would change.
  Buffer.from([0x00, 0xff, 0x1a, 0x0d, 0x0a, 0x04]),
  randomBytes(60_000),
]);

/**
 * The Windows transport against Wine's winspool.drv and a private CUPS: proves our calls, structures and byte path,
 * not the status bits, port monitors or drivers of a real Windows (test/manual/windows-printing.md).
 */
describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
  'the Windows spooler, by Wine',
  () => {
    let sink: Sink;
    let cups: PrivateCups;
    let windows: WindowsNode | undefined;
    let answers: Record<string, unknown> = {};
    const files: string[] = [];

    beforeAll(async () => {
      sink = await Sink.open();
      cups = await PrivateCups.open([{ name: 'badges', deviceUri: `socket://127.0.0.1:${sink.port}` }]);
      windows = await WindowsNode.open({ CUPS_SERVER: `127.0.0.1:${cups.port}` });
      const name = `spooler-run-${process.pid}`;
      await build({
        configFile: false,
        logLevel: 'error',
        root: project,
        build: {
          ssr: path.join(project, 'test/wine/spooler-run.ts'),
          outDir: windows.modulesDir,
          emptyOutDir: false,
          target: 'node20',
          rollupOptions: { output: { format: 'es', entryFileNames: `${name}.mjs`, codeSplitting: false } },
        },
      });
      const module = path.join(windows.modulesDir, `${name}.mjs`);
      const answerFile = path.join(windows.modulesDir, `${name}.json`);
      const jobFile = path.join(windows.modulesDir, `${name}.bin`);
      files.push(module, answerFile, jobFile);
      await writeFile(jobFile, everyByte);
      const onZ = (file: string) => `Z:${file.replaceAll('/', '\\')}`;
      const { code, output } = await windows.run(
        module,
        [onZ(answerFile), onZ(jobFile), 'badges', 'no-such-queue'],
        90_000,
      );
      if (code !== 0) throw new Error(`ended with ${code}: ${output.slice(-2000)}`);
      answers = JSON.parse(await readFile(answerFile, 'utf8')) as Record<string, unknown>;
    }, 240_000);

    afterAll(async () => {
      for (const file of files) await rm(file, { force: true });
      await windows?.close();
      await cups.close();
      await sink.close();
    }, 60_000);

    it('runs as a Windows program and lists the queue', () => {
      expect(answers).toMatchObject({ platform: 'win32', arch: 'x64', list: ['badges'] });
    });

    it('reads the structures of the queue', () => {
      expect(answers['printer']).toMatchObject({ name: 'badges', status: 0 });
      expect(answers['hygiene']).toMatchObject({ keepsDocuments: 'no' });
    });

    it('passes every byte on unchanged, in one job', () => {
      expect(answers['good']).toEqual({ sent: everyByte.length, status: { reasons: [] } });
      expect(sink.jobs.filter((job) => job.length === everyByte.length)).toHaveLength(1);
      expect(sink.jobs[0]?.equals(everyByte)).toBe(true);
    });

    it('names an unknown queue', () => {
      expect(answers['absent']).toEqual({ code: 'printer-unknown', facts: { error: 1801 } });
    });

    // Wine 8 takes AbortPrinter and SetJob DELETE and prints all the same, so that nothing comes out of a deleted job
    // can be seen on a real Windows only. What is proven here is that such an end is never called printed.
    it('does not call a document printed that breaks off in the middle', () => {
      expect(answers['broken']).toMatchObject({ name: 'LineError', bytesSent: 0, mayHaveLeft: true });
    });

    it('reads the status of a job that is being spooled and deletes it without an error', () => {
      expect(answers['calls']).toEqual([0, 'deleted']);
    });

    it('knows that a job is gone', () => {
      expect(answers['jobGone']).toBeNull();
    });
  },
);
