import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { layout } from '../messages/layout/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { chooseTheme, currentTheme, type Theme } from './theme.ts';

const themes = [
  { name: 'light', icon: 'light' },
  { name: 'dark', icon: 'dark' },
  { name: 'system', icon: 'system' },
] as const satisfies readonly { name: Theme; icon: IconName }[];

export function ThemeSwitch() {
  const t = useT();
  const [theme, setTheme] = useState(currentTheme);
  const icon = themes.find(({ name }) => name === theme)?.icon ?? 'system';
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className="button ghost icon-only theme-switch"
        aria-label={t(layout.theme.name)}
        title={t(layout.theme.name)}
      >
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
            {themes.map(({ name, icon: shape }) => (
              <DropdownMenu.RadioItem key={name} value={name} className="menu-item">
                <Icon name={shape} small />
                {t(layout.theme[name])}
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
