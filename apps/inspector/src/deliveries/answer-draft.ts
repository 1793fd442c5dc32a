import type { BreakpointAnswer } from '@hooktap/protocol';
import { deliveries } from '../messages/deliveries/en.ts';
import type { Translate } from '../messages/translate.ts';

/** An answer by hand as it is typed; one header a line. */
export interface AnswerDraft {
  readonly status: string;
  readonly headers: string;
  readonly body: string;
}

export const usualAnswer: AnswerDraft = { status: '200', headers: '', body: '' };

export type AnswerReading =
  | { readonly ok: true; readonly answer: BreakpointAnswer }
  | { readonly ok: false; readonly field: 'status' | 'headers'; readonly problem: string };

const line = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*)$/;

/** The answer, or the first thing that is wrong with it. */
export function readAnswer({ status, headers, body }: AnswerDraft, t: Translate): AnswerReading {
  const code = Number(status);
  if (!/^\d{3}$/.test(status.trim()) || code < 200 || code > 599)
    return { ok: false, field: 'status', problem: t(deliveries.answer.expectedStatus) };
  const named: [string, string][] = [];
  for (const text of headers.split('\n').map((one) => one.trim())) {
    if (text === '') continue;
    const [, name, value] = line.exec(text) ?? [];
    if (name === undefined || value === undefined)
      return { ok: false, field: 'headers', problem: t(deliveries.answer.expectedHeader, { text }) };
    named.push([name, value]);
  }
  return {
    ok: true,
    answer: {
      status: code,
      ...(named.length > 0 && { headers: Object.fromEntries(named) }),
      ...(body !== '' && { body }),
    },
  };
}
