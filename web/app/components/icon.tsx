/** Line icons on a 24 by 24 grid, drawn for this app. They are decoration: controls carry their label as text. */
const shapes = {
  brand: 'M5 10v4M9 7v10M14 4v16M19 8v8',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM20 20l-4-4',
  play: 'M8 5v14l11-7Z',
  pause: 'M8 5v14M16 5v14',
  back: 'M11 7 6 12l5 5M6 12h8a5 5 0 0 1 0 10',
  forward: 'm13 7 5 5-5 5M18 12h-8a5 5 0 0 0 0 10',
  volume: 'M4 10v4h4l5 4V6L8 10ZM17 9a4 4 0 0 1 0 6',
  muted: 'M4 10v4h4l5 4V6L8 10ZM17 10l4 4M21 10l-4 4',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 13l4 4L19 7',
  warning: 'M12 4 3 20h18ZM12 10v4M12 17v.5',
  download: 'M12 4v12M7 11l5 5 5-5M5 20h14',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  file: 'M7 3h7l4 4v14H7ZM14 3v5h5',
  text: 'M5 6h14M5 11h14M5 16h9',
  spark: 'M12 3v6M12 15v6M3 12h6M15 12h6',
  copy: 'M9 9h11v11H9ZM5 15H4V4h11v1',
  retry: 'M5 12a7 7 0 1 0 2-5M7 3v4h4',
  pencil: 'M5 19l1-4L16 5l3 3L9 18ZM13.5 7.5l3 3',
  plus: 'M12 5v14M5 12h14',
  keyboard: 'M3 7h18v10H3ZM7 11v.5M12 11v.5M17 11v.5M8 14h8',
  chevron: 'm9 6 6 6-6 6',
} as const;

export type IconName = keyof typeof shapes;

export function isIconName(name: string): name is IconName {
  return Object.hasOwn(shapes, name);
}

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
