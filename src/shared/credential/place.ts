/** Where people are listed without being searched for: a group, or an administrative unit. */
export const placeKinds = ['group', 'unit'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export interface Place {
  readonly id: string;
  readonly name: string;
}
