import { Crowd } from './crowd.ts';
import {
  allPeople,
  findPerson,
  groupIds,
  groupsOf,
  peopleOfGroup,
  peopleOfUnit,
  type Person,
  unitIds,
} from './directory.ts';
import { type Hint, type PersonTest } from './queries.ts';
import { sites } from './people.ts';

/** Everybody in the practice tenant: the sixty with names and stories, the operators, and the crowd, if there is one. */
export class Population {
  readonly #crowd: Crowd;

  constructor(crowd: Crowd = new Crowd(0)) {
    this.#crowd = crowd;
  }

  find(idOrUpn: string): Person | null {
    return findPerson(idOrUpn) ?? this.#crowd.find(idOrUpn);
  }

  /** Whoever fits, the well-known ones first. Worked out as far as somebody reads on. */
  *matching(test: PersonTest, hint: Hint | null): IterableIterator<Person> {
    for (const person of allPeople()) if (test(person)) yield person;
    for (const person of this.#near(hint)) if (test(person)) yield person;
  }

  /** null: there is no such group. */
  ofGroup(groupId: string): Iterable<Person> | null {
    const known = peopleOfGroup(groupId);
    if (known === null) return null;
    const site = sites.find((one) => groupIds[one] === groupId);
    return this.#and(known, site === undefined ? () => true : (person) => person.site === site);
  }

  ofUnit(unitId: string): Iterable<Person> | null {
    const known = peopleOfUnit(unitId);
    return known === null ? null : this.#and(known, (person) => unitIds[person.site] === unitId);
  }

  groupsOf(person: Person): readonly string[] {
    const isOfCrowd = findPerson(person.id) === null;
    return isOfCrowd ? [groupIds[person.site], groupIds.frontline] : groupsOf(person);
  }

  #near(hint: Hint | null): Iterable<Person> {
    if (hint === null) return this.#crowd;
    return hint.kind === 'name' ? this.#crowd.named(hint.text) : this.#crowd.numbered(hint.start);
  }

  *#and(known: readonly Person[], test: PersonTest): IterableIterator<Person> {
    yield* known;
    for (const person of this.#crowd) if (test(person)) yield person;
  }
}
