import { useEffect, useState } from 'react';
import { body } from '../messages/body/en.ts';
import { useT } from '../messages/use-t.ts';
import { imageFacts } from './image-facts.ts';

/** A picture of more pixels takes more memory than it is worth. */
const PIXELS_AT_MOST = 40_000_000;

/** A picture as its own bytes say, whatever the sender calls it. */
export function ImageLook({ bytes }: { readonly bytes: Uint8Array }) {
  const t = useT();
  const [url, setUrl] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const facts = imageFacts(bytes);
  const type = facts?.type;
  const isSmall = facts !== null && facts.width * facts.height <= PIXELS_AT_MOST;
  useEffect(() => {
    if (type === undefined || !isSmall) return;
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    setUrl(made);
    setFailed(false);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type, isSmall]);
  if (!facts) return null;
  const picture = t(body.picture, facts);
  if (!isSmall) return <p className="second body-note">{t(body.pictureTooLarge, { picture })}</p>;
  return (
    <figure className="body-image">
      {url !== null && !failed && (
        <img src={url} alt={t(body.pictureAlt, { picture })} onError={() => setFailed(true)} />
      )}
      <figcaption className="second">{failed ? t(body.pictureUnreadable, { picture }) : picture}</figcaption>
    </figure>
  );
}
