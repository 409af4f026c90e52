/** What one request may weigh: the largest honest one is a scanned text of 8192 characters. */
const maxWeight = 32_768;
const maxDepth = 6;

const pollutingKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Whether a value is small and made of nothing but plain objects, arrays, texts, numbers, booleans, null and undefined.
 *
 * Asked before a request is parsed, so that the parser never walks something huge, deep, self-containing or active
 * (getters, maps, buffers). `size` tells the two refusals apart in the log.
 */
export function checkPlainData(value: unknown): 'plain' | 'size' | 'shape' {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  let weight = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    weight += 8;
    if (typeof next.value === 'string') weight += next.value.length;
    else if (isContainer(next.value)) {
      if (next.depth === maxDepth) return 'size';
      if (!isPlainContainer(next.value)) return 'shape';
      // A list of a million items ends here, before its keys are listed.
      if (Array.isArray(next.value) && next.value.length * 8 > maxWeight) return 'size';
      const keys = Reflect.ownKeys(next.value);
      if (weight + keys.length * 8 > maxWeight) return 'size';
      for (const key of keys) {
        if (typeof key === 'symbol' || pollutingKeys.has(key)) return 'shape';
        weight += key.length;
        const property = Reflect.getOwnPropertyDescriptor(next.value, key);
        if (property?.get !== undefined || property?.set !== undefined) return 'shape';
        open.push({ value: property?.value, depth: next.depth + 1 });
      }
    } else if (!isPlainLeaf(next.value)) return 'shape';
    if (weight > maxWeight) return 'size';
  }
  return 'plain';
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isPlainContainer(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (Array.isArray(value)) return prototype === Array.prototype;
  return prototype === Object.prototype || prototype === null;
}

function isPlainLeaf(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean';
}
