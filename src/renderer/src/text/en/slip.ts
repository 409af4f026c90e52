import { failureText as say } from '../types.ts';

/** Words of the PIN slip: a piece of paper of its own, beside the badge. */
export const slip = {
  title: 'PIN slip',
  what: (printer: string) =>
    `Prints the PIN at ${printer}, on paper of its own. Nothing is shown on the screen.`,
  print: 'Print a PIN slip',
  queued: 'The PIN slip is waiting to print',
  queuedWhat: 'It prints by itself as soon as the printer is ready.',
  sending: (printer: string) => `Sending the PIN slip to ${printer}`,
  sent: (printer: string) => `The PIN slip was sent to ${printer}. Take it out and give it to the holder.`,
  confirmed: (printer: string) =>
    `${printer} reports the PIN slip as complete. Take it out and give it to the holder.`,
  byPerson: 'You said that the PIN slip came out.',
  handedOver: 'The PIN slip was handed over.',
  held: 'The PIN slip waits for you',
  unsure: 'Did a PIN slip come out?',
  unsureWhat: 'Look at the printer before you answer. Whoever finds the slip can use the PIN.',
  cancelled: 'The PIN slip was cancelled.',
  expired: 'The PIN slip waited too long and was wiped.',
  replaced: 'A newer PIN counts now. The slip with the old one is not printed any more.',
  yes: 'Yes, it came out',
  newPin: 'Set a new PIN',
  newPinWhat: 'The safe answer when you cannot tell: a slip that lies somewhere is then worthless.',
  again: 'No, print it again',
  againWhat: 'The same PIN is printed once more, as copy 2.',
  notOut: 'No slip came out',
  cancel: 'Cancel the slip',
  release: 'Send again',
  unfinished: 'The PIN slip is not finished yet.',
  line: (state: string) => `PIN slip: ${state}`,
};

export type SlipText = typeof slip;

export const slipFailures = {
  'slip-not-set-up': say(
    'No printer is set up for PIN slips',
    'A PIN is printed only where the settings name a printer for it.',
    'Show the PIN on the screen, or ask for a printer for PIN slips.',
  ),
  'slip-shares-paper': say(
    'The PIN would come out on the badge’s paper',
    'This printer has no cutter and makes badges too, so badge and PIN would be on one strip.',
    'Show the PIN on the screen, or set up another printer for PIN slips.',
  ),
  'slip-unfinished': say(
    'The PIN slip is not finished',
    'Nobody has said yet whether the slip with the PIN came out.',
    'Answer the question about the slip or cancel it, then go on.',
  ),
};
