// A partner's receiver: verifies webhooks, reads in the feed what it missed, takes each event once and answers its office's referrals.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';

type Event = { id: string; type: string; time: string; subject?: string; data: Record<string, string> };

const env = (name: string): string => process.env[name] ?? (() => { throw new Error(`Set ${name}.`); })();
const gateway = env('CNAIM_GATEWAY');
const office = env('CNAIM_OFFICE');
const state = env('CNAIM_STATE');
const webhook = new Webhook(env('CNAIM_WEBHOOK_SECRET'));

mkdirSync(state, { recursive: true });
const eventsFile = join(state, 'events.jsonl');
const cursorFile = join(state, 'cursor');
const taken = new Set(existsSync(eventsFile) ? readFileSync(eventsFile, 'utf8').trim().split('\n').filter(Boolean).map((line) => JSON.parse(line).id) : []);

let token = { value: '', until: 0 };
async function bearer(): Promise<string> {
  if (Date.now() > token.until) {
    const answer = await fetch(`${gateway}/connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: env('CNAIM_CLIENT_ID'), client_secret: env('CNAIM_CLIENT_SECRET') }),
    });
    if (!answer.ok) throw new Error(`No token: ${answer.status} ${await answer.text()}`);
    const { access_token, expires_in } = await answer.json() as { access_token: string; expires_in: number };
    token = { value: access_token, until: Date.now() + (expires_in - 30) * 1000 };
  }
  return `Bearer ${token.value}`;
}

/**
 * Asks the office's service for a move; that it was made already (409) is as good. Tries again what may yet succeed: a fresh event can be faster than the referral itself.
 * A refusal that stays is for people to look at, and holds nothing else up.
 */
async function move(event: Event, action: string, body: object): Promise<boolean> {
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(`${gateway}/api/${office}/v1/referrals/${event.subject}/${action}`, {
      method: 'POST',
      headers: { authorization: await bearer(), 'content-type': 'application/json', 'idempotency-key': `${event.subject}-${action}` },
      body: JSON.stringify(body),
    });
    if (answer.ok || answer.status === 409) return true;
    const isFresh = Date.now() - Date.parse(event.time) < 10_000;
    const mayPass = answer.status === 429 || answer.status >= 500 || (answer.status === 404 && isFresh);
    if (mayPass && attempt === 10) throw new Error(`${action}: ${answer.status} ${await answer.text()}`);
    if (!mayPass) {
      console.error(`${action} of ${event.subject}: ${answer.status}`);
      return false;
    }
    await pause(1000);
  }
}

/** Takes an event once: first what it asks for, then the note that it was done. Both may happen again, neither counts twice. */
async function take(event: Event): Promise<void> {
  if (taken.has(event.id)) return;
  if (event.type === 'pt.cnaim.referral.requested.v1' && event.data.receiver === office) {
    if (await move(event, 'accept', {})) await move(event, 'complete', { outcome: 'helped' });
  }
  appendFileSync(eventsFile, JSON.stringify(event) + '\n');
  taken.add(event.id);
}

// One after the other: webhooks and the feed bring the same events.
let queue: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = queue.then(work);
  queue = next.catch(() => undefined);
  return next;
}

async function readMissed(): Promise<void> {
  for (let more = true; more;) {
    const after = existsSync(cursorFile) ? `?after=${readFileSync(cursorFile, 'utf8')}` : '';
    const answer = await fetch(`${gateway}/api/subscriptions/v1/events${after}`, { headers: { authorization: await bearer() } });
    if (!answer.ok) throw new Error(`The feed: ${answer.status} ${await answer.text()}`);
    const page = await answer.json() as { items: Event[]; next: string; more: boolean };
    for (const event of page.items) await inTurn(() => take(event));
    writeFileSync(cursorFile, page.next);
    more = page.more;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

createServer(async (request, response) => {
  const body = await bodyOf(request);
  let event: Event;
  try {
    event = webhook.verify(body, request.headers as Record<string, string>) as Event;
  } catch {
    response.writeHead(401).end();
    return;
  }
  if (event.data.challenge) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ challenge: event.data.challenge }));
    return;
  }
  try {
    if (!event.type.startsWith('pt.cnaim.subscriptions.')) await inTurn(() => take(event));
    response.writeHead(204).end();
  } catch (error) {
    console.error(String(error));
    response.writeHead(500).end(); // it comes again
  }
}).listen(Number(env('PORT')), '127.0.0.1', async () => {
  await readMissed();
  console.log('ready');
});
