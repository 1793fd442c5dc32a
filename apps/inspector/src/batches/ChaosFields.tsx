import { batches } from '../messages/batches/en.ts';
import { useT } from '../messages/use-t.ts';
import { DraftField, type DraftProps } from './DraftField.tsx';

/** Trouble on purpose, the same for the same seed. */
export function ChaosFields(props: DraftProps) {
  const t = useT();
  return (
    <fieldset className="chaos-fields">
      <legend className="unseen">{t(batches.chaos.legend)}</legend>
      <DraftField
        {...props}
        name={t(batches.chaos.duplicate)}
        field="duplicate"
        note={t(batches.chaos.share)}
      />
      <DraftField {...props} name={t(batches.chaos.drop)} field="drop" note={t(batches.chaos.share)} />
      <DraftField {...props} name={t(batches.chaos.reorder)} field="reorder" note={t(batches.chaos.places)} />
      <DraftField {...props} name={t(batches.chaos.delay)} field="delay" note={t(batches.chaos.delayNote)} />
      <DraftField {...props} name={t(batches.chaos.burst)} field="burst" note={t(batches.chaos.burstNote)} />
      <DraftField {...props} name={t(batches.chaos.seed)} field="seed" note={t(batches.chaos.seedNote)} />
    </fieldset>
  );
}
