/**
 * What a call does to the directory, which decides whether it may be repeated (rule R4).
 *
 * `reads` and `repeatable` (a second time changes nothing more) retry by themselves. `creates` brings a secret into
 * the world: it is sent once, and again only after an answer that proves it was refused before any work was done.
 */
export type Effect = 'reads' | 'repeatable' | 'creates';

export interface Endpoint {
  /** E1 to E16 as in the Graph reference's operations of the family; others have a plain name. Goes to the log. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly effect: Effect;
  /** Path below the version, e.g. `/users/{id}/authentication/…`. */
  readonly path: (holder: string) => string;
}

const qr = (holder: string): string => `${holder}/authentication/qrCodePinMethod`;

/**
 * Every call the app makes, in one table. `{who}` is `/users/{id}`, or `/me` for the operator's own badge.
 *
 * Three calls of the family are not for this app: E12 (a worker changes the own PIN, with the old one: the phone does
 * that), E14 and E15 (change or reset the tenant's policy: an administrator's decision, not a front desk's).
 *
 * Source: Microsoft Graph reference v1.0, pages `authentication-put-qrcodepinmethod`,
 * `qrcodepinauthenticationmethod-get` and `-delete`, `qrcode-get`, `-update` and `-delete`, `qrpin-update`,
 * `qrcodepinauthenticationmethodconfiguration-get`, `authentication-list-methods`, `user-list`, `user-get`,
 * `profilephoto-get`, `directoryobject-checkmembergroups`, `user-list-directreports`, `group-list`,
 * `group-list-transitivemembers`, `directory-list-administrativeunits`, `administrativeunit-list-members`. The paths are spelt as documented; other spellings have
 * been seen to work in beta, but nobody promises that.
 */
export const endpoints = {
  createMethod: { name: 'E1', method: 'PUT', effect: 'creates', path: qr },
  readMethod: { name: 'E2', method: 'GET', effect: 'reads', path: qr },
  deleteMethod: { name: 'E3', method: 'DELETE', effect: 'repeatable', path: qr },
  readStandard: { name: 'E4', method: 'GET', effect: 'reads', path: (who) => `${qr(who)}/standardQRCode` },
  createStandard: {
    name: 'E5',
    method: 'PATCH',
    effect: 'creates',
    path: (who) => `${qr(who)}/standardQRCode`,
  },
  // The same address as E5: the body decides. With an expiry alone it moves an existing code, and moving it there
  // twice is the same as once.
  extendStandard: {
    name: 'E6',
    method: 'PATCH',
    effect: 'repeatable',
    path: (who) => `${qr(who)}/standardQRCode`,
  },
  deleteStandard: {
    name: 'E7',
    method: 'DELETE',
    effect: 'repeatable',
    path: (who) => `${qr(who)}/standardQRCode`,
  },
  readTemporary: { name: 'E8', method: 'GET', effect: 'reads', path: (who) => `${qr(who)}/temporaryQRCode` },
  createTemporary: {
    name: 'E9',
    method: 'PATCH',
    effect: 'creates',
    path: (who) => `${qr(who)}/temporaryQRCode`,
  },
  deleteTemporary: {
    name: 'E10',
    method: 'DELETE',
    effect: 'repeatable',
    path: (who) => `${qr(who)}/temporaryQRCode`,
  },
  resetPin: { name: 'E11', method: 'PATCH', effect: 'creates', path: (who) => `${qr(who)}/pin` },
  readPolicy: {
    name: 'E13',
    method: 'GET',
    effect: 'reads',
    path: () => '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/qrCodePin',
  },
  listMethods: {
    name: 'E16',
    method: 'GET',
    effect: 'reads',
    path: (who) => `${who}/authentication/methods`,
  },
  findHolders: { name: 'users', method: 'GET', effect: 'reads', path: () => '/users' },
  readHolder: { name: 'user', method: 'GET', effect: 'reads', path: (who) => who },
  readPhoto: { name: 'photo', method: 'GET', effect: 'reads', path: (who) => `${who}/photos/96x96/$value` },
  listReports: {
    name: 'directReports',
    method: 'GET',
    effect: 'reads',
    path: (who) => `${who}/directReports/microsoft.graph.user`,
  },
  findGroups: { name: 'groups', method: 'GET', effect: 'reads', path: () => '/groups' },
  listGroup: {
    name: 'members',
    method: 'GET',
    effect: 'reads',
    path: (group) => `/groups/${group}/transitiveMembers/microsoft.graph.user`,
  },
  findUnits: { name: 'units', method: 'GET', effect: 'reads', path: () => '/directory/administrativeUnits' },
  listUnit: {
    name: 'unitMembers',
    method: 'GET',
    effect: 'reads',
    path: (unit) => `/directory/administrativeUnits/${unit}/members/microsoft.graph.user`,
  },
  // A POST that only asks.
  checkGroups: {
    name: 'checkMemberGroups',
    method: 'POST',
    effect: 'reads',
    path: (who) => `${who}/checkMemberGroups`,
  },
} as const satisfies Record<string, Endpoint>;

/**
 * Whole-call limits in milliseconds. The service ends authentication-method calls after 60 s (Microsoft Graph
 * reference, "authentication methods overview"); a write that gave up earlier could still be committed behind our back.
 */
export const timeouts = { write: 90_000, read: 30_000 } as const;

/** The path of a person. Ids go into a path, names only when they are all we have; null = not usable as either. */
export function holderPath(holderId: string): string | null {
  if (holderId === 'me') return '/me';
  // No slash and no dot-only name can get in, so the path keeps its shape.
  if (!/^[^/\\?\s\p{Cc}]{1,200}$/u.test(holderId) || /^\.+$/.test(holderId)) return null;
  return `/users/${encodeURIComponent(holderId)}`;
}
