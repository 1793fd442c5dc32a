import { tunnel as words } from '../messages/tunnel/en.ts';
import { useT } from '../messages/use-t.ts';
import { CopyButton } from '../parts/CopyButton.tsx';

/** Started without one. */
export function NoTunnel({ receiver }: { readonly receiver: string | null }) {
  const t = useT();
  return (
    <div className="panel-empty">
      <h2>{t(words.none.title)}</h2>
      <p className="second">{t(words.none.what)}</p>
      {receiver !== null && (
        <p className="tunnel-url">
          <code>{receiver}</code>
          <CopyButton text={receiver} what={t(words.copyReceiver)} look="copy-tint" />
        </p>
      )}
    </div>
  );
}
