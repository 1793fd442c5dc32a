import { type Finding, goalMet, type Unit } from './finding.ts';

const figure = (value: number, unit: Unit): string => {
  const digits = unit === 'ms' || unit === 'x' || unit === 'µs' ? (Math.abs(value) < 10 ? 3 : 1) : 0;
  return `${value.toFixed(digits)} ${unit}`;
};

function cells(finding: Finding): string[] {
  const { bench, measure, value, unit, reference, ratio, goal } = finding;
  const met = goalMet(finding);
  const bound = goal ? ('atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`) : '';
  return [
    bench,
    measure,
    figure(value, unit),
    reference ? `${reference.what} ${figure(reference.value, reference.unit)}` : '',
    ratio === undefined ? '' : figure(ratio, 'x'),
    bound,
    met === null ? '' : met ? 'met' : 'MISSED',
  ];
}

/** The findings as a table in Markdown. */
export function table(findings: readonly Finding[]): string {
  const rows = [
    ['bench', 'measure', 'median', 'reference', 'ratio', 'goal', ''],
    ...findings.map((finding) => cells(finding)),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0), 3),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}
