/** Colours of a cover: text is `ink` on `ground` and nothing else; the accents are for the art. All `#rrggbb`. */
export type Palette = {
  name: string;
  ground: string;
  ink: string;
  /** Loudest first. */
  accents: readonly [string, string, string];
};

/** Every pair of ink and ground has a contrast of at least 4.5 (WCAG 2.2, 1.4.3); a test measures it on pictures. */
export const palettes: readonly Palette[] = [
  { name: 'ivory', ground: '#f3ebdd', ink: '#1b1a17', accents: ['#d9482b', '#23555c', '#e9a23b'] },
  { name: 'midnight', ground: '#12192b', ink: '#f5efe3', accents: ['#f2a65a', '#e4572e', '#5c7aea'] },
  { name: 'forest', ground: '#12312b', ink: '#f2ead7', accents: ['#e9c46a', '#e76f51', '#7fb69e'] },
  { name: 'plum', ground: '#2b1530', ink: '#fbefe6', accents: ['#f26b6b', '#f7b267', '#8c5ba6'] },
  { name: 'sky', ground: '#dce9f2', ink: '#0e2235', accents: ['#1f5fa8', '#f26b4e', '#f4c95d'] },
  { name: 'rust', ground: '#a53a25', ink: '#fff4e6', accents: ['#f6c667', '#5c1a12', '#f0e2c8'] },
  { name: 'paper', ground: '#f6f5f2', ink: '#111111', accents: ['#e0442e', '#111111', '#b9b6ad'] },
  { name: 'teal', ground: '#0e4a52', ink: '#f4f1e4', accents: ['#f3b562', '#f06a4d', '#8fc1b5'] },
  { name: 'sage', ground: '#cfd8c4', ink: '#1c2a20', accents: ['#3e6b4f', '#c85a3b', '#f1e7d0'] },
  { name: 'mustard', ground: '#f2b632', ink: '#1d1a12', accents: ['#1f3b57', '#d24b2a', '#fff3d1'] },
  { name: 'blush', ground: '#f4d6cc', ink: '#2a1420', accents: ['#b2314f', '#5b2a4b', '#f08a5d'] },
];
