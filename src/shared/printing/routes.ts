/** What a printer can be told to print, by the names of the routes in the settings. */
export const printKinds = ['badge', 'temporary', 'pinSlip'] as const;
export type PrintKind = (typeof printKinds)[number];
