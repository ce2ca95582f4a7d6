// Reads an AsyncAPI document with the official parser; prints every error and the number of messages.
import { fromFile, Parser } from '@asyncapi/parser';

const { document, diagnostics } = await fromFile(new Parser(), process.argv[2]).parse();
const errors = diagnostics.filter(({ severity }) => severity === 0);
for (const { code, path, message } of errors) {
  console.error(`${code} at ${path.join('.')}: ${message}`);
}
console.log(`messages: ${document?.allMessages().all().length ?? 0}`);
process.exit(errors.length === 0 && document ? 0 : 1);
