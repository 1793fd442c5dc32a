import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const body = Buffer.from(
  JSON.stringify({ type: 'message.inbound', text: 'Is my order already on its way? '.repeat(8) }),
);

/** So many events a second for so many seconds, from this process; where answers lag behind, later ones wait. */
export async function steadyLoad(port: number, perSecond: number, seconds: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const begun = performance.now();
  const sent: Promise<void>[] = [];
  while (sent.length < perSecond * seconds) {
    const due = Math.min(perSecond * seconds, ((performance.now() - begun) / 1000) * perSecond);
    while (sent.length < due) sent.push(post(port, agent));
    await sleep(10);
  }
  await Promise.all(sent);
  agent.destroy();
}

function post(port: number, agent: Agent): Promise<void> {
  const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };
  return new Promise((resolve, reject) => {
    const asked = request({ port, agent, method: 'POST', path: '/webhooks/bench', headers }, (answer) => {
      answer.resume().on('end', resolve).on('error', reject);
      if (answer.statusCode !== 200) reject(new Error(`An event was answered with ${answer.statusCode}.`));
    });
    asked.on('error', reject).end(body);
  });
}
