import { failureText as say } from '../types.ts';

/** Trouble with the holder, the badge, printers, the stored queue and settings. */
export const stationFailures = {
  'holder-disabled': say(
    'This account is switched off',
    'A new code could not be used to sign in.',
    'Ask your IT team to switch the account on. Codes in use can still be ended.',
  ),
  'holder-guest': say(
    'This is a guest account',
    'QR code sign-in is for members of your own organisation.',
    'Use the person’s own account, if there is one.',
  ),
  'holder-mismatch': say(
    'The code names another person',
    'It does not match the holder on the screen, so it was not printed.',
    'Search for the holder again and issue a new code.',
  ),
  'licence-missing': say(
    'No licence was found for this person',
    'Microsoft asks for one for everybody who signs in with a QR code, for example Microsoft 365 F1 or F3.',
    'You can go on. If the sign-in fails, ask your IT team for a licence.',
  ),
  'work-unfinished': say(
    'Something else is not finished for this person',
    'A code, a badge or a PIN from an earlier step still waits. This step leaves it as it is.',
    'Look in the queue and finish it, before this step or after it.',
  ),
  'plan-stale': say(
    'Things have changed since the check',
    'The check is too old, or the holder’s codes are different now. Nothing was done.',
    'Check again, then go on.',
  ),
  'plan-impossible': say(
    'This step is not possible now',
    'At least one check is in the way. Nothing was done.',
    'Read the checks, put right what they name, then check again.',
  ),
  'clock-wrong': say(
    'The clock of this computer is wrong',
    'Codes would start or end at the wrong time.',
    'Set date and time to automatic, then check again.',
  ),
  'payload-invalid': say(
    'The code from Microsoft cannot be used',
    'It is empty or too large for a badge, so nothing was printed.',
    'Replace the badge to get another code.',
  ),
  'symbol-does-not-fit': say(
    'The code does not fit on this badge',
    'Its squares would be too small to be scanned.',
    'Use larger labels or a printer with a finer print.',
  ),
  'badge-unreadable': say(
    'The finished badge could not be read back',
    'A badge that cannot be scanned is not printed.',
    'Use larger labels or another printer.',
  ),
  'font-missing': say(
    'A font is missing for this name',
    'The name could not be written correctly on the badge.',
    'Reinstall Badge Station, or tell your IT team which name it was.',
  ),
  'printer-unknown': say(
    'This printer is not set up here',
    'It was removed or renamed in the settings.',
    'Choose another printer.',
  ),
  'printer-not-chosen': say(
    'No printer is chosen',
    'This step prints a badge.',
    'Choose a printer, then check again.',
  ),
  'printer-offline': say(
    'The printer cannot be reached',
    'It is switched off, or the cable or network is cut.',
    'Check power and cable, then check again.',
  ),
  'printer-refused': say(
    'The printer turned the connection away',
    'It is on, but does not take jobs right now.',
    'Switch it off and on, then check again.',
  ),
  'printer-busy': say(
    'The printer is busy',
    'Another computer or job is using it.',
    'Wait a moment, then check again.',
  ),
  'printer-vanished': say(
    'The printer was disconnected',
    'It went away while it was in use.',
    'Connect it again and look at what came out.',
  ),
  'printer-silent': say(
    'The printer answers no questions',
    'It takes badges, but cannot report whether paper is loaded or a badge came out.',
    'Check it by eye before and after printing.',
  ),
  'printer-fault': say(
    'The printer reports a fault',
    'It cannot print until the fault is gone.',
    'Look at its display, switch it off and on, then check again.',
  ),
  'media-empty': say(
    'The printer is out of labels',
    'Nothing can be printed now.',
    'Load a roll, then check again.',
  ),
  'media-mismatch': say(
    'What is loaded has another size',
    'The badge would be cut off or misplaced.',
    'Load the size set up for this printer, then check again.',
  ),
  'cover-open': say(
    'The cover of the printer is open',
    'Nothing can be printed now.',
    'Close it, then check again.',
  ),
  paused: say(
    'The printer is paused',
    'It waits for someone to press a key.',
    'Press pause or feed on the printer.',
  ),
  'head-hot': say(
    'The print head is too hot',
    'The printer stops by itself until it has cooled down.',
    'Wait a minute, then check again.',
  ),
  'cutter-jam': say(
    'The cutter is stuck',
    'Nothing can be printed now.',
    'Open the cover and free the cutter.',
  ),
  'address-invalid': say(
    'The address of a printer cannot be understood',
    'The printer cannot be used until it is corrected.',
    'Correct the address, under Printers or in the station settings.',
  ),
  'address-practice-only': say(
    'This kind of printer is for practice only',
    'It would leave badges in plain files.',
    'Set up a real printer.',
  ),
  'language-unknown': say(
    'The command language of a printer is not known',
    'Badge Station cannot talk to it.',
    'Correct the printer’s profile in the station settings.',
  ),
  'profile-unknown': say(
    'The profile of a printer is not known',
    'The printer cannot be used.',
    'Choose its model under Printers, or correct the profile name in the station settings.',
  ),
  'permission-denied': say(
    'This account may not use the printer',
    'The system does not let Badge Station open it.',
    'Ask your IT team for access to the printer.',
  ),
  'spool-unwritable': say(
    'The queue cannot be stored',
    'Without a stored queue a code could get lost, so none is issued.',
    'Free some disk space and check that the disk can be written.',
  ),
  'spool-corrupt': say(
    'The stored queue is damaged',
    'It was left as it is, and nothing can be issued while it is in use.',
    'Restart once. If it stays damaged, put it aside and start anew, and tell your IT team.',
  ),
  'spool-newer': say(
    'The stored queue comes from a newer version',
    'This version cannot read it and leaves it untouched.',
    'Update Badge Station.',
  ),
  'spool-in-use': say(
    'Another Badge Station uses this queue',
    'Only one may work with it at a time.',
    'Close the other one, then start again.',
  ),
  'spool-slow': say(
    'The disk of this computer is slow',
    'Storing a step took seconds, and the window stood still meanwhile. Nothing is lost by it.',
    'Tell your IT team: the disk may be failing, or the data folder lies on a network drive.',
  ),
  'export-failed': say(
    'The file could not be written',
    'Nothing was left in its place, and the record itself is untouched.',
    'Choose another folder, or free some disk space, then export again.',
  ),
  'seal-unavailable': say(
    'This computer has no usable key store',
    'Codes and PINs are kept in memory only and do not survive a restart.',
    'Finish every badge before you close Badge Station, and ask your IT team to set up a key store.',
  ),
  'seal-broken': say(
    'What was stored can no longer be opened',
    'The key belongs to another user account or computer, or the key store is locked.',
    'Restart under the account that set up this station. If that is not possible, start with a new key on the first screen and replace the badge.',
  ),
  'job-unknown': say(
    'This badge is no longer in the queue',
    'It was finished or put away.',
    'Open the queue again.',
  ),
  'intent-unknown': say(
    'This step is no longer in the queue',
    'It was finished or put away.',
    'Open the queue again.',
  ),
  'transition-refused': say(
    'This is no longer possible for the badge',
    'Its state has changed in the meantime.',
    'Look at its state in the queue and choose again.',
  ),
  'lease-lost': say(
    'Someone else decided about this badge first',
    'The later decision was not carried out.',
    'Look at its state in the queue.',
  ),
  'payload-gone': say(
    'The code is no longer stored here',
    'It was erased after hand-over, expiry or cancelling and cannot be read again.',
    'Replace the badge to print a new one.',
  ),
  'pin-in-doubt': say(
    'It is not known yet which PIN counts',
    'Another operation for this person is not settled. It may have set another PIN, and a wrong PIN locks people out.',
    'Settle that operation in the queue first, then come back.',
  ),
  'pin-gone': say(
    'The PIN is no longer stored here',
    'It was erased after hand-over and cannot be read again.',
    'Set a new PIN.',
  ),
  'code-expired': say('This code has ended', 'A code that has ended is not printed.', 'Issue a new one.'),
  'code-replaced': say(
    'A newer code has taken its place',
    'The older one no longer works and is not printed.',
    'Go on with the newer badge.',
  ),
  'settings-unreadable': say(
    'The station settings could not be read',
    'The last good settings are used.',
    'Correct it, then start Badge Station again.',
  ),
  'settings-invalid': say(
    'One of the station settings cannot be used',
    'The last good value is used instead.',
    'Correct the value, then start Badge Station again.',
  ),
};
