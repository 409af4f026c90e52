import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inProject, projectDir, runCommand } from './lib/project.mjs';
import { setup } from './setup.mjs';

/**
 * npm run audit -- [--data DIR] verify | export --csv FILE | --json FILE: reads a station's audit trail, also while the
 * station is running, and says in words whether it is whole (docs/audit.md). Ends with 0 whole, 1 not as it should be,
 * 2 could not be found out.
 *
 * @param {readonly string[]} args
 */
export async function audit(args) {
  await setup();
  const { runnerImport } = await import('vite');
  const { module } = /** @type {{ module: typeof import('./audit/command.ts') }} */ (
    await runnerImport(inProject('scripts', 'audit', 'command.ts'), { root: projectDir, configFile: false })
  );
  const request = read(module, args);
  // 1 would say that the trail is broken.
  if (request === null) return 2;
  const { code, lines } = await module.answerAudit(request);
  for (const line of lines) console.log(line);
  return code;
}

/**
 * @param {typeof import('./audit/command.ts')} module
 * @param {readonly string[]} args
 */
function read(module, args) {
  try {
    // Paths are meant from where the person stands.
    return module.readAuditArguments(args, process.env['INIT_CWD'] ?? process.cwd(), usualDataDir());
  } catch (error) {
    console.error(
      `badge-station: ${error instanceof Error ? error.message : 'Bad arguments.'}\nusage: ${module.usage}`,
    );
    return null;
  }
}

/** Where Electron keeps the user data of an app of this name (Electron manual, app.getPath). */
function usualDataDir() {
  const name = 'Badge Station';
  if (process.platform === 'win32') return path.join(process.env['APPDATA'] ?? homedir(), name);
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', name);
  return path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'), name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(() => audit(process.argv.slice(2)));
