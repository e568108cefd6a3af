// Writes .env.example from the configuration itself, so that the two cannot drift. Run it as `npm run env-example`.
//   --check   write nothing; fail when the file is not what the configuration says.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const target = path.join(root, '.env.example');
const columns = 100;

/** What temporal-compose.yml reads besides our own variables. */
const composeOnly = {
  TEMPORAL_POSTGRES_PASSWORD:
    'Password of the PostgreSQL that belongs to the Temporal server. Required by compose.',
};

const compiled = path.join(root, 'dist/platform/config/load-config.js');
const { variableGroups } = await import(pathToFileURL(compiled).href);
const expected = envExample(variableGroups);

if (process.argv.includes('--check')) {
  const found = await readFile(target, 'utf8').catch(() => '');
  if (found !== expected) {
    console.error('.env.example is not what the configuration says. Run: npm run env-example');
    process.exitCode = 1;
  }
} else {
  await writeFile(target, expected);
  console.log(`Wrote ${path.relative(process.cwd(), target)}.`);
}

function envExample(groups) {
  const sections = Object.entries(groups).map(([title, variables]) => {
    const entries = Object.entries(variables).map(([name, kind]) => entry(name, kind));
    return `${heading(title)}\n\n${entries.join('\n\n')}`;
  });
  const onlyCompose = Object.entries(composeOnly).map(([name, text]) => `${comment(text)}\n# ${name}=`);
  sections.push(`${heading('Only for temporal-compose.yml')}\n\n${onlyCompose.join('\n\n')}`);
  return `${[introduction(), ...sections].join('\n\n')}\n`;
}

function introduction() {
  return comment(
    'Every variable that Aethercast reads, with its default. A line that is commented out is optional and shows the ' +
      'default, or nothing where there is none. An empty variable counts as unset. Compose reads a file named .env ' +
      'by itself; elsewhere use `node --env-file=.env dist/cli/main.js ...` or your shell. Written by ' +
      '`npm run env-example` from platform/config: change it there.',
  );
}

function heading(title) {
  return `# --- ${title} ${'-'.repeat(columns - title.length - 7)}`;
}

function entry(name, kind) {
  if (!kind.description) throw new Error(`${name} has no description.`);
  const { optional, value, choices } = unwrap(kind);
  const oneOf = choices ? ` One of: ${choices.join(', ')}.` : '';
  return `${comment(kind.description + oneOf)}\n${optional ? '# ' : ''}${name}=${quoted(value)}`;
}

/** What zod knows: whether the variable may be left out, its default as text, and the words it accepts. */
function unwrap(kind) {
  let optional = false;
  let value;
  let inner = kind;
  while (inner.def.type === 'default' || inner.def.type === 'optional') {
    optional = true;
    if (inner.def.type === 'default') value ??= inner.def.defaultValue;
    inner = inner.def.innerType;
  }
  const choices = inner.def.type === 'enum' ? Object.values(inner.def.entries) : undefined;
  return { optional, value: Array.isArray(value) ? value.join(',') : String(value ?? ''), choices };
}

function quoted(value) {
  return /[\s#'"]/.test(value) ? JSON.stringify(value) : value;
}

function comment(text) {
  const lines = [];
  let line = '#';
  for (const word of text.split(/\s+/)) {
    if (line.length + 1 + word.length > columns) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
