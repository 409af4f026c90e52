import { safeStorage } from 'electron';
import type { Cipher } from './encrypted-file.ts';

/**
 * Electron's safeStorage: DPAPI on Windows, Keychain on macOS, libsecret or KWallet on Linux. On Linux without a
 * keyring Chromium falls back to `basic_text`, a key in its own source code: that is no encryption, so we refuse it.
 *
 * Usable after the app is ready (Electron manual, safeStorage).
 */
export const safeStorageCipher: Cipher = {
  get available(): boolean {
    return safeStorage.isEncryptionAvailable() && !weakBackends.has(this.backend);
  },
  get backend(): string {
    if (process.platform === 'win32') return 'dpapi';
    return process.platform === 'darwin' ? 'keychain' : safeStorage.getSelectedStorageBackend();
  },
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
};

const weakBackends: ReadonlySet<string> = new Set(['basic_text', 'unknown']);
