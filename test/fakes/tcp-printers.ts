/** Simulated printers on real sockets. Nothing here needs a test runner, so harnesses and end-to-end tests use them too. */
export { EscposPrinterSim, type EscposScript } from './printers/escpos-sim.ts';
export { FullBacklog } from './printers/full-backlog.ts';
export { PolledPrinterSim, type PolledScript } from './printers/polled-sim.ts';
export { ZplPrinterSim, type ZplMoment, type ZplScript } from './printers/zpl-sim.ts';
export type { LineScript } from './printers/sim-server.ts';
