import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { Modal } from '../components/modal.tsx';
import { useFailureWords, useWords } from '../text/use-words.tsx';

/** The question before the old key is given up. */
export function RenewSealDialog({ onClose }: { readonly onClose: () => void }) {
  const { text } = useWords();
  const say = useFailureWords();
  const words = text.storage.seal;
  const renew = useAction('storage.renewSeal');
  const confirm = async () => {
    const reply = await renew.run({});
    if (reply?.ok === true) onClose();
  };
  return (
    <Modal open modalType="alert" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.question}</DialogTitle>
          <DialogContent>
            <p>{words.means}</p>
            <p>{words.afterwards}</p>
            {renew.failure !== null && <Message {...say(renew.failure)} />}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={() => void confirm()} isBusy={renew.isBusy}>
              {words.confirm}
            </Button>
            <Button onClick={onClose}>{words.keep}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Modal>
  );
}
