import type { Saying } from '@hooktap/protocol';
import { eventMatcher, parseQuery, type Query, type QueryError, sayFault, says } from '@hooktap/query';
import type { EventFilter } from './endpoint-policy.ts';
import { initialState, toListItem } from './event-state.ts';
import { readingOf } from './query-matcher.ts';

type CompiledFilter = { readonly ok: true; readonly filter: EventFilter } | ({ readonly ok: false } & Saying);

/** A filter in the search language, ready to be asked of each arrival. Of a large body nothing is seen. */
export function compileEventFilter(text: string): CompiledFilter {
  const parsed = parseQuery(text);
  if (!parsed.ok) return { ok: false, ...describeQueryError(text, parsed.error) };
  const { query } = parsed;
  if (bodyFieldsOf(query) > mostBodyFields) {
    return { ok: false, ...sayFault(says('body-often', { most: String(mostBodyFields) })) };
  }
  return {
    ok: true,
    filter: (event, { content }) => {
      // Made anew each time, since `since:15m` is reckoned from then on.
      const matcher = eventMatcher(query);
      const readings =
        content.kind === 'inline' && content.bytes.length > 0 ? [readingOf(content.bytes)] : [];
      return matcher.matches({
        item: toListItem(initialState(event)),
        rawHeaders: () => event.rawHeaders,
        bodyReadings: () => readings,
        isReplayed: () => false,
        isUnread: () => false,
      });
    },
  };
}

/** Each reads the body once, for every request. */
const mostBodyFields = 32;

function bodyFieldsOf(query: Query): number {
  if (query.kind === 'and' || query.kind === 'or') {
    return query.of.reduce((sum, part) => sum + bodyFieldsOf(part), 0);
  }
  if (query.kind === 'not') return bodyFieldsOf(query.of);
  return query.kind === 'body' ? 1 : 0;
}

/** One sentence that shows the place. */
export function describeQueryError(
  text: string,
  { offset, length, message, parts, suggestion }: QueryError,
): Saying {
  const place = text.slice(offset, offset + length);
  const hint =
    suggestion === undefined || message.includes(suggestion) ? [] : [says('write', { suggestion })];
  const character = String(offset + 1);
  const at = place === '' ? says('at-end', { character }) : says('at-place', { place, character });
  return sayFault(at, ...parts, ...hint);
}
