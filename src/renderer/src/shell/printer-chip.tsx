import { Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import type { AppSnapshot } from '../../../shared/ipc/views.ts';
import type { PrinterView } from '../../../shared/printing/printer.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { QueueAdviceMessages } from '../screens/printers/queue-advice.tsx';
import { moodTones } from '../components/mood-tones.ts';
import { VerdictIcon } from '../components/verdict-icon.tsx';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import css from './chip.module.css';

/** The printer badges go to, as the route says; null when no route names one. Never guessed. */
export function routedPrinter({
  routes,
  printers,
}: Pick<AppSnapshot, 'routes' | 'printers'>): PrinterView | null {
  const id = routes.badge[0] ?? routes.temporary[0];
  return printers.find((printer) => printer.id === id) ?? null;
}

/** Always in sight: the printer and how it feels, in icon and words; its problem and "Check now" behind it. */
export function PrinterChip({ snapshot }: { readonly snapshot: AppSnapshot }) {
  const { text } = useWords();
  const words = text.shell.printer;
  const printer = routedPrinter(snapshot);
  const name = printer?.name ?? words.none;
  const mood = printer === null ? null : words.moods[printer.mood];
  return (
    <Popover withArrow trapFocus positioning={{ autoSize: 'height' }}>
      <PopoverTrigger disableButtonEnhancement>
        <button type="button" className={css['chip']}>
          <VerdictIcon tone={printer === null ? 'bad' : moodTones[printer.mood]} />
          <span className="visually-hidden">{words.label}: </span>
          <span className={css['words']}>
            <span className={css['name']}>{name}</span>
            {mood !== null && <span className={css['state']}>{mood}</span>}
          </span>
        </button>
      </PopoverTrigger>
      <PopoverSurface aria-label={words.label}>
        {printer === null ? <p>{words.noneNext}</p> : <PrinterDetails printer={printer} />}
      </PopoverSurface>
    </Popover>
  );
}

function PrinterDetails({ printer }: { readonly printer: PrinterView }) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const words = text.shell.printer;
  const check = useAction('printers.check');
  const { widthMm, heightMm } = printer.media;
  const size = [widthMm, heightMm].filter((side) => side !== null).map((side) => format.number(side));
  return (
    <div className={css['popover']}>
      <p>
        <strong>{printer.name}</strong>
      </p>
      <p>{words.details(printer.model, `${size.join(' × ')} mm`)}</p>
      <p>{words.moods[printer.mood]}</p>
      {printer.problem !== null && <Message {...say(printer.problem)} isNews={false} />}
      {printer.problem === null && printer.mood === 'ready' && <p>{words.allWell}</p>}
      {check.failure !== null && check.failure.code !== printer.problem?.code && (
        <Message {...say(check.failure)} />
      )}
      <QueueAdviceMessages printers={[printer]} />
      <Button isBusy={check.isBusy} onClick={() => void check.run({ printerId: printer.id })}>
        {check.isBusy ? words.checking : words.check}
      </Button>
    </div>
  );
}
