import type { DamageView } from '../../../../shared/ipc/storage.ts';
import { useWords } from '../../text/use-words.tsx';
import { UnfinishedList } from './unfinished-list.tsx';

/** What is known to be unfinished, what is not known, and what to do about each. */
export function DamageWords({ damage }: { readonly damage: DamageView }) {
  const { text, format } = useWords();
  const words = text.storage.aside;
  const { isReadable, isWhole, unfinished } = damage;
  if (!isReadable) return <p>{words.unreadable}</p>;
  if (unfinished.length === 0) return <p>{isWhole ? words.nobody : words.maybeMore}</p>;
  return (
    <>
      <p>{words.known(format.count(unfinished.length))}</p>
      <UnfinishedList unfinished={unfinished} />
      {!isWhole && <p>{words.maybeMore}</p>}
      <p>{words.check}</p>
    </>
  );
}
