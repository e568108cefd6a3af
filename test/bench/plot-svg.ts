/** A line with the bound that it is to stay under. */
export type Curve = { name: string; values: readonly number[]; bound: number };

const size = { width: 960, height: 240, margin: 40 };

/** One diagram below the other, over the same time in seconds; bounds are dashed. */
export function plotSvg(seconds: readonly number[], curves: readonly Curve[]): string {
  const diagrams = curves.map((curve, index) => diagram(seconds, curve, index * size.height));
  const height = curves.length * size.height;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
${diagrams.join('\n')}
</svg>
`;
}

function diagram(seconds: readonly number[], { name, values, bound }: Curve, top: number): string {
  const { width, height, margin } = size;
  const end = Math.max(1, seconds.at(-1) ?? 1);
  const highest = Math.max(bound * 1.1, ...values);
  function x(second: number): string {
    return (margin + (second / end) * (width - 2 * margin)).toFixed(1);
  }
  function y(value: number): string {
    return (top + height - margin - (value / highest) * (height - 2 * margin)).toFixed(1);
  }
  const points = values.map((value, index) => `${x(seconds[index] ?? 0)},${y(value)}`).join(' ');
  return [
    `<text x="${margin}" y="${top + 24}">${name} (bound ${bound}, highest ${Math.max(0, ...values)})</text>`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(end)}" y2="${y(0)}" stroke="gray"/>`,
    `<line x1="${x(0)}" y1="${y(bound)}" x2="${x(end)}" y2="${y(bound)}" stroke="firebrick" stroke-dasharray="6 4"/>`,
    `<polyline points="${points}" fill="none" stroke="steelblue"/>`,
    `<text x="${x(end)}" y="${top + height - 20}" text-anchor="end">${end} s</text>`,
  ].join('\n');
}
