import { Dialog, type DialogProps } from '@fluentui/react-components';
import { useEffect } from 'react';

/**
 * A modal dialog. Use it for every dialog that is shown by being there and closed by being taken away.
 *
 * Fluent UI hides the page behind a dialog from screen readers (`aria-hidden`) and gives it back when the dialog's own
 * `open` turns false. A dialog that is simply taken away leaves the page hidden for good, which nobody sees who looks.
 */
export function Modal(props: DialogProps) {
  useEffect(
    () => () => {
      // After Fluent UI's own tidying, which waits for the focus to move.
      setTimeout(givePageBack, settleMs);
    },
    [],
  );
  return <Dialog {...props} />;
}

const settleMs = 50;

function givePageBack(): void {
  if (document.querySelector('[aria-modal="true"]') !== null) return;
  for (const element of document.body.children) element.removeAttribute('aria-hidden');
}
