import { Page } from '../../parts/page';

export default function Home() {
  return <Page title="Discover">{null}</Page>;
}
