import { fail, ok, type Result } from '../../shared/result.ts';
import { asFields, asId, asText, listOf, type Fields } from './fields.ts';
import type { Holder } from './types.ts';

/** What we ask of a person; without it Graph leaves out number, department and the enabled flag (reference, user). */
export const holderFields =
  'id,displayName,userPrincipalName,employeeId,department,jobTitle,officeLocation,accountEnabled,userType';

/** The same for one person, with the licences: too much for lists, and of use only right before something is issued. */
export const oneHolderFields = `${holderFields},assignedLicenses`;

/** One page of people: the ones that can be read, and the opaque link to more. */
export interface PeopleAnswer {
  readonly holders: readonly Holder[];
  readonly nextLink: string | null;
}

/** A person, or null when the answer has no id or no sign-in name: nobody could get a badge that way. */
export function readHolder(value: unknown): Holder | null {
  const fields = asFields(value);
  const id = asId(fields?.['id']);
  const upn = asText(fields?.['userPrincipalName']);
  if (fields === null || id === null || upn === null) return null;
  return {
    id,
    upn,
    name: asText(fields['displayName']) ?? upn,
    employeeId: asText(fields['employeeId'], 100),
    department: asText(fields['department']),
    jobTitle: asText(fields['jobTitle']),
    office: asText(fields['officeLocation']),
    enabled: typeof fields['accountEnabled'] === 'boolean' ? fields['accountEnabled'] : null,
    guest: readGuest(fields),
    ...readLicensed(fields),
  };
}

function readLicensed(fields: Fields): Pick<Holder, 'licensed'> {
  const licences = fields['assignedLicenses'];
  return Array.isArray(licences) ? { licensed: licences.length > 0 } : {};
}

function readGuest(fields: Fields): boolean | null {
  const type = asText(fields['userType'], 50)?.toLowerCase();
  return type === undefined ? null : type === 'guest';
}

/** A page of people. Entries that are no person (a device in a group, say) are left out; no list at all is a failure. */
export function readPeople(value: unknown): Result<PeopleAnswer> {
  const fields = asFields(value);
  if (fields === null || !Array.isArray(fields['value']))
    return fail('graph-bad-answer', { missing: 'value' });
  return ok({
    holders: listOf(fields['value']).flatMap((item) => readHolder(item) ?? []),
    nextLink: asText(fields['@odata.nextLink'], 8_000),
  });
}
