import type { CameraText } from './en/camera.ts';
import type { ElsewhereText } from './en/elsewhere.ts';
import type { FinishText } from './en/finish.ts';
import type { LockText } from './en/lock.ts';
import type { HistoryText } from './en/history.ts';
import type { PeopleText } from './en/people.ts';
import type { PrintersText } from './en/printers.ts';
import type { QueueText } from './en/queue.ts';
import type { RolesText } from './en/roles.ts';
import type { QueueAdviceText } from './en/queue-advice.ts';
import type { SettingsText } from './en/settings.ts';
import type { ShellText } from './en/shell.ts';
import type { SlipText } from './en/slip.ts';
import type { StepsText } from './en/steps.ts';
import type { BatchText } from './en/batch.ts';
import type { StorageText } from './en/storage.ts';
import type { WaitText } from './en/wait.ts';
import type { FailureTexts } from './types.ts';

/**
 * Every sentence a person reads, in one language. English is written first and gives the shape: another language
 * that misses a sentence, or any language that misses a failure code, does not compile.
 */
export interface Catalogue {
  readonly shell: ShellText;
  readonly steps: StepsText;
  readonly finish: FinishText;
  readonly camera: CameraText;
  readonly elsewhere: ElsewhereText;
  readonly lock: LockText;
  readonly history: HistoryText;
  readonly people: PeopleText;
  readonly printers: PrintersText;
  readonly queue: QueueText;
  readonly roles: RolesText;
  readonly queueAdvice: QueueAdviceText;
  readonly settings: SettingsText;
  readonly storage: StorageText;
  readonly batch: BatchText;
  readonly wait: WaitText;
  readonly slip: SlipText;
  readonly failures: FailureTexts;
}
