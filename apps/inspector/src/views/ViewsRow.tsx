import { DropdownMenu } from 'radix-ui';
import { useRef, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { useHooktap } from '../connection/hooktap.ts';
import { visibleLine } from '../format/visible-text.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useWidth } from '../list/use-width.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
import { views as words } from '../messages/views/en.ts';
import { Icon } from '../parts/Icon.tsx';
import { withTimesOf } from '../search/time-range.ts';
import { useCommands } from '../state/Commands.tsx';
import { unreadQuery, useOpened } from '../state/Opened.tsx';
import { useFollowed } from '../state/use-followed.ts';
import { builtInViews, type View } from './built-in-views.ts';
import { fittingViews } from './fit-views.ts';
import { useSavedViews } from './use-views.ts';
import './views.css';

/** How many a view has, or at least. */
interface Count {
  readonly total: number;
  readonly isExact: boolean;
}

const countWords = ({ total, isExact }: Count, t: Translate) => `${t.number(total)}${isExact ? '' : '+'}`;

function useCounts(queries: readonly string[]): ReadonlyMap<string, Count> {
  const hooktap = useHooktap();
  const { unread } = useOpened();
  const asked = queries.filter((q) => q !== unreadQuery);
  const counts = useFollowed({
    key: ['view-counts', ...asked],
    async ask(signal) {
      const value = new Map<string, Count>();
      let seq = Number.POSITIVE_INFINITY;
      let failure: unknown;
      // One after the other: they are in nobody's way. One that cannot be searched has no count.
      for (const q of asked) {
        try {
          const page = await hooktap.events({ q, limit: 1 }, signal);
          value.set(q, { total: page.total, isExact: page.totalIsExact });
          seq = Math.min(seq, page.seq);
        } catch (error) {
          failure = error;
        }
      }
      // Nothing was counted: the counts of before stay, and it is asked again.
      if (value.size === 0) throw failure;
      const isWhole = failure === undefined && [...value.values()].every(({ isExact }) => isExact);
      return { value, seq, isWhole };
    },
    follows: ({ type }) => /^(event|delivery|opened)\./.test(type),
  });
  const all = new Map(counts);
  if (unread !== undefined) all.set(unreadQuery, unread);
  return all;
}

function ViewLabel({ view, count }: { readonly view: View; readonly count: Count | undefined }) {
  const t = useT();
  return (
    <>
      {view.icon && (
        <span className={count?.total ? view.tone : 'quiet'}>
          <Icon name={view.icon} small />
        </span>
      )}
      {visibleLine(view.name)}
      {count && <span className="quiet figures">{countWords(count, t)}</span>}
    </>
  );
}

/** Searches by name: those that there is room for side by side, all of them in the menu behind. */
export function ViewsRow({ q }: { readonly q: string }) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { views: saved } = useSavedViews();
  const commands = useCommands();
  const [isOpen, setOpen] = useState(false);
  const now = Date.now();
  const searchOf = (view: View) => withTimesOf(view.q, q, now);
  const all: readonly View[] = [...builtInViews(t), ...saved];
  const counts = useCounts(all.map(searchOf));
  const countOf = (view: View) => counts.get(searchOf(view));
  const isHere = (view: View) => searchOf(view) === q.trim();
  const worth = all.filter((view) => !view.onlyIfAny || isHere(view) || Boolean(countOf(view)?.total));
  const fitting = fittingViews(
    worth.map((view) => {
      const count = countOf(view);
      const figures = count ? countWords(count, t).length : 0;
      return { letters: view.name.length, figures, hasIcon: view.icon !== undefined };
    }),
    width - 40,
  );
  useKeys({ v: () => setOpen(true) });
  const show = (view: View) => goTo({ q: searchOf(view) });
  return (
    <div ref={place} className="views-row">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of form fields */}
      <div className="views-buttons" role="group" aria-label={t(words.label)}>
        {worth.slice(0, fitting).map((view) => (
          <button
            key={`${view.name} ${view.q}`}
            type="button"
            className="view-button"
            aria-pressed={isHere(view)}
            title={view.q === '' ? undefined : visibleLine(view.q)}
            onClick={() => show(view)}
          >
            <ViewLabel view={view} count={countOf(view)} />
          </button>
        ))}
      </div>
      <DropdownMenu.Root modal={false} open={isOpen} onOpenChange={setOpen}>
        <DropdownMenu.Trigger
          className="button ghost icon-only"
          aria-label={t(words.label)}
          title={t(words.tooltip)}
        >
          <Icon name="chevron" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="start" sideOffset={4} collisionPadding={8}>
            <DropdownMenu.Label className="menu-label">{t(words.label)}</DropdownMenu.Label>
            {all.map((view) => (
              <DropdownMenu.Item
                key={`${view.name} ${view.q}`}
                className="menu-item"
                aria-current={isHere(view) ? 'true' : undefined}
                onSelect={() => show(view)}
              >
                <span className="view-item">
                  <ViewLabel view={view} count={countOf(view)} />
                </span>
                {isHere(view) && (
                  <span className="end">
                    <Icon name="check" small />
                  </span>
                )}
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Separator className="menu-rule" />
            <DropdownMenu.Item
              className="menu-item"
              disabled={q.trim() === ''}
              onSelect={() => commands.show('new-view')}
            >
              <Icon name="bookmark" small /> {t(words.saveThis)}
            </DropdownMenu.Item>
            <DropdownMenu.Item
              className="menu-item"
              disabled={saved.length === 0}
              onSelect={() => commands.show('views')}
            >
              <Icon name="edit" small /> {t(words.edit)}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </div>
  );
}
