/**
 * Names and numbers of IPP that are used here: RFC 8010 (encoding), RFC 8011 (operations, states), and the CUPS
 * implementation of IPP (operations from 4000h, `application/vnd.cups-raw`, `purge-job`).
 */
export const operations = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
  cupsGetPrinters: 0x4002,
} as const;
export type Operation = keyof typeof operations;

/** Delimiter tags, RFC 8010 3.5.1. */
export const delimiters = {
  operation: 0x01,
  job: 0x02,
  end: 0x03,
  printer: 0x04,
  unsupported: 0x05,
} as const;

/** Value tags, RFC 8010 3.5.2. */
export const tags = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const;
export type Tag = keyof typeof tags;

/** RFC 8011 5.3.7. */
export const jobStates = {
  pending: 3,
  held: 4,
  processing: 5,
  stopped: 6,
  canceled: 7,
  aborted: 8,
  completed: 9,
} as const;

/** RFC 8011 appendix B. Below 0100h an answer is a success. */
export const statuses = {
  forbidden: 0x0401,
  notAuthenticated: 0x0402,
  notAuthorized: 0x0403,
  notPossible: 0x0404,
  notFound: 0x0406,
  notAcceptingJobs: 0x0506,
  busy: 0x0507,
} as const;
