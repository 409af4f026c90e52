import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef } from 'react';

type Announce = (text: string, urgency?: 'polite' | 'assertive') => void;

const AnnounceContext = createContext<Announce>(() => {});

/** The live regions of the window: what changes without the operator's doing is read out once. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const polite = useRef<HTMLOutputElement>(null);
  const assertive = useRef<HTMLDivElement>(null);
  const announce = useCallback<Announce>((text, urgency = 'polite') => {
    const region = (urgency === 'polite' ? polite : assertive).current;
    if (region === null) return;
    // The same sentence twice running would be no change and would not be read; a trailing blank makes it one.
    region.textContent = region.textContent === text ? `${text}\u00A0` : text;
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <output ref={polite} aria-live="polite" className="visually-hidden" />
      <div ref={assertive} role="alert" aria-live="assertive" className="visually-hidden" />
    </AnnounceContext.Provider>
  );
}

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** Reads a sentence out when it comes up and whenever it changes; null says nothing. */
export function useAnnouncement(text: string | null, urgency: 'polite' | 'assertive' = 'polite'): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (text !== null) announce(text, urgency);
  }, [announce, text, urgency]);
}
