'use strict';
// A grpc-js client: makes one call of each kind and prints what it saw as one JSON object.
const { grpc, echo, health } = require('./services');

const target = process.argv[2];
const credentials = grpc.credentials.createInsecure();
const plain = new echo(target, credentials);
const gzip = new echo(target, credentials, { 'grpc.default_compression_algorithm': 2 });

function describe(error) {
  const trailers = {};
  for (const key of Object.keys(error.metadata?.getMap() ?? {})) {
    trailers[key] = error.metadata.get(key).map((value) => (Buffer.isBuffer(value) ? value.toString('base64') : value)).join(',');
  }
  return { code: error.code, details: error.details, trailers };
}

function unary(client, request, { deadline, metadata = new grpc.Metadata(), method = 'Say' } = {}) {
  return new Promise((resolve) => {
    const seen = {};
    const options = deadline ? { deadline: Date.now() + deadline } : {};
    const call = client[method](request, metadata, options, (error, reply) => {
      Object.assign(seen, error ? describe(error) : { code: 0, text: reply.text, number: reply.number, status: reply.status, size: reply.payload?.length });
    });
    call.on('metadata', (headers) => { seen.headers = headers.toJSON(); });
    call.on('status', (status) => { seen.status_trailers = status.metadata.toJSON(); setImmediate(() => resolve(seen)); });
  });
}

function streaming(request, cancelAfter) {
  return new Promise((resolve) => {
    const numbers = [];
    const call = plain.Repeat(request);
    call.on('data', (reply) => {
      numbers.push(reply.number);
      if (numbers.length === cancelAfter) {
        call.cancel();
      }
    });
    call.on('error', () => {});
    call.on('status', (status) => resolve({ numbers, ...describe(status) }));
  });
}

function collect() {
  return new Promise((resolve) => {
    const call = plain.Collect((error) => resolve(describe(error)));
    call.on('error', () => {});
    call.write({ text: 'one' });
    call.end();
  });
}

function unknown() {
  const nothing = (value) => value;
  return new Promise((resolve) => {
    plain.makeUnaryRequest('/cnaim.grpc.tests.v1.Nothing/At', () => Buffer.alloc(0), nothing, {}, (error) => resolve(describe(error)));
  });
}

function tagged() {
  const metadata = new grpc.Metadata();
  metadata.add('x-one', 'first');
  metadata.add('x-two-bin', Buffer.from([0, 255, 10]));
  metadata.add('x-two-bin', Buffer.from([7]));
  return metadata;
}

async function main() {
  const seen = {
    unary: await unary(plain, { text: 'olá', payload: Buffer.from([1, 2, 3]), times: 7 }),
    streaming: await streaming({ text: 'a', times: 5 }),
    streamingFails: await streaming({ text: 'a', times: 2, behaviour: 'fail' }),
    deadline: await unary(plain, { behaviour: 'swallow', delay_milliseconds: 1500 }, { deadline: 200 }),
    fails: await unary(plain, { behaviour: 'fail' }),
    throws: await unary(plain, { behaviour: 'throw' }),
    metadata: await unary(plain, { text: 'm', behaviour: 'metadata' }, { metadata: tagged() }),
    oversize: await unary(plain, { payload: Buffer.alloc(5 * 1024 * 1024), behaviour: 'silent' }),
    large: await unary(plain, { behaviour: 'large', times: 3 * 1024 * 1024 }),
    collect: await collect(),
    unknown: await unknown(),
    health: await unary(new health(target, credentials), { service: '' }, { method: 'Check' }),
    gzip: await unary(gzip, { text: 'z'.repeat(20000), times: 3 }),
    cancelled: await streaming({ text: 'a', times: 1, behaviour: 'wait', delay_milliseconds: 60000 }, 1),
  };
  console.log(JSON.stringify(seen));
  process.exit(0);
}

main();
