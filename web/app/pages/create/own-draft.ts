// Which draft this tab has open. Each tab has its own, so tabs never overwrite or empty each other's; tabs tell one another
// which they have open, so that none is offered what is open elsewhere.
import { Emitter } from '../../browser/emitter';
import { isObject } from '../../browser/is-object';
import { randomId } from '../../browser/random-id';
import { keepInTab, keptInTab } from '../../browser/tab-storage';
import { adoptOlderDrafts } from './adopt-older-drafts';
import { copyDraft } from './draft-storage';
import { copySubmission } from './submission';

/** It outlives a reload, and a duplicate of the tab begins with it. */
const place = 'create.own-draft';
const tab = randomId();
const changes = new Emitter();
const byTab = new Map<string, string>();

let ownId: string | undefined;
let others: readonly string[] = [];
let channel: BroadcastChannel | undefined;

export const subscribeToOpenDrafts = changes.subscribe;

/** The draft of this tab. */
export function ownDraftId(): string {
  if (ownId !== undefined) return ownId;
  adoptOlderDrafts();
  const kept = keptInTab(place);
  const id = setOwnDraftId(typeof kept === 'string' ? kept : randomId());
  listen();
  return id;
}

export function setOwnDraftId(id: string): string {
  ownId = id;
  keepInTab(place, id);
  channel?.postMessage({ tab, draftId: id });
  return id;
}

/** The drafts that other tabs have open, as far as they have told. */
export function draftsOpenElsewhere(): readonly string[] {
  return others;
}

function listen(): void {
  channel = new BroadcastChannel('aethercast.create.drafts');
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isObject(data) && typeof data['tab'] === 'string') hear(data['tab'], data);
  });
  channel.postMessage({ tab, draftId: ownId, asks: true });
  addEventListener('pagehide', () => channel?.postMessage({ tab, draftId: null }));
}

function hear(from: string, { asks, answers, draftId }: Record<string, unknown>): void {
  if (asks === true) channel?.postMessage({ tab, draftId: ownId, answers: from });
  if (draftId === undefined) return;
  // A duplicate goes on with a copy: who answers was there before.
  if (draftId === ownId && answers === tab) takeCopy(ownId);
  if (typeof draftId === 'string') byTab.set(from, draftId);
  else byTab.delete(from);
  others = [...byTab.values()];
  changes.emit();
}

function takeCopy(id: string): void {
  const copy = randomId();
  copyDraft(id, copy);
  copySubmission(id, copy);
  setOwnDraftId(copy);
}
