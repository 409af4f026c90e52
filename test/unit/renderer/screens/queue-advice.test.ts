import { expect, it } from 'vitest';
import { adviceOf } from '../../../../src/renderer/src/screens/printers/queue-advice.tsx';

const front = { name: 'Front desk', advice: ['error-policy', 'preserve-job-files'] } as const;
const gate = { name: 'Gate 2', advice: ['preserve-job-files', 'left-behind', 'keeping-unknown'] } as const;
const store = { name: 'Store', advice: [] } as const;

it('says each thing once, the gravest first, with the printers it is about', () => {
  expect(adviceOf([front, store, gate], false)).toEqual([
    { advice: 'left-behind', names: ['Gate 2'] },
    { advice: 'preserve-job-files', names: ['Front desk', 'Gate 2'] },
    { advice: 'error-policy', names: ['Front desk'] },
    { advice: 'keeping-unknown', names: ['Gate 2'] },
  ]);
});

it('leaves out at the desk what is only not known', () => {
  expect(adviceOf([gate], true).map(({ advice }) => advice)).toEqual(['left-behind', 'preserve-job-files']);
  expect(adviceOf([store], true)).toEqual([]);
});
