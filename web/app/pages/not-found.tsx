import { Link } from 'wouter';
import { Page } from '../parts/page';

export function NotFound() {
  return (
    <Page title="Nothing here" intro="There is no page at this address.">
      <Link href="/" className="button">
        Go to Discover
      </Link>
    </Page>
  );
}
