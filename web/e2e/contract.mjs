// Holds real answers against api/openapi.yaml: every key that it requires is there, none that it does not know.
import Ajv2020 from 'ajv/dist/2020.js';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const web = resolve(import.meta.dirname, '..');

async function load_contract() {
  const folder = await mkdtemp(join(tmpdir(), 'attache-contract-'));
  const bundle = join(folder, 'openapi.json');
  await promisify(execFile)(process.execPath, [join(web, 'node_modules/@redocly/cli/bin/cli.js'), 'bundle', 'attache', '-o', bundle], { cwd: web });
  const contract = JSON.parse(await readFile(bundle, 'utf8'));
  await rm(folder, { recursive: true });
  return contract;
}

// Schemas that others are made of (allOf) must stay open; all other objects are closed.
function close(schema, open) {
  if (Array.isArray(schema)) return schema.forEach((one) => close(one, open));
  if (typeof schema !== 'object' || schema === null) return;
  if (schema.allOf) {
    schema.unevaluatedProperties = false;
    return;
  }
  if (schema.type === 'object' && schema.properties && !open.has(schema)) schema.unevaluatedProperties = false;
  Object.values(schema).forEach((one) => close(one, open));
}

// `complaints(operation, answer)`: what is wrong with the answer of an operation, one sentence each.
export async function load_checker() {
  const contract = await load_contract();
  const schemas = contract.components.schemas;
  const named = (ref) => schemas[ref.split('/').at(-1)];
  const parts = Object.values(schemas).flatMap(({ allOf = [] }) => allOf.map((part) => (part.$ref ? named(part.$ref) : part)));
  close(schemas, new Set(parts));
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { int64: true } });
  ajv.addSchema({ $id: 'contract', components: { schemas } });
  const checks = new Map();
  for (const methods of Object.values(contract.paths)) {
    for (const { operationId, responses } of Object.values(methods).filter((one) => one.operationId)) {
      const schema = responses['200'].content['application/json']?.schema;
      if (schema?.$ref) checks.set(operationId, ajv.compile({ $ref: `contract${schema.$ref}` }));
    }
  }
  return (operation, answer) => {
    const check = checks.get(operation);
    if (!check) return [`${operation} is not in the contract`];
    if (check(answer)) return [];
    const said = check.errors.map((error) => `${operation}${error.instancePath} ${error.message}${error.params.unevaluatedProperty ? `: ${error.params.unevaluatedProperty}` : ''}`);
    return [...new Set(said.map((one) => one.replace(/\/\d+(?=[/ ])/g, '/*')))];
  };
}
