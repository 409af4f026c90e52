import { practiceHolders, type Person } from '../../../src/main/practice/directory.ts';

/** One of the practice tenant's people by a mark, plain otherwise: enabled, no guest, no administrator. */
export function personWith(mark: string | null): Person {
  const fits = practiceHolders.find(({ marks, enabled, guest, privileged }) => {
    const plain = [...marks].filter((each) => each !== 'photo');
    return enabled && !guest && !privileged && (mark === null ? plain.length === 0 : plain.join() === mark);
  });
  if (fits === undefined) throw new Error(`Nobody is ${mark}`);
  return fits;
}

/** The first one of whom this is true. */
export function personWho(fits: (person: Person) => boolean): Person {
  const found = practiceHolders.find(fits);
  if (found === undefined) throw new Error('Nobody is like that');
  return found;
}
