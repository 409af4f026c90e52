import type { Catalogue } from '../catalogue.ts';
import { batch, batchFailures } from './batch.ts';
import { camera } from './camera.ts';
import { directoryFailures } from './failures-directory.ts';
import { stationFailures } from './failures-station.ts';
import { elsewhere } from './elsewhere.ts';
import { finish } from './finish.ts';
import { lock } from './lock.ts';
import { logoFailures } from './logo.ts';
import { history } from './history.ts';
import { people } from './people.ts';
import { printerFailures } from './printer-failures.ts';
import { printers } from './printers.ts';
import { queue } from './queue.ts';
import { roles } from './roles.ts';
import { queueAdvice } from './queue-advice.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { slip, slipFailures } from './slip.ts';
import { steps } from './steps.ts';
import { storage } from './storage.ts';
import { wait } from './wait.ts';

const catalogue: Catalogue = {
  shell,
  steps,
  finish,
  camera,
  batch,
  elsewhere,
  lock,
  history,
  people,
  printers,
  queue,
  roles,
  queueAdvice,
  settings,
  storage,
  wait,
  slip,
  failures: {
    ...directoryFailures,
    ...stationFailures,
    ...slipFailures,
    ...printerFailures,
    ...logoFailures,
    ...batchFailures,
  },
};
export default catalogue;
