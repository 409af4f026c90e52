const graph = (base: string, name: string): string => `${new URL(base).origin}/${name}`;

/**
 * The delegated permissions without which the app is of no use, asked for at sign-in.
 *
 * `UserAuthMethod-QR.ReadWrite.All` is the narrowest one that may act on another person's QR code; the ones without
 * `.All` reach only the signed-in person. `User.Read.All` because employee number and "account enabled" are not part
 * of the basic profile (Microsoft Graph permissions reference).
 */
export function neededScopes(graphBase: string): readonly string[] {
  return ['User.Read.All', 'UserAuthMethod-QR.ReadWrite.All'].map((name) => graph(graphBase, name));
}

/** Permissions that make the app kinder and that an administrator may leave out; asked for one by one, when needed. */
export function optionalScopes(graphBase: string): Readonly<Record<'policy' | 'groups' | 'units', string>> {
  return {
    policy: graph(graphBase, 'Policy.Read.AuthenticationMethod'),
    groups: graph(graphBase, 'GroupMember.Read.All'),
    units: graph(graphBase, 'AdministrativeUnit.Read.All'),
  };
}
