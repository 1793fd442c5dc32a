import { tunnel as words } from '../messages/tunnel/en.ts';
import { useT } from '../messages/use-t.ts';

const facts = ['open', 'name', 'plain', 'headers', 'reminder', 'service'] as const;

/** What localtunnel does to requests and to expectations; measured, not guessed. */
export function GoodToKnow() {
  const t = useT();
  return (
    <section aria-label={t(words.know.title)}>
      <h2>{t(words.know.title)}</h2>
      <ul className="tunnel-know">
        {facts.map((fact) => (
          <li key={fact}>{t(words.know[fact])}</li>
        ))}
      </ul>
    </section>
  );
}
