import { DropdownMenu } from 'radix-ui';
import { changeView, useView } from '../layout/view-settings.ts';
import { type LanguageSetting, languageNames, languages, languageTags } from '../messages/language.ts';
import { layout } from '../messages/layout/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';

const settings: readonly LanguageSetting[] = [...languages, 'system'];

/** The language of the screen; each is named in its own words. */
export function LanguageMenu() {
  const t = useT();
  const { language } = useView();
  const name = t(layout.language.name);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className="button ghost icon-only language-menu"
        // Whoever does not read the language of the screen finds it by its English name.
        aria-label={name === 'Language' ? name : `${name} (Language)`}
        title={name}
      >
        <Icon name="language" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.RadioGroup
            value={language}
            onValueChange={(chosen) =>
              changeView({ language: settings.find((setting) => setting === chosen) ?? 'system' })
            }
          >
            {settings.map((setting) => (
              <DropdownMenu.RadioItem
                key={setting}
                value={setting}
                className="menu-item"
                lang={setting === 'system' ? undefined : languageTags[setting]}
              >
                {setting === 'system' ? t(layout.language.system) : languageNames[setting]}
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
