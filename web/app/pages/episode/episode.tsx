import { Page } from '../../parts/page';

export default function Episode() {
  return <Page title="Episode">{null}</Page>;
}
