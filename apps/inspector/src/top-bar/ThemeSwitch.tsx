import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { chooseTheme, currentTheme } from './theme.ts';

const themes = [
  { name: 'light', label: 'Light', icon: 'light' },
  { name: 'dark', label: 'Dark', icon: 'dark' },
  { name: 'system', label: 'As the system', icon: 'system' },
] as const satisfies readonly { name: string; label: string; icon: IconName }[];

export function ThemeSwitch() {
  const [theme, setTheme] = useState(currentTheme);
  const icon = themes.find(({ name }) => name === theme)?.icon ?? 'system';
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button ghost icon-only theme-switch" aria-label="Theme" title="Theme">
        <Icon name={icon} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.RadioGroup
            value={theme}
            onValueChange={(chosen) => {
              const next = themes.find(({ name }) => name === chosen)?.name ?? 'system';
              chooseTheme(next);
              setTheme(next);
            }}
          >
            {themes.map(({ name, label, icon: shape }) => (
              <DropdownMenu.RadioItem key={name} value={name} className="menu-item">
                <Icon name={shape} small />
                {label}
                <DropdownMenu.ItemIndicator className="end">
                  <Icon name="check" small />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
