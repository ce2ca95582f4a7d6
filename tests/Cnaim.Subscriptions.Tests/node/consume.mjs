// Consumes a partner's own queue with amqplib, unmodified. One line of JSON on standard input for each connection that is tried; one line out for each thing that happens.
import { createInterface } from 'node:readline';
import amqp from 'amqplib';

const say = (what) => process.stdout.write(JSON.stringify(what) + '\n');

async function consume({ port, user, token, virtualHost, queue, prefetch, hold, others }) {
  try {
    const connection = await amqp.connect({ protocol: 'amqp', hostname: '127.0.0.1', port, username: user, password: token, vhost: virtualHost, heartbeat: 10 });
    say({ happened: 'connected' });
    connection.on('error', (error) => say({ happened: 'error', code: error.code ?? 0 }));
    connection.on('close', () => say({ happened: 'closed' }));
    for (const other of others ?? []) {
      const channel = await connection.createChannel();
      channel.on('error', () => {});
      try {
        await other.split(' ').reduce((_, word, index, words) => (index === 0 ? channel[word](...words.slice(1)) : _), null);
        say({ happened: 'allowed', what: other });
      } catch (error) {
        say({ happened: 'denied', what: other, code: error.code ?? 0 });
      }
    }

    const channel = await connection.createChannel();
    channel.on('error', () => {});
    await channel.prefetch(prefetch ?? 100);
    await channel.consume(queue, (message) => {
      if (message === null) {
        say({ happened: 'cancelled' });
        return;
      }

      const { messageId, userId, contentType, headers } = message.properties;
      say({ happened: 'message', messageId, userId, contentType, sequence: headers['cnaim-sequence'], redelivered: message.fields.redelivered, body: JSON.parse(message.content.toString()) });
      if (!hold) {
        channel.ack(message);
      }
    });
    say({ happened: 'consuming' });
  } catch (error) {
    say({ happened: 'refused', why: String(error.message).slice(0, 200) });
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  void consume(JSON.parse(line));
}

process.exit(0);
