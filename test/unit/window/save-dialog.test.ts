import { expect, it } from 'vitest';
import { chooseSaveFile } from '../../../src/main/window/save-dialog.ts';

type Answer = { readonly canceled: boolean; readonly filePath: string };

/** A dialog that answers as told and remembers what it was asked. */
function dialogThat(answer: Answer) {
  const asked: unknown[][] = [];
  const showSaveDialog = (...args: unknown[]): Promise<Answer> => {
    asked.push(args);
    return Promise.resolve(answer);
  };
  return { dialog: { showSaveDialog } as Parameters<typeof chooseSaveFile>[0], asked };
}

it('asks with a name and a type, and gives back what a person chose', async () => {
  const { dialog, asked } = dialogThat({ canceled: false, filePath: '/home/otto/record.csv' });
  expect(await chooseSaveFile(dialog, null, 'record.csv', 'csv')).toBe('/home/otto/record.csv');
  expect(asked).toEqual([[{ defaultPath: 'record.csv', filters: [{ name: 'CSV', extensions: ['csv'] }] }]]);
});

it.each([
  { canceled: true, filePath: '' },
  { canceled: true, filePath: '/home/otto/record.csv' },
  { canceled: false, filePath: '' },
])('takes %o for a change of mind', async (answer) => {
  expect(await chooseSaveFile(dialogThat(answer).dialog, null, 'record.json', 'json')).toBeNull();
});
