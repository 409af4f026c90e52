import { Tab, TabList } from '@fluentui/react-components';
import { ContactCardRibbonRegular } from '@fluentui/react-icons/svg/contact-card-ribbon';
import { useState } from 'react';
import { selfId } from '../../../shared/credential/holder.ts';
import { QuietButton } from '../components/buttons.tsx';
import { Screen } from '../components/screen.tsx';
import { useWords } from '../text/use-words.tsx';
import css from './find-step.module.css';
import { MemberList } from './member-list.tsx';
import { PeopleSearch } from './people-search.tsx';
import { PlaceStep } from './place-step.tsx';
import type { HolderRef } from './steps.ts';

const ways = ['search', 'reports', 'group', 'unit'] as const;
type Way = (typeof ways)[number];

interface FindStepProps {
  /** The operator's name, for their own badge; null while it is not known. */
  readonly ownName: string | null;
  readonly onChosen: (holder: HolderRef) => void;
}

/** Finds the holder: by search, or from a list. The operator's own badge is one press away. */
export function FindStep({ ownName, onChosen }: FindStepProps) {
  const { text } = useWords();
  const words = text.people;
  const [way, setWay] = useState<Way>('search');
  return (
    <Screen title={text.steps.find.title} takesFocus={false}>
      <div className={css['ways']}>
        <TabList
          aria-label={words.ways.label}
          selectedValue={way}
          onTabSelect={(_event, { value }) => setWay(ways.find((each) => each === value) ?? 'search')}
          className={css['tabs'] ?? ''}
        >
          {ways.map((each) => (
            <Tab key={each} value={each} className={css['tab'] ?? ''}>
              {words.ways[each]}
            </Tab>
          ))}
        </TabList>
        {ownName !== null && (
          <QuietButton
            icon={<ContactCardRibbonRegular />}
            onClick={() => onChosen({ id: selfId, name: ownName })}
          >
            {words.own.button}
          </QuietButton>
        )}
      </div>
      {way === 'search' && <PeopleSearch onChosen={onChosen} />}
      {way === 'reports' && (
        <MemberList title={words.lists.reports} source={{ kind: 'reports' }} onChosen={onChosen} />
      )}
      {/* Another kind starts with an empty field. */}
      {(way === 'group' || way === 'unit') && <PlaceStep key={way} kind={way} onChosen={onChosen} />}
    </Screen>
  );
}
