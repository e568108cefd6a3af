import createClient, { type Middleware } from 'openapi-fetch';
import { ApiProblem } from './api-problem';
import { fetchWhole } from './fetch-whole';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** Every answer that is no success is thrown as an `ApiProblem`, so that callers read `data` alone. */
const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok && response.status !== 304) throw await ApiProblem.of(response);
  },
};

/** The REST API, typed by its OpenAPI document. */
export const api = createClient<paths>({ baseUrl: '/', fetch: fetchWhole });
api.use(problems);
