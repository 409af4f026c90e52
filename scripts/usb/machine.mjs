import { cp, copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SetupError, inProject } from '../lib/project.mjs';
import { run } from '../lib/run.mjs';
import { ensureSystemPackages } from '../system-packages.mjs';

/** What the virtual machine is made of. Emulated processor only: works where no hardware virtualization is. */
const packages = ['qemu-system-x86', 'ipxe-qemu', 'seabios', 'busybox-static', 'cpio', 'kmod', 'libcap2'];
/** `9p` carries files, `dummy_hcd` is a USB socket without hardware, `usb_f_printer` plays the printer, `usblp` is Linux's driver. */
const modules = ['virtio_pci', '9pnet_virtio', '9p', 'dummy_hcd', 'usb_f_printer', 'usblp'];
const applets = 'sh mount mkdir insmod ls cat echo sleep poweroff chroot'.split(' ');

/**
 * @typedef {{ kernel: string, initramfs: string, udev: string }} Machine
 *
 * Makes the virtual machine ready: installs QEMU, fetches a Debian kernel (unpacked, never installed) and packs a
 * small first file system. Kept in `.runtime/usb` for the next time.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<Machine>}
 */
export async function prepareMachine(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync('/usr/bin/dpkg-deb')) {
    throw new SetupError('The USB rig is built from Debian packages: it needs a Debian or Ubuntu on x64.');
  }
  await ensureSystemPackages({ withDesktop: false, only: packages, say });
  const release = await newestKernel();
  const dir = inProject('.runtime', 'usb', release);
  const machine = {
    kernel: path.join(dir, 'kernel', 'boot', `vmlinuz-${release}`),
    initramfs: path.join(dir, 'initramfs.gz'),
    udev: path.join(dir, 'udev'),
  };
  if (!existsSync(path.join(dir, 'complete'))) {
    say(`fetching kernel ${release} and udev (75 MB), once`);
    await rm(dir, { recursive: true, force: true });
    await unpack(`linux-image-${release}`, path.join(dir, 'kernel'));
    await unpack('udev', machine.udev);
    await must('depmod', ['-b', path.join(dir, 'kernel'), release]);
    await writeFile(path.join(dir, 'complete'), '');
  }
  // Packed anew each time: it takes a moment, and the start script may have changed.
  await packInitramfs(path.join(dir, 'kernel'), release, machine.initramfs);
  return machine;
}

/** The kernel that Debian's `linux-image-amd64` names today, e.g. `6.1.0-56-amd64`. */
async function newestKernel() {
  const ask = () => run('apt-cache', ['depends', 'linux-image-amd64'], { quiet: true });
  let { output } = await ask();
  if (!output.includes('Depends:')) {
    await run('apt-get', ['-q', 'update'], { quiet: true });
    ({ output } = await ask());
  }
  const release = /Depends: linux-image-(\S+-amd64)/.exec(output)?.[1];
  if (release === undefined)
    throw new SetupError('No Debian kernel package found; "apt-get update" may help.');
  return release;
}

/** @param {string} name @param {string} into */
async function unpack(name, into) {
  const dir = await mkdtemp(path.join(tmpdir(), 'badge-deb-'));
  try {
    await must('apt-get', ['-q', 'download', name], dir);
    const file = (await readdir(dir)).find((entry) => entry.endsWith('.deb'));
    await mkdir(into, { recursive: true });
    await must('dpkg-deb', ['-x', path.join(dir, file ?? ''), into]);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** @param {string} kernelRoot @param {string} release @param {string} out */
async function packInitramfs(kernelRoot, release, out) {
  const dir = await mkdtemp(path.join(tmpdir(), 'badge-initramfs-'));
  try {
    for (const name of ['bin', 'dev', 'proc', 'sys', 'mnt', 'lib/modules']) {
      await mkdir(path.join(dir, name), { recursive: true });
    }
    await cp('/bin/busybox', path.join(dir, 'bin', 'busybox'));
    for (const applet of applets) await must('ln', ['-s', 'busybox', path.join(dir, 'bin', applet)]);
    const files = await moduleFiles(kernelRoot, release);
    for (const file of files) await copyFile(file, path.join(dir, 'lib', 'modules', path.basename(file)));
    await writeFile(path.join(dir, 'lib/modules/order'), files.map((file) => path.basename(file)).join(' '));
    await writeFile(path.join(dir, 'init'), await readFile(inProject('scripts', 'usb', 'init.sh')), {
      mode: 0o755,
    });
    await must('sh', ['-c', `find . | cpio -o -H newc --quiet | gzip -1 > "$0"`, out], dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** The modules with all they need, in loading order. @param {string} kernelRoot @param {string} release */
async function moduleFiles(kernelRoot, release) {
  /** @type {Set<string>} */
  const files = new Set();
  for (const name of modules) {
    const { output } = await must('modprobe', ['-d', kernelRoot, '-S', release, '--show-depends', name]);
    for (const match of output.matchAll(/^insmod (\S+)/gm)) files.add(match[1] ?? '');
  }
  return [...files];
}

/** @param {string} command @param {readonly string[]} args @param {string} [cwd] */
async function must(command, args, cwd) {
  const result = await run(command, args, { quiet: true, ...(cwd === undefined ? {} : { cwd }) });
  if (result.code === 0) return result;
  const lastLines = result.output.trim().split('\n').slice(-5).join('\n');
  throw new SetupError(`${command} ${args.join(' ')} failed:\n${lastLines}`);
}
