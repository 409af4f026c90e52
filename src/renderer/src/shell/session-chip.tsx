import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { CloudCheckmarkRegular } from '@fluentui/react-icons/svg/cloud-checkmark';
import { CloudOffRegular } from '@fluentui/react-icons/svg/cloud-off';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { PersonSwapRegular } from '@fluentui/react-icons/svg/person-swap';
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out';
import type { OperatorView } from '../../../shared/ipc/views.ts';
import { useOnline } from '../api/use-online.ts';
import { useWords } from '../text/use-words.tsx';
import css from './chip.module.css';

interface SessionChipProps {
  readonly operator: OperatorView;
  readonly onLock: () => void;
  readonly onSwitch: () => void;
  readonly onSignOut: () => void;
}

/** Always in sight: who is signed in and whether there is a connection; switching and signing out behind it. */
export function SessionChip({ operator, onLock, onSwitch, onSignOut }: SessionChipProps) {
  const { text } = useWords();
  const { session } = text.shell;
  const isOnline = useOnline();
  const Icon = isOnline ? CloudCheckmarkRegular : CloudOffRegular;
  const state = isOnline ? session.online : session.offline;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <button type="button" className={css['chip']}>
          <Icon aria-hidden className={css['icon'] ?? ''} />
          <span className="visually-hidden">{session.menu}: </span>
          <span className={css['words']}>
            <span className={css['name']}>{operator.name}</span>
            <span className={css['state']}>{state}</span>
          </span>
        </button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<LockClosedRegular />} secondaryContent="Ctrl + L" onClick={onLock}>
            {text.lock.button}
          </MenuItem>
          <MenuItem icon={<PersonSwapRegular />} onClick={onSwitch}>
            {session.switchOperator}
          </MenuItem>
          <MenuItem icon={<SignOutRegular />} onClick={onSignOut}>
            {session.signOut}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
