import { describe, expect, it } from 'vitest';
import { isPermitted, type PermissionQuestion } from '../../../src/main/window/permissions.ts';
import { startUrl } from '../../../src/main/window/scheme.ts';

const camera: PermissionQuestion = {
  permission: 'media',
  from: startUrl,
  isMainFrame: true,
  media: ['video'],
};

describe('isPermitted', () => {
  it('lets our page use the camera while a scan is open', () => {
    expect(isPermitted(camera, true)).toBe(true);
  });

  it.each<[string, PermissionQuestion]>([
    ['the microphone', { ...camera, media: ['audio'] }],
    ['camera and microphone together', { ...camera, media: ['video', 'audio'] }],
    ['media of no kind', { ...camera, media: [] }],
    ['media of an unknown kind', { ...camera, media: ['unknown'] }],
    ['the camera for a frame inside', { ...camera, isMainFrame: false }],
    ['the camera for another origin', { ...camera, from: 'https://example.com/' }],
    ['the camera for nobody', { ...camera, from: '' }],
    ['another permission that names video', { ...camera, permission: 'display-capture' }],
  ])('refuses %s even while a scan is open', (_name, question) => {
    expect(isPermitted(question, true)).toBe(false);
  });

  it.each([
    'media',
    'clipboard-read',
    'clipboard-sanitized-write',
    'display-capture',
    'fullscreen',
    'geolocation',
    'idle-detection',
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'notifications',
    'pointerLock',
    'keyboardLock',
    'openExternal',
    'speaker-selection',
    'storage-access',
    'top-level-storage-access',
    'window-management',
    'fileSystem',
    'hid',
    'serial',
    'usb',
    'deprecated-sync-clipboard-read',
    'unknown',
    '',
    'something Chromium will think of next year',
  ])('refuses %j while no scan is open', (permission) => {
    expect(isPermitted({ ...camera, permission }, false)).toBe(false);
  });
});
