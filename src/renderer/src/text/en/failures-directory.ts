import { failureText as say } from '../types.ts';

/** Trouble between window and main, with sign-in and with Microsoft Graph. */
export const directoryFailures = {
  bug: say(
    'Something went wrong inside Badge Station',
    'The step was stopped. What was stored before it is safe.',
    'Try again. If it happens again, restart Badge Station and show the details below to your IT team.',
  ),
  'bad-request': say(
    'The step could not be carried out',
    'The window asked for something the station does not accept.',
    'Check what you entered. If it happens again, restart Badge Station.',
  ),
  'unknown-sender': say(
    'A request was turned away',
    'It did not come from the window of Badge Station.',
    'Restart Badge Station and tell your IT team.',
  ),
  busy: say(
    'Another step is still under way',
    'Two steps at once could get in each other’s way.',
    'Wait until it has finished, then try again.',
  ),
  cancelled: say(
    'The step was stopped',
    'It ended before it was finished.',
    'Start it again when you are ready.',
  ),
  locked: say(
    'The station is locked',
    'Badges already on their way keep printing.',
    'Unlock the station to go on.',
  ),
  'not-signed-in': say(
    'Nobody is signed in',
    'Searching and issuing need an operator.',
    'Sign in, then try again.',
  ),
  'sign-in-cancelled': say(
    'The sign-in was cancelled',
    'Nobody is signed in.',
    'Sign in again when you are ready.',
  ),
  'sign-in-busy': say(
    'A sign-in is already under way',
    'Only one can run at a time.',
    'Finish it in the browser, or cancel it here.',
  ),
  'sign-in-offline': say(
    'Microsoft could not be reached to sign in',
    'An earlier sign-in is kept, but it could not be renewed now.',
    'Check the connection, then try again.',
  ),
  'sign-in-refused': say(
    'Microsoft ended this sign-in',
    'The account or its rights have changed.',
    'Sign in again. If that fails, ask your IT team.',
  ),
  'sign-in-interaction-required': say(
    'Microsoft wants to see you again',
    'The sign-in needs another confirmation from you.',
    'Sign in again, then repeat the step.',
  ),
  'sign-in-consent-required': say(
    'Badge Station is not approved yet',
    'An administrator has to approve it for your organisation first.',
    'Ask your IT team to approve Badge Station in Microsoft Entra.',
  ),
  'sign-in-failed': say(
    'The sign-in did not work',
    'Nobody is signed in.',
    'Try again. If it happens again, show the details below to your IT team.',
  ),
  'browser-not-opened': say(
    'The browser did not open',
    'Signing in happens in the browser of this computer.',
    'Set a default browser, then try again.',
  ),
  'cloud-unsupported': say(
    'This Microsoft cloud has no QR code sign-in',
    'The tenant belongs to a cloud that does not offer it.',
    'Ask your IT team which tenant to use.',
  ),
  'stand-in-practice-only': say(
    'This build runs in practice mode only',
    'It uses a stand-in for the official runtime, which must not meet a real tenant.',
    'Install the official Badge Station to work with your tenant.',
  ),
  'graph-offline': say(
    'Microsoft could not be reached',
    'Looking up people and issuing codes need a connection. Badges in the queue can still be finished.',
    'Check the connection, then try again.',
  ),
  'connection-untrusted': say(
    'The connection to Microsoft cannot be trusted',
    'Something on the way showed a certificate that this computer does not accept, so nothing was sent. Your sign-in is kept.',
    'Check the date of this computer. If it is right, ask your IT team: a proxy that inspects connections needs its certificate in the system’s store.',
  ),
  'graph-host-refused': say(
    'An unexpected address was turned away',
    'The answer pointed to a host that Badge Station does not talk to.',
    'Tell your IT team and show the details below.',
  ),
  'graph-outcome-unknown': say(
    'We do not know whether Microsoft carried out the step',
    'The answer got lost on its way. Nothing is repeated blindly.',
    'Open the queue: it says how things stand and what can be done.',
  ),
  'graph-throttled': say(
    'Microsoft asks us to slow down',
    'Too many requests came from this organisation at once.',
    'Wait a minute, then try again.',
  ),
  'graph-unavailable': say(
    'Microsoft has a problem at the moment',
    'The service answered that it cannot work right now.',
    'Try again in a few minutes.',
  ),
  'graph-token-refused': say(
    'Microsoft no longer accepts this sign-in',
    'The step was not carried out.',
    'Sign in again, then repeat the step.',
  ),
  'graph-claims-challenge': say(
    'Microsoft asks for another proof that it is you',
    'This step needs a stronger sign-in.',
    'Sign in again and confirm, then repeat the step.',
  ),
  'graph-refused': say(
    'Microsoft refused the step',
    'Your account is not allowed to do this.',
    'Ask your IT team which role you need.',
  ),
  'graph-refused-role': say(
    'You cannot change this person',
    'Your role does not cover them.',
    'Ask someone whose role covers this person or site.',
  ),
  'graph-refused-self': say(
    'You cannot change your own badge this way',
    'Microsoft does not let operators issue for themselves here.',
    'Ask another operator.',
  ),
  'graph-policy-refused': say(
    'QR code sign-in is not switched on for this person',
    'The sign-in policy of your organisation does not include them.',
    'Ask your IT team to add the person to the QR code policy.',
  ),
  'graph-bad-answer': say(
    'The answer from Microsoft could not be understood',
    'It did not have the expected form.',
    'Try again. If it happens again, show the details below to your IT team.',
  ),
  'graph-bad-request': say(
    'Microsoft did not accept the request',
    'The step was not carried out.',
    'Go back and check what was chosen. If it happens again, show the details below to your IT team.',
  ),
  'holder-not-found': say(
    'This person no longer exists in the directory',
    'They were removed or renamed in the meantime.',
    'Search again.',
  ),
  'method-not-found': say('No badge yet', 'This person has no QR code and no PIN.', 'Issue a first badge.'),
  'method-exists': say(
    'There is a badge already',
    'A first badge is only for people who have none.',
    'Choose “Replace badge” or “Temporary code”.',
  ),
  'code-exists': say(
    'A code of this kind is already active',
    'Microsoft allows one at a time.',
    'End or replace the one in use, then try again.',
  ),
  'code-not-found': say(
    'There is no active code of this kind',
    'It has ended, was removed, or never existed.',
    'Look at what the person has now and choose again.',
  ),
  'lifetime-refused': say(
    'This lifetime is not possible',
    'A badge may live 1 to 395 days from its start, a temporary code 1 to 12 hours.',
    'Choose another lifetime, or replace the badge.',
  ),
  'pin-refused': say(
    'Microsoft did not accept the PIN',
    'The rules for PINs in your organisation differ from what is set here.',
    'Ask your IT team for the PIN length, then try again.',
  ),
  'pin-not-disclosed': say(
    'Microsoft did not tell us the new PIN',
    'The PIN was changed, but nobody knows it.',
    'Set a new PIN once more. Only the last one counts.',
  ),
};
