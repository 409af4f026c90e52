import { createDarkTheme, createLightTheme } from '@fluentui/react-components';
import type { BrandVariants, Theme } from '@fluentui/react-components';

/** A calm blue-green: far from the red, yellow and green that carry a meaning. White on step 80 has 5.6 : 1. */
const brand: BrandVariants = {
  10: '#01090b',
  20: '#08191e',
  30: '#0a2a33',
  40: '#0b3844',
  50: '#0a4555',
  60: '#095266',
  70: '#0a5f76',
  80: '#0d6c86',
  90: '#1f7a94',
  100: '#3888a1',
  110: '#5096ad',
  120: '#67a5b9',
  130: '#7fb4c5',
  140: '#97c3d1',
  150: '#b0d2dd',
  160: '#cae1e9',
};

/** Read at arm's length: the body text is 16 px instead of Fluent's 14, the heading of a step 28. */
const readable: Partial<Theme> = {
  fontSizeBase200: '14px',
  lineHeightBase200: '20px',
  fontSizeBase300: '16px',
  lineHeightBase300: '24px',
  fontSizeBase400: '18px',
  lineHeightBase400: '26px',
  fontSizeBase500: '20px',
  lineHeightBase500: '28px',
  fontSizeHero700: '28px',
  lineHeightHero700: '36px',
};

export const lightTheme: Theme = { ...createLightTheme(brand), ...readable };

const dark = createDarkTheme(brand);
export const darkTheme: Theme = {
  ...dark,
  ...readable,
  // The generated dark foregrounds are too dim for text on our dark background.
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorCompoundBrandForeground1: brand[120],
};
