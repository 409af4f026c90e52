import { useEffect, useState } from 'react';
import { useStation } from '../api/station-context.tsx';

/** The holder's photo as an address inside this window; null while there is none. Given back when no longer shown. */
export function usePhoto(holderId: string): string | null {
  const station = useStation();
  const [photo, setPhoto] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    let address: string | null = null;
    void station.call('holders.photo', { holderId }).then((reply) => {
      if (!isCurrent || !reply.ok || reply.value === null) return;
      address = URL.createObjectURL(new Blob([new Uint8Array(reply.value)]));
      setPhoto(address);
    });
    return () => {
      isCurrent = false;
      setPhoto(null);
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [station, holderId]);
  return photo;
}
