/**
 * What in an answer a question can be cued by, and the questions that fit. `test` reads the answer's first sentence.
 * `joins` marks questions that point back at what was just said; they only fit when the answer directly follows it
 * in the source. Order is preference: the more particular, the earlier.
 */
export type Cue = { kind: string; test: RegExp; joins?: true; questions: readonly string[] };

export const cues: readonly Cue[] = [
  {
    kind: 'unknown',
    test: /\b(unknown|not known|no one knows|nobody knows|knows? nothing|no (definite|certain) knowledge|not able to explain|cannot explain|mystery|remains unclear|still unclear)\b/i,
    questions: ['What do we not know?', 'Where does the knowledge end?', 'Which part is still open?'],
  },
  {
    kind: 'saying',
    test: /\b(said|says|told|tells us|added|argued|argues|warned|announced|explained|according to|wrote)\b/i,
    questions: ['What has been said about it?', 'Who speaks to that?', 'And in their own words?'],
  },
  {
    kind: 'money',
    test: /[$€£]\s?\d|\b(dollars|pounds|euros)\b/i,
    questions: ['What about the money?', 'How much money are we talking about?', 'What did it cost?'],
  },
  {
    kind: 'next',
    test: /^(after (a|some|many|several|the)\b|before (?!that|the sun|he|she)\w|when \w|later\b|soon\b|in (the )?(\w+ )?(1[5-9]|20)\d\d|in due time|in the (spring|summer|autumn|winter|fall)|on the \d|late in|early in|several years|some time|at last|finally|slowly|(\w+ ){1,3}at once)/i,
    questions: [
      'What happened next?',
      'And then?',
      'How does the story go on?',
      'What came after that?',
      'Where does it go from there?',
    ],
  },
  {
    kind: 'contrast',
    test: /^(but|however|yet|although|though|despite|nevertheless|still|notwithstanding|unlike|whereas)\b|, (however|though|on the other hand),/i,
    joins: true,
    questions: [
      'Was it as simple as that?',
      'Is there a but?',
      'And is that the whole story?',
      'So far, so good?',
    ],
  },
  {
    kind: 'reason',
    test: /\b(because|the reason|owing to|due to|caused by|in order to)\b/i,
    joins: true,
    questions: ['Why is that?', 'And the reason?', 'Why, though?', 'What lies behind that?'],
  },
  {
    kind: 'future',
    test: /\b(will|plans? to|is expected|are expected|is going to|are going to|next (year|month|week)|by 20\d\d)\b/,
    questions: ['What comes next?', 'And from here on?', 'What should we expect?'],
  },
  {
    kind: 'picture',
    test: /^if\b|\bas if\b|\bwould be (a|an)\b/i,
    questions: ['How can we picture that?', 'What would that look like?', 'Can you paint us a picture?'],
  },
  {
    kind: 'figures',
    test: /\b(\d[\d,.]*|\w+ty|hundred|thousand|million|billion|\w+teen)[ -](and [\w-]+ )?(per ?cent|%|miles?|kilomet|met(er|re)s?|feet|foot|yards?|inch|degrees|tons?|pounds|people|years|millions?|thousand|square)\b|\d%/i,
    questions: [
      'What do the numbers say?',
      'How big are we talking?',
      'What is the scale of it?',
      'And in numbers?',
      'Can we put figures to that?',
    ],
  },
  {
    kind: 'finding',
    test: /\b(found|discovered|showed|shows|revealed|reveals|observed|learned|detected|measured|saw that|saw only)\b/i,
    questions: ['What was found?', 'And what came to light?', 'What did they learn from that?'],
  },
  {
    kind: 'superlative',
    test: /\b(the most|the (larg|great|high|earli|old|first|deep|near|long|small|fast|simpl|larger)\w*est|the first|the only|the chief|supreme|among the largest)\b/i,
    questions: ['What stands out?', 'What is remarkable there?', 'What deserves a closer look?'],
  },
  {
    kind: 'belief',
    test: /\b(believed|supposed|thought to|consider(ed)? that|it (now )?seems|seems? to|appears? to|probably|perhaps|may have|might have|universally recognized|suppose)\b/i,
    questions: [
      'What is the thinking there?',
      'How is that explained?',
      'What do people make of it?',
      'What is the best guess?',
    ],
  },
  {
    kind: 'method',
    test: /\b(by (means|using|\w+ing)|method|with the (help|aid)|instruments?|technique|used to|in this way|could be done)\b/i,
    questions: ['How was that done?', 'How does that work?', 'What is the method?'],
  },
  {
    kind: 'aim',
    test: /\b(wish(ed)?|want(ed)?|hope[ds]?|intention|aim(ed|s)?|resolved|decided|sought|tried|trying|attempt|desired?)\b/i,
    questions: ['What was the aim?', 'What was the plan?', 'What were they after?'],
  },
  {
    kind: 'setback',
    test: /\b(failed|failure|fell (very )?(far )?short|discourag\w+|danger\w*|trouble|difficult\w*|problem|killed|unfortunately|lost|no little friction|error|hopeless|refused)\b/i,
    questions: ['Where was the difficulty?', 'What went wrong?', 'Was there trouble?'],
  },
];

/** Questions by the name of what the answer is about; `{}` stands for it. */
export const aboutQuestions: readonly string[] = [
  'What about {}?',
  'And {}?',
  'What do we know of {}?',
  'What should we know about {}?',
];

/** When nothing particular fits and the answer takes up something new. */
export const openQuestions: readonly string[] = [
  'What else is there?', 'What else is worth knowing?', 'Is there more?', 'What more can we say?', 'What else belongs here?',
  'And beyond that?', 'What else do we hear?', 'Anything else?', 'And what else?',
]; // prettier-ignore

/** Asked before the very first statement. */
export const openingQuestions: readonly string[] = [
  'So, where does it begin?',
  'Where do we start?',
  'What should we know first?',
  'What comes first?',
];

/** Every kind of cue that a sentence gives. */
export function cuesOf(sentence: string): string[] {
  return cues.filter(({ test }) => test.test(sentence)).map(({ kind }) => kind);
}
