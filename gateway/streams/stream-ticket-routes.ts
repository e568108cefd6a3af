import type { Route } from '../http/route.js';
import { createStreamTicket } from './create-stream-ticket.js';

export const streamTicketRoutes: readonly Route[] = [createStreamTicket];
