import { area } from '../message.ts';

/** Until the first event. */
export const firstRun = area('first-run', {
  title: 'Waiting for the first event',
  noTarget: {
    public: 'The tunnel is open. There is no target: events are kept and answered 200.',
    noTunnel:
      'There is no tunnel, so only this machine can send. There is no target: events are kept and answered 200.',
    notYet:
      'The tunnel is not open yet, so only this machine can send. There is no target: events are kept and answered 200.',
  },
  up: {
    public: 'The tunnel is open and something listens on {target}.',
    noTunnel: 'There is no tunnel, so only this machine can send; something listens on {target}.',
    notYet: 'The tunnel is not open yet, so only this machine can send; something listens on {target}.',
  },
  down: {
    public: 'The tunnel is open. Nothing listens on {target}; events are kept for a replay.',
    noTunnel:
      'There is no tunnel, so only this machine can send. Nothing listens on {target}; events are kept for a replay.',
    notYet:
      'The tunnel is not open yet, so only this machine can send. Nothing listens on {target}; events are kept for a replay.',
  },
  unknown: {
    public: 'The tunnel is open. Events go on to {target}.',
    noTunnel: 'There is no tunnel, so only this machine can send. Events go on to {target}.',
    notYet: 'The tunnel is not open yet, so only this machine can send. Events go on to {target}.',
  },
  sendOne: {
    public: 'Send one yourself, or point a provider at your public URL.',
    local: 'Send one yourself; a provider needs a public URL.',
  },
  now: {
    title: 'Send one now',
    public: 'Goes out to the internet and comes back in through the tunnel.',
    local: 'Goes to the receiver on this machine.',
  },
  point: {
    provider: 'Point your provider here',
    scripts: 'Point your own scripts here',
    anyPath: 'Any path works; it is passed on to your handler as it came.',
    localOnly: 'This URL works from this machine only.',
  },
  curl: 'curl command',
  listening: 'Listening. The event will show here by itself.',
});
