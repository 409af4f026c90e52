import { useState } from 'react';
import type { AppSnapshot } from '../../../../shared/ipc/views.ts';
import { Button } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import { AddPrinter } from './add-printer.tsx';
import { ChangePrinter } from './change-printer.tsx';
import { PrinterDetails } from './printer-details.tsx';
import { PrinterList } from './printer-list.tsx';
import { TestPage } from './test-page.tsx';
import { setPrinters, useModels, useSetup } from './use-setup.ts';

/** Where on the Printers screen somebody is. */
type Place =
  | { readonly kind: 'list' }
  | { readonly kind: 'add' }
  | { readonly kind: 'details' | 'change' | 'test'; readonly printerId: string };

/** The printers of this station: list, details, adding, changing, test pages, removing. */
export function PrintersScreen({ snapshot }: { readonly snapshot: AppSnapshot }) {
  const { text } = useWords();
  const say = useFailureWords();
  const words = text.printers;
  const setup = useSetup();
  const models = useModels();
  const [place, setPlace] = useState<Place>({ kind: 'list' });
  const toList = () => setPlace({ kind: 'list' });

  const failed = [setup, models].find(({ reply }) => reply?.ok === false);
  if (failed?.reply?.ok === false) {
    return (
      <Screen title={words.title}>
        <Message {...say(failed.reply.failure)}>
          <Button onClick={failed.again}>{text.shell.general.tryAgain}</Button>
        </Message>
      </Screen>
    );
  }
  if (setup.reply?.ok !== true || models.reply?.ok !== true) {
    return (
      <Screen title={words.title}>
        <StatusPanel tone="working" title={text.shell.loading} />
      </Screen>
    );
  }
  const all = setup.reply.value;
  const printers = setPrinters(snapshot.printers, all);
  if (place.kind === 'add') {
    return (
      <AddPrinter
        setup={all}
        printers={printers}
        models={models.reply.value}
        onBack={toList}
        onAdded={(printerId) => {
          setup.again();
          setPlace({ kind: 'details', printerId });
        }}
      />
    );
  }
  const printer = 'printerId' in place ? printers.find(({ view }) => view.id === place.printerId) : undefined;
  if (!('printerId' in place) || printer === undefined) {
    // Just added, and the snapshot is on its way: its details come up by themselves.
    return (
      <PrinterList
        setup={all}
        printers={printers}
        onAdd={() => setPlace({ kind: 'add' })}
        onOpen={(printerId) => setPlace({ kind: 'details', printerId })}
      />
    );
  }
  const { printerId } = place;
  const toDetails = () => setPlace({ kind: 'details', printerId });
  switch (place.kind) {
    case 'details':
      return (
        <PrinterDetails
          key={printerId}
          printer={printer}
          models={models.reply.value}
          setup={all}
          printers={printers}
          onBack={toList}
          onTest={() => setPlace({ kind: 'test', printerId })}
          onChange={() => setPlace({ kind: 'change', printerId })}
        />
      );
    case 'change':
      return <ChangePrinter printer={printer} models={models.reply.value} onBack={toDetails} />;
    case 'test':
      return <TestPage printer={printer} models={models.reply.value} onBack={toDetails} />;
  }
}
