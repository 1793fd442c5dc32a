import type { TunnelReport } from '@hooktap/protocol';
import { clock } from '../format/time.ts';
import { tunnel as words } from '../messages/tunnel/en.ts';
import { useT } from '../messages/use-t.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { FollowList } from '../registrations/FollowList.tsx';

type Url = TunnelReport['urls'][number];

function Moved({ now, before }: { readonly now: Url; readonly before: Url }) {
  const t = useT();
  return (
    <section className="tunnel-moved" aria-label={t(words.moved.title)}>
      <h2>
        {t(words.moved.title)}{' '}
        <span className="quiet figures">{t(words.moved.at, { time: clock(now.from) })}</span>
      </h2>
      <dl className="facts-list">
        <div>
          <dt>{t(words.moved.old)}</dt>
          <dd className="tunnel-url">
            <code className="second">{before.url}</code>
            <CopyButton text={before.url} what={t(words.copyOld)} look="copy-tint" />
          </dd>
        </div>
        <div>
          <dt>{t(words.moved.new)}</dt>
          <dd className="tunnel-url">
            <code>{now.url}</code>
            <CopyButton text={now.url} what={t(words.copyNew)} look="copy-tint" />
          </dd>
        </div>
        <div>
          <dt>{t(words.moved.follows)}</dt>
          <dd>
            <FollowList url={now.url} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** What became of the public URL in this run: from which to which it changed, and all that there were. */
export function UrlSection({ report: { urls } }: { readonly report: TunnelReport }) {
  const t = useT();
  const [now, before] = urls;
  if (!now || !before) return null;
  return (
    <>
      <Moved now={now} before={before} />
      {urls.length > 2 && (
        <section aria-label={t(words.urls.title)}>
          <h2>{t(words.urls.title)}</h2>
          <ul className="tunnel-rows">
            {urls.map(({ url, from, until }) => (
              <li key={from}>
                <span className="quiet figures">
                  {until === null
                    ? t(words.urls.from, { from: clock(from) })
                    : t(words.urls.until, { from: clock(from), until: clock(until) })}
                </span>
                <code className="tunnel-words">{url}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
