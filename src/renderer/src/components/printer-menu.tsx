import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
} from '@fluentui/react-components';
import buttons from './buttons.module.css';
import css from './printer-menu.module.css';

export interface PrinterOption {
  readonly id: string;
  readonly name: string;
  /** How it feels right now, in words. */
  readonly state: string;
}

interface PrinterMenuProps {
  readonly label: string;
  readonly options: readonly PrinterOption[];
  readonly onChoose: (printerId: string) => void;
  readonly isBusy: boolean;
  /** Whose or what item it is about, for screen readers, where many menus share the same words. */
  readonly about?: string;
}

/** A button that asks for a printer. Nothing is shown where there is none to choose. */
export function PrinterMenu({ label, options, onChoose, isBusy, about }: PrinterMenuProps) {
  if (options.length === 0) return null;
  return (
    // In place and not at the end of the page, so that it stands inside the main landmark.
    <Menu inline>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          className={mergeClasses(buttons['button'], buttons['secondary'])}
          disabledFocusable={isBusy}
        >
          {label}
          {about !== undefined && <span className="visually-hidden">{about}</span>}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList className={css['list'] ?? ''}>
          {options.map(({ id, name, state }) => (
            <MenuItem key={id} secondaryContent={state} onClick={() => onChoose(id)}>
              <bdi>{name}</bdi>
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
