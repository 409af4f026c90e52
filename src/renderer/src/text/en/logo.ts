import { failureText as say } from '../types.ts';

export const logoFailures = {
  'logo-unusable': say(
    'The logo is left out',
    'Badges are printed without it.',
    'Name a PNG file of up to 1 MB and 4,000 pixels a side that holds no code, then start Badge Station again.',
  ),
};
