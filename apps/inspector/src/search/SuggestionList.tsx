import { useEffect } from 'react';
import { visibleLine } from '../format/visible-text.ts';
import { search } from '../messages/search/en.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
import type { Suggestion } from './suggestions.ts';

interface SuggestionListProps {
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  /** Whether Up goes back through what was searched for. */
  readonly recalls: boolean;
  readonly onTake: (suggestion: Suggestion) => void;
}

const groups = ['Values', 'Fields', 'Recent'] as const;

/** What a field is for; the search language's own words where the screen has none. */
function describe({ shown, description }: Suggestion, t: Translate): string {
  const [field = ''] = shown.replace(/^-/, '').split(/[:.]/);
  if (description === '' || !Object.hasOwn(search.field, field)) return description;
  return t(search.field[field as keyof typeof search.field]);
}

/** Below the field: what could come next. The field keeps the focus. */
export function SuggestionList({ suggestions, active, recalls, onTake }: SuggestionListProps) {
  const t = useT();
  useEffect(() => {
    document.getElementById(`suggestion-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className="suggestions">
      <div
        id="filter-suggestions"
        role="listbox"
        aria-label={t(search.suggestions)}
        className="suggestions-list"
      >
        {groups.map((group) => {
          const own = suggestions.map((suggestion, index) => ({ suggestion, index }));
          const shown = own.filter(({ suggestion }) => suggestion.group === group);
          if (shown.length === 0) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
            <div key={group} role="group" aria-label={t(search.group[group])}>
              <p className="menu-label" aria-hidden="true">
                {t(search.group[group])}
              </p>
              {shown.map(({ suggestion, index }) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
                // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
                <div
                  key={suggestion.query + index}
                  id={`suggestion-${index}`}
                  role="option"
                  aria-selected={index === active}
                  className="suggestion"
                  // Else the field would lose the focus before the click.
                  onMouseDown={(press) => press.preventDefault()}
                  onClick={() => onTake(suggestion)}
                >
                  <code className="cut">{visibleLine(suggestion.shown)}</code>
                  <span className="quiet cut">{describe(suggestion, t)}</span>
                </div>
              ))}
            </div>
          );
        })}
      </div>
      <p className="suggestions-foot quiet">
        <span>
          <kbd>↓</kbd> {t(search.choose)}
        </span>
        <span>
          <kbd>↵</kbd> {t(active < 0 ? search.search : search.take)}
        </span>
        {recalls && (
          <span>
            <kbd>↑</kbd> {t(search.earlier)}
          </span>
        )}
        <span>
          <kbd>-</kbd> {t(search.excludes)}
        </span>
      </p>
    </div>
  );
}
