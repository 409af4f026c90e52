import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { Modal } from '../../components/modal.tsx';
import { useId, useState } from 'react';
import type { JobView } from '../../../../shared/printing/job.ts';
import { useStation } from '../../api/station-context.tsx';
import { useAction } from '../../api/use-action.ts';
import { Button } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import css from './cancel-dialog.module.css';
import { useFailureWords, useWords } from '../../text/use-words.tsx';

interface CancelDialogProps {
  readonly job: JobView;
  /** The operation to put away with it; null while a PIN of it still has to reach the holder. */
  readonly intentId: string | null;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Reasons as they stand in the audit trail; codes, so that they read the same in every language. */
const reasons = ['not-needed', 'wrong-person', 'paper-spoiled', 'other'] as const;

/** Cancelling says what it does and what it does not: the code itself lives on in the directory. */
export function CancelDialog({ job, intentId, onClose, onChanged }: CancelDialogProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const words = text.queue.cancelDialog;
  const station = useStation();
  const cancel = useAction('jobs.cancel');
  const [reason, setReason] = useState<string>(reasons[0]);
  const labelId = useId();
  const confirm = async () => {
    const reply = await cancel.run({ jobId: job.id, note: reason });
    // Without its badge there is nothing left of it to do. If this does not work, the queue offers it again.
    if (reply?.ok === true && intentId !== null) await station.call('issue.dismiss', { intentId });
    onChanged();
    if (reply?.ok === true) onClose();
  };
  return (
    <Modal open modalType="alert" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title(job.holderName)}</DialogTitle>
          <DialogContent>
            <p>{words.what}</p>
            <strong id={labelId}>{words.reason}</strong>
            <RadioGroup
              aria-labelledby={labelId}
              className={css['reasons'] ?? ''}
              value={reason}
              onChange={(_event, data) => setReason(data.value)}
            >
              {reasons.map((name) => (
                <Radio key={name} value={name} label={words.reasons[name]} />
              ))}
            </RadioGroup>
            {cancel.failure !== null && <Message {...say(cancel.failure)} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => void confirm()} isBusy={cancel.isBusy}>
              {words.confirm}
            </Button>
            <Button onClick={onClose}>{words.keep}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Modal>
  );
}
