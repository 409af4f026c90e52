import { describe, expect, it } from 'vitest';
import { TimingBook } from '../../../src/main/issuing/timings.ts';

describe('figures from the click', () => {
  it('count from the click, and the first of each milestone stays', () => {
    const book = new TimingBook();
    book.durable('j1', 1000, 1028);
    book.milestone('j1', 'first-byte', 1065);
    book.milestone('j1', 'first-byte', 9000);
    book.milestone('j1', 'last-byte', 1075);
    book.milestone('j1', 'last-byte', 9000);
    expect(book.of('j1')).toEqual({ clickToDurable: 28, clickToFirstByte: 65, clickToLastByte: 75 });
  });

  it('are unknown for a job that nobody clicked, and never negative', () => {
    const book = new TimingBook();
    const unknown = { clickToDurable: null, clickToFirstByte: null, clickToLastByte: null };
    book.milestone('j9', 'first-byte', 5);
    expect(book.of('j9')).toEqual(unknown);
    book.durable('j1', 1000, 900);
    expect(book.of('j1')).toEqual({ ...unknown, clickToDurable: 0 });
  });

  it('are kept for the newest 200 jobs', () => {
    const book = new TimingBook();
    for (let at = 0; at < 201; at += 1) book.durable(`j${at}`, 0, at);
    expect(book.of('j0').clickToDurable).toBeNull();
    expect(book.of('j1').clickToDurable).toBe(1);
    expect(book.of('j200').clickToDurable).toBe(200);
  });
});
