import { clock } from '../../components/format';
import { Icon } from '../../components/icon';
import type { Chapter } from '../../player/chapters';

/** The sections that can be heard already, with their beginnings; each plays from there. */
export function Chapters({
  chapters,
  onPlay,
}: {
  chapters: readonly Chapter[];
  onPlay: (atMs: number) => void;
}) {
  if (chapters.length === 0) return null;
  return (
    <section className="episode-chapters" aria-labelledby="episode-chapters">
      <h2 id="episode-chapters">Chapters</h2>
      <ol>
        {chapters.map(({ title, startMs }) => (
          <li key={startMs}>
            <button type="button" className="episode-chapter" onClick={() => onPlay(startMs)}>
              <Icon name="play" />
              <span className="number">
                <span className="hidden">Play from </span>
                {clock(startMs)}
              </span>
              <span className="episode-chapter-title">{title}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
