// DUIA: builds what the front end shows. Pure functions, which import nothing but platform.
import { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import { uiDefinition, type UiDefinition } from './ui-schema.js';
import { errorPayload, errorView } from './error-view.js';
import { landingPayload, landingView } from './landing-view.js';
import { playerPayload, playerView } from './player-view.js';
import { searchPayload, searchView } from './search-view.js';

export const viewIds = ['landingPage', 'searchResultsView', 'podcastPlayerView', 'errorView'] as const;
export type ViewId = (typeof viewIds)[number];

const payloads = {
  landingPage: landingPayload,
  searchResultsView: searchPayload,
  podcastPlayerView: playerPayload,
  errorView: errorPayload,
} as const satisfies Record<ViewId, z.ZodType>;

/** What `POST /ui/generate_view` takes. The last two are accepted, but change nothing yet. */
export const viewRequest = z
  .object({
    view_identifier: z.string().meta({ enum: viewIds }),
    content_payload: z.record(z.string(), z.unknown()),
    user_context: z.record(z.string(), z.unknown()).optional(),
    application_state: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({
    oneOf: viewIds.map((id) => {
      const content = { ...z.toJSONSchema(payloads[id], { io: 'input' }), $schema: undefined };
      return { properties: { view_identifier: { const: id }, content_payload: content } };
    }),
  });

/**
 * The view's UI Definition, checked against the published schema. The same request gives the same definition.
 * @throws AethercastError DUIA_INVALID_VIEW_ID; DUIA_GENERATION_ERROR for a payload that the view cannot be made of
 */
export function buildView({
  view_identifier: id,
  content_payload: payload,
}: z.infer<typeof viewRequest>): UiDefinition {
  const built = construct(id, payload);
  const checked = uiDefinition.safeParse(built);
  if (checked.success) return built;
  throw generationError(id, checked.error);
}

export function isViewId(id: string): id is ViewId {
  return viewIds.some((known) => known === id);
}

function construct(id: string, payload: Record<string, unknown>): UiDefinition {
  if (!isViewId(id)) throw invalidView(id);
  switch (id) {
    case 'landingPage':
      return landingView(checked(id, payloads[id], payload));
    case 'searchResultsView':
      return searchView(checked(id, payloads[id], payload));
    case 'podcastPlayerView':
      return playerView(checked(id, payloads[id], payload));
    case 'errorView':
      return errorView(checked(id, payloads[id], payload));
  }
}

export function invalidView(id: string): AethercastError {
  return new AethercastError('DUIA_INVALID_VIEW_ID', {
    message: `There is no view "${id.slice(0, 60)}". There are: ${viewIds.join(', ')}.`,
  });
}

function checked<Payload>(id: ViewId, schema: z.ZodType<Payload>, payload: unknown): Payload {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw generationError(id, parsed.error);
}

function generationError(id: string, cause: z.ZodError): AethercastError {
  const [first] = cause.issues;
  const where = first === undefined ? '' : ` (${first.path.join('.')}: ${first.message})`;
  return new AethercastError('DUIA_GENERATION_ERROR', {
    message: `The view ${id} cannot be made of this content${where}.`,
    details: {
      errors: cause.issues.map(({ path, message, code }) => ({
        loc: path.map(String),
        msg: message,
        type: code,
      })),
    },
    cause,
  });
}
