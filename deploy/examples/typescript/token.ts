// A client that signs for itself (private_key_jwt, RFC 7523): `token.ts keys` makes a key and prints what to hand over; `token.ts` prints an access token.
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const env = (name: string): string => process.env[name] ?? (() => { throw new Error(`Set ${name}.`); })();
const file = env('CNAIM_KEY_FILE');
const kid = 'key-1'; // another for every further key

if (process.argv[2] === 'keys') {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  const { kty, crv, x, y } = createPublicKey(privateKey).export({ format: 'jwk' });
  console.log(JSON.stringify({ keys: [{ kty, crv, x, y, kid }] }));
} else {
  const client = env('CNAIM_CLIENT_ID');
  const { issuer, token_endpoint } = await (await fetch(`${env('CNAIM_GATEWAY')}/.well-known/oauth-authorization-server`)).json() as { issuer: string; token_endpoint: string };
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const unsigned = `${encode({ alg: 'ES256', kid, typ: 'JWT' })}.${encode({ iss: client, sub: client, aud: issuer, jti: randomUUID(), iat: now, exp: now + 60 })}`;
  // JWS wants r and s side by side (ieee-p1363), not the DER that Node gives by default.
  const signature = sign('sha256', Buffer.from(unsigned), { key: createPrivateKey(readFileSync(file)), dsaEncoding: 'ieee-p1363' }).toString('base64url');
  const answer = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${unsigned}.${signature}`,
    }),
  });
  if (!answer.ok) throw new Error(`No token: ${answer.status} ${await answer.text()}`); // error_description says what is wrong
  console.log(((await answer.json()) as { access_token: string }).access_token);
}
