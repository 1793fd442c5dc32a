import type { Measure } from '../format/measures.ts';

/** A number with its unit in grey, to the right. */
export function Figure({ measure, title }: { readonly measure: Measure; readonly title?: string }) {
  return (
    <span className="end figures" title={title}>
      {measure.figure} <span className="quiet">{measure.unit}</span>
    </span>
  );
}
