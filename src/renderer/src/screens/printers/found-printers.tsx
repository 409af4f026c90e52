import type { FoundPrinterView, ModelView } from '../../../../shared/ipc/printer-setup.ts';
import { Button } from '../../components/buttons.tsx';
import { useWords } from '../../text/use-words.tsx';
import css from './printers.module.css';
import type { SetPrinter } from './use-setup.ts';

interface FoundPrintersProps {
  readonly found: readonly FoundPrinterView[];
  readonly printers: readonly SetPrinter[];
  readonly models: readonly ModelView[];
  readonly onChosen: (found: FoundPrinterView) => void;
}

/** What is plugged in or set up on this computer: its name, the model it looks like, and whether it is in use already. */
export function FoundPrinters({ found, printers, models, onChosen }: FoundPrintersProps) {
  const { text } = useWords();
  const words = text.printers.find;
  return (
    <ul aria-label={words.list} className={css['list']}>
      {found.map((printer) => {
        const { foundId, name, address, usedBy, sharedWithQueue } = printer;
        const user = printers.find(({ view }) => view.id === usedBy)?.view.name ?? usedBy;
        return (
          <li key={foundId} className={css['row']}>
            <div className={css['words']}>
              <h2 className={css['name']}>
                <bdi>{name}</bdi>
              </h2>
              <p className={css['line']}>{looksLike(printer, models, words)}</p>
              <p className={css['more']}>
                <bdi dir="ltr">{address}</bdi>
              </p>
              {user !== null && <p className={css['more']}>{words.used(user)}</p>}
              {sharedWithQueue !== null && (
                <p className={css['line']}>{words.shared(sharedWithQueue.replace(/^queue:/, ''))}</p>
              )}
            </div>
            <div className={css['actions']}>
              <Button about={name} onClick={() => onChosen(printer)}>
                {text.printers.add}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function looksLike(
  { suggestion }: FoundPrinterView,
  models: readonly ModelView[],
  words: ReturnType<typeof useWords>['text']['printers']['find'],
): string {
  const model = models.find(({ id }) => id === suggestion?.profileId);
  if (suggestion === null || model === undefined) return words.unknown;
  const name = model.maker === 'Generic' ? model.name : `${model.maker} ${model.name}`;
  switch (suggestion.certainty) {
    case 'model':
      return words.fits(name);
    case 'model-dpi-open':
      return words.fitsOpen(name);
    case 'language':
      return words.fitsLanguage(name);
  }
}
