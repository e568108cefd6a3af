/** Prose of the kind that episodes are made of: short and long lines, figures, names, questions. */
export const article =
  `The study found that people who slept less than six hours a night were more likely to forget what they had learned.
Researchers followed about 400 volunteers for two years, and asked them to keep a diary. Most of them, to the surprise of the team, improved after a single week.
Why did nobody notice this before?
The answer is simple: nobody had looked. In earlier work, sleep was measured in the laboratory, where people behave differently; at home they read, they talk, they worry.
The budget was $1.2bn in 2025, about 10% more than planned.
That changes what scientists can ask. It also changes who can take part. Farmers, nurses and night guards were included for the first time.
"We did not expect this," said Dr. Elena Marsh, the lead scientist.
What happens next?
They are planning a larger trial, with older volunteers, in three countries. Until then, their advice is modest: go to bed at the same hour, keep the room dark, and put the telephone somewhere else.
Thank you for listening.`.split('\n');

/** `count` lines by two voices in turn. */
export function dialogue(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    voice: at % 2 === 0 ? 'slt' : 'rms',
    text: article[at % article.length]!,
    language: 'en-US',
    pauseMs: at % 3 === 0 ? 600 : 350,
  }));
}
