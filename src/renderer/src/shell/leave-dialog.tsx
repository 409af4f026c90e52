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

interface LeaveDialogProps {
  readonly holderName: string;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Going to somebody else is said aloud while the station is bound to a holder. Nothing is lost either way. */
export function LeaveDialog({ holderName, onStay, onLeave }: LeaveDialogProps) {
  const { text } = useWords();
  const { leave } = text.shell;
  return (
    <Modal open onOpenChange={(_event, data) => !data.open && onStay()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{leave.title(holderName)}</DialogTitle>
          <DialogContent>{leave.what}</DialogContent>
          <DialogActions>
            <Button onClick={onStay}>{leave.stay}</Button>
            <Button onClick={onLeave}>{leave.leave}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Modal>
  );
}
