import { failureText as say } from '../types.ts';

export const printerFailures = {
  'printer-in-use': say(
    'This printer still has work',
    'Papers wait for it, are on their way, or may have come out of it.',
    'Send waiting badges to another printer, and answer or finish the others in the queue first.',
  ),
  'labels-low': say(
    'A printer is running out of labels',
    'By its counter the roll is nearly used up.',
    'Have a new roll ready, and set the counter under Printers when you load it.',
  ),
  'test-page-unknown': say(
    'There is no test page to go by',
    'The last one belongs to other settings, or was used already.',
    'Print a new test page.',
  ),
  'settings-locked': say(
    'This is decided for this station',
    'It cannot be changed here, so nothing was changed.',
    'Ask whoever looks after the station’s settings.',
  ),
};
