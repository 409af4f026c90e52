import { useEffect, useState } from 'react';
import type { EventName } from '../../../shared/ipc/contract.ts';
import type { ScreenPage } from '../../../shared/ipc/views.ts';
import { useReading } from '../api/use-reading.ts';
import { Message } from '../components/message.tsx';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import css from './screen-printer.module.css';

const events: readonly EventName[] = ['job'];
/** More than that is paper on the floor. */
const shownPages = 12;

/** What came out of the on-screen printer, newest first. Practice mode only. */
export function ScreenPrinter() {
  const { text, format } = useWords();
  const say = useFailureWords();
  const words = text.shell.screenPrinter;
  const { reply } = useReading('printers.screenPages', events);
  const pages = reply?.ok === true ? reply.value : [];
  const newest = pages
    .map((page, place) => ({ page, number: place + 1 }))
    .slice(-shownPages)
    .reverse();
  return (
    <aside aria-label={words.title} className={css['panel']}>
      <h2 className={css['title']}>{words.title}</h2>
      {reply?.ok === false && <Message {...say(reply.failure)} />}
      {reply?.ok === true && newest.length === 0 && <p className={css['empty']}>{words.empty}</p>}
      {newest.map(({ page, number }) => (
        <Paper key={number} page={page} name={words.page(format.number(number))} />
      ))}
    </aside>
  );
}

function Paper({ page, name }: { readonly page: ScreenPage; readonly name: string }) {
  const [address, setAddress] = useState<string | null>(null);
  const { png } = page;
  // The pages are read anew after each change; equal bytes are the same paper.
  const size = png.byteLength;
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(png)], { type: 'image/png' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
    // eslint-disable-next-line react/exhaustive-deps -- see above
  }, [page.jobId, size]);
  return address === null ? null : <img src={address} alt={name} className={css['paper']} />;
}
