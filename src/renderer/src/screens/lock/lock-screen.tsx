import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { useEffect, useRef } from 'react';
import type { LockView } from '../../../../shared/ipc/lock.ts';
import type { AppSnapshot } from '../../../../shared/ipc/views.ts';
import { useAction } from '../../api/use-action.ts';
import { useOnline } from '../../api/use-online.ts';
import { useStation } from '../../api/station-context.tsx';
import { useAnnouncement } from '../../components/announcer.tsx';
import { Button, PrimaryButton, QuietButton } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import css from './lock-screen.module.css';

interface LockScreenProps {
  readonly lock: LockView;
  readonly snapshot: AppSnapshot;
  /** Opens the practice page again after it was closed; null outside of practice mode. */
  readonly onPracticePage: (() => void) | null;
}

/** All there is of a locked station. It takes the place of every screen, so that nothing of them is left in the page. */
export function LockScreen({ lock, snapshot, onPracticePage }: LockScreenProps) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const station = useStation();
  const unlock = useAction('lock.unlock');
  const isOnline = useOnline();
  const words = text.lock;
  const page = useRef<HTMLElement>(null);
  useAnnouncement(`${words.title}. ${words.whys[lock.why]}`, 'assertive');
  // Where it was focused there is nothing any more; Enter or the space bar begins to unlock.
  useEffect(() => page.current?.querySelector<HTMLButtonElement>('[data-primary]')?.focus(), []);
  const { signIn, general, product, practice } = text.shell;
  const isWaiting = unlock.isBusy || snapshot.signingIn;
  const open = (someoneElse: boolean) => {
    unlock.forget();
    void unlock.run({ someoneElse });
  };
  return (
    <main ref={page} className={css['page']}>
      <p className={css['brand']}>
        {product}
        {snapshot.siteName !== '' && <bdi className={css['site']}>{snapshot.siteName}</bdi>}
        {snapshot.practice && (
          <span className={css['practice']}>
            <BeakerRegular aria-hidden />
            {practice.marker}
          </span>
        )}
      </p>
      <section className={css['box']} aria-labelledby="lock-title">
        <LockClosedRegular aria-hidden className={css['icon'] ?? ''} />
        <h1 id="lock-title" className={css['title']}>
          {words.title}
        </h1>
        <p className={css['what']}>
          {words.since(format.dateTime(lock.since))} {words.whys[lock.why]}
        </p>
        {lock.operatorName !== '' && <p className={css['who']}>{words.who(lock.operatorName)}</p>}
        <Counts lock={lock} />
        {unlock.failure !== null && !isWaiting && (
          <Message
            {...say(unlock.failure)}
            tone={unlock.failure.code === 'sign-in-cancelled' ? 'info' : 'warning'}
          />
        )}
        {!isOnline && !snapshot.practice && <p className={css['what']}>{words.needsConnection}</p>}
        {isWaiting ? (
          <>
            <output className={css['what']}>
              {snapshot.practice ? signIn.practiceWaiting : signIn.waitingWhat}
            </output>
            <div className={css['buttons']}>
              <Button onClick={() => void station.call('session.cancel', {})}>{general.cancel}</Button>
              {onPracticePage !== null && (
                <Button onClick={onPracticePage}>{signIn.practiceOpenAgain}</Button>
              )}
            </div>
          </>
        ) : (
          <div className={css['buttons']}>
            <PrimaryButton onClick={() => open(false)}>{words.unlock}</PrimaryButton>
            <QuietButton onClick={() => open(true)}>{words.someoneElse}</QuietButton>
          </div>
        )}
        {!isWaiting && <p className={css['hint']}>{words.unlockHint}</p>}
      </section>
    </main>
  );
}

/** How much goes on and how much waits, without a name. */
function Counts({ lock }: { readonly lock: LockView }) {
  const { text, format } = useWords();
  const words = text.lock;
  const { printing, waiting } = lock;
  if (printing === 0 && waiting === 0) return <p className={css['what']}>{words.quiet}</p>;
  return (
    <ul className={css['counts']}>
      {printing > 0 && (
        <li>
          {words.printing(format.count(printing))} {words.goesOn}
        </li>
      )}
      {waiting > 0 && <li>{words.waiting(format.count(waiting))}</li>}
    </ul>
  );
}
