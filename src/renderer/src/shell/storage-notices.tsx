import { lazy, Suspense, useState } from 'react';
import type { AppSnapshot } from '../../../shared/ipc/views.ts';
import { Button } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { DamageWords } from '../screens/storage/damage-words.tsx';
import { useWords } from '../text/use-words.tsx';

const RenewSealDialog = lazy(async () => ({
  default: (await import('./renew-seal-dialog.tsx')).RenewSealDialog,
}));

/** What a person must know about the ledger: a key that is gone, an earlier queue that was put aside. */
export function StorageNotices({ snapshot }: { readonly snapshot: AppSnapshot }) {
  const { text } = useWords();
  const [isAsking, setAsking] = useState(false);
  const { seal, aside } = snapshot.storage;
  const words = text.storage;
  return (
    <>
      {seal === 'broken' && (
        <Message text={words.seal} tone="error" isNews={false}>
          {snapshot.operator === null ? (
            <span>{words.seal.signIn}</span>
          ) : (
            <Button onClick={() => setAsking(true)}>{words.seal.button}</Button>
          )}
        </Message>
      )}
      {aside !== null && (
        <Message
          text={{ title: words.aside.done, what: words.aside.kept(aside.file), next: words.aside.lost }}
          isNews={false}
        >
          <div>
            <DamageWords damage={aside} />
          </div>
        </Message>
      )}
      {isAsking && (
        <Suspense>
          <RenewSealDialog onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
