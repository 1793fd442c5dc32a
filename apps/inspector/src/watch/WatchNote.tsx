import { useT } from '../messages/use-t.ts';
import { watch as words } from '../messages/watch/en.ts';
import { Button } from '../parts/Button.tsx';
import { useCommands } from '../state/Commands.tsx';
import { useReplayOnSave } from './use-replay-on-save.ts';

/** Whether code is watched, and the way to that. */
export function WatchNote() {
  const t = useT();
  const commands = useCommands();
  const state = useReplayOnSave();
  return (
    <Button look="ghost" onClick={() => commands.show('watch')}>
      {state?.state === 'watching' ? t(words.noteOn) : t(words.noteOff)}
    </Button>
  );
}
