import { detail } from '../messages/detail/en.ts';
import { useT } from '../messages/use-t.ts';
import './detail-outline.css';

/** In place of an event that is still being fetched; its lines show after a moment, not before. */
export function DetailOutline() {
  const t = useT();
  return (
    <div className="detail outline" aria-busy="true">
      <span className="unseen">{t(detail.loading)}</span>
      {['title', 'sub', 'tabs', 'line', 'line short', 'line', 'line short'].map((kind, index) => (
        <span key={index} className={`outline-${kind}`} />
      ))}
    </div>
  );
}
