import type { DeviceCodeView } from '../../../../shared/ipc/views.ts';
import { useAnnouncement } from '../../components/announcer.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { useNow } from '../../text/use-now.ts';
import { useWords } from '../../text/use-words.tsx';
import css from './device-code.module.css';

/**
 * Address and code to type on another device, large enough to be read from there. Nothing here is a link or copies: what
 * has to be typed elsewhere is of no use in this computer's clipboard.
 */
export function DeviceCode({ shown }: { readonly shown: DeviceCodeView | null }) {
  const { text, format } = useWords();
  const now = useNow();
  const words = text.people.byCode;
  // Read out letter by letter: a code said as a word or a number cannot be typed.
  const spelled = shown === null ? null : shown.code.split('').join(' ');
  useAnnouncement(shown === null ? null : `${words.address}: ${shown.address}. ${words.code}: ${spelled}.`);
  if (shown === null) return <StatusPanel tone="working" title={words.preparing} />;
  return (
    <div className={css['box']}>
      <div>
        <p className={css['label']}>{words.address}</p>
        <p dir="ltr" className={css['address']}>
          {shown.address}
        </p>
      </div>
      <div>
        <p className={css['label']}>{words.code}</p>
        <p dir="ltr" className={css['code']} data-device-code>
          {shown.code}
        </p>
      </div>
      <p className={css['until']}>{words.until(format.shortTime(shown.expiresAt, now))}</p>
    </div>
  );
}
