import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useAnnouncement } from './announcer.tsx';
import css from './message.module.css';

interface MessageProps {
  readonly text: { readonly title: string; readonly what: string; readonly next: string };
  readonly tone?: 'error' | 'warning' | 'info';
  /** Facts for people who read logs, folded away under a label. */
  readonly details?: { readonly label: string; readonly line: string };
  /** Buttons that belong to the message. */
  readonly children?: ReactNode;
  /** False for messages that were there from the start and need not be read out at once. */
  readonly isNews?: boolean;
}

/** What happened, what it means, what to do: always these three, with the facts for the IT team folded away. */
export function Message({ text, tone = 'warning', details, children, isNews = true }: MessageProps) {
  const id = useId();
  useAnnouncement(isNews ? `${text.title}. ${text.what} ${text.next}` : null);
  return (
    <MessageBar intent={tone} layout="multiline" className={css['bar']} aria-labelledby={id}>
      <MessageBarBody className={css['body']}>
        <MessageBarTitle id={id} className={css['title']}>
          {text.title}
        </MessageBarTitle>
        <p className={css['line']}>{text.what}</p>
        <p className={css['line']}>{text.next}</p>
        {children !== undefined && <div className={css['buttons']}>{children}</div>}
        {details !== undefined && (
          <details className={css['details']}>
            <summary>{details.label}</summary>
            {/* Names and values as they stand in the log: left-to-right and untranslated. */}
            <code dir="ltr" className={css['facts']}>
              {details.line}
            </code>
          </details>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
