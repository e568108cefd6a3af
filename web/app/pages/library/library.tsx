import { Page } from '../../parts/page';

export default function Library() {
  return <Page title="Library">{null}</Page>;
}
