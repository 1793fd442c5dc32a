import type * as z from 'zod';
import type { ReasonPart } from './reason-part.ts';

/** What a schema found wrong, in codes; undefined where only its own words say it. */
export function issueParts(issue: z.core.$ZodIssue): readonly ReasonPart[] | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? [{ code: 'required' }]
        : [{ code: 'type', values: { expected: issue.expected } }];
    case 'too_small':
      return [{ code: 'least', values: { least: String(issue.minimum) } }];
    case 'too_big':
      return [{ code: 'most', values: { most: String(issue.maximum) } }];
    case 'unrecognized_keys':
      return [{ code: 'unknown', values: { names: issue.keys.join(', ') } }];
    case 'invalid_value':
      return [{ code: 'one-of', values: { values: issue.values.map(String).join(', ') } }];
    case 'invalid_format':
    case 'invalid_union':
      return [{ code: 'form' }];
    default:
      return undefined;
  }
}
