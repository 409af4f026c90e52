import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { ScanQrCode24Regular } from '@fluentui/react-icons/svg/scan-qr-code';
import { useWords } from '../text/use-words.tsx';
import { burstEndMs, lateEndMs, ScanBuffer } from './scan-buffer.ts';
import css from './scan-field.module.css';

interface ScanFieldProps {
  /** Gets one whole scan, once. Must not keep it. */
  readonly onScan: (scanned: string) => void;
}

/**
 * The armed field for a scanner that types like a keyboard, or for a paste.
 *
 * SECURITY: scanned-codes (docs/security.md). What comes in is a sign-in code. It is taken before it reaches the field, so it is never in the page, in
 * React's state or in the undo list; only its length is shown.
 */
export function ScanField({ onScan }: ScanFieldProps) {
  const { text, format } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [count, setCount] = useState(0);
  const [isArmed, setArmed] = useState(false);
  const id = useId();
  const finish = useEffectEvent(onScan);

  useEffect(() => {
    const input = field.current;
    if (input === null) return undefined;
    input.focus();
    return collectScans(input, setCount, (scanned) => finish(scanned));
  }, []);

  const { verify } = text.finish;
  const status = count > 0 ? verify.received(format.count(count)) : isArmed ? verify.armed : verify.notArmed;
  return (
    <div className={css['field']}>
      <label htmlFor={id} className={css['label']}>
        {verify.field}
      </label>
      <div className={`${css['box']} ${isArmed ? css['armed'] : ''}`}>
        <ScanQrCode24Regular aria-hidden className={css['icon'] ?? ''} />
        <span aria-hidden className={css['status']}>
          {status}
        </span>
        <input
          ref={field}
          id={id}
          // A password field, so that nothing else (spelling, autofill, an input method) looks at it either.
          type="password"
          autoComplete="off"
          className={css['input']}
          aria-describedby={`${id}status ${id}paste`}
          onFocus={() => setArmed(true)}
          onBlur={() => setArmed(false)}
        />
      </div>
      <span id={`${id}status`} className="visually-hidden">
        {verify.armed}
      </span>
      <span id={`${id}paste`} className={css['hint']}>
        {verify.paste}
      </span>
    </div>
  );
}

/** Reads everything that is put into the field, before it shows; returns the way to stop. */
function collectScans(
  input: HTMLInputElement,
  onCount: (count: number) => void,
  onScan: (scanned: string) => void,
): () => void {
  const buffer = new ScanBuffer();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    const scanned = buffer.take();
    onCount(0);
    if (scanned !== null) onScan(scanned);
  };
  const add = (typed: string) => {
    buffer.push(typed, performance.now());
    onCount(buffer.length);
    clearTimeout(timer);
    if (!buffer.isBurst) return;
    timer = setTimeout(() => {
      end();
      swallowLateEnd();
    }, burstEndMs);
  };
  const stop = new AbortController();
  const on = { signal: stop.signal };
  input.addEventListener(
    'beforeinput',
    (event) => {
      // An input method composes over several events; its text is taken from the field when it has settled.
      if (event.isComposing || event.inputType === 'insertFromPaste') return;
      event.preventDefault();
      if (event.data !== null) add(event.data);
    },
    on,
  );
  // Whatever found another way into the field (an input method, a test, an accessibility tool).
  const empty = () => {
    const { value } = input;
    input.value = '';
    if (value !== '') add(value);
  };
  input.addEventListener(
    'input',
    (event) => !(event instanceof InputEvent && event.isComposing) && empty(),
    on,
  );
  input.addEventListener('compositionend', empty, on);
  input.addEventListener(
    'paste',
    (event) => {
      event.preventDefault();
      add(event.clipboardData?.getData('text') ?? '');
      end();
    },
    on,
  );
  input.addEventListener(
    'keydown',
    (event) => {
      // Scanners send line feed as Ctrl+J and carriage return as Ctrl+M; that must not open the queue.
      const isControlEnd = event.ctrlKey && (event.key === 'j' || event.key === 'm');
      const isEnd = event.key === 'Enter' || event.key === 'Tab' || isControlEnd;
      if (!isEnd || buffer.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      end();
    },
    on,
  );
  window.addEventListener('keydown', (event) => catchScan(input, event), { ...on, capture: true });
  return () => {
    stop.abort();
    clearTimeout(timer);
    buffer.clear();
    input.value = '';
  };
}

/**
 * A scan that begins while a button has the focus goes to the field all the same: its letters mean nothing to a button,
 * but its closing Enter would press it, "Skip the scan" as well. The letter itself follows the focus.
 */
function catchScan(input: HTMLInputElement, event: KeyboardEvent): void {
  const isLetter = event.key.length === 1 && event.key !== ' ';
  if (!isLetter || event.ctrlKey || event.altKey || event.metaKey) return;
  const { target } = event;
  const isElsewhere =
    target instanceof Element && target.closest('input, select, textarea, [role=dialog]') !== null;
  if (target !== input && !isElsewhere) input.focus();
}

/** The Enter of a scan that was over already must not press the next screen's main button. */
function swallowLateEnd(): void {
  const stop = new AbortController();
  const onKey = (event: KeyboardEvent) => {
    stop.abort();
    if (event.key !== 'Enter' && event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal: stop.signal });
  setTimeout(() => stop.abort(), lateEndMs);
}
