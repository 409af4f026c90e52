import { useEffect, useEffectEvent } from 'react';
import type { EventName, Events } from '../../../shared/ipc/contract.ts';
import { useStation } from './station-context.tsx';

/** Calls `listener` on each event from main while the component is shown. */
export function useStationEvent<E extends EventName>(event: E, listener: (detail: Events[E]) => void): void {
  const station = useStation();
  const onEvent = useEffectEvent(listener);
  useEffect(() => station.on(event, (detail) => onEvent(detail)), [station, event]);
}
