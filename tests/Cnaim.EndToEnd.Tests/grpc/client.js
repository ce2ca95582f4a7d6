'use strict';
// A partner's client: makes the calls of a screening through the gateway and prints what it saw as one JSON object.
const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');
const { BadRequest, ErrorInfo } = require('nice-grpc-error-details');
const { Status } = require('nice-grpc-error-details/lib/proto/google/rpc/status');

const { CNAIM_GATEWAY, CNAIM_GRPC, CNAIM_CLIENT_ID, CNAIM_CLIENT_SECRET } = process.env;
const protos = path.join(__dirname, '../../../contracts/protos');
const definition = loader.loadSync('cnaim/screening/v1/screening.proto', { includeDirs: [protos], keepCase: true, defaults: true, oneofs: true });
const v1 = grpc.loadPackageDefinition(definition).cnaim.screening.v1;
const channel = [CNAIM_GRPC, grpc.credentials.createInsecure()];
const people = new v1.People(...channel);
const screening = new v1.Screening(...channel);
const known = { 'type.googleapis.com/google.rpc.ErrorInfo': ErrorInfo, 'type.googleapis.com/google.rpc.BadRequest': BadRequest };

function describe(status) {
  const [rich] = status.metadata?.get('grpc-status-details-bin') ?? [];
  const decoded = rich && Status.decode(rich);
  return {
    code: grpc.status[status.code],
    message: status.details,
    problem: status.metadata?.get('cnaim-problem')[0],
    rich: decoded && { code: grpc.status[decoded.code], details: decoded.details.map((any) => known[any.typeUrl].decode(any.value)) },
  };
}

function unary(client, method, request, token, milliseconds = 10000) {
  const metadata = new grpc.Metadata();
  if (token) {
    metadata.set('authorization', `Bearer ${token}`);
  }
  return new Promise((resolve) => {
    client[method](request, metadata, { deadline: Date.now() + milliseconds }, (error, reply) => resolve(error ? describe(error) : { code: 'OK', reply }));
  });
}

function assess(interview, token, cancelAfter) {
  const metadata = new grpc.Metadata();
  metadata.set('authorization', `Bearer ${token}`);
  return new Promise((resolve) => {
    const parts = [];
    const call = screening.Assess({ interview_id: interview }, metadata, { deadline: Date.now() + 10000 });
    call.on('data', (message) => {
      parts.push({ [message.part]: message[message.part] });
      if (parts.length === cancelAfter) {
        call.cancel();
      }
    });
    call.on('error', () => {});
    call.on('status', (status) => setImmediate(() => resolve({ parts, ...describe(status) })));
  });
}

async function signIn() {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: CNAIM_CLIENT_ID, client_secret: CNAIM_CLIENT_SECRET });
  const answer = await fetch(`${CNAIM_GATEWAY}/connect/token`, { method: 'POST', body });
  return (await answer.json()).access_token;
}

async function main() {
  const token = await signIn();
  const person = await unary(people, 'Register', { person: { given_names: ['Magnólia'] } }, token);
  const started = await unary(screening, 'StartInterview', { person_ref: person.reply?.ref, language: 'por', channel: 'counter' }, token);
  const interview = started.reply?.id;
  const answer = (question, ...values) => ({ interview_id: interview, answers: [{ question, single: true, values }] });
  const seen = {
    person,
    started,
    saved: await unary(screening, 'SaveAnswers', answer('residence-status', 'undocumented'), token),
    wrong: await unary(screening, 'SaveAnswers', answer('residence-status', 'lost'), token),
    unknown: await unary(screening, 'GetInterview', { interview_id: '00000000-0000-4000-8000-000000000000' }, token),
    assessed: await assess(interview, token),
    cancelled: await assess(interview, token, 1),
    late: await unary(screening, 'GetInterview', { interview_id: interview }, token, 1),
    forbidden: await unary(screening, 'ApproveRules', { version: '1' }, token),
    anonymous: await unary(screening, 'GetInterview', { interview_id: interview }),
    large: await unary(people, 'Search', { name: 'a'.repeat(3 * 1024 * 1024) }, token),
    oversize: await unary(people, 'Search', { name: 'a'.repeat(5 * 1024 * 1024) }, token),
    after: await unary(screening, 'GetInterview', { interview_id: interview }, token),
  };
  console.log(JSON.stringify(seen));
  process.exit(0);
}

main();
