import { contextBridge, ipcRenderer } from 'electron';
import { createBridge } from './bridge.ts';

// SECURITY: preload (docs/security.md). The window gets the bridge and nothing of Electron or Node.
contextBridge.exposeInMainWorld('badgeStation', createBridge(ipcRenderer));
