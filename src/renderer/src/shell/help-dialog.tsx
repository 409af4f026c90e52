import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { Modal } from '../components/modal.tsx';
import { Button } from '../components/buttons.tsx';
import { useWords } from '../text/use-words.tsx';
import css from './help-dialog.module.css';

const rows = [
  { keys: ['F3', 'Ctrl + K'], what: 'find' },
  { keys: ['Enter'], what: 'primary' },
  { keys: ['Esc'], what: 'back' },
  { keys: ['F9'], what: 'verify' },
  { keys: ['Ctrl + J'], what: 'queue' },
  { keys: ['Ctrl + B'], what: 'batch' },
  { keys: ['Ctrl + H'], what: 'history' },
  { keys: ['Ctrl + P'], what: 'printers' },
  { keys: ['Space'], what: 'reveal' },
  { keys: ['Ctrl + L'], what: 'lock' },
  { keys: ['F1'], what: 'help' },
] as const;

/** The keys of the window. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { text } = useWords();
  const { help, general } = text.shell;
  return (
    <Modal open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{help.title}</DialogTitle>
          {/* In a small window it scrolls, and a keyboard has to reach that. */}
          <DialogContent tabIndex={0}>
            <dl className={css['rows']}>
              {rows.map(({ keys, what }) => (
                <div key={what} className={css['row']}>
                  <dt className={css['keys']} dir="ltr">
                    {keys.map((key) => (
                      <kbd key={key} className={css['key']}>
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd className={css['what']}>{what === 'batch' ? text.batch.key : help.keys[what]}</dd>
                </div>
              ))}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{general.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Modal>
  );
}
