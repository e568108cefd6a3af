import { Page } from '../../parts/page';

export default function Create() {
  return <Page title="Create">{null}</Page>;
}
