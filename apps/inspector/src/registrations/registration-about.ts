import type { Registration } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';

/** Which of a provider's senders, instances or repositories it is, as it was named; '' where there is but one. */
export const registrationAbout = ({ answers }: Pick<Registration, 'answers'>): string =>
  visibleLine(
    Object.values(answers)
      // What was only switched on is told by its places.
      .filter((answer) => answer !== '' && answer !== 'yes')
      .join(' '),
  );
