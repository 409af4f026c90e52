/** The largest number an AADSTS code has had so far has seven digits (Microsoft Entra, sign-in error codes). */
const largestNumber = 9_999_999;

/** The pages that are shown in the system browser, and nothing else ever is. */
export interface OutsidePages {
  /** A sign-in page; who may be asked was checked before (auth/browser-step.ts). Rejects what is not https. */
  readonly signIn: (url: string) => Promise<void>;
  /**
   * Microsoft's page about an AADSTS number. The window names a number, never an address; false when it is none, or
   * when the browser did not open.
   */
  readonly help: (aadsts: number) => Promise<boolean>;
}

/** `open` is the system's way to show an address, `shell.openExternal` in the app. */
export function outsidePages(open: (url: string) => Promise<void>): OutsidePages {
  return {
    async signIn(url) {
      // SECURITY: open-external (docs/security.md). The system would start a program for any other scheme.
      if (!URL.canParse(url) || new URL(url).protocol !== 'https:') throw new Error('Not an https address');
      await open(url);
    },
    async help(aadsts) {
      if (!Number.isInteger(aadsts) || aadsts < 1 || aadsts > largestNumber) return false;
      try {
        await open(`https://login.microsoftonline.com/error?code=${aadsts}`);
        return true;
      } catch {
        return false;
      }
    },
  };
}
