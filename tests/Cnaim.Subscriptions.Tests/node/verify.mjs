// One line of JSON in, one out: what the library says of { secret, headers, body }.
import { createInterface } from "node:readline";
import { Webhook } from "standardwebhooks";

for await (const line of createInterface({ input: process.stdin })) {
  const { secret, headers, body } = JSON.parse(line);
  let verdict = "ok";
  try {
    new Webhook(secret).verify(body, headers);
  } catch (error) {
    verdict = error.message;
  }
  process.stdout.write(verdict + "\n");
}
