import { discoverSnippets, type DiscoveryRunResult } from './discover-snippets.js';
import type { RunInput } from './contract/runs.js';

// What they do differs only by what was asked for, which is on record. Three names, so that people see in the
// engine what a run is.

export async function landingPageWorkflow(input: RunInput): Promise<DiscoveryRunResult> {
  return discoverSnippets(input);
}

export async function searchWorkflow(input: RunInput): Promise<DiscoveryRunResult> {
  return discoverSnippets(input);
}

export async function exploreWorkflow(input: RunInput): Promise<DiscoveryRunResult> {
  return discoverSnippets(input);
}
