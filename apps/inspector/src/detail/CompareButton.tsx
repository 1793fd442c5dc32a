import type { Event } from '@hooktap/protocol';
import { goTo } from '../address/use-address.ts';
import { lastTwo } from '../compare/sides.ts';
import { detail } from '../messages/detail/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';

/** To the last two attempts beside each other, where there are two. */
export function CompareButton({ event }: { readonly event: Event }) {
  const t = useT();
  const compare = lastTwo(event);
  if (compare === null) return null;
  return (
    <span className="head-actions">
      <Button look="ghost" icon="compare" shortcut="C" onClick={() => goTo({ compare })}>
        {t(detail.compare)}
      </Button>
    </span>
  );
}
