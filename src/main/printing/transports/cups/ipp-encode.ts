import { type Operation, type Tag, delimiters, operations, tags } from './ipp-words.ts';

/** One attribute: its kind, its name, one or more values. */
export type Attribute = readonly [
  tag: Tag,
  name: string,
  value: string | number | boolean | readonly string[],
];

export interface IppRequest {
  readonly operation: Operation;
  readonly attributes: readonly Attribute[];
  readonly jobAttributes?: readonly Attribute[];
}

/** A request without its document (RFC 8010 3.1); the document's bytes follow it as they are. */
export function encodeRequest(request: IppRequest, requestId: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(0x0200, 0); // IPP 2.0
  head.writeUInt16BE(operations[request.operation], 2);
  head.writeUInt32BE(requestId, 4);
  const first: readonly Attribute[] = [
    // The order of these two is fixed (RFC 8011 4.1.4).
    ['charset', 'attributes-charset', 'utf-8'],
    ['language', 'attributes-natural-language', 'en'],
  ];
  const job = request.jobAttributes ?? [];
  return Buffer.concat([
    head,
    Buffer.of(delimiters.operation),
    ...[...first, ...request.attributes].flatMap(encodeAttribute),
    ...(job.length === 0 ? [] : [Buffer.of(delimiters.job), ...job.flatMap(encodeAttribute)]),
    Buffer.of(delimiters.end),
  ]);
}

function encodeAttribute([tag, name, value]: Attribute): readonly Buffer[] {
  const values = Array.isArray(value) ? value : [value];
  // A further value of the same attribute has an empty name (RFC 8010 3.1.5).
  return values.map((one: string | number | boolean, at) =>
    Buffer.concat([Buffer.of(tags[tag]), sized(Buffer.from(at === 0 ? name : '')), sized(encodeValue(one))]),
  );
}

function encodeValue(value: string | number | boolean): Buffer {
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value, 0);
  return bytes;
}

function sized(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length, 0);
  return Buffer.concat([length, bytes]);
}
