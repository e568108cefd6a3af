import type { ReactNode } from 'react';
import { isUnderWay } from '../../parts/run-state';
import { useNow } from '../../parts/use-now';
import { lastAttempts, recordedAttempts } from './record/attempts';
import { ChainCheck } from './chain-check';
import { CostLedger } from './cost-ledger';
import { Failure } from './failure';
import { OrchestrationLog } from './orchestration-log';
import { RunFacts } from './run-facts';
import { Steps } from './steps';
import { Timeline } from './timeline';
import { useAudit, useEpisodeOf, type RunDetail } from './use-run';

/** The sections of a run's page. Episodes have more of them: their record is open. */
export function RunBody({ run }: { run: RunDetail }) {
  const isLive = isUnderWay(run.overall_status);
  const now = useNow(isLive);
  const episode = useEpisodeOf(run).data;
  const audit = useAudit(run).data;
  const attempts = audit === undefined ? lastAttempts(run.tasks) : recordedAttempts(audit.entries);
  return (
    <>
      {run.error_code === null ? null : <Failure run={run} />}
      <RunFacts run={run} now={now} />
      <Section title="Timeline">
        <Timeline attempts={attempts} now={now} />
      </Section>
      <Section title="Steps">
        <Steps steps={run.tasks} now={now} />
      </Section>
      {episode === undefined ? null : (
        <Section title="Log">
          <OrchestrationLog entries={episode.orchestration_log} />
        </Section>
      )}
      {audit === undefined ? null : (
        <>
          <Section title="Provider calls and cost">
            <CostLedger calls={audit.provider_calls} isLive={isLive} />
          </Section>
          <Section title="Audit record">
            <ChainCheck audit={audit} />
          </Section>
        </>
      )}
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
