import type { LibraryHandle } from 'koffi';

/** What the spooler says of a queue: PRINTER_INFO_2 and DRIVER_INFO_2, the parts used here. */
export interface SpoolerPrinter {
  readonly name: string;
  readonly port: string;
  readonly driver: string;
  /** 4 = a "v4" driver, which may refuse RAW; 0 = not told. */
  readonly driverVersion: number;
  readonly attributes: number;
  readonly status: number;
}

/** A call that failed, with the number of GetLastError. */
export class SpoolerError extends Error {
  override readonly name = 'SpoolerError';
  readonly code: number;

  constructor(call: string, code: number) {
    super(`${call} failed with ${code}`);
    this.code = code;
  }
}

/**
 * The Windows spooler's own calls, one to one. They block, so only the helper process makes them.
 * Every call throws `SpoolerError`.
 */
export interface Spooler {
  list(): readonly string[];
  printer(queue: string): SpoolerPrinter;
  /** Gives the job number at once through `onJob`, before the document is written. */
  print(
    queue: string,
    document: { readonly name: string; readonly datatype: string; readonly bytes: Uint8Array },
    onJob: (jobId: number) => void,
  ): void;
  /** JOB_INFO_1.Status; null when the spooler no longer knows the job. */
  jobStatus(queue: string, jobId: number): number | null;
  deleteJob(queue: string, jobId: number): void;
}

const localAndConnected = 0x2 | 0x4;
const deleteCommand = 5; // JOB_CONTROL_DELETE
/** What GetJob says of a job that is gone: ERROR_INVALID_PARAMETER; Wine says ERROR_INVALID_HANDLE. */
const jobIsGone = new Set([87, 6]);
const writeBytes = 64 * 1024;

/** Loads winspool.drv; on anything but Windows this throws. Signatures: Win32 API, winspool.h. */
export async function loadSpooler(): Promise<Spooler> {
  const { default: koffi } = await import('koffi');
  const kernel: LibraryHandle = koffi.load('kernel32.dll');
  const spool: LibraryHandle = koffi.load('winspool.drv');
  koffi.struct('DOC_INFO_1W', { pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' });
  const info2 = koffi.struct('PRINTER_INFO_2W', {
    pServerName: 'str16',
    pPrinterName: 'str16',
    pShareName: 'str16',
    pPortName: 'str16',
    pDriverName: 'str16',
    pComment: 'str16',
    pLocation: 'str16',
    pDevMode: 'void *',
    pSepFile: 'str16',
    pPrintProcessor: 'str16',
    pDatatype: 'str16',
    pParameters: 'str16',
    pSecurityDescriptor: 'void *',
    Attributes: 'uint32',
    Priority: 'uint32',
    DefaultPriority: 'uint32',
    StartTime: 'uint32',
    UntilTime: 'uint32',
    Status: 'uint32',
    cJobs: 'uint32',
    AveragePPM: 'uint32',
  });
  const info4 = koffi.struct('PRINTER_INFO_4W', {
    pPrinterName: 'str16',
    pServerName: 'str16',
    Attributes: 'uint32',
  });
  const jobInfo = koffi.struct('JOB_INFO_1W', {
    JobId: 'uint32',
    pPrinterName: 'str16',
    pMachineName: 'str16',
    pUserName: 'str16',
    pDocument: 'str16',
    pDatatype: 'str16',
    pStatus: 'str16',
    Status: 'uint32',
    Priority: 'uint32',
    Position: 'uint32',
    TotalPages: 'uint32',
    PagesPrinted: 'uint32',
    Submitted: koffi.array('uint16', 8),
  });

  const lastError = kernel.func('uint32 __stdcall GetLastError()');
  const enumPrinters = spool.func(
    'int __stdcall EnumPrintersW(uint32 flags, str16 name, uint32 level, _Out_ uint8 *info, uint32 size, _Out_ uint32 *needed, _Out_ uint32 *count)',
  );
  const openPrinter = spool.func(
    'int __stdcall OpenPrinterW(str16 name, _Out_ void **printer, void *defaults)',
  );
  const closePrinter = spool.func('int __stdcall ClosePrinter(void *printer)');
  const getPrinter = spool.func(
    'int __stdcall GetPrinterW(void *printer, uint32 level, _Out_ uint8 *info, uint32 size, _Out_ uint32 *needed)',
  );
  const getDriver = spool.func(
    'int __stdcall GetPrinterDriverW(void *printer, str16 environment, uint32 level, _Out_ uint8 *info, uint32 size, _Out_ uint32 *needed)',
  );
  const startDoc = spool.func(
    'uint32 __stdcall StartDocPrinterW(void *printer, uint32 level, DOC_INFO_1W *info)',
  );
  const startPage = spool.func('int __stdcall StartPagePrinter(void *printer)');
  const writePrinter = spool.func(
    'int __stdcall WritePrinter(void *printer, const uint8 *bytes, uint32 size, _Out_ uint32 *written)',
  );
  const endPage = spool.func('int __stdcall EndPagePrinter(void *printer)');
  const endDoc = spool.func('int __stdcall EndDocPrinter(void *printer)');
  const abort = spool.func('int __stdcall AbortPrinter(void *printer)');
  const getJob = spool.func(
    'int __stdcall GetJobW(void *printer, uint32 job, uint32 level, _Out_ uint8 *info, uint32 size, _Out_ uint32 *needed)',
  );
  const setJob = spool.func(
    'int __stdcall SetJobW(void *printer, uint32 job, uint32 level, void *info, uint32 command)',
  );

  /** Zero means failed throughout winspool.h. */
  const must = (call: string, result: unknown): number => {
    if (typeof result === 'number' && result !== 0) return result;
    throw new SpoolerError(call, Number(lastError()));
  };

  const withPrinter = <T>(queue: string, work: (printer: unknown) => T): T => {
    const handle: unknown[] = [null];
    must('OpenPrinterW', openPrinter(queue, handle, null));
    try {
      return work(handle[0]);
    } finally {
      closePrinter(handle[0]);
    }
  };

  /** Asks for the size first, as every winspool call of this kind wants it. */
  const sized = (call: string, ask: (info: Buffer, size: number, needed: number[]) => unknown): Buffer => {
    const needed = [0];
    ask(Buffer.alloc(1), 0, needed);
    const size = needed[0] ?? 0;
    if (size === 0) throw new SpoolerError(call, Number(lastError()));
    const info = Buffer.alloc(size);
    must(call, ask(info, size, needed));
    return info;
  };

  return {
    list() {
      const needed = [0];
      const count = [0];
      enumPrinters(localAndConnected, null, 4, Buffer.alloc(1), 0, needed, count);
      if (needed[0] === 0) return [];
      const info = Buffer.alloc(needed[0] ?? 0);
      must('EnumPrintersW', enumPrinters(localAndConnected, null, 4, info, info.length, needed, count));
      const found: unknown = koffi.decode(info, info4, count[0] ?? 0);
      return Array.isArray(found) ? found.map((one: unknown) => textOf(one, 'pPrinterName')) : [];
    },

    printer(queue) {
      return withPrinter(queue, (printer) => {
        const info = sized('GetPrinterW', (buffer, size, needed) =>
          getPrinter(printer, 2, buffer, size, needed),
        );
        const facts: unknown = koffi.decode(info, info2);
        return {
          name: textOf(facts, 'pPrinterName'),
          port: textOf(facts, 'pPortName'),
          driver: textOf(facts, 'pDriverName'),
          driverVersion: driverVersion(printer),
          attributes: numberOf(facts, 'Attributes'),
          status: numberOf(facts, 'Status'),
        };
      });
    },

    print(queue, { name, datatype, bytes }, onJob) {
      withPrinter(queue, (printer) => {
        const info = { pDocName: name, pOutputFile: null, pDatatype: datatype };
        onJob(must('StartDocPrinterW', startDoc(printer, 1, info)));
        try {
          must('StartPagePrinter', startPage(printer));
          for (let at = 0; at < bytes.length;) {
            const chunk = bytes.subarray(at, at + writeBytes);
            const written = [0];
            must('WritePrinter', writePrinter(printer, chunk, chunk.length, written));
            if (written[0] === 0) throw new SpoolerError('WritePrinter', 0);
            at += written[0] ?? 0;
          }
          must('EndPagePrinter', endPage(printer));
          must('EndDocPrinter', endDoc(printer));
        } catch (error) {
          abort(printer);
          throw error;
        }
      });
    },

    jobStatus(queue, jobId) {
      return withPrinter(queue, (printer) => {
        try {
          const info = sized('GetJobW', (buffer, size, needed) =>
            getJob(printer, jobId, 1, buffer, size, needed),
          );
          return numberOf(koffi.decode(info, jobInfo), 'Status');
        } catch (error) {
          if (error instanceof SpoolerError && jobIsGone.has(error.code)) return null;
          throw error;
        }
      });
    },

    deleteJob(queue, jobId) {
      withPrinter(queue, (printer) => {
        must('SetJobW', setJob(printer, jobId, 0, null, deleteCommand));
      });
    },
  };

  function driverVersion(printer: unknown): number {
    try {
      // DRIVER_INFO_2 begins with cVersion.
      return sized('GetPrinterDriverW', (buffer, size, needed) =>
        getDriver(printer, null, 2, buffer, size, needed),
      ).readUInt32LE(0);
    } catch {
      return 0;
    }
  }
}

function textOf(struct: unknown, name: string): string {
  const value: unknown = typeof struct === 'object' && struct !== null ? Reflect.get(struct, name) : null;
  return typeof value === 'string' ? value : '';
}

function numberOf(struct: unknown, name: string): number {
  const value: unknown = typeof struct === 'object' && struct !== null ? Reflect.get(struct, name) : null;
  return typeof value === 'number' ? value : 0;
}
