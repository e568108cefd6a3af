import { Link } from 'wouter';
import { Page } from '../components/page';

export function NotFound() {
  return (
    <Page
      title="Page not found"
      intro="There is no page at this address. Check it for typing mistakes, or start from here."
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
