/**
 * The ways in which the reference contradicts itself about answers. A client has to live with each of them, so the
 * practice tenant can give each of them.
 */
const choices = {
  createStatus: [201, 200],
  extendStatus: [200, 201, 204],
  pinResetStatus: [201, 200],
  deleteStatus: [204, 200],
  single: ['bare', 'wrapped'],
  blankPin: ['', null, undefined],
  never: ['0001-01-01T00:00:00Z', null],
  pinUpdated: ['as-created', '0001-01-01T00:00:00Z', null],
  fraction: ['', '.1234567'],
  forceFlag: ['forceChangePinNextSignIn', 'isForcePinChangeRequired'],
  errorCorrection: ['l', 'H'],
  idCase: ['lower', 'upper'],
  typeMarker: ['first', 'absent', 'last'],
  methodDate: ['createdDateTime', 'lastUsedDateTime', 'none'],
  usable: ['absent', 'false-without-reason'],
  policyId: ['QRCodePin', 'qrCodePin'],
  picture: ['svg', 'png'],
  innerError: ['innerError', 'innererror'],
  notFound: ['resourceNotFound', 'Request_ResourceNotFound', 'itemNotFound'],
  missingCode: ['404', 'null', 'empty'],
  firstPage: ['full', 'empty-with-link'],
} as const;

type Choices = typeof choices;
export type Variant = { readonly [Name in keyof Choices]: Choices[Name][number] };

/** So many variants show every choice of every trait at least once. */
export const variantCount = 6;

/** The n-th mixture: trait number i takes its choice (n + i) modulo their count. Variant 0 is not special. */
export function variantOf(n: number): Variant {
  const entries = Object.entries(choices).map(([name, values], index) => [
    name,
    values[(Math.abs(Math.trunc(n)) + index) % values.length],
  ]);
  return Object.fromEntries(entries) as Variant;
}

/** The mixture that the reference pages show most often; the practice tenant's usual one. */
export const usualVariant: Variant = Object.fromEntries(
  Object.entries(choices).map(([name, values]) => [name, values[0]]),
) as Variant;
