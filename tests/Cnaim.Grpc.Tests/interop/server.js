'use strict';
// A grpc-js server: prints its port, ends when its standard input does.
const { grpc, echo, health } = require('./services');

const GZIP = 2;
let cancelled = 0;

function failure() {
  const metadata = new grpc.Metadata();
  metadata.set('x-reason', 'closed');
  metadata.set('grpc-status-details-bin', Buffer.from([8, 9, 18, 3, 97, 98, 99]));
  return { code: grpc.status.FAILED_PRECONDITION, details: 'não é possível: 100 %\n', metadata };
}

function returned(call) {
  const metadata = new grpc.Metadata();
  for (const key of Object.keys(call.metadata.getMap()).filter((name) => name.startsWith('x-'))) {
    call.metadata.get(key).forEach((value) => metadata.add(key, value));
  }
  return metadata;
}

function say(call, callback) {
  const { text, payload, times, behaviour } = call.request;
  const deadline = call.getDeadline() === Infinity ? -1 : call.getDeadline() - Date.now();
  call.on('cancelled', () => { cancelled += 1; });
  switch (behaviour) {
    case 'wait':
      break;
    case 'fail':
      callback(failure());
      break;
    case 'metadata':
      call.sendMetadata(returned(call));
      callback(null, { text }, returned(call));
      break;
    case 'large':
      callback(null, { payload: Buffer.alloc(times) });
      break;
    case 'cancelled':
      callback(null, { number: cancelled });
      break;
    case 'deadline':
      callback(null, { number: Math.round(deadline) });
      break;
    default:
      callback(null, { text, payload, number: times });
  }
}

function repeat(call) {
  const { text, times, behaviour } = call.request;
  call.on('cancelled', () => { cancelled += 1; });
  for (let number = 1; number <= times; number += 1) {
    call.write({ text, number });
  }
  if (behaviour === 'fail') {
    call.emit('error', failure());
  } else if (behaviour !== 'wait') {
    call.end();
  }
}

const server = new grpc.Server({ 'grpc.default_compression_algorithm': process.argv[2] === 'gzip' ? GZIP : 0 });
server.addService(echo.service, { Say: say, Repeat: repeat, Collect: (_, done) => done(failure()), Chat: (call) => call.end() });
server.addService(health.service, {
  Check: (call, callback) => (call.request.service === ''
    ? callback(null, { status: 'SERVING' })
    : callback({ code: grpc.status.NOT_FOUND, details: 'unknown' })),
  Watch: (call) => call.end(),
});
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) {
    throw error;
  }
  console.log(port);
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
