import { panels } from '../address/address.ts';
import { goToPanel, panelIcons, panelKeys } from '../layout/PanelNav.tsx';
import { changeView } from '../layout/view-settings.ts';
import { commands as words } from '../messages/commands/en.ts';
import { languageNames, languages } from '../messages/language.ts';
import { layout } from '../messages/layout/en.ts';
import { requests as requestWords } from '../messages/requests/en.ts';
import { watch as watchWords } from '../messages/watch/en.ts';
import { chooseTheme } from '../top-bar/theme.ts';
import { eventCommands } from './event-commands.ts';
import { hereCommands } from './here-commands.ts';
import { listCommands } from './list-commands.ts';
import { markedCommands } from './marked-commands.ts';
import type { PaletteCommand, Standing } from './palette-command.ts';

function requestCommands({ saved, onSendSaved, commands, t }: Standing): readonly PaletteCommand[] {
  const group = 'requests';
  const sends = commands.canAct
    ? saved.map((request) => ({
        group: group as typeof group,
        label: t(requestWords.palette.send, { name: request.name }),
        icon: 'send' as const,
        run: () => onSendSaved(request),
      }))
    : [];
  return [
    ...sends,
    { group, label: t(requestWords.list.title), icon: 'bookmark', run: () => commands.show('requests') },
    { group, label: t(watchWords.title), icon: 'replay', run: () => commands.show('watch') },
  ];
}

/** Everything that can be asked for by name, where the screen stands now. */
export function paletteCommands(standing: Standing): readonly PaletteCommand[] {
  const { t, publicUrl } = standing;
  const group = 'screen';
  return [
    ...markedCommands(standing),
    ...eventCommands(standing),
    ...hereCommands(standing),
    ...listCommands(standing),
    ...requestCommands(standing),
    ...panels.map((panel) => ({
      group: group as typeof group,
      label: t(words.goTo, { panel: t(layout.panels[panel]) }),
      icon: panelIcons[panel],
      shortcut: `G ${panelKeys[panel]}`,
      run: () => goToPanel(panel),
    })),
    ...(publicUrl === null
      ? []
      : [
          {
            group: group as typeof group,
            label: t(words.copyUrl),
            icon: 'copy' as const,
            run: () => void navigator.clipboard.writeText(publicUrl),
          },
        ]),
    { group, label: t(words.themeLight), icon: 'light', run: () => chooseTheme('light') },
    { group, label: t(words.themeDark), icon: 'dark', run: () => chooseTheme('dark') },
    { group, label: t(words.themeSystem), icon: 'system', run: () => chooseTheme('system') },
    ...languages.map((language) => ({
      group: group as typeof group,
      label: t(words.language, { name: languageNames[language] }),
      icon: 'language' as const,
      run: () => changeView({ language }),
    })),
    {
      group,
      label: t(words.languageSystem),
      icon: 'language',
      run: () => changeView({ language: 'system' }),
    },
    { group, label: t(words.allKeys), icon: 'more', shortcut: '?', run: standing.onKeys },
  ];
}
