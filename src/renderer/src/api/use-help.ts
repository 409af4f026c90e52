import type { Failure } from '../../../shared/result.ts';
import { useAction } from './use-action.ts';

/** The way to Microsoft's page about the number in a failure; null when it has none. The window never makes an address. */
export function useHelp(failure: Failure): { readonly number: number; readonly open: () => void } | null {
  const help = useAction('app.openHelp');
  const { aadsts } = failure.facts;
  if (typeof aadsts !== 'number' || !Number.isInteger(aadsts) || aadsts < 1) return null;
  return { number: aadsts, open: () => void help.run({ aadsts }) };
}
