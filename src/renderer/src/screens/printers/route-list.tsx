import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { PrintersSetupView } from '../../../../shared/ipc/printer-setup.ts';
import { type PrintKind, printKinds } from '../../../../shared/printing/routes.ts';
import { useAction } from '../../api/use-action.ts';
import { Message } from '../../components/message.tsx';
import { PrinterMenu } from '../../components/printer-menu.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import css from './route-list.module.css';
import type { SetPrinter } from './use-setup.ts';

interface RouteListProps {
  readonly setup: PrintersSetupView;
  readonly printers: readonly SetPrinter[];
}

/** Which printers each kind goes to: the usual one first, the others in the order in which they stand by. */
export function RouteList({ setup, printers }: RouteListProps) {
  const { text } = useWords();
  const words = text.printers.routes;
  return (
    <section aria-labelledby="routes-title" className={css['section']}>
      <h2 id="routes-title" className={css['heading']}>
        {words.title}
      </h2>
      <p className={css['note']}>{words.what}</p>
      <div className={css['kinds']}>
        {printKinds.map((kind) => (
          <Route key={kind} kind={kind} setup={setup} printers={printers} />
        ))}
      </div>
    </section>
  );
}

function Route({ kind, setup, printers }: RouteListProps & { readonly kind: PrintKind }) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const words = text.printers;
  const route = useAction('printerSetup.route');
  const ids = setup.routes[kind];
  const locked = setup.locked.routes[kind];
  const set = (printerIds: readonly string[]) => void route.run({ kind, printerIds });
  const nameOf = (id: string) => printers.find(({ view }) => view.id === id)?.view.name ?? id;
  const options = printers
    .filter(({ view }) => !ids.includes(view.id))
    .map(({ view }) => ({ id: view.id, name: view.name, state: text.shell.printer.moods[view.mood] }));
  return (
    <div className={css['kind']}>
      <h3 className={css['name']}>{words.kinds[kind]}</h3>
      {ids.length === 0 && <p className={css['note']}>{words.routes.nobody}</p>}
      <ol className={css['printers']} aria-label={words.kinds[kind]}>
        {ids.map((id, place) => (
          <li key={id} className={css['printer']}>
            <span className={css['place']}>{format.number(place + 1)}</span>
            <bdi className={css['who']}>{nameOf(id)}</bdi>
            {locked === null && place > 0 && (
              <button
                type="button"
                className={css['tool']}
                aria-label={words.routes.earlier(nameOf(id))}
                title={words.routes.earlier(nameOf(id))}
                onClick={() => set(ids.map((other, at) => swapped(ids, place, at) ?? other))}
              >
                <ArrowUpRegular aria-hidden />
              </button>
            )}
            {locked === null && (
              <button
                type="button"
                className={css['tool']}
                aria-label={words.routes.drop(nameOf(id))}
                title={words.routes.drop(nameOf(id))}
                onClick={() => set(ids.filter((other) => other !== id))}
              >
                <DismissRegular aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ol>
      {locked === null ? (
        <PrinterMenu
          label={words.routes.addTo}
          about={words.kinds[kind]}
          options={options}
          isBusy={route.isBusy}
          onChoose={(id) => set([...ids, id])}
        />
      ) : (
        <p className={css['note']}>{words.lockedBy[locked]}</p>
      )}
      {route.failure !== null && <Message {...say(route.failure)} />}
    </div>
  );
}

/** Who stands at `at` after the printer at `place` has changed places with the one before it. */
function swapped(ids: readonly string[], place: number, at: number): string | undefined {
  if (at === place) return ids[place - 1];
  return at === place - 1 ? ids[place] : ids[at];
}
