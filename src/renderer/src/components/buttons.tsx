import { Button as FluentButton, mergeClasses, Spinner } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import css from './buttons.module.css';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly isDisabled?: boolean;
  /** Shows that it is under way; a second press does nothing. */
  readonly isBusy?: boolean;
  readonly icon?: ReactElement;
  /** Whose or what item it is about, for screen readers, where many buttons share the same words. */
  readonly about?: string;
  /** Id of the sentence that says more, for instance why it is disabled. */
  readonly describedBy?: string;
  /** The part of the page it opens and closes. */
  readonly expands?: { readonly id: string; readonly isOpen: boolean };
}

/** The one main action of a screen: Enter presses it from anywhere on the screen (shell/keyboard.ts). */
export function PrimaryButton(props: ButtonProps) {
  return <Base {...props} appearance="primary" className={css['primary']} />;
}

export function Button(props: ButtonProps) {
  return <Base {...props} appearance="secondary" className={css['secondary']} />;
}

/** For what is there but seldom used. */
export function QuietButton(props: ButtonProps) {
  return <Base {...props} appearance="subtle" className={css['secondary']} />;
}

function Base({
  children,
  onClick,
  isDisabled = false,
  isBusy = false,
  icon,
  about,
  describedBy,
  expands,
  appearance,
  className,
}: ButtonProps & { appearance: 'primary' | 'secondary' | 'subtle'; className: string | undefined }) {
  const shownIcon = isBusy ? <Spinner size="extra-tiny" aria-hidden /> : icon;
  return (
    <FluentButton
      appearance={appearance}
      className={mergeClasses(css['button'], className)}
      // Still reachable by keyboard when disabled, so that the reason can be read out.
      disabledFocusable={isDisabled || isBusy}
      onClick={onClick}
      {...(shownIcon ? { icon: shownIcon } : {})}
      {...(appearance === 'primary' ? { 'data-primary': '' } : {})}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(expands === undefined ? {} : { 'aria-expanded': expands.isOpen, 'aria-controls': expands.id })}
    >
      {children}
      {about !== undefined && <span className="visually-hidden">{about}</span>}
    </FluentButton>
  );
}
