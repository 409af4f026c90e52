import { Spinner } from '@fluentui/react-components';
import { Camera24Regular } from '@fluentui/react-icons/svg/camera';
import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CameraPurpose } from '../../../shared/ipc/camera.ts';
import { useAnnouncement } from '../components/announcer.tsx';
import { Button, QuietButton } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { useWords } from '../text/use-words.tsx';
import css from './camera-reader.module.css';
import { CameraSettings } from './camera-settings.tsx';
import { lend } from './lend.ts';
import { cameraMemory } from './memory.ts';
import { useCamera } from './use-camera.ts';

interface CameraReaderProps {
  /** What main is told the camera is for. */
  readonly purpose: CameraPurpose;
  /** Two codes in one picture are refused with a hint: for badges, where nobody could say which one was meant. */
  readonly single?: boolean;
  /** Called when a person switched the camera on or off; without it the focus goes to the reader. */
  readonly onTurned?: () => void;
  /** What to hold before the camera. */
  readonly prompt: string;
  /**
   * Gets the bytes of each code once when it comes into the picture. Must not keep them: they are overwritten as soon
   * as it returns.
   */
  readonly onCode: (code: Uint8Array) => void;
}

/**
 * Reads QR codes from paper with a camera: paper in, bytes out. Knows nothing of badges, jobs or test pages. While it is
 * shown it can be switched on; when it goes, the camera goes.
 *
 * SECURITY: camera-codes (docs/security.md). What is read is never shown, never kept and never logged.
 */
export function CameraReader({ purpose, single = false, prompt, onTurned, onCode }: CameraReaderProps) {
  const { text } = useWords();
  const words = text.camera;
  const video = useRef<HTMLVideoElement>(null);
  const id = useId();
  const [isMirrored, setMirrored] = useState(cameraMemory.isMirrored);
  const camera = useCamera({
    purpose,
    single,
    video,
    onCode: (code) => lend(code, onCode),
  });
  const reader = useRef<HTMLElement>(null);
  // The button that was pressed goes away, and the focus with it.
  const turn = (isOn: boolean) => {
    flushSync(() => camera.turn(isOn));
    if (onTurned === undefined) reader.current?.focus();
    else onTurned();
  };
  const { state, hint } = camera;
  const isLive = state.kind === 'live';
  const said = hint === null ? null : words.hints[hint];
  useAnnouncement(said === null ? (isLive ? prompt : null) : `${said.what} ${said.next}`);
  if (!camera.isOn) {
    return (
      <section ref={reader} tabIndex={-1} aria-label={words.picture} data-camera="off" className={css['off']}>
        <Button icon={<Camera24Regular />} onClick={() => turn(true)} describedBy={`${id}stays`}>
          {words.use}
        </Button>
        <span id={`${id}stays`} className={css['stays']}>
          {words.stays}
        </span>
      </section>
    );
  }
  const turned = isMirrored ?? (isLive && !looksAway(state.stream));
  return (
    <section
      ref={reader}
      tabIndex={-1}
      data-camera={state.kind}
      aria-label={words.picture}
      className={css['reader']}
    >
      {state.kind === 'trouble' && (
        <Message text={words.troubles[state.trouble]}>
          <Button onClick={camera.again}>{words.again}</Button>
        </Message>
      )}
      <div className={`${css['frame']} ${state.kind === 'trouble' ? css['away'] : ''}`}>
        <video
          ref={video}
          muted
          playsInline
          aria-label={words.picture}
          className={`${css['video']} ${turned ? css['mirrored'] : ''}`}
        />
        {!isLive && (
          <div className={css['starting']}>
            <Spinner label={words.starting} />
          </div>
        )}
      </div>
      {isLive && (
        <p className={`${css['status']} ${said === null ? '' : css['hint']}`}>
          {said === null ? (
            prompt
          ) : (
            <>
              <strong>{said.what}</strong> {said.next}
            </>
          )}
        </p>
      )}
      <div className={css['controls']}>
        {isLive && (
          <CameraSettings
            cameras={state.cameras}
            chosen={camera.cameraId ?? state.stream.getVideoTracks()[0]?.getSettings().deviceId ?? null}
            onChoose={camera.choose}
            isMirrored={turned}
            onMirrored={(next) => {
              cameraMemory.isMirrored = next;
              setMirrored(next);
            }}
          />
        )}
        <QuietButton onClick={() => turn(false)}>
          {state.kind === 'trouble' ? words.without : words.stop}
        </QuietButton>
      </div>
    </section>
  );
}

/** Whether the camera looks away from the operator, as a tablet's back camera does: its picture is not mirrored. */
function looksAway(stream: MediaStream): boolean {
  return stream.getVideoTracks()[0]?.getSettings().facingMode === 'environment';
}
