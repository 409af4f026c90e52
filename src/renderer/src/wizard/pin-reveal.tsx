import { Button as FluentButton } from '@fluentui/react-components';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useId,
  useState,
  useSyncExternalStore,
} from 'react';
import { useStation } from '../api/station-context.tsx';
import { useAnnouncement } from '../components/announcer.tsx';
import { Button } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import { PinHolder } from './pin-holder.ts';
import css from './pin-reveal.module.css';

interface PinRevealProps {
  readonly intentId: string;
  readonly title: string;
  readonly onRevealed: () => void;
}

/**
 * Shows the PIN while a button is held, by finger, mouse or space bar; for people who cannot hold, a second button
 * shows it for half a minute. It goes when it is let go, when the window loses the focus or is hidden, and at the end.
 */
export function PinReveal({ intentId, title, onRevealed }: PinRevealProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const { handOver } = text.finish;
  const station = useStation();
  const [holder] = useState(() => new PinHolder(station, intentId));
  const state = useSyncExternalStore(holder.subscribe, holder.state);
  const [isToggled, setToggled] = useState(false);
  const hintId = useId();
  const isShown = state.kind === 'shown';
  useAnnouncement(isShown ? handOver.shown : null);

  const hide = () => {
    setToggled(false);
    holder.hide();
  };
  const hideNow = useEffectEvent(hide);
  useEffect(() => {
    const onLeave = () => hideNow();
    window.addEventListener('blur', onLeave);
    document.addEventListener('visibilitychange', onLeave);
    return () => {
      window.removeEventListener('blur', onLeave);
      document.removeEventListener('visibilitychange', onLeave);
      holder.hide();
    };
  }, [holder]);

  const show = () => void holder.show().then((wasShown) => wasShown && onRevealed());
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    // The release counts wherever the finger is by then.
    event.currentTarget.setPointerCapture(event.pointerId);
    show();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) show();
  };

  return (
    <section aria-label={title} className={css['box']}>
      <h2 className={css['title']}>{title}</h2>
      <p className={css['what']}>{handOver.pinWhat}</p>
      {/* Copying would leave it in the clipboard. */}
      <div className={css['window']} onCopy={(event) => event.preventDefault()}>
        {isShown ? (
          <output dir="ltr" className={css['pin']}>
            {inGroups(state.pin)}
          </output>
        ) : (
          <span className={css['hidden']}>{handOver.hidden}</span>
        )}
      </div>
      {state.kind === 'hidden' && state.failure !== null && <Message {...say(state.failure)} />}
      <div className={css['buttons']}>
        <FluentButton
          size="large"
          icon={<EyeRegular />}
          className={css['hold'] ?? ''}
          aria-describedby={hintId}
          onPointerDown={onPointerDown}
          onPointerUp={hide}
          onPointerCancel={hide}
          onLostPointerCapture={hide}
          onKeyDown={onKeyDown}
          onKeyUp={(event: KeyboardEvent) => event.key === ' ' && hide()}
          onBlur={() => !isToggled && hide()}
          onContextMenu={(event) => event.preventDefault()}
        >
          {handOver.hold}
        </FluentButton>
        <Button
          onClick={() => {
            if (isToggled) return hide();
            setToggled(true);
            show();
          }}
        >
          {isToggled && state.kind !== 'hidden' ? handOver.hide : handOver.toggle}
        </Button>
      </div>
      <p id={hintId} className={css['what']}>
        {handOver.holdKeys}
      </p>
    </section>
  );
}

/** Digits in fours, as people read them. The gaps are drawn, so that nothing but digits is in the text. */
function inGroups(pin: string) {
  const groups = pin.match(/.{1,4}/gu) ?? [];
  return groups.map((group, place) => (
    // A PIN never changes while it is shown, so its place is a fine key.
    // eslint-disable-next-line react/no-array-index-key -- see above
    <span key={place}>{group}</span>
  ));
}
