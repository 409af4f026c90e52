import { contextBridge } from 'electron';

contextBridge.exposeInMainWorld('badgeStation', {});
