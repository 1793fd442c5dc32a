import { parseQuery } from '@hooktap/query';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { layout } from '../messages/layout/en.ts';
import { search } from '../messages/search/en.ts';
import { useT } from '../messages/use-t.ts';
import { IconButton } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { QueryFault } from './QueryFault.tsx';
import { QueryMirror } from './QueryMirror.tsx';
import { recentSearches, rememberSearch, type SearchSubject } from './recent-searches.ts';
import './search-field.css';
import { SuggestionList } from './SuggestionList.tsx';
import { beginsField, type Known, type Suggestion, suggestionsAt } from './suggestions.ts';

const TYPING_MS = 200;
/** A query that stood so long was meant. */
const MEANT_MS = 4000;

interface SearchFieldProps {
  readonly q: string;
  /** What is searched: it says which fields there are. */
  readonly subject: SearchSubject;
  readonly label: string;
  /** How many are found, in words. */
  readonly found: string;
  /** What the API says against the query. */
  readonly problem: ReactNode;
  /** Id of what it searches in: Enter goes there. */
  readonly list: string;
  /** Values that occur; asked for when the list of suggestions opens. */
  readonly known: () => Known;
}

/** What is typed, sent on after a pause where it can be read as a query, and at once where the field asks for it. */
function useTypedQuery(q: string, subject: SearchSubject, isNaming: (typed: string) => boolean) {
  const [typed, setTyped] = useState(q);
  const [seenQ, setSeenQ] = useState(q);
  const [settled, setSettled] = useState(q);
  const sent = useRef(q);
  if (q !== seenQ) {
    setSeenQ(q);
    // Back, forward, a click on a value or "Clear filters", not this field's own doing.
    if (q !== sent.current) {
      sent.current = q;
      setTyped(q);
      setSettled(q);
    }
  }
  const waits = isNaming(typed);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(typed);
      if (waits) return;
      if (typed.trim() === q.trim() || !parseQuery(typed, { subject }).ok) return;
      sent.current = typed.trim();
      goTo({ q: typed.trim() }, 'replace');
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, q, subject, waits]);
  useEffect(() => {
    const timer = setTimeout(() => rememberSearch(q, subject), MEANT_MS);
    return () => clearTimeout(timer);
  }, [q, subject]);
  const parsed = useMemo(
    () => (settled === typed ? parseQuery(settled, { subject }) : null),
    [settled, typed, subject],
  );
  /** At once; false where it cannot be read. */
  const run = (): boolean => {
    setSettled(typed);
    if (!parseQuery(typed, { subject }).ok) return false;
    sent.current = typed.trim();
    rememberSearch(typed, subject);
    goTo({ q: typed.trim() }, 'replace');
    return true;
  };
  return { typed, setTyped, run, fault: parsed?.ok === false ? parsed.error : null };
}

/** The query of the list: conditions and words, with what could come next offered below. */
export function SearchField({ q, subject, label, found, problem, list, known }: SearchFieldProps) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const [cursor, setCursor] = useState(0);
  const [isOpen, setOpen] = useState(false);
  // The beginning of a field's name is no word to search for, unless Enter says so: nothing would be found by it.
  const { typed, setTyped, run, fault } = useTypedQuery(
    q,
    subject,
    (text) => isOpen && beginsField(text, cursor, subject),
  );
  const [active, setActive] = useState(-1);
  const suggestions = useMemo(
    () => (isOpen ? suggestionsAt(typed, cursor, known(), recentSearches(subject), subject) : []),
    [isOpen, typed, cursor, known, subject],
  );
  const recent = useMemo(() => recentSearches(subject), [subject, q, isOpen]);
  const recalled = useRef(-1);
  const isShown = isOpen && suggestions.length > 0;

  const put = (text: string, at: number, goesOn: boolean) => {
    setTyped(text);
    setCursor(at);
    setActive(-1);
    setOpen(goesOn);
    // Once the field has its new text.
    requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
  };
  const take = (suggestion: Suggestion) => put(suggestion.query, suggestion.cursor, suggestion.goesOn);
  /** Up in an empty field, and on from there, goes back through what was searched for; null: that is not meant. */
  const earlier = (by: 1 | -1): string | null => {
    const place = typed !== '' && typed === recent[recalled.current] ? recalled.current : -1;
    if (active >= 0 || (place === -1 && (by < 0 || typed !== ''))) return null;
    const next = Math.min(place + by, recent.length - 1);
    recalled.current = next;
    return next < 0 ? '' : (recent[next] ?? null);
  };
  const onKeyDown = (key: KeyboardEvent<HTMLInputElement>) => {
    const chosen = suggestions[active];
    const before = key.key === 'ArrowUp' ? earlier(1) : key.key === 'ArrowDown' ? earlier(-1) : null;
    if (before !== null) put(before, before.length, false);
    else if (isShown && (key.key === 'ArrowDown' || key.key === 'ArrowUp')) {
      const by = key.key === 'ArrowDown' ? 1 : -1;
      const next = active + by;
      setActive(next >= suggestions.length ? 0 : next < -1 ? suggestions.length - 1 : next);
    } else if (key.key === 'ArrowDown') setOpen(true);
    else if (isShown && chosen && (key.key === 'Enter' || key.key === 'Tab')) take(chosen);
    else if (key.key === 'Enter') {
      setOpen(false);
      if (run()) document.getElementById(list)?.focus();
    } else if (key.key === 'Escape') {
      if (isShown) setOpen(false);
      else if (typed === '') key.currentTarget.blur();
      else put('', 0, false);
    } else return;
    key.preventDefault();
  };

  return (
    <div className="filter">
      <search className="filter-field">
        <Icon name="search" />
        <span className="filter-text">
          <QueryMirror text={typed} fault={isShown ? null : fault} field={field} />
          <input
            ref={field}
            id="filter"
            type="text"
            role="combobox"
            value={typed}
            placeholder={t(search.placeholder)}
            aria-label={label}
            aria-invalid={fault !== null || problem !== null}
            aria-describedby={fault || problem !== null ? 'filter-problem' : undefined}
            aria-expanded={isShown}
            aria-controls="filter-suggestions"
            aria-autocomplete="list"
            aria-activedescendant={isShown && active >= 0 ? `suggestion-${active}` : undefined}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={4096}
            onChange={(change) => {
              setTyped(change.target.value);
              setCursor(change.target.selectionStart ?? change.target.value.length);
              setActive(-1);
              setOpen(true);
            }}
            onSelect={(select) => setCursor(select.currentTarget.selectionStart ?? 0)}
            onClick={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
          />
        </span>
        <span className="quiet figures filter-count">{found}</span>
        {typed === '' ? (
          <kbd>/</kbd>
        ) : (
          <IconButton icon="cross" name={t(layout.clearFilters)} onClick={() => put('', 0, false)} />
        )}
      </search>
      {/* Over the list, so that nothing below moves while someone types. */}
      <div className="suggestions-place">
        {isShown && (
          <SuggestionList
            suggestions={suggestions}
            active={active}
            recalls={typed === '' && active < 0 && recent.length > 0}
            onTake={take}
          />
        )}
        {!isShown && fault && (
          <QueryFault
            fault={fault}
            onTake={(suggestion) => {
              const text =
                typed.slice(0, fault.offset) + suggestion + typed.slice(fault.offset + fault.length);
              put(text, text.length, false);
              field.current?.focus();
            }}
          />
        )}
        {!isShown && !fault && problem !== null && (
          <p id="filter-problem" className="suggestions filter-problem bad" role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
