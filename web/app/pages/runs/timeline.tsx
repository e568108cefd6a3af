import type { Attempt } from './record/attempts';
import { AttemptsTable, attemptStates } from './attempts-table';
import { layOutTimeline, type AgentGroup, type RunLayout } from './record/lay-out-timeline';
import { agentWords, stepWords, tickWords } from './run-words';

/** A bar per attempt, from its beginning to its end; the table below says the same to those who do not see bars. */
export function Timeline({ attempts, now }: { attempts: readonly Attempt[]; now: number }) {
  if (attempts.length === 0) return <p className="quiet">No step has started yet.</p>;
  const runs = layOutTimeline(attempts, now);
  return (
    <>
      <div className="timeline" aria-hidden="true">
        {runs.map((run) => (
          <RunAxis key={run.run} run={run} isOnly={runs.length === 1} />
        ))}
        <ul className="timeline-legend small quiet">
          <li className="timeline-key-completed">completed</li>
          <li className="timeline-key-failed">failed</li>
          <li className="timeline-key-cut_short">interrupted</li>
          <li className="timeline-key-in_progress">in progress</li>
        </ul>
      </div>
      <details className="run-details">
        <summary>The timeline as a table</summary>
        <AttemptsTable attempts={attempts} now={now} />
      </details>
    </>
  );
}

function RunAxis({ run, isOnly }: { run: RunLayout; isOnly: boolean }) {
  return (
    <div className="timeline-run">
      {isOnly ? null : <p className="timeline-title">Run {run.run}</p>}
      {run.groups.map((group) => (
        <Group key={group.agent} group={group} run={run} />
      ))}
      <div className="timeline-axis small quiet number">
        {run.ticks.map((ms) => (
          <span key={ms} style={{ insetInlineStart: `${(ms / run.totalMs) * 100}%` }}>
            {ms / run.totalMs > 0.94 ? null : tickWords(ms)}
          </span>
        ))}
      </div>
    </div>
  );
}

function Group({ group: { agent, lanes }, run }: { group: AgentGroup; run: RunLayout }) {
  return (
    <div className="timeline-group">
      <p className="timeline-agent small">{agentWords(agent)}</p>
      <div className="timeline-lanes">
        {run.ticks.map((ms) => (
          <i
            key={ms}
            className="timeline-tick"
            style={{ insetInlineStart: `${(ms / run.totalMs) * 100}%` }}
          />
        ))}
        {lanes.map((bars, lane) => (
          <div key={lane} className="timeline-lane">
            {bars.map(({ attempt, left, width }) => (
              <span
                key={`${attempt.activityId}/${attempt.attempt}`}
                className={`timeline-bar timeline-bar-${attempt.state}`}
                style={{ insetInlineStart: `${left * 100}%`, inlineSize: `${width * 100}%` }}
                title={`${stepWords(attempt.activityId, agent)}, attempt ${attempt.attempt}: ${attemptStates[attempt.state].toLowerCase()}`}
              >
                {attempt.attempt > 1 ? attempt.attempt : null}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
