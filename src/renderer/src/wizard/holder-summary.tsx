import { Avatar } from '@fluentui/react-components';
import type { Holder } from '../../../shared/credential/holder.ts';
import { InlineFacts } from '../components/inline-facts.tsx';
import { Mark } from '../components/mark.tsx';
import { useWords } from '../text/use-words.tsx';
import css from './holder-summary.module.css';

interface HolderSummaryProps {
  readonly holder: Holder;
  /** Address of the photo in this window's memory; null = show initials. */
  readonly photo?: string | null;
  readonly size?: 'list' | 'large';
}

/** Who it is: photo or initials, name, sign-in name, and what tells two people of the same name apart. */
export function HolderSummary({ holder, photo = null, size = 'list' }: HolderSummaryProps) {
  const { text } = useWords();
  const known = [holder.employeeId, holder.jobTitle, holder.department, holder.office];
  const details = [...new Set(known)].filter((detail): detail is string => detail !== null && detail !== '');
  return (
    <div className={css['holder']}>
      <Avatar
        aria-hidden
        color="neutral"
        size={size === 'large' ? 72 : 40}
        name={holder.name}
        {...(photo === null ? {} : { image: { src: photo, alt: '' } })}
      />
      <div className={css['words']}>
        <div className={size === 'large' ? css['largeName'] : css['name']}>
          <bdi>{holder.name}</bdi>
          {holder.enabled === false && <Mark tone="bad">{text.steps.find.disabled}</Mark>}
          {holder.guest === true && <Mark tone="warning">{text.steps.find.guest}</Mark>}
        </div>
        <div className={css['upn']}>
          <bdi>{holder.upn}</bdi>
        </div>
        {details.length > 0 && <InlineFacts facts={details} />}
      </div>
    </div>
  );
}
