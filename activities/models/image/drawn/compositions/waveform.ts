import type { Art } from '../page.js';

/** Bars with round ends: a voice as an editor shows it. */
export function waveform({ ctx, box, margin, palette, random }: Art): void {
  const width = box.width - margin * 2;
  const bars = Math.max(9, Math.round(width / (random.between(0.026, 0.036) * 1400)));
  const step = width / bars;
  const thick = step * 0.56;
  const middle = box.y + box.height / 2;
  const tallest = Math.min(box.height - margin * 1.2, box.width * 0.8);
  const [first, second] = [random.between(1.2, 2.4), random.between(3, 5)];
  const [shift, other] = [random.between(0, 6), random.between(0, 6)];
  const loud = random.between(0.25, 0.75);
  const [colour, highlight] = palette.accents;
  for (let bar = 0; bar < bars; bar++) {
    const at = (bar + 0.5) / bars;
    const swell = 0.5 + 0.5 * Math.sin(shift + at * first * Math.PI * 2);
    const ripple = 0.5 + 0.5 * Math.sin(other + at * second * Math.PI * 2);
    const envelope = Math.sin(Math.PI * at) ** 0.7;
    const share = envelope * (0.16 + 0.5 * swell * ripple + 0.34 * random.between(0, 1));
    const height = Math.max(thick, tallest * Math.min(1, share));
    ctx.beginPath();
    ctx.roundRect(
      box.x + margin + bar * step + (step - thick) / 2,
      middle - height / 2,
      thick,
      height,
      thick / 2,
    );
    ctx.fillStyle = Math.abs(at - loud) < 0.12 ? highlight : colour;
    ctx.fill();
  }
}
