const MARK = 'hooktap:first-rows';

let isSet = false;

/** Notes once, for traces and the benchmark, when the page's first rows had been painted. */
export function markFirstRows(): void {
  if (isSet) return;
  isSet = true;
  requestAnimationFrame(() => setTimeout(() => performance.mark(MARK)));
}
