import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { Modal } from '../components/modal.tsx';
import type { AppSnapshot } from '../../../shared/ipc/views.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/buttons.tsx';
import { useWords } from '../text/use-words.tsx';

interface SigningInDialogProps {
  readonly snapshot: AppSnapshot;
  /** Opens the practice page again after it was closed; null outside of practice mode. */
  readonly onPracticePage: (() => void) | null;
}

/** A sign-in while somebody is signed in: a switch of operator, or Microsoft wants to see them again. Work stays as it is. */
export function SigningInDialog({ snapshot, onPracticePage }: SigningInDialogProps) {
  const { text } = useWords();
  const words = text.shell.signIn;
  const cancel = useAction('session.cancel');
  return (
    <Modal open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.waitingTitle}</DialogTitle>
          <DialogContent>{snapshot.practice ? words.practiceWaiting : words.waitingWhat}</DialogContent>
          <DialogActions>
            {onPracticePage !== null && <Button onClick={onPracticePage}>{words.practiceOpenAgain}</Button>}
            <Button onClick={() => void cancel.run({})} isBusy={cancel.isBusy}>
              {text.shell.general.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Modal>
  );
}
