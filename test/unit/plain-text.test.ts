import assert from 'node:assert/strict';
import { z } from 'zod';
import { internalRoutes } from '../../gateway/internal-routes.js';
import { publicRoutes } from '../../gateway/public-routes.js';
import { lookOf, plainLine, plainText } from '../../platform/plain-text.js';

/** Title: [given, as one line, as a text]. */
const texts: Record<string, [string, string, string]> = {
  prose: ['Tides, and “why” — naïve?', 'Tides, and “why” — naïve?', 'Tides, and “why” — naïve?'],
  'line ends of all kinds': ['a\r\nb\rc\u2028d\u0085e', 'a b c d e', 'a\nb\nc\nd\ne'],
  'tabs and blank lines': ['a\t\tb \n\n c', 'a b c', 'a\t\tb \n\n c'],
  'two spaces': ['a  b', 'a  b', 'a  b'],
  'control characters': ['a\u0000\u0007\u001b[31mb\u007f\u009b', 'a[31mb', 'a[31mb'],
  'a right-to-left override': ['cod\u202egpj.exe', 'codgpj.exe', 'codgpj.exe'],
  'isolates and embeddings': ['a\u2066b\u2069\u202ac\u202c', 'abc', 'abc'],
  'tags that hide a text': ['Hi\u{e0049}\u{e0067}\u{e007f}', 'Hi', 'Hi'],
  'characters without width': ['Te\u200bs\u2060t\ufeff\u00ad', 'Test', 'Te\u200bs\u2060t\ufeff\u00ad'],
  'a family of emoji': [
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u2764\ufe0f',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u2764\ufe0f',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u2764\ufe0f',
  ],
  'Persian with its joiners': ['می\u200cخواهم', 'می\u200cخواهم', 'می\u200cخواهم'],
};

describe('plainLine and plainText', () => {
  for (const [what, [given, line, text]] of Object.entries(texts)) {
    it(`keep what is to be seen of ${what}`, () => {
      assert.equal(plainLine(given), line);
      assert.equal(plainText(given), text);
      assert.equal(plainLine(line), line);
      assert.equal(plainText(text), text);
    });
  }

  it('take a megabyte in a moment', () => {
    const begun = performance.now();
    for (const unit of [' ', '\n', '\t \u2028', '\u202e', '\u200b \r'])
      plainLine(unit.repeat(1_000_000 / unit.length));
    assert.ok(performance.now() - begun < 3_000);
  });
});

describe('lookOf', () => {
  it('is the same for names that look the same', () => {
    assert.equal(lookOf('An\u200dna'), lookOf('Anna'));
    assert.equal(lookOf('Ａnna'), lookOf('Anna'));
    assert.notEqual(lookOf('Anne'), lookOf('Anna'));
  });
});

describe('no text of a body brings in what nobody sees', () => {
  /** Compared with names of ours, and not kept. */
  const compared = ['error_trigger', 'view_identifier'];

  for (const { operationId, body } of [...publicRoutes, ...internalRoutes]) {
    if (body === undefined || !('json' in body)) continue;
    for (const [place, schema] of stringsOf(body.json)) {
      if (compared.includes(place.at(-1) ?? '')) continue;
      it(`${operationId}: ${place.join('.')}`, () => {
        const parsed = schema.safeParse('a\u0007b\u202ec\u{e0041}d');
        if (parsed.success) assert.equal(parsed.data, 'abcd');
      });
    }
  }
});

/** The texts of a schema that are of no fixed form, with their places. */
function stringsOf(schema: z.ZodType, place: string[] = []): [string[], z.ZodType][] {
  if (schema instanceof z.ZodString) return [[place, schema]];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, inner]) =>
      stringsOf(inner as z.ZodType, [...place, name]),
    );
  if (schema instanceof z.ZodArray) return stringsOf(schema.element as z.ZodType, [...place, '0']);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => stringsOf(option as z.ZodType, place));
  if (schema instanceof z.ZodPipe && schema.in instanceof z.ZodString) return [[place, schema]];
  if (schema instanceof z.ZodPipe) return stringsOf(schema.in as z.ZodType, place);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodCatch
  )
    return stringsOf(schema.unwrap() as z.ZodType, place);
  return [];
}
