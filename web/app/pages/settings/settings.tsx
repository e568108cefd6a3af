import { Page } from '../../parts/page';

export default function Settings() {
  return <Page title="Settings">{null}</Page>;
}
