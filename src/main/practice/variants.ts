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
  let next = Math.abs(Math.trunc(n));
  return mix((values) => choiceAt(values, next++ % values.length));
}

/** The mixture that the reference pages show most often; the practice tenant's usual one. */
export const usualVariant: Variant = mix((values) => values[0]);

function mix(pick: <T>(values: readonly [T, ...T[]]) => T): Variant {
  return {
    createStatus: pick(choices.createStatus),
    extendStatus: pick(choices.extendStatus),
    pinResetStatus: pick(choices.pinResetStatus),
    deleteStatus: pick(choices.deleteStatus),
    single: pick(choices.single),
    blankPin: pick(choices.blankPin),
    never: pick(choices.never),
    pinUpdated: pick(choices.pinUpdated),
    fraction: pick(choices.fraction),
    forceFlag: pick(choices.forceFlag),
    errorCorrection: pick(choices.errorCorrection),
    idCase: pick(choices.idCase),
    typeMarker: pick(choices.typeMarker),
    methodDate: pick(choices.methodDate),
    usable: pick(choices.usable),
    policyId: pick(choices.policyId),
    picture: pick(choices.picture),
    innerError: pick(choices.innerError),
    notFound: pick(choices.notFound),
    missingCode: pick(choices.missingCode),
    firstPage: pick(choices.firstPage),
  };
}

function choiceAt<T>(values: readonly [T, ...T[]], wanted: number): T {
  for (const [at, value] of values.entries()) if (at === wanted) return value;
  return values[0];
}
