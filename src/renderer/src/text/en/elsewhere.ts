/** Words for a badge that is printed on another printer than the one chosen. */
export const elsewhere = {
  button: 'Print elsewhere',
  nothingCameOut: 'Nothing came out: print elsewhere',
  went: (from: string, to: string) => `Chosen was ${from}. The badge goes to ${to}: fetch it there.`,
};

export type ElsewhereText = typeof elsewhere;
