import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(prefers-color-scheme: dark)');

/** Dark or light, as the system asks for; follows a change at once. */
export function useScheme(): 'dark' | 'light' {
  const isDark = useSyncExternalStore(subscribe, () => query.matches);
  return isDark ? 'dark' : 'light';
}

function subscribe(onChange: () => void): () => void {
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
