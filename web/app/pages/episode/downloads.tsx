import { bytes } from '../../components/format';
import { Icon } from '../../components/icon';
import { fileName } from './file-name';
import type { EpisodeDetail } from './data/episode-query';

/** The parts of an episode as files, named by its title. */
export function Downloads({ episode }: { episode: EpisodeDetail }) {
  const title = episode.title ?? episode.topic;
  const files = [
    { url: episode.audio_url, words: 'Audio', form: 'MP3', ending: 'mp3', size: episode.audio_bytes },
    { url: episode.transcript_url, words: 'Transcript', form: 'VTT', ending: 'vtt' },
    { url: episode.chapters_url, words: 'Chapters', form: 'JSON', ending: 'chapters.json' },
    { url: episode.script_url, words: 'Script', form: 'JSON', ending: 'script.json' },
  ];
  // A file is whole or is not offered.
  if (episode.audio_url === null) return null;
  return (
    <section className="episode-downloads" aria-labelledby="episode-downloads">
      <h2 id="episode-downloads">Downloads</h2>
      <ul>
        {files.map(({ url, words, form, ending, size }) =>
          url === null ? null : (
            <li key={ending}>
              <a className="episode-download" href={url} download={fileName(title, ending)}>
                <Icon name="download" /> {words}{' '}
                <span className="small quiet number">
                  {form}
                  {size == null ? '' : `, ${bytes(size)}`}
                </span>
              </a>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
