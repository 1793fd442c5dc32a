import { readFileSync } from 'node:fs';

/**
 * What the sources of schemas say above a schema or one of its fields, by `Name` and `Name.field.inner`. They are
 * formatted: a field that bears a comment begins its own line.
 */
export function commentsOf(files) {
  const comments = new Map();
  for (const file of files) readComments(readFileSync(file, 'utf8').split('\n'), comments);
  return comments;
}

function readComments(lines, comments) {
  let path = [];
  let above = null;
  let open = null;
  for (const line of lines) {
    const text = line.trim();
    if (open !== null) {
      if (text !== '*/') open.push(text.replace(/^\* ?/, ''));
      else [above, open] = [open.join('\n'), null];
      continue;
    }
    if (text === '/**') {
      open = [];
      continue;
    }
    const whole = /^\/\*\* (.*) \*\/$/.exec(text);
    if (whole) {
      above = whole[1];
      continue;
    }
    path = pathAt(line, path);
    const last = path.at(-1);
    if (above !== null && last?.line === line) comments.set(path.map(({ key }) => key).join('.'), above);
    above = null;
  }
}

/** Where a line stands: a schema begins at the margin, the fields of one object are as far from it. */
function pathAt(line, path) {
  const schema = /^(?:export )?const (\w+) =/.exec(line);
  if (schema) return [{ key: schema[1], indent: 0, line }];
  const field = /^( +)'?([\w-]+)'?: /.exec(line);
  if (!field) return path;
  const indent = field[1].length;
  return [...path.filter((above) => above.indent < indent), { key: field[2], indent, line }];
}
