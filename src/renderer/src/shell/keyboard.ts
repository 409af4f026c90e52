import { useEffect, useEffectEvent } from 'react';

/** What the keys of the whole window do. None is a bare letter (WCAG 2.2, 2.1.4), and none destroys anything. */
export interface KeyActions {
  readonly find: () => void;
  readonly queue: () => void;
  readonly history: () => void;
  readonly batch: () => void;
  readonly printers: () => void;
  readonly verify: () => void;
  readonly back: () => void;
  readonly help: () => void;
  readonly lock: () => void;
}

export type KeyName = keyof KeyActions | 'primary';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const withControl: Readonly<Record<string, KeyName>> = {
  k: 'find',
  j: 'queue',
  h: 'history',
  b: 'batch',
  p: 'printers',
  l: 'lock',
};

/** The meaning of a key press; null = none of ours. Command counts as Control, for macOS. */
export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): KeyName | null {
  if (altKey || shiftKey) return null;
  if (ctrlKey || metaKey) {
    return withControl[key.toLowerCase()] ?? null;
  }
  switch (key) {
    case 'F1':
      return 'help';
    case 'F3':
      return 'find';
    case 'F9':
      return 'verify';
    case 'Escape':
      return 'back';
    case 'Enter':
      return 'primary';
    default:
      return null;
  }
}

/** Controls that answer Enter themselves. Radio buttons and number fields do not: there Enter means the main button. */
const ownsEnter =
  'button, a, summary, select, textarea, [role="combobox"], [role="menuitem"], [contenteditable]';
/** Dialogs and menus keep all keys to themselves. */
const overlay = '[aria-modal="true"], [role="menu"]';

/** Listens to the keys of the window. */
export function useKeyMap(actions: KeyActions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const name = keyName(event);
    if (name === null || event.defaultPrevented || event.isComposing || event.repeat) return;
    // Locking waits for nothing: somebody is walking away.
    if (name !== 'lock' && document.querySelector(overlay) !== null) return;
    if (name === 'primary') {
      if (event.target instanceof Element && event.target.closest(ownsEnter) !== null) return;
      const button = document.querySelector<HTMLButtonElement>('main [data-primary]');
      if (button === null) return;
      event.preventDefault();
      button.click();
      return;
    }
    // Escape keeps its meaning for the field that has the focus.
    if (name !== 'back') event.preventDefault();
    actions[name]();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
