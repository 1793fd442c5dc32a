import type { ReactNode } from 'react';

/** A part in its states, with the name it has in the code. */
export function Specimens({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  return (
    <section className="specimens" aria-label={of}>
      <h2>
        <code>{of}</code>
      </h2>
      <div className="specimens-shown">{children}</div>
    </section>
  );
}

interface SpecimenProps {
  readonly as: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** One state, with its name. */
export function Specimen({ as, isWide = false, children }: SpecimenProps) {
  return (
    <div className={`specimen ${isWide ? 'wide' : ''}`}>
      <p className="quiet">{as}</p>
      {children}
    </div>
  );
}
