import type { Player } from './player';
import { faster, slower } from './speeds';

export type Shortcut = {
  keys: readonly string[];
  shown: readonly string[];
  does: string;
  run: (player: Player) => void;
};

/** The keys that drive the player. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['k', ' '], shown: ['Space', 'K'], does: 'Play or pause', run: (player) => player.toggle() },
  {
    keys: ['j', 'ArrowLeft'],
    shown: ['←', 'J'],
    does: 'Back 15 seconds',
    run: (player) => player.seek(player.positionMs - 15_000),
  },
  {
    keys: ['l', 'ArrowRight'],
    shown: ['→', 'L'],
    does: 'Forward 30 seconds',
    run: (player) => player.seek(player.positionMs + 30_000),
  },
  { keys: ['m'], shown: ['M'], does: 'Mute or unmute', run: (player) => player.setMuted(!player.muted) },
  { keys: ['<'], shown: ['<'], does: 'Slower', run: (player) => player.setSpeed(slower(player.speed)) },
  { keys: ['>'], shown: ['>'], does: 'Faster', run: (player) => player.setSpeed(faster(player.speed)) },
];

/** Shows the list of the keys. */
export const helpKey = '?';
