import { useState } from 'react';
import type { LearnedView, TestPageView, TestScanView } from '../../../../shared/ipc/printer-setup.ts';
import { useAction } from '../../api/use-action.ts';
import { CameraReader } from '../../camera/camera-reader.tsx';
import { useAnnouncement } from '../../components/announcer.tsx';
import { Button, PrimaryButton, QuietButton } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { playVerdict } from '../../components/tone.ts';
import { VerdictIcon } from '../../components/verdict-icon.tsx';
import { ScanField } from '../../scanner/scan-field.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import { numberOf } from './draft.ts';
import { NumberField } from './number-field.tsx';
import form from './printer-form.module.css';
import css from './read-back.module.css';
import type { SetPrinter } from './use-setup.ts';

interface ReadBackProps {
  readonly printer: SetPrinter;
  readonly page: TestPageView;
  readonly onAgain: () => void;
  readonly onBack: () => void;
  readonly onLearned: (learned: LearnedView) => void;
}

/** The test page in somebody's hand: which of its codes can be read, and where the print lies. */
export function ReadBack({ printer: { view }, page, onAgain, onBack, onLearned }: ReadBackProps) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const words = text.printers.test;
  const scan = useAction('printerSetup.scanTest');
  const learn = useAction('printerSetup.learn');
  const [last, setLast] = useState<TestScanView | null>(null);
  const [scans, setScans] = useState(0);
  const { expected } = page;
  const [left, setLeft] = useState(String(expected.leftMm));
  const [top, setTop] = useState(String(expected.topMm ?? ''));
  const [arm, setArm] = useState(String(page.armMm));
  const read = last?.read ?? [];
  const measured = {
    leftMm: numberOf(left),
    topMm: expected.topMm === null ? null : numberOf(top),
    armMm: numberOf(arm),
  };
  const isWrong = (typed: string, value: number | null): string | null =>
    value === null && typed.trim() !== '' ? words.wrongNumber : null;
  const problems = [
    isWrong(left, measured.leftMm),
    isWrong(top, measured.topMm),
    isWrong(arm, measured.armMm),
  ];
  const isReady = problems.every((problem) => problem === null);
  const take = (scanned: string) =>
    void scan.run({ printerId: view.id, scanned }).then((reply) => {
      if (reply?.ok !== true) return;
      playVerdict(reply.value.dots !== null);
      setLast(reply.value);
      setScans((count) => count + 1);
    });
  const said =
    last === null ? null : last.dots === null ? words.other : words.gotIt(format.number(last.dots));
  const mm = (dots: number) => format.number(Math.round((dots * 2540) / page.dpi) / 100);
  return (
    <Screen
      title={words.title(view.name)}
      takesFocus={false}
      actions={
        <>
          <PrimaryButton
            isDisabled={!isReady}
            isBusy={learn.isBusy}
            onClick={() =>
              void learn
                .run({ printerId: view.id, measured })
                .then((reply) => reply?.ok === true && onLearned(reply.value))
            }
          >
            {words.save}
          </PrimaryButton>
          <Button onClick={onAgain}>{words.again}</Button>
          <QuietButton onClick={onBack}>{text.shell.general.back}</QuietButton>
        </>
      }
    >
      <Said key={scans} said={said} />
      <StatusPanel
        tone={page.outcome === 'unsure' ? 'warning' : 'good'}
        title={page.outcome === 'unsure' ? words.unsure(page.nonce) : words.out(page.nonce)}
      />
      {scan.failure !== null && <Message {...say(scan.failure)} />}
      {learn.failure !== null && <Message {...say(learn.failure)} />}
      <section aria-labelledby="scan-title" className={css['section']}>
        <h2 id="scan-title" className={css['heading']}>
          {words.scanTitle}
        </h2>
        <p className={css['note']}>{words.scanWhat}</p>
        <ul aria-label={words.sizes} className={css['sizes']}>
          {page.sizes.map((dots) => (
            <li key={dots} className={css['size']}>
              <VerdictIcon tone={read.includes(dots) ? 'good' : 'waiting'} />
              <span>
                {words.size(format.number(dots), mm(dots))}{' '}
                <span className={css['state']}>{read.includes(dots) ? words.read : words.notRead}</span>
              </span>
            </li>
          ))}
        </ul>
        {said !== null && <p className={css['said']}>{said}</p>}
        {read.length > 0 && (
          <p className={css['note']}>{Math.min(...read) <= 3 ? words.small : words.coarse}</p>
        )}
        <div className={css['ways']}>
          <ScanField key={scans} onScan={take} />
          <CameraReader
            purpose={{ kind: 'test-page', printerId: view.id }}
            prompt={text.camera.testPage}
            onCode={(code) => take(String.fromCharCode(...code))}
          />
        </div>
      </section>
      <section aria-labelledby="measure-title" className={css['section']}>
        <h2 id="measure-title" className={css['heading']}>
          {words.measureTitle}
        </h2>
        <p className={css['note']}>{words.measureWhat}</p>
        <div className={form['row']}>
          <NumberField
            label={words.left}
            value={left}
            onChange={setLeft}
            hint={words.should(format.number(expected.leftMm))}
            problem={problems[0] ?? null}
          />
          {expected.topMm !== null && (
            <NumberField
              label={words.top}
              value={top}
              onChange={setTop}
              hint={words.should(format.number(expected.topMm))}
              problem={problems[1] ?? null}
            />
          )}
          <NumberField
            label={words.arm}
            value={arm}
            onChange={setArm}
            hint={words.should(format.number(page.armMm))}
            problem={problems[2] ?? null}
          />
        </div>
      </section>
    </Screen>
  );
}

function Said({ said }: { readonly said: string | null }) {
  useAnnouncement(said, 'assertive');
  return null;
}
