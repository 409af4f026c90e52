import { useState } from 'react';
import type { ModelView, PrintersSetupView } from '../../../../shared/ipc/printer-setup.ts';
import { useAction } from '../../api/use-action.ts';
import { useAnnouncement } from '../../components/announcer.tsx';
import { Button, PrimaryButton, QuietButton } from '../../components/buttons.tsx';
import { Facts } from '../../components/facts.tsx';
import { Message } from '../../components/message.tsx';
import { moodTones } from '../../components/mood-tones.ts';
import { Screen } from '../../components/screen.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import { Proof } from './proof.tsx';
import { QueueAdviceMessages } from './queue-advice.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RollSection } from './roll-section.tsx';
import type { SetPrinter } from './use-setup.ts';

interface PrinterDetailsProps {
  readonly printer: SetPrinter;
  readonly setup: PrintersSetupView;
  readonly printers: readonly SetPrinter[];
  readonly models: readonly ModelView[];
  readonly onBack: () => void;
  readonly onTest: () => void;
  readonly onChange: () => void;
}

/** One printer: how it is, what it can tell, what it learned, how many labels are left, and what can be done with it. */
export function PrinterDetails(props: PrinterDetailsProps) {
  const { printer, setup: all, printers, onBack, onTest, onChange } = props;
  const { view, setup } = printer;
  const { text, format } = useWords();
  const say = useFailureWords();
  const words = text.printers;
  const check = useAction('printers.check');
  const [hasAnswered, setAnswered] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const isSilent = view.mood === 'silent';
  const answer = hasAnswered && view.problem === null ? (isSilent ? words.silent : words.answers) : null;
  useAnnouncement(answer);
  const { widthMm, heightMm } = view.media;
  const size = [widthMm, heightMm].filter((side) => side !== null).map((side) => format.number(side));
  const isOpen = all.locked.printers === null;
  return (
    <Screen
      title={view.name}
      actions={
        <>
          <PrimaryButton onClick={onTest}>{words.testPage}</PrimaryButton>
          <Button
            isBusy={check.isBusy}
            onClick={() =>
              void check.run({ printerId: view.id }).then((reply) => setAnswered(reply?.ok === true))
            }
          >
            {check.isBusy ? words.checking : words.check}
          </Button>
          {isOpen && <Button onClick={onChange}>{words.change}</Button>}
          {isOpen && <Button onClick={() => setRemoving(true)}>{words.remove}</Button>}
          <QuietButton onClick={onBack}>{words.back}</QuietButton>
        </>
      }
    >
      <StatusPanel
        tone={check.isBusy ? 'working' : moodTones[view.mood]}
        title={check.isBusy ? words.checking : text.shell.printer.moods[view.mood]}
      >
        {answer !== null && <p>{answer}</p>}
      </StatusPanel>
      {view.problem !== null && <Message {...say(view.problem)} isNews={false} />}
      {check.failure !== null && check.failure.code !== view.problem?.code && (
        <Message {...say(check.failure)} />
      )}
      <QueueAdviceMessages printers={[view]} />
      {all.locked.printers !== null && <p>{words.lockedBy[all.locked.printers]}</p>}
      <Facts
        facts={[
          { name: words.facts.model, value: <bdi>{view.model}</bdi> },
          { name: words.facts.address, value: <bdi dir="ltr">{setup.address}</bdi> },
          {
            name: words.facts.media,
            value: (
              <>
                {words.form.mediaKinds[view.media.kind]} (<bdi dir="ltr">{`${size.join(' × ')} mm`}</bdi>)
              </>
            ),
          },
          { name: words.facts.learned, value: <Learned printer={printer} /> },
          ...(setup.turned ? [{ name: words.facts.turned, value: words.facts.isTurned }] : []),
        ]}
      />
      <Proof abilities={setup.abilities} />
      <RollSection printerId={view.id} roll={setup.roll} />
      {isRemoving && (
        <RemoveDialog
          printer={printer}
          printers={printers}
          onClose={() => setRemoving(false)}
          onRemoved={onBack}
        />
      )}
    </Screen>
  );
}

function Learned({ printer: { view, setup } }: { readonly printer: SetPrinter }) {
  const { text, format } = useWords();
  const words = text.printers.facts;
  const { calibration } = setup;
  if (calibration === null) return words.notLearned;
  const { minDots, rightMm, downMm, darkness } = calibration;
  const known = [
    ...(minDots === null || view.dpi === 0
      ? []
      : [words.smallest(format.number(minDots), format.number(hundredth((minDots * 25.4) / view.dpi)))]),
    ...(rightMm === 0 && downMm === 0 ? [] : [words.offset(format.number(rightMm), format.number(downMm))]),
    ...(darkness === null ? [] : [words.darkness(format.number(darkness))]),
  ];
  if (known.length === 0) return words.notLearned;
  return known.map((fact) => <div key={fact}>{fact}</div>);
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;
