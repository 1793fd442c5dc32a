import { useView } from './view-settings.ts';

/** Rows of the list in pixels; on a phone they have two lines. */
export function useRowHeight(isPhone: boolean): number {
  const { density } = useView();
  if (isPhone) return 60;
  return density === 'comfortable' ? 36 : 30;
}
