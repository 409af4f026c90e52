import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Select,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useAction } from '../../api/use-action.ts';
import { Button } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Modal } from '../../components/modal.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import type { SetPrinter } from './use-setup.ts';

interface RemoveDialogProps {
  readonly printer: SetPrinter;
  readonly printers: readonly SetPrinter[];
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Asks before a printer goes, and what becomes of the badges that wait for it. */
export function RemoveDialog({ printer: { view, setup }, printers, onClose, onRemoved }: RemoveDialogProps) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const words = text.printers.removeDialog;
  const remove = useAction('printerSetup.remove');
  const [moveTo, setMoveTo] = useState('');
  const others = printers.filter((other) => other.view.id !== view.id);
  const refused = remove.failure?.code === 'printer-in-use' ? remove.failure.facts : null;
  const hasWaiting = setup.waiting > 0 || refused !== null;
  const isBlocked = hasWaiting && moveTo === '';
  const count = (fact: string): string => format.number(Number(refused?.[fact] ?? 0));
  const confirm = () =>
    void remove
      .run({ printerId: view.id, moveTo: hasWaiting && moveTo !== '' ? moveTo : null })
      .then((reply) => reply?.ok === true && onRemoved());
  return (
    <Modal open modalType="alert" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title(view.name)}</DialogTitle>
          <DialogContent>
            <p>{words.what}</p>
            {hasWaiting && (
              <>
                <p>
                  <strong>{words.waits(format.count(setup.waiting))}</strong>
                </p>
                {others.length === 0 ? (
                  <p>{words.noOther}</p>
                ) : (
                  <Field label={words.moveTo}>
                    <Select size="large" value={moveTo} onChange={(_event, { value }) => setMoveTo(value)}>
                      <option value="">{words.choose}</option>
                      {others.map((other) => (
                        <option key={other.view.id} value={other.view.id}>
                          {`${other.view.name} – ${text.shell.printer.moods[other.view.mood]}`}
                        </option>
                      ))}
                    </Select>
                  </Field>
                )}
              </>
            )}
            {remove.failure !== null && (
              <Message {...say(remove.failure)}>
                {refused === null ? undefined : words.held(count('waiting'), count('unsure'), count('slips'))}
              </Message>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={confirm} isBusy={remove.isBusy} isDisabled={isBlocked}>
              {text.printers.remove}
            </Button>
            <Button onClick={onClose}>{words.keep}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Modal>
  );
}
