import { type ReactNode, useEffect, useRef } from 'react';
import css from './screen.module.css';

interface ScreenProps {
  readonly title: string;
  /** One or two sentences under the title. */
  readonly intro?: ReactNode;
  readonly children?: ReactNode;
  /** The buttons at the end, the main one first. */
  readonly actions?: ReactNode;
  /** False where another part takes the focus, such as a search field. */
  readonly takesFocus?: boolean;
}

/** One screen: a heading that takes the focus when the screen comes up, its content, its buttons. */
export function Screen({ title, intro, children, actions, takesFocus = true }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <div className={css['screen']}>
      <h1 ref={heading} tabIndex={-1} className={css['title']}>
        {title}
      </h1>
      {intro !== undefined && <div className={css['intro']}>{intro}</div>}
      <div className={css['content']}>{children}</div>
      {actions !== undefined && <div className={css['actions']}>{actions}</div>}
    </div>
  );
}
