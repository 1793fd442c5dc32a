import type { EventId } from '@hooktap/protocol';
import { copyFormats } from '@hooktap/protocol';
import { goTo } from '../address/use-address.ts';
import { isTooLargeToPaste } from '../copying/copied-request.ts';
import { tabNames } from '../detail/tabs-for-event.ts';
import { inWords, size } from '../format/measures.ts';
import { actionOfKey } from '../keys/use-keys.ts';
import { commands as words } from '../messages/commands/en.ts';
import { copying } from '../messages/copying/en.ts';
import { detail } from '../messages/detail/en.ts';
import { termOf } from '../search/filter-term.ts';
import { narrowBy } from '../search/narrow.ts';
import { type PaletteCommand, type Standing, soon } from './palette-command.ts';

/** With the event that is open. */
export function eventCommands(standing: Standing): readonly PaletteCommand[] {
  const { id, item, marking, commands, t } = standing;
  if (id === null) return [];
  const group = 'event';
  // With events selected these keys are theirs.
  const key = (shortcut: string) => (marking.marks.ids.size > 0 ? {} : { shortcut });
  const acts: readonly PaletteCommand[] = commands.canAct
    ? [
        { group, label: t(words.replay), icon: 'replay', ...key('R'), run: () => commands.replay([id]) },
        {
          group,
          label: t(item?.pinned ? words.unpin : words.pin),
          icon: 'pin',
          ...key('P'),
          run: () => commands.pin([id]),
        },
        { group, label: t(words.resign), icon: 'shield', run: () => commands.resign(id) },
        { group, label: t(words.delete), icon: 'trash', ...key('⌫'), run: () => commands.remove([id]) },
      ]
    : [];
  const same = [
    item?.eventType && termOf('type', item.eventType),
    item && termOf('path', item.path),
    item?.provider && termOf('provider', item.provider),
  ].filter((term) => typeof term === 'string');
  return [
    ...acts,
    ...markCommands(standing, id),
    { group, label: t(words.edit), icon: 'edit', shortcut: 'E', run: () => commands.edit(id) },
    ...copyFormats.map((format) => ({
      group: group as typeof group,
      label: `${t(copying.copyAs)} ${t(copying.format[format])}`,
      icon: 'code' as const,
      ...(format === 'curl' && { shortcut: 'Y' }),
      run: () => commands.copyAs(id, format),
    })),
    ...(item && isTooLargeToPaste(item.body.size)
      ? [
          {
            group: group as typeof group,
            label: t(copying.saveBody, { size: inWords(size(item.body.size, t)) }),
            icon: 'download' as const,
            run: () => commands.saveBody(id),
          },
        ]
      : []),
    {
      group,
      label: `${t(copying.export)} ${id}`,
      icon: 'download',
      run: () => soon(() => commands.exportEvents({ ids: [id] })),
    },
    { group, label: t(words.copyId), icon: 'copy', run: () => void navigator.clipboard.writeText(id) },
    ...tabNames.map((tab, index) => ({
      group: group as typeof group,
      label: t(words.showTab, { tab: t(detail.tab[tab]) }),
      icon: 'right' as const,
      shortcut: String(index + 1),
      run: () => goTo({ tab }),
    })),
    ...same.map((term) => ({
      group: group as typeof group,
      label: t(words.only, { term }),
      icon: 'filter' as const,
      run: () => narrowBy(term, false),
    })),
  ];
}

/** What a person writes of it, and its place beside others. */
function markCommands(
  { address, item, marking, comparable, commands, t }: Standing,
  id: EventId,
): readonly PaletteCommand[] {
  const group = 'event';
  const note = document.querySelector<HTMLElement>('.detail textarea.note');
  const [before, next] = [actionOfKey('['), actionOfKey(']')];
  const isMarked = marking.marks.ids.size > 0;
  const found: readonly (PaletteCommand | false | null | undefined)[] = [
    comparable !== null &&
      address.compare === null && {
        group,
        label: t(words.compareAttempts),
        icon: 'compare',
        // With events selected the key compares those.
        ...(!isMarked && { shortcut: 'C' }),
        run: () => goTo({ compare: comparable, editing: false }),
      },
    note && { group, label: t(words.note), icon: 'edit', shortcut: 'N', run: () => soon(() => note.focus()) },
    item &&
      commands.canAct &&
      !isMarked && {
        group,
        label: t(words.tag),
        icon: 'edit',
        run: () => soon(() => commands.show('tag')),
      },
    !marking.marks.ids.has(id) && {
      group,
      label: t(words.select),
      icon: 'marked',
      shortcut: 'X',
      run: () => marking.toggle(id),
    },
    before && { group, label: t(words.threadBefore), icon: 'up', shortcut: '[', run: before },
    next && { group, label: t(words.threadNext), icon: 'down', shortcut: ']', run: next },
  ];
  return found.filter((command) => !!command);
}
