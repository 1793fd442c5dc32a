import { foldCase } from './fold-case.ts';
import { someJsonValue } from './json-values.ts';

/** Whether some value at the path of a JSON or form body passes the test. `path` folded. */
export function someBodyValue(
  text: string,
  contentType: string | undefined,
  path: readonly string[],
  test: (value: string) => boolean,
): boolean {
  return isForm(contentType) ? someFormValue(text, path, test) : someJsonValue(text, path, test);
}

/** The prefilter relies on the word. */
const isForm = (contentType: string | undefined): boolean =>
  contentType !== undefined && /x-www-form-urlencoded/i.test(contentType);

/** `data[from]=x` stands at `data.from`; a value that is JSON, as Slack's `payload`, is gone into. */
function someFormValue(text: string, path: readonly string[], test: (value: string) => boolean): boolean {
  for (const [key, value] of new URLSearchParams(text)) {
    const steps = stepsOf(foldCase(key), path);
    if (!steps?.every((step, index) => step === path[index])) continue;
    const rest = path.slice(steps.length);
    if (rest.length === 0 ? test(value) : someJsonValue(value, rest, test)) return true;
  }
  return false;
}

/** Undefined where the key leads further than the path. */
function stepsOf(key: string, path: readonly string[]): readonly string[] | undefined {
  if (key === path[0]) return [key];
  const steps = key.split(/[[\].]+/).filter((step) => step !== '');
  return steps.length > 0 && steps.length <= path.length ? steps : undefined;
}
