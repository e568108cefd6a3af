import { Link } from 'wouter';
import { Page } from '../components/page';

export function NotFound() {
  return (
    <Page
      title="Nothing here"
      intro="There is no page at this address. It may be mistyped, or from an old link."
    >
      <div className="actions">
        <Link href="/" className="button button-primary">
          Go to Discover
        </Link>
        <Link href="/library" className="button">
          Go to your library
        </Link>
      </div>
    </Page>
  );
}
