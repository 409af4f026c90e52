/** A person as the directory describes them; null = not disclosed to this operator. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly upn: string;
  readonly employeeId: string | null;
  readonly department: string | null;
  readonly jobTitle: string | null;
  readonly office: string | null;
  readonly enabled: boolean | null;
  readonly guest: boolean | null;
  /** Whether any licence is assigned; read for a single person only, never in lists. */
  readonly licensed?: boolean;
}

/** Stands for the operator in place of a holder's id ("My own badge"): the calls then go to `/me/…`. */
export const selfId = 'me';
