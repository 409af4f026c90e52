import type { FailureText, ReasonText } from '../types.ts';

/** Trouble with the camera itself; the scanner and the typed way remain, and each says so. */
const troubles = {
  none: {
    title: 'No camera was found',
    what: 'None is connected, or it is switched off.',
    next: 'Connect a camera and try again, or use a scanner.',
  },
  busy: {
    title: 'The camera does not start',
    what: 'Another program may be using it.',
    next: 'Close the other program and try again, or use a scanner.',
  },
  refused: {
    title: 'The camera may not be used right now',
    what: 'It is open only while a badge or a test page waits to be read.',
    next: 'Try again, or use a scanner.',
  },
  blocked: {
    title: 'This computer keeps the camera from Badge Station',
    what: 'Its privacy settings refuse it.',
    next: 'Ask your IT team to allow the camera for Badge Station, or use a scanner.',
  },
  gone: {
    title: 'The camera’s picture ended',
    what: 'The camera was disconnected or switched off.',
    next: 'Connect it again and try again, or use a scanner.',
  },
  'no-decoder': {
    title: 'The camera’s picture cannot be read',
    what: 'A part of Badge Station did not start or stopped.',
    next: 'Try again. If it stays like this, use a scanner and tell your IT team.',
  },
} satisfies Readonly<Record<string, FailureText>>;

/** Said while the camera goes on looking. */
const hints = {
  nothing: {
    what: 'Nothing could be read yet.',
    next: 'Hold the code flat, about a hand’s width away, with light from the side and no reflection on it.',
  },
  mirrored: {
    what: 'The code is seen as in a mirror.',
    next: 'If the writing on the badge is mirrored too, the print is wrong: do not hand it over. If not, this camera mirrors its picture: choose another camera, or use a scanner.',
  },
  several: {
    what: 'More than one code is in the picture.',
    next: 'Show one badge alone.',
  },
} satisfies Readonly<Record<string, ReasonText>>;

/** Words of the camera: for badges and for test pages. */
export const camera = {
  use: 'Use the camera',
  stop: 'Stop the camera',
  without: 'Go on without the camera',
  stays: 'The picture is not kept and does not leave this computer.',
  picture: 'Camera picture',
  starting: 'Starting the camera',
  badge: 'Hold the badge in front of the camera.',
  testPage: 'Hold the test page in front of the camera.',
  choose: 'Camera',
  unnamed: (number: string) => `Camera ${number}`,
  mirror: 'Show as in a mirror',
  again: 'Try again',
  troubles,
  hints,
};

export type CameraText = typeof camera;
