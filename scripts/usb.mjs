import { chmod, copyFile, cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inProject, projectDir, runCommand } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { prepareMachine } from './usb/machine.mjs';

/**
 * `npm run usb`: a virtual machine whose kernel plays a USB printer to itself, and our own transports against it
 * (test/usb). Nothing real is touched: the machine sees this one's files read-only.
 */
const testLimitMs = 5 * 60 * 1000;

/** @param {string} line */
const isResult = (line) => /^\s*[✔✖▶]/.test(line);

/** @param {number} since */
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

await runCommand(async () => {
  const startedAt = performance.now();
  const machine = await prepareMachine((line) => console.log(`usb: ${line}`));
  const rig = await mkdtemp(path.join(tmpdir(), 'badge-usb-'));
  try {
    await fillRig(rig, machine.udev);
    const bootedAt = performance.now();
    const { code, output } = await run('qemu-system-x86_64', machineArgs(machine, rig), {
      quiet: true,
      timeoutMs: testLimitMs,
    });
    const text = output.replaceAll('\r', '');
    const exit = Number(/^GUEST-EXIT (\d+)$/m.exec(text)?.[1] ?? Math.max(code, 125));
    const passed = Number(/^ℹ pass (\d+)$/m.exec(text)?.[1] ?? 0);
    const failed = Number(/^ℹ fail (\d+)$/m.exec(text)?.[1] ?? 0);
    const isFine = exit === 0 && passed > 0 && failed === 0;
    console.log(
      isFine ? text.split('\n').filter(isResult).join('\n') : text.split('\n').slice(-400).join('\n'),
    );
    console.log(`usb: machine ${seconds(bootedAt)} s, all ${seconds(startedAt)} s`);
    console.log(`${passed} passed, ${isFine ? 0 : Math.max(1, failed)} failed`);
    return isFine ? 0 : 1;
  } finally {
    await rm(rig, { recursive: true, force: true });
  }
});

/**
 * What the machine finds under /tmp/rig: the bundled tests, the helper process, udev.
 * @param {string} rig @param {string} udev
 */
async function fillRig(rig, udev) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectDir,
    build: {
      ssr: true,
      outDir: rig,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: {
          'rig.test': inProject('test', 'usb', 'rig.test.ts'),
          'printer-helper': inProject('src', 'main', 'printing', 'transports', 'helper', 'main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  for (const name of ['guest.sh', 'gadget.sh']) {
    await copyFile(inProject('scripts', 'usb', name), path.join(rig, name));
    await chmod(path.join(rig, name), 0o755);
  }
  await cp(udev, path.join(rig, 'udev'), { recursive: true });
  await writeFile(path.join(rig, 'environment'), `NODE='${process.execPath}'\n`);
  await symlink('/tmp/project/node_modules', path.join(rig, 'node_modules'));
}

/**
 * @param {import('./usb/machine.mjs').Machine} machine
 * @param {string} rig
 */
function machineArgs(machine, rig) {
  /** @param {string} id @param {string} dir @param {string} more */
  const share = (id, dir, more) =>
    `-fsdev local,id=${id},path=@${id}@,security_model=none,multidevs=remap${more} -device virtio-9p-pci,fsdev=${id},mount_tag=${id}`
      .split(' ')
      // Put in after the splitting: a folder's name may have spaces, and QEMU wants its commas doubled.
      .map((arg) => arg.replace(`@${id}@`, dir.replaceAll(',', ',,')));
  const fixed =
    '-accel tcg,thread=multi -cpu max -m 1024 -smp 1 -no-reboot -nodefaults -display none -monitor none -serial stdio';
  return [
    ...fixed.split(' '),
    '-kernel',
    machine.kernel,
    '-initrd',
    machine.initramfs,
    '-append',
    'console=ttyS0 quiet panic=-1',
    ...share('host', '/', ',readonly=on'),
    ...share('project', projectDir, ',readonly=on'),
    ...share('rig', rig, ''),
  ];
}
