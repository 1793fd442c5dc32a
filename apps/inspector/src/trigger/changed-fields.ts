import type { Translate } from '../messages/translate.ts';
import { trigger } from '../messages/trigger/en.ts';
/** One `set` of a trigger, or why what was edited cannot be one. */
export type ChangedFields =
  | {
      readonly ok: true;
      readonly set: readonly (readonly [path: string, value: NonNullable<unknown> | null])[];
    }
  | { readonly ok: false; readonly message: string };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** As `--set` writes it: `data.items[0].text`, with quotes around names that need them. */
function pathTo(prefix: string, name: string): string {
  const step = /[.[\]"]/.test(name) || name === '' ? `"${name}"` : name;
  return prefix === '' ? step : `${prefix}.${step}`;
}

function changesIn(before: unknown, after: unknown, path: string, t: Translate): ChangedFields {
  if (same(before, after)) return { ok: true, set: [] };
  if (isFields(before) && isFields(after)) return changesOfFields(before, after, path, t);
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return joined(after.map((item, index) => changesIn(before[index], item, `${path}[${index}]`, t)));
  }
  if (path === '') return { ok: false, message: t(trigger.expected.object) };
  return { ok: true, set: [[path, after ?? null]] };
}

function changesOfFields(before: Fields, after: Fields, path: string, t: Translate): ChangedFields {
  const gone = Object.keys(before).find((name) => !Object.hasOwn(after, name));
  if (gone !== undefined) {
    const field = pathTo(path, gone);
    return { ok: false, message: t(trigger.expected.gone, { field }) };
  }
  return joined(
    Object.entries(after).map(([name, value]) =>
      Object.hasOwn(before, name)
        ? changesIn(before[name], value, pathTo(path, name), t)
        : { ok: true, set: [[pathTo(path, name), value ?? null]] },
    ),
  );
}

function joined(parts: readonly ChangedFields[]): ChangedFields {
  const wrong = parts.find(({ ok }) => !ok);
  if (wrong) return wrong;
  return { ok: true, set: parts.flatMap((part) => (part.ok ? part.set : [])) };
}

/** What was changed in a sample, so that all else is fresh when it is sent. */
export function changedFields(before: string, after: string, t: Translate): ChangedFields {
  let edited: unknown;
  try {
    edited = JSON.parse(after);
  } catch (error) {
    return {
      ok: false,
      message: t(trigger.expected.json, { why: error instanceof Error ? error.message : String(error) }),
    };
  }
  return changesIn(JSON.parse(before), edited, '', t);
}
