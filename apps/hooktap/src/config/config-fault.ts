import { nearName } from '@hooktap/query';
import * as z from 'zod';
import { ConfigFile } from './config-file.ts';
import { type FieldPath, fieldName, lineOfField } from './locate-field.ts';

/** One thing that is wrong with a config file. */
export interface ConfigFault {
  readonly path: FieldPath;
  readonly message: string;
}

/** `hooktap.config.ts:14 endpoints[1].timeout: expected a duration such as 30s` */
export function faultText(file: string, source: string, { path, message }: ConfigFault): string {
  const line = lineOfField(source, path);
  const where = line === null ? file : `${file}:${line}`;
  return path.length === 0 ? `${where} ${message}` : `${where} ${fieldName(path)}: ${message}`;
}

/** What the schema found, each in words that say what to write instead. */
export const faultsOf = (error: z.ZodError): ConfigFault[] =>
  error.issues.flatMap((issue) => faultsOfIssue(issue, []));

function faultsOfIssue(issue: z.core.$ZodIssue, above: FieldPath): ConfigFault[] {
  const path = [...above, ...(issue.path as (string | number)[])];
  if (path.at(-2) === 'secrets' && (issue.input === undefined || issue.input === '')) {
    return [{ path, message: 'is empty; is the environment variable set that it comes from?' }];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], message: unknownField(key, path) }));
    case 'invalid_union':
      return issue.message === 'Invalid input'
        ? faultsOfUnion(issue, path)
        : [{ path, message: issue.message }];
    case 'invalid_type':
      return [
        {
          path,
          message:
            issue.input === undefined && /undefined/.test(issue.message) ? missing(issue) : plain(issue),
        },
      ];
    default:
      return [{ path, message: plain(issue) }];
  }
}

const missing = (issue: z.core.$ZodIssueInvalidType): string => `is missing (expected ${issue.expected})`;

/** Zod's own words, less its beginning. */
const plain = ({ message }: z.core.$ZodIssue): string =>
  message.replace(/^Invalid (?:input|option): /, '').replace(/^(Too (?:big|small)): /, '');

/** The variant that was meant: the one whose kind of value it is. Where none or several may be, what each expects. */
function faultsOfUnion(issue: z.core.$ZodIssueInvalidUnion, path: FieldPath): ConfigFault[] {
  const meant = issue.errors.filter((issues) => !issues.some(isOfAnotherKind));
  const [only, ...others] = meant;
  if (only && others.length === 0) return only.flatMap((one) => faultsOfIssue(one, path));
  const nearest = meant.toSorted((a, b) => a.length - b.length)[0];
  const deep = nearest?.some((one) => one.path.length > 0);
  if (nearest && deep) return nearest.flatMap((one) => faultsOfIssue(one, path));
  const expected = issue.errors.flatMap((issues) => issues.flatMap((one) => faultsOfIssue(one, path)));
  const messages = new Set(
    expected.map(({ message }) => message.replace(/^expected /, '').replace(/, received .*$/, '')),
  );
  return [{ path, message: `expected ${[...messages].join(', or ')}` }];
}

const isOfAnotherKind = (issue: z.core.$ZodIssue): boolean =>
  issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');

function unknownField(key: string, path: FieldPath): string {
  const near = nearName(key, keysAt(ConfigFile, path));
  return `unknown field${near === undefined ? '' : `; did you mean '${near}'?`}`;
}

/** The fields that the schema knows at a path, of all variants together. */
function keysAt(schema: z.core.$ZodType, path: FieldPath): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return keysAt(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => keysAt(one, path));
  const [step, ...rest] = path;
  if (schema instanceof z.ZodArray) return typeof step === 'number' ? keysAt(schema.element, rest) : [];
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(schema.shape);
  const inner = schema.shape[step];
  return inner === undefined ? [] : keysAt(inner, rest);
}
