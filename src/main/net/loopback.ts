import { request } from 'node:http';

/**
 * Posts a form to a sign-in's loopback address (`http://localhost:PORT`); true when it was taken (200). Any other
 * address is refused: a form may hold an authorization code.
 */
export function postToLoopback(
  redirectUri: string,
  fields: Readonly<Record<string, string>>,
): Promise<boolean> {
  const port = /^http:\/\/localhost:(\d{1,5})\/?$/.exec(redirectUri)?.[1];
  if (port === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const sending = request(
      {
        // MSAL listens on 127.0.0.1 only (LoopbackClient), and `localhost` may mean ::1 first.
        host: '127.0.0.1',
        port,
        path: '/',
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Host: `localhost:${port}` },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    sending.on('error', () => resolve(false));
    sending.end(new URLSearchParams(fields).toString());
  });
}
