import { Page } from '../../parts/page';

export default function Run() {
  return <Page title="Run">{null}</Page>;
}
