import { Link } from 'wouter';
import { toProblem } from '../../api/api-problem';
import { Page } from '../../components/page';

/** There is no such episode, or no more. */
export function Gone({ error, id }: { error: unknown; id: string }) {
  const wasDeleted = toProblem(error).status === 410;
  return (
    <Page title={wasDeleted ? 'This episode was deleted' : 'Episode not found'}>
      <p className="lead">
        {wasDeleted
          ? 'Its audio, script and cover are gone for good. Only the record of its run remains.'
          : 'There is no episode at this address. Check it for typing mistakes.'}
      </p>
      <div className="actions">
        <Link href="/library" className="button button-primary">
          Go to your library
        </Link>
        <Link href="/create" className="button">
          Create an episode
        </Link>
        {wasDeleted ? (
          <Link href={`/runs/${id}`} className="button button-link">
            See its record
          </Link>
        ) : null}
      </div>
    </Page>
  );
}
