import { useCallback, useEffect, useState } from 'react';
import type {
  FoundPrinterView,
  ModelView,
  PrinterPlace,
  PrintersSetupView,
} from '../../../../shared/ipc/printer-setup.ts';
import { printKinds } from '../../../../shared/printing/routes.ts';
import { useAction } from '../../api/use-action.ts';
import { useStationEvent } from '../../api/use-event.ts';
import { useAnnouncement } from '../../components/announcer.tsx';
import { Button, PrimaryButton, QuietButton } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import { type Draft, isComplete, mediaOf, newDraft } from './draft.ts';
import { FoundPrinters } from './found-printers.tsx';
import { PrinterForm } from './printer-form.tsx';
import css from './printers.module.css';
import type { SetPrinter } from './use-setup.ts';

interface AddPrinterProps {
  readonly setup: PrintersSetupView;
  readonly printers: readonly SetPrinter[];
  readonly models: readonly ModelView[];
  readonly onBack: () => void;
  readonly onAdded: (printerId: string) => void;
}

/** The printer that is being set up. */
interface Chosen {
  /** null where its address is typed. */
  readonly foundId: string | null;
  readonly title: string;
  readonly draft: Draft;
}

/** Adding a printer: what was found first, an address second, a model that nobody knows too. */
export function AddPrinter(props: AddPrinterProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  if (chosen === null) return <FindStep {...props} onChosen={setChosen} />;
  return <FormStep {...props} chosen={chosen} onChange={setChosen} onFind={() => setChosen(null)} />;
}

function FindStep({
  printers,
  models,
  onBack,
  onChosen,
}: AddPrinterProps & { readonly onChosen: (chosen: Chosen) => void }) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const words = text.printers.find;
  const discover = useAction('printerSetup.discover');
  const [found, setFound] = useState<readonly FoundPrinterView[] | null>(null);
  const { run } = discover;
  const look = useCallback(
    () =>
      void run({}).then((reply) => {
        if (reply?.ok === true) setFound(reply.value);
      }),
    [run],
  );
  useEffect(look, [look]);
  useStationEvent('plugs', look);
  useAnnouncement(discover.isBusy || found === null ? null : `${words.list}: ${format.number(found.length)}`);
  const take = ({ foundId, name, suggestion }: FoundPrinterView) => {
    const model = models.find(({ id }) => id === suggestion?.profileId);
    const media =
      model !== undefined && isReceipt(model) ? (model.headMm > 60 ? 'roll-80' : 'roll-58') : undefined;
    const draft = newDraft({
      name: name.slice(0, 60),
      profileId: model?.id ?? '',
      ...(media === undefined ? {} : { media }),
    });
    onChosen({ foundId, title: name, draft });
  };
  return (
    <Screen
      title={words.title}
      intro={words.intro}
      actions={
        <>
          <Button onClick={() => onChosen({ foundId: null, title: '', draft: newDraft({ address: '' }) })}>
            {words.byAddress}
          </Button>
          <Button isBusy={discover.isBusy} onClick={look}>
            {words.again}
          </Button>
          <QuietButton onClick={onBack}>{text.shell.general.back}</QuietButton>
        </>
      }
    >
      {discover.failure !== null && <Message {...say(discover.failure)} />}
      {found === null && discover.failure === null && <StatusPanel tone="working" title={words.looking} />}
      {found?.length === 0 && <p className={css['empty']}>{words.none}</p>}
      {found !== null && found.length > 0 && (
        <FoundPrinters found={found} printers={printers} models={models} onChosen={take} />
      )}
      <p className={css['note']}>{words.byAddressWhat}</p>
    </Screen>
  );
}

/** Printers of endless paper; a label size would be wrong for them more often than right. */
const isReceipt = ({ language }: ModelView): boolean => language === 'escpos' || language.startsWith('star');

interface FormStepProps extends AddPrinterProps {
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly onFind: () => void;
}

function FormStep({ setup, models, chosen, onChange, onFind, onAdded }: FormStepProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const words = text.printers.form;
  const add = useAction('printerSetup.add');
  const { draft, foundId } = chosen;
  const freeKinds = printKinds.filter((kind) => setup.locked.routes[kind] === null);
  const media = mediaOf(draft);
  const isReady = isComplete(draft) && media !== null;
  const place: PrinterPlace =
    foundId === null ? { kind: 'typed', address: (draft.address ?? '').trim() } : { kind: 'found', foundId };
  const send = () => {
    if (!isReady) return;
    const kinds = draft.kinds.filter((kind) => freeKinds.includes(kind));
    void add
      .run({ name: draft.name.trim(), profileId: draft.profileId, place, media, kinds })
      .then((reply) => reply?.ok === true && onAdded(reply.value.printerId));
  };
  return (
    <Screen
      title={words.addTitle(chosen.title)}
      actions={
        <>
          <PrimaryButton
            isDisabled={!isReady}
            isBusy={add.isBusy}
            onClick={send}
            {...(isReady ? {} : { describedBy: 'incomplete' })}
          >
            {words.add}
          </PrimaryButton>
          <Button onClick={onFind}>{text.shell.general.back}</Button>
          {!isReady && <span id="incomplete">{words.incomplete}</span>}
        </>
      }
    >
      {add.failure !== null && <Message {...say(add.failure)} />}
      <PrinterForm
        draft={draft}
        models={models}
        freeKinds={freeKinds}
        canDarken={false}
        onChange={(next) => onChange({ ...chosen, draft: next })}
      />
    </Screen>
  );
}
