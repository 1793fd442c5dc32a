import type { SamplePreview } from '@hooktap/protocol';

type Body = Pick<SamplePreview, 'rawHeaders' | 'body'>;

const contentType = ({ rawHeaders }: Body): string =>
  rawHeaders.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';

/** Whether it goes out as the fields of a form. */
export const isForm = (sample: Body): boolean => /x-www-form-urlencoded/i.test(contentType(sample));

/** The sample's fields to be edited as JSON; those of a form too, which goes out as a form again. */
export function sampleText(sample: Body): string {
  const value = isForm(sample)
    ? Object.fromEntries(new URLSearchParams(sample.body))
    : (JSON.parse(sample.body) as unknown);
  return JSON.stringify(value, null, 2);
}
