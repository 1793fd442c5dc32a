/** Of a view's button, in pixels: its padding and gaps, an icon, a letter of its name, a figure of its count. */
const EDGES = 26;
const ICON = 20;
const LETTER = 6.7;
const FIGURE = 7.5;
const GAP = 2;

export interface ViewSize {
  readonly letters: number;
  readonly figures: number;
  readonly hasIcon: boolean;
}

export const widthOfView = ({ letters, figures, hasIcon }: ViewSize): number =>
  EDGES + letters * LETTER + figures * FIGURE + (hasIcon ? ICON : 0);

/** How many of the views there is room for, from the first on; the rest stands in the menu. */
export function fittingViews(views: readonly ViewSize[], width: number): number {
  let [used, fitting] = [0, 0];
  for (const view of views) {
    used += widthOfView(view) + (fitting > 0 ? GAP : 0);
    if (used > width) break;
    fitting++;
  }
  return fitting;
}
