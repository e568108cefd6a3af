import type { ReactNode } from 'react';
import { Fetched } from '../../components/fetched';
import { isUnderWay } from '../../components/run/run-state';
import { useNow } from '../../components/use-now';
import { lastAttempts } from './record/attempts';
import { ChainCheck } from './chain-check';
import { CostLedger } from './cost-ledger';
import { Failure } from './failure';
import { OrchestrationLog } from './orchestration-log';
import { RecordedTimeline } from './recorded-timeline';
import { RunFacts } from './run-facts';
import { Steps } from './steps';
import { Timeline } from './timeline';
import { useAudit, useEpisodeOf, type RunDetail } from './use-run';

/** The sections of a run's page. Episodes have more of them: their record is open. */
export function RunBody({ run }: { run: RunDetail }) {
  const isEpisode = run.podcast_url !== null;
  const isLive = isUnderWay(run.overall_status);
  const now = useNow(isLive);
  const episode = useEpisodeOf(run);
  const audit = useAudit(run);
  return (
    <>
      {run.error_code === null ? null : <Failure run={run} />}
      <RunFacts run={run} now={now} />
      <Section title="Timeline">
        {isEpisode ? (
          <RecordedTimeline audit={audit} steps={run.tasks} now={now} />
        ) : (
          <Timeline attempts={lastAttempts(run.tasks)} now={now} />
        )}
      </Section>
      <Section title="Steps">
        <Steps steps={run.tasks} now={now} />
      </Section>
      {isEpisode ? (
        <>
          <Section title="Log">
            <Fetched from={episode} what="the log">
              {(data) => <OrchestrationLog entries={data.orchestration_log} />}
            </Fetched>
          </Section>
          <Section title="Provider calls and cost">
            <Fetched from={audit} what="the provider calls">
              {(data) => <CostLedger calls={data.provider_calls} isLive={isLive} />}
            </Fetched>
          </Section>
          <Section title="Audit record">
            <Fetched from={audit} what="the record">
              {(data) => <ChainCheck audit={data} />}
            </Fetched>
          </Section>
        </>
      ) : null}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="run-section" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
