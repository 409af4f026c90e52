/**
 * The page the system browser shows after the sign-in, as HTML. The first is shown before the tokens are fetched, so
 * it must not promise success (msal-node, LoopbackClient).
 */
export interface SignInPages {
  readonly returned: string;
  readonly stopped: string;
}

/** Makes such a page from two sentences; they are escaped. */
export function signInPage(title: string, sentence: string): string {
  const style =
    'font:16px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:32em;padding:0 1em;color:#242424';
  return (
    `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escapeHtml(title)}</title><body style="${style}"><h1>${escapeHtml(title)}</h1>` +
    `<p>${escapeHtml(sentence)}</p></body>`
  );
}

export const usualPages: SignInPages = {
  returned: signInPage('Badge Station', 'You can close this page and return to the app.'),
  stopped: signInPage('Badge Station', 'The sign-in was not finished. Return to the app to try again.'),
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
