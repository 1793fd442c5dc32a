import { request } from 'node:https';
import { reasonOf } from '../failure.ts';
import { bad, type Finding, good } from './finding.ts';

const server = 'https://localtunnel.me/';
/** Beyond this, signatures with a time in them are refused. */
const toleratedMs = 60_000;

/** Whether the tunnel server is there, and by its Date whether this machine's clock is right. */
export async function checkTunnelServer(): Promise<Finding[]> {
  try {
    const date = await serverDate();
    const driftMs = date === null ? 0 : Date.now() - date;
    const seconds = Math.round(Math.abs(driftMs) / 1000);
    return [
      good('network', `${server} answers.`),
      Math.abs(driftMs) <= toleratedMs
        ? good('clock', "This machine's clock agrees with the network's.")
        : bad(
            'clock',
            `This machine's clock is ${seconds} s ${driftMs > 0 ? 'ahead' : 'behind'}; signatures will be refused.`,
            'Switch on its time synchronisation.',
          ),
    ];
  } catch (error) {
    return [
      bad(
        'network',
        `${server} does not answer (${reasonOf(error)}): there would be no public URL.`,
        'Check the network, name another server with --tunnel-host, or use --no-tunnel.',
      ),
    ];
  }
}

function serverDate(): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const asking = request(server, { method: 'HEAD', timeout: 5000, agent: false }, (response) => {
      response.resume();
      const date = Date.parse(response.headers.date ?? '');
      resolve(Number.isNaN(date) ? null : date);
    });
    asking.on('timeout', () => asking.destroy(new Error('no answer within 5 s')));
    asking.on('error', reject);
    asking.end();
  });
}
