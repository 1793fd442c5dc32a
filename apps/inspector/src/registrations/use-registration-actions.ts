import type { Registration, RegistrationChange, RegistrationsChecked } from '@hooktap/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { visibleLine } from '../format/visible-text.ts';
import { parts } from '../messages/parts/en.ts';
import { registrations as words } from '../messages/registrations/en.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { useConfirm } from '../parts/Confirm.tsx';
import { useCommands } from '../state/Commands.tsx';
import { packSaid } from './RegistrationWords.tsx';
import { registrationAbout } from './registration-about.ts';
import { registrationsKey } from './use-registrations.ts';

export interface RegistrationActions {
  readonly isBusy: boolean;
  readonly checked: RegistrationsChecked | null;
  /** What came of the last change; and earlier ones with a secret, which is shown nowhere else. */
  readonly changes: readonly RegistrationChange[];
  check(): void;
  follow(): void;
  /** Asks first, with what it puts back. */
  unregister(registration: Registration): void;
  /** Asks first: what was there before is known nowhere else. */
  forget(registration: Registration): void;
  show(change: RegistrationChange): void;
}

const hasSecret = ({ items }: RegistrationChange) =>
  items.some((one) => one.kind === 'pointed' && one.secret !== undefined);

/** What came of one registration takes the place of what came of it before. */
const withSecretsOf = (before: readonly RegistrationChange[], now: readonly RegistrationChange[]) => [
  ...now,
  ...before.filter((one) => hasSecret(one) && !now.some(({ id }) => id === one.id)),
];

const named = (registration: Registration): string =>
  `${visibleLine(registration.title)} ${registrationAbout(registration)}`.trim();

/** What a person does with registrations; one thing at a time, as the provider's API is asked for each. */
export function useRegistrationActions(): RegistrationActions {
  const t = useT();
  const hooktap = useHooktap();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const confirm = useConfirm();
  const { say } = useCommands();
  const [isBusy, setIsBusy] = useState(false);
  const [checked, setChecked] = useState<RegistrationsChecked | null>(null);
  const [changes, setChanges] = useState<readonly RegistrationChange[]>([]);
  const does = useMemo(() => {
    const add = (items: readonly RegistrationChange[]) =>
      setChanges((before) => withSecretsOf(before, items));
    const attempt = async (work: () => Promise<void>) => {
      setIsBusy(true);
      try {
        await work();
      } catch (error) {
        say(problemWords(error, t(parts.noAnswerTryAgain)));
      } finally {
        setIsBusy(false);
        await queries.invalidateQueries({ queryKey: registrationsKey });
      }
    };
    const placesOf = ({ places }: Registration): string =>
      places
        .map(({ says, url, before }) =>
          t(words.unregisterText, {
            place: visibleLine(packSaid(says, t).words),
            now: visibleLine(url ?? t(words.nothing)),
            before: visibleLine(before ?? t(words.nothing)),
          }),
        )
        .join(' ');
    return {
      check: () =>
        void attempt(async () => {
          setChecked(await hooktap.checkRegistrations());
          announce(t(words.followed));
        }),
      follow: () =>
        void attempt(async () => {
          queries.setQueryData(registrationsKey, await hooktap.followRegistrations());
          announce(t(words.followed));
        }),
      async unregister(registration: Registration) {
        const provider = named(registration);
        const title = t(words.unregisterTitle, { provider });
        if (!(await confirm({ title, text: placesOf(registration), yes: t(words.unregisterYes) }))) return;
        await attempt(async () => add((await hooktap.unregister({ id: registration.id })).items));
      },
      async forget(registration: Registration) {
        const provider = named(registration);
        const before = registration.places.map((place) => visibleLine(place.before ?? t(words.nothing)));
        const question = {
          title: t(words.forgetTitle, { provider }),
          text: t(words.forgetText, { before: t.list(before, 'and') }),
          yes: t(words.forgetYes),
        };
        if (!(await confirm(question))) return;
        await attempt(async () =>
          add((await hooktap.unregister({ id: registration.id, forget: true })).items),
        );
      },
    };
  }, [hooktap, queries, announce, confirm, say, t]);
  return {
    isBusy,
    checked,
    changes,
    ...does,
    unregister: (registration) => void does.unregister(registration),
    forget: (registration) => void does.forget(registration),
    show: (change) => {
      setChanges((before) => withSecretsOf(before, [change]));
      void queries.invalidateQueries({ queryKey: registrationsKey });
    },
  };
}
