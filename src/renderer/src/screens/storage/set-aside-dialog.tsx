import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { EventName } from '../../../../shared/ipc/contract.ts';
import { useAction } from '../../api/use-action.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Modal } from '../../components/modal.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import { DamageWords } from './damage-words.tsx';

const noEvents: readonly EventName[] = [];

/** The question before a damaged queue is put aside: what goes with it, who was not finished, what to look up. */
export function SetAsideDialog({ onClose }: { readonly onClose: () => void }) {
  const { text } = useWords();
  const say = useFailureWords();
  const words = text.storage.aside;
  const damage = useReading('storage.damage', noEvents);
  const reopen = useAction('storage.reopen');
  const confirm = async () => {
    const reply = await reopen.run({ setAside: true });
    if (reply?.ok === true) onClose();
  };
  return (
    <Modal open modalType="alert" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          {/* With many names it scrolls, and a keyboard has to reach that. */}
          <DialogContent tabIndex={0}>
            <p>{words.what}</p>
            <p>{words.lost}</p>
            {damage.reply === null && <p>{words.reading}</p>}
            {damage.reply?.ok === true && <DamageWords damage={damage.reply.value} />}
            {reopen.failure !== null && <Message {...say(reopen.failure)} />}
          </DialogContent>
          <DialogActions fluid>
            {/* Not before it was said what goes with it. */}
            <Button
              onClick={() => void confirm()}
              isBusy={reopen.isBusy}
              isDisabled={damage.reply?.ok !== true}
            >
              {words.confirm}
            </Button>
            <Button onClick={onClose}>{words.keep}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Modal>
  );
}
