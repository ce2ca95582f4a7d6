// Reads lines of {name, schema, value} and prints what of them does not fit its schema: a file below contracts, with an optional pointer.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const [contracts, lines] = process.argv.slice(2);
const ajv = formats(new Ajv({ strict: false, allErrors: true }));
const known = new Set();
const validatorOf = (schema) => {
  const [file, pointer] = schema.split('#');
  if (!known.has(file)) {
    const { $id, ...document } = JSON.parse(readFileSync(`${contracts}/${file}`, 'utf8'));
    ajv.addSchema(document, file);
    known.add(file);
  }
  return ajv.getSchema(pointer ? `${file}#${pointer}` : file);
};

let count = 0;
let wrong = 0;
for (const line of readFileSync(lines, 'utf8').split('\n').filter(Boolean)) {
  const { name, schema, value } = JSON.parse(line);
  const validate = validatorOf(schema);
  count++;
  if (!validate(value)) {
    wrong++;
    console.error(`${name} against ${schema}: ${ajv.errorsText(validate.errors)}`);
  }
}
console.log(`${count} validated, ${wrong} wrong`);
process.exit(wrong === 0 && count > 0 ? 0 : 1);
