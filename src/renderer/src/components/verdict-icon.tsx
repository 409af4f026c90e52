import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle';
import { QuestionCircleFilled } from '@fluentui/react-icons/svg/question-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { ClockFilled } from '@fluentui/react-icons/svg/clock';
import css from './verdict-icon.module.css';

/** How something stands. Always shown with a word beside it: colour and shape alone are not for everyone. */
export type Tone = 'good' | 'warning' | 'bad' | 'unknown' | 'waiting';

const icons = {
  good: CheckmarkCircleFilled,
  warning: WarningFilled,
  bad: DismissCircleFilled,
  unknown: QuestionCircleFilled,
  waiting: ClockFilled,
} as const;

export function VerdictIcon({
  tone,
  size = 'medium',
}: {
  readonly tone: Tone;
  readonly size?: 'medium' | 'large';
}) {
  const Icon = icons[tone];
  return <Icon aria-hidden className={`${css['icon']} ${css[tone]} ${css[size]}`} />;
}
