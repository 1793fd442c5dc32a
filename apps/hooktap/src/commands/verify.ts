import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventVerification, Finding, FrameworkFix, SchemeSteps } from '@hooktap/protocol';
import { secretVariable } from '../config/environment-secrets.ts';
import { projectRoot } from '../data-dir.ts';
import { withDesk } from '../desk/find-desk.ts';
import { eventIdOf } from '../event-id.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { clipped, printable } from '../printable.ts';

export interface VerifyFlags {
  /** Whose fix is shown with its code; by default that of the project's package.json. */
  readonly framework?: string;
  readonly json?: boolean;
}

const longest = 160;
const shown = (text: string): string => clipped(printable(text), longest);
const label = (text: string): string => `  ${text.padEnd(10)}`;

/** The verdict on an event's signature, step by step, and what the doctor finds. Exit code 1 where it is invalid. */
export async function verify(
  dataDir: string,
  text: string,
  flags: VerifyFlags,
  output: Output,
): Promise<ExitCode> {
  const id = eventIdOf(text);
  const verification = await withDesk(dataDir, output, (desk) => desk.verification(id));
  if (!verification) throw new Failure(`There is no event ${id}. hooktap events lists those there are.`);
  if (flags.json) output.json(verification);
  else print(verification, flags.framework ?? frameworkOf(process.cwd()), output);
  return verification.verification.verdict === 'invalid' ? exitCode.failed : exitCode.done;
}

function print(told: EventVerification, framework: string | null, output: Output): void {
  const { result, paint } = output;
  const { verification, kept, provider, secrets } = told;
  result(`${paint('bold', told.eventId)}  ${provider ?? 'no provider'}: ${shown(told.providerReason)}`);
  const colour = { valid: 'green', invalid: 'red', unchecked: 'yellow' } as const;
  const reason = verification.reason === undefined ? '' : `: ${shown(verification.reason)}`;
  result(`${label('verdict')}${paint(colour[verification.verdict], verification.verdict)}${reason}`);
  const todo = uncheckedTodo(told);
  if (todo !== null) result(`${label('')}→ ${shown(todo)}`);
  if (kept.verdict !== verification.verdict)
    result(`${label('at first')}${kept.verdict}, with what was set then`);
  result(`${label('secrets')}${secrets} of the endpoint '${told.endpoint}'`);
  for (const steps of told.steps) printSteps(steps, output);
  if (told.findings.length > 0) result(`\n${paint('bold', 'Why')}`);
  told.findings.forEach((finding) => {
    printFinding(finding, output);
  });
  const isUnexplained = told.findings.length === 0 && verification.code !== 'pack-failed';
  if (verification.verdict === 'invalid' && isUnexplained) {
    result(`\n${paint('bold', 'Why')}`);
    result(`${label('unknown')}Nothing that people get wrong explains it. What is left:`);
    for (const rest of unexplained) result(`${label('')}→ ${rest}`);
    for (const tried of told.tried) result(`  tried: ${tried}`);
  }
  if (told.handshake) printHandshake(told.handshake, output);
  const { handler } = told;
  if (handler) {
    result(`\n${paint('bold', `Why the handler answered ${handler.statusCode}`)} (${handler.deliveryId})`);
    for (const finding of handler.findings) printFinding(finding, output);
  }
  printFixes(told.fixes, framework, output);
}

/** What it takes to have a signature checked; null where nothing can be done. */
function uncheckedTodo({ verification, endpoint }: EventVerification): string | null {
  switch (verification.code) {
    case 'no-secret':
      return `Set ${secretVariable(endpoint)} in the environment, or secrets of the endpoint '${endpoint}' in the config file.`;
    case 'no-provider':
      return `If you know whose it is, write provider: '…' at the endpoint '${endpoint}' (hooktap providers lists them).`;
    default:
      return null;
  }
}

const unexplained = [
  'The secret is another: compare it with the provider’s panel. A webhook that was made anew has a new one; test and live modes, and each webhook, have their own.',
  'The body or the header was changed after it was signed: look for what stands between the provider and the public URL.',
  'The provider did not send it.',
];

function printHandshake(
  { name, answered, perhaps, explanation, remedy }: NonNullable<EventVerification['handshake']>,
  { result, paint }: Output,
): void {
  result(
    `\n${paint('bold', 'Handshake')}  ${perhaps ? 'perhaps ' : ''}${shown(name)}, ${answered ? 'answered' : 'not answered'}`,
  );
  result(`${label('')}${clipped(printable(explanation), 600)}`);
  if (remedy !== null) result(`${label('')}→ ${clipped(printable(remedy), 600)}`);
}

function printSteps(steps: SchemeSteps, { result, paint }: Output): void {
  result(`\n${paint('bold', steps.title)}  ${steps.scheme}, ${steps.algorithm}, ${steps.docs}`);
  for (const { name, value } of steps.headers) result(`${label('header')}${shown(name)}: ${shown(value)}`);
  for (const { label: what, text, cut } of steps.signed) {
    result(`${label('signed')}${what}: ${shown(text)}${cut ? '…' : ''}`);
  }
  for (const signature of steps.received) result(`${label('received')}${shown(signature)}`);
  for (const { secretIndex, signature, matches } of steps.computed) {
    const verdict = paint(matches ? 'green' : 'red', matches ? 'matches' : 'does not match');
    result(`${label('computed')}${signature ?? '(not shown)'}  secret ${secretIndex + 1} ${verdict}`);
  }
  if (steps.clock) {
    const { signedAt, receivedAt, problem } = steps.clock;
    result(`${label('clock')}signed ${signedAt}, arrived ${receivedAt}${problem ? `: ${problem}` : ''}`);
  }
}

function printFinding({ certain, title, detail, todo }: Finding, { result, paint }: Output): void {
  result(`${label(certain ? 'certain' : 'perhaps')}${paint('bold', shown(title))}`);
  result(`${label('')}${clipped(printable(detail), 600)}`);
  result(`${label('')}→ ${clipped(printable(todo), 600)}`);
}

function printFixes(
  fixes: readonly FrameworkFix[],
  framework: string | null,
  { result, paint }: Output,
): void {
  if (fixes.length === 0) return;
  const own = fixes.filter((fix) => fix.framework === framework);
  result(`\n${paint('bold', 'In your handler')}`);
  for (const { title, says, code, docs } of own) {
    result(`  ${title}: ${says} ${docs}`);
    for (const line of code.split('\n')) result(`      ${line}`);
  }
  if (own.length > 0) return;
  if (framework !== null) result(`  There is none for ${shown(framework)}; the others:`);
  for (const { framework: name, title, says } of fixes)
    result(`  ${title.padEnd(8)} ${says} (--framework ${name})`);
}

const packages: Readonly<Record<string, string>> = {
  next: 'next',
  fastify: 'fastify',
  hono: 'hono',
  express: 'express',
};

/** What the project's package.json depends on; null where that says nothing. */
function frameworkOf(cwd: string): string | null {
  try {
    const text = readFileSync(join(projectRoot(cwd), 'package.json'), 'utf8');
    const { dependencies = {}, devDependencies = {} } = JSON.parse(text) as Record<string, object>;
    const names = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
    return Object.keys(packages).find((name) => names.has(name)) ?? null;
  } catch {
    return null;
  }
}
