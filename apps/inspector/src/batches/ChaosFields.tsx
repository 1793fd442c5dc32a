import { DraftField, type DraftProps } from './DraftField.tsx';

/** Trouble on purpose, the same for the same seed. */
export function ChaosFields(props: DraftProps) {
  return (
    <fieldset className="chaos-fields">
      <legend className="unseen">Trouble</legend>
      <DraftField {...props} name="Sent twice" field="duplicate" note="% of the events" />
      <DraftField {...props} name="Not sent" field="drop" note="% of the events" />
      <DraftField {...props} name="Moved" field="reorder" note="places at most" />
      <DraftField {...props} name="Late" field="delay" note="at most, such as 500ms" />
      <DraftField {...props} name="In bursts" field="burst" note="at once, then a pause" />
      <DraftField {...props} name="Seed" field="seed" note="empty: a new one, shown afterwards" />
    </fieldset>
  );
}
