import type { PrintersSetupView } from '../../../../shared/ipc/printer-setup.ts';
import { Button, PrimaryButton } from '../../components/buttons.tsx';
import { InlineFacts } from '../../components/inline-facts.tsx';
import { Screen } from '../../components/screen.tsx';
import { VerdictIcon } from '../../components/verdict-icon.tsx';
import { moodTones } from '../../components/mood-tones.ts';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import css from './printers.module.css';
import { RouteList } from './route-list.tsx';
import { type SetPrinter, usesOf } from './use-setup.ts';

interface PrinterListProps {
  readonly setup: PrintersSetupView;
  readonly printers: readonly SetPrinter[];
  readonly onAdd: () => void;
  readonly onOpen: (printerId: string) => void;
}

/** All printers with how they are, what they are for and how far they can be trusted; below, what prints where. */
export function PrinterList({ setup, printers, onAdd, onOpen }: PrinterListProps) {
  const { text } = useWords();
  const words = text.printers;
  const { locked } = setup;
  return (
    <Screen
      title={words.title}
      intro={words.intro}
      actions={
        locked.printers === null ? (
          <PrimaryButton onClick={onAdd}>{words.add}</PrimaryButton>
        ) : (
          <span>{words.lockedBy[locked.printers]}</span>
        )
      }
    >
      {printers.length === 0 ? (
        <p className={css['empty']}>{words.none}</p>
      ) : (
        <ul aria-label={words.list} className={css['list']}>
          {printers.map((printer) => (
            <PrinterRow key={printer.view.id} printer={printer} setup={setup} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {printers.length > 0 && <RouteList setup={setup} printers={printers} />}
    </Screen>
  );
}

function PrinterRow({
  printer: { view, setup },
  setup: all,
  onOpen,
}: {
  readonly printer: SetPrinter;
  readonly setup: PrintersSetupView;
  readonly onOpen: (printerId: string) => void;
}) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const words = text.printers;
  const { usual, standBy } = usesOf(view.id, all.routes);
  const named = (kinds: typeof usual) => format.list(kinds.map((kind) => words.kinds[kind]));
  const uses = [
    ...(usual.length === 0 ? [] : [words.usualFor(named(usual))]),
    ...(standBy.length === 0 ? [] : [words.standByFor(named(standBy))]),
  ];
  const facts = [
    view.model,
    ...(setup.roll === null ? [] : [words.labelsLeft(format.count(setup.roll.left))]),
    ...(setup.waiting === 0 ? [] : [words.waiting(format.count(setup.waiting))]),
  ];
  const state = view.problem === null ? text.shell.printer.moods[view.mood] : say(view.problem).text.title;
  return (
    <li className={css['row']}>
      <VerdictIcon tone={moodTones[view.mood]} />
      <div className={css['words']}>
        <h2 className={css['name']}>
          <bdi>{view.name}</bdi>
        </h2>
        <p className={css['line']}>{state}</p>
        <p className={css['more']}>{uses.length === 0 ? words.unused : uses.join(' · ')}</p>
        <div className={css['facts']}>
          <InlineFacts facts={facts} />
        </div>
      </div>
      <div className={css['actions']}>
        <Button onClick={() => onOpen(view.id)} about={view.name}>
          {words.open}
        </Button>
      </div>
    </li>
  );
}
