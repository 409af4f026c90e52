import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { Modal } from '../components/modal.tsx';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import type { EventName } from '../../../shared/ipc/contract.ts';
import { useStation } from '../api/station-context.tsx';
import { useReading } from '../api/use-reading.ts';
import { Button } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import css from './practice-browser.module.css';

const noEvents: readonly EventName[] = [];

interface PracticeBrowserProps {
  /** Closed by this and never by being taken away: Fluent UI would leave the page behind hidden from screen readers. */
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Stands in for Microsoft's sign-in page in practice mode, and says so. Closing it is what closing a browser tab is. */
export function PracticeBrowser({ isOpen, onClose }: PracticeBrowserProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const { practiceBrowser, practice, loading } = text.shell;
  const station = useStation();
  const { reply } = useReading('practice.operators', noEvents, isOpen);
  const close = () => {
    onClose();
    void station.call('practice.closeBrowser', {});
  };
  const choose = (operatorId: string) => {
    onClose();
    void station.call('practice.choose', { operatorId });
  };
  return (
    <Modal open={isOpen} onOpenChange={(_event, data) => !data.open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            <span className={css['title']}>
              {practiceBrowser.title}
              <span className={css['marker']}>
                <BeakerRegular aria-hidden />
                {practice.marker}
              </span>
            </span>
          </DialogTitle>
          <DialogContent>
            <p>{practiceBrowser.what}</p>
            <h3 className={css['choose']}>{practiceBrowser.choose}</h3>
            {reply === null && <p>{loading}</p>}
            {reply?.ok === false && <Message {...say(reply.failure)} />}
            {reply?.ok === true && (
              <ul className={css['list']}>
                {reply.value.map((operator) => (
                  <li key={operator.id}>
                    <button type="button" className={css['operator']} onClick={() => choose(operator.id)}>
                      <span className={css['name']}>{operator.name}</span>
                      <span className={css['more']}>
                        {operator.username} · {operator.role}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{practiceBrowser.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Modal>
  );
}
