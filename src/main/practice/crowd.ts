import { practiceAddresses, type Person } from './directory.ts';
import { sites } from './people.ts';
import { byWords, fold, words } from './words.ts';

/** Invented given names and surnames from many places; a person of the crowd has one of each. */
const givenNames =
  'Ada Aiko Alba Amir Ana Anders Anja Aram Arda Aroha Asha Ayo Beata Bela Bilal Bo Bruno Carla Chen Chidi Clara Dana Darko Diego Dilan Dora Ebba Eddy Elif Emeka Emil Enzo Esra Eva Fatou Femi Finn Flora Gita Goran Greta Hana Hao Hugo Ida Ilse Imre Ines Isa Ivo Jana Jarek Jonas Jun Kaito Karim Kenji Kira Kofi Lara Leila Lena Levi Lina Luis Maja Malik Mara Marek Mei Milan Mina Mirko Nadia Nia Nils Noor Nuno Olga Omar Oskar Paula Pavel Petra Rafa Rana Remy Rosa Sami Sana Selma Sina Sofia Sven Tara Tomas Uma Vera Viktor Yara Yusuf Zara Zeno'.split(
    ' ',
  );
const surnames =
  'Abara Adler Ahmadi Akin Almeida Amari Andersen Arslan Bakker Barros Bauer Becker Bello Berg Bianchi Blanc Bos Braun Cabral Castro Celik Chavez Costa Cruz Dahl Danjuma Diallo Dias Duran Ebner Eriksen Eze Faber Farah Ferrari Fischer Fonseca Frank Gallo Garba Goto Greco Haas Haddad Hansen Hara Hassan Horvat Huber Ibrahim Ito Ivanov Jansen Jensen Jovic Kaya Keller Khan Klein Koch Kovac Kowal Kraus Lang Larsen Leroy Lima Lopes Lund Maier Mansour Marino Mazur Mensah Meyer Moreau Mori Musa Nakata Nel Novak Nowak Okafor Olsen Onuoha Ortiz Osei Papa Park Peeters Perez Petrov Pinto Popa Prins Quist Ramos Rao Rashid Reyes Ricci Rossi Roux Sala Santos Sato Schmid Silva Simic Singh Sokol Souza Stein Suzuki Tanaka Thiel Toma Torres Turan Ueda Urban Vargas Vega Visser Vogel Wagner Wang Weber Winter Wolf Xu Yamada Yilmaz Young Zeman Zhang Zimmer'.split(
    ' ',
  );
const jobs = ['Order picker', 'Packer', 'Machine operator', 'Driver', 'Cleaner', 'Guard', 'Fitter'] as const;
const departments = ['Warehouse', 'Packing', 'Production', 'Logistics', 'Cleaning', 'Security'] as const;

/** Marks ids of the crowd; the rest is the seed and the place in the crowd. */
const idStart = 'c0ffee00';
const numberDigits = 6;
export const largestCrowd = 10 ** numberDigits - 1;

/**
 * As many more people as somebody wants for the practice tenant. Each is worked out from a seed and a place in the crowd
 * whenever they are asked for, so a directory of a hundred thousand costs no memory and is the same at every start.
 * They are ordinary: enabled, no guests, nothing special, and no code of theirs exists at first.
 */
export class Crowd {
  readonly size: number;
  readonly #seed: number;

  /** `size`: 0 to 999,999; `seed`: a whole number of 32 bits. */
  constructor(size: number, seed = 1) {
    this.size = Math.max(0, Math.min(Math.floor(size), largestCrowd));
    this.#seed = seed >>> 0;
  }

  /** The person at a place from 0. */
  at(place: number): Person {
    const given = givenNames[this.#drawn(place, 1) % givenNames.length] ?? '';
    const surname = surnames[this.#drawn(place, 2) % surnames.length] ?? '';
    const upn = `${given}.${surname}.${place}@${practiceAddresses.domain}`.toLowerCase();
    return {
      id: this.#idOf(place),
      name: `${given} ${surname}`,
      upn,
      payloadUpn: upn,
      site: sites[place % sites.length] ?? 'north',
      department: departments[this.#drawn(place, 3) % departments.length] ?? '',
      job: jobs[this.#drawn(place, 4) % jobs.length] ?? '',
      employeeId: `C${String(place).padStart(numberDigits, '0')}`,
      enabled: true,
      guest: false,
      privileged: false,
      hasPhoto: false,
      marks: new Set(),
    };
  }

  /** By object id or sign-in name. */
  find(idOrUpn: string): Person | null {
    const key = idOrUpn.toLowerCase();
    const text = /^c0ffee00-([0-9a-f]{4})-4([0-9a-f]{3})-8000-([0-9a-f]{12})$/.exec(key)?.[3];
    const place = text === undefined ? /\.(\d{1,6})@/.exec(key)?.[1] : String(Number.parseInt(text, 16));
    if (place === undefined || Number(place) >= this.size) return null;
    const person = this.at(Number(place));
    return person.id === key || person.upn === key ? person : null;
  }

  /** Everybody, one at a time. */
  *[Symbol.iterator](): IterableIterator<Person> {
    for (let place = 0; place < this.size; place += 1) yield this.at(place);
  }

  /**
   * Those who can match a search for this text: whose given name or surname begins with its first word. Names are drawn
   * from short lists, so that most of the crowd is passed over without being worked out.
   */
  *named(text: string): IterableIterator<Person> {
    const [first = ''] = words(text);
    const test = byWords((name: string) => name, first);
    const begins = givenNames.map((name) => test(name) || fold(first).startsWith(fold(name)));
    const ends = surnames.map(test);
    for (let place = 0; place < this.size; place += 1) {
      const isGiven = begins[this.#drawn(place, 1) % givenNames.length] === true;
      if (isGiven || ends[this.#drawn(place, 2) % surnames.length] === true) yield this.at(place);
    }
  }

  /** Those whose employee number begins so. */
  *numbered(start: string): IterableIterator<Person> {
    const digits = /^c(\d{0,6})$/.exec(start.toLowerCase())?.[1];
    if (digits === undefined) return;
    const span = 10 ** (numberDigits - digits.length);
    const from = Number(digits === '' ? '0' : digits) * span;
    for (let place = from; place < Math.min(from + span, this.size); place += 1) yield this.at(place);
  }

  #idOf(place: number): string {
    const seed = this.#seed.toString(16).padStart(8, '0');
    return `${idStart}-${seed.slice(1, 5)}-4${seed.slice(5)}-8000-${place.toString(16).padStart(12, '0')}`;
  }

  /** A number that looks drawn: an integer hash of seed, place and what it is for (Murmur3's finalizer). */
  #drawn(place: number, what: number): number {
    let hash = (this.#seed ^ Math.imul(place + 1, 0x9e3779b1) ^ Math.imul(what, 0x85ebca6b)) >>> 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  }
}
