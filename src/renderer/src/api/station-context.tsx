import { createContext, useContext } from 'react';
import type { Station } from './station.ts';

const StationContext = createContext<Station | null>(null);

/** Gives the parts of the window their way to main. */
export const StationProvider = StationContext.Provider;

export function useStation(): Station {
  const station = useContext(StationContext);
  if (station === null) throw new Error('useStation outside of StationProvider');
  return station;
}
