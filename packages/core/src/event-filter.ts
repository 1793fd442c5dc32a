import { parseWords } from '@hooktap/query';
import type { EventFilter } from './endpoint-policy.ts';

type CompiledFilter =
  | { readonly ok: true; readonly filter: EventFilter }
  | { readonly ok: false; readonly message: string };

/** A filter in the search language, ready to be asked of each arrival. */
export function compileEventFilter(text: string): CompiledFilter {
  const words = parseWords(text);
  return {
    ok: true,
    filter: (event, { content }) => {
      const body = content.kind === 'inline' ? content.bytes.toString('utf8') : '';
      const headers = event.rawHeaders.map(([name, value]) => `${name}: ${value}`).join('\n');
      const all = `${event.method} ${event.requestTarget}\n${headers}\n${body}`.toLowerCase();
      return words.every((word) => all.includes(word));
    },
  };
}
