export type Unit = 'ms' | 'req/s' | 'x' | '%' | 'MB' | 'µs';

/** One line of the result: a median, beside what it is measured against in the same run. */
export interface Finding {
  readonly bench: string;
  readonly measure: string;
  readonly unit: Unit;
  readonly value: number;
  readonly reference?: { readonly what: string; readonly value: number; readonly unit: Unit };
  /** Median of the rounds' ratios to the reference. */
  readonly ratio?: number;
  /** Printed beside, never asserted. */
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
  readonly rounds?: readonly number[];
}

export function goalMet({ goal, value }: Finding): boolean | null {
  if (!goal) return null;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}
